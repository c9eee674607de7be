import type { FigureEntry, FigureRelation } from "./figures.ts";

/** Lowest and highest value that a figure as written allows. */
export type Bounds = readonly [number, number];

/** A figure as written: its number, where it gives one, and what it allows. */
export type Quantity = { readonly value: number | null; readonly bounds: Bounds };

export function quantityOf(figure: Pick<FigureEntry, "value" | "range" | "qualifier">): Quantity {
  return { value: figure.value, bounds: boundsOf(figure) };
}

/** How far "about" reaches, as a share of the value: chosen, as no style guide gives a number. */
const aboutShare = 0.1;

/** `"at least 13"` allows 13 and more; `"about 100"` 90 to 110; an exact number only itself. */
export function boundsOf({
  value,
  range,
  qualifier,
}: Pick<FigureEntry, "value" | "range" | "qualifier">): Bounds {
  const low = range?.[0] ?? value ?? 0;
  const high = range?.[1] ?? value ?? Number.POSITIVE_INFINITY;
  switch (qualifier) {
    case "at least":
    case "more than":
      return [low, Number.POSITIVE_INFINITY];
    case "at most":
    case "up to":
    case "fewer than":
    case "less than":
      return [0, high];
    case "around":
    case "about":
    case "nearly":
    case "almost":
      return [low * (1 - aboutShare), high * (1 + aboutShare)];
    default:
      return [low, high];
  }
}

/** A number as it is set beside others. */
type Told = Pick<FigureEntry, "value" | "range" | "qualifier" | "superseded">;

/** How two numbers for one quantity stand to each other. */
export type PairRelation = "same" | "compatible" | "update" | "conflict";

/** `same` with the same qualifier; `update` where they cannot both hold and one has been replaced. */
export function relateEntries(a: Told, b: Told): PairRelation {
  const [left, right] = [boundsOf(a), boundsOf(b)];
  if (left[0] === right[0] && left[1] === right[1] && a.qualifier === b.qualifier) return "same";
  if (left[0] <= right[1] && right[0] <= left[1]) return "compatible";
  return a.superseded || b.superseded ? "update" : "conflict";
}

type Pairs = readonly (readonly [number, number])[];

/**
 * How a quantity's figures stand to each other. Equal bounds count once, so that the work grows
 * with the number of different figures and not with the pairs of documents; `conflicts` and
 * `updates` are pairs of indices of the first entries with those bounds. A number is replaced only
 * where all who give it have been.
 */
export function relate(
  entries: readonly Told[],
  documents: number,
): {
  readonly relation: FigureRelation;
  readonly conflicts: Pairs;
  readonly updates: Pairs;
} {
  if (documents < 2) return { relation: "single", conflicts: [], updates: [] };
  const variants = new Map<string, { at: number; bounds: Bounds; superseded: boolean }>();
  entries.forEach((entry, at) => {
    const bounds = boundsOf(entry);
    const key = bounds.join("|");
    const known = variants.get(key);
    if (known) known.superseded &&= entry.superseded;
    else variants.set(key, { at, bounds, superseded: entry.superseded });
  });
  const distinct = [...variants.values()];
  const conflicts: (readonly [number, number])[] = [];
  const updates: (readonly [number, number])[] = [];
  for (const [at, a] of distinct.entries()) {
    for (const b of distinct.slice(at + 1)) {
      if (a.bounds[1] < b.bounds[0] || b.bounds[1] < a.bounds[0])
        (a.superseded || b.superseded ? updates : conflicts).push([a.at, b.at]);
    }
  }
  const relation =
    conflicts.length > 0
      ? "conflict"
      : updates.length > 0
        ? "update"
        : distinct.length === 1
          ? "agree"
          : "compatible";
  return { relation, conflicts, updates };
}

/**
 * Whether a figure of `b` gives a number of `a`: the same, or one that implies
 * it ("15" for "at least 13"), or the number with another qualifier. `open` where it leaves it possible ("more than 13" for "17").
 */
export function compareQuantities(
  a: readonly Quantity[],
  b: readonly Quantity[],
): "same" | "open" | "other" | "none" {
  if (a.length === 0 || b.length === 0) return "none";
  const pairs = a.flatMap((stated) => b.map((told) => [stated, told] as const));
  const gives = ([stated, told]: readonly [Quantity, Quantity]) =>
    (stated.value !== null && stated.value === told.value) ||
    (stated.bounds[0] <= told.bounds[0] && told.bounds[1] <= stated.bounds[1]);
  if (pairs.some(gives)) return "same";
  const meet = ([stated, told]: readonly [Quantity, Quantity]) =>
    stated.bounds[0] <= told.bounds[1] && told.bounds[0] <= stated.bounds[1];
  return pairs.some(meet) ? "open" : "other";
}
