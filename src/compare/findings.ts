import type { Claim } from "./claims/claims.ts";
import type { EventGroup } from "./events/events.ts";
import type { FigureGroup } from "./figures/figures.ts";
import type { ReusedText } from "./origins/origins.ts";
import type { SilenceRow } from "./silence/silence.ts";
import type { Sourcing } from "./sourcing/sourcing.ts";
import type { TimelineEvent } from "./timeline/timeline.ts";
import type { Wording } from "./wording/wording.ts";

/** The answers to all questions put to a case. Also the form of the JSON files that are written. */
export type Findings = {
  readonly claims: readonly Claim[];
  readonly figures: readonly FigureGroup[];
  readonly wording: Wording;
  readonly silence: readonly SilenceRow[];
  readonly sourcing: Sourcing;
  readonly origins: readonly ReusedText[];
  readonly timeline: readonly TimelineEvent[];
  /** Which documents report one event: what the questions are put to, and no question itself. */
  readonly events: readonly EventGroup[];
};

export type Question = Exclude<keyof Findings, "events">;

/** In the order in which they are shown everywhere. */
export const questions: readonly Question[] = [
  "claims",
  "figures",
  "wording",
  "silence",
  "sourcing",
  "origins",
  "timeline",
];
