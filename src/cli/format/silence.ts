import type { SilenceRow } from "../../compare/silence/silence.ts";
import { whoIsSilent } from "../../document/absence.ts";
import type { Case } from "../../document/case.ts";
import { datesInWords, withoutMarks } from "../../document/in-words.ts";
import { count, wrap } from "../text.ts";
import { someLines, someOf } from "./some.ts";

/** A claim that one side carries, with those of another side that do not. */
export function silenceText(
  row: SilenceRow,
  { sources, sides }: Pick<Case, "sources" | "sides">,
): string {
  const names = new Map(sources.map(({ id, name }) => [id, name]));
  const sideName = (id: string | null) =>
    id === null ? "unaligned" : (sides.find((side) => side.id === id)?.name ?? id);
  const carriers = someOf(row.carriedBy.map((id) => names.get(id) ?? id));
  return [
    wrap(withoutMarks(row.statement), 96),
    `  carried by ${carriers} (${sideName(row.carriedBySide)}; ${count(row.carriedBy.length, "source")}, ${row.independent} independent)`,
    `  not by ${sideName(row.absentSide)}:`,
    ...someLines(
      row.absences.map(
        (absence) =>
          `  ${absence.state.padEnd(8)} ${whoIsSilent(absence, names.get(absence.sourceId) ?? absence.sourceId)}: ${datesInWords(absence.reason)}`,
      ),
    ),
  ].join("\n");
}
