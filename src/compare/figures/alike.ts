import { daysBetween } from "../../document/edtf.ts";
import { isToll } from "./kinds.ts";
import { middleOf, type Placed, type WeightedTerms } from "./placed.ts";

/**
 * What speaks for and against two figures counting the same. Fitted to the groups of even number of
 * `evaluations/figure-groups`, then evened out by hand, so that numbers that differ may still meet.
 */
const weights = {
  bias: -0.6,
  /** The same number: of ten and more, of four and more, or smaller. */
  equal: { large: 1.9, middle: 1, small: 0.3 },
  /** They cannot both hold, and how far apart they are. */
  disjoint: -0.8,
  /** Lengths, prices and other counts differ because they are of different things … */
  unequalOther: -1,
  ratio: -1.6,
  /** Both are what their document gives first for its event, or what somebody else gives for that. */
  bothFirst: 3.1,
  rivals: 1.9,
  possibleRivals: 1,
  /** Share of the words near them, and of the names in their sentences, that are common. */
  near: 2,
  names: 0.5,
  namesApart: -0.9,
  unitSame: 0.2,
  unitApart: -1,
  partUnitSame: 1.4,
  partUnitApart: -3.5,
  partUnitOpen: -1.5,
  sameDay: 0.4,
  otherDay: -1.2,
  /** What is told first may be dated by who tells it. */
  otherDayFirst: -0.6,
  /** The one is of a day and the other of a time. */
  periodMixed: -1,
  bothPeriod: 0.2,
  partMixed: -1.5,
  otherEvent: -1.5,
  sameDocument: -0.3,
  /** One writer's two numbers on the same word that cannot both hold count two things. */
  contradicts: -2,
};

/** … unless so much of the words near them is common. */
const sameWords = 0.5;
/** Numbers from here on are seldom the same by chance; below the second they often are. */
const largeNumber = 10;
const middleNumber = 4;

/** How surely two figures of one kind count the same: above 0 they do. */
export function likeness(a: Placed, b: Placed): number {
  const sameDocument = a.row.documentId === b.row.documentId;
  const meet = a.bounds[0] <= b.bounds[1] && b.bounds[0] <= a.bounds[1];
  const near = commonShare(a.near, b.near);
  const contradicts =
    sameDocument &&
    !meet &&
    a.row.reading.attributedTo === b.row.reading.attributedTo &&
    !a.superseded &&
    !b.superseded;
  return (
    weights.bias +
    byNumber(a, b, { meet, near }) +
    byRole(a, b) +
    byWords(a, b, near) +
    byUnit(a, b) +
    byTime(a, b) +
    (a.part === b.part ? 0 : weights.partMixed) +
    (a.event === b.event ? 0 : weights.otherEvent) +
    (sameDocument ? weights.sameDocument : 0) +
    (contradicts ? weights.contradicts : 0)
  );
}

function byNumber(
  a: Placed,
  b: Placed,
  { meet, near }: { readonly meet: boolean; readonly near: number },
): number {
  const [left, right] = [a.row.reading, b.row.reading];
  const equal =
    left.value === null
      ? right.value === null && String(left.range) === String(right.range)
      : left.value === right.value;
  const size = left.value ?? 0;
  if (equal) {
    if (size >= largeNumber) return weights.equal.large;
    return size >= middleNumber ? weights.equal.middle : weights.equal.small;
  }
  // An earlier number is meant to differ from the one that replaced it.
  if (a.superseded || b.superseded) return 0;
  const ratio = Math.abs(Math.log((middleOf(a.bounds) + 1) / (middleOf(b.bounds) + 1)));
  return (
    (meet ? 0 : weights.disjoint) +
    weights.ratio * Math.log(1 + ratio) +
    (isToll(left.what) || near >= sameWords ? 0 : weights.unequalOther)
  );
}

function byRole(a: Placed, b: Placed): number {
  if (a.main === null || b.main === null) return 0;
  if (a.main === "first" && b.main === "first") return weights.bothFirst;
  const possible = a.main === "possible rival" || b.main === "possible rival";
  return possible ? weights.possibleRivals : weights.rivals;
}

function byWords(a: Placed, b: Placed, near: number): number {
  const names = commonShare(a.names, b.names);
  const apart = a.names.total > 0 && b.names.total > 0 && names === 0;
  return weights.near * near + weights.names * names + (apart ? weights.namesApart : 0);
}

function byUnit(a: Placed, b: Placed): number {
  const [left, right] = [a.row.reading.unit, b.row.reading.unit];
  const open = !isSpecific(left) || !isSpecific(right);
  if (a.part && b.part && left !== right)
    return open ? weights.partUnitOpen : weights.partUnitApart;
  if (open) return 0;
  if (a.part && b.part) return weights.partUnitSame;
  return left === right ? weights.unitSame : weights.unitApart;
}

const general = new Set(["people", "person", "others", "lives"]);

function isSpecific(unit: string | null): boolean {
  return unit !== null && !general.has(unit);
}

function byTime(a: Placed, b: Placed): number {
  if (a.period !== b.period) return weights.periodMixed;
  if (!a.days || !b.days) return a.period ? weights.bothPeriod : 0;
  const [first, second] = a.days[0] <= b.days[0] ? [a.days, b.days] : [b.days, a.days];
  if (daysBetween(first[1], second[0]) <= 0) return a.period ? weights.bothPeriod : weights.sameDay;
  return a.main === "first" && b.main === "first" ? weights.otherDayFirst : weights.otherDay;
}

/** Share of the weight of the fewer terms that is common. */
export function commonShare(a: WeightedTerms, b: WeightedTerms): number {
  const fewer = Math.min(a.total, b.total);
  if (fewer === 0) return 0;
  const [few, many] = a.of.size <= b.of.size ? [a, b] : [b, a];
  let common = 0;
  for (const [term, weight] of few.of) if (many.of.has(term)) common += weight;
  return common / fewer;
}
