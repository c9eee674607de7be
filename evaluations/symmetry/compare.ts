import type { Document } from "../../src/document/document.ts";
import type { Reader } from "../../src/read/read.ts";
import type { Readings } from "../../src/read/readings.ts";
import { type Exchanged, exchange, type Swap } from "./exchange.ts";

export type Kind = keyof Readings;

/** Readings of one kind of a text and of the exchanged text: how many are the same, and which not. */
export type Difference = {
  readonly kind: Kind;
  readonly same: number;
  readonly all: number;
  readonly only: readonly { readonly of: "text" | "exchanged"; readonly reading: string }[];
};

/** Reads a text and the text with names exchanged; every reading in the original's names and places. */
export function differences(
  document: Document,
  swap: Swap,
  reader: Reader,
): { readonly exchanged: string; readonly found: readonly Difference[] } {
  const exchanged = exchange(document.text, swap);
  const terms = termsOf(swap, reader, document);
  const one = reader(document);
  const other = reader({ ...document, text: exchanged.text });
  const kinds = Object.keys(one) as Kind[];
  const bare = withoutArticles(swap);
  const found = kinds.map((kind) =>
    difference(
      kind,
      inOriginal(one[kind], {
        place: exchanged.own,
        name: (name) => bare(exchange(name, swap).text),
        terms,
      }),
      inOriginal(other[kind], { place: exchanged.back, name: bare, terms: new Map() }),
    ),
  );
  return { exchanged: exchanged.text, found };
}

/** "the Gambia" is read as "Gambia" where "Tuvalu" is: an article is no part of a name. */
function withoutArticles(swap: Swap): (text: string) => string {
  const names = [...swap.keys()].filter((name) => /^(?:the|an?) /i.test(name));
  return (text) =>
    names.reduce((left, name) => left.replaceAll(name, name.replace(/^\S+ /, "")), text);
}

type Names = {
  readonly place: Exchanged["back"];
  readonly name: (text: string) => string;
  readonly terms: ReadonlyMap<string, string>;
};

function difference(kind: Kind, one: unknown, other: unknown): Difference {
  const listed = (value: unknown) =>
    (Array.isArray(value) ? value : [value]).map((item) => JSON.stringify(item));
  const left = listed(one);
  const right = listed(other);
  const open = new Map<string, number>();
  for (const item of left) open.set(item, (open.get(item) ?? 0) + 1);
  const added = right.filter((item) => {
    const count = open.get(item) ?? 0;
    if (count > 0) open.set(item, count - 1);
    return count === 0;
  });
  const missing = left.filter((item) => {
    const count = open.get(item) ?? 0;
    if (count > 0) open.set(item, count - 1);
    return count > 0;
  });
  return {
    kind,
    same: right.length - added.length,
    all: Math.max(left.length, right.length),
    only: [
      ...missing.map((reading) => ({ of: "text" as const, reading })),
      ...added.map((reading) => ({ of: "exchanged" as const, reading })),
    ],
  };
}

const termLists = new Set(["terms", "negated", "leftOpen", "names", "verbs"]);

/** A reading in the original's places and the exchanged text's names. */
function inOriginal(value: unknown, to: Names, key = ""): unknown {
  if (typeof value === "string") return key === "rule" ? value : to.name(value);
  if (typeof value === "number")
    return key === "start" || key === "end" || key === "places" ? to.place(value) : value;
  if (Array.isArray(value)) {
    if (!termLists.has(key)) return value.map((one) => inOriginal(one, to, key));
    return value.map((term: unknown) => to.terms.get(String(term)) ?? term);
  }
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, one]) => [name, inOriginal(one, to, name)]),
  );
}

/** The terms of each name and those of the name that takes its place. */
function termsOf(swap: Swap, reader: Reader, document: Document): Map<string, string> {
  const read = (name: string) => {
    const [sentence] = reader({ ...document, text: `We were in ${name} for a while.` }).sentences;
    return sentence?.terms.filter((term) => term !== "while") ?? [];
  };
  const terms = new Map<string, string>();
  for (const [from, to] of swap) {
    const own = read(from);
    const others = read(to);
    if (own.length !== others.length) continue;
    for (const [at, term] of own.entries())
      if (!terms.has(term)) terms.set(term, others[at] ?? term);
  }
  return terms;
}
