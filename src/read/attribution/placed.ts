import type { Span } from "../../document/span.ts";
import type { CueFrame } from "../../lexicon/cues.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Anchor } from "./anchors.ts";
import type { Found } from "./found.ts";
import type { Phrase } from "./subjects.ts";
import type { Stretch, Unit } from "./units.ts";

/** A found attribution with the unit where its words begin, so that neighbours can be told apart. */
export type Placed = Found & {
  readonly from: number;
  readonly to: number;
  /** The content is still to come: in the quotes that follow, or as a whole after a colon. */
  readonly open: false | "quote" | "colon";
};

export type Speaker = {
  readonly phrase: Phrase | null;
  readonly shared: boolean;
  readonly from: number;
};

/** What follows a cue. */
export type Follow =
  | { readonly kind: "none" | "open"; readonly at: number }
  | { readonly kind: "content"; readonly at: number; readonly frame: CueFrame };

export type Context = {
  readonly stretch: Stretch;
  readonly anchors: readonly Anchor[];
  readonly starts: readonly number[];
  readonly index: number;
  readonly main: Phrase | null;
  readonly lastSpeaker: Phrase | null;
  readonly lexicon: Lexicon;
  readonly before: Stretch | undefined;
};

export type Result = { placed: Placed; blocked: number; speaker: Phrase | null };

export function spanOf(units: readonly Unit[], from: number, to: number): Span {
  return { start: (units[from] as Unit).start, end: (units[to - 1] as Unit).end };
}

/** As `spanOf`, without marks and conjunctions at the ends. */
export function contentSpan(units: readonly Unit[], start: number, stop: number): Span {
  let from = start;
  let to = stop;
  while (from < to && /^[,:;.…)]$/.test((units[from] as Unit).lower)) from++;
  while (to > from && /^[,:;.…(]$/.test((units[to - 1] as Unit).lower)) to--;
  if (from >= to) return { start: units[start]?.start ?? 0, end: units[start]?.start ?? 0 };
  return spanOf(units, from, to);
}
