import type { ShiftChance } from "../spread/significance/shift.ts";
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

/** Columns of the second null model, where it was asked for. */
const shiftColumns = ["shift_expected", "shift_p", "shift_q"] as const;

/**
 * Edges as a table, line by line; `expected`, `p` and `q` are empty where nothing was tested.
 * @param shifts what shifted timelines give for each edge, in their order
 */
export function* renderEdges(
  edges: Iterable<SpreadEdge>,
  shifts?: readonly ShiftChance[],
): Generator<string> {
  yield csvRow(shifts ? [...columns, ...shiftColumns] : columns);
  let at = 0;
  for (const { a, b, weight, meanDeltaSeconds, postsA, postsB, symmetry01, chance } of edges) {
    const shift = shifts?.[at++];
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
      ...(shift ? [rounded(shift.expected), shortened(shift.p), shortened(shift.q)] : []),
    ]);
  }
}

function rounded(value: number): number {
  return Number(value.toFixed(digits));
}

/** A chance may be very small: its leading digits, not its places. */
function shortened(value: number): number {
  return Number(value.toPrecision(4));
}
