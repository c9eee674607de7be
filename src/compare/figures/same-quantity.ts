import type { PassageIndex } from "../claims/passages.ts";
import { compareText, type Row } from "../input.ts";
import { likeness } from "./alike.ts";
import { likenessOther } from "./alike-other.ts";
import { type Found, isToll } from "./kinds.ts";
import { type Placed, type PlacedDeps, placeEach, placeFigures } from "./placed.ts";

/** Each figure is held against so many that come before it under one of its keys. */
const neighbours = 8;
/** Each figure is found again by so many of its rarest nearby words. */
const keysPerFigure = 4;
/** … and one that counts no victims by so many. */
const keysPerOther = 8;
/** Two groups are held against each other by so many figures of each. */
const representatives = 4;
/** … taken from so many. */
const mostLooked = 32;
/** No pair of figures decides alone: likeness counts from minus this to this. */
const mostSure = 6;

/**
 * Splits figures of one kind ("killed") into those that count the same. Candidates come from a walk
 * over figures in the order of documents: those that share a number, a rare nearby word or the event
 * whose first number they are. They are joined from the surest pair on, two groups only where their
 * figures count the same on average, so that no chain of pairs joins what is not alike.
 */
export function groupSameQuantity(rows: readonly Found[], deps: PlacedDeps): Found[][] {
  const { placed, groups } = groupPlaced(rows, deps);
  return groups.map((group) => group.flatMap((at) => placed[at]?.row ?? []));
}

/** Figures of one kind in groups, by their places in `placed`, and who was last found by each key. */
export type Grouped = {
  readonly placed: readonly Placed[];
  readonly groups: readonly (readonly number[])[];
  readonly last: ReadonlyMap<string, readonly number[]>;
};

export function groupPlaced(rows: readonly Found[], deps: PlacedDeps): Grouped {
  const placed = placeFigures(rows, deps);
  const { pairs, last } = candidates(placed, deps.index);
  const home = placed.map((_, at) => at);
  const members = placed.map((_, at) => [at]);
  join(placed, pairs, home, members);
  const groups = members
    .filter((group) => group.length > 0)
    .map((group) => group.sort((a, b) => a - b));
  return { placed, groups, last };
}

/**
 * Sets the figures of one more document beside those of a kind: each joins by itself the group that it
 * comes to, whatever else the document gives, so that a wrong number after a right one is held against the
 * case as if it stood alone. Gives the groups that hold any of them, each with the number of the group that
 * it was; a figure that comes to none stands alone.
 */
export function joinMore(
  known: Grouped,
  rows: readonly Found[],
  deps: PlacedDeps,
): { readonly was: number | undefined; readonly rows: Found[] }[] {
  const from = known.placed.length;
  const own = placeEach(rows, deps);
  const placed = [...known.placed, ...own];
  const groupOf = new Map<number, number>();
  known.groups.forEach((group, nth) => {
    for (const at of group) groupOf.set(at, nth);
  });
  const joining = new Map<number, Found[]>();
  const alone: Found[] = [];
  own.forEach((one, nth) => {
    const { pairs } = candidates([one], deps.index, known.last, from + nth);
    const home = surest(placed, pairs, known.groups, groupOf);
    if (home === undefined) alone.push(one.row);
    else {
      const more = joining.get(home);
      if (more) more.push(one.row);
      else joining.set(home, [one.row]);
    }
  });
  return [
    ...[...joining].map(([was, more]) => ({
      was,
      rows: [...(known.groups[was] ?? []).flatMap((at) => placed[at]?.row ?? []), ...more],
    })),
    ...alone.map((row) => ({ was: undefined, rows: [row] })),
  ];
}

/** The group that one figure, the right one of each pair, comes to. */
function surest(
  placed: readonly Placed[],
  pairs: readonly (readonly [number, number])[],
  groups: Grouped["groups"],
  groupOf: ReadonlyMap<number, number>,
): number | undefined {
  for (const { left, right } of byScore(placed, pairs)) {
    const nth = groupOf.get(left);
    if (nth === undefined) continue;
    if (sumOf(placed, chosen(groups[nth] ?? [], left, placed), [right]) > 0) return nth;
  }
  return undefined;
}

/** Pairs of figures that may count the same, the surest first. */
function byScore(placed: readonly Placed[], pairs: readonly (readonly [number, number])[]) {
  return pairs
    .map(([left, right]) => ({ left, right, score: scoreOf(placed, left, right) }))
    .filter(({ score }) => score > 0)
    .sort((a, b) => b.score - a.score || a.left - b.left || a.right - b.right);
}

/** Joins groups from the surest pair on. */
function join(
  placed: readonly Placed[],
  candidates: readonly (readonly [number, number])[],
  home: number[],
  members: number[][],
): void {
  for (const { left, right } of byScore(placed, candidates)) {
    const [one = left, other = right] = [home[left], home[right]];
    if (one === other) continue;
    const [own = [], joining = []] = [members[one], members[other]];
    const [ours, theirs] = [chosen(own, left, placed), chosen(joining, right, placed)];
    if (sumOf(placed, ours, theirs) <= 0) continue;
    const [larger, smaller] = own.length >= joining.length ? [one, other] : [other, one];
    const joined = members[larger];
    for (const at of members[smaller] ?? []) {
      home[at] = larger;
      joined?.push(at);
    }
    members[smaller] = [];
  }
}

/**
 * How surely two groups are one. Of figures that count no victims, one whose number the other group
 * gives as well is held against that number only: that it has rivals there is known.
 */
function sumOf(
  placed: readonly Placed[],
  ours: readonly number[],
  theirs: readonly number[],
): number {
  const mayRival = !isToll(placed[ours[0] ?? -1]?.row.reading.what ?? null);
  const numbers = (group: readonly number[]) => new Set(group.map((at) => numberOf(placed[at])));
  const [own, other] = [numbers(ours), numbers(theirs)];
  let sum = 0;
  for (const a of ours)
    for (const b of theirs) {
      const [left, right] = [numberOf(placed[a]), numberOf(placed[b])];
      if (mayRival && left !== right && (own.has(right) || other.has(left))) continue;
      sum += Math.max(-mostSure, Math.min(mostSure, scoreOf(placed, a, b)));
    }
  return sum;
}

function scoreOf(placed: readonly Placed[], left: number, right: number): number {
  const [a, b] = [placed[left], placed[right]];
  if (!a || !b) return 0;
  return isToll(a.row.reading.what) ? likeness(a, b) : likenessOther(a, b);
}

/** Pairs of figures that share a key and stand near each other in the order of documents; these follow `before`. */
function candidates(
  placed: readonly Placed[],
  index: PassageIndex,
  before: ReadonlyMap<string, readonly number[]> = new Map(),
  from = 0,
): { readonly pairs: [number, number][]; readonly last: Map<string, number[]> } {
  const last = new Map<string, number[]>();
  const pairs: [number, number][] = [];
  for (const [nth, one] of placed.entries()) {
    const at = from + nth;
    const found = new Set<number>();
    for (const key of keysOf(one, index)) {
      const known = last.get(key) ?? [...(before.get(key) ?? [])];
      last.set(key, known);
      for (const other of known) found.add(other);
      known.push(at);
      if (known.length > neighbours) known.shift();
    }
    for (const other of found) pairs.push([other, at]);
  }
  return { pairs, last };
}

function keysOf(placed: Placed, index: PassageIndex): string[] {
  const { near, telling, row, part, event, main, period, first } = placed;
  const isVictims = isToll(row.reading.what);
  const rare = [...(isVictims ? near : telling).of]
    .sort((a, b) => b[1] - a[1] || compareTerms(index, a[0], b[0]))
    .slice(0, isVictims ? keysPerFigure : keysPerOther)
    .map(([term]) => `${part}|${term}`);
  const { value, range } = row.reading;
  const keys = [...rare, `value|${value ?? range?.join("-")}`];
  if (!isVictims) {
    const told = row.beside ?? row;
    keys.push(`sentence|${told.documentId}|${told.sentence.start}`);
    if (first) keys.push(`first|${event}`);
    return keys;
  }
  if (main !== null) keys.push(`main|${event}`);
  if (main === "first") keys.push(`first|${event}`);
  if (period) keys.push(`period|${part}|${event}`);
  return keys;
}

/** Terms by name: their numbers depend on the order of the documents. */
function compareTerms({ termNames }: PassageIndex, a: number, b: number): number {
  return compareText(termNames[a] ?? "", termNames[b] ?? "");
}

/** The figure that leads here, and others of its group: of other numbers first. */
function chosen(group: readonly number[], lead: number, placed: readonly Placed[]): number[] {
  const few = [lead];
  const seen = new Set([numberOf(placed[lead])]);
  const looked = group.slice(0, mostLooked);
  for (const at of looked) {
    if (few.length >= representatives) return few;
    const number = numberOf(placed[at]);
    if (seen.has(number)) continue;
    seen.add(number);
    few.push(at);
  }
  for (const at of looked) {
    if (few.length >= representatives) break;
    if (!few.includes(at)) few.push(at);
  }
  return few;
}

function numberOf(placed: Placed | undefined): string {
  return placed ? placed.bounds.join("-") : "";
}

/** Order that does not depend on how the engine broke ties. */
export function byPlace(a: Row<"figures">, b: Row<"figures">): number {
  return compareText(a.documentId, b.documentId) || a.reading.start - b.reading.start;
}
