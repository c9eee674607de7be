import { overlaps } from "../../document/span.ts";
import type { IndexedPassage, PassageIndex } from "./passages.ts";
import { type PassageStance, type Statement, stanceOf } from "./stance.ts";

/** A passage with what it does with a statement, itself or by what follows it. */
export type ToldPassage = {
  /** Index into `PassageIndex.passages`. */
  readonly passage: number;
  readonly score: number;
  readonly told: PassageStance;
  /** The passage after it that denies it; null where it tells by itself. */
  readonly answeredBy: number | null;
};

/**
 * What a passage does with a statement. Where the next sentence denies what it says, that comes first,
 * unless the writer says it in their own voice and only reports the denial.
 *
 *     Brenn said that the pilot slept. Hesk denied that.      denies (reported), attributes
 *     The pilot slept. Hesk denied that.                      asserts, denies (reported)
 *     Brenn said that the pilot slept. That is untrue.        denies, attributes
 */
export function tellPassage(
  index: PassageIndex,
  { passage, score }: Pick<ToldPassage, "passage" | "score">,
  statement: Statement,
  shared: ReadonlySet<number>,
): ToldPassage[] {
  const own = {
    passage,
    score,
    told: stanceOf(index, passage, statement, shared),
    answeredBy: null,
  };
  const answer = statement.reports === null ? answerTo(index, passage) : null;
  if (answer === null || own.told.stance === "denies" || !saysMainly(index, passage, shared))
    return [own];
  const denied = { ...own, told: answer, answeredBy: passage + 1 };
  return own.told.stance === "asserts" && answer.reported ? [own, denied] : [denied, own];
}

/**
 * True where what a passage has in common with a statement is what it says, and not something beside it
 * ("the Watch, a group of volunteers, had been on the ferry"): one of its verbs, if what is said has any.
 */
function saysMainly(index: PassageIndex, at: number, shared: ReadonlySet<number>): boolean {
  const passage = index.passages[at] as IndexedPassage;
  const cues = (index.attributions[passage.document] ?? []).flatMap(({ cue }) => cue);
  let verbs = 0;
  for (const [nth, term] of passage.terms.entries()) {
    const place = passage.places[nth] ?? -1;
    if (!passage.verbs.has(term) || cues.some(({ start, end }) => start <= place && place < end))
      continue;
    if (shared.has(term)) return true;
    verbs++;
  }
  return verbs === 0;
}

/** What the sentence after a passage says of it where it denies it; null where it does not. */
function answerTo(index: PassageIndex, at: number): PassageStance | null {
  const passage = index.passages[at] as IndexedPassage;
  const next = index.passages[at + 1];
  if (!next?.answers || next.document !== passage.document) return null;
  if (next.paragraph > passage.paragraph + 1) return null;
  const said = (index.attributions[next.document] ?? []).filter(
    ({ cue, negated }) => !negated && cue.some((place) => overlaps(place, next)),
  );
  const by = said.find(({ attitude }) => attitude === "denies") ?? said[0];
  if (next.answers === "untrue" && !by)
    return {
      stance: "denies",
      attributedTo: null,
      distancing: false,
      reported: false,
      reason: "the next sentence calls it untrue",
      rule: "called-untrue-next",
    };
  const whom = by?.sourceName ?? null;
  return {
    stance: "denies",
    attributedTo: whom,
    distancing: false,
    reported: true,
    reason: `the next sentence reports a denial${whom === null ? "" : ` by ${whom}`}`,
    rule: "denied-next",
  };
}
