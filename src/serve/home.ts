import type { FigureGroup } from "../compare/figures/figures.ts";
import type { Findings } from "../compare/findings.ts";
import type { WordingRow } from "../compare/wording/wording.ts";
import { notRead } from "../document/absence.ts";
import { carriedBy, waysToCarry } from "../document/carried.ts";
import type { DocumentCard, Side } from "../document/case.ts";
import type { Home } from "./types.ts";

/** So many figures, things and dots of one figure are shown on the front page. */
const most = { figures: 4, words: 5, values: 12 } as const;

/** The shape of the disagreement, on one screen. Sides come in the order in which they are shown. */
export function homeOf(
  findings: Pick<Findings, "claims" | "figures" | "wording" | "silence">,
  documents: readonly DocumentCard[],
  sides: readonly Side[],
): Home {
  const ids = sides.map(({ id }) => id);
  const cards = new Map(documents.map((card) => [card.id, card]));
  const placeOf = (documentId: string) =>
    cards.get(documentId) ?? { side: null, sourceId: documentId };
  const claims = new Map<string, number>();
  for (const claim of findings.claims) {
    const carried = carriedBy(claim, placeOf, ids);
    claims.set(carried, (claims.get(carried) ?? 0) + 1);
  }
  return {
    shape: waysToCarry(ids).flatMap((carried) => {
      const number = claims.get(carried) ?? 0;
      return number > 0 ? [{ carried, claims: number }] : [];
    }),
    figures: [...findings.figures]
      .filter(({ relation }) => relation === "conflict")
      .sort((a, b) => b.documents - a.documents || b.entries.length - a.entries.length)
      .slice(0, most.figures)
      .map(figureOf),
    words: wordsOf(findings.wording.rows, documents, ids),
    silence: [...ids, null].flatMap((absentSide) => {
      const rows = findings.silence.filter(
        (row) =>
          row.absentSide === absentSide && row.absences.some(({ state }) => state === "silent"),
      );
      return rows.length > 0 ? [{ absentSide, claims: rows.length }] : [];
    }),
    open: {
      excerpts: documents.filter(({ completeness }) => completeness === "excerpt").length,
      foreign: documents.filter(({ language }) => notRead(language) !== null).length,
      undated: documents.filter(({ published }) => published === null).length,
    },
  };
}

/** The numbers of a quantity with how many documents give each, ascending. */
function figureOf({ id, what, unit, place, edtf, documents, entries }: FigureGroup) {
  const given = new Map<number, Set<string>>();
  for (const { value, range, documentId } of entries)
    for (const one of range ?? (value === null ? [] : [value])) {
      const documents = given.get(one) ?? new Set();
      given.set(one, documents.add(documentId));
    }
  const values = [...given]
    .map(([value, { size }]) => ({ value, documents: size }))
    .sort((a, b) => a.value - b.value);
  return { id, what, unit, place, edtf, documents, values: values.slice(0, most.values) };
}

/** What a pack of the case names was asked for; what was found may be no one thing. */
function rankOf({ origin }: WordingRow): number {
  return origin === "pack" ? 0 : 1;
}

/**
 * Things that two sides call by different words most, each side by its most used own label: those of
 * packs first.
 */
function wordsOf(
  rows: readonly WordingRow[],
  documents: readonly DocumentCard[],
  sides: readonly string[],
): Home["words"] {
  const sideOf = new Map(documents.map(({ sourceId, side }) => [sourceId, side]));
  return rows
    .map((row) => {
      const bySide = sides.flatMap((side) => {
        const labels = row.labels
          .map(({ label, uses }) => ({
            label,
            uses: uses
              .filter(({ sourceId }) => sideOf.get(sourceId) === side)
              .reduce((sum, { own }) => sum + own, 0),
          }))
          .filter(({ uses }) => uses > 0)
          .sort((a, b) => b.uses - a.uses);
        const [first] = labels;
        const all = labels.reduce((sum, { uses }) => sum + uses, 0);
        return first ? [{ side, ...first, all, labels }] : [];
      });
      return { row, bySide, apart: apartOf(bySide) };
    })
    .filter(({ apart }) => apart > 0)
    .sort((a, b) => rankOf(a.row) - rankOf(b.row) || b.apart - a.apart)
    .slice(0, most.words)
    .map(({ row: { id, concept }, bySide }) => ({
      id,
      concept,
      sides: bySide.map(({ side, label, uses, all }) => ({ side, label, uses, all })),
    }));
}

type Uses = {
  readonly label: string;
  readonly all: number;
  readonly labels: readonly { readonly label: string; readonly uses: number }[];
};

/**
 * How far apart the two sides are that are furthest: the share of uses that would have to change
 * (total variation, 0 to 1) times the uses of the side that has fewer. 0 where all prefer one label.
 */
function apartOf(sides: readonly Uses[]): number {
  let apart = 0;
  for (const [at, a] of sides.entries())
    for (const b of sides.slice(at + 1)) {
      if (a.label === b.label) continue;
      const labels = new Set([...a.labels, ...b.labels].map(({ label }) => label));
      const shareOf = (uses: Uses, label: string) =>
        (uses.labels.find((one) => one.label === label)?.uses ?? 0) / uses.all;
      let distance = 0;
      for (const label of labels) distance += Math.abs(shareOf(a, label) - shareOf(b, label)) / 2;
      apart = Math.max(apart, distance * Math.min(a.all, b.all));
    }
  return apart;
}
