import type { Pair } from "./names.ts";

/** A text with names exchanged, and where its places stand in the text that it came from. */
export type Exchanged = {
  readonly text: string;
  /** A place of `text` as one of the original; inside a name, half a place behind its start. */
  readonly back: (offset: number) => number;
  /** A place of the original in the same terms. */
  readonly own: (offset: number) => number;
};

type Replaced = {
  readonly start: number;
  readonly end: number;
  readonly at: number;
  readonly found: string;
  readonly by: string;
};

/** The word for one in the other's place: name → name, both ways, also in capitals and lower case. */
export type Swap = ReadonlyMap<string, string>;

export function swapOf({ one, other }: Pick<Pair, "one" | "other">): Swap {
  const swap = new Map<string, string>();
  const add = (a: string, b: string) => {
    if (!swap.has(a)) swap.set(a, b);
  };
  const manners = [
    (name: string) => name,
    (name: string) => name.slice(0, 1).toUpperCase() + name.slice(1),
    (name: string) => name.toUpperCase(),
    // "us" is no country.
    (name: string) => (name === "US" ? name : name.toLowerCase()),
  ];
  // With its article first; the name alone ("US officials") where nothing else claims it.
  const bare = (name: string) => name.replace(/^(?:the|an?) /, "");
  for (const form of [(name: string) => name, bare])
    for (const manner of manners) {
      for (const [at, name] of one.entries()) {
        add(manner(form(name)), manner(form(other[at] ?? name)));
        add(manner(form(other[at] ?? name)), manner(form(name)));
      }
    }
  return swap;
}

/** Exchanges whole words, the longest name first, all at once. */
export function exchange(text: string, swap: Swap): Exchanged {
  const names = [...swap.keys()].sort((a, b) => b.length - a.length);
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{M}\\p{N}])(?:${names.map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")).join("|")})(?![\\p{L}\\p{M}\\p{N}])`,
    "gu",
  );
  const replaced: Replaced[] = [];
  let shift = 0;
  const exchanged = text.replace(pattern, (found, start: number) => {
    const other = swap.get(found) ?? found;
    // "Poles said": "The Dutch said".
    const by =
      /^\p{Lu}.*\p{Ll}/u.test(found) && opening.test(text.slice(Math.max(0, start - 3), start))
        ? other.slice(0, 1).toUpperCase() + other.slice(1)
        : other;
    replaced.push({ start, end: start + found.length, at: start + shift, found, by });
    shift += by.length - found.length;
    return by;
  });
  return {
    text: exchanged,
    back: (offset) => placed(offset, replaced, ({ at, by }) => [at, by]),
    own: (offset) => placed(offset, replaced, ({ start, found }) => [start, found]),
  };
}

/** What stands before the first word of a sentence. */
const opening = /(?:^|[.!?“‘]\s*|\n\s*|— )$/;

function placed(
  offset: number,
  replaced: readonly Replaced[],
  nameOf: (one: Replaced) => readonly [number, string],
): number {
  let by = 0;
  for (const one of replaced) {
    const [start, name] = nameOf(one);
    const end = start + name.length;
    // A name may be taken with its article or without.
    const article = /^(?:the|an?) /i.exec(name)?.[0].length ?? 0;
    if (offset === start + article) return one.start;
    if (offset <= start) break;
    if (offset < end) return one.start + 0.5;
    by = one.end - end;
  }
  return offset + by;
}
