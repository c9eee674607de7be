import { absenceOf } from "../../document/absence.ts";
import type { DocumentCard } from "../../document/case.ts";
import { daysOf } from "../../document/edtf.ts";
import type { Passage, ScoredPassage } from "../../document/passage.ts";
import { compareText } from "../input.ts";
import type { AskDeps } from "./ask.ts";
import type { Cell, Claim, Stance } from "./claims.ts";
import type { PassageIndex } from "./passages.ts";
import type { ToldPassage } from "./told.ts";

export function plain(passage: ScoredPassage | undefined): Passage | null {
  return passage
    ? { documentId: passage.documentId, start: passage.start, end: passage.end, text: passage.text }
    : null;
}

export function scored(
  index: PassageIndex,
  matches: readonly { readonly passage: number; readonly score: number }[],
): ScoredPassage[] {
  return matches.flatMap(({ passage: at, score }) => {
    const passage = index.passages[at];
    if (!passage) return [];
    const { documentId, start, end, text } = passage;
    return [{ documentId, start, end, text, score: Math.round(score * 1000) / 1000 }];
  });
}

/** A passage whose score is at least this share of the best one's speaks of the claim as well. */
const nearBest = 0.8;

/**
 * The cell of a document that carries a claim. What its passages tell is given best first. Its stance is
 * that of its best passage; but where a nearly as good one says so in the writer's own voice, the
 * document says it itself, whoever else it quotes. A denial is shown with what it denies.
 */
export function presentCell(
  index: PassageIndex,
  documentId: string,
  told: readonly [ToldPassage, ...ToldPassage[]],
): Cell {
  const [best] = told;
  const bar = best.score * nearBest;
  const own =
    best.told.stance === "attributes"
      ? told.find(({ told: { stance }, score }) => stance === "asserts" && score >= bar)
      : undefined;
  const chosen = own ?? best;
  const also = [...new Set(told.map(({ told: { stance } }): Stance => stance))].filter(
    (stance) => stance !== chosen.told.stance,
  );
  const shown = new Map<number, number>();
  for (const { passage, score, answeredBy } of [chosen, ...told]) {
    for (const at of answeredBy === null ? [passage] : [passage, answeredBy])
      if (!shown.has(at)) shown.set(at, score);
  }
  const passages = scored(
    index,
    [...shown].map(([passage, score]) => ({ passage, score })),
  );
  return { documentId, ...chosen.told, also, passages };
}

/** A passage that covers so much of a statement comes too near for the document to be called silent. */
export const nearEnough = 0.2;

/** The cell of a document in which a claim was not found; `nearest` are its nearest passages. */
export function absentCell(
  document: DocumentCard,
  { firstPublished, lagHours, events }: Pick<Claim, "firstPublished" | "lagHours" | "events">,
  nearest: readonly ScoredPassage[] = [],
): Cell {
  const absence = absenceOf(document, firstPublished, lagHours, events);
  const near = absence.state === "silent" && (nearest[0]?.score ?? 0) >= nearEnough;
  return {
    documentId: document.id,
    stance: near ? "unknown" : absence.state,
    also: [],
    attributedTo: null,
    distancing: false,
    reported: false,
    passages: nearest,
    reason: near
      ? "a passage comes near: whether it says this is for the reader to tell"
      : absence.reason,
    rule: near ? "near" : absence.rule,
  };
}

/**
 * Makes the function that tells of documents in which a claim was not found what `absenceOf` tells,
 * without its reason: dates are reckoned with only where the rest leaves it open, and each once.
 */
export function createAbsentState({
  events = [],
  firstPublished,
  lagHours,
}: Pick<Claim, "firstPublished" | "lagHours" | "events">): (
  card: DocumentCard,
) => "silent" | "unknown" {
  const known = new Map<string, "silent" | "unknown">();
  return (card) => {
    const { completeness, language, published, event } = card;
    if (completeness !== "full" || published === null || firstPublished === null) return "unknown";
    if (event !== undefined && events.length > 0 && !events.includes(event)) return "unknown";
    const key = `${language}|${published}`;
    const before = known.get(key);
    if (before !== undefined) return before;
    const { state } = absenceOf(card, firstPublished, lagHours, events);
    known.set(key, state);
    return state;
  };
}

/** A card with the event that its document reports, where events are told. */
export function withEvent(card: DocumentCard, { eventOf }: Pick<AskDeps, "eventOf">): DocumentCard {
  const event = eventOf?.get(card.id);
  return event === undefined ? card : { ...card, event };
}

/** When a claim was first published, and of which events its carriers tell: what silence is told from. */
export function appearanceOf(
  carriers: readonly DocumentCard[],
  { lagHours, eventOf }: Pick<AskDeps, "lagHours" | "eventOf">,
): Pick<Claim, "firstPublished" | "lagHours" | "events"> {
  const events =
    eventOf && [...new Set(carriers.flatMap(({ id }) => eventOf.get(id) ?? []))].sort();
  return {
    firstPublished: earliest(carriers.map(({ published }) => published)),
    ...(lagHours === undefined ? {} : { lagHours }),
    ...(events === undefined ? {} : { events }),
  };
}

/** The cells of all documents of the case, ordered as they are: the silent and unknown ones too. */
export function cellsOf(claim: Claim, documents: readonly DocumentCard[]): Cell[] {
  const cells = new Map(claim.cells.map((cell) => [cell.documentId, cell]));
  return documents.map((card) => cells.get(card.id) ?? absentCell(card, claim));
}

/**
 * Documents disagree: one denies what another carries, or asserts what another gives as somebody's
 * word with distance ("claims").
 */
export function isContested(cells: readonly Cell[]): boolean {
  const stances = new Set(cells.flatMap((cell) => [cell.stance, ...cell.also]));
  const carried = stances.has("asserts") || stances.has("attributes");
  const distanced = cells.some(({ stance, distancing }) => stance === "attributes" && distancing);
  return (stances.has("denies") && carried) || (stances.has("asserts") && distanced);
}

/** The date whose last possible moment is earliest; null when none is known. */
export function earliest(dates: readonly (string | null)[]): string | null {
  let first: { date: string; last: string } | undefined;
  for (const date of dates) {
    const day = date === null ? null : (daysOf(date)?.to ?? null);
    if (date === null || day === null) continue;
    const last = date.includes("T") ? date : `${day}T24`;
    if (!first || compareText(last, first.last) < 0) first = { date, last };
  }
  return first?.date ?? null;
}

export function isFilled<T>(list: readonly T[]): list is readonly [T, ...T[]] {
  return list.length > 0;
}
