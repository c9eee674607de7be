import type { Span } from "../../document/span.ts";
import type { Attitude } from "./attribution.ts";

/** An attribution before its source is named: what a rule finds in one stretch. */
export type Found = {
  readonly source: readonly Span[];
  readonly cue: readonly Span[];
  readonly content: readonly Span[];
  readonly attitude: Attitude;
  readonly distancing: boolean;
  readonly negated: boolean;
  /** Words that name whom the source spoke to or what it leaned on, nearest to the source last. */
  readonly via: readonly Span[];
  readonly rule: string;
};
