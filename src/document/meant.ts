import { overlaps, type Span } from "./span.ts";

/** Readings under one passage that are told of at once; more would bury the passage. */
const mostTold = 4;

/**
 * Which of some readings a passage shows, by their index, in the order of the text: those that stand
 * in it. Where one has exactly its span, that one is meant, and no other is told. A reading stands on
 * one span or on several.
 */
export function meantBy(passage: Span, readings: readonly (readonly Span[])[]): number[] {
  const found: { at: number; exact: boolean; index: number }[] = [];
  for (const [index, spans] of readings.entries()) {
    if (!spans.some((span) => overlaps(span, passage))) continue;
    found.push({
      at: Math.min(...spans.map(({ start }) => start)),
      exact: spans.some(({ start, end }) => start === passage.start && end === passage.end),
      index,
    });
  }
  const exact = found.filter((one) => one.exact);
  return (exact.length > 0 ? exact : found)
    .sort((a, b) => a.at - b.at)
    .slice(0, mostTold)
    .map(({ index }) => index);
}
