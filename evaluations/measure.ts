import type { Span } from "../src/document/span.ts";
import { bootstrap, type Counts } from "./bootstrap.ts";

/** One measured number. `value` is 0 to 1. */
export type Metric = {
  readonly name: string;
  readonly value: number;
  /** How many gold items (or cells) the value rests on. */
  readonly n: number;
  /** Precision and recall behind an F1, where there are any. */
  readonly precision?: number;
  readonly recall?: number;
  /** The counts behind an F1, one for each document: items of one document are not independent. */
  readonly perDocument?: readonly Counts[];
  /** What later work aims at. */
  readonly target?: number;
};

/** A stretch to underline; `mark` is the character to do it with ("^" when absent). */
export type Marked = Span & { readonly mark?: string };

/** Where a case stands: the whole text, and in it what gold and the reading hold. */
export type Shown = {
  readonly text: string;
  readonly gold: readonly Marked[];
  readonly found: readonly Marked[];
};

/** A case that went wrong, for a person to read: written to `evaluations/NAME/errors/`, never committed. */
export type Miss = {
  readonly kind: string;
  readonly place: string;
  readonly detail: string;
  readonly shown?: Shown;
  /** The rule that made the reading. */
  readonly rule?: string;
  /** Larger is worse; `Evaluation.worst` says what it counts. */
  readonly weight?: number;
};

export type Measured = { readonly metrics: readonly Metric[]; readonly misses: readonly Miss[] };

/** What every `evaluations/NAME/run.ts` exports. */
export type Evaluation = {
  readonly name: string;
  /** Paths below the shared folder that must be there; where one is absent, it is skipped aloud. */
  readonly needs: readonly string[];
  /** What makes one error worse than another, in a sentence for the head of the list of errors. */
  readonly worst?: string;
  /** Why each kind of miss counts as an error. A kind is looked up whole, else by its first word. */
  readonly kinds?: Readonly<Record<string, string>>;
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

/** The counts of several documents in one. */
export function total(counts: readonly Counts[]): Counts {
  const sum = { hits: 0, found: 0, gold: 0 };
  for (const one of counts) {
    sum.hits += one.hits;
    sum.found += one.found;
    sum.gold += one.gold;
  }
  return sum;
}

/** The metric of a micro-F1 over documents. */
export function f1Metric(name: string, perDocument: readonly Counts[], target?: number): Metric {
  const { hits, found, gold } = total(perDocument);
  const score = f1(hits, found, gold);
  const aim = target === undefined ? {} : { target };
  const { precision, recall } = score;
  return { name, value: score.f1, n: gold, precision, recall, perDocument, ...aim };
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

/**
 * 95 % interval of a metric: Wilson's; and where the documents behind an F1 are known, what the
 * bootstrap over documents adds to it on either side. Few documents, or documents without a single
 * error, would make the bootstrap alone too narrow.
 */
export function intervalOf(metric: Metric): readonly [number, number] {
  const [low, high] = interval(metric.value, metric.n);
  if (!metric.perDocument) return [low, high];
  const [from, to] = bootstrap(metric.perDocument, ({ hits, found, gold }) =>
    hits === 0 ? 0 : f1(hits, found, gold).f1,
  );
  return [Math.min(low, from), Math.max(high, to)];
}
