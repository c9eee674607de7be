import type { Cell, Claim } from "../compare/claims/claims.ts";

/**
 * A claim as it is kept. A claim has a cell for every document of the case, and most of them say
 * the same as many others' (this document is silent, for this reason): such cells without passages
 * are kept once and named by their number.
 */
export type ClaimRecord = Omit<Claim, "cells"> & { readonly cells: readonly (Cell | number)[] };

export function packClaims(claims: readonly Claim[]): {
  readonly claims: readonly ClaimRecord[];
  readonly cells: readonly Cell[];
} {
  const numbers = new Map<string, number>();
  const cells: Cell[] = [];
  const numberOf = (cell: Cell): number => {
    const key = JSON.stringify(cell);
    let number = numbers.get(key);
    if (number === undefined) {
      number = cells.push(cell) - 1;
      numbers.set(key, number);
    }
    return number;
  };
  return {
    claims: claims.map((claim) => ({
      ...claim,
      cells: claim.cells.map((cell) => (cell.passages.length === 0 ? numberOf(cell) : cell)),
    })),
    cells,
  };
}

/** The claims as they were; equal cells without passages are one object. */
export function unpackClaims(records: readonly ClaimRecord[], cells: readonly Cell[]): Claim[] {
  return records.map((record) => ({
    ...record,
    cells: record.cells.flatMap((cell) => (typeof cell === "number" ? (cells[cell] ?? []) : cell)),
  }));
}
