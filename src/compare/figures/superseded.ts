import type { Row } from "../input.ts";
import type { FigureEntry } from "./figures.ts";
import { type Bounds, boundsOf } from "./relate.ts";

/** How far before a number its sentence may call it an earlier one, in characters. */
const reach = 120;

/**
 * A number that the text itself calls replaced.
 *
 *     The strike killed 32, updating an earlier toll of 15.      The toll rose to 32 from 15.
 *                                    ^^^^^^^^^^^^       ^^                          ^^^^ ^^
 */
const earlier =
  /\b(?:earlier|previous|initial|preliminary|prior|former)\s(?:[\p{L}-]+\s){0,2}(?:tolls?|figures?|numbers?|counts?|estimates?|reports?|tally|tallies|totals?)\b[^.;:]*$/iu;
const upFrom =
  /\b(?:up|down|(?:rose|risen|rises|rising|climbed|revised|raised|increased|corrected|updated)\s(?:\p{L}+\s){0,3}(?:to\s(?:\S+\s){1,4}?)?)\s?from\s(?:at\sleast\s|about\s|an?\s)?$/iu;
const atFirst =
  /\b(?:initially|at first|originally|previously|earlier)\s(?:said|reported|put|gave|announced|told|estimated|counted)\b[^.;:]*$/i;

export function isSuperseded({
  reading,
  sentence,
}: Pick<Row<"figures">, "reading" | "sentence">): boolean {
  const at = reading.start - sentence.start;
  const before = sentence.text.slice(Math.max(0, at - reach), at);
  return earlier.test(before) || upFrom.test(before) || atFirst.test(before);
}

/** An entry with who published it. */
export type Published = Omit<FigureEntry, "superseded" | "sentence"> & {
  readonly sourceId: string;
  /** The text itself calls it an earlier number. */
  readonly earlier: boolean;
};

/**
 * Which entries have been replaced: those with a number that a text calls an earlier one, and those
 * whose source (or whoever it names for the number) gave only numbers later with which they cannot
 * both hold.
 */
export function supersededEntries(entries: readonly Published[]): boolean[] {
  const called = new Set(entries.filter(({ earlier }) => earlier).map(({ value }) => value));
  const kept = new Set(
    entries
      .filter(({ earlier, qualifier }) => !earlier && qualifier !== null)
      .map(({ value }) => value),
  );
  const replaced = entries.map(
    ({ earlier, value, qualifier }) =>
      earlier || (value !== null && qualifier === null && called.has(value) && !kept.has(value)),
  );
  const givers = new Map<string, number[]>();
  entries.forEach(({ sourceId, attributedTo, published }, at) => {
    if (published === null) return;
    const keys = [`source|${sourceId}`];
    if (attributedTo !== null) keys.push(`name|${attributedTo.toLowerCase()}`);
    for (const key of keys) {
      const list = givers.get(key);
      if (list) list.push(at);
      else givers.set(key, [at]);
    }
  });
  for (const own of givers.values()) markReplaced(own, entries, replaced);
  return replaced;
}

/** `own` are the entries of one giver. Numbers given at one time replace none of each other. */
function markReplaced(
  own: readonly number[],
  entries: readonly Published[],
  replaced: boolean[],
): void {
  const dated = own
    .flatMap((at) => {
      const entry = entries[at];
      const { published = null } = entry ?? {};
      return entry && published !== null ? [{ at, published, bounds: boundsOf(entry) }] : [];
    })
    .sort((a, b) => (a.published < b.published ? 1 : a.published > b.published ? -1 : a.at - b.at));
  const later = new Map<string, { bounds: Bounds; published: string }>();
  for (const { at, published, bounds } of dated) {
    const after = [...later.values()].filter((other) => isBefore(published, other.published));
    if (
      after.length > 0 &&
      after.every((other) => bounds[1] < other.bounds[0] || other.bounds[1] < bounds[0])
    )
      replaced[at] = true;
    const key = bounds.join("|");
    if (!later.has(key)) later.set(key, { bounds, published });
  }
}

/** Surely before: on an earlier day, or at an earlier time where both are known. */
function isBefore(a: string, b: string): boolean {
  return a.slice(0, 10) < b.slice(0, 10) || (a.includes("T") && b.includes("T") && a < b);
}
