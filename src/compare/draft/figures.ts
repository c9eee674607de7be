import type { Case } from "../../document/case.ts";
import { daysOf } from "../../document/edtf.ts";
import { shortId } from "../../document/ids.ts";
import { formatDate } from "../../document/in-words.ts";
import type { Passage } from "../../document/passage.ts";
import type { IndexedPassage, PassageIndex } from "../claims/passages.ts";
import type { FigureEntry, FigureGroup } from "../figures/figures.ts";
import type { FiguresBeside } from "../figures/one-more.ts";
import { boundsOf } from "../figures/relate.ts";
import { compareText } from "../input.ts";
import type { createCommonShare } from "./alike.ts";
import type { Backing, DraftNote } from "./draft.ts";
import { countOf, listOf } from "./in-words.ts";
import { draftId } from "./with-draft.ts";

/** Entries shown behind a note: one of each number, the newest. */
const shownEntries = 6;
/** Numbers told in one sentence of a reason. */
const shownNumbers = 4;

/** The unit of a figure that counts nothing named. */
const bareNumber = "number";

type Setting = {
  readonly declared: Case;
  /** The document whose text a passage repeats; undefined where it repeats none. */
  readonly copiedFrom: (passage: Passage) => string | undefined;
  readonly sourceOf: (documentId: string) => { readonly id: string; readonly name: string };
  readonly index: PassageIndex;
  readonly commonShare: ReturnType<typeof createCommonShare>;
  /** What is known already of which sentences of the case are like one of the draft. */
  readonly likeOf: (
    sentence: IndexedPassage,
    plain: IndexedPassage | undefined,
    names: readonly number[],
  ) => Map<IndexedPassage, boolean>;
  readonly sentenceAt: (passage: Passage) => IndexedPassage | undefined;
  /** The same without other words for what the draft tells. */
  readonly plainAt: (passage: Passage) => IndexedPassage | undefined;
};

/**
 * Notes the numbers of the draft that cannot hold beside those of the case, and those that have one
 * origin there. `groups` are the quantities of the case that the draft gives, with the draft among them.
 */
export function noteFigures({ groups, giving }: FiguresBeside, setting: Setting): DraftNote[] {
  return groups.flatMap((group) => {
    const own = group.entries.filter(({ documentId }) => documentId === draftId);
    const others = group.entries.filter(({ documentId }) => documentId !== draftId);
    return own.flatMap((entry): DraftNote[] => {
      if (isRelative(entry, setting)) return [];
      const isAlike = createIsAlike(entry, setting);
      const alike = others.filter(
        (other) => isAlike(other) && !isRelative(other, setting) && !isPart(other, setting),
      );
      const known = new Set(alike);
      // The same number in a like sentence is of the same quantity, however it was grouped.
      const equal = entry.value === null ? [] : giving(entry.value);
      const same = equal.filter((other) => !known.has(other) && isAlike(other));
      const beside = [...alike, ...same];
      for (const other of same) known.add(other);
      // "Bringing the number to 16" does not say of what.
      const kin = equal.filter(({ unit, qualifier }) => unit === bareNumber && !qualifier);
      const clash = conflict(entry, beside, kin, group, setting);
      if (clash) return [clash];
      // Where the same number stands elsewhere, too, it may be of the same: of more than one origin.
      const isOnly = equal.every((other) => known.has(other) || !countsAnything(other, entry.unit));
      const note = isOnly ? singleOrigin(entry, beside, group, setting) : undefined;
      return note ? [note] : [];
    });
  });
}

/** Sentences with two numbers of one quantity have so much of their weight in common … */
const sameShare = 0.3;
/** … and so much where each names others than the other does. */
const otherNamesShare = 0.5;

/**
 * Makes the test whether the sentence of another number can speak of the same as that of this one. They
 * have telling words in common, more where both name somebody or something and no name is common; where
 * both tell a time, one day at least.
 */
function createIsAlike(
  entry: FigureEntry,
  { index, sentenceAt, plainAt, commonShare, likeOf }: Setting,
): (other: FigureEntry) => boolean {
  const left = sentenceAt(entry.evidence[0]);
  if (!left) return () => false;
  const plain = plainAt(entry.evidence[0]);
  const names = namesIn(left, index);
  const known = likeOf(left, plain, names);
  const isLike = (right: IndexedPassage): boolean => {
    const share = commonShare(left, right, plain);
    if (share < sameShare) return false;
    const others = share < otherNamesShare ? namesIn(right, index) : [];
    if (names.length > 0 && others.length > 0 && !names.some((one) => others.includes(one)))
      return false;
    return (
      left.dates.length === 0 ||
      right.dates.length === 0 ||
      left.dates.some((one) => right.dates.some((other) => sameDays(one, other)))
    );
  };
  return ({ evidence: [passage] }) => {
    const right = sentenceAt(passage);
    if (!right) return false;
    const before = known.get(right);
    if (before !== undefined) return before;
    const like = isLike(right);
    known.set(right, like);
    return like;
  };
}

/** "380 of them", "380 people": it may be of what the other number counts, whatever that is. */
function countsAnything({ unit }: FigureEntry, other: string | null): boolean {
  return unit === other || unit === null || unit === "people" || unit === bareNumber;
}

function namesIn({ terms }: IndexedPassage, index: PassageIndex): number[] {
  return terms.filter((term) => index.names.has(index.termNames[term] ?? ""));
}

function sameDays(a: string, b: string): boolean {
  const [left, right] = [daysOf(a), daysOf(b)];
  if (!left || !right) return true;
  return (left.from ?? "") <= (right.to ?? "9999") && (right.from ?? "") <= (left.to ?? "9999");
}

/** What follows a number in its sentence. */
function after(
  { evidence: [{ documentId, start, end, text }] }: FigureEntry,
  setting: Setting,
): string {
  const sentence = setting.sentenceAt({ documentId, start, end, text });
  return sentence ? sentence.text.slice(end - sentence.start) : "";
}

/** "Three days since", "an hour later": counted from when it was written, or from what was told before. */
function isRelative(entry: FigureEntry, setting: Setting): boolean {
  return /^[^\S\n]*(?:[\p{L}-]+\s)?(?:since|ago|after|later|before|earlier|from now)\b/u.test(
    after(entry, setting),
  );
}

/** "90 of the 380 residents": the other is the whole. */
function isPart(entry: FigureEntry, setting: Setting): boolean {
  return /^(?:\s[\p{L}-]+)?\sof\s(?:the|those|these|them|whom)\b/u.test(after(entry, setting));
}

function canHold(a: FigureEntry, b: FigureEntry): boolean {
  const [left, right] = [boundsOf(a), boundsOf(b)];
  return left[0] <= right[1] && right[0] <= left[1];
}

/**
 * Undefined where all can hold, or where those that cannot are older than the newest that can. `kin`
 * are those of the same number that do not say what they count.
 */
function conflict(
  entry: FigureEntry,
  others: readonly FigureEntry[],
  kin: readonly FigureEntry[],
  group: FigureGroup,
  setting: Setting,
): DraftNote | undefined {
  // A number that has been replaced holds against nothing, unless it is the draft's own.
  const stale = others.some((other) => other.superseded && other.value === entry.value);
  const against = others.filter((other) => !canHold(entry, other) && (stale || !other.superseded));
  const beside = others.filter((other) => canHold(entry, other));
  if (against.length === 0) return undefined;
  const newest = (entries: readonly FigureEntry[]) =>
    entries.map(({ published }) => dayOf(published)).reduce((a, b) => (a > b ? a : b), "");
  const latest = newest([...beside, ...kin]);
  const isUpdate = latest !== "" && newest(against) < latest;
  if (isUpdate || (entry.attributedTo !== null && beside.length > 0)) return undefined;
  const words = numberOf(entry);
  return {
    id: shortId("figure-conflict", group.what, words),
    rule: "figure-conflict",
    span: spanOf(entry),
    subject: entry.evidence[0].text,
    reason: `${titleOf(group, "the draft")} gives ${words}${whose(entry)}. Beside it cannot hold: ${numbersOf(against, setting)}. ${beside.length > 0 ? `Can hold: ${numbersOf(beside, setting)}.` : "No source of the case gives a number that can."}${stale ? " A text calls this number an earlier one, or whose it is gave another later." : ""}`,
    backing: backingOf([...against, ...beside], setting),
    absence: null,
  };
}

/** In the draft's own voice only: a number that is given as somebody's word has its origin beside it. */
function singleOrigin(
  entry: FigureEntry,
  others: readonly FigureEntry[],
  group: FigureGroup,
  setting: Setting,
): DraftNote | undefined {
  const same = others.filter(({ value }) => value !== null && value === entry.value);
  if (entry.attributedTo !== null || same.length === 0 || same.length < others.length)
    return undefined;
  const origins = new Map(
    same.map((one) => {
      const origin = originOf(one, setting);
      return [origin.key, origin] as const;
    }),
  );
  // A source that is named as the origin and gives an origin itself passes it on.
  for (const one of same) {
    const { id } = setting.sourceOf(setting.copiedFrom(one.evidence[0]) ?? one.documentId);
    const own = originOf(one, setting);
    if (own.key !== `source ${id}`) origins.delete(`source ${id}`);
  }
  const [origin] = origins.values();
  if (!origin || origins.size > 1) return undefined;
  const sources = new Set(same.map(({ documentId }) => setting.sourceOf(documentId).id));
  const words = numberOf(entry);
  return {
    id: shortId("figure-single-origin", group.what, words),
    rule: "figure-single-origin",
    span: spanOf(entry),
    subject: entry.evidence[0].text,
    reason: `${titleOf(group, "the draft")} gives ${words} in its own voice. ${countOf(sources.size, "source")} of the case ${sources.size === 1 ? "gives" : "give"} it, ${sources.size === 1 ? "on the word of" : "all on the word of"} ${origin.name}.`,
    backing: backingOf(same, setting),
    absence: null,
  };
}

/**
 * On whose word a number is given: a declared name, an unnamed source of one source, or the source
 * itself; of a passage that repeats another text, that text's source.
 */
function originOf(
  { attributedTo, documentId, evidence: [passage] }: FigureEntry,
  { declared, sourceOf, copiedFrom }: Setting,
): { readonly key: string; readonly name: string } {
  const source = sourceOf(copiedFrom(passage) ?? documentId);
  if (attributedTo === null) return { key: `source ${source.id}`, name: source.name };
  const words = wordsOf(attributedTo);
  const known = [
    ...declared.sources.map(({ id, name, aliases }) => ({
      key: `source ${id}`,
      name,
      forms: [name, ...aliases],
    })),
    ...declared.actors.map(({ id, names }) => ({
      key: `actor ${id}`,
      name: names[0] ?? id,
      forms: names,
    })),
  ]
    .flatMap(({ key, name, forms }) => forms.map((form) => ({ key, name, words: wordsOf(form) })))
    .filter((one) => words.includes(one.words))
    .sort((a, b) => b.words.length - a.words.length || compareText(a.key, b.key))[0];
  if (known) return known;
  const named = /\p{Lu}/u.test(attributedTo.slice(1));
  return named
    ? { key: words, name: attributedTo }
    : { key: `unnamed ${source.id}`, name: `${attributedTo} (in ${source.name})` };
}

function wordsOf(name: string): string {
  return ` ${(name.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []).filter((word) => word !== "the").join(" ")} `;
}

/** `15 (3 sources, last 9 May 2031) and 13 (Meridian Wire, last 3 May 2031)`. */
function numbersOf(entries: readonly FigureEntry[], { sourceOf }: Setting): string {
  const byNumber = new Map<string, { sources: Set<string>; newest: string }>();
  for (const entry of entries) {
    const number = numberOf(entry);
    const known = byNumber.get(number) ?? { sources: new Set<string>(), newest: "" };
    byNumber.set(number, known);
    known.sources.add(sourceOf(entry.documentId).name);
    const day = dayOf(entry.published);
    if (day > known.newest) known.newest = day;
  }
  const each = [...byNumber]
    .sort(([, a], [, b]) => b.sources.size - a.sources.size)
    .map(([number, { sources, newest }]) => {
      const [first = ""] = sources;
      const who = sources.size === 1 ? first : countOf(sources.size, "source");
      return `${number} (${who}${newest === "" ? "" : `, last ${formatDate(newest)}`})`;
    });
  const more = each.length - shownNumbers;
  return `${listOf([...each.slice(0, shownNumbers), ...(more > 0 ? [`${more} more`] : [])])}`;
}

function backingOf(entries: readonly FigureEntry[], setting: Setting): Backing[] {
  const newestFirst = [...entries].sort(
    (a, b) =>
      compareText(dayOf(b.published), dayOf(a.published)) ||
      compareText(a.documentId, b.documentId),
  );
  const first = new Map<string, FigureEntry>();
  for (const entry of newestFirst)
    if (!first.has(numberOf(entry))) first.set(numberOf(entry), entry);
  const rest = newestFirst.filter((entry) => first.get(numberOf(entry)) !== entry);
  return [...first.values(), ...rest].slice(0, shownEntries).map((entry) => {
    const { documentId, start, end, text } =
      setting.sentenceAt(entry.evidence[0]) ?? entry.evidence[0];
    return { documentId, start, end, text, role: `gives ${numberOf(entry)}${whose(entry)}` };
  });
}

function spanOf({ evidence: [{ start, end }] }: FigureEntry) {
  return { start, end };
}

function whose({ attributedTo }: FigureEntry): string {
  return attributedTo === null ? "" : `, on the word of ${attributedTo}`;
}

/** `at least 13`, `24 to 99`, `12 hours`. */
function numberOf({ value, range, qualifier, unit }: FigureEntry): string {
  const number = value !== null ? value.toLocaleString("en") : range ? range.join(" to ") : "some";
  const counted = unit === null || unit === "people" || unit === "number" ? "" : unit;
  return [qualifier, number, counted].filter((part) => part).join(" ");
}

/** Begins with what is counted, where the number does not say so itself: `Killed: the draft`. */
function titleOf({ what, unit }: FigureGroup, then: string): string {
  const title = unit === what ? then : `${what}: ${then}`;
  return title.charAt(0).toUpperCase() + title.slice(1);
}

/** The last possible day of a publication; empty where none is known. */
function dayOf(published: string | null): string {
  return published === null ? "" : (daysOf(published)?.to ?? "");
}
