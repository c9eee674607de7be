/**
 * How well a partition of things into chains agrees with a gold partition of the same things: what is
 * counted for MUC (Vilain et al. 1995, doi 10.3115/1072399.1072405), B³ (Bagga and Baldwin 1998) and
 * entity-based CEAF (Luo 2005, doi 10.3115/1220575.1220579, with similarity φ4). Each is a fraction
 * above and below for recall and precision, so that several collections can be added up.
 */
export type ChainCounts = {
  readonly muc: Fractions;
  readonly b3: Fractions;
  readonly ceafe: Fractions;
};

export type Fractions = {
  readonly recall: readonly [above: number, below: number];
  readonly precision: readonly [above: number, below: number];
};

/** Chains as lists of things; gold and found hold the same things, each once. */
export function countChains(
  gold: readonly (readonly string[])[],
  found: readonly (readonly string[])[],
): ChainCounts {
  const goldOf = chainOf(gold);
  const foundOf = chainOf(found);
  const similar = assignment(similarity(gold, found, foundOf));
  return {
    muc: { recall: links(gold, foundOf), precision: links(found, goldOf) },
    b3: { recall: mentions(gold, found, foundOf), precision: mentions(found, gold, goldOf) },
    ceafe: { recall: [similar, gold.length], precision: [similar, found.length] },
  };
}

/** Precision, recall and F1 of one measure over several collections. */
export function scoreOf(all: readonly Fractions[]): {
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
} {
  const share = (side: "precision" | "recall") => {
    const above = all.reduce((sum, one) => sum + one[side][0], 0);
    const below = all.reduce((sum, one) => sum + one[side][1], 0);
    return below > 0 ? above / below : 0;
  };
  const precision = share("precision");
  const recall = share("recall");
  const f1 = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { precision, recall, f1 };
}

/** The mean of the F1 of MUC, B³ and CEAF-e: the score of the CoNLL shared tasks of 2011 and 2012. */
export function conllScore(all: readonly ChainCounts[]): number {
  const measures = ["muc", "b3", "ceafe"] as const;
  return (
    measures.reduce((sum, name) => sum + scoreOf(all.map((one) => one[name])).f1, 0) /
    measures.length
  );
}

function chainOf(chains: readonly (readonly string[])[]): ReadonlyMap<string, number> {
  return new Map(
    chains.flatMap((chain, at) => chain.map((thing): [string, number] => [thing, at])),
  );
}

/** MUC: links kept, of the links that a chain needs. */
function links(
  chains: readonly (readonly string[])[],
  other: ReadonlyMap<string, number>,
): readonly [number, number] {
  let above = 0;
  let below = 0;
  for (const chain of chains) {
    const parts = new Set(chain.map((thing) => other.get(thing) ?? thing));
    above += chain.length - parts.size;
    below += chain.length - 1;
  }
  return [above, below];
}

/** B³: of each thing's chain, the share that stands with it on the other side. */
function mentions(
  chains: readonly (readonly string[])[],
  others: readonly (readonly string[])[],
  other: ReadonlyMap<string, number>,
): readonly [number, number] {
  let above = 0;
  let below = 0;
  for (const chain of chains) {
    const together = new Map<number, number>();
    for (const thing of chain) {
      const at = other.get(thing) ?? -1;
      together.set(at, (together.get(at) ?? 0) + 1);
    }
    for (const [at, size] of together) if (others[at]) above += (size * size) / chain.length;
    below += chain.length;
  }
  return [above, below];
}

/** φ4: twice the common things by the sizes of both chains. Rows gold, columns found. */
function similarity(
  gold: readonly (readonly string[])[],
  found: readonly (readonly string[])[],
  foundOf: ReadonlyMap<string, number>,
): number[][] {
  return gold.map((chain) => {
    const row = found.map(() => 0);
    for (const thing of chain) {
      const at = foundOf.get(thing);
      if (at !== undefined) row[at] = (row[at] ?? 0) + 1;
    }
    return row.map((common, at) => (2 * common) / (chain.length + (found[at]?.length ?? 0)));
  });
}

/**
 * The largest sum of one cell for each row and column (Kuhn 1955, 10.1002/nav.3800020109, by shortest
 * augmenting paths). O(rows² × columns) with fewer rows than columns.
 */
export function assignment(weights: readonly (readonly number[])[]): number {
  const columns = weights[0]?.length ?? 0;
  if (weights.length === 0 || columns === 0) return 0;
  if (weights.length > columns) {
    return assignment(
      Array.from({ length: columns }, (_, column) => weights.map((row) => row[column] ?? 0)),
    );
  }
  const rows = weights.length;
  const cost = (row: number, column: number) => -(weights[row - 1]?.[column - 1] ?? 0);
  const ofRow = new Float64Array(rows + 1);
  const ofColumn = new Float64Array(columns + 1);
  const takenBy = new Int32Array(columns + 1);
  const from = new Int32Array(columns + 1);
  for (let row = 1; row <= rows; row++) {
    takenBy[0] = row;
    const least = new Float64Array(columns + 1).fill(Number.POSITIVE_INFINITY);
    const done = new Uint8Array(columns + 1);
    let at = 0;
    do {
      done[at] = 1;
      const here = takenBy[at] as number;
      let step = Number.POSITIVE_INFINITY;
      let next = 0;
      for (let column = 1; column <= columns; column++) {
        if (done[column]) continue;
        const now = cost(here, column) - (ofRow[here] as number) - (ofColumn[column] as number);
        if (now < (least[column] as number)) {
          least[column] = now;
          from[column] = at;
        }
        if ((least[column] as number) < step) {
          step = least[column] as number;
          next = column;
        }
      }
      for (let column = 0; column <= columns; column++) {
        if (done[column]) {
          const taken = takenBy[column] as number;
          ofRow[taken] = (ofRow[taken] as number) + step;
          ofColumn[column] = (ofColumn[column] as number) - step;
        } else least[column] = (least[column] as number) - step;
      }
      at = next;
    } while (takenBy[at] !== 0);
    while (at !== 0) {
      const before = from[at] as number;
      takenBy[at] = takenBy[before] as number;
      at = before;
    }
  }
  let sum = 0;
  for (let column = 1; column <= columns; column++) {
    const row = takenBy[column] as number;
    if (row > 0) sum -= cost(row, column);
  }
  return sum;
}
