import { createContext, type ReactNode, useContext, useMemo } from "react";
import type { CaseHead, Overview } from "../../serve/types.ts";
import { type Column, type Group, groupsOf } from "./sides.ts";

type Card = Overview["documents"][number];

/** The case as every view needs it: sources by side, and look-ups by id. */
export type CaseLookup = {
  readonly overview: CaseHead;
  readonly groups: readonly Group[];
  readonly columns: readonly Column[];
  readonly card: (documentId: string) => Card | undefined;
  readonly column: (sourceId: string) => Column | undefined;
  /** The group that a side's id names; null and undeclared sides are the unaligned. */
  readonly group: (side: string | null) => Group | undefined;
};

const CaseContext = createContext<CaseLookup | null>(null);

export function CaseProvider({ overview, children }: { overview: CaseHead; children: ReactNode }) {
  const lookup = useMemo<CaseLookup>(() => {
    const groups = groupsOf(overview);
    const columns = groups.flatMap((group) => group.columns);
    const cards = new Map(overview.documents.map((card) => [card.id, card]));
    const columnsById = new Map(columns.map((column) => [column.id, column]));
    const last = groups.find((group) => group.id === null);
    return {
      overview,
      groups,
      columns,
      card: (id) => cards.get(id),
      column: (id) => columnsById.get(id),
      group: (side) => groups.find((group) => group.id === side) ?? last,
    };
  }, [overview]);
  return <CaseContext.Provider value={lookup}>{children}</CaseContext.Provider>;
}

export function useCase(): CaseLookup {
  const lookup = useContext(CaseContext);
  if (!lookup) throw new Error("no case around this part");
  return lookup;
}
