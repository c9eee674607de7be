import { shortId } from "../../document/ids.ts";
import type { Passage } from "../../document/passage.ts";
import type { PassageIndex } from "../claims/passages.ts";
import { type CompareInput, compareText, passageOf } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { FigureEntry, FigureGroup, FigureRelation, PartsCheck } from "./figures.ts";
import { checkParts } from "./parts.ts";
import { createPassageLookup, type Found, firstNames, isToll } from "./placed.ts";
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
  const deps = {
    ...known,
    index,
    passages: createPassageLookup(index),
    firstNamed: firstNames(index),
  };
  const groups: FigureGroup[] = [];
  const all: Found[] = [];
  let open: Found[] = [];
  let key: string | undefined;
  const close = () => {
    for (const members of groupSameQuantity(open.sort(byPlace), deps))
      groups.push(present(members, known));
    open = [];
  };
  for await (const row of input.rows("figures")) {
    if (isNoise(row.documentId, row.reading) || row.reading.what === null) continue;
    all.push(row);
    const { what, unit } = row.reading;
    const next = isToll(what) ? what : `${what}|${unit ?? ""}`;
    if (next !== key) close();
    key = next;
    open.push(row);
  }
  close();
  const parts = new Map<string, PartsCheck[]>();
  for (const check of checkParts(all)) {
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

function placeKey({ documentId, start, end }: Passage): string {
  return `${documentId}|${start}|${end}`;
}

/** Conflicts first, then what several documents count, then the rest. */
function rank({ relation }: FigureGroup): number {
  return { conflict: 4, update: 3, compatible: 2, agree: 1, single: 0 }[relation];
}

type Known = {
  readonly published: ReadonlyMap<string, string | null>;
  readonly sources: ReadonlyMap<string, string>;
  readonly events: ReadonlyMap<string, string>;
};

function present(members: readonly Found[], known: Known): FigureGroup {
  const rows = [...members].sort(byPlace);
  const told = rows.map((row): Published => {
    const { value, range, qualifier, unit, attributedTo } = row.reading;
    return {
      documentId: row.documentId,
      value,
      range,
      qualifier,
      unit,
      attributedTo,
      published: known.published.get(row.documentId) ?? null,
      evidence: [passageOf(row, row.reading)],
      sourceId: known.sources.get(row.documentId) ?? row.documentId,
      earlier: isSuperseded(row),
    };
  });
  const superseded = supersededEntries(told);
  const entries = told.map(
    ({ sourceId: _source, earlier: _earlier, evidence, ...entry }, at): FigureEntry => ({
      ...entry,
      superseded: superseded[at] ?? false,
      sentence: sentenceOf(rows[at] as Found),
      evidence,
    }),
  );
  const first = rows[0] as Found;
  const place = rows.find(({ reading }) => reading.place !== null)?.reading.place ?? null;
  const edtf = rows.find(({ reading }) => reading.edtf !== null)?.reading.edtf ?? null;
  const units = new Set(rows.map(({ reading }) => reading.unit));
  const documents = new Set(rows.map(({ documentId }) => documentId));
  const events = new Set([...documents].map((id) => known.events.get(id) ?? null));
  const { relation, conflicts, updates } = relate(entries, documents.size);
  return {
    id: shortId("figures", first.documentId, first.reading.start, first.reading.what ?? ""),
    what: first.reading.what ?? "",
    unit: units.size === 1 ? first.reading.unit : "people",
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

function sentenceOf(row: Found): Passage {
  return passageOf(row, row.sentence);
}

/** Says of a conflict whether the numbers were published at different times. */
function reasonOf(
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
