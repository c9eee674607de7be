import type { SilenceRow } from "../../compare/silence/silence.ts";
import type { Case } from "../../document/case.ts";
import { wrap } from "../text.ts";

/** A claim that one side carries, with those of another side that do not. */
export function silenceText(
  row: SilenceRow,
  { sources, sides }: Pick<Case, "sources" | "sides">,
): string {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const sideName = (id: string | null) =>
    id === null ? "unaligned" : (sides.find((side) => side.id === id)?.name ?? id);
  const carriers = row.carriedBy.map((id) => names.get(id) ?? id).join(", ");
  return [
    wrap(row.statement, 96),
    `  carried by ${carriers} (${sideName(row.carriedBySide)})`,
    ...row.absences.map(
      ({ sourceId, state, reason }) =>
        `  ${state.padEnd(8)} ${names.get(sourceId) ?? sourceId} (${sideName(row.absentSide)}): ${reason}`,
    ),
  ].join("\n");
}
