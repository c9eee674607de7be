import type { Actions } from "../../document/action.ts";
import type { Edge } from "../coaction/coaction.ts";
import { add, pairTable, placeOf } from "../coaction/pair-table.ts";
import { slide } from "../coaction/slide.ts";
import { type Evidence, type Meeting, mostEdges, mostEvidence, type Spell } from "./evidence.ts";

const hourSeconds = 3600;

/**
 * Walks the actions once more and hands over the meetings behind these edges, `most` of them at
 * most: where there are more, each edge's first ones, so many that no edge is left without any for
 * the sake of another. Spells are counted over all. Memory in edges and their hours.
 * @throws RangeError when there are more edges than can be held
 */
export async function findMeetings(
  actions: Actions,
  edges: readonly Edge[],
  windowSeconds: number,
  take: (meeting: Meeting) => void,
  most: number = mostEvidence,
): Promise<Evidence> {
  if (edges.length > mostEdges)
    throw new RangeError(
      `invalid minimum weight: the posts behind ${edges.length.toLocaleString("en")} pairs of accounts are too many to tell (${mostEdges.toLocaleString("en")} at most: give a higher --min-weight, or leave --no-test out)`,
    );
  const table = pairTable();
  for (const { a, b } of edges) add(table, a, b, 0);
  const edgeAt = new Int32Array(table.weight.length);
  edges.forEach(({ a, b }, edge) => {
    edgeAt[placeOf(table, a, b)] = edge;
  });
  const mostPerEdge = shareOf(edges, most);
  const met = new Int32Array(edges.length);
  const spells: Map<number, Mutable<Spell>>[] = edges.map(() => new Map());
  let told = 0;
  await slide(actions, windowSeconds, ({ object, account, post, seconds }, from, at) => {
    const one = account[at] as number;
    const later = seconds[at] as number;
    for (let other = from; other < at; other++) {
      const two = account[other] as number;
      if (one === two) continue;
      const place = placeOf(table, Math.min(one, two), Math.max(one, two));
      if (table.weight[place] === 0) continue;
      const edge = edgeAt[place] as number;
      const earlier = seconds[other] as number;
      widen(spells[edge] as Map<number, Mutable<Spell>>, earlier, later);
      if ((met[edge] as number)++ >= mostPerEdge) continue;
      told++;
      const [a, b] = one < two ? [at, other] : [other, at];
      take({
        edge,
        object,
        postA: post[a] as number,
        postB: post[b] as number,
        secondsA: seconds[a] as number,
        secondsB: seconds[b] as number,
      });
    }
  });
  return {
    meetings: met.reduce((sum, one) => sum + one, 0),
    told,
    mostPerEdge: mostPerEdge === Number.POSITIVE_INFINITY ? null : mostPerEdge,
    spells: spells.map((hours) =>
      [...hours.values()].sort((x, y) => x.startSeconds - y.startSeconds),
    ),
  };
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] };

/** A meeting belongs to the hour of its later action. */
function widen(hours: Map<number, Mutable<Spell>>, earlier: number, later: number): void {
  const hour = Math.floor(later / hourSeconds);
  const spell = hours.get(hour);
  if (!spell) {
    hours.set(hour, { startSeconds: earlier, endSeconds: later, meetings: 1 });
    return;
  }
  spell.startSeconds = Math.min(spell.startSeconds, earlier);
  spell.endSeconds = Math.max(spell.endSeconds, later);
  spell.meetings++;
}

/** The largest number that every edge may have of its meetings so that all are `most` at most. */
function shareOf(edges: readonly Edge[], most: number): number {
  const weights = edges.map(({ weight }) => weight).sort((x, y) => x - y);
  let left = most;
  for (let at = 0; at < weights.length; at++) {
    const share = Math.floor(left / (weights.length - at));
    const weight = weights[at] as number;
    if (weight > share) return share;
    left -= weight;
  }
  return Number.POSITIVE_INFINITY;
}
