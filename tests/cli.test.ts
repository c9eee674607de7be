import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generatedPapers } from "../src/cli/papers.ts";
import { createProgress } from "../src/cli/progress.ts";
import { readingsSchema } from "../src/cli/readings-schema.ts";
import { resultSchemas } from "../src/cli/results/schemas.ts";
import { commands } from "../src/cli/table.ts";
import { hasDesktop } from "../src/cli/workbench.ts";
import { folderOf, parallax } from "./run.ts";

const example = "examples/brenna-strait";
let folder: ReturnType<typeof folderOf>;
beforeAll(() => {
  folder = folderOf(
    Object.fromEntries(
      readdirSync(example, { recursive: true, withFileTypes: true })
        .filter((entry) => entry.isFile() && !entry.parentPath.includes(".parallax"))
        .map((entry) => join(entry.parentPath, entry.name))
        .map((path) => [path.slice(example.length + 1), readFileSync(path)]),
    ),
  );
});
afterAll(() => folder.remove());

function lines(text: string): unknown[] {
  return text
    .trimEnd()
    .split("\n")
    .map((line) => JSON.parse(line) as unknown);
}

describe("the command line", () => {
  test.each<[args: string[], code: number, out: RegExp, err: RegExp]>([
    [[], 2, /^Parallax: .*\n\nUsage: parallax COMMAND/, /^$/],
    [["--help"], 0, /Exit codes:\n {2}0 {2}done/, /^$/],
    [["help", "ask"], 0, /^Look statements up/, /^$/],
    [["--version"], 0, /^\d+\.\d+\.\d+\n$/, /^$/],
    [["analyse", "x"], 2, /^$/, /unknown command "analyse" \(did you mean "analyze"\?\)/],
    [["frobnicate"], 2, /^$/, /unknown command "frobnicate" \(parallax --help lists all/],
    [["analyze"], 2, /^$/, /missing PATH\nusage: parallax analyze PATH \[--out DIR\]/],
    [["analyze", "x", "--oot", "y"], 2, /^$/, /unknown option --oot \(did you mean "--out"\?\)/],
    [["analyze", "x", "--out"], 2, /^$/, /option --out needs a value: --out DIR/],
    [["analyze", "x", "y z"], 2, /^$/, /too many arguments: "y z" \(put a path with spaces in/],
    [["claims", "x", "--json=no"], 2, /^$/, /option --json takes no value/],
    [["ask", "x"], 2, /^$/, /missing statement\nusage: parallax ask PATH "statement"/],
    [["ask", "x", " "], 2, /^$/, /an argument is empty/],
    [["serve", "x", "--port", "eighty"], 2, /^$/, /invalid port: eighty \(give a number/],
  ])("parallax %j", async (args, code, out, err) => {
    const ran = await parallax(args);
    expect(ran.out).toMatch(out);
    expect(ran.err).toMatch(err);
    expect(ran.code).toBe(code);
  });

  test.each(commands.map((command) => [command.name, command] as const))(
    "parallax %s --help tells arguments, options and examples",
    async (name, command) => {
      const { out, code } = await parallax([name, "--help"]);
      expect(code).toBe(0);
      for (const option of command.options) expect(out).toContain(`--${option.name}`);
      for (const { line } of command.examples) expect(out).toContain(line);
    },
  );
});

test.each(Object.entries(generatedPapers()))("%s is up to date (npm run docs)", (path, text) => {
  expect(readFileSync(path, "utf8")).toBe(text);
});

describe("parallax read", () => {
  test("gives one object per document and line, in the published form, with sound offsets", async () => {
    const files = readdirSync(folder.path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.(txt|md|html)$/.test(entry.name))
      .map((entry) => join(entry.parentPath, entry.name))
      .filter((path) => !path.includes(".parallax"))
      .sort();
    const { out, code } = await parallax(["read", ...files, "--json"]);
    expect(code).toBe(0);
    const objects = lines(out).map((object) => readingsSchema.parse(object));
    expect(objects.map(({ document }) => document.file)).toEqual(files);
    for (const { document, ...readings } of objects) {
      if (!document.file.endsWith(".txt")) continue;
      const text = readFileSync(document.file, "utf8");
      for (const { start, end } of Object.values(readings).flat() as {
        start?: number;
        end?: number;
      }[])
        if (start !== undefined && end !== undefined) {
          expect(start).toBeLessThan(end);
          expect(end).toBeLessThanOrEqual(text.length);
        }
    }
    expect(objects.flatMap(({ attributions }) => attributions).length).toBeGreaterThan(50);
  });

  test("reads the readable and names the rest", async () => {
    const { out, err, code } = await parallax([
      "read",
      join(folder.path, "none.txt"),
      join(folder.path, "case.yaml"),
    ]);
    expect(out).toBe("");
    expect(err).toMatch(/none\.txt: no such file.*\n.*case\.yaml: this format is not read/);
    expect(code).toBe(1);
  });

  test("without --json a person can read it", async () => {
    const one = folderOf({ "a.txt": "A quay in Orvane\n\nThe mayor said 12 boats were lost.\n" });
    const { out } = await parallax(["read", join(one.path, "a.txt")]);
    expect(out).toMatch(/^A quay in Orvane\n.*a\.txt · en · no date · 2 sentences/);
    expect(out).toMatch(/3 {2}figure +“12.*” {2}12/);
    expect(out).not.toContain("why:");
    const { out: whys } = await parallax(["read", join(one.path, "a.txt"), "--why"]);
    expect(whys).toMatch(/figure.*\n +why: “12” is read as 12 .*\(rule \w+\)\n/);
    one.remove();
  });
});

describe("parallax on a case", () => {
  test("ask gives one object per statement, with one cell per document", async () => {
    const statements = [
      "The ferry was sailing without navigation lights.",
      "Cows can fly over Zug.",
    ];
    const { out, code } = await parallax(["ask", folder.path, ...statements, "--json"]);
    expect(code).toBe(0);
    const answers = lines(out) as {
      statement: string;
      cells: {
        documentId: string;
        file: string;
        stance: string;
        passages: { text: string; score: number }[];
      }[];
    }[];
    expect(answers.map(({ statement }) => statement)).toEqual(statements);
    const [first, second] = answers;
    expect(first?.cells.length).toBeGreaterThanOrEqual(14);
    expect(new Set(first?.cells.map(({ stance }) => stance)).size).toBeGreaterThan(1);
    for (const { stance, passages } of first?.cells ?? [])
      if (["asserts", "attributes", "denies"].includes(stance))
        expect(passages.length).toBeGreaterThan(0);
    expect(new Set(second?.cells.map(({ stance }) => stance))).not.toContain("asserts");
  });

  test("claims --like ranks the claims that a post repeats, and says by which words", async () => {
    const post = "they sailed with NO navigation lights #GreyHeron";
    const { out } = await parallax(["claims", folder.path, "--like", post]);
    const [first] = out.split("\n\n");
    expect(first).toMatch(/lights/);
    expect(first).toMatch(/in common [\d.]+: .*light/);
    const [best, next] = lines(
      (await parallax(["claims", folder.path, "--like", post, "--json"])).out,
    ) as { claim: string; score: number; terms: object[] }[];
    expect(best?.claim).toMatch(/lights/);
    expect(best?.score).toBeGreaterThanOrEqual(next?.score ?? 0);
    expect(best?.terms.length).toBeGreaterThan(1);
    const none = await parallax(["claims", folder.path, "--like", "zzz"]);
    expect(none.err).toMatch(/no claim of the case has a word in common/);
  });

  test("wording --with sets a source's labels in two cases side by side", async () => {
    const { code, out } = await parallax(["wording", folder.path, "--with", folder.path]);
    expect(code).toBe(0);
    const [first = ""] = out.split("\n\n");
    const [, here, there] = first.split("\n");
    // A case beside itself: the same twice.
    expect(here).toMatch(/: .+ \d+ (?:own|quoted|attributed|in scare quotes)/);
    expect(there).toBe(here);
  });

  test.each(["claims", "figures", "wording", "silence", "sourcing", "origins", "timeline"])(
    "%s has a table for people and lines for programs",
    async (question) => {
      const table = await parallax([question, folder.path]);
      expect(table).toMatchObject({ code: 0, err: "" });
      expect(table.out.length).toBeGreaterThan(200);
      expect(table.out).not.toMatch(/undefined|NaN|\[object/);
      const json = await parallax([question, folder.path, "--json"]);
      expect(lines(json.out).length).toBeGreaterThan(1);
    },
  );

  test("analyze --out writes the same bytes each time, and report the same page", async () => {
    const first = folderOf({});
    const second = folderOf({});
    const ran = await parallax(["analyze", folder.path, "--out", first.path]);
    expect(ran.out).not.toMatch(/undefined|NaN|\[object/);
    await parallax(["analyze", folder.path, "--out", second.path]);
    const names = readdirSync(first.path).sort();
    expect(names).toEqual([
      "claims.json",
      "events.json",
      "figures.json",
      "judgements.json",
      "manifest.json",
      "origins.json",
      "report.html",
      "silence.json",
      "sourcing.json",
      "timeline.json",
      "wording.json",
    ]);
    for (const name of names)
      expect(readFileSync(join(second.path, name), "utf8")).toBe(
        readFileSync(join(first.path, name), "utf8"),
      );
    const written = (name: string): unknown =>
      JSON.parse(readFileSync(join(first.path, `${name}.json`), "utf8"));
    for (const [name, form] of Object.entries(resultSchemas))
      expect(form.safeParse(written(name)).error?.issues ?? [], name).toEqual([]);
    const sha256 = createHash("sha256").update(readFileSync(join(example, "case.yaml")));
    expect(written("manifest")).toMatchObject({
      caseFile: { file: "case.yaml", sha256: sha256.digest("hex") },
      packs: expect.arrayContaining([
        { pack: "killings", file: "killings.yaml", sha256: expect.any(String) },
      ]),
    });
    const page = join(second.path, "page.html");
    expect(await parallax(["report", folder.path, "-o", page])).toMatchObject({
      code: 0,
      out: `${page}\n`,
    });
    expect(readFileSync(page, "utf8")).toContain("<!doctype html>");
    first.remove();
    second.remove();
  });
});

test("as a process: the answer on standard output, its exit code, no stack trace", () => {
  const run = (args: readonly string[]) =>
    spawnSync(process.execPath, ["bin/parallax.js", ...args], { encoding: "utf8" });
  const good = run(["claims", folder.path, "--json"]);
  expect(good.status).toBe(0);
  expect(lines(good.stdout).length).toBeGreaterThan(1);
  const bad = run(["claims", join(folder.path, "none")]);
  expect(bad.status).toBe(1);
  expect(bad.stderr).toMatch(/none: no such folder/);
  expect(bad.stderr).not.toMatch(/^\s+at /m);
});

test("progress is drawn only on a terminal, and only after a second", () => {
  const drawn: string[] = [];
  let time = 0;
  const io = {
    out: () => {},
    err: (text: string) => drawn.push(text),
    environment: {},
    outIsTerminal: true,
  };
  const quiet = createProgress({ ...io, errIsTerminal: false }, () => time);
  const { progress, clear } = createProgress({ ...io, errIsTerminal: true }, () => time);
  progress("reading", 1, 9);
  time = 2;
  quiet.progress("reading", 2, 9);
  expect(drawn).toEqual([]);
  progress("reading", 2, 9);
  progress("reading", 3, 9);
  clear();
  expect(drawn).toEqual(["\r\u001b[Kreading 2 of 9 documents …", "\r\u001b[K"]);
});

test.each<[what: string, environment: NodeJS.ProcessEnv, terminal: boolean]>([
  ["no terminal", { DISPLAY: ":0" }, false],
  ["a build machine", { DISPLAY: ":0", CI: "true" }, true],
  ["another machine's desktop", { DISPLAY: ":0", SSH_CONNECTION: "x" }, true],
])("no browser is opened with %s", (_, environment, outIsTerminal) => {
  expect(hasDesktop({ environment, outIsTerminal })).toBe(false);
});

describe("parallax packs", () => {
  test("lists all packs with what they are for", async () => {
    const { out, code } = await parallax(["packs"]);
    expect(out).toMatch(/^territory +Words for .*\d+ concepts, \d+ labels; group conflict\)$/m);
    expect(out).toMatch(/^elections +Words for/m);
    expect(code).toBe(0);
  });

  test("shows one, with the telling in which a label is at home", async () => {
    const { out } = await parallax(["packs", "territory"]);
    expect(out).toMatch(/^control of territory$/m);
    expect(out).toMatch(/^ {2}occupied +\[those who lost the land\] a legal term/m);
    expect(out).toMatch(/^ {2}\(the names that the texts give\)$/m);
  });

  test("shows a group", async () => {
    const { out } = await parallax(["packs", "conflict"]);
    expect(out).toMatch(/^killings: /m);
    expect(out).not.toMatch(/^elections: /m);
  });

  test("a name that is none", async () => {
    const { err, code } = await parallax(["packs", "elektions"]);
    expect(err).toMatch(/there is no pack "elektions" \(did you mean "elections"\?\)/);
    expect(code).toBe(2);
  });
});
