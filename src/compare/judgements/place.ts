import { findAnchor } from "../../document/anchor.ts";
import type { DocumentCard } from "../../document/case.ts";
import {
  type JudgedQuestion,
  type Judgement,
  lastOfEach,
  markKey,
  type PlacedJudgement,
} from "../../document/judgement.ts";
import { overlaps, type Span } from "../../document/span.ts";
import type { Readings } from "../../read/readings.ts";
import { type JudgedMark, type MarkSource, marksOf } from "./marks.ts";

/** A document as it is now. */
export type PresentDocument = {
  readonly card: DocumentCard;
  readonly text: string;
  readonly readings: Readings;
};

/**
 * Puts judgements on the marks of the present analysis. A judgement finds its words by their anchor,
 * then the mark there that says what was judged: one with the same name, else the only one that says
 * the same under another name (the statement of a claim may be told in other words). Whatever finds
 * no mark stays in the list. Pure but for `presentOf`, which reads each document once.
 */
export async function placeJudgements(
  judgements: readonly Judgement[],
  documents: ReadonlyMap<string, { readonly sha256: string }>,
  findings: MarkSource["findings"],
  presentOf: (documentId: string) => Promise<PresentDocument | null>,
): Promise<PlacedJudgement[]> {
  const byHash = new Map<string, string>();
  for (const [id, { sha256 }] of documents) if (!byHash.has(sha256)) byHash.set(sha256, id);
  const groups = new Map<string, Judgement[]>();
  const placed = new Map<string, PlacedJudgement>();
  for (const one of judgements) {
    const id = documents.has(one.documentId) ? one.documentId : byHash.get(one.sha256);
    if (id === undefined) placed.set(one.id, { ...one, ...lost });
    else {
      const group = groups.get(id);
      if (group) group.push(one);
      else groups.set(id, [one]);
    }
  }
  for (const [id, own] of groups) {
    const present = await presentOf(id);
    const marks = new Map<JudgedQuestion, readonly JudgedMark[]>();
    for (const one of own) {
      if (!present) {
        placed.set(one.id, { ...one, ...lost });
        continue;
      }
      const known = marks.get(one.question) ?? marksOf(one.question, { findings, ...present });
      marks.set(one.question, known);
      placed.set(one.id, placeOne(one, id, present.text, known));
    }
  }
  return lastOfEach(judgements.flatMap(({ id }) => placed.get(id) ?? []));
}

const lost = { state: "lost", mark: null, place: null } as const;

function placeOne(
  one: Judgement,
  documentId: string,
  text: string,
  marks: readonly JudgedMark[],
): PlacedJudgement {
  const span = one.anchor === null ? null : findAnchor(text, one.anchor);
  if (one.anchor !== null && span === null) return { ...one, ...lost };
  const place = span === null ? null : { documentId, ...span };
  const mark = pick(marks, one, span);
  return mark
    ? { ...one, state: "placed", mark: markKey(mark.name), place }
    : { ...one, state: "changed", mark: null, place };
}

/** The mark at a place that says what was judged. */
function pick(
  marks: readonly JudgedMark[],
  { about, says }: Pick<Judgement, "about" | "says">,
  span: Span | null,
): JudgedMark | undefined {
  const there = marks.filter(
    (mark) =>
      mark.says === says &&
      (span === null ? true : mark.spans.some((other) => overlaps(other, span))),
  );
  const named = there.filter(({ name }) => name.about === about);
  const exact = named.find(({ name }) => name.start === span?.start && name.end === span?.end);
  if (exact ?? named[0]) return exact ?? named[0];
  return span !== null && there.length === 1 ? there[0] : undefined;
}
