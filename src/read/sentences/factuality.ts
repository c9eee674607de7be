import type { Factuality } from "../../lexicon/factuality.ts";

/** What a word does to the words about it. */
export type Force = {
  /** So many words after it are denied; 0 for most words. */
  readonly denies: number;
  /** So many words after it are left open ("whether"); 0 for most words. */
  readonly opens: number;
  /** Denies what stands after it, but is itself so. */
  readonly ending: boolean;
  /** Does so only before one of these words; null for no such condition. */
  readonly before: ReadonlySet<string> | null;
  /** Leaves open only as an auxiliary: "may", not "May". */
  readonly modal: boolean;
  /** Leaves open what it is said of. */
  readonly inDoubt: boolean;
  /** Calls untrue what it goes with. */
  readonly untrue: "adjective" | "noun" | null;
  /** Is itself something told ("report"). */
  readonly told: boolean;
  /** "that": opens what is told. */
  readonly that: boolean;
  /** As a verb, denies what was said just before. */
  readonly answers: boolean;
  /** Stands for what was said just before: "that". */
  readonly back: boolean;
  /** Points back, before a noun of saying: "the claim". */
  readonly points: boolean;
  /** Says what somebody takes a thing for: "called". */
  readonly calls: boolean;
  /** Says, where it is negated, what "untrue" says. */
  readonly truth: boolean;
  /** A form of "be", or another word that joins what is said of a thing to it. */
  readonly is: boolean;
  /** No reach goes past it: a mark, or a word that begins another clause. */
  readonly stops: boolean;
  /** False for marks. */
  readonly word: boolean;
  readonly lower: string;
};

/** Words before which some denying and some opening words do so. */
const followers = {
  "negator-to": new Set(["to"]),
  "ending-out": new Set(["out"]),
  "hearsay-of": new Set(["of", "that", "about"]),
};

/** How many words each kind of word reaches; one that calls untrue reaches back over what it is said of. */
export const reaches = { negator: 6, phrase: 2, question: 12, doubt: 8, told: 8, untrue: 12 };

/** Words that may stand between "is" and what it says: "is a total hoax". */
const fillers = 2;

/** Makes the function that tells the force of a word, lower-cased. */
export function createForces(lists: Factuality): (lower: string) => Force {
  return (lower) => ({
    denies:
      lists.negator.has(lower) || lists["negator-to"].has(lower) || isEnding(lists, lower)
        ? reaches.negator
        : lists.preposition.has(lower)
          ? reaches.phrase
          : 0,
    opens: lists.question.has(lower)
      ? reaches.question
      : lists.doubt.has(lower) || lists.modal.has(lower) || lists["hearsay-of"].has(lower)
        ? reaches.doubt
        : lists.doubtful.has(lower)
          ? reaches.phrase
          : 0,
    before: followerOf(lists, lower),
    ending: isEnding(lists, lower),
    modal: lists.modal.has(lower),
    inDoubt: lists["in-doubt"].has(lower),
    untrue: lists.untrue.has(lower) ? "adjective" : lists["untrue-noun"].has(lower) ? "noun" : null,
    told: lists["word-of-mouth"].has(lower),
    that: lower === "that",
    answers: lists.answer.has(lower),
    back: lists.back.has(lower),
    points: lists.pointer.has(lower),
    calls: lists.calling.has(lower),
    truth: lists.true.has(lower),
    is: lists.link.has(lower),
    stops: /^[,;:.!?()–—]$/.test(lower) || lists.clause.has(lower),
    word: /[\p{L}\p{N}]/u.test(lower),
    lower,
  });
}

function isEnding(lists: Factuality, lower: string): boolean {
  return lists.ending.has(lower) || lists["ending-out"].has(lower);
}

function followerOf(lists: Factuality, lower: string): ReadonlySet<string> | null {
  if (lists["negator-to"].has(lower)) return followers["negator-to"];
  if (lists["ending-out"].has(lower)) return followers["ending-out"];
  // A noun of hearsay that is in doubt wherever it stands needs no more.
  return lists["hearsay-of"].has(lower) && !lists.doubt.has(lower) ? followers["hearsay-of"] : null;
}

export type Told = { readonly denied: ReadonlySet<number>; readonly open: ReadonlySet<number> };

const nothing: Told = { denied: new Set(), open: new Set() };

/**
 * Which tokens of a sentence are denied, the denying word included, and which are left open. What
 * is denied twice is not denied. A name is one word however long: `inner` tells its later tokens.
 *
 *     The strait was never part of the treaty, and it is not known whether it will be.
 *                    ^^^^^ ^^^^ ^^ ^^^ ^^^^^^         ^^^ ^^^^^  denied
 *                                                               ^^^^^^^ ^^ ^^^^ ^^ open
 *     The report that the ferry had sunk was false.
 *         ^^^^^^ ^^^^ ^^^ ^^^^^ ^^^ ^^^^     ^^^^^  denied
 */
export function readFactuality(
  forces: readonly Force[],
  inner: ReadonlySet<number>,
  isAuxiliary: (at: number) => boolean,
): Told {
  if (!forces.some(isForceful)) return nothing;
  const denied = new Set<number>();
  const untrue = new Set<number>();
  const open = new Set<number>();
  forces.forEach(({ denies, opens, modal, before, ending }, at) => {
    if (before && !isFollowed(before, forces[at + 1])) return;
    if (denies > 0)
      walk(forces, at, 1, denies, inner, (next) => {
        if (ending && next === at) return;
        if (!denied.delete(next)) denied.add(next);
      });
    if (opens > 0 && (!modal || isAuxiliary(at)))
      walk(forces, at, 1, opens, inner, (next) => open.add(next));
  });
  forces.forEach((force, at) => {
    if (force.inDoubt)
      walk(forces, at, -1, isSaid(forces, at) ? reaches.told : reaches.phrase, inner, (before) =>
        open.add(before),
      );
    if (force.untrue && !denied.has(at)) callUntrue(forces, at, inner, (next) => untrue.add(next));
  });
  for (const at of untrue) {
    if (!denied.delete(at)) denied.add(at);
    // Hearsay that is called untrue is no longer open.
    open.delete(at);
  }
  return { denied, open };
}

/** "failed to warn", and "the talks failed", "failed completely", but not "a failed attempt". */
function isFollowed(before: ReadonlySet<string>, next: Force | undefined): boolean {
  if (before.has(next?.lower ?? "")) return true;
  return before === followers["negator-to"] && (!next || next.stops || next.lower.endsWith("ly"));
}

function isForceful({ denies, opens, untrue, inDoubt }: Force): boolean {
  return denies > 0 || opens > 0 || inDoubt || untrue !== null;
}

/** True where a word is said of what stands before it: "is false", or last in its clause. */
function isSaid(forces: readonly Force[], at: number): boolean {
  const next = forces[at + 1];
  if (!next || next.stops) return true;
  for (let back = at - 1; back >= 0 && back >= at - 1 - fillers; back--)
    if (forces[back]?.is) return true;
  return false;
}

/** Visits what an untrue-calling word goes with: "a false report that …", "the report was false". */
function callUntrue(
  forces: readonly Force[],
  at: number,
  inner: ReadonlySet<number>,
  visit: (index: number) => void,
): void {
  const next = forces[at + 1];
  if (next?.that) {
    walk(forces, at, 1, reaches.told, inner, visit);
    return;
  }
  if (forces[at]?.untrue === "adjective" && next && !next.stops)
    walk(forces, at, 1, next.told ? reaches.told : reaches.phrase, inner, visit);
  if (isSaid(forces, at)) walk(forces, at, -1, reaches.untrue, inner, visit);
  else if (forces[at]?.untrue === "noun") walk(forces, at, -1, reaches.phrase, inner, visit);
  else visit(at);
}

/** Visits a token and so many words beside it, up to the end of the clause. */
function walk(
  forces: readonly Force[],
  at: number,
  step: 1 | -1,
  words: number,
  inner: ReadonlySet<number>,
  visit: (index: number) => void,
): void {
  let seen = 0;
  for (let next = at; next >= 0 && next < forces.length && seen <= words; next += step) {
    const force = forces[next];
    if (!force || (force.stops && next !== at)) return;
    if (force.word && !inner.has(next)) seen++;
    visit(next);
  }
}
