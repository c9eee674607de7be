import type { Absence, SilenceRow } from "../../compare/silence/silence.ts";
import { type Lean, lean } from "../paged.ts";
import { documentsOf, type List, unaligned } from "./list.ts";

/** A source that does not carry a claim; why is told in the row only where few do not. */
export type AbsenceRow = Omit<Absence, "documentIds" | "reason"> & {
  readonly reason: string | null;
};

export type SilenceListRow = Omit<Lean<SilenceRow>, "absences" | "reason"> & {
  readonly absences: readonly AbsenceRow[];
};

/** So many absences stand in a row with their reasons: more are folded away. */
const reasonsTold = 12;

export const silenceList: List<SilenceRow, SilenceListRow> = {
  items: ({ silence }) => silence,
  idOf: ({ id }) => id,
  row: ({ absences, reason: _, ...row }) => ({
    ...lean(row),
    absences: absences.map(({ documentIds: _, reason, ...absence }) => ({
      ...absence,
      reason: absences.length > reasonsTold ? null : reason,
    })),
  }),
  inTime: { documents: ({ evidence }) => documentsOf(evidence) },
  filters: {
    q: ({ statement }, words) => words(statement),
    absent: ({ absentSide }, _, chosen) => (absentSide ?? unaligned) === chosen,
    only: (row, _, chosen) => sidesOf(row) === chosen,
  },
  facets: {
    absent: ({ sides }) => [...sides, unaligned],
    only: ({ sides }) => {
      const all = [...sides, unaligned];
      return all.flatMap((by) => all.map((absent) => `${by}>${absent}`));
    },
  },
};

/** Who carries it and who does not: `island>mainland`. */
function sidesOf({ carriedBySide, absentSide }: SilenceRow): string {
  return `${carriedBySide ?? unaligned}>${absentSide ?? unaligned}`;
}
