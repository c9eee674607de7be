import { shortId } from "../../document/ids.ts";
import type { Passage } from "../../document/passage.ts";
import { overlaps, type Span } from "../../document/span.ts";
import { type IndexedPassage, type PassageIndex, termWeight } from "../claims/passages.ts";
import type { Backing, DraftNote } from "./draft.ts";
import { countOf } from "./in-words.ts";

/** So large a share of a quotation's words stands in a text in the same order: it is the same speech. */
export const alteredShare = 0.6;
/** … and so many words at least. */
export const fewestCommonWords = 4;
/** Words of a part of a quotation that is looked for; fewer may be anybody's. */
export const fewestQuotedWords = 5;
/** Sentences of the case that are held against one quotation, those of most telling words in common. */
export const mostCompared = 40;
/** Texts shown behind a note. */
const shownTexts = 3;

type Word = { readonly lower: string; readonly start: number; readonly end: number };

/** A sentence of the case, with those of its words that somebody is quoted with. */
type Said = { readonly words: readonly Word[]; readonly passage: IndexedPassage };

/**
 * A quotation whose words no text of the case has, though a text quotes nearly the same: what was left
 * out or put in is told. What the writer marks as left out or put in ("…", "[the mayor]") is no change.
 *
 *     case   “Every lamp on that ship was burning.”
 *     draft  “Every light on that ship was burning.”
 *                   ^^^^^ not there: lamp
 */
export function noteAltered(
  text: string,
  quote: { readonly inner: Span; readonly outer: Span },
  index: PassageIndex,
  from: number,
): DraftNote | undefined {
  const parts = partsOf(text, quote.inner);
  const found: { readonly part: readonly Word[]; readonly said: Said; readonly common: Common }[] =
    [];
  for (const part of parts) {
    const near = saidNear(part, index, from).map((said) => ({
      part,
      said,
      common: inCommon(part, said.words),
    }));
    if (near.some(({ common, said }) => common.isWhole || holdsAll(said.passage, part))) continue;
    const altered = near
      .filter(({ common }) => isSame(common, part))
      .sort((a, b) => b.common.mine.size - a.common.mine.size);
    found.push(...altered.slice(0, shownTexts));
  }
  const [best] = found;
  if (!best) return undefined;
  const words = text.slice(quote.inner.start, quote.inner.end);
  const texts = new Set(found.map(({ said }) => said.passage.documentId));
  return {
    id: shortId("altered-quotation", wordsOf(words).join(" ")),
    rule: "altered-quotation",
    span: quote.outer,
    subject: words,
    reason: `No text of the case has these words; ${countOf(texts.size, "text")} ${texts.size === 1 ? "quotes" : "quote"} nearly the same. ${changesOf(best)}`,
    backing: found.map(({ said: { passage } }) => backingOf(passage, index)),
    absence: null,
  };
}

function isSame({ mine }: Common, part: readonly Word[]): boolean {
  return mine.size >= Math.max(fewestCommonWords, alteredShare * part.length);
}

/** Sentences of a quotation, and what stands between marks of omission, in words; short ones are left out. */
function partsOf(text: string, { start, end }: Span): Word[][] {
  const masked = text.slice(start, end).replace(/\[[^\][]*\]/g, (own) => "…".repeat(own.length));
  return [...masked.matchAll(/(?:[^.!?…]|[.!?](?=[\p{L}\p{N}]))+/gu)]
    .map((part) => placedWords(part[0], start + part.index))
    .filter((words) => words.length >= fewestQuotedWords);
}

function placedWords(text: string, start: number): Word[] {
  return [...text.matchAll(/[\p{L}\p{M}\p{N}]+(?:['’][\p{L}\p{M}]+)*/gu)].map((match) => ({
    lower: match[0].toLowerCase().replaceAll("’", "'"),
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function wordsOf(text: string): string[] {
  return placedWords(text, 0).map(({ lower }) => lower);
}

/** Sentences of the case that hold quoted words and most of the telling words of a part. */
function saidNear(part: readonly Word[], index: PassageIndex, from: number): Said[] {
  const [first, last] = [part[0], part.at(-1)];
  if (!first || !last) return [];
  const span = { start: first.start, end: last.end };
  const terms = new Set(
    index.passages
      .slice(from)
      .filter((passage) => overlaps(passage, span))
      .flatMap(({ terms, places }) =>
        terms.filter((_, nth) => {
          const place = places[nth] ?? -1;
          return place >= span.start && place < span.end;
        }),
      ),
  );
  const weights = new Map<number, number>();
  for (const term of terms)
    for (const at of index.postings[term] ?? [])
      if (at < from) weights.set(at, (weights.get(at) ?? 0) + termWeight(index, term));
  return [...weights]
    .sort((a, b) => b[1] - a[1] || a[0] - b[0])
    .slice(0, mostCompared)
    .flatMap(([at]) => {
      const passage = index.passages[at];
      return passage ? [{ passage, words: saidIn(passage, index) }] : [];
    });
}

const marks = /["“”«»„]/;
/** Between double marks inside one sentence. */
const marked = /“[^“”]*”|"[^"]*"|«[^«»]*»/g;

/** The words of a sentence that stand in quotation marks or are given as somebody's very words; none of others. */
function saidIn(passage: IndexedPassage, index: PassageIndex): Word[] {
  const { text, start } = passage;
  const inMarks = [...text.matchAll(marked)].flatMap((one) =>
    placedWords(one[0], start + one.index),
  );
  if (inMarks.length > 0) return inMarks;
  const isDirect = (index.attributions[passage.document] ?? []).some(
    ({ kind, content }) => kind !== "indirect" && content.some((span) => overlaps(span, passage)),
  );
  return isDirect || marks.test(text) ? placedWords(text, start) : [];
}

type Common = {
  /** Places, in the part, of the words that both have in the same order. */
  readonly mine: ReadonlySet<number>;
  /** The same in the text. */
  readonly theirs: ReadonlySet<number>;
  /** The text has all words of the part, one after the other. */
  readonly isWhole: boolean;
};

function joined(words: readonly Word[]): string {
  return ` ${words.map(({ lower }) => lower).join(" ")} `;
}

/** Does a sentence have all words of a part one after the other, quoted or not? */
function holdsAll({ text }: IndexedPassage, part: readonly Word[]): boolean {
  return joined(placedWords(text, 0)).includes(joined(part));
}

/** The longest common subsequence of words. O(words × words) of two sentences. */
function inCommon(part: readonly Word[], words: readonly Word[]): Common {
  const isWhole = joined(words).includes(joined(part));
  const width = words.length + 1;
  const lengths = new Uint16Array((part.length + 1) * width);
  for (let a = part.length - 1; a >= 0; a--)
    for (let b = words.length - 1; b >= 0; b--)
      lengths[a * width + b] =
        part[a]?.lower === words[b]?.lower
          ? 1 + (lengths[(a + 1) * width + b + 1] as number)
          : Math.max(lengths[(a + 1) * width + b] as number, lengths[a * width + b + 1] as number);
  const mine = new Set<number>();
  const theirs = new Set<number>();
  for (let a = 0, b = 0; a < part.length && b < words.length; ) {
    if (part[a]?.lower === words[b]?.lower) {
      mine.add(a++);
      theirs.add(b++);
    } else if ((lengths[(a + 1) * width + b] as number) >= (lengths[a * width + b + 1] as number))
      a++;
    else b++;
  }
  return { mine, theirs, isWhole };
}

/** Words told of what was put in or left out. */
const shownWords = 8;

function changesOf({
  part,
  said: { words },
  common: { mine, theirs },
}: {
  readonly part: readonly Word[];
  readonly said: Said;
  readonly common: Common;
}): string {
  // As many words before the first and behind the last in common as the draft has there.
  const first = Math.min(...theirs) - Math.min(...mine);
  const last = Math.max(...theirs) + part.length - 1 - Math.max(...mine);
  const only = (list: readonly Word[], held: ReadonlySet<number>, from: number, to: number) =>
    list.flatMap(({ lower }, at) => (at >= from && at <= to && !held.has(at) ? [lower] : []));
  const put = only(part, mine, 0, part.length - 1);
  const left = only(words, theirs, first, last);
  const told = (list: readonly string[]) =>
    `“${list.slice(0, shownWords).join(" … ")}${list.length > shownWords ? " …" : ""}”`;
  return [
    put.length > 0 ? `Only in the draft: ${told(put)}.` : "",
    left.length > 0 ? `Only there: ${told(left)}.` : "",
    put.length + left.length === 0 ? "The words stand in another order." : "",
  ]
    .filter((one) => one !== "")
    .join(" ");
}

function backingOf(passage: IndexedPassage, index: PassageIndex): Backing {
  const { documentId, start, end, text }: Passage = passage;
  const by = (index.attributions[passage.document] ?? []).find(({ content }) =>
    content.some((span) => overlaps(span, passage)),
  );
  const role = by?.sourceName ? `quotes ${by.sourceName}` : "quotes";
  return { documentId, start, end, text, role };
}
