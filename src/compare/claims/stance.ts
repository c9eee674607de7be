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
  readonly verbs: ReadonlySet<number>;
  /** It has verbs, whether the case has them or not; as `verbs` tells where absent. */
  readonly hasVerbs?: boolean;
  readonly negated: ReadonlySet<number>;
  readonly reports: Attitude | null;
  /** The words by which it reports; none where absent. */
  readonly cues?: ReadonlySet<number>;
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
  if (!passage) throw new RangeError(`no passage ${at}`);
  const own = { attributedTo: null, distancing: false, reported: false };
  // That it is denied is what such a statement says.
  const opposite = statement.reports !== "denies" && isOpposite(index, passage, statement, shared);
  const attributions = coveringAttributions(index, passage, shared).filter(
    ({ content }) =>
      statement.reports === null ||
      reportsOf(index, passage, statement.reports).some(({ cue }) =>
        cue.every((word) => content.some((span) => holds(span, word.start))),
      ),
  );
  const innermost = attributions[0];
  if (!innermost) {
    if (isLeftOpen(index, passage, statement, shared))
      return {
        ...own,
        stance: "attributes",
        reason: "leaves open whether it is so",
        rule: "left-open",
      };
    if (opposite && passage.answers === "denied")
      return {
        ...own,
        stance: "denies",
        reported: true,
        reason: "reports a denial of what it begins with",
        rule: "reported-denial",
      };
    return opposite
      ? {
          ...own,
          stance: "denies",
          reason: "says the opposite in its own voice",
          rule: "negated-own-voice",
        }
      : { ...own, stance: "asserts", reason: "says so in its own voice", rule: "own-voice" };
  }
  const denying = attributions.find(
    (attribution) => deniesContent(passage, attribution) && !attribution.negated,
  );
  const told = denying ?? innermost;
  const by = { attributedTo: told.sourceName, distancing: told.distancing };
  const whom = told.sourceName ?? "an unnamed source";
  if (!denying && calledUntrue(passage, innermost)) {
    return {
      ...own,
      stance: "denies",
      reason: "calls it untrue in its own voice",
      rule: "called-untrue",
    };
  }
  return denying || opposite
    ? {
        ...by,
        stance: "denies",
        reported: true,
        reason: `reports a denial by ${whom}`,
        rule: "reported-denial",
      }
    : {
        ...by,
        stance: "attributes",
        reported: false,
        reason: `gives it as the word of ${whom}`,
        rule: "attributed",
      };
}

/** True where the passage does not say whether what it has in common with the statement is so. */
function isLeftOpen(
  index: PassageIndex,
  passage: IndexedPassage,
  statement: Statement,
  shared: ReadonlySet<number>,
): boolean {
  return wordsThatTell(index, passage, statement, shared).some((term) =>
    passage.leftOpen.has(term),
  );
}

/**
 * The words that decide what a passage does with a statement: the statement's verbs that it has; else
 * the other words they have in common; and where it has only the names, its own verbs near them.
 */
function wordsThatTell(
  index: PassageIndex,
  passage: IndexedPassage,
  { verbs }: Statement,
  shared: ReadonlySet<number>,
): number[] {
  const words = [...shared].filter((term) => !index.names.has(index.termNames[term] ?? ""));
  const common = words.filter((term) => verbs.has(term));
  if (common.length > 0) return common;
  if (words.length > 0) return words;
  const placeOf = (term: number) => passage.places[passage.terms.indexOf(term)] ?? 0;
  const places = [...shared].map(placeOf);
  const from = Math.min(...places) - nearCharacters;
  const to = Math.max(...places) + nearCharacters;
  return [...passage.verbs].filter((term) => {
    const place = placeOf(term);
    return place >= from && place <= to;
  });
}

/** A verdict on a reported claim stands so near after it. */
const verdictCharacters = 30;

/**
 * True where the writer calls the reported content untrue.
 *
 *     The allegation that the crew slept is false.
 *         ^^^^^^^^^^ cue   ^^^^^^^^^^^^^^    ^^^^^
 */
function calledUntrue(passage: IndexedPassage, { content, source }: Attribution): boolean {
  const end = Math.max(...content.map((span) => span.end));
  return (
    source.length === 0 &&
    passage.places.some(
      (place, at) =>
        passage.negated.has(passage.terms[at] ?? -1) &&
        place >= end &&
        place - end <= verdictCharacters,
    )
  );
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

/** No headline has more characters. */
const longestHeadline = 160;

/** A word this near to the shared ones speaks of the same. */
const nearCharacters = 60;

/**
 * True where a word that tells is negated in one of the two and not in the other. Where only names are
 * shared, any negated word near them tells; in a headline about one of the names, which says one thing,
 * any at all, unless it has a verb of the statement.
 *
 *     The strait commission has failed.          Ferry truce never happened
 *         ^^^^^^ ^^^^^^^^^^ shared   ^^^^^^ negates     ^^^^^ shared    ^^^^^ negates
 */
function isOpposite(
  index: PassageIndex,
  passage: IndexedPassage,
  statement: Statement,
  shared: ReadonlySet<number>,
): boolean {
  const told = wordsThatTell(index, passage, statement, shared);
  if (told.some((term) => statement.negated.has(term) !== passage.negated.has(term))) return true;
  const hasVerb = told.some((term) => shared.has(term) && statement.verbs.has(term));
  const isNo = passage.negated.size > 0 && statement.negated.size === 0;
  const hasVerbs = statement.hasVerbs ?? statement.verbs.size > 0;
  if (isNo && hasVerbs && !hasVerb && isHeadline(passage))
    return [...shared].some((term) => index.names.has(index.termNames[term] ?? ""));
  if (told.some((term) => shared.has(term))) return false;
  const placeOf = (term: number) => passage.places[passage.terms.indexOf(term)] ?? 0;
  const names = [...shared].map(placeOf);
  return [...passage.negated].some((term) =>
    names.some((place) => Math.abs(placeOf(term) - place) <= nearCharacters),
  );
}

/** A headline has no mark at its end, and few letters. */
function isHeadline({ text }: IndexedPassage): boolean {
  return text.length <= longestHeadline && !/[\p{P}\p{S}]$/u.test(text);
}

/**
 * True where a passage can carry a statement that itself reports a saying ("A denies that …"): it
 * must report one of the same attitude, or have the word that does so in the statement.
 */
export function canCarry(
  index: PassageIndex,
  at: number,
  { reports, cues }: Pick<Statement, "reports" | "cues">,
): boolean {
  const passage = index.passages[at];
  if (reports === null || !passage) return true;
  return (
    passage.terms.some((term) => cues?.has(term)) || reportsOf(index, passage, reports).length > 0
  );
}

/** The sayings of one attitude that a passage reports. */
function reportsOf(index: PassageIndex, passage: IndexedPassage, reports: Attitude): Attribution[] {
  return (index.attributions[passage.document] ?? []).filter(
    ({ attitude, cue }) => attitude === reports && cue.some((place) => overlaps(place, passage)),
  );
}

/** The attributions whose content holds most of the shared terms, the innermost first. */
function coveringAttributions(
  index: PassageIndex,
  passage: IndexedPassage,
  shared: ReadonlySet<number>,
): Attribution[] {
  const places = passage.places.filter((_, term) => shared.has(passage.terms[term] ?? -1));
  return (index.attributions[passage.document] ?? [])
    .filter(({ content, source, cue }) => {
      if (!content.some((span) => overlaps(span, passage))) return false;
      // Who says it, and that it is said, are no part of what is said.
      const said = places.filter(
        (place) => ![...source, ...cue].some((span) => holds(span, place)),
      );
      const held = said.filter((place) => content.some((span) => holds(span, place)));
      return held.length * 2 > said.length;
    })
    .map((attribution) => ({
      attribution,
      size: attribution.content.reduce((sum, { start, end }) => sum + end - start, 0),
    }))
    .sort((a, b) => a.size - b.size)
    .map(({ attribution }) => attribution);
}

function holds({ start, end }: Span, place: number): boolean {
  return start <= place && place < end;
}
