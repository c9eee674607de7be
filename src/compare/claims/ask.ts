import { daysOf } from "../../document/edtf.ts";
import type { Passage, ScoredPassage } from "../../document/passage.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Reader } from "../../read/read.ts";
import { compareText } from "../input.ts";
import { absenceOf } from "./absence.ts";
import type { Cell, Claim, Stance } from "./claims.ts";
import { lookUp, type Match } from "./lookup.ts";
import type { PassageIndex } from "./passages.ts";
import { createCloseReader, type PassageStance, stanceOf } from "./stance.ts";

/** A passage that covers less of a statement than this is not taken to speak of it. */
export const askThreshold = 0.5;
/** Passages shown per document. */
const shownPassages = 3;

type Deps = { readonly index: PassageIndex; readonly lexicon: Lexicon; readonly actors: Parameters<typeof createCloseReader>[1]; readonly reader: Reader };

/** Makes the function that looks a statement up in every document of the case. */
export function createAsk(deps: Deps): (statement: string, origin?: Claim["origin"]) => Claim {
  const { index } = deps;
  const readClosely = createCloseReader(deps.lexicon, deps.actors);
  return (statement, origin = "asked") => {
    const reading = readClosely(statement);
    const target = { text: statement, reading, reports: false };
    const matches = lookUp(index, reading.terms.map(({ term }) => term));
    const byDocument = new Map<number, Match[]>();
    for (const match of matches) {
      const document = index.passages[match.passage]?.document ?? -1;
      const list = byDocument.get(document) ?? [];
      if (list.length < shownPassages) byDocument.set(document, [...list, match]);
    }
    const found = index.documents.map((document, at) => {
      const near = byDocument.get(at) ?? [];
      const over = near.filter((match) => match.score >= askThreshold);
      const stances = over.map((match) => {
        const passage = index.passages[match.passage] as Passage;
        return stanceOf(target, passage, readClosely(passage.text), new Set(match.shared), index.attributions[at] ?? []);
      });
      return { document, near, over, stances };
    });
    const carriers = found.filter(({ over }) => over.length > 0);
    const firstPublished = earliest(carriers.map(({ document }) => document.published));
    const cells = found.map(({ document, near, over, stances }) =>
      stances[0]
        ? presentCell(document.id, stances[0], stances, scored(index, over))
        : absentCell(document, firstPublished, scored(index, near)),
    );
    const best = matches[0];
    return {
      id: "",
      origin,
      statement,
      central: best && best.score >= askThreshold ? plain(scored(index, [best])[0]) : null,
      cells,
      documents: carriers.length,
      sources: new Set(carriers.map(({ document }) => document.sourceId)).size,
      contested: isContested(cells),
      terms: [...new Set(reading.terms.map(({ term }) => term))],
      firstPublished,
    };
  };
}

function plain(passage: ScoredPassage | undefined): Passage | null {
  return passage
    ? { documentId: passage.documentId, start: passage.start, end: passage.end, text: passage.text }
    : null;
}

function scored(index: PassageIndex, matches: readonly Match[]): ScoredPassage[] {
  return matches.flatMap(({ passage: at, score }) => {
    const passage = index.passages[at];
    if (!passage) return [];
    const { documentId, start, end, text } = passage;
    return [{ documentId, start, end, text, score: Math.round(score * 1000) / 1000 }];
  });
}

function presentCell(
  documentId: string,
  first: PassageStance,
  all: readonly PassageStance[],
  passages: readonly ScoredPassage[],
): Cell {
  const also = [...new Set(all.map(({ stance }) => stance as Stance))].filter((stance) => stance !== first.stance);
  return { documentId, ...first, also, passages };
}

function absentCell(
  document: Parameters<typeof absenceOf>[0] & { readonly id: string },
  firstPublished: string | null,
  passages: readonly ScoredPassage[],
): Cell {
  const { state, reason, rule } = absenceOf(document, firstPublished);
  return {
    documentId: document.id,
    stance: state,
    also: [],
    attributedTo: null,
    distancing: false,
    reported: false,
    passages,
    reason,
    rule,
  };
}

/** Sources disagree: somebody denies what another carries, or asserts what another only attributes. */
export function isContested(cells: readonly Cell[]): boolean {
  const stances = new Set(cells.flatMap((cell) => [cell.stance, ...cell.also]));
  const carried = stances.has("asserts") || stances.has("attributes");
  return (stances.has("denies") && carried) || (stances.has("asserts") && stances.has("attributes"));
}

/** The date whose last possible day is earliest; null when none is known. */
export function earliest(dates: readonly (string | null)[]): string | null {
  let first: { date: string; day: string } | undefined;
  for (const date of dates) {
    const day = date === null ? null : (daysOf(date)?.to ?? null);
    if (date !== null && day !== null && (!first || compareText(day, first.day) < 0)) first = { date, day };
  }
  return first?.date ?? null;
}
