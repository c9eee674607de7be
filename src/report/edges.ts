import type { SpreadEdge } from "../spread/spread.ts";
import { csvRow } from "./csv.ts";

/** Digits after the point of what is measured. */
const digits = 6;

const columns = [
  "account_a",
  "account_b",
  "weight",
  "mean_delta_seconds",
  "posts_a",
  "posts_b",
  "symmetry",
  "expected",
  "p",
  "q",
] as const;

/** Edges as a table, line by line; the last three columns are empty where nothing was tested. */
export function* renderEdges(edges: Iterable<SpreadEdge>): Generator<string> {
  yield csvRow(columns);
  for (const { a, b, weight, meanDeltaSeconds, postsA, postsB, symmetry01, chance } of edges)
    yield csvRow([
      a,
      b,
      weight,
      rounded(meanDeltaSeconds),
      postsA,
      postsB,
      rounded(symmetry01),
      chance ? rounded(chance.expected) : null,
      chance ? shortened(chance.p) : null,
      chance ? shortened(chance.q) : null,
    ]);
}

function rounded(value: number): number {
  return Number(value.toFixed(digits));
}

/** A chance may be very small: its leading digits, not its places. */
function shortened(value: number): number {
  return Number(value.toPrecision(4));
}
