import { isMeasure, isVague } from "./kinds.ts";
import { middleOf, type Placed, type WeightedTerms } from "./placed.ts";

/**
 * What speaks for and against two figures that count no victims being of one quantity. Fitted to the
 * pairs of `evaluations/quantities` by logistic regression (either case fitted alone finds the
 * other's pairs about as well as its own), then rounded.
 */
const weights = {
  bias: 0.9,
  /** A unit says less of what is counted than a noun: "30 years", "30 tanks". */
  measure: -1.2,
  /** The same number: the more digits, the less by chance. */
  equal: 0.3,
  digit: 0.9,
  disjoint: -0.9,
  ratio: -2.1,
  /** The words near them that are common. */
  words: 0.9,
  /** Both are the first of their kind in their document, and of one event. */
  bothFirst: 1.3,
  /** "2,400 people, others say over 4,000"; "up to 410 from 360" */
  beside: 4,
  partMixed: -1.1,
  periodMixed: -0.6,
  otherEvent: -0.8,
  contradicts: -3,
};

/** What the weight of common words, as a share of the rarest, was multiplied with where they were fitted. */
const wordScale = 5;

/** How surely two figures of one kind that counts no victims are of one quantity: above 0 they are. */
export function likenessOther(a: Placed, b: Placed): number {
  const beside = isBeside(a, b) || isBeside(b, a) || isReplaced(a, b);
  const words = common(a.telling, b.telling);
  const measure = isGeneral(a) || isGeneral(b);
  // A unit and a number are no quantity: a word of what is measured must be common.
  if (measure && words < leastWords && !beside && !isTelling(a, b)) return apart;
  const meet = a.bounds[0] <= b.bounds[1] && b.bounds[0] <= a.bounds[1];
  const contradicts =
    a.row.documentId === b.row.documentId &&
    a.row.reading.attributedTo === b.row.reading.attributedTo &&
    !meet &&
    !beside &&
    !a.superseded &&
    !b.superseded;
  return (
    weights.bias +
    (measure ? weights.measure : 0) +
    byNumber(a, b, meet) +
    weights.words * Math.log(1 + wordScale * words) +
    (a.first && b.first ? weights.bothFirst : 0) +
    (beside ? weights.beside : 0) +
    (a.part === b.part || beside ? 0 : weights.partMixed) +
    (a.period === b.period || beside ? 0 : weights.periodMixed) +
    (a.event === b.event ? 0 : weights.otherEvent) +
    (contradicts ? weights.contradicts : 0)
  );
}

/** A name alone does not tell what is measured, nor does a word far away. */
const leastWords = 0.2;
/** Without a word of what is measured: not the same, as far as can be told. */
const apart = -0.8;

function isGeneral({ row: { reading } }: Placed): boolean {
  return isMeasure(reading) || isVague(reading);
}

/** "88.4 percent", "2,400 people": the same number by chance is rare. */
function isTelling(a: Placed, b: Placed): boolean {
  const { value, unit } = a.row.reading;
  return (
    value !== null &&
    value === b.row.reading.value &&
    digitsOf(value) >= (unit === "people" ? 2 : tellingDigits)
  );
}

const tellingDigits = 3;

function byNumber(a: Placed, b: Placed, meet: boolean): number {
  const [left, right] = [a.row.reading, b.row.reading];
  const equal =
    left.value === null
      ? right.value === null && String(left.range) === String(right.range)
      : left.value === right.value;
  if (equal) return weights.equal + weights.digit * (digitsOf(left.value ?? 0) - 1);
  if (a.superseded || b.superseded) return 0;
  const ratio = Math.abs(Math.log((middleOf(a.bounds) + 1) / (middleOf(b.bounds) + 1)));
  return (meet ? 0 : weights.disjoint) + weights.ratio * Math.log(1 + ratio);
}

/** Digits up to the last that is not 0: 12,000 has two. */
function digitsOf(value: number): number {
  return String(value).replace(/\D/g, "").replace(/0+$/, "").length;
}

function isBeside(a: Placed, b: Placed): boolean {
  const { beside } = a.row;
  return (
    beside !== null &&
    beside.documentId === b.row.documentId &&
    beside.reading.start === b.row.reading.start
  );
}

/** "up to 465 from 410": the new number and the old one stand in one sentence. */
function isReplaced(a: Placed, b: Placed): boolean {
  return (
    a.superseded !== b.superseded &&
    a.row.documentId === b.row.documentId &&
    a.row.sentence.start === b.row.sentence.start
  );
}

/** What the terms that are common weigh; a term of one sentence only weighs 1. */
function common(a: WeightedTerms, b: WeightedTerms): number {
  const [few, many] = a.of.size <= b.of.size ? [a, b] : [b, a];
  let weight = 0;
  for (const [term, own] of few.of) weight += Math.min(own, many.of.get(term) ?? 0);
  return weight;
}
