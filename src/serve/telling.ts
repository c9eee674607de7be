import type { Claim, Stance } from "../compare/claims/claims.ts";
import type { FigureGroup } from "../compare/figures/figures.ts";
import type { Findings } from "../compare/findings.ts";
import type { SilenceRow } from "../compare/silence/silence.ts";
import type { DocumentCard } from "../document/case.ts";
import type { Telling } from "./types.ts";

/**
 * The most telling answers of the case, one of a kind: the claim on which most sources stand
 * against each other, the quantity in conflict that most documents give, and the claim on which
 * most sources of another side are silent. Equals are told in the order of the answers.
 */
export function tellingOf(
  findings: Pick<Findings, "claims" | "figures" | "silence">,
  documents: readonly DocumentCard[],
): Telling {
  const sourceOf = new Map(documents.map(({ id, sourceId }) => [id, sourceId]));
  const speakers = (claim: Claim, stance: Stance) => [
    ...new Set(
      claim.cells
        .filter((cell) => cell.stance === stance || cell.also.includes(stance))
        .map(({ documentId }) => sourceOf.get(documentId) ?? documentId),
    ),
  ];
  const against = (claim: Claim) =>
    Math.min(
      speakers(claim, "denies").length,
      speakers(claim, "asserts").length + speakers(claim, "attributes").length,
    );
  const claim = first(
    findings.claims.filter(({ contested }) => contested),
    (one) => [against(one), one.sources],
  );
  const figure = first(
    findings.figures.filter(({ relation }) => relation === "conflict"),
    (one) => [one.documents, one.entries.length],
  );
  const silence = first(
    findings.silence.filter((row) => silentOf(row).length > 0),
    (row) => [silentOf(row).length, row.carriedBy.length],
  );
  return {
    claim: claim && {
      id: claim.id,
      statement: claim.statement,
      asserts: speakers(claim, "asserts"),
      attributes: speakers(claim, "attributes"),
      denies: speakers(claim, "denies"),
    },
    figure: figure && figureOf(figure),
    silence: silence && {
      id: silence.id,
      statement: silence.statement,
      carriedBySide: silence.carriedBySide,
      carriedBy: silence.carriedBy,
      absentSide: silence.absentSide,
      silent: silentOf(silence),
    },
  };
}

function silentOf(row: SilenceRow): string[] {
  return row.absences.filter(({ state }) => state === "silent").map(({ sourceId }) => sourceId);
}

function figureOf({ id, what, unit, place, edtf, entries, documents }: FigureGroup) {
  const values = entries.flatMap(({ value, range }) => range ?? (value === null ? [] : [value]));
  return { id, what, unit, place, edtf, documents, values: [...new Set(values)].sort(ascending) };
}

const ascending = (a: number, b: number) => a - b;

/** The item with the greatest weights, compared one after the other; null when there is none. */
function first<T>(items: readonly T[], weigh: (item: T) => readonly [number, number]): T | null {
  let best: { item: T; weights: readonly [number, number] } | null = null;
  for (const item of items) {
    const weights = weigh(item);
    const [more, then] = best?.weights ?? [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
    if (weights[0] > more || (weights[0] === more && weights[1] > then)) best = { item, weights };
  }
  return best?.item ?? null;
}
