import { type Place, type Places, placesIn } from "../compare/wording/places.ts";
import type { Passage } from "../document/passage.ts";
import { publishedIn, type TimeStretch } from "../document/time-stretch.ts";
import type { Voice } from "../read/wording/voice.ts";
import { type ListCase, unaligned } from "./lists/list.ts";
import { type Facets, type Page, pageOf, type Stretch } from "./paged.ts";

/** One use of a label with the words around it, in one line. */
export type ConcordanceLine = Passage & {
  readonly sourceId: string;
  readonly published: string | null;
  readonly voice: Voice;
  readonly before: string;
  readonly after: string;
};

/** A page of the uses of one label, and how many uses are counted in all. */
export type Concordance = Page<ConcordanceLine> & {
  /** Of which thing; null for a word that one side uses more. */
  readonly concept: string | null;
  readonly uses: number;
};

export const concordanceSorts = ["voice", "source", "date", "before", "after"] as const;
export type ConcordanceSort = (typeof concordanceSorts)[number];

export type ConcordanceQuery = {
  /** A declared side or `unaligned`. */
  readonly side?: string | undefined;
  readonly source?: string | undefined;
  /** The source's own voice, or what it quotes and reports. */
  readonly voice?: "own" | "others" | undefined;
  readonly sort?: ConcordanceSort | undefined;
};

/** How many UTF-16 code units stand on each side of a use. */
export const aroundUnits = 70;

/** The kept texts of documents by id. */
export type ReadTexts = (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;

/** A use before its words are looked at. */
type Use = Place & {
  readonly documentId: string;
  readonly sourceId: string;
  readonly side: string;
  readonly published: string | null;
};

/**
 * Every use of a label, each in the words around it: own voice first, or by source, by date, or by the
 * words before or after it. Only the texts of the page are read, or for an order by words those of all
 * uses. `uses` counts all of them, `all` those in the stretch of time.
 */
export async function concordanceOf(
  places: Places,
  { concept, time }: { readonly concept: string | null; readonly time: TimeStretch | null },
  query: ConcordanceQuery,
  stretch: Stretch,
  lookup: ListCase,
  read: ReadTexts,
): Promise<Concordance> {
  const every = places.documents.flatMap((one) => {
    const card = lookup.card(one.documentId);
    if (!card) return [];
    const { id: documentId, sourceId, published } = card;
    const of = { documentId, sourceId, published, side: lookup.sideOf(sourceId) };
    return placesIn(one).map((place): Use => ({ ...place, ...of }));
  });
  const inTime = time ? every.filter((use) => publishedIn(use.published, time) === "in") : every;
  const tests = {
    side: (use: Use) => !query.side || use.side === query.side,
    source: (use: Use) => !query.source || use.sourceId === query.source,
    voice: (use: Use) => !query.voice || (use.voice === "own") === (query.voice === "own"),
  };
  const found = inTime.filter((use) => tests.side(use) && tests.source(use) && tests.voice(use));
  // Each further page asks for the same order again.
  const asked = JSON.stringify([query, time]);
  const before = orders.get(places);
  const ordered =
    before?.asked === asked && before.lookup === lookup
      ? before.uses
      : await inOrder(found, query.sort ?? "voice", lookup, read);
  orders.set(places, { asked, lookup, uses: ordered });
  const shown = ordered.slice(stretch.from, stretch.from + stretch.count);
  const texts = await read([...new Set(shown.map(({ documentId }) => documentId))]);
  const page = pageOf(ordered, stretch, {
    row: (use) => lineOf(use, texts.get(use.documentId) ?? ""),
    all: inTime.length,
    facets: facetsOf(inTime, tests, lookup),
    chosen: query,
  });
  return { concept, uses: every.length, ...page };
}

/** The order in which the uses of a label were last asked for. */
const orders = new WeakMap<Places, Asked>();

type Asked = {
  readonly asked: string;
  readonly lookup: ListCase;
  readonly uses: readonly Use[];
};

type Tests = Readonly<Record<"side" | "source" | "voice", (use: Use) => boolean>>;

/** How many uses each choice leaves under the others. */
function facetsOf(uses: readonly Use[], { side, source, voice }: Tests, lookup: ListCase): Facets {
  const counts = {
    side: Object.fromEntries([...lookup.sides, unaligned].map((id) => [id, 0])),
    source: {} as Record<string, number>,
    voice: { own: 0, others: 0 },
  };
  for (const use of uses) {
    const [ofSide, ofSource, ofVoice] = [side(use), source(use), voice(use)];
    if (ofSource && ofVoice) counts.side[use.side] = (counts.side[use.side] ?? 0) + 1;
    if (ofSide && ofVoice) counts.source[use.sourceId] = (counts.source[use.sourceId] ?? 0) + 1;
    if (ofSide && ofSource) counts.voice[use.voice === "own" ? "own" : "others"]++;
  }
  return counts;
}

/** Uses as asked; equals by side and source, then date, then place. */
async function inOrder(
  uses: readonly Use[],
  sort: ConcordanceSort,
  lookup: ListCase,
  read: ReadTexts,
): Promise<readonly Use[]> {
  const sides = new Map([...lookup.sides, unaligned].map((id, at) => [id, at]));
  const bySource = (a: Use, b: Use) =>
    (sides.get(a.side) ?? 0) - (sides.get(b.side) ?? 0) ||
    (lookup.placeOf(a.sourceId) ?? 0) - (lookup.placeOf(b.sourceId) ?? 0);
  const byDate = (a: Use, b: Use) => compare(a.published ?? "9", b.published ?? "9");
  const byPlace = (a: Use, b: Use) => compare(a.documentId, b.documentId) || a.start - b.start;
  const usual = (a: Use, b: Use) => bySource(a, b) || byDate(a, b) || byPlace(a, b);
  if (sort === "source") return [...uses].sort(usual);
  if (sort === "date") return [...uses].sort((a, b) => byDate(a, b) || usual(a, b));
  if (sort === "voice")
    return [...uses].sort(
      (a, b) => Number(a.voice !== "own") - Number(b.voice !== "own") || usual(a, b),
    );
  const texts = await read([...new Set(uses.map(({ documentId }) => documentId))]);
  return uses
    .map((use) => ({ use, key: keyOf(use, sort, texts.get(use.documentId) ?? "") }))
    .sort((a, b) => compare(a.key, b.key) || usual(a.use, b.use))
    .map(({ use }) => use);
}

/** The words after a use; or those before it, the nearest first. Lines without any come last. */
function keyOf(use: Place, sort: "before" | "after", text: string): string {
  const around = sort === "before" ? wordsBefore(use, text) : wordsAfter(use, text);
  const words = around.toLowerCase().match(/[\p{L}\p{M}\p{N}’'-]+/gu) ?? [];
  if (sort === "before") words.reverse();
  return words.length > 0 ? words.join(" ") : "\uffff";
}

function lineOf(use: Use, text: string): ConcordanceLine {
  const { documentId, sourceId, published, voice, start, end } = use;
  return {
    ...{ documentId, sourceId, published, voice, start, end },
    text: plain(text.slice(start, end)),
    before: wordsBefore(use, text),
    after: wordsAfter(use, text),
  };
}

/** Half a word at the cut is left out; line ends become spaces. */
function wordsBefore({ start }: Place, text: string): string {
  const words = text.slice(Math.max(0, start - aroundUnits), start);
  return plain(start > aroundUnits ? words.replace(/^\S*\s/, "") : words);
}

function wordsAfter({ end }: Place, text: string): string {
  const words = text.slice(end, end + aroundUnits);
  return plain(end + aroundUnits < text.length ? words.replace(/\s\S*$/, "") : words);
}

function plain(words: string): string {
  return words.replace(/\s+/g, " ");
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
