import { type ComponentProps, useMemo } from "react";
import type { ListName } from "../../serve/types.ts";
import { useOne, useParts } from "../api/queries.ts";
import { Drawer } from "./drawer.tsx";
import type { ShownPassage } from "./passage.tsx";
import { Answer } from "./states.tsx";

/**
 * The evidence drawer of a finding whose passages come when it is opened: `places` say where they
 * stand in it ("entries/17/evidence").
 */
export function FoundDrawer({
  list,
  of,
  places,
  children,
  ...drawer
}: Omit<ComponentProps<typeof Drawer>, "passages"> & {
  readonly list: ListName;
  /** The finding's id. */
  readonly of: string;
  readonly places: readonly string[];
}) {
  const query = useParts<ShownPassage>(list, of, places);
  return (
    <Drawer {...drawer} {...(query.data ? { passages: query.data } : {})}>
      {children}
      <Answer query={query}>{() => null}</Answer>
    </Drawer>
  );
}

/**
 * The finding that an address names: as found, for its evidence, and as it stands among the rows, from
 * which a review may have left it out.
 */
export function useChosen<N extends ListName>(
  list: N,
  id: string | undefined,
  as: string | undefined,
) {
  const found = useOne(list, id).data;
  const { data: shown, isError } = useOne(list, id, as);
  return { chosen: found, among: isError ? undefined : shown };
}

/** The rows that came, and before them the chosen one where it is not among them. */
export function useWithChosen<T>(
  rows: readonly T[],
  chosen: T | undefined,
  idOf: (row: T) => string,
): readonly T[] {
  return useMemo(() => {
    if (chosen === undefined) return rows;
    const id = idOf(chosen);
    return rows.some((row) => idOf(row) === id) ? rows : [chosen, ...rows];
  }, [rows, chosen, idOf]);
}
