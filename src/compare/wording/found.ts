import { shortId } from "../../document/ids.ts";
import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { stem } from "../../lexicon/synonyms.ts";
import { readAliases } from "../claims/aliases.ts";
import type { Claim } from "../claims/claims.ts";
import { type CompareInput, compareText } from "../input.ts";
import { chainPhrases } from "./chains.ts";
import { cutPhrases } from "./cut.ts";
import { createNameBook, type NameBook } from "./name-book.ts";
import { type Phrase, type PhraseWords, readPhrase, wordsIn } from "./phrase.ts";
import { joinedRoles } from "./roles.ts";
import type { Spoken, SpokenSentence } from "./sentences.ts";
import { addUse, type Use, usesOf } from "./uses.ts";
import type { LabelRow, WordingRow } from "./wording.ts";

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
export const shownFrom01 = 0.3;

/** A phrase with all its uses in the case. */
export type Kind = {
  readonly phrase: Phrase;
  readonly text: string;
  count: number;
  readonly uses: Map<string, Use>;
  /** A text says that this is another name of something. */
  isAlias: boolean;
};

/**
 * Finds things that the sources of a case call by different words, without a pack: see `findChains`.
 * A row needs two labels of two uses each, of two sources, that are not just forms of one name.
 */
export async function findWording(
  input: CompareInput,
  spoken: Spoken,
  claims: readonly Claim[],
  packRows: readonly WordingRow[],
  lists: PhraseWords & MeasureWords,
): Promise<WordingRow[]> {
  const words = wordsOfSources(input);
  const packed = new Set(packRows.flatMap(({ labels }) => labels.map(({ label }) => label)));
  return (await findChains(spoken, claims, lists))
    .flatMap((own) => rowOf(own, words, packed, lists) ?? [])
    .sort((a, b) => weightOf(b) - weightOf(a))
    .slice(0, mostFound);
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
  const book = createNameBook(spoken.names, lists);
  const kept = await chooseKeys(spoken, lists);
  const kinds: Kind[] = [];
  const index = new Map<string, number>();
  const apposed: [number, number][] = [];
  const same: (readonly [number, number])[] = [];
  const roles = joinedRoles(claims);
  const aliases: (readonly [string, string])[] = [];
  for await (const sentence of spoken.walk()) {
    let before: { readonly at: number; readonly span: Span } | undefined;
    const inClaim: { readonly at: number; readonly span: Span; readonly phrase: Phrase }[] = [];
    for (const span of phrasesIn(sentence, lists)) {
      const text = textOf(sentence, span);
      const key = keyOf(text, sentence, span, book, lists);
      if (kept && !kept.has(plainKey(text))) {
        before = undefined;
        continue;
      }
      let at = index.get(key.text);
      if (at === undefined) {
        at =
          kinds.push({ phrase: key.phrase, text, count: 0, uses: new Map(), isAlias: false }) - 1;
        index.set(key.text, at);
      }
      const kind = kinds[at] as Kind;
      kind.count++;
      const { card, voiceOf } = sentence;
      addUse(kind.uses, card, voiceOf(span), false, { documentId: card.id, ...span, text });
      if (before && isApposed(sentence, before.span, span)) apposed.push([before.at, at]);
      before = { at, span };
      inClaim.push({ at, span, phrase: key.phrase });
    }
    roles.add(sentence, inClaim);
    aliases.push(...readAliases(sentence.text));
  }
  const byWords = new Map<string, number>();
  kinds.forEach(({ phrase }, at) => {
    const words = phrase.words.join(" ");
    if (!byWords.has(words)) byWords.set(words, at);
  });
  for (const [a, b] of aliases) {
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

/** Words that measure or date a thing and name none. */
export type MeasureWords = Pick<Lexicon, "calendar" | "measures" | "numerals">;

function phrasesIn(sentence: SpokenSentence, lists: PhraseWords): Span[] {
  return cutPhrases(sentence, sentence.reading, sentence.mentions, lists);
}

function textOf({ text, start }: SpokenSentence, span: Span): string {
  return text.slice(span.start - start, span.end - start);
}

/** In lower case, without a leading article. */
function plainKey(text: string): string {
  return text
    .toLowerCase()
    .replaceAll("’", "'")
    .replace(/^(?:the|an?) /, "");
}

function keyOf(
  text: string,
  { card, mentions }: SpokenSentence,
  span: Span,
  book: NameBook,
  lists: PhraseWords,
): { readonly text: string; readonly phrase: Phrase } {
  const inside = mentions.filter((one) => one.start < span.end && span.start < one.end);
  const phrase = readPhrase(card.id, text, span, inside, book, lists);
  const { words, named, names } = phrase;
  return { text: `${words.join(" ")}|${named ?? ""}|${names.join("|")}`, phrase };
}

/** Null where the case has few enough phrases to keep all. */
async function chooseKeys(spoken: Spoken, lists: PhraseWords): Promise<Set<string> | null> {
  const seen = new Map<string, { last: string; documents: number }>();
  for await (const sentence of spoken.walk())
    for (const span of phrasesIn(sentence, lists)) {
      const key = plainKey(textOf(sentence, span));
      const own = seen.get(key);
      if (!own) seen.set(key, { last: sentence.card.id, documents: 1 });
      else if (own.last !== sentence.card.id) {
        own.last = sentence.card.id;
        own.documents++;
      }
    }
  if (seen.size <= mostPhrases) return null;
  const shared = [...seen].filter(([, { documents }]) => documents > 1);
  shared.sort((a, b) => b[1].documents - a[1].documents);
  return new Set(shared.slice(0, mostPhrases).map(([key]) => key));
}

/** "Ada Oro, the mayor" */
function isApposed({ text, start }: SpokenSentence, name: Span, role: Span): boolean {
  return (
    text.slice(name.end - start, role.start - start) === ", " &&
    /^(?:the|an?|its|their|his|her) /i.test(text.slice(role.start - start, role.end - start)) &&
    /^[,.]/.test(text.slice(role.end - start))
  );
}

function rowOf(
  kinds: readonly Kind[],
  words: ReadonlyMap<string, number>,
  packed: ReadonlySet<string>,
  lists: PhraseWords & MeasureWords,
): WordingRow | undefined {
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
      uses: usesOf(own.map(({ uses }) => uses)),
      count,
      name,
      terms,
      isAlias: own.some((kind) => kind.isAlias),
    });
  }
  if (!differ(labels)) return;
  const sources = new Set(labels.flatMap(({ uses }) => uses.map(({ sourceId }) => sourceId)));
  if (sources.size < leastSources || !isSplit(labels, sources.size)) return;
  const known = labels.filter(({ label }) => packed.has(label)).length;
  if (known / labels.length >= packShare01) return;
  labels.sort((a, b) => b.count - a.count);
  const shown = labels.slice(0, mostLabels).map(({ label, uses }) => ({ label, uses }));
  const [first, ...rest] = labels;
  const other = rest.slice(0, mostLabels - 1).find((one) => first && isOther(first, one));
  const concept = [first, other ?? rest[0]].map((one) => one?.label).join(" · ");
  const totals = new Map<string, number>();
  for (const { uses } of labels)
    for (const { sourceId, own, quoted, attributed, scare } of uses)
      totals.set(sourceId, (totals.get(sourceId) ?? 0) + own + quoted + attributed + scare);
  return {
    id: shortId("wording", "found", concept),
    concept,
    origin: "found",
    pack: null,
    labels: shown,
    totals: [...totals]
      .map(([sourceId, mentions]) => ({ sourceId, mentions, words: words.get(sourceId) ?? 0 }))
      .sort((a, b) => compareText(a.sourceId, b.sourceId)),
    rule: "wording/found",
  };
}

/** Does some source go without a label that another uses? */
function isSplit(labels: readonly LabelRow[], sources: number): boolean {
  return labels.filter(({ uses }) => uses.length < sources).length > 0;
}

type Told = LabelRow & {
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
    .map((word) => stem(word, lists.irregularForms));
}

/** A name with no word of its own beside it but a title. */
function isBareName({ named, modifiers }: Phrase): boolean {
  return named !== null && modifiers.length <= 1;
}

/** The words as written, without what leads to them. */
function shownLabel({ text, phrase }: Kind, lists: PhraseWords & MeasureWords): string {
  const all = wordsIn(text, 0);
  const from = all.findIndex(({ lower }) => lower === phrase.words[0]);
  const named = all.slice(Math.max(from, 0));
  const first = named.find(({ lower }) => !/^\d/.test(lower) && !lists.numerals.has(lower));
  const count = phrase.label.split(" ").length;
  const last = all.filter(({ lower }) => /[\p{L}\p{N}]/u.test(lower)).at(-1);
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
function weightOf({ labels }: WordingRow): number {
  const count = ({ uses }: LabelRow) =>
    uses.reduce((sum, use) => sum + use.own + use.quoted + use.attributed + use.scare, 0);
  const sources = new Set(labels.flatMap(({ uses }) => uses.map(({ sourceId }) => sourceId)));
  return (
    labels.slice(1).reduce((sum, label) => sum + count(label), 0) * Math.log2(1 + sources.size)
  );
}

function wordsOfSources({ documents }: CompareInput): ReadonlyMap<string, number> {
  const words = new Map<string, number>();
  for (const card of documents)
    words.set(card.sourceId, (words.get(card.sourceId) ?? 0) + card.words);
  return words;
}
