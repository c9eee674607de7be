import type { FigureRow, FigureRowEntry } from "../../../serve/types.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { texts } from "../../texts.ts";

const words = texts.figures;

/** Which way a number is open: "at least 13" up, "up to 20" down, "around 30" both, 30 none. */
export type Openness = "up" | "down" | "about" | "exact";

const openings: Readonly<Record<string, Openness>> = {
  "at least": "up",
  "more than": "up",
  over: "up",
  "a minimum of": "up",
  "no fewer than": "up",
  "not less than": "up",
  "at most": "down",
  "up to": "down",
  "fewer than": "down",
  "less than": "down",
  under: "down",
  nearly: "down",
  almost: "down",
  "no more than": "down",
};

export function opennessOf(qualifier: string | null): Openness {
  if (qualifier === null || qualifier === "" || qualifier === "exactly") return "exact";
  return openings[qualifier.toLowerCase()] ?? "about";
}

/** The number as the source has it: "at least 14", "12 to 16". */
export function figureInWords(
  entry: Pick<FigureRowEntry, "value" | "range" | "qualifier">,
): string {
  const number = entry.value !== null ? formatNumber(entry.value) : rangeInWords(entry.range);
  return entry.qualifier ? `${entry.qualifier} ${number}` : number;
}

function rangeInWords(range: FigureRowEntry["range"]): string {
  return range ? words.range(formatNumber(range[0]), formatNumber(range[1])) : words.noNumber;
}

/** Lowest and highest number that the entry draws; null where there is none to draw. */
export function extentOf(entry: Pick<FigureRowEntry, "value" | "range">): [number, number] | null {
  if (entry.range) return [entry.range[0], entry.range[1]];
  return entry.value === null ? null : [entry.value, entry.value];
}

/** Numbers further apart than this many times are drawn on a logarithmic axis. */
const logarithmicFrom = 30;

/** The axis that holds every number of the group: a little room at both ends. */
export function axisOf(group: Pick<FigureRow, "entries">): {
  domain: [number, number];
  type: "linear" | "log";
} {
  const ends = group.entries.flatMap((entry) => extentOf(entry) ?? []);
  const low = Math.min(...ends);
  const high = Math.max(...ends);
  if (ends.length === 0) return { domain: [0, 1], type: "linear" };
  if (low > 0 && high / low > logarithmicFrom)
    return { domain: [low / 1.6, high * 1.6], type: "log" };
  const room = (high - low || Math.abs(high) || 1) * 0.14;
  return { domain: [low >= 0 ? Math.max(0, low - room) : low - room, high + room], type: "linear" };
}

/** One number as several sources have it. */
export type SharedNumber = { readonly said: string; readonly entries: readonly FigureRowEntry[] };

/** The entries that give the same number, as their own or as somebody else's; most given first. */
export function sharedNumbers(entries: readonly FigureRowEntry[]): SharedNumber[] {
  const shared = new Map<string, FigureRowEntry[]>();
  for (const entry of entries) {
    const said = `${figureInWords(entry)}${entry.attributedTo === null ? "" : words.somebodysWord}`;
    const same = shared.get(said);
    if (same) same.push(entry);
    else shared.set(said, [entry]);
  }
  return [...shared]
    .map(([said, same]) => ({ said, entries: same }))
    .sort((a, b) => b.entries.length - a.entries.length);
}

/** The address of a shared number within its group. */
export function sharedKey(said: string): string {
  return `number:${said}`;
}

type Pair = readonly [FigureRowEntry, FigureRowEntry];

/** Pairs of numbers that cannot both hold, each once, with the first entries that give them. */
export function conflictingNumbers({
  entries,
  conflicts,
}: Pick<FigureRow, "entries" | "conflicts">): Pair[] {
  const pairs = new Map<string, Pair>();
  for (const [a, b] of conflicts) {
    const [first, second] = [entries[a], entries[b]];
    if (!first || !second) continue;
    const pair: Pair = [first, second];
    if (!pairs.has(pairKey(pair))) pairs.set(pairKey(pair), pair);
  }
  return [...pairs.values()];
}

/** The same for 15 and 8 as for 8 and 15. */
export function pairKey(pair: Pair): string {
  return pair.map(figureInWords).sort().join(" ≠ ");
}

/** The addresses of entries within their group: the document and where its passage starts. */
export function entryKey(entry: Pick<FigureRowEntry, "documentId" | "start">): string {
  return `${entry.documentId}@${entry.start}`;
}
