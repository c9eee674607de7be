import type { Overview } from "../../serve/types.ts";
import { texts } from "../texts.ts";

/** A source with its documents in the case, oldest id first. */
export type Column = {
  readonly id: string;
  readonly name: string;
  readonly side: string | null;
  readonly documentIds: readonly string[];
};

/** One side's columns; `id: null` are the unaligned, always last. */
export type Group = {
  readonly id: string | null;
  readonly name: string;
  readonly shortName: string;
  /** Position among the sides: chooses a colour that carries no meaning. */
  readonly position: number | null;
  readonly columns: readonly Column[];
};

/** The sources that have documents, grouped by side: sides by name, then the unaligned. */
export function groupsOf(overview: Pick<Overview, "sides" | "documents">): Group[] {
  const columns = new Map<string, Column & { documentIds: string[] }>();
  for (const card of overview.documents) {
    const column = columns.get(card.sourceId);
    if (column) column.documentIds.push(card.id);
    else
      columns.set(card.sourceId, {
        id: card.sourceId,
        name: card.sourceName,
        side: card.side,
        documentIds: [card.id],
      });
  }
  const sorted = [...columns.values()].sort(
    (a, b) => compare(a.name, b.name) || compare(a.id, b.id),
  );
  const declared = overview.sides.map((side, position) => ({
    id: side.id,
    name: side.name,
    shortName: shortSide(side.id),
    position,
    columns: sorted.filter((column) => column.side === side.id),
  }));
  const known = new Set(overview.sides.map((side) => side.id));
  const unaligned = sorted.filter((column) => column.side === null || !known.has(column.side));
  const rest = declared.length > 0 ? texts.shared.unaligned : texts.shared.sources;
  return [
    ...declared,
    { id: null, name: rest, shortName: rest, position: null, columns: unaligned },
  ].filter((group) => group.columns.length > 0);
}

/** A side's id as a short name: `north-shore` is shown as "North shore". */
export function shortSide(id: string): string {
  const words = id.replaceAll(/[-_]+/g, " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** More sources than this do not stand side by side as columns: they are listed and counted. */
export const mostColumns = 40;

/** How many side colours there are; further sides start again, told apart by their names. */
export const sideColours = 6;

/** The CSS colour of a side's position. */
export function sideColour(position: number | null): string {
  return position === null ? "var(--side-none)" : `var(--side-${position % sideColours})`;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
