import { isBeyondChance, type SpreadEdge } from "../spread.ts";

/** As many accounts and pairs as can be told apart on a screen, and drawn without waiting. */
export const pictureLimits = { nodes: 600, edges: 3000 } as const;

/** The graph as it is drawn: nodes by place, edges between places, both bounded. */
export type Picture = {
  readonly nodes: readonly PictureNode[];
  /** Places of the two accounts, and the weight; the heaviest first. */
  readonly edges: readonly (readonly [number, number, number])[];
  /** How many there are in all. */
  readonly nodeCount: number;
  readonly edgeCount: number;
};

export type PictureNode = {
  readonly account: string;
  /** Null where it is in no group. */
  readonly group: number | null;
  /** Accounts that it is tied to beyond chance, and the weight of these ties, drawn or not. */
  readonly edges: number;
  readonly weight: number;
};

/**
 * What is drawn of the pairs beyond chance. Where there are too many accounts, those of groups come
 * first, group by group, and of the others those with the most weight. Where there are too many
 * pairs, every account keeps its heaviest one, then the heaviest of all are taken.
 */
export function pictureOf(
  edges: readonly SpreadEdge[],
  groups: readonly { readonly number: number; readonly members: readonly string[] }[],
  limits: { readonly nodes: number; readonly edges: number } = pictureLimits,
): Picture {
  const tied = edges.filter(({ weight, chance }) =>
    isBeyondChance(chance ? { weight, q: chance.q } : { weight }),
  );
  const own = new Map<string, { edges: number; weight: number }>();
  for (const { a, b, weight } of tied)
    for (const account of [a, b]) {
      const one = own.get(account);
      if (one) {
        one.edges++;
        one.weight += weight;
      } else own.set(account, { edges: 1, weight });
    }
  const groupOf = new Map(
    groups.flatMap(({ number, members }) => members.map((one) => [one, number] as const)),
  );
  const others = [...own]
    .filter(([account]) => !groupOf.has(account))
    .sort(([one, x], [other, y]) => y.weight - x.weight || (one < other ? -1 : 1))
    .map(([account]) => account);
  const accounts = [...groupOf.keys(), ...others].slice(0, limits.nodes);
  const placeOf = new Map(accounts.map((account, place) => [account, place]));
  const between = tied
    .flatMap(({ a, b, weight }) => {
      const [one, other] = [placeOf.get(a), placeOf.get(b)];
      return one === undefined || other === undefined ? [] : [[one, other, weight] as const];
    })
    .sort(([, , x], [, , y]) => y - x);
  return {
    nodes: accounts.map((account) => ({
      account,
      group: groupOf.get(account) ?? null,
      ...(own.get(account) ?? { edges: 0, weight: 0 }),
    })),
    edges: between.length <= limits.edges ? between : heaviest(between, limits.edges),
    nodeCount: own.size,
    edgeCount: tied.length,
  };
}

function heaviest(between: Picture["edges"], most: number): Picture["edges"] {
  const met = new Set<number>();
  const first = new Set(
    between.filter(([one, other]) => {
      const isFirst = !met.has(one) || !met.has(other);
      met.add(one).add(other);
      return isFirst;
    }),
  );
  const rest = between.filter((edge) => !first.has(edge));
  return [...first, ...rest].slice(0, most).sort(([, , x], [, , y]) => y - x);
}
