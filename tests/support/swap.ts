import type { Case } from "../../src/document/case.ts";

/** Two names that take each other's place. */
export type NamePair = readonly [string, string];

/**
 * Makes the function that exchanges names in a text: whole words, the longest name first, all at
 * once. A name written in lower case or in capitals throughout, or with a capital where a sentence
 * begins, is exchanged for the other in the same manner. Applied twice it gives the text back.
 *
 *     The Hesk ferry met a Corvandian one, and nobody in hesk knew.
 *         ^^^^             ^^^^^^^^^^                    ^^^^
 */
export function createSwap(pairs: readonly NamePair[]): (text: string) => string {
  const other = new Map<string, string>();
  for (const pair of pairs) {
    for (const manner of manners) {
      const [a, b] = pair.map(manner) as [string, string];
      for (const [from, to] of [
        [a, b],
        [b, a],
      ] as const) {
        if (!other.has(from)) other.set(from, to);
        else if (other.get(from) !== to && manner === manners[0])
          throw new Error(`invalid pair: ${from} and ${to} (${from} is paired with another name)`);
      }
    }
  }
  const names = [...other.keys()].sort((a, b) => b.length - a.length);
  if (names.length === 0) return (text) => text;
  const pattern = new RegExp(
    `(?<![\\p{L}\\p{N}])(?:${names.map(escaped).join("|")})(?![\\p{L}\\p{N}])`,
    "gu",
  );
  return (text) =>
    text.replace(pattern, (found) => {
      const marks = /[*_]+/.exec(found)?.[0] ?? "";
      const name = other.get(found.replace(marks, "")) ?? found;
      return marks === "" ? name : name.replace(" ", ` ${marks}`);
    });
}

/** As written, with a capital, in lower case, in capitals. */
const manners: readonly ((name: string) => string)[] = [
  (name) => name,
  (name) => name.slice(0, 1).toUpperCase() + name.slice(1),
  (name) => name.toLowerCase(),
  (name) => name.toUpperCase(),
];

/** A name as a pattern; Markdown may mark it after its article ("the *Courier*"). */
function escaped(name: string): string {
  return name.replace(/[.*+?^${}()|[\]\\]/g, "\\$&").replace(/^(the) /i, "$1 [*_]{0,2}");
}

/** Two actors or sources that stand in parallel: their names, one after the other. */
export type Parallel = { readonly kind: "actor" | "source"; readonly pairs: readonly NamePair[] };

/**
 * The actors and sources of a case's two sides, pair by pair: the first actor of one side with the
 * first of the other, name by name, and the sources likewise. Throws where they are not parallel.
 */
export function parallelsOf({ sides, sources, actors }: Case): Parallel[] {
  const [first, second] = sides.map(({ id }) => id);
  const named = [
    ...actors.map(({ side, names }) => ({ kind: "actor" as const, side, names })),
    ...sources.map(({ side, name, aliases }) => ({
      kind: "source" as const,
      side,
      names: [name, ...aliases],
    })),
  ];
  const left = named.filter(({ side }) => side === first);
  const right = named.filter(({ side }) => side === second);
  if (sides.length !== 2 || left.length !== right.length)
    throw new Error(`the sides are not parallel: ${left.length} and ${right.length} names`);
  return left.map(({ kind, names }, at) => {
    const others = right[at]?.names ?? [];
    if (kind !== right[at]?.kind || names.length !== others.length)
      throw new Error(`not parallel: ${names.join(", ")} and ${others.join(", ")}`);
    return { kind, pairs: names.map((name, nth): NamePair => [name, others[nth] ?? ""]) };
  });
}

/** The case with its names exchanged; ids, sides and files stay. */
export function swapCase(declared: Case, swap: (text: string) => string): Case {
  return {
    ...declared,
    title: swap(declared.title),
    sides: declared.sides.map((side) => ({ ...side, name: swap(side.name) })),
    sources: declared.sources.map((source) => ({
      ...source,
      name: swap(source.name),
      aliases: source.aliases.map(swap),
    })),
    actors: declared.actors.map((actor) => ({ ...actor, names: actor.names.map(swap) })),
    checklist: declared.checklist.map(swap),
  };
}
