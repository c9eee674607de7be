import { overlaps, type Span } from "../document/span.ts";
import type { CompareInput } from "./input.ts";

/** Tells whether a place of a document lies in noise, which takes no part in comparison. */
export type NoiseTest = (documentId: string, place: Span) => boolean;

export async function readNoiseTest(input: CompareInput): Promise<NoiseTest> {
  const noise = new Map<string, Span[]>();
  for await (const { documentId, reading } of input.rows("noise")) {
    const list = noise.get(documentId);
    if (list) list.push(reading);
    else noise.set(documentId, [reading]);
  }
  return (documentId, place) =>
    noise.get(documentId)?.some((passage) => overlaps(passage, place)) ?? false;
}
