import { shortId } from "../../document/ids.ts";
import { withoutMarks } from "../../document/in-words.ts";
import { createOverlapping } from "../../document/overlapping.ts";
import { overlaps, type Span } from "../../document/span.ts";
import { askThreshold, createAskRead } from "../claims/ask.ts";
import type { Cell, Claim } from "../claims/claims.ts";
import { createReach, lookUp, type Match } from "../claims/lookup.ts";
import { type IndexedPassage, numbersOf, type PassageIndex } from "../claims/passages.ts";
import { type Statement, stanceOf } from "../claims/stance.ts";
import type { StatementReading } from "../claims/statement.ts";
import { compareText } from "../input.ts";
import { cellsKey } from "./depends.ts";
import type { DraftNote } from "./draft.ts";
import { someOf } from "./in-words.ts";
import {
  backingOf,
  type ClaimsSetting,
  isSameClaim,
  onePerSource,
  type Told,
} from "./of-claims.ts";
import { hasPlaceOf, isOppositePlace } from "./other-words.ts";
import { type NearClaim, nearTellings, type Tellings } from "./tellings.ts";

/** A sentence of the draft that holds this share of a claim's weight says it. */
const saysBar = 0.62;
/** … or this share, where some of its words are other words for the claim's. */
const otherWordsBar = 0.5;
/** A passage of the case that holds this share of a sentence of the draft says the same. */
const sameBar = 0.62;
/** Passages shown of one stance. */
const shownOfStance = 3;

/** A claim of the case, or a sentence of the draft that was looked up as one. */
type Said = Pick<Claim, "origin" | "statement" | "cells">;

/** A claim that a sentence of the draft speaks of. */
type Spoken = {
  readonly claim: Said;
  readonly match: Match;
  readonly passage: IndexedPassage;
  /** What the draft does with it. */
  readonly stance: ReturnType<typeof stanceOf>;
};

/** Notes what the draft says in its own voice and the case does not, or not with one voice. */
export function noteClaims(
  setting: ClaimsSetting,
  tellings: Tellings,
  figures: readonly DraftNote[],
): DraftNote[] {
  const { index, from } = setting;
  // A sentence whose number is noted needs no second note that says the same.
  const counted = createOverlapping(figures.flatMap(({ span }) => span ?? []));
  const spoken = nearTellings(tellings, setting.wider, from, otherWordsBar).flatMap((near) =>
    spokenOf(near, setting),
  );
  const best = new Map<number, Spoken[]>();
  for (const one of spoken.sort(byScore)) {
    const others = best.get(one.match.passage) ?? [];
    if (!others.some((other) => isSame(one, other))) best.set(one.match.passage, [...others, one]);
  }
  const reach = createReach(index);
  const ask = createAskRead({ index, reader: setting.reader });
  const notes: DraftNote[] = [];
  for (let at = from; at < index.passages.length; at++) {
    const passage = index.passages[at] as IndexedPassage;
    const told =
      best.get(at) ??
      (counted(passage).length > 0 ? [] : asked(passage, at, { ...setting, reach, ask }));
    for (const one of told) {
      const note = noteOf(one, setting);
      if (note) notes.push(note);
    }
  }
  return notes;
}

/** Of two that fit as well, the claim that stands first in the case. */
function byScore(a: Spoken, b: Spoken): number {
  return b.match.score - a.match.score;
}

/** Both rest on much the same words of the draft, or on much the same passages of the case. */
function isSame(a: Spoken, b: Spoken): boolean {
  const common = [...a.match.shared].filter((term) => b.match.shared.has(term)).length;
  const fewer = Math.min(a.match.shared.size, b.match.shared.size);
  return common * 2 > fewer || isSameClaim(a.claim, b.claim);
}

/** The sentences of the draft that say a claim of the case, in its words or in those of one of its passages. */
function spokenOf({ claim, near }: NearClaim, setting: ClaimsSetting): Spoken[] {
  const { index, wider } = setting;
  const best = new Map<number, Spoken>();
  for (const { telling, passages } of near) {
    const { text, reading: words, denies } = telling;
    for (const match of lookUp(wider, words, passages)) {
      const passage = wider.passages[match.passage];
      if (!passage || match.carries !== "says" || !isSaid(match, passage, words, index)) continue;
      // "The ferry was inside the zone" is told by "inside" alone.
      if (words.verbs.size === 0 && !hasPlaceOf(text, passage.text, setting.lists)) continue;
      if (match.score <= (best.get(match.passage)?.match.score ?? 0)) continue;
      const stance = stanceIn(match, words, wider);
      const opposite = isOppositePlace(text, passage.text, setting.lists) !== denies;
      best.set(match.passage, {
        claim,
        match,
        passage,
        stance: opposite ? turned(stance) : stance,
      });
    }
  }
  return [...best.values()];
}

/**
 * Enough of what is told, by two words and more; or by its verb and a name. What is held by other
 * words for it has fewer of the small words in common.
 */
function isSaid(
  match: Match,
  passage: IndexedPassage,
  { verbs }: StatementReading,
  index: PassageIndex,
): boolean {
  if (match.score < (isInOtherWords(match, index) ? otherWordsBar : saysBar)) return false;
  const count = placesOf(match, passage, index);
  if (count >= fewestWords) return true;
  const words = wordsOf(match.shared, index);
  return (
    count > 0 &&
    match.shared.size > words.length &&
    words.some((term) => verbs.has(index.termNames[term] ?? ""))
  );
}

/** Are some of the words in common not in the sentence itself but said by others? */
function isInOtherWords({ passage, shared }: Match, index: PassageIndex): boolean {
  const own = index.passages[passage]?.terms ?? [];
  return [...shared].some((term) => !own.includes(term));
}

/** Words of a sentence, besides names, that hold what it has in common with a statement. */
function placesOf({ shared }: Match, passage: IndexedPassage, index: PassageIndex): number {
  const words = new Set(wordsOf(shared, index));
  return new Set(passage.places.filter((_, nth) => words.has(passage.terms[nth] ?? -1))).size;
}

/**
 * What the draft does with a statement, judged by what is said of the names: a name may stand
 * anywhere in a sentence. That the statement itself reports a saying does not make the draft report it.
 */
function stanceIn({ passage, shared }: Match, reading: StatementReading, index: PassageIndex) {
  const words = wordsOf(shared, index);
  const statement: Statement = {
    verbs: numbersOf(index, reading.verbs),
    negated: numbersOf(index, reading.negated),
    reports: null,
  };
  return stanceOf(index, passage, statement, words.length > 0 ? new Set(words) : shared);
}

/** "Outside" where the claim has "inside": who says so denies, and who denies so says it. */
function turned(told: ReturnType<typeof stanceOf>): ReturnType<typeof stanceOf> {
  if (told.stance === "attributes" || told.reported) return told;
  return { ...told, stance: told.stance === "asserts" ? "denies" : "asserts" };
}

/** Words besides names that a sentence of the draft must have in common with a claim. */
const fewestWords = 2;

function wordsOf(terms: Iterable<number>, index: PassageIndex): number[] {
  return [...terms].filter((term) => !index.names.has(index.termNames[term] ?? ""));
}

/** Terms that a sentence of the draft has in common with a passage that says the same; fewer are chance. */
const fewestTerms = 3;

/** Whoever reports a denial of a thing reports as somebody's word that it is not so. */
function withoutDoubleNo(cell: Cell, { index, sentenceAt }: ClaimsSetting): Cell {
  const [best] = cell.passages;
  const passage = best && sentenceAt(best);
  if (!passage || cell.stance !== "denies" || !cell.reported) return cell;
  const denied = (index.attributions[passage.document] ?? []).some(
    ({ attitude, content }) =>
      attitude === "denies" && content.some((span) => overlaps(span, passage)),
  );
  return denied ? { ...cell, stance: "attributes", reported: false } : cell;
}

/** What the case does with a sentence of the draft that no claim of the case covers and that reports nobody. */
function asked(
  passage: IndexedPassage,
  at: number,
  setting: ClaimsSetting & {
    readonly reach: ReturnType<typeof createReach>;
    readonly ask: ReturnType<typeof createAskRead>;
  },
): Spoken[] {
  const { index, read, reach, ask, sentenceAt, from, added, lately } = setting;
  const reported = (index.attributions[passage.document] ?? []).some(({ content, cue }) =>
    [...content, ...cue].some((span) => overlaps(span, passage)),
  );
  if (reported || passage.leftOpen.size > 0) return [];
  if (passage.terms.length < fewestTerms || wordsOf(passage.terms, index).length === 0) return [];
  const reading = read(passage.text);
  const found = lately.cells(cellsKey(added, passage.text, reading, index), () => {
    const passages = reach(reading, askThreshold, sameBar).filter((one) => one < from);
    return ask(passage.text, reading, "asked", { passages, best: sameBar }).cells;
  });
  const own = new Set(passage.terms);
  const cells = found
    .filter(({ passages: [best] }) => {
      if (!best || best.score < sameBar) return false;
      const terms = sentenceAt(best)?.terms ?? [];
      return terms.filter((term) => own.has(term)).length >= fewestTerms;
    })
    .map((cell) => (reading.negated.length > 0 ? withoutDoubleNo(cell, setting) : cell));
  const match: Match = { passage: at, score: 1, shared: new Set(passage.terms), carries: "says" };
  const claim: Said = { origin: "asked", statement: passage.text, cells };
  return [{ claim, match, passage, stance: stanceIn(match, reading, index) }];
}

function noteOf(spoken: Spoken, setting: ClaimsSetting): DraftNote | undefined {
  const { claim, passage, match, stance } = spoken;
  if (stance.stance === "attributes" || stance.reported) return undefined;
  const { cards } = setting;
  const told = claim.cells.flatMap((cell): Told[] => {
    const card = cards.get(cell.documentId);
    const as = card && toldAs(cell, stance.stance === "denies");
    return card && as ? [{ card, cell, as }] : [];
  });
  const own = told.filter(({ as }) => as === "own");
  const reports = told.filter(({ as }) => as === "reports");
  const against = told.filter(({ as }) => as === "against");
  if (reports.length + against.length === 0) return undefined;
  const ownSides = new Set(own.map(({ card }) => card.side));
  const [only] = ownSides;
  const oneSided =
    ownSides.size === 1 &&
    only !== null &&
    [...reports, ...against].some(({ card }) => card.side !== only);
  if (own.length > 0 && against.length === 0 && !oneSided) return undefined;
  const rule = own.length === 0 ? "own-voice" : "disputed-claim";
  const span = spanOf(passage, match, setting.index);
  return {
    id: shortId(rule, claim.statement, stance.stance),
    rule,
    span,
    subject: passage.text.slice(span.start - passage.start, span.end - passage.start),
    reason: `${toldAsClaim(claim, span, passage)}${reasonOf({ own, reports, against }, stance.stance === "denies" && claim.origin !== "asked", setting)}`,
    backing: [against, reports, own].flatMap((list) =>
      onePerSource(list).slice(0, shownOfStance).flatMap(backingOf),
    ),
    absence: null,
  };
}

function toldAs({ stance, reported }: Cell, draftDenies: boolean): Told["as"] | undefined {
  switch (stance) {
    case "asserts":
      return draftDenies ? "against" : "own";
    case "attributes":
      return "reports";
    case "denies":
      if (draftDenies) return reported ? "reports" : "own";
      return "against";
    default:
      return undefined;
  }
}

/** A claim that takes up this share of a sentence is noted at the whole sentence. */
const wholeShare = 0.7;

/** From the first to the last of the words that the draft has in common with the claim. */
function spanOf(passage: IndexedPassage, match: Match, index: PassageIndex): Span {
  const { shared } = match;
  const places = passage.places.filter((_, at) => shared.has(passage.terms[at] ?? -1));
  const first = Math.min(...places);
  const last = Math.max(...places);
  const { start, end, text } = passage;
  const whole = { start, end: end - (/[.!?…]*$/.exec(text)?.[0].length ?? 0) };
  if (places.length === 0 || isInOtherWords(match, index)) return whole;
  const word = /^[\p{L}\p{M}\p{N}’'-]*/u.exec(text.slice(last - start))?.[0].length ?? 0;
  // A name of several words is one term, which stands at its first.
  const name =
    /^(?:\s\p{Lu}[\p{L}\p{M}\p{N}’'-]*)*/u.exec(text.slice(last + word - start))?.[0].length ?? 0;
  const part = { start: first, end: Math.max(last + word + name, first + 1) };
  return part.end - part.start >= wholeShare * (whole.end - whole.start) ? whole : part;
}

/** Names the claim where the draft's words are not just its words. */
function toldAsClaim({ origin, statement }: Said, span: Span, passage: IndexedPassage): string {
  const words = passage.text.slice(span.start - passage.start, span.end - passage.start);
  const plain = (text: string) =>
    withoutMarks(text)
      .toLowerCase()
      .replace(/[.!?…]+$/, "");
  return origin === "asked" || plain(statement) === plain(words)
    ? ""
    : `The case's claim: “${withoutMarks(statement)}” `;
}

function reasonOf(
  told: {
    readonly own: readonly Told[];
    readonly reports: readonly Told[];
    readonly against: readonly Told[];
  },
  denies: boolean,
  { declared }: ClaimsSetting,
): string {
  const names = (list: readonly Told[]) =>
    someOf([...new Set(list.map(({ card }) => card.sourceName))].sort(compareText));
  const denied = told.against.filter(({ cell }) => !cell.reported);
  const reported = told.against.filter(({ cell }) => cell.reported);
  const sides = new Set(told.own.map(({ card }) => card.side));
  const [only] = sides;
  const side = declared.sides.find(({ id }) => id === only);
  const says = denies
    ? "The draft says that this is not so, in its own voice"
    : "The draft says this in its own voice";
  return [
    told.own.length === 0
      ? `${says}, and no source of the case does.`
      : `${says}. So do: ${names(told.own)}${
          sides.size === 1 && side ? ` (all of one side: ${side.name})` : ""
        }.`,
    denied.length > 0
      ? `${denies ? "Say that it is so" : "Not so"}, in their own voice: ${names(denied)}.`
      : "",
    reported.length > 0 ? `Report that it is denied: ${names(reported)}.` : "",
    ...(["denies", "attributes"] as const).map((kind) => {
      const list = told.reports.filter(({ cell }) => cell.stance === kind);
      const what = !denies ? "it" : kind === "denies" ? "the denial" : "that it is so";
      return list.length > 0 ? `Give ${what} as somebody's word: ${names(list)}.` : "";
    }),
  ]
    .filter((part) => part !== "")
    .join(" ");
}
