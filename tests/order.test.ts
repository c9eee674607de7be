import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { compareCase, createAskCase } from "../src/compare/compare.ts";
import { memoryInput } from "../src/compare/input.ts";
import type { Case, DocumentCard } from "../src/document/case.ts";
import { readerOptionsOf } from "../src/pipeline/analyze.ts";
import { createReader, type Reader } from "../src/read/read.ts";
import type { Readings } from "../src/read/readings.ts";
import { lexicon, readFolder } from "./support/folder.ts";

type Read = { readonly card: DocumentCard; readonly text: string; readonly readings: Readings };

let declared: Case;
let documents: readonly Read[];
let reader: Reader;
beforeAll(async () => {
  const example = await readFolder("examples/brenna-strait");
  declared = example.case;
  reader = createReader(lexicon, readerOptionsOf(declared));
  documents = example.documents.map(({ document, card }) => ({
    card,
    text: document.text,
    readings: reader(document),
  }));
});

const compared = async (given: readonly Read[], by: Case = declared, using: Reader = reader) =>
  JSON.stringify(await compareCase(memoryInput(by, given), using, lexicon));

test("the order in which documents are given changes no answer", async () => {
  const first = await compared(documents);
  await fc.assert(
    fc.asyncProperty(
      fc.shuffledSubarray([...documents], { minLength: documents.length }),
      async (shuffled) => {
        expect(await compared(shuffled)).toBe(first);
      },
    ),
    { numRuns: 8 },
  );
});

test("comparing again, with a reader made anew, gives the same bytes", async () => {
  const again = createReader(lexicon, readerOptionsOf(declared));
  expect(await compared(documents, declared, again)).toBe(await compared(documents));
});

test("the order in which sources and actors are declared changes no answer", async () => {
  const backwards = {
    ...declared,
    sources: [...declared.sources].reverse(),
    actors: [...declared.actors].reverse(),
  };
  const using = createReader(lexicon, readerOptionsOf(backwards));
  expect(await compared(documents, backwards, using)).toBe(await compared(documents));
});

test("reading a document leaves no trace in the reading of the next", async () => {
  const { documents: fresh } = await readFolder("examples/brenna-strait");
  for (const { document, card } of [...fresh].reverse()) {
    const before = documents.find((one) => one.card.id === card.id)?.readings;
    expect(reader(document)).toEqual(before);
  }
});

test("asking gives the same claim, whatever was asked before and however documents are given", async () => {
  const [one = "", two = ""] = declared.checklist;
  const ask = await createAskCase(memoryInput(declared, documents), reader);
  const first = ask(one);
  ask(two);
  expect(ask(one)).toEqual(first);
  const other = await createAskCase(memoryInput(declared, [...documents].reverse()), reader);
  expect(other(one)).toEqual(first);
});
