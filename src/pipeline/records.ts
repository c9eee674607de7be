import type { Cell, Claim } from "../compare/claims/claims.ts";
import type { Findings, Question } from "../compare/findings.ts";
import type { Absence, SilenceRow } from "../compare/silence/silence.ts";

/**
 * Findings as they are kept. A claim has a cell for every document of the case and a silence an
 * absence for every source that faces it, and most of them say the same as many others' (this
 * document is silent, for this reason): those are kept once, and named by their number.
 */
export type Records = Readonly<Record<Question | "cells" | "absences", readonly unknown[]>>;

type ClaimRecord = Omit<Claim, "cells"> & { readonly cells: readonly (Cell | number)[] };
type SilenceRecord = Omit<SilenceRow, "absences"> & { readonly absences: readonly number[] };

/** Sourcing is one record; every other question has one per finding. */
export function packFindings(findings: Findings): Records {
  const cells = numbering<Cell>();
  const absences = numbering<Absence>();
  return {
    ...findings,
    claims: findings.claims.map((claim) => ({
      ...claim,
      cells: claim.cells.map((cell) => (cell.passages.length === 0 ? cells.of(cell) : cell)),
    })),
    silence: findings.silence.map((row) => ({ ...row, absences: row.absences.map(absences.of) })),
    sourcing: [findings.sourcing],
    cells: cells.list,
    absences: absences.list,
  };
}

/** The answers to one question as they were; what was kept once is one object. */
export async function unpackFindings<Q extends Question>(
  question: Q,
  kept: (name: keyof Records) => Promise<readonly unknown[]>,
): Promise<Findings[Q]> {
  const unpack: { readonly [K in Question]?: () => Promise<Findings[K]> } = {
    claims: async () => {
      const cells = (await kept("cells")) as readonly Cell[];
      return ((await kept("claims")) as readonly ClaimRecord[]).map((record) => ({
        ...record,
        cells: record.cells.map((cell) => (typeof cell === "number" ? at(cells, cell) : cell)),
      }));
    },
    silence: async () => {
      const absences = (await kept("absences")) as readonly Absence[];
      return ((await kept("silence")) as readonly SilenceRecord[]).map((record) => ({
        ...record,
        absences: record.absences.map((number) => at(absences, number)),
      }));
    },
    sourcing: async () => (await kept("sourcing"))[0] as Findings["sourcing"],
  };
  const made = await (unpack[question]?.() ?? kept(question));
  return made as Findings[Q];
}

/** Gives equal values the same number. */
function numbering<T>(): { readonly list: readonly T[]; readonly of: (value: T) => number } {
  const list: T[] = [];
  const numbers = new Map<string, number>();
  const seen = new Map<T, number>();
  return {
    list,
    of: (value) => {
      const again = seen.get(value);
      if (again !== undefined) return again;
      const key = JSON.stringify(value);
      const number = numbers.get(key) ?? list.push(value) - 1;
      numbers.set(key, number);
      if (list[number] === value) seen.set(value, number);
      return number;
    },
  };
}

function at<T>(list: readonly T[], index: number): T {
  const value = list[index];
  if (value === undefined) throw new Error(`kept findings are incomplete: no number ${index}`);
  return value;
}
