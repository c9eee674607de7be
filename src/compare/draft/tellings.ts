import type { Passage } from "../../document/passage.ts";
import type { Cell, Claim } from "../claims/claims.ts";
import {
  absentShare,
  contextSentences,
  contextShare,
  dateRarity,
  figureRarity,
  lookUp,
  topicShare,
} from "../claims/lookup.ts";
import {
  type IndexedPassage,
  numbersOf,
  type PassageIndex,
  termWeight,
  weightsOf,
} from "../claims/passages.ts";
import { type Statement, stanceOf } from "../claims/stance.ts";
import type { StatementReading } from "../claims/statement.ts";

/** A passage of a claim that holds this share of it tells it. */
const carriesBar = 0.5;
/** Sums are made in another order than in `lookUp`. */
const rounding = 1e-9;

/** A claim as told by its statement or by a passage, which may say the opposite of it. */
export type Telling = {
  readonly text: string;
  readonly reading: StatementReading;
  readonly denies: boolean;
};

/** Finds the number of a passage by its place. */
export type PlaceOf = (passage: Pick<Passage, "documentId" | "start">) => number | undefined;

/** All tellings of a case's claims, and for each term those that hold it. */
export type Tellings = {
  readonly all: readonly {
    readonly claim: Claim;
    readonly nth: number;
    readonly telling: Telling;
    /** What those of its terms weigh that the case knows. */
    readonly weight: number;
    /** The others. */
    readonly unknown: readonly string[];
  }[];
  /** By the number that the case gives a term. */
  readonly holders: readonly (readonly number[] | undefined)[];
  /** Of terms that no sentence of the case holds. */
  readonly holdersOfUnknown: ReadonlyMap<string, readonly number[]>;
  /** What the terms of the case weigh, by their number. */
  readonly weights: Float64Array;
};

/** Reads what the claims of a case say, which takes long: `told` is told how much is done, below 1. */
export async function readTellings(
  claims: readonly Claim[],
  deps: {
    readonly index: PassageIndex;
    readonly read: (statement: string) => StatementReading;
    readonly passageAt: ReadonlyMap<string, number>;
  },
  told: (done01: number) => Promise<void>,
): Promise<Tellings> {
  const { index, read, passageAt } = deps;
  const placeOf: PlaceOf = ({ documentId, start }) => passageAt.get(`${documentId}|${start}`);
  const all: Tellings["all"][number][] = [];
  const weights = weightsOf(index);
  const holders: (number[] | undefined)[] = Array.from(weights, () => undefined);
  const holdersOfUnknown = new Map<string, number[]>();
  for (const [nth, claim] of claims.entries()) {
    if (nth % claimsAtOnce === 0) await told(nth / claims.length);
    const reading = read(claim.statement);
    // That somebody says a thing is not the thing: a sentence that says it is looked up by itself.
    if (reading.reports !== null) continue;
    for (const telling of tellingsOf(claim, reading, index, placeOf)) {
      const unknown: string[] = [];
      let weight = 0;
      for (const name of telling.reading.terms) {
        const term = index.vocabulary.get(name);
        const list = term === undefined ? holdersOfUnknown.get(name) : holders[term];
        if (list) list.push(all.length);
        else if (term === undefined) holdersOfUnknown.set(name, [all.length]);
        else holders[term] = [all.length];
        if (term === undefined) unknown.push(name);
        else weight += weights[term] as number;
      }
      all.push({ claim, nth, telling, weight, unknown });
    }
  }
  return { all, holders, holdersOfUnknown, weights };
}

const claimsAtOnce = 20;

/** A claim with those of its tellings that a sentence may say, and those sentences. */
export type NearClaim = {
  readonly claim: Claim;
  readonly near: readonly { readonly telling: Telling; readonly passages: readonly number[] }[];
};

/**
 * The tellings that a passage from `from` on can cover to the share `least`, in the order of the claims. For
 * each passage one walk over the holders of its terms adds up what it and those before it hold at most.
 */
export function nearTellings(
  { all, holders, holdersOfUnknown, weights }: Tellings,
  index: PassageIndex,
  from: number,
  least: number,
): NearClaim[] {
  const ofUnknown = termWeight(index, undefined);
  const weightOf = (term: number): number => weights[term] ?? ofUnknown;
  const holdersOf = (term: number): readonly number[] =>
    (term < weights.length ? holders[term] : holdersOfUnknown.get(index.termNames[term] ?? "")) ??
    [];
  const bars = new Float64Array(all.length).fill(-1);
  const barOf = (at: number): number => {
    const { telling, weight, unknown } = all[at] as Tellings["all"][number];
    const { dates, figures } = telling.reading;
    const counts =
      (dates.length > 0 ? Math.log(1 + dateRarity) : 0) +
      (figures.length > 0 ? Math.log(1 + figureRarity) : 0);
    let total = counts + weight;
    for (const name of unknown) total += ofUnknown * (index.vocabulary.has(name) ? 1 : absentShare);
    return (least - rounding) * total - counts;
  };
  const lent = new Float64Array(all.length);
  for (const topic of index.topics.at(-1) ?? []) {
    const weight = topicShare * weightOf(topic);
    for (const at of holdersOf(topic)) (lent[at] as number) += weight;
  }
  // What the passage and the two before it hold, the last first.
  const sums: Float64Array[] = [];
  for (let back = 0; back <= contextSentences; back++) sums.push(new Float64Array(all.length));
  const seen = sums.map((): number[] => []);
  const found = new Map<number, number[]>();
  for (let at = from; at < index.passages.length; at++) {
    const own = sums.pop() as Float64Array;
    for (const one of seen.pop() as number[]) own[one] = 0;
    sums.unshift(own);
    const held: number[] = [];
    seen.unshift(held);
    for (const term of (index.passages[at] as IndexedPassage).terms) {
      const weight = weightOf(term);
      for (const one of holdersOf(term)) {
        if (own[one] === 0) held.push(one);
        (own[one] as number) += weight;
      }
    }
    for (const one of held) {
      let most = (own[one] as number) + (lent[one] as number);
      for (let back = 1; back <= contextSentences; back++)
        most += contextShare * (sums[back]?.[one] ?? 0);
      if (bars[one] === -1) bars[one] = barOf(one);
      if (most < (bars[one] as number)) continue;
      const list = found.get(one);
      if (list) list.push(at);
      else found.set(one, [at]);
    }
  }
  return inClaims(
    [...found].sort(([a], [b]) => a - b),
    all,
  );
}

function inClaims(
  found: readonly (readonly [number, readonly number[]])[],
  all: Tellings["all"],
): NearClaim[] {
  const claims = new Map<number, { claim: Claim; near: NearClaim["near"][number][] }>();
  for (const [one, passages] of found) {
    const { claim, nth, telling } = all[one] as Tellings["all"][number];
    const known = claims.get(nth) ?? { claim, near: [] };
    claims.set(nth, known);
    known.near.push({ telling, passages });
  }
  return [...claims.values()];
}

/** Passages of a claim in whose words the draft may tell it. */
const mostTellings = 8;

function tellingsOf(
  claim: Claim,
  reading: StatementReading,
  index: PassageIndex,
  placeOf: PlaceOf,
): Telling[] {
  const tellings: Telling[] = [{ text: claim.statement, reading, denies: false }];
  const told = new Set([claim.statement]);
  const statement: Statement = {
    verbs: numbersOf(index, reading.verbs),
    negated: numbersOf(index, reading.negated),
    reports: null,
  };
  for (const { stance, passages } of claim.cells) {
    if (tellings.length > mostTellings) break;
    const [first] = passages;
    const at = first && isTold(stance) ? placeOf(first) : undefined;
    const passage = at === undefined ? undefined : index.passages[at];
    if (at === undefined || !passage || told.has(passage.text)) continue;
    told.add(passage.text);
    const [match] = lookUp(index, reading, [at]);
    if (!match || match.score < carriesBar) continue;
    const { stance: own } = stanceOf(index, at, statement, match.shared);
    tellings.push({
      text: passage.text,
      reading: readingOf(passage, index),
      denies: own === "denies",
    });
  }
  return tellings;
}

function isTold(stance: Cell["stance"]): boolean {
  return stance === "asserts" || stance === "attributes" || stance === "denies";
}

/** A passage as a statement: its numbers and dates are compared as such. */
function readingOf(passage: IndexedPassage, index: PassageIndex): StatementReading {
  const namesOf = (terms: Iterable<number>) =>
    [...terms].map((term) => index.termNames[term] ?? "");
  const terms = namesOf(passage.terms).filter((term) => !term.startsWith("#"));
  return {
    terms,
    names: new Set(terms.filter((term) => index.names.has(term))),
    verbs: new Set(namesOf(passage.verbs)),
    negated: namesOf(passage.negated),
    doers: namesOf(passage.doers),
    undergoers: namesOf(passage.undergoers),
    dates: passage.dates,
    figures: passage.figures,
    reports: null,
    cues: [],
  };
}
