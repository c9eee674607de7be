import type { DocumentCard } from "../../document/case.ts";
import {
  cellMark,
  copyMark,
  figureMark,
  type JudgedQuestion,
  labelMark,
  type MarkName,
  readingMark,
  saysOf,
} from "../../document/judgement.ts";
import { overlaps, type Span } from "../../document/span.ts";
import type { Readings } from "../../read/readings.ts";
import { absentCell } from "../claims/cells.ts";
import type { Findings } from "../findings.ts";

/** A mark of one document that can be judged, with all places that show it. */
export type JudgedMark = {
  readonly name: MarkName;
  readonly says: string;
  readonly rule: string;
  /** Where it is told, the first as in its name; none where it stands on the whole document. */
  readonly spans: readonly Span[];
};

/** What the marks of a document are made from; its readings where labels or readings are asked for. */
export type MarkSource = {
  readonly findings: Pick<Findings, "claims" | "figures" | "wording" | "origins">;
  readonly card: DocumentCard;
  readonly readings: Readings | null;
};

/** Every mark of one document that answers one question. */
export function marksOf(question: JudgedQuestion, source: MarkSource): JudgedMark[] {
  return makers[question](source);
}

const makers: Readonly<Record<JudgedQuestion, (source: MarkSource) => JudgedMark[]>> = {
  claims: ({ findings, card }) =>
    findings.claims.map((claim) => {
      const cell =
        claim.cells.find(({ documentId }) => documentId === card.id) ?? absentCell(card, claim);
      return {
        name: cellMark(claim.statement, cell),
        says: saysOf(cell),
        rule: cell.rule,
        spans: cell.passages,
      };
    }),
  figures: ({ findings, card }) =>
    findings.figures.flatMap((group) =>
      group.entries
        .filter(({ documentId }) => documentId === card.id)
        .map((entry) => ({
          name: figureMark(group.what, entry),
          says: saysOf(entry),
          rule: group.rule,
          spans: entry.evidence.slice(0, 1),
        })),
    ),
  wording: ({ findings, card, readings }) =>
    findings.wording.rows.flatMap(({ labels, rule }) =>
      labels.flatMap(({ label, uses }) =>
        uses
          .filter(({ sourceId }) => sourceId === card.sourceId)
          .flatMap(({ evidence }) => evidence.filter(({ documentId }) => documentId === card.id))
          .map((passage) => {
            const read = readings?.wording.find((one) => overlaps(one, passage));
            return {
              name: labelMark(label, passage),
              says: read ? read.voice : "",
              rule,
              spans: [passage],
            };
          }),
      ),
    ),
  origins: ({ findings, card }) =>
    findings.origins.flatMap((text) =>
      text.copies
        .filter(({ documentId }) => documentId === card.id)
        .map((copy) => ({
          name: copyMark(text.documentId, copy),
          says: saysOf(copy),
          rule: text.rule,
          spans: copy.evidence.slice(0, 1),
        })),
    ),
  readings: ({ card, readings }) =>
    readings === null
      ? []
      : kinds.flatMap((kind) =>
          readings[kind].flatMap((reading) => {
            const name = readingMark(kind, card.id, reading);
            if (!Number.isFinite(name.start)) return [];
            return { name, says: saysOf(reading), rule: reading.rule, spans: [name] };
          }),
        ),
};

/** The readings that can be judged. */
const kinds = [
  "attributions",
  "figures",
  "dates",
  "wording",
  "references",
  "mentions",
  "scareQuotes",
  "voices",
  "noise",
] as const;
