import type { DocumentCard } from "../../document/case.ts";
import type { PassageIndex } from "../claims/passages.ts";
import type { CompareInput, Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import { figuresBySentence, type Known, type Made, present } from "./compare-figures.ts";
import type { FigureEntry, FigureGroup } from "./figures.ts";
import { type Found, findKinds, nounKinds } from "./kinds.ts";
import { createPassageLookup } from "./lookup.ts";
import { firstNames, startsOfCues } from "./placed.ts";
import { byPlace, type Grouped, groupPlaced, joinMore } from "./same-quantity.ts";

/** The figures of a case in groups, to which those of one more document can be held for a while. */
export type OpenFigures = {
  readonly kinds: ReadonlyMap<string, string>;
  readonly grouped: ReadonlyMap<string, Grouped & { readonly from: number }>;
  readonly cards: readonly DocumentCard[];
  /** The entries of the case's figures, made once. */
  readonly made: WeakMap<Found, Made>;
  /** Number → the entries that give it, each with the number of its group in the case. */
  readonly byValue: ReadonlyMap<number, readonly Given[]>;
};

type Given = { readonly entry: FigureEntry; readonly group: number };

/** The figures of one more document among those of the case. */
export type FiguresBeside = {
  /** The quantities in which it gives a number. */
  readonly groups: readonly FigureGroup[];
  /** Entries of the case that give a number, in whichever quantity; the same objects as in `groups`. */
  readonly giving: (value: number) => readonly FigureEntry[];
};

const noEvents: ReadonlyMap<string, string> = new Map();

/** Groups the figures of a case as `compareFigures` does that knows of no events. */
export async function openFigures(
  input: CompareInput,
  index: PassageIndex,
  isNoise: NoiseTest,
): Promise<OpenFigures> {
  const rows = await rowsOf(input, isNoise);
  const passages = createPassageLookup(index);
  const kinds = nounKinds(rows, passages, index);
  const made = new WeakMap<Found, Made>();
  const known = { ...knownOf(input.documents), made };
  const deps = { ...known, ...aroundOf(rows, index), passages };
  const byKind = inKinds(findKinds(rows, passages, index, kinds));
  const grouped = new Map<string, Grouped & { readonly from: number }>();
  let from = 0;
  const byValue = new Map<number, Given[]>();
  for (const [kind, open] of byKind) {
    const one = groupPlaced(open, deps);
    grouped.set(kind, { ...one, from });
    one.groups.forEach((group, nth) => {
      const members = group.flatMap((at) => one.placed[at]?.row ?? []);
      for (const entry of present(members, known).entries) {
        if (entry.value === null) continue;
        const list = byValue.get(entry.value);
        if (list) list.push({ entry, group: from + nth });
        else byValue.set(entry.value, [{ entry, group: from + nth }]);
      }
    });
    from += one.groups.length;
  }
  return { kinds, grouped, cards: input.documents, made, byValue };
}

/** `index` is that of the case and the document, whose passages begin at `from`. */
export async function figuresBeside(
  { kinds, grouped, cards, made, byValue }: OpenFigures,
  more: CompareInput,
  { index, from, isNoise }: { index: PassageIndex; from: number; isNoise: NoiseTest },
): Promise<FiguresBeside> {
  const rows = await rowsOf(more, isNoise);
  const own = { ...index, passages: index.passages.slice(from) };
  const passages = createPassageLookup(own);
  const known = { ...knownOf([...cards, ...more.documents]), made };
  const alone = {
    ...own,
    documents: more.documents,
    attributions: index.attributions.slice(cards.length),
  };
  const deps = { ...known, ...aroundOf(rows, alone), index, passages };
  const all = new Map([...nounKinds(rows, passages, index), ...kinds]);
  const groups: FigureGroup[] = [];
  const joined = new Set<number>();
  for (const [kind, open] of inKinds(findKinds(rows, passages, index, all))) {
    const before = grouped.get(kind) ?? { placed: [], groups: [], last: new Map(), from: 0 };
    for (const { was, rows: members } of joinMore(before, open, deps)) {
      if (was !== undefined) joined.add(before.from + was);
      groups.push(present(members, known));
    }
  }
  const isOwn = new Set(more.documents.map(({ id }) => id));
  const beside = new Map<number, FigureEntry[]>();
  for (const { entries } of groups)
    for (const entry of entries) {
      if (entry.value === null || isOwn.has(entry.documentId)) continue;
      const list = beside.get(entry.value);
      if (list) list.push(entry);
      else beside.set(entry.value, [entry]);
    }
  const given = new Map<number, readonly FigureEntry[]>();
  const giving = (value: number): readonly FigureEntry[] => {
    const known = given.get(value);
    if (known) return known;
    const entries = [...(beside.get(value) ?? [])];
    for (const { entry, group } of byValue.get(value) ?? [])
      if (!joined.has(group)) entries.push(entry);
    given.set(value, entries);
    return entries;
  };
  return { groups, giving };
}

async function rowsOf(input: CompareInput, isNoise: NoiseTest): Promise<Row<"figures">[]> {
  const rows: Row<"figures">[] = [];
  for await (const row of input.rows("figures"))
    if (!isNoise(row.documentId, row.reading)) rows.push(row);
  return rows.sort(byPlace);
}

function inKinds(rows: readonly Found[]): Map<string, Found[]> {
  const kinds = new Map<string, Found[]>();
  for (const row of rows) {
    const list = kinds.get(row.kind);
    if (list) list.push(row);
    else kinds.set(row.kind, [row]);
  }
  return kinds;
}

function knownOf(cards: readonly DocumentCard[]): Known {
  return {
    published: new Map(cards.map((card) => [card.id, card.published])),
    sources: new Map(cards.map((card) => [card.id, card.sourceId])),
    events: noEvents,
  };
}

function aroundOf(rows: readonly Row<"figures">[], index: PassageIndex) {
  return {
    index,
    cueStarts: startsOfCues(index),
    figuresIn: figuresBySentence(rows),
    firstNamed: firstNames(index),
  };
}
