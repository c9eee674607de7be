import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type CheckResult, checkSchema } from "../src/cli/check-schema.ts";
import { main } from "../src/cli/main.ts";
import { compareCase } from "../src/compare/compare.ts";
import { checkDraft } from "../src/compare/draft/check-draft.ts";
import type { DraftNote } from "../src/compare/draft/draft.ts";
import { memoryInput } from "../src/compare/input.ts";
import { documentOf } from "../src/document/document-of.ts";
import { readerOptionsOf } from "../src/pipeline/analyze.ts";
import { createReader } from "../src/read/read.ts";
import { folderOf, parallax } from "./run.ts";
import { copyFolder, lexicon, type ReadFolder, readFolder } from "./support/folder.ts";
import { createSwap, parallelsOf, swapCase } from "./support/swap.ts";
import { docxOf, paragraphOf } from "./support/zip.ts";

const example = "examples/brenna-strait";
const drafts = ["two-shores", "from-the-island", "from-the-mainland"].map(
  (name) => `examples/drafts/${name}.md`,
);

let copy: ReturnType<typeof copyFolder>;
beforeAll(() => {
  copy = copyFolder(example);
});
afterAll(() => copy.remove());

const known = new Map<string, Promise<CheckResult>>();

/** The notes on a draft, held against the example once. */
function checked(...args: string[]): Promise<CheckResult> {
  const key = args.join(" ");
  const result = known.get(key) ?? checkedNow(...(args as [string]));
  known.set(key, result);
  return result;
}

async function checkedNow(draft: string, ...options: string[]): Promise<CheckResult> {
  const ran = await parallax(["check", draft, "--case", copy.path, "--format", "json", ...options]);
  expect(ran.err).toBe("");
  return checkSchema.parse(JSON.parse(ran.out));
}

function written(name: string, content: string | Uint8Array): string {
  const made = folderOf({ [name]: content });
  madeFolders.push(made);
  return join(made.path, name);
}
const madeFolders: ReturnType<typeof folderOf>[] = [];
afterAll(() => {
  for (const { remove } of madeFolders) remove();
});

describe.each(drafts)("%s", (draft) => {
  test("every note shows passages as they stand in the case, or says with numbers that there are none", async () => {
    const result = await checked(draft);
    expect(result.notes.length).toBeGreaterThan(5);
    const own = readFileSync(draft, "utf8");
    for (const { place, passages, absence, reason } of result.notes) {
      expect(
        passages.length > 0 || (absence !== null && reason.includes(String(absence.documents))),
      ).toBe(true);
      if (place) {
        expect(own.slice(place.start, place.end).replace(/\s+/g, " ")).toBe(place.text);
        const line = own.split("\n")[place.line - 1] ?? "";
        const [word = ""] = place.text.split(" ");
        expect(line.slice(place.column - 1, place.column - 1 + word.length)).toBe(word);
      }
      for (const { file, line, column, text } of passages) {
        const source = readFileSync(join(copy.path, file), "utf8").split("\n")[line - 1] ?? "";
        const at = source.slice(column - 1).replace(/&nbsp;/g, " ");
        const begins = text.slice(0, 12);
        expect(at.startsWith(begins) || /[&<]/.test(at.slice(0, 14))).toBe(true);
      }
    }
  });

  test("nothing is scored, and no verdict is given", async () => {
    const { notes } = await checked(draft);
    const said = notes.map(({ reason }) => reason).join("\n");
    expect(said).not.toMatch(/score|percent|bias|fair|wrong|should|propaganda/i);
  });
});

describe("symmetry: exchanging the sides' names in draft and case exchanges the notes", () => {
  type Notes = (text: string) => Promise<readonly DraftNote[]>;
  let swap: (text: string) => string;
  let plain: Notes;
  let exchanged: Notes;
  beforeAll(async () => {
    const read = await readFolder(example);
    swap = createSwap(parallelsOf(read.case).flatMap(({ pairs }) => pairs));
    plain = await held(read);
    const swapped = copyFolder(example, swap);
    const { documents } = await readFolder(swapped.path);
    swapped.remove();
    exchanged = await held({
      case: swapCase(read.case, swap),
      documents: documents.map(({ document, card }) => ({
        document,
        card: { ...card, sourceName: swap(card.sourceName) },
      })),
    });
  });

  async function held({ case: declared, documents }: ReadFolder): Promise<Notes> {
    const reader = createReader(lexicon, readerOptionsOf(declared));
    const input = memoryInput(
      declared,
      documents.map(({ document, card }) => ({
        card,
        text: document.text,
        readings: reader(document),
      })),
    );
    const findings = await compareCase(input, reader);
    return async (text) => {
      const document = documentOf(text);
      const deps = { input, reader, packs: lexicon.packs, lists: lexicon, findings };
      return (await checkDraft(deps, { document, readings: reader(document) })).notes;
    };
  }

  /** A note without offsets and ids, its names given back. */
  function told(notes: readonly DraftNote[], rename: (text: string) => string) {
    return notes
      .map(({ rule, span, subject, backing, absence }) => ({
        rule,
        whole: span === null,
        // The side keeps its id when its names go over to the other; whom the case quotes how often
        // is what symmetry.test.ts asks.
        subject: rule === "side-not-quoted" ? "" : rename(subject),
        backing:
          rule === "side-not-quoted"
            ? backing.length
            : backing
                .map(
                  ({ documentId, text, role }) => `${documentId} ${rename(role)}: ${rename(text)}`,
                )
                .sort(),
        absence,
      }))
      .map((one) => JSON.stringify(one))
      .sort();
  }

  test.each(drafts)("%s", async (draft) => {
    const text = readFileSync(draft, "utf8").replace(/(?<=\S)\n(?=\S)/g, " ");
    const own = told(await plain(text), (words) => words);
    expect(own.length).toBeGreaterThan(5);
    expect(told(await exchanged(swap(text)), swap)).toEqual(own);
  });
});

const sentence = "Residents of the Marrow Isles were expelled from their homes on Saturday.";

describe("every format is read, with its own line and column", () => {
  const page = `<html><head><title>Draft</title></head><body><article><h1>Two shores</h1>\n<p>It rained on both shores, and nobody sailed, and the shops stayed shut for the whole day.</p>\n<p>${sentence}</p></article></body></html>`;
  test.each<
    [name: string, content: string | Uint8Array, line: number, column: number, places: string]
  >([
    ["d.md", `# Two shores\n\n${sentence.replace("were ", "were\n")}\n`, 4, 1, "lines"],
    ["d.txt", `Two shores\n\nIt rained. ${sentence}\n`, 3, 47, "lines"],
    ["d.html", page, 3, 39, "lines"],
    ["d.docx", docxOf(paragraphOf("Two shores") + paragraphOf(sentence)), 2, 36, "paragraphs"],
  ])("%s", async (name, content, line, column, places) => {
    const result = await checked(written(name, content));
    const note = result.notes.find(({ rule }) => rule === "contested-word");
    expect(note?.place).toMatchObject({ text: "expelled", line, column });
    expect(result.draft.places).toBe(places);
  });
});

test("a Word file is a document of a case, too", async () => {
  const body =
    paragraphOf("The quay at Orvane") + paragraphOf("Ina Dorn said that 12 boats were lost.");
  const file = written("report.docx", docxOf(body));
  const { out, err, code } = await parallax(["analyze", join(file, "..")]);
  expect(err).toBe("");
  expect(out).toMatch(/1 document from 1 source/);
  expect(code).toBe(0);
  const read = await parallax(["read", file, "--json"]);
  const { document, figures } = JSON.parse(read.out) as {
    document: { title: string };
    figures: { value: number; attributedTo: string }[];
  };
  expect(document.title).toBe("The quay at Orvane");
  expect(figures).toMatchObject([{ value: 12, attributedTo: "Ina Dorn" }]);
});

describe("notes that the writer keeps", () => {
  test.each<[name: string, content: string | Uint8Array]>([
    ["d.md", `${sentence} <!-- parallax: keep contested-word as the court said -->`],
    ["d.txt", `${sentence} [parallax: keep contested-word as the court said]`],
    [
      "d.html",
      `<html><body><article><p>${sentence} It rained on both shores, and nobody sailed.<!-- parallax: keep contested-word as the court said --></p></article></body></html>`,
    ],
    [
      "d.docx",
      docxOf(
        paragraphOf("[parallax: keep contested-word as the court said]") + paragraphOf(sentence),
      ),
    ],
  ])("%s: listed with their reason, and failing nothing", async (name, content) => {
    const file = written(name, content);
    const { notes, kept, marks } = await checked(file, "--fail-on", "contested-word");
    expect(notes.map(({ rule }) => rule)).not.toContain("contested-word");
    expect(kept).toMatchObject([{ rule: "contested-word", keptBecause: "as the court said" }]);
    expect(marks).toMatchObject([{ rule: "contested-word", problem: null }]);
    if (name !== "d.md") return;
    const { out } = await parallax(["check", file, "--case", copy.path]);
    expect(out).toMatch(/Kept by the writer:\n.*contested-word {2}“expelled”: as the court said/);
  });

  test("one missing claim by its id, a mark of no rule, and one that keeps nothing", async () => {
    const { notes } = await checked(written("d.md", sentence));
    const id = notes.find(({ rule }) => rule === "missing-claim")?.id;
    const file = written(
      "d.md",
      `${sentence}\n\n<!-- parallax: keep missing-claim:${id} told last week -->\n<!-- parallax: keep own-voise seen -->\n<!-- parallax: keep unattributed-quote seen -->\n`,
    );
    const result = await checked(file);
    expect(result.kept.map((note) => note.id)).toEqual([id]);
    expect(result.marks.map(({ line, problem }) => [line, problem?.slice(0, 24) ?? null])).toEqual([
      [3, null],
      [4, "there is no rule own-voi"],
      [5, "keeps nothing: there is "],
    ]);
    const { out } = await parallax(["check", file, "--case", copy.path]);
    expect(out).toMatch(
      /Marks that keep nothing:\n.*:4:1 {2}there is no rule own-voise \(did you mean "own-voice"\?\)/,
    );
  });
});

describe("exit codes and errors", () => {
  const draft = drafts[0] as string;
  test.each<[args: string[], code: number, err: RegExp]>([
    [[draft, "--case", "CASE"], 0, /^$/],
    [[draft, "--case", "CASE", "--fail-on", "own-voice,figure-conflict"], 4, /^$/],
    [[draft, "--case", "CASE", "--fail-on", "any"], 4, /^$/],
    [[draft, "--case", "CASE", "--fail-on", "figure-conflict"], 0, /^$/],
    [
      [draft, "--case", "CASE", "--fail-on", "own-voise"],
      2,
      /no rule "own-voise" \(did you mean "own-voice"\?\)/,
    ],
    [
      [draft, "--case", "CASE", "--format", "xml"],
      2,
      /there is no format "xml" .*text, json, sarif/,
    ],
    [[draft, "--case", "CASE", "--least", "none"], 2, /invalid least: none \(give a number/],
    [[draft], 2, /missing --case PATH: the folder of the case/],
    [[], 2, /missing DRAFT/],
    [["nowhere.md", "--case", "CASE"], 1, /nowhere\.md: no such file \(check the path\)/],
    [["examples", "--case", "CASE"], 1, /examples: a folder, not a file/],
    [
      ["package.json", "--case", "CASE"],
      1,
      /package\.json: this format is not read \(save its text/,
    ],
    [[draft, "--case", "nowhere"], 1, /nowhere: no such folder \(check the path\)/],
  ])("check %j", async (args, code, err) => {
    const ran = await parallax(["check", ...args.map((arg) => (arg === "CASE" ? copy.path : arg))]);
    expect(ran.err).toMatch(err);
    expect(ran.code).toBe(code);
  });

  test.each<[name: string, content: string, err: RegExp]>([
    ["d.md", "", /an empty file/],
    ["d.md", " \n", /nothing but white space/],
    ["d.docx", "PK\u0003\u0004", /damaged archive/],
    [
      "d.txt",
      "Der Fährmann sagte am Montag, dass die Lichter des Schiffes die ganze Nacht gebrannt hätten, und niemand habe ihn danach gefragt.",
      /the language \(de\) is not read/,
    ],
  ])("%s with %j", async (name, content, err) => {
    const ran = await parallax(["check", written(name, content), "--case", copy.path]);
    expect(ran.err).toMatch(err);
    expect(ran.code).toBe(1);
  });

  test("standard input is read as what it looks like", async () => {
    const out: string[] = [];
    const code = await main(["check", "-", "--case", copy.path, "--format", "json"], {
      out: (text) => out.push(text),
      err: () => {},
      environment: {},
      errIsTerminal: false,
      outIsTerminal: false,
      input: async () => docxOf(paragraphOf(sentence)),
    });
    expect(code).toBe(0);
    const { draft: read, notes } = checkSchema.parse(JSON.parse(out.join("")));
    expect(read).toEqual({ file: "stdin", format: "docx", places: "paragraphs" });
    expect(notes.map(({ rule }) => rule)).toContain("contested-word");
  });

  test("a draft in the folder of the case is no document of it", async () => {
    const outside = await checked(draft);
    const inside = join(copy.path, "draft.md");
    writeFileSync(inside, readFileSync(draft));
    const { case: held, notes } = await checked(inside);
    rmSync(inside);
    expect(held.documents).toBe(18);
    expect(notes.map(({ id }) => id)).toEqual(outside.notes.map(({ id }) => id));
  });
});

/** The properties that SARIF 2.1.0 requires of what is written, and the forms that it gives them. */
const uri = z.string().regex(/^[^\s\\]+$/);
const region = z.strictObject({
  startLine: z.int().min(1),
  startColumn: z.int().min(1),
  endLine: z.int().min(1).optional(),
  endColumn: z.int().min(1).optional(),
  snippet: z.strictObject({ text: z.string() }).optional(),
});
const location = {
  physicalLocation: z.strictObject({
    artifactLocation: z.strictObject({ uri, uriBaseId: z.string().optional() }),
    region: region.optional(),
  }),
};
const message = z.strictObject({ text: z.string().min(1) });
const sarif = z.strictObject({
  $schema: z.literal("https://json.schemastore.org/sarif-2.1.0.json"),
  version: z.literal("2.1.0"),
  runs: z
    .array(
      z.strictObject({
        tool: z.strictObject({
          driver: z.strictObject({
            name: z.string(),
            version: z.string(),
            informationUri: z.url(),
            rules: z.array(
              z.strictObject({
                id: z.string(),
                shortDescription: message,
                defaultConfiguration: z.strictObject({
                  level: z.enum(["none", "note", "warning", "error"]),
                }),
              }),
            ),
          }),
        }),
        columnKind: z.enum(["utf16CodeUnits", "unicodeCodePoints"]),
        originalUriBaseIds: z.record(z.string(), z.strictObject({ description: message })),
        artifacts: z.array(z.strictObject({ location: z.strictObject({ uri }) })),
        results: z.array(
          z.strictObject({
            ruleId: z.string(),
            ruleIndex: z.int().min(0),
            level: z.enum(["none", "note", "warning", "error"]),
            message,
            locations: z.array(z.strictObject(location)).length(1),
            relatedLocations: z
              .array(z.strictObject({ id: z.int().min(0), ...location, message }))
              .optional(),
            partialFingerprints: z.record(z.string(), z.string()).optional(),
            suppressions: z
              .array(
                z.strictObject({
                  kind: z.enum(["inSource", "external"]),
                  justification: z.string(),
                }),
              )
              .optional(),
          }),
        ),
      }),
    )
    .length(1),
});

test("SARIF has what SARIF 2.1.0 requires; passages are related locations, kept notes suppressed", async () => {
  const file = written(
    "my draft.md",
    `${sentence} <!-- parallax: keep contested-word as the court said -->\n\nSeventeen people were killed. <!-- parallax: keep nothing at all -->`,
  );
  const ran = await parallax(["check", file, "--case", copy.path, "--format", "sarif"]);
  const [run] = sarif.parse(JSON.parse(ran.out)).runs;
  const results = run?.results ?? [];
  for (const { ruleId, ruleIndex } of results)
    expect(run?.tool.driver.rules[ruleIndex]?.id).toBe(ruleId);
  expect(results.filter(({ suppressions }) => suppressions).map(({ ruleId }) => ruleId)).toEqual([
    "contested-word",
  ]);
  expect(results.map(({ ruleId }) => ruleId)).toContain("figure-conflict");
  expect(results.map(({ ruleId }) => ruleId)).toContain("keep");
  expect(results.flatMap(({ relatedLocations }) => relatedLocations ?? []).length).toBeGreaterThan(
    5,
  );
  expect(run?.artifacts[0]?.location.uri).toMatch(/my%20draft\.md$/);
});

test("the same draft gives the same bytes", async () => {
  const args = ["check", drafts[0] as string, "--case", copy.path, "--format", "json"];
  expect((await parallax(args)).out).toBe((await parallax(args)).out);
});
