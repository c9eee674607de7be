import { daysBetween, daysOf } from "../../document/edtf.ts";
import { overlaps, type Span, spanAt } from "../../document/span.ts";
import { type IndexedPassage, type PassageIndex, termWeight } from "../claims/passages.ts";
import { type CompareInput, compareText, type Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";

/** First and last day, ISO. */
export type Days = { readonly from: string; readonly to: string };

/** A date as a text tells it, with what stands in its clause. */
export type Mention = Row<"dates"> & {
  /** Terms of the clause that the date stands in, ascending. */
  readonly terms: readonly number[];
  /** What they weigh together. */
  readonly weight: number;
  /** The date says when something was said, not when it happened ("officials said on Saturday"). */
  readonly isSaying: boolean;
  /** The date as EDTF; of a time that goes on from a day ("since 28 April"), that day. */
  readonly date: string;
  /** First and last day that it can mean; null where either is open or unknown. */
  readonly days: Days | null;
  /** Telling names in its sentence, where the date lies long before the text: see `oldDays`. */
  readonly oldNames: readonly number[];
  readonly claim: string | undefined;
  /** On whose word the date is given, in lower case; null for the writer's. */
  readonly by: string | null;
  /** The text says that it was not then ("not on 14 April"). */
  readonly isDenied: boolean;
};

/** The claim that the sentence beginning there belongs to. */
export type ClusterOf = (documentId: string, start: number) => string | undefined;

/** A date this near to a cue, in characters, and outside what is said, says when it was said. */
const cueCharacters = 25;

/** Reads the dated clauses, ordered by document and place. Noise and datelines tell of no event. */
export async function readMentions(
  input: CompareInput,
  index: PassageIndex,
  clusterOf: ClusterOf,
  isNoise: NoiseTest,
): Promise<Mention[]> {
  const documents = new Map(input.documents.map(({ id }, at) => [id, at]));
  const published = new Map(input.documents.map((card) => [card.id, card.published?.slice(0, 10)]));
  const passages = new Map<string, number>();
  index.passages.forEach(({ documentId, start }, at) => {
    passages.set(`${documentId}|${start}`, at);
  });
  const mentions: Mention[] = [];
  for await (const row of input.rows("dates")) {
    const { documentId, sentence, reading } = row;
    if (isNoise(documentId, reading)) continue;
    const passage = index.passages[passages.get(`${documentId}|${sentence.start}`) ?? -1];
    if (reading.edtf === published.get(documentId) && isDateline(row, passage)) continue;
    const terms = passage ? clauseTerms(row, passage) : [];
    const attributions = index.attributions[documents.get(documentId) ?? -1] ?? [];
    const date = reading.edtf.replace(/^(\d{4}-\d\d-\d\d)\/\.\.$/, "$1");
    const days = closedDays(date);
    const before = sentence.text.slice(0, reading.start - sentence.start);
    mentions.push({
      ...row,
      terms,
      weight: terms.reduce((sum, term) => sum + termWeight(index, term), 0),
      isSaying: isSaying(row, attributions),
      date,
      days,
      oldNames: [],
      claim: clusterOf(documentId, sentence.start),
      by: giverOf(row, attributions),
      isDenied: /\bnot (?:(?:on|in|until) )?$/.test(before),
    });
  }
  // Of a text without a date, what is long ago is told from the last day that the case tells.
  const last = mentions.reduce((day, { days }) => (days && days.to > day ? days.to : day), "");
  const datesIn = new Map<string, Mention["reading"][]>();
  const keyOf = ({ documentId, sentence }: Mention) => `${documentId}|${sentence.start}`;
  for (const mention of mentions) {
    const list = datesIn.get(keyOf(mention));
    if (list) list.push(mention.reading);
    else datesIn.set(keyOf(mention), [mention.reading]);
  }
  return mentions
    .map((mention) => {
      const { days, documentId } = mention;
      const key = keyOf(mention);
      const passage = index.passages[passages.get(key) ?? -1];
      const told = published.get(documentId) ?? last;
      const isOld = days !== null && daysBetween(days.to, told) > oldDays;
      return isOld && passage
        ? { ...mention, oldNames: tellingNames(passage, datesIn.get(key) ?? [], index) }
        : mention;
    })
    .sort((a, b) => compareText(a.documentId, b.documentId) || a.reading.start - b.reading.start);
}

/** A date so many days before publication is seldom told for two reasons with one telling name. */
const oldDays = 365;
/** A name tells which event where it weighs so much of what a name in a single sentence weighs. */
const tellingShare = 0.4;

/** Without those of its dates: "October". */
function tellingNames(
  { terms, places }: IndexedPassage,
  dates: readonly Span[],
  index: PassageIndex,
): number[] {
  const least = tellingShare * termWeight(index, undefined);
  return terms.filter(
    (term, at) =>
      spanAt(dates, places[at] ?? -1) === undefined &&
      index.names.has(index.termNames[term] ?? "") &&
      termWeight(index, term) >= least,
  );
}

const wordAt = /[\p{L}\p{M}\p{N}]+/uy;

/**
 * The terms of the clause that a date stands in, without those of the date. A sentence's term is placed
 * where it first stands; its word may stand in the clause again.
 */
function clauseTerms({ sentence, reading }: Row<"dates">, passage: IndexedPassage): number[] {
  const { start, end } = reading.what;
  const clause = sentence.text.slice(start - sentence.start, end - sentence.start);
  return passage.terms.filter((_, at) => {
    const place = passage.places[at] ?? -1;
    if (reading.start <= place && place < reading.end) return false;
    if (start <= place && place < end) return true;
    wordAt.lastIndex = place - sentence.start;
    const word = wordAt.exec(sentence.text)?.[0] ?? "";
    return word.length > 2 && clause.includes(word);
  });
}

/**
 * The day of publication as a line of the text gives it.
 *
 *     STAVERING, May 3 (Meridian Wire) - At least 13 people were killed
 *                ^^^^^ no event
 */
function isDateline(
  { sentence, reading }: Row<"dates">,
  passage: IndexedPassage | undefined,
): boolean {
  const before = sentence.text.slice(0, reading.start - sentence.start);
  const after = sentence.text.slice(reading.end - sentence.start);
  if (passage === undefined || passage.verbs.size === 0) return true;
  return /^[\p{Lu}\p{M} .’'-]+,? $/u.test(before) && /^[^.!?]{0,40}[-–—:] /u.test(after);
}

function isSaying(
  { sentence, reading }: Row<"dates">,
  attributions: PassageIndex["attributions"][number],
): boolean {
  return attributions.some(
    ({ cue, content }) =>
      !content.some((span) => overlaps(span, reading)) &&
      cue.some((span) => {
        if (!overlaps(span, sentence)) return false;
        const [first, second] = span.start < reading.start ? [span, reading] : [reading, span];
        const between = sentence.text.slice(
          first.end - sentence.start,
          second.start - sentence.start,
        );
        return between.length <= cueCharacters && !/[,;:“”"]/.test(between);
      }),
  );
}

/** Who gives the date: of several that say it, the one with the shortest content. */
function giverOf(
  { reading }: Row<"dates">,
  attributions: PassageIndex["attributions"][number],
): string | null {
  let giver: { readonly name: string | null; readonly size: number } | undefined;
  for (const { content, sourceName } of attributions) {
    if (!content.some((span) => overlaps(span, reading))) continue;
    const size = content.reduce((sum, { start, end }) => sum + end - start, 0);
    if (!giver || size < giver.size) giver = { name: sourceName, size };
  }
  return giver?.name?.toLowerCase() ?? null;
}

function closedDays(edtf: string): Mention["days"] {
  const days = daysOf(edtf);
  return days?.from && days.to ? { from: days.from, to: days.to } : null;
}
