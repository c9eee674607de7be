import { z } from "zod";
import type { Question } from "../../compare/findings.ts";
import { burstLine, pileOnLine, reachLine } from "./carried.ts";
import { claim } from "./claims.ts";
import { figureGroup } from "./figures.ts";
import { judgement } from "./judgements.ts";
import { manifest } from "./manifest.ts";
import { reusedText } from "./origins.ts";
import { list } from "./parts.ts";
import { silenceRow } from "./silence.ts";
import { sourcing } from "./sourcing.ts";
import { spread, spreadManifest } from "./spread.ts";
import { eventGroup, timelineEvent } from "./timeline.ts";
import { wording } from "./wording.ts";

/** Raised when a field is removed or changes its meaning; new fields may come at any time. */
const resultsSchemaVersion = 1;
/** Those whose form has changed in what it means. */
const laterVersions: Readonly<Record<string, number>> = { claims: 2 };

/** The form of each JSON file that `parallax analyze --out` writes. */
export const resultSchemas = {
  claims: list(claim).describe("Who says it: the claims, as found and as asked in the checklist"),
  figures: list(figureGroup).describe("How many: every source's number for each quantity"),
  wording: wording.describe("In which words: labels by source, and words that one side uses more"),
  silence: list(silenceRow).describe("Who is silent: what one side carries and another does not"),
  sourcing: sourcing.describe("Says who: whom each source quotes, and through whom"),
  origins: list(reusedText).describe("Copied from where: texts that others repeat"),
  timeline: list(timelineEvent).describe("When: dated events"),
  events: list(eventGroup).describe("Which documents report one event"),
  judgements: list(judgement).describe(
    "What people said of the findings, which it never changes: those that were not undone",
  ),
  manifest,
} as const satisfies Record<Question | "events" | "judgements" | "manifest", z.ZodType>;

/** The form of the JSON files that `parallax spread --out` writes: spread.json and manifest.json. */
export const spreadSchemas = {
  spread: spread.describe("Who acts together, and all else that was asked"),
  "spread-manifest": spreadManifest,
} as const;

/** The form of each line that these commands write with `--json`. */
export const lineSchemas = {
  reach: reachLine.describe("How far something was carried, who shares words, who has reach"),
  "pile-ons": pileOnLine.describe("A pile-on: senders as a whole, the target masked"),
  bursts: burstLine.describe("A time in which something had more than its usual share"),
} as const;

/** The JSON Schemas as published, by path from the package's folder. */
export function resultPapers(): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries({ ...resultSchemas, ...spreadSchemas, ...lineSchemas }).map(([name, schema]) => {
      const of = Object.hasOwn(lineSchemas, name)
        ? `A line of parallax ${name} --json`
        : `${name}.json of Parallax`;
      const version = laterVersions[name] ?? resultsSchemaVersion;
      const paper = {
        $id: `parallax-${name}-${version}`,
        title: `${of}, version ${version}`,
        ...z.toJSONSchema(schema, {
          target: "draft-2020-12",
          override: ({ jsonSchema }) => {
            delete jsonSchema.readOnly;
          },
        }),
      };
      return [`docs/results/${name}.schema.json`, `${JSON.stringify(paper, null, 2)}\n`];
    }),
  );
}
