import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { parse, parseAllDocuments } from "yaml";
import { methodPaper, scoreTable } from "../scripts/method-table.ts";
import { commands } from "../src/cli/table.ts";
import { questions } from "../src/compare/findings.ts";
import { caseSchema } from "../src/ingest/case/schema.ts";
import { parsePack } from "../src/lexicon/pack.ts";

const root = resolve(import.meta.dirname, "..");
const papers = [
  ...["README.md", "CHANGELOG.md", "CONTRIBUTING.md"],
  ...readdirSync(join(root, "docs"))
    .filter((name) => name.endsWith(".md"))
    .map((name) => `docs/${name}`),
];
const text = (paper: string): string => readFileSync(join(root, paper), "utf8");
const guide = text("docs/guide.md");
const method = text("docs/method.md");

describe("nothing is left unexplained", () => {
  test.each(commands.map(({ name }) => name))("the command %s is in the guide", (name) => {
    expect(guide).toContain(`\`parallax ${name}\``);
  });

  test.each(packsOf("en"))("the pack %s is in the guide", (pack) => {
    expect(guide).toContain(`\`${pack}\``);
  });

  test.each(questions)(
    "the question %s has a section in the method and a link in README",
    (name) => {
      expect(headings(method)).toContain(name);
      expect(text("README.md")).toContain(`docs/method.md#${name}`);
    },
  );

  test.each(foldersOf("src/read"))("the reading %s has a section in the method", (name) => {
    expect(headings(method)).toContain(`reading-${name}`);
  });

  test.each(evaluationNames())("the method says what the items of %s are", (name) => {
    expect(method).toMatch(new RegExp(`^\\| ${name} \\| \\S`, "m"));
  });

  test.each(caseKeys())("the field %s of a case file is in the guide", (key) => {
    expect(guide).toContain(`| \`${key}\` |`);
  });
});

describe("what the papers show is so", () => {
  test("the generated parts of the method are fresh (else: npm run docs)", () => {
    expect(method).toBe(methodPaper(root));
  });

  test("every floor is in the table of scores", () => {
    const rows = scoreTable(join(root, "evaluations")).split("\n").slice(2);
    const floors = evaluationNames().flatMap((name) =>
      Object.keys(JSON.parse(text(`evaluations/${name}/floors.json`)) as object),
    );
    expect(rows).toHaveLength(floors.length);
  });

  test.each(papers)("the links of %s lead somewhere", (paper) => {
    expect(deadLinks(paper)).toEqual([]);
  });

  test.each(papers)("the commands and scripts in %s exist", (paper) => {
    const known = commands.map(({ name }) => name);
    const { scripts } = JSON.parse(text("package.json")) as { scripts: Record<string, string> };
    const code = codeOf(text(paper)).join("\n");
    const used = [...code.matchAll(/(?:bin\/parallax\.js|^parallax|`parallax) ([a-z][\w-]*)/gm)];
    const run = [...code.matchAll(/npm run (?:--silent )?([\w-]+)/g)];
    expect(used.map(([, name]) => name).filter((name) => !known.includes(name ?? ""))).toEqual([]);
    expect(
      run.map(([, name]) => name).filter((name) => !Object.hasOwn(scripts, name ?? "")),
    ).toEqual([]);
  });

  test("the case file in the guide is valid and names everything it uses", () => {
    const yaml = blocks(guide, "yaml").find((block) => block.startsWith("title:"));
    const result = caseSchema.safeParse(parse(yaml ?? ""));
    expect(result.error?.issues).toBeUndefined();
    expect(Object.keys(result.data ?? {})).toEqual(caseKeys());
  });

  test.each(["case.yaml", "walkout.yaml"])(
    "%s of the guide's other event is a case of the tests",
    (file) => {
      expect(blocks(guide, "yaml")).toContain(text(`tests/cases/walkout/input/${file}`));
    },
  );

  test("the pack in the guide is valid", () => {
    const yaml = blocks(guide, "yaml").find((block) => block.startsWith("pack:"));
    expect(parsePack(yaml ?? "", "the pack in docs/guide.md").concepts).not.toEqual([]);
  });

  test.each(papers)("the YAML of %s can be read", (paper) => {
    for (const block of blocks(text(paper), "yaml"))
      expect(parseAllDocuments(block).flatMap(({ errors }) => errors)).toEqual([]);
  });
});

/** The top-level keys of `case.yaml`, in the order of the schema. */
function caseKeys(): string[] {
  return Object.keys(caseSchema.in.unwrap().shape);
}

function packsOf(language: string): string[] {
  return readdirSync(join(root, "lexicons", language))
    .filter((name) => name.endsWith(".yaml"))
    .map((name) => name.replace(/\.yaml$/, ""));
}

function foldersOf(folder: string): string[] {
  return readdirSync(join(root, folder)).filter((name) =>
    statSync(join(root, folder, name)).isDirectory(),
  );
}

function evaluationNames(): string[] {
  return foldersOf("evaluations").filter((name) =>
    existsSync(join(root, "evaluations", name, "floors.json")),
  );
}

/** The anchors of a paper's headings, as GitHub makes them. */
function headings(markdown: string): string[] {
  return withoutBlocks(markdown)
    .split("\n")
    .flatMap((line) => /^#{1,6} (.+)$/.exec(line)?.[1] ?? [])
    .map((heading) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\s_-]/gu, "")
        .replace(/\s/g, "-"),
    );
}

/** Relative links of a paper whose file or heading is not there. */
function deadLinks(paper: string): string[] {
  const links = [...withoutBlocks(text(paper)).matchAll(/\]\(([^)\s]+)\)/g)].map(([, to]) => to);
  return links.flatMap((to = "") => {
    if (/^[a-z]+:/.test(to)) return [];
    const [path = "", anchor] = to.split("#");
    const file = path === "" ? paper : relative(root, resolve(root, dirname(paper), path));
    if (file.startsWith("..") || !existsSync(join(root, file))) return [to];
    return anchor !== undefined && !headings(text(file)).includes(anchor) ? [to] : [];
  });
}

function withoutBlocks(markdown: string): string {
  return markdown.replace(/^```[^\n]*\n[\s\S]*?^```$/gm, "");
}

function blocks(markdown: string, language: string): string[] {
  return [...markdown.matchAll(/^```([^\n]*)\n([\s\S]*?)^```$/gm)].flatMap(([, kind, block]) =>
    kind === language && block !== undefined ? [block] : [],
  );
}

/** Code blocks and code spans, the spans with their opening mark. */
function codeOf(markdown: string): string[] {
  const spans = [...withoutBlocks(markdown).matchAll(/`[^`\n]+`/g)].map(([span]) => span);
  return [...blocks(markdown, ""), ...spans];
}
