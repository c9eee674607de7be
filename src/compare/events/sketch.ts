import { daysBetween, daysOf } from "../../document/edtf.ts";
import type { PassageIndex } from "../claims/passages.ts";
import type { CompareInput } from "../input.ts";

/** What a document tells of its event, as numbers of terms with their weights. */
export type Sketch = {
  /** Index into the case's documents. */
  readonly document: number;
  /** Days since 1970 of its publication; null where that is not known to the day. */
  readonly published: number | null;
  /** Term → weight; the squares of all weights add up to 1. */
  readonly weights: ReadonlyMap<number, number>;
  /** Names and figures of places → how telling each is. */
  readonly names: ReadonlyMap<number, number>;
  readonly namesTotal: number;
  /** Terms with most weight first. */
  readonly keys: readonly number[];
  /** Days that the head of the text dates, as days since 1970. */
  readonly days: ReadonlySet<number>;
  /** What is counted in the head of the text → the numbers given. */
  readonly tolls: ReadonlyMap<string, ReadonlySet<number>>;
};

/** So many sentences of a document, from its beginning, tell what it is about. */
const mostSentences = 40;
/** Words of so many sentences from the beginning weigh more … */
const headSentences = 5;
/** … by this factor. */
const headFactor = 1.5;
/** Dates and tolls are taken from so many characters. */
const headCharacters = 1500;
/** Sentences that stand in this many documents … */
const boilerplateDocuments = 3;
/** … over more than this many days belong to the page and not to the report. */
const boilerplateDays = 30;
/** A case of few documents tells little about how rare a word is: counts start from this many … */
const priorDocuments = 500;
/** … of which this share holds a common word … */
const priorWords = 0.02;
/** … and this share a name or a number. */
const priorNames = 0.002;
/** A document is found by so many of its most telling words. */
const keysPerDocument = 25;

/** What a shooting, a fire, a flood costs: where two numbers differ, it may be another event. */
const tollKinds = new Set(["killed", "wounded", "shot", "casualties", "missing"]);

/** Sketches all documents in two walks over what was indexed. Ordered as the case's documents. */
export async function sketchDocuments(input: CompareInput, index: PassageIndex): Promise<Sketch[]> {
  const published = index.documents.map(({ published: date }) => dayNumber(date));
  const boilerplate = findBoilerplate(index, published);
  const told = index.documents.map(() => ({
    counts: new Map<number, number>(),
    head: new Set<number>(),
    days: new Set<number>(),
    sentences: 0,
  }));
  for (const [at, passage] of index.passages.entries()) {
    const own = told[passage.document];
    if (!own || own.sentences >= mostSentences || boilerplate.has(at)) continue;
    own.sentences++;
    for (const term of passage.terms) {
      own.counts.set(term, (own.counts.get(term) ?? 0) + 1);
      if (own.sentences <= headSentences) own.head.add(term);
    }
    if (passage.start >= headCharacters) continue;
    for (const date of passage.dates) {
      const day = dayNumber(date);
      if (day !== null) own.days.add(day);
    }
  }
  const tolls = await readTolls(input, index);
  const rarity = createRarity(
    index,
    told.map(({ counts }) => counts),
  );
  return told.map(({ counts, head, days }, document): Sketch => {
    const raw: [term: number, weight: number][] = [];
    const names = new Map<number, number>();
    let squares = 0;
    let namesTotal = 0;
    for (const [term, count] of counts) {
      const rare = rarity.of(term);
      const weight = (1 + Math.log(count)) * rare * (head.has(term) ? headFactor : 1);
      squares += weight * weight;
      raw.push([term, weight]);
      if (rarity.isName(term) && !rarity.isNumber(term)) {
        names.set(term, rare);
        namesTotal += rare;
      }
    }
    const length = Math.sqrt(squares) || 1;
    const weights = new Map(raw.map(([term, weight]) => [term, weight / length]));
    const keys = raw
      .sort((a, b) => b[1] - a[1] || compareTerms(index, a[0], b[0]))
      .slice(0, keysPerDocument)
      .map(([term]) => term);
    return {
      document,
      published: published[document] ?? null,
      weights,
      names,
      namesTotal,
      keys,
      days,
      tolls: tolls[document] ?? new Map(),
    };
  });
}

/** Terms by name: their numbers depend on the order of the documents. */
function compareTerms({ termNames }: PassageIndex, a: number, b: number): number {
  const [left = "", right = ""] = [termNames[a], termNames[b]];
  return left < right ? -1 : left > right ? 1 : 0;
}

/** How telling a term is (inverse document frequency with a prior), and whether it is a name. */
function createRarity(index: PassageIndex, documents: readonly ReadonlyMap<number, number>[]) {
  const holders = new Uint32Array(index.termNames.length);
  for (const terms of documents)
    for (const term of terms.keys()) holders[term] = (holders[term] ?? 0) + 1;
  const isNumber = (term: number) => index.termNames[term]?.charAt(0) === "#";
  const names = index.termNames.map((name, term) => {
    if (/^[#=@]/.test(name)) return true;
    const uses = index.postings[term]?.length ?? 0;
    return !name.startsWith("~") && (index.nameUses.get(name) ?? 0) * 2 > uses;
  });
  const isName = (term: number) => names[term] ?? false;
  const of = (term: number) => {
    const prior = priorDocuments * (isName(term) ? priorNames : priorWords);
    const share = (documents.length + priorDocuments) / ((holders[term] ?? 0) + prior);
    return Math.max(0, Math.log(share));
  };
  return { of, isName, isNumber };
}

/** Indices of passages whose words come again and again in documents of different times. */
function findBoilerplate(
  { passages }: PassageIndex,
  published: readonly (number | null)[],
): Set<number> {
  const same = new Map<string, { places: number[]; from: number; to: number }>();
  const sentences = new Map<number, number>();
  for (const [at, { document, terms }] of passages.entries()) {
    const known = sentences.get(document) ?? 0;
    if (known >= 2 * mostSentences) continue;
    sentences.set(document, known + 1);
    const day = published[document];
    // The headline is the report's own.
    if (day === null || day === undefined || known === 0) continue;
    const key = terms.join(" ");
    const entry = same.get(key);
    if (!entry) same.set(key, { places: [at], from: day, to: day });
    else {
      entry.places.push(at);
      entry.from = Math.min(entry.from, day);
      entry.to = Math.max(entry.to, day);
    }
  }
  const found = new Set<number>();
  for (const { places, from, to } of same.values())
    if (places.length >= boilerplateDocuments && to - from > boilerplateDays)
      for (const place of places) found.add(place);
  return found;
}

async function readTolls(
  input: CompareInput,
  index: PassageIndex,
): Promise<Map<string, Set<number>>[]> {
  const documentOf = new Map(index.documents.map(({ id }, at) => [id, at]));
  const tolls = index.documents.map(() => new Map<string, Set<number>>());
  for await (const { documentId, reading } of input.rows("figures")) {
    const { what, value, start } = reading;
    if (what === null || value === null || start >= headCharacters || !tollKinds.has(what))
      continue;
    const own = tolls[documentOf.get(documentId) ?? -1];
    const known = own?.get(what);
    if (known) known.add(value);
    else own?.set(what, new Set([value]));
  }
  return tolls;
}

/** Days since 1970 of a date known to the day. */
function dayNumber(date: string | null): number | null {
  const days = date === null ? null : daysOf(date);
  return days?.from && days.from === days.to ? daysBetween("1970-01-01", days.from) : null;
}
