import type { Force } from "./factuality.ts";
import type { Token } from "./prose.ts";

/**
 * How a sentence answers what was said just before it: it tells that somebody denied it, or calls it
 * untrue itself.
 */
export type Answer = "denied" | "untrue";

/** tokens[from … to) are what is answered; none where that stands in an earlier sentence. */
export type Answered = { readonly answer: Answer; readonly from: number; readonly to: number };

/** Words that may stand between a link and the word that calls untrue: "is simply not true". */
const between = 3;

/**
 * Tells whether a sentence denies what was said before it, and where that stands if it stands in the
 * same sentence; null for most sentences.
 *
 *     Hesk denied that.   The ministry rejected the claim.   Asked about it, he called this untrue.
 *          ^^^^^^ ^^^^                 ^^^^^^^^ ^^^^^^^^^                        ^^^^^^ ^^^^ ^^^^^^
 *     As for the charge that the pilot slept, the ministry denied it.
 *                            ^^^^^^^^^^^^^^^ answered               ^^
 */
export function readAnswer(tokens: readonly Token[], forces: readonly Force[]): Answered | null {
  for (let at = 0; at < forces.length; at++) {
    const force = forces[at] as Force;
    const answer =
      force.answers && tokens[at]?.pos === "VERB"
        ? denies(tokens, forces, at)
        : force.untrue !== null || force.truth
          ? callsUntrue(forces, at)
          : null;
    if (answer !== null) return { answer, ...contentBefore(forces, at) };
  }
  return null;
}

/** "denied that", "rejected the claim", and "The claim was rejected". */
function denies(tokens: readonly Token[], forces: readonly Force[], at: number): Answer | null {
  if (isNegated(forces, at)) return null;
  if (endOfBack(forces, at + 1) > 0) return "denied";
  let back = at - 1;
  while (tokens[back]?.pos === "AUX" || tokens[back]?.pos === "ADV") back--;
  const passive = forces.slice(back + 1, at).some(({ is }) => is);
  return passive && startOfBack(forces, back) ? "denied" : null;
}

/** "That is untrue", "The claim is simply not true", "called this a lie". */
function callsUntrue(forces: readonly Force[], at: number): Answer | null {
  const force = forces[at] as Force;
  const next = forces[at + 1];
  if (next && !next.stops) return null;
  let nots = 0;
  for (let back = at - 1; back >= 0 && back >= at - 1 - between; back--) {
    const { is, calls, denies } = forces[back] as Force;
    if (denies > 0) nots++;
    const end = calls ? endOfBack(forces, back + 1, true) : 0;
    if (end > 0 && end <= at && isUntrue(force, nots)) return "denied";
    if (is && startOfBack(forces, back - 1) && isUntrue(force, nots)) return "untrue";
  }
  // "called the allegations baseless": the noun stands between the two.
  const noun = forces[at - 1];
  for (let back = at - 2; noun?.told && back >= at - 2 - between; back--) {
    if (forces[back]?.calls && endOfBack(forces, back + 1, true) === at)
      return isUntrue(force, nots) ? "denied" : null;
  }
  return null;
}

/** What is not true is untrue; what is not untrue is not. */
function isUntrue({ truth }: Force, nots: number): boolean {
  return truth ? nots % 2 === 1 : nots % 2 === 0;
}

/** Where the words end that stand for what was said before, from `at` on; 0 where there are none. */
function endOfBack(forces: readonly Force[], at: number, goesOn = false): number {
  const first = forces[at];
  if (!first) return 0;
  const isEnd = (end: number) => (goesOn || !forces[end] || stops(forces[end]) ? end : 0);
  if (first.points)
    for (let noun = at + 1; noun <= at + between && forces[noun]?.word; noun++)
      if (forces[noun]?.told) return isContent(forces[noun + 1]) ? 0 : noun + 1;
  return first.back ? isEnd(at + 1) : 0;
}

/** True where the words that end at `at` stand for what was said before: "That", "The charge". */
function startOfBack(forces: readonly Force[], at: number): boolean {
  const last = forces[at];
  if (!last) return false;
  if (last.back) return !forces[at - 1]?.word || stops(forces[at - 1]);
  if (!last.told) return false;
  for (let back = at - 1; back >= 0 && back >= at - between; back--)
    if (forces[back]?.points) return !forces[back - 1]?.word || stops(forces[back - 1]);
  return false;
}

function isContent(next: Force | undefined): boolean {
  return next?.that === true || next?.lower === "of";
}

function stops(force: Force | undefined): boolean {
  return force?.stops === true || force?.word === false || force?.lower === "and";
}

/** "did not deny that" denies nothing. */
function isNegated(forces: readonly Force[], at: number): boolean {
  for (let back = at - 1; back >= 0 && back >= at - between; back--) {
    const force = forces[back] as Force;
    if (force.stops) return false;
    if (force.denies > 0 && !force.answers) return true;
  }
  return false;
}

/** "the charge that … ,": what a noun of saying before the answer tells, in the same sentence. */
function contentBefore(
  forces: readonly Force[],
  answer: number,
): { readonly from: number; readonly to: number } {
  for (let at = 0; at < answer; at++) {
    if (!forces[at]?.told || !isContent(forces[at + 1])) continue;
    let to = at + 2;
    while (to < answer && !(forces[to]?.stops && !forces[to]?.word)) to++;
    if (to < answer) return { from: at + 2, to };
  }
  return { from: 0, to: 0 };
}
