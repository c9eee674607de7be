import type { Quoted, Sourcing, SourcingRow } from "../compare/sourcing/sourcing.ts";
import { type ListCase, unaligned } from "./lists/list.ts";
import { holdsWords } from "./paged.ts";

/** Somebody with a name whom sources quote. */
export type QuotedName = {
  readonly name: string;
  /** The source of the case with this name; null for everybody else. */
  readonly sourceId: string | null;
  readonly side: string | null;
  readonly kind: string | null;
  /** Attributions to this name, and sources that have them, over all rows. */
  readonly count: number;
  readonly sources: number;
};

/** A source that quotes: `named` + `unnamed` + `open` are all its attributions. */
export type QuotingSource = {
  readonly sourceId: string;
  readonly attributions: number;
  /** Attributions to names, and of these those to names without a column. */
  readonly named: number;
  readonly elsewhere: number;
  readonly unnamed: number;
  readonly open: number;
};

/** How often one source quotes one name. */
export type QuotedCell = {
  /** Places among the rows and columns. */
  readonly row: number;
  readonly column: number;
  readonly count: number;
  readonly distancing: number;
  /** The name as this source writes it first: what the address of its passages says. */
  readonly key: string;
};

/** Who quotes whom: the sources and names that have most, by side. */
export type WhoQuotesWhom = {
  readonly rows: readonly QuotingSource[];
  readonly columns: readonly QuotedName[];
  /** By row, then by column. */
  readonly cells: readonly QuotedCell[];
  /** Sources that quote, and names that are quoted, shown or not. */
  readonly all: { readonly rows: number; readonly columns: number };
};

/** A table with more rows or columns than this is not looked through any more. */
export const mostRows = 60;
export const mostColumns = 30;

/**
 * The attributions as a table of sources by names. Rows and columns are those with most, in the
 * order of the sides; a name that several sources write is one column where only capitals and an
 * article differ.
 */
export function whoQuotesWhom(
  { rows }: Pick<Sourcing, "rows">,
  lookup: ListCase,
  search?: string,
): WhoQuotesWhom {
  const words = holdsWords(search);
  const quoting = rows.filter(
    ({ sourceId, attributions, quoted }) =>
      attributions > 0 &&
      words([lookup.nameOf(sourceId), ...quoted.map(({ name }) => name)].join(" ")),
  );
  const sourceBy = new Map(lookup.sources.map((id) => [keyOf(lookup.nameOf(id)), id]));
  const names = new Map<string, QuotedName>();
  for (const one of namedOf(quoting)) {
    const key = keyOf(one.name);
    const known = names.get(key);
    names.set(key, {
      name: known?.name ?? one.name,
      sourceId: sourceBy.get(key) ?? null,
      side: known?.side ?? one.side,
      kind: known?.kind ?? one.kind,
      count: (known?.count ?? 0) + one.count,
      sources: (known?.sources ?? 0) + 1,
    });
  }
  const place = (side: string | null) => sideOrder(side ?? unaligned, lookup);
  const shownNames = [...names.values()]
    .sort((a, b) => b.count - a.count || b.sources - a.sources || compare(a.name, b.name))
    .slice(0, mostColumns)
    .sort((a, b) => place(a.side) - place(b.side) || b.count - a.count || compare(a.name, b.name));
  const columnOf = new Map(shownNames.map(({ name }, at) => [keyOf(name), at]));
  const shownRows = [...quoting]
    .sort((a, b) => b.attributions - a.attributions || compare(a.sourceId, b.sourceId))
    .slice(0, mostRows)
    .sort(
      (a, b) =>
        place(lookup.sideOf(a.sourceId)) - place(lookup.sideOf(b.sourceId)) ||
        compare(lookup.nameOf(a.sourceId), lookup.nameOf(b.sourceId)) ||
        compare(a.sourceId, b.sourceId),
    );
  const cells = shownRows.flatMap(({ quoted }, row) =>
    quoted
      .filter(isNamed)
      .flatMap(({ name, count, distancing }): QuotedCell[] => {
        const column = columnOf.get(keyOf(name));
        return column === undefined ? [] : [{ row, column, count, distancing, key: name }];
      })
      .sort((a, b) => a.column - b.column),
  );
  const inCells = shownRows.map(() => 0);
  for (const { row, count } of cells) inCells[row] = (inCells[row] ?? 0) + count;
  return {
    rows: shownRows.map(({ sourceId, attributions, unnamed, open }, at) => {
      const named = attributions - unnamed - open;
      const elsewhere = named - (inCells[at] ?? 0);
      return { sourceId, attributions, named, elsewhere, unnamed, open };
    }),
    columns: shownNames,
    cells,
    all: { rows: quoting.length, columns: names.size },
  };
}

type NamedQuoted = Quoted & { readonly name: string };

function isNamed(quoted: Quoted): quoted is NamedQuoted {
  return quoted.naming === "named" && quoted.name !== null;
}

function namedOf(rows: readonly SourcingRow[]): NamedQuoted[] {
  return rows.flatMap(({ quoted }) => quoted.filter(isNamed));
}

/** What makes two ways to write a name one: "the Harbour Post", "Harbour Post". */
function keyOf(name: string): string {
  return name.toLowerCase().replace(/^(?:the|a|an)\s+/, "");
}

function sideOrder(side: string, { sides }: ListCase): number {
  const at = sides.indexOf(side);
  return at < 0 ? sides.length : at;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
