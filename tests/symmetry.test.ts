import fc from "fast-check";
import { beforeAll, describe, expect, test } from "vitest";
import { compareCase } from "../src/compare/compare.ts";
import { type Findings, type Question, questions } from "../src/compare/findings.ts";
import { memoryInput } from "../src/compare/input.ts";
import { readerOptionsOf } from "../src/pipeline/analyze.ts";
import { createReader } from "../src/read/read.ts";
import type { Readings } from "../src/read/readings.ts";
import {
  copyFolder,
  lexicon,
  plainDocument,
  type ReadFolder,
  readFolder,
} from "./support/folder.ts";
import { inOrder, project, withPlainIds } from "./support/projection.ts";
import { createSwap, type NamePair, parallelsOf, swapCase } from "./support/swap.ts";

const folder = "examples/brenna-strait";

type Analysed = {
  readonly texts: ReadonlyMap<string, string>;
  readonly readings: ReadonlyMap<string, Readings>;
  /** By question, each in an order of its own that no name and no offset takes part in. */
  readonly findings: Readonly<Record<Question, unknown>>;
};

/** Reads and compares a case; its names are given back by `rename`. */
async function analyse(
  { case: declared, documents }: ReadFolder,
  rename: (text: string) => string = (text) => text,
): Promise<Analysed> {
  const reader = createReader(lexicon, readerOptionsOf(declared));
  const read = documents.map(({ document, card }) => ({
    card,
    text: document.text,
    readings: reader(document),
  }));
  const findings = await compareCase(memoryInput(declared, read), reader, lexicon);
  const plain = (value: unknown, text = "") => project(value, { rename, text });
  return {
    texts: new Map(read.map(({ card, text }) => [card.id, rename(text)])),
    readings: new Map(
      read.map(({ card, text, readings }) => [card.id, plain(readings, text) as Readings]),
    ),
    findings: ordered(withPlainIds(plain(findings) as Findings)),
  };
}

/** The example with names exchanged in every document and in the case, and exchanged back. */
async function analyseSwapped(pairs: readonly NamePair[]): Promise<Analysed> {
  const swap = createSwap(pairs);
  const copy = copyFolder(folder, swap);
  try {
    const { case: declared, documents } = await readFolder(copy.path);
    const swapped = {
      case: swapCase(declared, swap),
      documents: documents.map(({ document, card }) => ({
        document,
        card: { ...card, sourceName: swap(card.sourceName) },
      })),
    };
    // A medium is also shown without its article.
    const bare = createSwap(
      pairs
        .filter((pair) => pair.every((name) => name.startsWith("the ")))
        .map(([a, b]): NamePair => [a.slice(4), b.slice(4)]),
    );
    const rename = (text: string) => (/^\p{Lu}\p{L}+$/u.test(text) ? bare(swap(text)) : swap(text));
    return await analyse(swapped, rename);
  } finally {
    copy.remove();
  }
}

function ordered({ sourcing, wording, ...lists }: Findings): Record<Question, unknown> {
  return {
    claims: inOrder(lists.claims),
    figures: inOrder(lists.figures),
    wording: {
      rows: inOrder(wording.rows),
      contrasts: inOrder(wording.contrasts),
    },
    silence: inOrder(lists.silence),
    origins: inOrder(lists.origins),
    timeline: inOrder(lists.timeline),
    sourcing: {
      rows: sourcing.rows.map((row) => ({
        ...row,
        quoted: inOrder(row.quoted.map(({ side: _, ...quoted }) => quoted)),
      })),
      chains: inOrder(sourcing.chains),
      sides: inOrder(sourcing.sides),
      anonymous: sourcing.anonymous,
      citations: inOrder(sourcing.citations),
    },
  };
}

/** Names that lists know, also as other words, and names that none knows. */
const pairs: readonly NamePair[] = [
  ["Paris", "Ondrel"],
  ["Turkey", "Quathe"],
  ["Jordan", "Vessimar"],
  ["Reading", "Tolk"],
  ["London", "Brunnow"],
  ["China", "Isk"],
  ["Georgia", "Harrowick"],
  ["Mary", "Zell"],
];
const frames = [
  "A said on Monday that B had lost 12 boats.",
  "The mayor of A denied it.",
  "“We will stay,” said B, who spoke in A.",
  "According to B, at least 40 people fled A in 2019.",
  "A’s council asked B to leave the harbour by 3 May.",
  "In B nobody had heard of the so-called “peace” of A.",
  "B claims A killed five of its fishermen.",
];

let example: ReadFolder;
let original: Analysed;
beforeAll(async () => {
  example = await readFolder(folder);
  original = await analyse(example);
});

describe("names of as many words exchanged", () => {
  let swapped: Analysed;
  beforeAll(async () => {
    swapped = await analyseSwapped(evenPairs());
  });

  test("give every text back when exchanged twice", () => {
    expect(swapped.texts).toEqual(original.texts);
  });

  test("change no reading of any document", () => {
    for (const [id, readings] of original.readings)
      expect({ id, ...swapped.readings.get(id) }).toEqual({ id, ...readings });
  });

  test.each(questions)("change no answer: %s", (question) => {
    expect(swapped.findings[question]).toEqual(original.findings[question]);
  });
});

/**
 * Peoples, places, persons and bodies whose names have as many words as their counterparts, and no
 * number ("Three Sisters") or general word for a body ("Strait Watch") that is read on its own.
 */
function evenPairs(): NamePair[] {
  const words = (name: string) => name.split(/[\s’']+/);
  const general = (word: string) =>
    lexicon.numerals.has(word.toLowerCase()) || lexicon.references.orghead.has(word.toLowerCase());
  return parallelsOf(example.case)
    .filter(
      ({ kind, pairs }) =>
        kind === "actor" &&
        pairs.every(([a, b]) => words(a).length === words(b).length) &&
        !pairs.flat().flatMap(words).some(general),
    )
    .flatMap(({ pairs }) => pairs);
}

describe("all names of the two sides exchanged", () => {
  let swapped: Analysed;
  beforeAll(async () => {
    swapped = await analyseSwapped(parallelsOf(example.case).flatMap(({ pairs }) => pairs));
  });

  test("give every text back when exchanged twice", () => {
    expect(swapped.texts).toEqual(original.texts);
  });

  test.each([
    "language",
    "paragraphs",
    "sentences",
    "noise",
    "voices",
    "attributions",
    "scareQuotes",
    "dates",
    "wording",
  ] as const)("change no reading: %s", (kind) => {
    for (const [id, readings] of original.readings)
      expect({ id, [kind]: unnamed(swapped.readings.get(id)?.[kind]) }).toEqual({
        id,
        [kind]: unnamed(readings[kind]),
      });
  });

  test.each(["claims", "wording", "silence", "timeline"] as const)(
    "change no answer: %s",
    (question) => {
      expect(unnamed(swapped.findings[question])).toEqual(unnamed(original.findings[question]));
    },
  );
});

/**
 * Without whom a pronoun or a noun was taken to mean, without how sure the tagger is, and without how
 * often a label is used that was found without a pack: a name of one word in small letters ("the
 * courier says") is not known to be a name, one of several words is.
 */
function unnamed(value: unknown): unknown {
  const left = new Set(["sourceName", "sourceInferred", "attributedTo", "reason", "score01"]);
  const counted = new Set(["uses", "totals"]);
  return JSON.parse(
    JSON.stringify(value, function (this: { origin?: unknown }, key, one: unknown) {
      if (key === "labels" && this.origin === "found" && Array.isArray(one))
        return one.map(({ label }: { label: string }) => label);
      const isCounted = counted.has(key) && this.origin === "found";
      return left.has(key) || isCounted ? undefined : one;
    }) ?? "null",
  );
}

describe("a frequent name exchanged for a rare one", () => {
  const swap = createSwap(pairs);
  const read = readerOf(pairs);
  const readSwapped = readerOf(pairs.map(([one, other]) => [other, one]));

  test("leaves every reading of a sentence", () => {
    const two = fc.uniqueArray(fc.constantFrom(...pairs.flat()), { minLength: 2, maxLength: 2 });
    const text = fc
      .tuple(fc.array(fc.constantFrom(...frames), { minLength: 1, maxLength: 4 }), two)
      .map(([parts, [a = "", b = ""]]) =>
        parts.join(" ").replace(/\b[AB]\b/g, (letter) => (letter === "A" ? a : b)),
      );
    fc.assert(
      fc.property(text, (original) => {
        const swapped = swap(original);
        expect(
          project(readSwapped(plainDocument(swapped)), { rename: swap, text: swapped }),
        ).toEqual(
          project(read(plainDocument(original)), { rename: (same) => same, text: original }),
        );
      }),
    );
  });
});

function readerOf(named: readonly NamePair[]) {
  const actors = named.flatMap(([one, other], at) => [
    { id: `one-${at}`, names: [one] },
    { id: `other-${at}`, names: [other] },
  ]);
  return createReader(lexicon, { names: named.flat(), actors });
}
