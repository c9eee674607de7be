import { shortId } from "../../document/ids.ts";
import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Claim } from "../claims/claims.ts";
import { type CompareInput, compareText } from "../input.ts";
import { type Grouped, groupBy } from "../integers.ts";
import { chainPhrases } from "./chains.ts";
import {
  type Collected,
  collectPhrases,
  type PhrasedSentence,
  type PhraseKey,
  plainKey,
} from "./collect.ts";
import { createNameBook } from "./name-book.ts";
import type { Phrase, PhraseWords } from "./phrase.ts";
import type { Places } from "./places.ts";
import { createPhraseReader } from "./read-phrases.ts";
import { joinedRoles } from "./roles.ts";
import type { NamedPlace, Spoken } from "./sentences.ts";
import { addUse, placesOf, type Use, usesOf } from "./uses.ts";
import type { WordingRow } from "./wording.ts";
import { stemOf, wordReader } from "./words.ts";

/** A case of more different phrases keeps those of two or more documents, the most used first. */
export const mostPhrases = 20_000;
/** So many found things are shown at most, and so many labels of each. */
export const mostFound = 60;
export const mostLabels = 12;
/** A label is shown from so many uses. */
export const leastUsesOfLabel = 2;
/** A row has labels of so many sources. */
const leastSources = 2;
/** A row of whose labels so large a share is in the packs is theirs. */
const packShare01 = 0.5;
/**
 * From this cosine on a small chain goes to a larger one in what is shown: higher than for chains that
 * are only counted, as one wrong label in a row is worse than one that stands by itself.
 */
export const shownFrom01 = 0.45;

/** A phrase, and how often the case uses it. */
export type Kind = {
  readonly phrase: Phrase;
  readonly text: string;
  count: number;
  /** Source → how it uses the phrase: counted when asked for. */
  readonly uses: () => ReadonlyMap<string, Use>;
  /** Each use's source, in the order of the documents. */
  readonly sources: () => readonly string[];
  /** A text says that this is another name of something. */
  isAlias: boolean;
};

/** The phrases of a case with the names in it. */
type Phrased = { readonly names: readonly NamedPlace[]; readonly phrases: Collected };

/**
 * Finds things that the sources of a case call by different words, without a pack: see `findChains`.
 * A row needs two labels of two uses each, of two sources, that are not just forms of one name.
 */
export function findWording(
  input: CompareInput,
  phrased: Phrased,
  { claims, listed }: { readonly claims: readonly Claim[]; readonly listed: readonly WordingRow[] },
  lists: PhraseWords & MeasureWords,
): { readonly rows: readonly WordingRow[]; readonly places: readonly Places[] } {
  const words = wordsOfSources(input);
  const packed = new Set(listed.flatMap(({ labels }) => labels.map(({ label }) => label)));
  const made = chainsOf(phrased, claims, lists)
    .flatMap((own) => foundOf(own, packed, lists) ?? [])
    .map((found) => ({ found, weight: weightOf(found) }))
    .sort((a, b) => b.weight - a.weight)
    .slice(0, mostFound)
    .map(({ found }) => rowOf(found, words));
  return { rows: made.map(({ row }) => row), places: made.flatMap(({ places }) => places) };
}

/**
 * All phrases of a case, those of one thing together: such as name one, have one head or one role,
 * stand for one thing in the same claim, or are said to be one by a text ("X, or Y"); see
 * `chainPhrases`.
 */
export async function findChains(
  spoken: Spoken,
  claims: readonly Claim[],
  lists: PhraseWords,
): Promise<Kind[][]> {
  const collector = collectPhrases(lists);
  const readWords = wordReader(lists);
  for await (const sentence of spoken.walk())
    collector.add(sentence, readWords(sentence.text, sentence.start));
  return chainsOf({ names: spoken.names, phrases: collector.collected() }, claims, lists);
}

function chainsOf(
  { names, phrases }: Phrased,
  claims: readonly Claim[],
  lists: PhraseWords,
): Kind[][] {
  const kept = keptKeys(phrases);
  const read = createPhraseReader(createNameBook(names, lists), lists);
  const kinds: Kind[] = [];
  const index = new Map<string, number>();
  const kindOf = new Int32Array(phrases.number).fill(-1);
  const usesOfKinds = createUses(phrases, kindOf, kinds);
  const apposed: [number, number][] = [];
  const same: (readonly [number, number])[] = [];
  const roles = joinedRoles(claims);
  for (const sentence of phrases.sentences) {
    let before: { readonly at: number; readonly span: Span } | undefined;
    const inClaim: { readonly at: number; readonly span: Span; readonly phrase: Phrase }[] = [];
    for (let nth = sentence.first; nth < sentence.end; nth++) {
      const text = phrases.textOf(nth);
      if (kept && !kept.has(text.key)) {
        before = undefined;
        continue;
      }
      const span = phrases.spanOf(nth);
      const key = read(sentence, span, text);
      let at = index.get(key.text);
      if (at === undefined) {
        at = kinds.length;
        kinds.push({
          phrase: key.phrase,
          text: text.text,
          count: 0,
          ...usesOfKinds(at),
          isAlias: false,
        });
        index.set(key.text, at);
      }
      (kinds[at] as Kind).count++;
      kindOf[nth] = at;
      if (before && isApposed(sentence, before.span, span)) apposed.push([before.at, at]);
      before = { at, span };
      inClaim.push({ at, span, phrase: key.phrase });
    }
    roles.add(sentence, inClaim);
  }
  const byWords = new Map<string, number>();
  kinds.forEach(({ phrase }, at) => {
    const words = phrase.words.join(" ");
    if (!byWords.has(words)) byWords.set(words, at);
  });
  for (const [a, b] of phrases.aliases) {
    const [one, other] = [byWords.get(plainKey(a)), byWords.get(plainKey(b))];
    if (one === undefined || other === undefined) continue;
    same.push([one, other]);
    for (const at of [one, other]) (kinds[at] as Kind).isAlias = true;
  }
  same.push(...roles.pairs());
  const chainOf = chainPhrases(
    kinds.map(({ phrase }) => phrase),
    { counts: kinds.map(({ count }) => count), same, apposed, attachFrom01: shownFrom01 },
  );
  const members = new Map<number, Kind[]>();
  chainOf.forEach((chain, at) => {
    const own = members.get(chain);
    if (own) own.push(kinds[at] as Kind);
    else members.set(chain, [kinds[at] as Kind]);
  });
  return [...members.values()];
}

/** Makes the functions that count the uses of a kind; they are asked when every phrase has its kind. */
function createUses(
  phrases: Collected,
  kindOf: Int32Array,
  kinds: readonly Kind[],
): (kind: number) => Pick<Kind, "uses" | "sources"> {
  let grouped: Grouped | undefined;
  const placesOf = (kind: number): Int32Array => {
    grouped ??= groupBy(kindOf.length, kinds.length, (nth) => kindOf[nth] as number);
    return grouped.order.subarray(grouped.first[kind], grouped.first[kind + 1]);
  };
  return (kind) => ({
    uses: () => {
      const bySource = new Map<string, Use>();
      for (const nth of placesOf(kind)) {
        const card = phrases.cardOf(nth);
        const passage = {
          documentId: card.id,
          ...phrases.spanOf(nth),
          text: phrases.textOf(nth).text,
        };
        addUse(bySource, card, phrases.voiceOf(nth), false, passage);
      }
      return bySource;
    },
    sources: () => Array.from(placesOf(kind), (nth) => phrases.cardOf(nth).sourceId),
  });
}

/** Words that measure or date a thing and name none, and words for persons. */
export type MeasureWords = Pick<Lexicon, "calendar" | "measures" | "numerals" | "people">;

/** Null where the case has few enough phrases to keep all. */
function keptKeys({ keys }: Collected): ReadonlySet<PhraseKey> | null {
  if (keys.length <= mostPhrases) return null;
  const shared = keys.filter(({ documents }) => documents > 1);
  shared.sort((a, b) => b.documents - a.documents);
  return new Set(shared.slice(0, mostPhrases));
}

/** "Ada Oro, the mayor" */
function isApposed({ text, start }: PhrasedSentence, name: Span, role: Span): boolean {
  return (
    role.start - name.end === 2 &&
    text.slice(name.end - start, role.start - start) === ", " &&
    /^(?:the|an?|its|their|his|her) /i.test(text.slice(role.start - start, role.end - start)) &&
    /^[,.]/.test(text.slice(role.end - start))
  );
}

/** A chain of which a row can be made. */
type Found = {
  readonly concept: string;
  /** All of them, most used first. */
  readonly labels: readonly Told[];
};

function foundOf(
  kinds: readonly Kind[],
  packed: ReadonlySet<string>,
  lists: PhraseWords & MeasureWords,
): Found | undefined {
  const groups = new Map<string, Kind[]>();
  for (const kind of kinds) {
    if (isMeasure(kind.phrase, lists)) continue;
    const key = labelTerms(kind.phrase, lists).join(" ");
    if (key === "") continue;
    const own = groups.get(key);
    if (own) own.push(kind);
    else groups.set(key, [kind]);
  }
  const labels: Told[] = [];
  for (const own of groups.values()) {
    const count = own.reduce((sum, kind) => sum + kind.count, 0);
    if (count < leastUsesOfLabel) continue;
    const [first] = [...own].sort((a, b) => b.count - a.count);
    if (!first) continue;
    const label = shownLabel(first, lists);
    const name = own.every(({ phrase }) => isBareName(phrase)) ? first.phrase.named : null;
    const terms = new Set(labelTerms(first.phrase, lists));
    labels.push({
      label,
      kinds: own,
      sources: new Set(own.flatMap(({ sources }) => sources())),
      count,
      name,
      terms,
      isAlias: own.some((kind) => kind.isAlias),
    });
  }
  const ofOneKind = withoutOtherKind(withoutMereParts(labels, lists), lists);
  if (!differ(ofOneKind)) return;
  return toldOf(ofOneKind, packed);
}

/** "safety" beside "safety zone" says what kind of zone, and names none, unless it is used more by itself. */
function withoutMereParts(
  labels: readonly Told[],
  lists: PhraseWords & MeasureWords,
): readonly Told[] {
  const parts = new Map<string, number>();
  for (const { kinds, count } of labels) {
    const [first] = kinds;
    if (!first || first.phrase.named !== null) continue;
    for (const term of labelTerms(first.phrase, lists).slice(0, -1))
      parts.set(term, Math.max(parts.get(term) ?? 0, count));
  }
  return labels.filter(({ name, terms, count }) => {
    const [only] = terms;
    return name !== null || terms.size > 1 || count > (parts.get(only ?? "") ?? 0);
  });
}

/**
 * A person is no thing: of "reporters" and "newspapers", "investigators" and "inquiry" those are kept that
 * are used more. A body has members and a name has a bearer: what names somebody keeps all.
 */
function withoutOtherKind(labels: readonly Told[], { people }: MeasureWords): readonly Told[] {
  if (labels.some(({ kinds }) => kinds.some(({ phrase }) => phrase.named !== null))) return labels;
  const isPerson = ({ kinds }: Told) =>
    kinds.some(({ phrase }) => people.has(phrase.label.split(" ").at(-1) ?? ""));
  const count = (list: readonly Told[]) => list.reduce((sum, one) => sum + one.count, 0);
  const persons = labels.filter(isPerson);
  const things = labels.filter((one) => !isPerson(one));
  return count(persons) > count(things) ? persons : things;
}

function toldOf(all: readonly Told[], packed: ReadonlySet<string>): Found | undefined {
  const labels = [...all];
  const sources = new Set(labels.flatMap((label) => [...label.sources]));
  if (sources.size < leastSources || !isSplit(labels, sources.size)) return;
  const known = labels.filter(({ label }) => packed.has(label)).length;
  if (known / labels.length >= packShare01) return;
  labels.sort((a, b) => b.count - a.count);
  const [first, ...rest] = labels;
  const other = rest.slice(0, mostLabels - 1).find((one) => first && isOther(first, one));
  const concept = [first, other ?? rest[0]].map((one) => one?.label).join(" · ");
  return { concept, labels };
}

function rowOf(
  { concept, labels }: Found,
  words: ReadonlyMap<string, number>,
): { readonly row: WordingRow; readonly places: readonly Places[] } {
  const id = shortId("wording", "found", concept);
  const shown = labels.slice(0, mostLabels).map(({ label, kinds }) => {
    const all = kinds.map(({ uses }) => uses());
    return {
      row: { label, uses: usesOf(all) },
      places: { of: id, label, documents: placesOf(all) },
    };
  });
  const totals = new Map<string, number>();
  for (const { kinds } of labels)
    for (const sourceId of kinds.flatMap(({ sources }) => sources()))
      totals.set(sourceId, (totals.get(sourceId) ?? 0) + 1);
  const row: WordingRow = {
    id,
    concept,
    origin: "found",
    pack: null,
    labels: shown.map(({ row }) => row),
    totals: [...totals]
      .map(([sourceId, mentions]) => ({ sourceId, mentions, words: words.get(sourceId) ?? 0 }))
      .sort((a, b) => compareText(a.sourceId, b.sourceId)),
    rule: "wording/found",
  };
  return { row, places: shown.map(({ places }) => places) };
}

/** Does some source go without a label that another uses? */
function isSplit(labels: readonly Told[], sources: number): boolean {
  return labels.some((label) => label.sources.size < sources);
}

type Told = {
  readonly label: string;
  readonly kinds: readonly Kind[];
  readonly sources: ReadonlySet<string>;
  readonly count: number;
  /** What a label that is nothing but a name names. */
  readonly name: string | null;
  readonly terms: ReadonlySet<string>;
  readonly isAlias: boolean;
};

/**
 * Are there two labels of which neither is the other with words left out, and which are not forms of
 * one name, unless a listed place has
 * several or a text says so? "zone" and "safety zone" are one wording, "zone" and "no-go area" are two.
 */
function differ(labels: readonly Told[]): boolean {
  const most = [...labels].sort((a, b) => b.count - a.count).slice(0, mostLabels);
  return most.some((a, at) => most.slice(at + 1).some((b) => isOther(a, b)));
}

function isOther(a: Told, b: Told): boolean {
  const areNames =
    (a.name === null) === (b.name === null) && (a.name === null || a.name.startsWith("="));
  return (
    ((a.isAlias && b.isAlias) || areNames) &&
    [...a.terms].some((term) => !b.terms.has(term)) &&
    [...b.terms].some((term) => !a.terms.has(term))
  );
}

/** The stems of a label's words, without numbers: of how many it is, other views tell. */
function labelTerms({ label }: Phrase, lists: PhraseWords & MeasureWords): string[] {
  return label
    .split(/[ -]/)
    .filter((word) => word !== "" && !/^\d/.test(word) && !lists.numerals.has(word))
    .map((word) => stemOf(word, lists));
}

/** A name with no word of its own beside it but a title. */
function isBareName({ named, modifiers }: Phrase): boolean {
  return named !== null && modifiers.length <= 1;
}

/** The words as written, without what leads to them. */
function shownLabel({ text, phrase }: Kind, lists: PhraseWords & MeasureWords): string {
  const all = wordReader(lists)(text, 0);
  const from = all.findIndex(({ kind }) => kind.lower === phrase.words[0]);
  const named = all.slice(Math.max(from, 0));
  const first = named.find(
    ({ kind }) => !/^\d/.test(kind.lower) && !lists.numerals.has(kind.lower),
  );
  const count = phrase.label.split(" ").length;
  const last = all.filter(({ kind }) => kind.isWord).at(-1);
  const own = text.slice(first?.start ?? 0, last?.end ?? text.length);
  const isName = phrase.named !== null || phrase.names.length > 0;
  const shown = isName ? own : own.toLowerCase();
  return count > 0 && !lists.functionWords.has(shown) ? shown : phrase.label;
}

function isMeasure(
  { label, head }: Phrase,
  { calendar, measures, numerals }: MeasureWords,
): boolean {
  const last = label.split(" ").at(-1) ?? "";
  if (head === "" || /^\d/.test(last)) return true;
  return calendar.has(last) || numerals.has(last) || measures.has(last);
}

/** Uses beside the most used label: what a row shows that one word alone would not. */
function weightOf({ labels }: Found): number {
  const shown = labels.slice(0, mostLabels);
  const sources = new Set(shown.flatMap((label) => [...label.sources]));
  return shown.slice(1).reduce((sum, { count }) => sum + count, 0) * Math.log2(1 + sources.size);
}

function wordsOfSources({ documents }: CompareInput): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const card of documents)
    words.set(card.sourceId, (words.get(card.sourceId) ?? 0) + card.words);
  return words;
}
