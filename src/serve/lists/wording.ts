import type { Places } from "../../compare/wording/places.ts";
import type { Contrast, WordingRow } from "../../compare/wording/wording.ts";
import { type Lean, lean } from "../paged.ts";
import { documentsOf, type List } from "./list.ts";

export const wordingList: List<WordingRow, Lean<WordingRow>> = {
  items: ({ wording }) => wording.rows,
  idOf: ({ id }) => id,
  row: lean,
  inTime: {
    documents: ({ id, labels }, { usedIn }) =>
      usedIn?.(id) ??
      labels.flatMap(({ uses }) => uses.flatMap(({ evidence }) => documentsOf(evidence))),
  },
  filters: {
    q: ({ concept, labels }, words) =>
      words([concept, ...labels.map(({ label }) => label)].join(" ")),
  },
};

export const contrastList: List<Contrast, Lean<Contrast>> = {
  items: ({ wording }) => wording.contrasts,
  idOf: ({ id }) => id,
  row: lean,
  filters: {},
};

/** Row → documents that use one of its labels. */
export function documentsByRow(
  places: readonly Places[],
): ReadonlyMap<string, ReadonlySet<string>> {
  const users = new Map<string, Set<string>>();
  for (const { of, documents } of places) {
    const own = users.get(of) ?? new Set<string>();
    users.set(of, own);
    for (const { documentId } of documents) own.add(documentId);
  }
  return users;
}
