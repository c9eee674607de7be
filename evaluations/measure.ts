/** One measured number. `value` is 0 to 1. */
export type Metric = {
  readonly name: string;
  readonly value: number;
  /** How many gold items (or cells) the value rests on. */
  readonly n: number;
  /** Precision and recall behind an F1, where there are any. */
  readonly precision?: number;
  readonly recall?: number;
  /** What later work aims at. */
  readonly target?: number;
};

/** A case that went wrong, for a person to read: written to `evaluations/NAME/errors/`, never committed. */
export type Miss = { readonly kind: string; readonly place: string; readonly detail: string };

export type Measured = { readonly metrics: readonly Metric[]; readonly misses: readonly Miss[] };

/** What every `evaluations/NAME/run.ts` exports. */
export type Evaluation = {
  readonly name: string;
  /** Paths below the shared folder that must be there; where one is absent, it is skipped aloud. */
  readonly needs: readonly string[];
  run(shared: string): Promise<Measured>;
};

/** Precision, recall and F1 from counts; 0 where undefined. */
export function f1(
  hits: number,
  found: number,
  gold: number,
): {
  precision: number;
  recall: number;
  f1: number;
} {
  const precision = found ? hits / found : 0;
  const recall = gold ? hits / gold : 0;
  return {
    precision,
    recall,
    f1: precision + recall ? (2 * precision * recall) / (precision + recall) : 0,
  };
}

/**
 * 95 % Wilson score interval of a proportion over `n` (Wilson 1927, 10.1080/01621459.1927.10502953).
 * For an F1 it is an approximation that treats the gold items as the trials.
 */
export function interval(value: number, n: number): readonly [number, number] {
  if (n === 0) return [0, 1];
  const z = 1.96;
  const centre = (value + (z * z) / (2 * n)) / (1 + (z * z) / n);
  const half =
    (z / (1 + (z * z) / n)) * Math.sqrt((value * (1 - value)) / n + (z * z) / (4 * n * n));
  return [Math.max(0, centre - half), Math.min(1, centre + half)];
}
