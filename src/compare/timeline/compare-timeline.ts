import { daysOf } from "../../document/edtf.ts";
import { shortId } from "../../document/ids.ts";
import { evidence } from "../../document/passage.ts";
import { stretchAround } from "../../document/stretch.ts";
import { type PassageIndex, termWeight } from "../claims/passages.ts";
import { type CompareInput, compareText, passageOf } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import { disputedDates } from "./disputes.ts";
import { type ClusterOf, type Mention, readMentions } from "./mentions.ts";
import { joinMentions } from "./same-event.ts";
import type { EventEntry, TimelineEvent } from "./timeline.ts";

/**
 * Joins dated clauses that tell of the same event and marks events that are told under several dates.
 * `clusterOf` gives the claim that a sentence belongs to.
 */
export async function compareTimeline(
  input: CompareInput,
  index: PassageIndex,
  clusterOf: ClusterOf,
  isNoise: NoiseTest,
): Promise<TimelineEvent[]> {
  const published = new Map(input.documents.map((card) => [card.id, card.published]));
  const mentions = await readMentions(input, index, clusterOf, isNoise);
  const joined = joinMentions(mentions, index);
  const disputed = disputedDates(joined, index);
  const events = joined.map((members) => present(members, published, index));
  return events
    .flatMap((event, at): TimelineEvent[] => {
      if (!event) return [];
      const others = [...(disputed.get(at) ?? [])].flatMap((other) => events[other]?.id ?? []);
      return [{ ...event, disagreesWith: others.sort(compareText) }];
    })
    .sort(byDate);
}

/** By the first day that the date can mean; those of no known year last. */
export function byDate(a: TimelineEvent, b: TimelineEvent): number {
  return (
    Number(isUnplaced(a)) - Number(isUnplaced(b)) ||
    compareText(a.from ?? "", b.from ?? "") ||
    compareText(a.to ?? "9999", b.to ?? "9999") ||
    compareText(a.edtf, b.edtf) ||
    compareText(a.entries[0]?.documentId ?? "", b.entries[0]?.documentId ?? "") ||
    startOf(a) - startOf(b)
  );
}

function present(
  members: readonly Mention[],
  published: ReadonlyMap<string, string | null>,
  index: PassageIndex,
): TimelineEvent | undefined {
  const first = members[0];
  if (!first) return undefined;
  const edtf = finestDate(members.map(({ reading }) => reading.edtf));
  // "On 27 September" of no known year has a place in the list, though none on the axis.
  const days = daysOf(edtf) ?? { from: null, to: null };
  const entries = [...members]
    .sort((a, b) => compareText(a.documentId, b.documentId) || a.reading.start - b.reading.start)
    .flatMap((row): EventEntry[] => {
      const shown = evidence([
        { documentId: row.documentId, ...row.sentence },
        passageOf(row, row.reading),
      ]);
      if (!shown) return [];
      return [
        {
          documentId: row.documentId,
          kind: row.reading.kind,
          published: published.get(row.documentId) ?? null,
          evidence: shown,
        },
      ];
    });
  return {
    id: shortId("timeline", edtf, first.documentId, first.reading.start),
    edtf,
    from: days.from,
    to: days.to,
    precision: precisionOf(edtf),
    approximate: /[~?%]/.test(edtf),
    what: wordsOf(members, edtf, index),
    entries,
    disagreesWith: [],
    rule: "dated-sentence",
  };
}

const dateline = /^[\p{Lu}\p{M} .’'-]{3,40}(?:, [^.!?—–-]{0,60})? ?(?:-|–|—) /u;

const listNumber = /^\d{1,3}[.)]\s+/;

/** A clause that begins so says nothing without what stands before it. */
const leaning = /^(?:who|whom|whose|which|that|where|when|as|and|or|but|than)\b/i;
/** Where a clause leans on its sentence, so many characters around it are shown. */
const shownCharacters = 160;

/** The clause that a date stands in. */
function clauseText(mention: Mention): string {
  const { sentence, reading, documentId } = mention;
  const { start, end } = reading.what;
  const clause = sentence.text.slice(start - sentence.start, end - sentence.start);
  if (leaning.test(clause))
    return stretchAround({ documentId, ...sentence }, reading, shownCharacters);
  const rest = sentence.text.slice(end - sentence.start);
  return `${start > sentence.start ? "… " : ""}${clause}${/[\p{L}\p{N}]/u.test(rest) ? " …" : rest}`;
}

/**
 * Of the clauses of the event's own date the one that tells most of what all have in common, for its length; without the
 * line that dates its text ("VELM, May 3 (Tarn Wire) - …") or its number in a list.
 */
function wordsOf(members: readonly Mention[], edtf: string, index: PassageIndex): string {
  const counts = new Map<number, number>();
  let all = 0;
  for (const { terms, weight } of members) {
    all += weight;
    for (const term of terms) counts.set(term, (counts.get(term) ?? 0) + 1);
  }
  let best: { readonly text: string; readonly score: number } | undefined;
  for (const mention of members) {
    const { terms, weight, reading } = mention;
    if (reading.edtf !== edtf) continue;
    let common = 0;
    for (const term of terms) common += (counts.get(term) ?? 0) * termWeight(index, term);
    const score = common / Math.sqrt(weight + all / members.length + 1);
    if (!best || score > best.score) best = { text: clauseText(mention), score };
  }
  return (best?.text ?? "").replace(dateline, "").replace(listNumber, "");
}

/** The date that says most: the shortest stretch of days, and of those the one that is told most often. */
export function finestDate(dates: readonly string[]): string {
  const counts = new Map<string, number>();
  for (const edtf of dates) counts.set(edtf, (counts.get(edtf) ?? 0) + 1);
  const [finest] = [...counts]
    .map(([edtf, count]) => ({ edtf, count, length: lengthOf(edtf) }))
    .sort((a, b) => a.length - b.length || b.count - a.count || compareText(a.edtf, b.edtf));
  return finest?.edtf ?? "";
}

function lengthOf(edtf: string): number {
  const days = daysOf(edtf);
  return days?.from && days.to
    ? Date.parse(days.to) - Date.parse(days.from)
    : Number.POSITIVE_INFINITY;
}

function startOf({ entries }: TimelineEvent): number {
  return entries[0]?.evidence[0].start ?? 0;
}

/** Of no known year: told after all others. */
function isUnplaced({ from, to }: TimelineEvent): boolean {
  return from === null && to === null;
}

/** What a date is known to. */
export function precisionOf(edtf: string): TimelineEvent["precision"] {
  if (edtf.includes("/")) return "interval";
  const plain = edtf.replace(/[~?%]/g, "").replace(/^XXXX/, "0000");
  if (/X/.test(plain)) return "decade";
  if (/^-?\d{4}-2[1-4]$/.test(plain)) return "season";
  if (/^-?\d{4}-\d\d-\d\d/.test(plain)) return "day";
  return /^-?\d{4}-\d\d$/.test(plain) ? "month" : "year";
}
