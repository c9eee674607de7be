import { type IndexedPassage, numbersOf, type PassageIndex } from "./passages.ts";
import type { StatementReading } from "./statement.ts";

/** Who does what, and to whom, in a passage or a statement: pairs of a verb and a term. */
export type Roles = Pick<IndexedPassage, "terms" | "verbs" | "doers" | "undergoers">;

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
    // What nouns tell counts only for what one of the two says with a verb.
    if (!a.verbs.has(verb) && !b.verbs.has(verb)) continue;
    if (holds(b.doers, verb, doer) || holds(a.undergoers, verb, doer)) continue;
    // "The ship sank" is not other than "Velm sank the ship".
    if (holds(b.undergoers, verb, doer) && hasAny(a.undergoers, verb) && !isOneOf(a, b, at, isName))
      return verb;
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

/** "Velm's Tarsans declared" is not other than "Tarsans declared the freedom of Velm": one name of two does it in both. */
function isOneOf(a: Roles, b: Roles, of: number, isName: (term: number) => boolean): boolean {
  const verb = a.doers[of] as number;
  if (!isName(a.doers[of + 1] as number)) return false;
  for (let at = 0; at < a.doers.length; at += 2) {
    const doer = a.doers[at + 1] as number;
    if (at === of || a.doers[at] !== verb || !isName(doer)) continue;
    if (b.terms.includes(doer) && !holds(b.undergoers, verb, doer)) return true;
  }
  return false;
}

function hasAny(pairs: readonly number[], verb: number): boolean {
  for (let at = 0; at < pairs.length; at += 2) if (pairs[at] === verb) return true;
  return false;
}

/**
 * Does a passage tell of others what a statement tells of its names? In what both speak of, it has other
 * names where the statement has its own, and none of these. A name that is known to be of
 * another kind is no other: a ministry may act for its country.
 *
 *     Velm broke the truce.     The truce that Velm had signed was broken by Tarsa.     true
 *     Velm attacked Tarsa.      Velm condemned the attack by Tarsa.                     true
 *     Velm broke the truce.     Velm's breach of the truce led Tarsa to do the same.    false
 *     Velm began the war.       The war began as Velm was voting.                       true
 */
export function createTellsOfOthers(
  index: Pick<PassageIndex, "names" | "termNames" | "dateTerms" | "kinds">,
  statement: Roles,
): (passage: Roles) => boolean {
  const isName = (term: number) => {
    const name = index.termNames[term] ?? "";
    return /^[@=]/.test(name) || (index.names.has(name) && !index.dateTerms.has(name));
  };
  const kindOf = (term: number) => {
    const name = index.termNames[term] ?? "";
    return name.startsWith("=") ? "state" : index.kinds?.get(name);
  };
  const isOther = (term: number, name: number) => {
    if (!isName(term) || statement.terms.includes(term)) return false;
    const kind = kindOf(term);
    const own = kindOf(name);
    return kind === undefined || own === undefined || kind === own;
  };
  /** "The war began": nobody is said to have begun it. */
  const happens = ({ undergoers }: Roles, verb: number, term: number) =>
    holds(statement.undergoers, verb, term) &&
    !holds(statement.doers, verb, term) &&
    !hasAny(undergoers, verb);
  const lists = (["doers", "undergoers"] as const).map((part) => ({
    part,
    stated: pairsOf(statement[part]).filter(([, name]) => isName(name)),
  }));
  return (passage) =>
    lists.some(({ part, stated }) =>
      stated.some(([verb, name]) => {
        let others = false;
        const told = passage[part];
        for (let at = 0; at < told.length; at += 2) {
          if (told[at] !== verb) continue;
          const term = told[at + 1] as number;
          if (stated.some(([deed, own]) => deed === verb && own === term)) return false;
          others ||= isOther(term, name) || (part === "doers" && happens(passage, verb, term));
        }
        return others;
      }),
    );
}

function pairsOf(pairs: readonly number[]): (readonly [verb: number, term: number])[] {
  return pairs.flatMap((verb, at) =>
    at % 2 === 0 ? [[verb, pairs[at + 1] as number] as const] : [],
  );
}

/** Who does what in a statement. */
export function rolesOf(index: PassageIndex, statement: StatementReading): Roles {
  const pairs = (names: readonly string[]) => names.map((name) => index.vocabulary.get(name) ?? -1);
  return {
    terms: [...numbersOf(index, statement.terms)],
    verbs: numbersOf(index, statement.verbs),
    doers: pairs(statement.doers),
    undergoers: pairs(statement.undergoers),
  };
}

/** The parts in what a statement mainly says: in what is reported, not in that it is; of nouns only where it has no verb. */
export function mainRolesOf(index: PassageIndex, statement: StatementReading): Roles {
  const isMain = (verb: string) =>
    !statement.cues.includes(verb) && (statement.verbs.size === 0 || statement.verbs.has(verb));
  const mainly = (pairs: readonly string[]) =>
    pairs.filter((_, at) => isMain(pairs[at - (at % 2)] ?? ""));
  return rolesOf(index, {
    ...statement,
    doers: mainly(statement.doers),
    undergoers: mainly(statement.undergoers),
  });
}

/**
 * Has any of these names in a passage the part that it has in a statement? True, too, where it has none there.
 */
export function haveTheirPart(passage: Roles, statement: Roles, names: readonly number[]): boolean {
  let any = false;
  for (const [stated, told] of [
    [statement.doers, passage.doers],
    [statement.undergoers, passage.undergoers],
  ] as const)
    for (let at = 0; at < stated.length; at += 2) {
      const name = stated[at + 1] as number;
      if (!names.includes(name)) continue;
      if (holds(told, stated[at] as number, name)) return true;
      any = true;
    }
  return !any;
}
