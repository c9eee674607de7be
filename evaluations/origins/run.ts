import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { indexPassages } from "../../src/compare/claims/passages.ts";
import { readTermsWith } from "../../src/compare/claims/statement.ts";
import { memoryInput } from "../../src/compare/input.ts";
import { compareOrigins } from "../../src/compare/origins/compare-origins.ts";
import type { Copy, ReusedText } from "../../src/compare/origins/origins.ts";
import type { Case, DocumentCard } from "../../src/document/case.ts";
import { documentOf } from "../../src/document/document-of.ts";
import { overlaps, type Span } from "../../src/document/span.ts";
import { readFolder } from "../../tests/support/folder.ts";
import type { Counts } from "../bootstrap.ts";
import { type Evaluation, f1Metric, type Metric, type Miss } from "../measure.ts";
import { sharedReader } from "../reading.ts";
import { createRandom, edited, footers, ownParagraph, type Planted, speeches } from "./planted.ts";

const example = join(fileURLToPath(new URL("../..", import.meta.url)), "examples", "brenna-strait");
/** Reprints of the example's own: here they would be copies that nobody planted. */
const leftOut = new Set([
  "harbour-post/2031-05-03-ferry-rammed-off-lantern-bank.html",
  "dravenholm-courier/2031-05-03-collision-in-safety-zone.html",
]);
/** Passages that the example's writers took over from each other, found by reading: they count for nothing. */
const byHand = new Set([
  "ministry-of-harbours/2031-05-04-statement-on-the-grey-heron.txt > tidewatcher/2031-05-07-what-the-water-knows.md",
  "radio-tolby/2031-05-05-strait-hour.txt > meridian-wire/2031-05-06-toll-rises.txt",
  "straits-commission/2031-05-08-statement-on-the-inquiry.txt > dravenholm-courier/2031-05-09-three-judges.html",
]);
const seed = 20_310_503;
const kinds = [
  "5 %",
  "15 %",
  "30 %",
  "cut",
  "headline",
  "paragraph",
  "paragraph, 30 %",
  "sentence, 15 %",
] as const;

/** Planted copies of own texts, and what must not be taken for copying. */
export const evaluation: Evaluation = {
  name: "origins",
  needs: [],
  worst: "The weight is how many words are concerned.",
  kinds: {
    missed: "a planted copy was not found, or not traced to the text that it was made from.",
    made: "two texts that nobody copied from each other were taken for copies.",
  },
  async run() {
    const planted = await plant();
    const found = await reusedIn(planted);
    const pairs = new Map(
      found.flatMap((text) =>
        text.copies.map((copy): [string, Copy] => [
          `${text.documentId} > ${copy.documentId}`,
          copy,
        ]),
      ),
    );
    const misses: Miss[] = [];
    const gold = new Set<string>();
    const words: Counts[] = [];
    const metrics: Metric[] = [];
    for (const kind of kinds) {
      const own = planted.filter((one) => one.kind === kind);
      let hits = 0;
      for (const one of own) {
        const key = `${one.origin} > ${one.id}`;
        gold.add(key);
        const copy = pairs.get(key);
        words.push(wordCounts(one, copy));
        if (copy) hits++;
        else misses.push({ kind: "missed", place: key, detail: kind, weight: one.copied.length });
      }
      metrics.push({ name: `copies found, ${kind}`, value: hits / own.length, n: own.length });
    }
    const told = [...pairs.keys()].filter((key) => !byHand.has(withoutKind(key)));
    const right = told.filter((key) => gold.has(key)).length;
    for (const key of told)
      if (!gold.has(key)) {
        const copy = pairs.get(key);
        const detail = copy?.evidence.map(({ text }) => text).join(" / ") ?? "";
        misses.push({ kind: "made", place: key, detail, weight: copy?.words ?? 0 });
      }
    const all: Counts = { hits: right, found: told.length, gold: gold.size };
    return {
      metrics: [
        f1Metric("copies and their origin", [all], 0.95),
        ...metrics,
        f1Metric("copied words", words, 0.95),
      ],
      misses,
    };
  },
};

/** Natural passages of a text stay in its variants: they are by hand whichever variant has them. */
function withoutKind(key: string): string {
  return key.replaceAll(/ \([^)]*\)/g, "");
}

async function plant(): Promise<Planted[]> {
  const random = createRandom(seed);
  const { documents } = await readFolder(example);
  const bases = documents.filter(({ card }) => !leftOut.has(card.id));
  const planted: Planted[] = bases.map(({ card, document }) => ({
    id: card.id,
    source: card.sourceName,
    published: card.published?.slice(0, 10) ?? "2031-05-12",
    text: document.text,
    kind: null,
    origin: null,
    copied: [],
    quoted: [],
  }));
  let number = 0;
  const add = (kind: string | null, origin: string | null, made: Made, name: string) =>
    planted.push({
      id: `${origin ?? ""} (${kind ?? name})`,
      source: kind === null ? name : `Paper ${++number}`,
      published: "2031-06-01",
      text: made.text,
      kind,
      origin,
      copied: made.kept,
      quoted: made.quoted,
    });
  for (const { card, document } of bases) {
    for (const [kind, share01] of [
      ["5 %", 0.05],
      ["15 %", 0.15],
      ["30 %", 0.3],
    ] as const)
      add(kind, card.id, edited(document.text, share01, random), "");
    const paragraphs = document.text.split(/\n\n+/);
    const third = paragraphs.slice(0, Math.ceil(paragraphs.length / 3)).join("\n\n");
    add("cut", card.id, edited(third, 0.05, random), "");
    const head = "What is known so far, and what is not\n\n";
    add(
      "headline",
      card.id,
      behind(head, edited(paragraphs.slice(1).join("\n\n"), 0.1, random)),
      "",
    );
    const long = paragraphs.find((one) => !/["“”]/.test(one) && one.split(/\s+/).length >= 40);
    if (long === undefined) continue;
    const within = (kind: string, part: string, share01: number) => {
      const one = behind(`${ownParagraph(random)}\n\n`, edited(part, share01, random));
      const text = `${one.text}\n\n${ownParagraph(random)}`;
      add(kind, card.id, { ...one, text }, "");
    };
    within("paragraph", long, 0.1);
    within("paragraph, 30 %", long, 0.3);
    const sentence = long.split(/(?<=[.!?])\s+/).reduce((x, y) => (y.length > x.length ? y : x));
    within("sentence, 15 %", sentence, 0.15);
  }
  const alone = (text: string) => ({ text, kept: [], quoted: [] });
  speeches.forEach((speech, nth) => {
    for (let at = 0; at < 3; at++) {
      const text = `${ownParagraph(random)}\n\n“${speech}”\n\n${ownParagraph(random)}`;
      add(null, `speech ${nth}`, alone(text), `Hall ${nth}.${at}`);
    }
  });
  footers.forEach((footer, nth) => {
    for (let at = 0; at < 6; at++) {
      const text = `${ownParagraph(random)}\n\n${ownParagraph(random)}\n\n${footer}`;
      add(null, `sheet ${nth}.${at}`, alone(text), `Sheet ${nth + (at % 2)}`);
    }
  });
  return planted;
}

type Made = ReturnType<typeof edited>;

function behind(head: string, { text, kept, quoted }: Made): Made {
  const move = ({ start, end }: Span) => ({ start: start + head.length, end: end + head.length });
  return { text: `${head}${text}`, kept: kept.map(move), quoted: quoted.map(move) };
}

async function reusedIn(planted: readonly Planted[]): Promise<readonly ReusedText[]> {
  const reader = sharedReader();
  const declared: Case = {
    title: "planted",
    language: "en",
    sides: [],
    sources: [],
    actors: [],
    packs: [],
    checklist: [],
  };
  const input = memoryInput(
    declared,
    planted.map(({ id, source, published, text }) => {
      const document = documentOf(text, { id, published, completeness: "full" });
      const card: DocumentCard = {
        id,
        file: id,
        title: null,
        sourceId: source,
        sourceName: source,
        side: null,
        language: "en",
        published,
        completeness: "full",
        words: 0,
      };
      return { card, text, readings: reader(document) };
    }),
  );
  const index = await indexPassages(input, readTermsWith(reader));
  return (await compareOrigins(input, index)).reused;
}

/**
 * Words outside quotations that are told as taken over, and those that were: a word in a told
 * passage that is not among its changes is told as taken over.
 */
function wordCounts({ text, copied, quoted }: Planted, copy: Copy | undefined): Counts {
  const passages = copy?.passages.map((passage) => passage.copy) ?? [];
  const changed = copy?.changes.flatMap((change) => change.copy ?? []) ?? [];
  const places = new Set(copied.map(({ start }) => start));
  let hits = 0;
  let found = 0;
  for (const { index, 0: word } of text.matchAll(/\S+/g)) {
    const span = { start: index, end: index + word.length };
    const isIn = (spans: readonly Span[]) => spans.some((one) => overlaps(one, span));
    if (isIn(quoted) || !isIn(passages) || isIn(changed)) continue;
    found++;
    if (places.has(index)) hits++;
  }
  return { hits, found, gold: copied.length };
}
