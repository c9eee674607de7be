import { type Span, spanAt } from "../../document/span.ts";
import { compareDates, createFigureIn } from "./lookup.ts";
import { type IndexedPassage, numbersOf, type PassageIndex, termWeight } from "./passages.ts";
import { haveTheirPart, mainRolesOf } from "./roles.ts";
import type { StatementReading } from "./statement.ts";

/** What a passage must hold of a statement must weigh so much, or be all of it, or have its figure. */
const saidWeight = { named: 6, nameless: 5 };
/** So much counts as all of it. */
const wholeShare = 0.95;
/** What it must hold of the words, figures and dates, unless it has all of the names and they, or its verb, are most of it. */
const saidShare = 0.4;
/** Names of so much of the weight of the other words are most of it. */
const mainlyNamed = 0.75;
/** Where it speaks of others, and of one of the names only the sentences before it do, it must hold so much of the words … */
const namedBeforeShare = 0.6;
/** … and where those do not either, so much and at least so many. */
const unnamedShare = 0.65;
const unnamedWords = 3;
/** Where the document never has the name, it must hold so much of at least so many. */
const nowhereShare = 0.75;
const nowhereWords = 4;
/** A passage of a lower score must hold so much of the words. */
const sureScore = 0.4;
const unsureShare = 0.6;
/** How many sentences before a passage tell whom it speaks of. */
const namedBefore = 2;
/** A figure or date weighs as much as a word held by one sentence in so many. */
const countRarity = 20;

/**
 * Makes the test whether a passage says what a statement says, and does not only share its topic: enough
 * of its words must be there, and its names, unless nobody else is named whom the passage could mean. Of
 * neighbours, statements that differ in a name or two, it says the one whose names it has.
 *
 *     Velm shelled Tolby.              Velm shelled the villages.      Tolby is lacking
 *     Tarsa broke the truce.           The truce was broken by Velm.   it speaks of another
 *     Tolby was always Velm's land.    Velm bought land in Tolby.      "always" is lacking
 */
export function createCovers(
  index: PassageIndex,
  statement: StatementReading,
  neighbours: readonly StatementReading[] = [],
): (at: number, score: number) => boolean {
  const apart = neighbours.flatMap((other) => differences(index, statement, other) ?? []);
  const names = statement.terms
    .filter((name) => statement.names.has(name))
    .map((name) => index.vocabulary.get(name) ?? -1);
  const roles = mainRolesOf(index, statement);
  const own = numbersOf(index, statement.terms);
  const countWeight = Math.log(1 + countRarity);
  const counts = Number(statement.figures.length > 0) + Number(statement.dates.length > 0);
  const totals = { names: 0, words: counts * countWeight };
  const weights = new Map<number, number>();
  for (const name of statement.terms) {
    const term = index.vocabulary.get(name);
    const weight = termWeight(index, term);
    // What no document says they may all say in another word.
    totals[statement.names.has(name) ? "names" : "words"] +=
      term === undefined ? weight / 2 : weight;
    if (term !== undefined) weights.set(term, weight);
  }
  const verbs = numbersOf(index, statement.verbs);
  const figureIn = createFigureIn(index, statement);
  // Most passages are judged without it.
  let nowhere: boolean[] | undefined;
  return (at, score) => {
    const passage = index.passages[at];
    if (!passage) return false;
    const missing = names.filter((term) => !passage.terms.includes(term));
    const holds = (term: number) => passage.terms.includes(term);
    if (apart.some(({ own, theirs }) => theirs.filter(holds).length > own.filter(holds).length))
      return false;
    // Of two names that both stand here, the one that does it here.
    if (
      apart.some(
        ({ own, theirs }) =>
          theirs.some(holds) && own.some(holds) && !haveTheirPart(passage, roles, own),
      )
    )
      return false;
    const words: number[] = [];
    let named = 0;
    for (const term of passage.terms) {
      const weight = weights.get(term);
      if (weight === undefined) continue;
      if (names.includes(term)) named += weight;
      else words.push(weight);
    }
    const counted = figureIn(passage) === "same";
    if (counted) words.push(countWeight);
    if (compareDates(statement.dates, passage.dates) === "same") words.push(countWeight);
    const said = words.reduce((sum, weight) => sum + weight, 0);
    const share = totals.words > 0 ? said / totals.words : 1;
    const held = said + named;
    const enough = counted || held >= saidWeight[names.length > 0 ? "named" : "nameless"];
    if (!enough && held < (totals.words + totals.names) * wholeShare) return false;
    const mainly =
      named > totals.words * mainlyNamed ||
      (names.length === 0 && held >= saidWeight.named) ||
      passage.terms.some((term) => verbs.has(term));
    if (share < saidShare && (missing.length > 0 || held < saidWeight.named || !mainly))
      return false;
    if (score < sureScore && share < unsureShare) return false;
    if (missing.length === 0) return true;
    nowhere ??= absentNames(index, names);
    if (nowhere[passage.document] === true && (share < nowhereShare || words.length < nowhereWords))
      return false;
    const before = missing.every((term) => isNamedBefore(index, at, term));
    if (!speaksOfOthers(index, passage, own)) return true;
    return before
      ? share >= namedBeforeShare
      : share >= unnamedShare && words.length >= unnamedWords;
  };
}

/** Statements that differ in more names than this are not neighbours. */
const neighbourTerms = 2;

/** The names in which two neighbours differ ("Velm fired first", "Tarsa fired first"); null where they are none. */
function differences(
  index: PassageIndex,
  one: StatementReading,
  other: StatementReading,
): { readonly own: readonly number[]; readonly theirs: readonly number[] } | null {
  const own = one.terms.filter((term) => !other.terms.includes(term));
  const theirs = other.terms.filter((term) => !one.terms.includes(term));
  if (own.length === 0 && theirs.length === 0) return exchanged(index, one, other);
  if (own.length !== theirs.length || own.length > neighbourTerms) return null;
  if (own.length === one.terms.length) return null;
  if (!own.every((term) => one.names.has(term)) || !theirs.every((term) => other.names.has(term)))
    return null;
  return { own: [...numbersOf(index, own)], theirs: [...numbersOf(index, theirs)] };
}

/** The names whose parts are exchanged in a neighbour of the same words ("Velm shelled Tarsa", "Tarsa shelled Velm"). */
function exchanged(
  index: PassageIndex,
  one: StatementReading,
  other: StatementReading,
): { readonly own: readonly number[]; readonly theirs: readonly number[] } | null {
  const partsOf = ({ doers, undergoers }: StatementReading, among: "doers" | "undergoers") => {
    const pairs = among === "doers" ? doers : undergoers;
    return pairs.filter((name, at) => at % 2 === 1 && one.names.has(name));
  };
  const parts = (["doers", "undergoers"] as const).flatMap((among) => {
    const theirs = partsOf(other, among);
    return partsOf(one, among).filter((name) => !theirs.includes(name));
  });
  if (parts.length === 0) return null;
  const names = [...numbersOf(index, new Set(parts))];
  return { own: names, theirs: names };
}

/** By document: whether it lacks one of the names altogether. */
function absentNames(index: PassageIndex, names: readonly number[]): boolean[] {
  const holders = names.map(
    (term) => new Set((index.postings[term] ?? []).map((at) => index.passages[at]?.document)),
  );
  return index.documents.map((_, document) => holders.some((holder) => !holder.has(document)));
}

/** True where a passage names somebody or something of which the statement does not speak, and who is not its speaker. */
function speaksOfOthers(
  index: PassageIndex,
  passage: IndexedPassage,
  own: ReadonlySet<number>,
): boolean {
  // Several names of one thing stand in one place.
  const ours = new Set(passage.places.filter((_, nth) => own.has(passage.terms[nth] ?? -1)));
  let said: readonly Span[] | undefined;
  return passage.terms.some((term, nth) => {
    const place = passage.places[nth] ?? -1;
    const name = index.termNames[term] ?? "";
    if (ours.has(place) || !index.names.has(name) || index.dateTerms.has(name)) return false;
    said ??= (index.attributions[passage.document] ?? []).flatMap(({ source, cue }) => [
      ...source,
      ...cue,
    ]);
    return !said.some((span) => spanAt([span], place));
  });
}

function isNamedBefore(index: PassageIndex, at: number, term: number): boolean {
  const document = index.passages[at]?.document;
  for (let back = 1; back <= namedBefore; back++) {
    const before = index.passages[at - back];
    if (!before || before.document !== document) return false;
    if (before.terms.includes(term)) return true;
  }
  return false;
}
