import { type CompareInput, memoryInput } from "../../src/compare/input.ts";
import { chainPhrases } from "../../src/compare/wording/chains.ts";
import { findChains } from "../../src/compare/wording/found.ts";
import { createNameBook } from "../../src/compare/wording/name-book.ts";
import { type Phrase, readPhrase } from "../../src/compare/wording/phrase.ts";
import { readSpoken } from "../../src/compare/wording/sentences.ts";
import type { DocumentCard } from "../../src/document/case.ts";
import { documentOf } from "../../src/document/document-of.ts";
import type { Evaluation, Metric, Miss } from "../measure.ts";
import { readingsOf, sharedLexicon } from "../reading.ts";
import { conllScore, countChains, scoreOf } from "./conll.ts";
import { type GoldEvent, newsWclFile, readNewsWcl } from "./newswcl.ts";
import { countPairs, type PairCounts, type Row } from "./table.ts";

/** Pairs that went wrong are listed, so many of each event. */
const mostMisses = 40;

export const evaluation: Evaluation = {
  name: "labels",
  needs: [newsWclFile],
  kinds: {
    wrong: "two labels stand in one found row, and gold has them in no common chain.",
    missed: "two labels of one gold chain stand in no common row.",
  },
  async run(shared) {
    const events = readNewsWcl(shared);
    const chains = events.map((event) => {
      const gold = event.mentions.map(({ chain }) => chain);
      return countChains(grouped(gold), grouped(chainPhrases(goldPhrases(event))));
    });
    const tables: PairCounts[] = [];
    const misses: Miss[] = [];
    for (const event of events) {
      const table = countPairs(goldRows(event), await foundRows(event));
      tables.push(table);
      for (const kind of ["wrong", "missed"] as const)
        for (const detail of table[kind].slice(0, mostMisses))
          misses.push({ kind, place: `event ${event.event}`, detail });
    }
    const mentions = events.reduce((sum, event) => sum + event.mentions.length, 0);
    const measure = (name: string, of: "muc" | "b3" | "ceafe"): Metric => {
      const { f1, ...rest } = scoreOf(chains.map((one) => one[of]));
      return { name, value: f1, n: mentions, ...rest };
    };
    const total = (key: "right" | "found" | "met" | "gold") =>
      tables.reduce((sum, { byUse }) => sum + byUse[key], 0);
    const precision = total("right") / total("found");
    const recall = total("met") / total("gold");
    const once = tables.reduce(
      (sum, { once: one }) => ({
        hits: sum.hits + one.hits,
        found: sum.found + one.found,
        gold: sum.gold + one.gold,
      }),
      { hits: 0, found: 0, gold: 0 },
    );
    return {
      metrics: [
        {
          name: "chains of gold mentions (CoNLL F1)",
          value: conllScore(chains),
          n: mentions,
          target: 0.55,
        },
        measure("chains: MUC F1", "muc"),
        measure("chains: B³ F1", "b3"),
        measure("chains: CEAF-e F1", "ceafe"),
        {
          name: "label table from raw text, by use (F1)",
          value: (2 * precision * recall) / (precision + recall),
          n: once.gold,
          precision,
          recall,
          target: 0.45,
        },
        {
          name: "label table, each pair once (F1)",
          value: (2 * once.hits) / (once.found + once.gold),
          n: once.gold,
          precision: once.hits / once.found,
          recall: once.hits / once.gold,
        },
      ],
      misses,
    };
  },
};

/** Which things have the same key. */
function grouped(keys: readonly (string | number)[]): string[][] {
  const groups = new Map<string | number, string[]>();
  keys.forEach((key, at) => {
    const own = groups.get(key);
    if (own) own.push(String(at));
    else groups.set(key, [String(at)]);
  });
  return [...groups.values()];
}

/** The gold mentions as phrases; of the chains they are in, nothing is told. */
function goldPhrases({ documents, mentions }: GoldEvent): Phrase[] {
  const lexicon = sharedLexicon();
  const read = new Map(
    documents.map(({ id, text }) => [
      id,
      { text, mentions: readingsOf(documentOf(text, { id })).mentions },
    ]),
  );
  const names = [...read.values()].flatMap(({ text, mentions: own }) =>
    own
      .filter(({ inferred }) => !inferred)
      .map((one) => ({ ...one, form: text.slice(one.start, one.end) })),
  );
  const book = createNameBook(names, lexicon);
  return mentions.flatMap(({ documentId, start, end }) => {
    const own = read.get(documentId);
    if (!own) return [];
    const inside = own.mentions.filter((one) => one.start < end && start < one.end);
    const text = own.text.slice(start, end);
    return [readPhrase(documentId, text, { start, end }, inside, book, lexicon)];
  });
}

function goldRows(event: GoldEvent): Row[] {
  const rows = new Map<string, Map<string, number>>();
  goldPhrases(event).forEach(({ label }, at) => {
    const chain = event.mentions[at]?.chain ?? "";
    const row = rows.get(chain) ?? new Map<string, number>();
    rows.set(chain, row);
    row.set(label, (row.get(label) ?? 0) + 1);
  });
  return [...rows.values()];
}

/** What the product finds in the texts alone. */
async function foundRows(event: GoldEvent): Promise<Row[]> {
  const spoken = await readSpoken(inputOf(event));
  const chains = await findChains(spoken, [], sharedLexicon());
  return chains.map((kinds) => {
    const row = new Map<string, number>();
    for (const { phrase, count } of kinds)
      row.set(phrase.label, (row.get(phrase.label) ?? 0) + count);
    return row;
  });
}

function inputOf({ event, documents }: GoldEvent): CompareInput {
  const declared = {
    title: event,
    language: "en",
    sides: [],
    sources: [],
    actors: [],
    packs: [],
    checklist: [],
  };
  return memoryInput(
    declared,
    documents.map(({ id, text }) => {
      const card: DocumentCard = {
        id,
        file: id,
        title: null,
        sourceId: id,
        sourceName: id,
        side: null,
        language: "en",
        published: null,
        completeness: "full",
        words: 0,
      };
      return { card, text, readings: readingsOf(documentOf(text, { id })) };
    }),
  );
}
