import { shortId } from "../../document/ids.ts";
import type { Passage } from "../../document/passage.ts";
import type { PassageIndex } from "../claims/passages.ts";
import { type CompareInput, compareText, passageOf, type Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { FigureEntry, FigureGroup, FigureRelation, PartsCheck } from "./figures.ts";
import { type Found, findKinds, isToll } from "./kinds.ts";
import { createPassageLookup } from "./lookup.ts";
import { checkParts } from "./parts.ts";
import { firstNames, startsOfCues } from "./placed.ts";
import { relate } from "./relate.ts";
import { byPlace, groupSameQuantity } from "./same-quantity.ts";
import { isSuperseded, type Published, supersededEntries } from "./superseded.ts";

/**
 * Walks the figures, sorted by what they count and its unit, and sets equal quantities side by side.
 * `events` tells the event of each document, where it is known.
 */
export async function compareFigures(
  input: CompareInput,
  index: PassageIndex,
  isNoise: NoiseTest,
  events: ReadonlyMap<string, string> = new Map(),
): Promise<FigureGroup[]> {
  const known: Known = {
    published: new Map(input.documents.map((card) => [card.id, card.published])),
    sources: new Map(input.documents.map((card) => [card.id, card.sourceId])),
    events,
  };
  const rows: Row<"figures">[] = [];
  for await (const row of input.rows("figures"))
    if (!isNoise(row.documentId, row.reading)) rows.push(row);
  rows.sort(byPlace);
  const passages = createPassageLookup(index);
  const deps = {
    ...known,
    index,
    passages,
    cueStarts: startsOfCues(index),
    figuresIn: figuresBySentence(rows),
    firstNamed: firstNames(index),
  };
  const kinds = new Map<string, Found[]>();
  for (const row of findKinds(rows, passages, index)) {
    const list = kinds.get(row.kind);
    if (list) list.push(row);
    else kinds.set(row.kind, [row]);
  }
  const groups = [...kinds.values()].flatMap((open) =>
    groupSameQuantity(open, deps).map((members) => present(members, known)),
  );
  const parts = new Map<string, PartsCheck[]>();
  for (const check of checkParts(rows)) {
    const key = placeKey(check.evidence[0]);
    parts.set(key, [...(parts.get(key) ?? []), check]);
  }
  return groups
    .map((group) => ({
      ...group,
      parts: group.entries.flatMap(({ evidence: [own] }) => parts.get(placeKey(own)) ?? []),
    }))
    .sort(
      (a, b) =>
        rank(b) - rank(a) ||
        b.documents - a.documents ||
        b.parts.length - a.parts.length ||
        compareText(a.what, b.what),
    );
}

/** Makes the function that gives the figures of a figure's sentence. */
export function figuresBySentence(
  rows: readonly Row<"figures">[],
): (row: Row<"figures">) => readonly Row<"figures">[] {
  const keyOf = ({ documentId, sentence }: Row<"figures">) => `${documentId}|${sentence.start}`;
  const of = new Map<string, Row<"figures">[]>();
  for (const row of rows) {
    const list = of.get(keyOf(row));
    if (list) list.push(row);
    else of.set(keyOf(row), [row]);
  }
  return (row) => of.get(keyOf(row)) ?? [];
}

function placeKey({ documentId, start, end }: Passage): string {
  return `${documentId}|${start}|${end}`;
}

/** Conflicts first, then what several documents count, then the rest. */
function rank({ relation }: FigureGroup): number {
  return { conflict: 4, update: 3, compatible: 2, agree: 1, single: 0 }[relation];
}

/** What is known of the documents of figures. */
export type Known = {
  readonly published: ReadonlyMap<string, string | null>;
  readonly sources: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
  /** Entries that were made before, where the same figures are shown again and again. */
  readonly made?: WeakMap<Found, Made>;
};

/** A figure as it is shown; whether another number has replaced it hangs on those beside it. */
export type Made = {
  readonly told: Published;
  readonly entry: (isReplaced: boolean) => FigureEntry;
};

/** The figures of one quantity as they are shown. */
export function present(members: readonly Found[], known: Known): FigureGroup {
  const rows = [...members].sort(byPlace);
  const made = rows.map((row) => madeOf(row, known));
  const superseded = supersededEntries(made.map(({ told }) => told));
  const entries = made.map(({ entry }, at) => entry(superseded[at] ?? false));
  const first = rows[0] as Found;
  const place = rows.find(({ reading }) => reading.place !== null)?.reading.place ?? null;
  const edtf = rows.find(({ reading }) => reading.edtf !== null)?.reading.edtf ?? null;
  const units = rows.map(({ reading }) => reading.unit);
  const documents = new Set(rows.map(({ documentId }) => documentId));
  const events = new Set([...documents].map((id) => known.events.get(id) ?? null));
  const { relation, conflicts, updates } = relate(entries, documents.size);
  return {
    id: shortId("figures", first.documentId, first.reading.start, first.reading.what ?? ""),
    what: mostOften(rows.map(({ reading }) => reading.what)) ?? "",
    unit: isToll(first.reading.what) && new Set(units).size > 1 ? "people" : mostOften(units),
    place,
    edtf,
    entries,
    relation,
    conflicts,
    updates,
    event: events.size === 1 ? ([...events][0] ?? null) : null,
    parts: [],
    documents: documents.size,
    reason: reasonOf(relation, entries, conflicts),
    rule: "same-quantity",
  };
}

function madeOf(row: Found, known: Known): Made {
  const before = known.made?.get(row);
  if (before) return before;
  const { value, range, qualifier, unit, attributedTo } = row.reading;
  const shown = {
    documentId: row.documentId,
    value,
    range,
    qualifier,
    unit,
    attributedTo,
    published: known.published.get(row.documentId) ?? null,
  };
  const evidence = [passageOf(row, row.reading)] as const;
  const sentence = sentenceOf(row);
  const entries: (FigureEntry | undefined)[] = [];
  const made: Made = {
    told: {
      ...shown,
      evidence,
      sourceId: known.sources.get(row.documentId) ?? row.documentId,
      earlier: isSuperseded(row),
    },
    entry: (superseded) => {
      const nth = Number(superseded);
      const one = entries[nth] ?? { ...shown, superseded, sentence, evidence };
      entries[nth] = one;
      return one;
    },
  };
  known.made?.set(row, made);
  return made;
}

function sentenceOf(row: Found): Passage {
  return passageOf(row, row.sentence);
}

/** The value that stands most often; of those that do equally, the first. */
function mostOften(values: readonly (string | null)[]): string | null {
  const counts = new Map<string | null, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  const [best] = [...counts].sort((a, b) => b[1] - a[1]);
  return best?.[0] ?? null;
}

/** Says of a conflict whether the numbers were published at different times. */
export function reasonOf(
  relation: FigureRelation,
  entries: readonly FigureEntry[],
  conflicts: FigureGroup["conflicts"],
): string {
  const updated = conflicts.every(([a, b]) => {
    const dates = [entries[a]?.published, entries[b]?.published];
    return dates[0] && dates[1] && dates[0] !== dates[1];
  });
  return relation === "conflict" && updated
    ? `${reasons.conflict}; they were published on different days, so that one may update the other`
    : reasons[relation];
}

const reasons: Readonly<Record<FigureRelation, string>> = {
  single: "one document gives this figure",
  agree: "all documents give the same number",
  compatible: "the numbers differ but can all hold, as they are qualified",
  update: "numbers that cannot both hold differ in time: the one has been replaced by the other",
  conflict: "at least two of the numbers cannot both hold",
};
