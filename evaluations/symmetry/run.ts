import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createReader, type Reader } from "../../src/read/read.ts";
import type { Evaluation, Metric, Miss } from "../measure.ts";
import { lexiconDirectory } from "../paths.ts";
import { seedDocuments } from "../seeds.ts";
import { type Difference, differences } from "./compare.ts";
import { swapOf } from "./exchange.ts";
import { exchangesOf, type Pair, pairs } from "./names.ts";
import { madeDocument, textsForEachPair, writeText } from "./texts.ts";

/** Readings of a kind that are the same after the exchange, of all of both texts. */
type Tally = { same: number; all: number };

/**
 * How much of what is read stays the same, names apart, when two names take each other's place: in
 * made texts of many kinds, and in the five documents.
 */
export const evaluation: Evaluation = {
  name: "symmetry",
  needs: ["seeds"],
  kinds: {
    made: "a made text and the same with two names exchanged were read differently.",
    seeds: "a document and the same with two names exchanged were read differently.",
  },
  async run(shared) {
    const lexicon = loadLexicon(lexiconDirectory);
    const reader = createReader(lexicon);
    const misses: Miss[] = [];
    const made = pairs.flatMap((pair, at) =>
      Array.from({ length: textsForEachPair }, (_, nth) => {
        const { kind, text } = writeText(pair, at * 100 + nth);
        return { document: madeDocument(text, `${kind} ${at}.${nth}`), pair };
      }),
    );
    const seeds = seedDocuments(shared).flatMap((document) =>
      exchangesOf(document.text, lexicon.gazetteer).map((pair) => ({ document, pair })),
    );
    return {
      metrics: [
        ...measure("made", made, reader, misses),
        ...measure("seeds", seeds, reader, misses),
      ],
      misses,
    };
  },
};

/** Always the same, and held by a test. */
const pinned = new Set(["language", "paragraphs", "noise", "voices", "scareQuotes"]);

type Exchange = { readonly document: ReturnType<typeof madeDocument>; readonly pair: Pair };

function measure(
  set: string,
  exchanges: readonly Exchange[],
  reader: Reader,
  misses: Miss[],
): Metric[] {
  const tallies = new Map<string, Tally>();
  let whole = 0;
  for (const { document, pair } of exchanges) {
    const { found } = differences(document, swapOf(pair), reader);
    if (found.every(({ only }) => only.length === 0)) whole++;
    for (const difference of found) {
      const { kind, same, all } = difference;
      const tally = tallies.get(kind) ?? { same: 0, all: 0 };
      tallies.set(kind, { same: tally.same + same, all: tally.all + all });
      misses.push(...missesOf(set, document, pair, difference));
    }
  }
  return [
    {
      name: `${set}: texts read the same`,
      value: whole / Math.max(1, exchanges.length),
      n: exchanges.length,
      target: 1,
    },
    ...[...tallies]
      .filter(([kind]) => !pinned.has(kind))
      .map(([kind, { same, all }]) => ({
        name: `${set}: ${kind}`,
        value: all === 0 ? 1 : same / all,
        n: all,
        target: 1,
      })),
  ];
}

function missesOf(
  set: string,
  { id, text }: Exchange["document"],
  { one, other }: Pair,
  { kind, only }: Difference,
): Miss[] {
  return only.map(({ of, reading }) => {
    const { start, end } = (JSON.parse(reading) ?? {}) as { start?: number; end?: number };
    const detail = `${one[0]} for ${other[0]}, only in the ${of}: ${reading.slice(0, 600)}`;
    const found =
      start === undefined || end === undefined
        ? []
        : [{ start: Math.floor(start), end: Math.ceil(end) }];
    return {
      kind: `${set} ${kind}`,
      place: id,
      detail,
      ...(found.length === 0 ? {} : { shown: { text, gold: [], found } }),
    };
  });
}
