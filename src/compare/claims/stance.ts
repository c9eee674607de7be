import { overlaps, type Span } from "../../document/span.ts";
import type { Attitude, Attribution } from "../../read/attribution/attribution.ts";
import type { Cell, Stance } from "./claims.ts";
import type { IndexedPassage, PassageIndex } from "./passages.ts";

/** What a passage does with a statement. */
export type PassageStance = Pick<
  Cell,
  "attributedTo" | "distancing" | "reported" | "reason" | "rule"
> & { readonly stance: Extract<Stance, "asserts" | "attributes" | "denies"> };

/** What is told apart in a statement: which of its terms it negates, and whether it is itself a report. */
export type Statement = {
  readonly negated: ReadonlySet<number>;
  readonly reports: Attitude | null;
};

/**
 * Tells what a passage (by its index) does with a statement whose terms `shared` it holds.
 *
 *     Tidewater denied that the pilot slept.
 *                           ^^^^^^^^^^^^^^^ the statement's words, inside attributed content: a reported denial
 */
export function stanceOf(
  index: PassageIndex,
  at: number,
  statement: Statement,
  shared: ReadonlySet<number>,
): PassageStance {
  const passage = index.passages[at];
  const opposite = passage !== undefined && isOpposite(index, passage, statement.negated, shared);
  const own = { attributedTo: null, distancing: false, reported: false };
  const attribution = passage && coveringAttribution(index, at, shared);
  if (!attribution || statement.reports !== null) {
    return opposite
      ? {
          ...own,
          stance: "denies",
          reason: "says the opposite in its own voice",
          rule: "negated-own-voice",
        }
      : { ...own, stance: "asserts", reason: "says so in its own voice", rule: "own-voice" };
  }
  const by = { attributedTo: attribution.sourceName, distancing: attribution.distancing };
  const whom = attribution.sourceName ?? "an unnamed source";
  const denial = deniesContent(passage, attribution) !== attribution.negated;
  if (denial !== opposite) {
    return {
      ...by,
      stance: "denies",
      reported: true,
      reason: `reports a denial by ${whom}`,
      rule: "reported-denial",
    };
  }
  return {
    ...by,
    stance: "attributes",
    reported: false,
    reason: `gives it as the word of ${whom}`,
    rule: "attributed",
  };
}

/**
 * True where the attribution says that its content is not so. Who denounces or condemns a thing
 * does not deny that it happened, so the cue itself must be a negating word.
 */
function deniesContent(passage: IndexedPassage, { attitude, cue }: Attribution): boolean {
  return (
    attitude === "denies" &&
    passage.places.some(
      (place, at) =>
        passage.negated.has(passage.terms[at] ?? -1) && cue.some((span) => holds(span, place)),
    )
  );
}

/** A negated word this near to the shared names denies what is said of them. */
const negationNearCharacters = 60;

/**
 * True where a shared word is negated in one of the two and not in the other. Where only names are
 * shared, so that the passage says in other words what it says of them, a negated word near them
 * counts.
 *
 *     The strait commission has failed.
 *         ^^^^^^ ^^^^^^^^^^ shared   ^^^^^^ negates
 */
function isOpposite(
  index: PassageIndex,
  passage: IndexedPassage,
  negated: ReadonlySet<number>,
  shared: ReadonlySet<number>,
): boolean {
  const words = [...shared].filter((term) => !index.names.has(index.termNames[term] ?? ""));
  if (words.length > 0) {
    return words.some((term) => negated.has(term) !== passage.negated.has(term));
  }
  const placeOf = (term: number) => passage.places[passage.terms.indexOf(term)] ?? 0;
  const names = [...shared].map(placeOf);
  return [...passage.negated].some((term) =>
    names.some((place) => Math.abs(placeOf(term) - place) <= negationNearCharacters),
  );
}

/**
 * True where a passage can carry a statement that itself reports a saying ("A denies that …"): it
 * must report one of the same attitude.
 */
export function canCarry(index: PassageIndex, at: number, reports: Attitude | null): boolean {
  const passage = index.passages[at];
  if (reports === null || !passage) return true;
  return (index.attributions[passage.document] ?? []).some(
    ({ attitude, cue }) => attitude === reports && cue.some((place) => overlaps(place, passage)),
  );
}

/** The innermost attribution whose content holds most of the shared terms: whose word it finally is. */
function coveringAttribution(
  index: PassageIndex,
  at: number,
  shared: ReadonlySet<number>,
): Attribution | undefined {
  const passage = index.passages[at];
  if (!passage) return undefined;
  const places = passage.places.filter((_, term) => shared.has(passage.terms[term] ?? -1));
  let best: { attribution: Attribution; size: number } | undefined;
  for (const attribution of index.attributions[passage.document] ?? []) {
    if (!attribution.content.some((content) => overlaps(content, passage))) continue;
    const held = places.filter((place) =>
      attribution.content.some((content) => holds(content, place)),
    );
    if (held.length * 2 <= places.length) continue;
    const size = attribution.content.reduce((sum, { start, end }) => sum + end - start, 0);
    if (!best || size < best.size) best = { attribution, size };
  }
  return best?.attribution;
}

function holds({ start, end }: Span, place: number): boolean {
  return start <= place && place < end;
}
