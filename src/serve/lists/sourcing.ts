import type {
  Anonymous,
  Chain,
  Citation,
  SideQuotes,
  SourcingRow,
} from "../../compare/sourcing/sourcing.ts";
import { type Lean, lean } from "../paged.ts";
import { documentsOf, type List, type ListCase, unaligned } from "./list.ts";

/** Sources in the order of their sides, then by name. */
export const sourcingList: List<SourcingRow, Lean<SourcingRow>> = {
  items: ({ sourcing }) => sourcing.rows,
  idOf: ({ sourceId }) => sourceId,
  row: lean,
  order: (_, lookup) => (a, b) => {
    const side = (id: string) => sideOrder(lookup.sideOf(id), lookup);
    const [x, y] = [lookup.nameOf(a.sourceId), lookup.nameOf(b.sourceId)];
    return side(a.sourceId) - side(b.sourceId) || compare(x, y) || compare(a.sourceId, b.sourceId);
  },
  inTime: {
    documents: ({ sourceId }, lookup) => lookup.documentsOf(sourceId).map(({ id }) => id),
  },
  filters: {
    q: ({ sourceId, quoted }, words, _, { lookup }) =>
      words([lookup.nameOf(sourceId), ...quoted.map(({ name }) => name)].join(" ")),
  },
};

export const chainList: List<Chain, Lean<Chain>> = {
  items: ({ sourcing }) => sourcing.chains,
  idOf: ({ id }) => id,
  row: lean,
  inTime: { documents: ({ documentId }) => [documentId] },
  filters: {},
};

export const sideQuotesList: List<SideQuotes, Lean<SideQuotes>> = {
  items: ({ sourcing }) => sourcing.sides,
  idOf: ({ bySide, ofSide }) => `${bySide ?? ""}>${ofSide ?? ""}`,
  row: lean,
  filters: {},
};

export const anonymousList: List<Anonymous, Lean<Anonymous>> = {
  items: ({ sourcing }) => sourcing.anonymous,
  idOf: ({ bySide }) => bySide ?? unaligned,
  row: lean,
  filters: {},
};

export const citationList: List<Citation, Lean<Citation>> = {
  items: ({ sourcing }) => sourcing.citations,
  idOf: ({ id }) => id,
  row: lean,
  inTime: { documents: ({ evidence }) => documentsOf(evidence) },
  filters: {},
};

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);

function sideOrder(side: string, { sides }: ListCase): number {
  return side === unaligned ? sides.length : sides.indexOf(side);
}
