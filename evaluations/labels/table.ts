/** Labels of one thing, each with how often it is used. */
export type Row = ReadonlyMap<string, number>;

/** Pairs of labels in one row: right ones, and all, on both sides; once each, and weighed by use. */
export type PairCounts = {
  readonly once: { readonly hits: number; readonly found: number; readonly gold: number };
  readonly byUse: {
    readonly right: number;
    readonly found: number;
    readonly met: number;
    readonly gold: number;
  };
  readonly wrong: readonly string[];
  readonly missed: readonly string[];
};

/** A gold label counts from so many uses: one that stands once is no habit. */
export const leastUses = 2;

/**
 * Holds the pairs of labels that stand in one found row against those of one gold chain. Gold has the
 * labels used `leastUses` times; of the found pairs those of two gold labels are judged, as gold names
 * only some of what a text speaks of. By use, a pair weighs the geometric mean of its labels' uses.
 */
export function countPairs(gold: readonly Row[], found: readonly Row[]): PairCounts {
  const wanted = pairsOf(gold.map(often));
  const known = new Set(gold.flatMap((row) => [...often(row).keys()]));
  const given = pairsOf(
    found.map((row) => new Map([...row].filter(([label]) => known.has(label)))),
  );
  const sum = (pairs: ReadonlyMap<string, number>, keep: (pair: string) => boolean) =>
    [...pairs].reduce((total, [pair, weight]) => total + (keep(pair) ? weight : 0), 0);
  const all = () => true;
  return {
    once: {
      hits: [...given.keys()].filter((pair) => wanted.has(pair)).length,
      found: given.size,
      gold: wanted.size,
    },
    byUse: {
      right: sum(given, (pair) => wanted.has(pair)),
      found: sum(given, all),
      met: sum(wanted, (pair) => given.has(pair)),
      gold: sum(wanted, all),
    },
    wrong: [...given.keys()].filter((pair) => !wanted.has(pair)),
    missed: [...wanted.keys()].filter((pair) => !given.has(pair)),
  };
}

function often(row: Row): Row {
  return new Map([...row].filter(([, uses]) => uses >= leastUses));
}

/** Each pair once, with its largest weight. */
function pairsOf(rows: readonly Row[]): ReadonlyMap<string, number> {
  const pairs = new Map<string, number>();
  for (const row of rows) {
    const labels = [...row].sort(([a], [b]) => (a < b ? -1 : 1));
    labels.forEach(([a, usesA], at) => {
      for (const [b, usesB] of labels.slice(at + 1)) {
        const pair = `${a} | ${b}`;
        pairs.set(pair, Math.max(pairs.get(pair) ?? 0, Math.sqrt(usesA * usesB)));
      }
    });
  }
  return pairs;
}
