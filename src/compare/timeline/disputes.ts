import { type PassageIndex, termWeight } from "../claims/passages.ts";
import type { Mention } from "./mentions.ts";
import { meet } from "./same-event.ts";

/** An event under two dates: so much of the weight of both must be common, in so many words … */
export const otherDateShare = 0.5;
const fewestCommon = 3;
/** … or so much where one text gives both dates, each on another's word. */
export const contrastShare = 0.15;
/** An event is found by so many of its rarest words, and in each at most so many events are looked at. */
const keysEach = 6;
const eventsPerKey = 32;

type Told = {
  readonly members: readonly Mention[];
  /** Words of the event → in which part of its clauses they stand, at most 1. */
  readonly core: ReadonlyMap<number, number>;
  readonly weight: number;
};

/**
 * Finds events that seem the same under different dates, as pairs of indices. Either one document gives
 * both dates in a sentence, on the words of two sources or denying one of them; or no document tells both,
 * and most of their words are common.
 */
export function disputedDates(
  events: readonly (readonly Mention[])[],
  index: PassageIndex,
): Map<number, Set<number>> {
  const told = events.map((members) => toldOf(members, index));
  const disputed = new Map<number, Set<number>>();
  const link = (a: number, b: number) => {
    disputed.set(a, (disputed.get(a) ?? new Set()).add(b));
    disputed.set(b, (disputed.get(b) ?? new Set()).add(a));
  };
  for (const [one, two] of contrasts(events)) {
    const share = Math.max(
      alike(told[one.at], told[two.at], index).share,
      alike(toldOf([one.mention], index), toldOf([two.mention], index), index).share,
    );
    const isDenied = one.mention.isDenied || two.mention.isDenied;
    if (isDenied || share >= contrastShare) link(one.at, two.at);
  }
  const byKey = new Map<number, number[]>();
  told.forEach((one, at) => {
    if (one.members.some(({ isSaying }) => isSaying)) return;
    const candidates = new Set<number>();
    for (const term of rarest(one, index)) {
      const list = byKey.get(term) ?? [];
      for (const other of list) candidates.add(other);
      if (list.length < eventsPerKey) byKey.set(term, [...list, at]);
    }
    for (const other of candidates) if (isOther(one, told[other], index)) link(at, other);
  });
  return disputed;
}

function toldOf(members: readonly Mention[], index: PassageIndex): Told {
  const counts = new Map<number, number>();
  for (const { terms } of members)
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  const core = new Map<number, number>();
  let weight = 0;
  for (const [term, count] of counts) {
    const part = Math.min(1, (2 * count) / members.length);
    core.set(term, part);
    weight += part * termWeight(index, term);
  }
  return { members, core, weight };
}

function rarest({ core }: Told, index: PassageIndex): number[] {
  return [...core]
    .map(([term, part]) => ({ term, weight: part * termWeight(index, term) }))
    .sort((a, b) => b.weight - a.weight || a.term - b.term)
    .slice(0, keysEach)
    .map(({ term }) => term);
}

/** The share of both events' weight that is common, and in how many words, and whether one is a name. */
function alike(a: Told | undefined, b: Told | undefined, index: PassageIndex) {
  let common = 0;
  let words = 0;
  let isNamed = false;
  for (const [term, part] of a?.core ?? []) {
    const other = b?.core.get(term);
    if (other === undefined) continue;
    common += Math.min(part, other) * termWeight(index, term);
    words++;
    isNamed ||= index.names.has(index.termNames[term] ?? "");
  }
  const both = (a?.weight ?? 0) + (b?.weight ?? 0);
  return { share: both > 0 ? (2 * common) / both : 0, words, isNamed };
}

function isOther(a: Told, b: Told | undefined, index: PassageIndex): boolean {
  if (!b || !areApart(a.members, b.members)) return false;
  const documents = new Set(a.members.map(({ documentId }) => documentId));
  if (b.members.some(({ documentId }) => documents.has(documentId))) return false;
  const { share, words, isNamed } = alike(a, b, index);
  return share >= otherDateShare && words >= fewestCommon && isNamed;
}

/** Dates that cannot mean the same day. */
function areApart(a: readonly Mention[], b: readonly Mention[]): boolean {
  const [first, second] = [a[0]?.days ?? null, b[0]?.days ?? null];
  return first !== null && second !== null && meet(first, second) === null;
}

/** A clause and the event that it is in. */
type Placed = { readonly mention: Mention; readonly at: number };

/**
 * Pairs of events whose dates one sentence gives against each other.
 *
 *     Hesk says they were expelled on 3 May; Corvandia says they were evacuated on 1 May.
 */
function* contrasts(events: readonly (readonly Mention[])[]): Generator<readonly [Placed, Placed]> {
  const sentences = new Map<string, Placed[]>();
  for (const [at, members] of events.entries())
    for (const mention of members) {
      const key = `${mention.documentId}|${mention.sentence.start}`;
      const list = sentences.get(key);
      if (list) list.push({ mention, at });
      else sentences.set(key, [{ mention, at }]);
    }
  for (const list of sentences.values()) {
    // A sentence with many dates is a list of them.
    if (list.length !== 2) continue;
    const [one, two] = list;
    if (!one || !two || one.at === two.at || !areApart([one.mention], [two.mention])) continue;
    const isSaid = one.mention.isSaying || two.mention.isSaying;
    const bySeveral =
      one.mention.by !== null && two.mention.by !== null && one.mention.by !== two.mention.by;
    const isDenied = one.mention.isDenied !== two.mention.isDenied;
    if (isDenied || (bySeveral && !isSaid)) yield [one, two];
  }
}
