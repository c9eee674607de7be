/** Texts in one cluster after all pairs that are alike were joined: union by the smaller number. */
export type Clusters = {
  readonly join: (one: number, other: number) => void;
  /** The smallest number of a text's cluster. */
  readonly of: (text: number) => number;
};

export function clustersOf(texts: number): Clusters {
  const parent = Int32Array.from({ length: texts }, (_, text) => text);
  const of = (text: number): number => {
    let root = text;
    while (parent[root] !== root) root = parent[root] as number;
    for (let at = text; at !== root; ) {
      const next = parent[at] as number;
      parent[at] = root;
      at = next;
    }
    return root;
  };
  return {
    of,
    join: (one, other) => {
      const [a, b] = [of(one), of(other)];
      parent[Math.max(a, b)] = Math.min(a, b);
    },
  };
}
