import type { Picture } from "../../../serve/types.ts";

/** Turn from one place to the next on a spiral of even density, in radians (the golden angle). */
const turn = Math.PI * (3 - Math.sqrt(5));

/**
 * Where the accounts stand before they are pulled and pushed: each group on a spiral of its own, the
 * groups around a circle, those in no group in its middle. The same picture always gives the same
 * places.
 */
export function startOf(nodes: Picture["nodes"]): { readonly x: number; readonly y: number }[] {
  const sizes = new Map<number | null, number>();
  for (const { group } of nodes) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  const groups = [...sizes.keys()].filter((group) => group !== null);
  const radius = Math.sqrt(nodes.length) * (groups.length > 1 ? 2 : 0);
  const centreOf = new Map(
    groups.map((group, at) => {
      const angle = (2 * Math.PI * at) / groups.length;
      return [group, { x: radius * Math.cos(angle), y: radius * Math.sin(angle) }] as const;
    }),
  );
  const put = new Map<number | null, number>();
  return nodes.map(({ group }) => {
    const at = put.get(group) ?? 0;
    put.set(group, at + 1);
    const centre = (group === null ? undefined : centreOf.get(group)) ?? { x: 0, y: 0 };
    const away = Math.sqrt(at + 0.5);
    return { x: centre.x + away * Math.cos(at * turn), y: centre.y + away * Math.sin(at * turn) };
  });
}

/** The places of accounts that lines join to one another, directly or through others; largest first. */
export function componentsOf({ nodes, edges }: Pick<Picture, "nodes" | "edges">): number[][] {
  const neighbours = neighboursOf({ nodes, edges });
  const met = new Set<number>();
  const components: number[][] = [];
  for (const start of nodes.keys()) {
    if (met.has(start)) continue;
    met.add(start);
    const own = [start];
    for (const one of own)
      for (const other of neighbours[one] ?? [])
        if (!met.has(other)) {
          met.add(other);
          own.push(other);
        }
    components.push(own);
  }
  return components.sort((x, y) => y.length - x.length || (x[0] ?? 0) - (y[0] ?? 0));
}

/** The picture is so many times as wide as it is high. */
const stretch = 2;
const gap = 0.8;

/** Middles of circles that lie beside one another, the first in the middle of all. */
export function packed(radii: readonly number[]): { readonly x: number; readonly y: number }[] {
  const put: { x: number; y: number; radius: number }[] = [];
  for (const radius of radii)
    for (let step = 0, away = 0; ; step++, away += 0.08) {
      const [x, y] = [stretch * away * Math.cos(step * 0.4), away * Math.sin(step * 0.4)];
      if (put.some((one) => Math.hypot(one.x - x, one.y - y) < one.radius + radius + gap)) continue;
      put.push({ x, y, radius });
      break;
    }
  return put;
}

/** The same places around 0, as far out as their number needs. */
export function centred(places: readonly { readonly x: number; readonly y: number }[]): {
  readonly places: readonly { readonly x: number; readonly y: number }[];
  readonly radius: number;
} {
  const n = Math.max(places.length, 1);
  const middle = {
    x: places.reduce((sum, { x }) => sum + x, 0) / n,
    y: places.reduce((sum, { y }) => sum + y, 0) / n,
  };
  const furthest = Math.max(0, ...places.map(({ x, y }) => Math.hypot(x - middle.x, y - middle.y)));
  const radius = places.length < 2 ? 0 : 0.9 * Math.sqrt(n);
  const by = furthest === 0 ? 0 : radius / furthest;
  return {
    places: places.map(({ x, y }) => ({ x: (x - middle.x) * by, y: (y - middle.y) * by })),
    radius,
  };
}

/** Accounts that an account is drawn with a line to, by place. */
export function neighboursOf({ nodes, edges }: Pick<Picture, "nodes" | "edges">): Set<number>[] {
  const all = nodes.map(() => new Set<number>());
  for (const [one, other] of edges) {
    all[one]?.add(other);
    all[other]?.add(one);
  }
  return all;
}

/** Width of a line in pixels: thicker with its weight, not as much as it. */
export function widthOf(weight: number, heaviest: number): number {
  return 0.8 + 3.2 * Math.sqrt(weight / Math.max(heaviest, 1));
}

/** Radius of an account in pixels, by how many it is tied to. */
export function radiusOf(edges: number, most: number): number {
  return 4 + 8 * Math.sqrt(edges / Math.max(most, 1));
}

/** Whether a name as it is shown stands for an account of a private person. */
export function isPseudonym(name: string): boolean {
  return /^account-[0-9a-f]{12}$/.test(name);
}
