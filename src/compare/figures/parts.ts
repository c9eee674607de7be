import { passageOf, type Row } from "../input.ts";
import type { PartsCheck } from "./figures.ts";

/**
 * Adds up the parts that a document gives of a whole.
 *
 *     420 ships were sold: 260 built in A, 110 in B and 50 in C.
 *     ^^^ whole                  ^^^ part        ^^^ part   ^^ part
 */
export function checkParts(rows: readonly Row<"figures">[]): PartsCheck[] {
  const byDocument = new Map<string, Row<"figures">[]>();
  for (const row of rows) {
    const list = byDocument.get(row.documentId);
    if (list) list.push(row);
    else byDocument.set(row.documentId, [row]);
  }
  const checks: PartsCheck[] = [];
  for (const [documentId, figures] of byDocument) {
    const ordered = figures.sort((a, b) => a.reading.start - b.reading.start);
    const parts = new Map<number, Row<"figures">[]>();
    for (const row of ordered) {
      const whole = row.reading.partOf;
      if (whole !== null && row.reading.value !== null)
        parts.set(whole, [...(parts.get(whole) ?? []), row]);
    }
    for (const [whole, members] of parts) {
      const stated = ordered.find(
        ({ reading }) => reading.value === whole && reading.partOf === null,
      );
      if (!stated) continue;
      // A part told twice ("including three children … the three children") counts once.
      const distinct = [
        ...new Map(
          members.map((row) => [`${row.reading.value}|${row.reading.what}`, row]),
        ).values(),
      ];
      const values = distinct.map(({ reading }) => reading.value ?? 0);
      const sum = values.reduce((total, value) => total + value, 0);
      checks.push({
        documentId,
        whole,
        parts: values,
        sum,
        outcome: sum === whole ? "equal" : sum < whole ? "less" : "more",
        evidence: [
          passageOf(stated, stated.reading),
          ...distinct.map((row) => passageOf(row, row.reading)),
        ],
      });
    }
  }
  return checks;
}
