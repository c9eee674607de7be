import type { Readings } from "../read/readings.ts";
import type { Kind, StoredRow } from "./store.ts";

/** One reading as the database gives it: document, start and end of its sentence, sentence, JSON. */
export type KeptRow = readonly unknown[];

/** One finding as the database keeps it. */
export type KeptFinding = {
  readonly question: string;
  readonly ordinal: number;
  readonly json: string;
};

/**
 * Findings can be long: so many characters of them are handed over at a time. All in one transaction
 * did not fit into the database's memory with 10,000 documents, and whoever asks a served case
 * something meanwhile waits for no more than one such part.
 */
const mostPendingCharacters = 2_000_000;

/** A kept reading as it is handed to a walk. */
export function rowOf<K extends Kind>(row: KeptRow): StoredRow<K> {
  const [documentId, start, end, text, record] = row;
  return {
    documentId: documentId as string,
    sentence: { start: start as number, end: end as number, text: text as string },
    reading: JSON.parse(record as string) as Readings[K][number],
  };
}

/** All findings as JSON, in their order, so many at a time as may wait in memory. */
export function* keptFindings(
  findings: Readonly<Record<string, readonly unknown[]>>,
): Generator<readonly KeptFinding[]> {
  let batch: KeptFinding[] = [];
  let pending = 0;
  for (const [question, records] of Object.entries(findings))
    for (const [ordinal, record] of records.entries()) {
      const json = JSON.stringify(record);
      batch.push({ question, ordinal, json });
      pending += json.length;
      if (pending < mostPendingCharacters) continue;
      yield batch;
      batch = [];
      pending = 0;
    }
  if (batch.length > 0) yield batch;
}
