import { readFileSync } from "node:fs";
import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { compareCase } from "../src/compare/compare.ts";
import { holdAgainst } from "../src/compare/draft/check-draft.ts";
import { nothingLookedUp, type PreparedCase, prepareCase } from "../src/compare/draft/prepare.ts";
import { memoryInput } from "../src/compare/input.ts";
import { documentOf } from "../src/document/document-of.ts";
import { readerOptionsOf } from "../src/pipeline/analyze.ts";
import { createReader } from "../src/read/read.ts";
import { lexicon, readFolder } from "./support/folder.ts";

const draft = readFileSync("examples/drafts/two-shores.md", "utf8")
  .split(/\n\n+/)
  .filter((paragraph) => !paragraph.startsWith("#"))
  .join("\n\n");

let prepared: PreparedCase;
let sentences: readonly string[];
beforeAll(async () => {
  const read = await readFolder("examples/brenna-strait");
  const reader = createReader(lexicon, readerOptionsOf(read.case));
  const input = memoryInput(
    read.case,
    read.documents.map(({ card, document }) => ({
      card,
      readings: reader(document),
      text: document.text,
    })),
  );
  const findings = await compareCase(input, reader);
  const { packs } = lexicon;
  prepared = await prepareCase({ input, reader, packs, lists: lexicon, findings });
  sentences = prepared.open.index.passages.map(({ text }) => text);
});

async function notesOn(text: string, lately: PreparedCase["lately"]) {
  const document = documentOf(text);
  return holdAgainst({ ...prepared, lately }, { document, readings: prepared.reader(document) });
}

/** What a writer does to a text: sentences of the case come in, others go, a word changes or gets a capital. */
const edit = fc.record({
  what: fc.constantFrom("insert", "delete", "swap", "capital", "small", "word", "number"),
  at: fc.nat(),
  from: fc.nat(),
});

function edited(text: string, { what, at, from }: { what: string; at: number; from: number }) {
  const words = text.split(/(?<=\s)/);
  const here = at % Math.max(1, words.length);
  const word = words[here] ?? "";
  switch (what) {
    case "insert":
      return words.toSpliced(here, 0, `${sentences[from % sentences.length]} `).join("");
    case "delete":
      return words.toSpliced(here, 12).join("");
    case "swap":
      return [...words.slice(here), " ", ...words.slice(0, here)].join("");
    case "capital":
      return words.with(here, word.charAt(0).toUpperCase() + word.slice(1)).join("");
    case "small":
      return words.with(here, word.toLowerCase()).join("");
    case "word":
      return words.with(here, words[from % words.length] ?? "").join("");
    default:
      return words.with(here, `${from % 40} `).join("");
  }
}

test("what is kept from one answer to the next changes none", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(edit, { minLength: 2, maxLength: 6 }), async (edits) => {
      const lately = nothingLookedUp();
      let text = draft;
      await notesOn(text, lately);
      for (const one of edits) {
        text = edited(text, one);
        expect(await notesOn(text, lately)).toEqual(await notesOn(text, nothingLookedUp()));
      }
    }),
    { numRuns: 12, seed: 7 },
  );
}, 120_000);

test("a sentence that stays is not looked up again", async () => {
  const lately = nothingLookedUp();
  const asked: string[] = [];
  const cells: PreparedCase["lately"]["cells"] = (key, make) =>
    lately.cells(key, () => {
      asked.push(key);
      return make();
    });
  await notesOn(draft, { ...lately, cells });
  expect(asked.length).toBeGreaterThan(5);
  asked.length = 0;
  await notesOn(`${draft} The lamps of the quay were lit by nine that evening.`, {
    ...lately,
    cells,
  });
  expect(asked.length).toBeLessThanOrEqual(1);
});
