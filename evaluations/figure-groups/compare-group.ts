import { indexPassages } from "../../src/compare/claims/passages.ts";
import { readTermsWith } from "../../src/compare/claims/statement.ts";
import { eventOfDocuments, findEvents } from "../../src/compare/events/find-events.ts";
import { compareFigures } from "../../src/compare/figures/compare-figures.ts";
import type { FigureGroup } from "../../src/compare/figures/figures.ts";
import { memoryInput } from "../../src/compare/input.ts";
import { readNoiseTest } from "../../src/compare/noise.ts";
import { documentOf } from "../../src/document/document-of.ts";
import { readingsOf, sharedReader } from "../reading.ts";
import { noCase, seedCard } from "../seed-case.ts";

/** A report as the set has it. */
export type Report = { readonly id: string; readonly source: string; readonly text: string };

/** The figure groups of a case that holds these reports only. */
export async function compareGroup(
  reports: readonly Report[],
  published: Readonly<Record<string, string>>,
): Promise<FigureGroup[]> {
  const input = memoryInput(
    noCase,
    reports.map(({ id, source, text }) => {
      const document = documentOf(text, { id, published: published[id] ?? null });
      const readings = readingsOf(document);
      return {
        card: { ...seedCard(document, readings), sourceId: source, sourceName: source },
        text,
        readings,
      };
    }),
  );
  const index = await indexPassages(input, readTermsWith(sharedReader()));
  const events = eventOfDocuments(await findEvents(input, index));
  return compareFigures(input, index, await readNoiseTest(input), events);
}
