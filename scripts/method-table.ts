import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** One entry of a `floors.json` (see evaluations/evaluate.ts); shares are 0 to 1. */
type Floor = {
  readonly floor: number;
  readonly n: number;
  readonly interval: readonly [number, number];
  readonly precision?: number;
  readonly recall?: number;
};

const begin = "<!-- scores: written by `npm run docs` from evaluations/*/floors.json -->";
const end = "<!-- end of scores -->";

/**
 * docs/method.md with its two generated parts brought up to date: the table of scores between its
 * marks, and the value in every row that names a constant. `root` is the folder of the checkout.
 * @throws Error where the marks or a named constant are missing.
 */
export function methodPaper(root: string): string {
  const paper = readFileSync(join(root, "docs", "method.md"), "utf8");
  return withScores(withConstants(paper, root), scoreTable(join(root, "evaluations")));
}

/** The pinned floors of all evaluations as a Markdown table, in the order of their names. */
export function scoreTable(evaluations: string): string {
  const rows = readdirSync(evaluations)
    .sort()
    .filter((name) => existsSync(join(evaluations, name, "floors.json")))
    .flatMap((name) => {
      const floors = JSON.parse(
        readFileSync(join(evaluations, name, "floors.json"), "utf8"),
      ) as Record<string, Floor>;
      return Object.entries(floors).map(([metric, floor]) => scoreRow(name, metric, floor));
    });
  return [
    "| evaluation | metric | score | 95 % interval | precision | recall | items |",
    "| --- | --- | ---: | ---: | ---: | ---: | ---: |",
    ...rows,
  ].join("\n");
}

function scoreRow(name: string, metric: string, one: Floor): string {
  const share = (value: number | undefined) => (value === undefined ? "" : percent(value));
  const cells = [
    `[${name}](../evaluations/${name}/run.ts)`,
    metric,
    percent(one.floor),
    `${percent(one.interval[0])}–${percent(one.interval[1])}`,
    share(one.precision),
    share(one.recall),
    one.n.toLocaleString("en"),
  ];
  return `| ${cells.join(" | ")} |`;
}

function percent(value: number): string {
  return (value * 100).toFixed(1);
}

function withScores(paper: string, table: string): string {
  const from = paper.indexOf(begin);
  const to = paper.indexOf(end);
  if (from < 0 || to < from) throw new Error(`docs/method.md lacks ${begin} or ${end}`);
  return `${paper.slice(0, from + begin.length)}\n\n${table}\n\n${paper.slice(to)}`;
}

/** `` | [`name`](../src/FILE.ts) | VALUE | what it means | `` */
const constantRow = /^\| \[`(\w+)`\]\(\.\.\/(src\/[\w./-]+\.ts)\) \| [^|]* \|/gm;

function withConstants(paper: string, root: string): string {
  return paper.replace(constantRow, (_, name: string, file: string) => {
    const code = readFileSync(join(root, file), "utf8");
    const value = new RegExp(`\\bconst ${name} = ([^;\\n]+);`).exec(code)?.[1];
    if (value === undefined)
      throw new Error(`docs/method.md names a constant that ${file} does not have: ${name}`);
    return `| [\`${name}\`](../${file}) | ${value.replaceAll("_", ",")} |`;
  });
}
