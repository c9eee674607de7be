import type { IndexedPassage } from "./passages.ts";

/** Who does what, and to whom, in a passage or a statement: pairs of a verb and a term. */
export type Roles = Pick<IndexedPassage, "terms" | "doers" | "undergoers">;

/**
 * A verb of which two passages tell the parts the other way round, or null: who does it in one
 * undergoes it in the other; or each names the doer of the other, but gives the deed to another name, or
 * exchanges them over two verbs. Who both does and undergoes it ("they shelled each other") is no
 * ground, nor who has a part in one passage only.
 *
 *     The cutter rammed the ferry.          The ferry was rammed by the cutter.   null
 *     The cutter rammed the ferry.          The ferry rammed the cutter.          rammed
 *     Velm shelled the town held by Tarsa.  Tarsa shelled the town held by Velm.  shelled
 */
export function exchangedVerb(
  a: Roles,
  b: Roles,
  isName: (term: number) => boolean,
): number | null {
  return exchangedIn(a, b, isName) ?? exchangedIn(b, a, isName);
}

function exchangedIn(a: Roles, b: Roles, isName: (term: number) => boolean): number | null {
  for (let at = 0; at < a.doers.length; at += 2) {
    const verb = a.doers[at] as number;
    const doer = a.doers[at + 1] as number;
    if (holds(b.doers, verb, doer) || holds(a.undergoers, verb, doer)) continue;
    if (holds(b.undergoers, verb, doer)) return verb;
    if (b.terms.includes(doer) && doesAnother(a, b, verb, doer, isName)) return verb;
  }
  return null;
}

/** Does somebody else do it in `b`, who is named in `a`, too, where `doer` does it? */
function doesAnother(
  a: Roles,
  b: Roles,
  verb: number,
  doer: number,
  isName: (term: number) => boolean,
): boolean {
  for (let at = 0; at < b.doers.length; at += 2) {
    const other = b.doers[at + 1] as number;
    if (b.doers[at] !== verb || holds(a.doers, verb, other) || !a.terms.includes(other)) continue;
    if (isName(doer) && isName(other)) return true;
    if (partIn(b.doers, doer, a.doers, other) || partIn(b.undergoers, doer, a.undergoers, other))
      return true;
  }
  return false;
}

/** Has one term the part in a verb here that the other has there? */
function partIn(
  here: readonly number[],
  one: number,
  there: readonly number[],
  other: number,
): boolean {
  for (let at = 0; at < here.length; at += 2)
    if (here[at + 1] === one && holds(there, here[at] as number, other)) return true;
  return false;
}

function holds(pairs: readonly number[], verb: number, term: number): boolean {
  for (let at = 0; at < pairs.length; at += 2)
    if (pairs[at] === verb && pairs[at + 1] === term) return true;
  return false;
}
