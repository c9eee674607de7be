import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { endWithUsage, orUsage } from "../scripts/usage.ts";
import { errorList } from "./errors.ts";
import { type Evaluation, intervalOf, type Measured } from "./measure.ts";
import { metricRow, row, tableHead } from "./table.ts";

/** A pinned number: falling below it fails the run. `corpus` is the hash of what it was measured on. */
type Floor = {
  readonly floor: number;
  readonly n: number;
  readonly interval: readonly [number, number];
  /** Precision and recall behind an F1, as measured with it. */
  readonly precision?: number;
  readonly recall?: number;
  readonly corpus: string;
};
type Floors = Record<string, Floor>;

const here = dirname(fileURLToPath(import.meta.url));
const known = readdirSync(here, { withFileTypes: true })
  .filter((entry) => entry.isDirectory() && existsSync(join(here, entry.name, "run.ts")))
  .map((entry) => entry.name)
  .sort();
const usage = `npm run evaluate -- [NAME]... [--update [--allow-regression]] [--shared DIR]

Measures against gold and against the floors (evaluations/NAME/floors.json); ends with code 1 where
a value is below its floor. Without NAME all: ${known.join(", ")}.

  --update            raise the floors to what is reached
  --allow-regression  with --update: lower them, too (say why in the commit)
  --shared DIR        where the gold is that is not part of this project (default ../shared);
                      what is not there is skipped aloud`;
const { values, positionals } = orUsage(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      shared: { type: "string", default: join(here, "..", "..", "shared") },
      update: { type: "boolean", default: false },
      "allow-regression": { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  }),
);
const unknown = positionals.find((name) => !known.includes(name));
if (unknown !== undefined) endWithUsage(`unknown evaluation: ${unknown}`, usage);
const names = known.filter((name) => positionals.length === 0 || positionals.includes(name));

let failures = 0;
console.log(tableHead);
for (const name of names) {
  const { evaluation } = (await import(`./${name}/run.ts`)) as { evaluation: Evaluation };
  const absent = evaluation.needs.filter((path) => !existsSync(join(values.shared, path)));
  if (absent.length > 0) {
    console.log(row([name, `skipped: ${absent.join(", ")} not there`]));
    continue;
  }
  const measured = await evaluation.run(values.shared);
  failures += report(name, evaluation, measured);
}
console.log(`
floor: the value once reached, below which a metric must not fall. target: the value aimed at.
Only a value below its floor fails. The worst errors of each: evaluations/NAME/errors/errors.txt`);
if (failures > 0) {
  console.error(`${failures} metric(s) below the floor`);
  process.exitCode = 1;
}

function report(name: string, evaluation: Evaluation, { metrics, misses }: Measured): number {
  const path = join(here, name, "floors.json");
  const floors: Floors = existsSync(path) ? (JSON.parse(readFileSync(path, "utf8")) as Floors) : {};
  const corpus = corpusHash(evaluation.needs.map((need) => join(values.shared, need)));
  let below = 0;
  for (const metric of metrics) {
    const range = intervalOf(metric);
    const pinned = floors[metric.name];
    const fails = pinned !== undefined && round(metric.value) < pinned.floor;
    if (fails) below++;
    const changed = pinned !== undefined && pinned.corpus !== corpus;
    const note = fails ? "BELOW THE FLOOR" : changed ? "corpus changed" : "";
    const first = metric === metrics[0] ? name : "";
    console.log(metricRow(first, metric, range, pinned?.floor, note));
    if (
      values.update &&
      (!pinned || round(metric.value) >= pinned.floor || values["allow-regression"])
    ) {
      floors[metric.name] = {
        floor: round(metric.value),
        n: metric.n,
        interval: [round(range[0]), round(range[1])],
        ...(metric.precision === undefined ? {} : { precision: round(metric.precision) }),
        ...(metric.recall === undefined ? {} : { recall: round(metric.recall) }),
        corpus,
      };
    }
  }
  if (values.update) writeFileSync(path, `${JSON.stringify(floors, null, 2)}\n`);
  const errors = join(here, name, "errors");
  mkdirSync(errors, { recursive: true });
  writeFileSync(join(errors, "errors.txt"), errorList(evaluation, misses));
  return below;
}

/** Values are pinned to three places, rounded down, so that a floor can always be met again. */
function round(value: number): number {
  return Math.floor(value * 1000 + 1e-9) / 1000;
}

function corpusHash(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) {
    const files = statSync(path).isDirectory()
      ? readdirSync(path)
          .sort()
          .map((file) => join(path, file))
          .filter((file) => statSync(file).isFile())
      : [path];
    for (const file of files) hash.update(readFileSync(file));
  }
  return hash.digest("hex").slice(0, 16);
}
