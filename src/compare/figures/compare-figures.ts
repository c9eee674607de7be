import { shortId } from "../../document/ids.ts";
import type { PassageIndex } from "../claims/passages.ts";
import { type CompareInput, compareText, passageOf, type Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { FigureEntry, FigureGroup, FigureRelation } from "./figures.ts";
import { checkParts } from "./parts.ts";
import { boundsOf, relate } from "./relate.ts";
import { byPlace, createPassageLookup, groupSameQuantity } from "./same-quantity.ts";

type Found = Row<"figures">;

/** Walks the figures, sorted by what they count and its unit, and sets equal quantities side by side. */
export async function compareFigures(
  input: CompareInput,
  index: PassageIndex,
  isNoise: NoiseTest,
): Promise<FigureGroup[]> {
  const passages = createPassageLookup(index);
  const published = new Map(input.documents.map((card) => [card.id, card.published]));
  const groups: FigureGroup[] = [];
  const all: Found[] = [];
  let open: Found[] = [];
  let key: string | undefined;
  const close = () => {
    for (const members of groupSameQuantity(open.sort(byPlace), index, passages, published))
      groups.push(present(members, published));
    open = [];
  };
  for await (const row of input.rows("figures")) {
    if (isNoise(row.documentId, row.reading) || row.reading.what === null) continue;
    all.push(row);
    const next = `${row.reading.what}|${row.reading.unit ?? ""}`;
    if (next !== key) close();
    key = next;
    open.push(row);
  }
  close();
  const parts = checkParts(all);
  return groups
    .map((group) => ({
      ...group,
      parts: parts.filter(({ evidence: [whole] }) =>
        group.entries.some(
          ({ evidence: [own] }) =>
            own.documentId === whole.documentId &&
            own.start === whole.start &&
            own.end === whole.end,
        ),
      ),
    }))
    .sort(
      (a, b) =>
        rank(b) - rank(a) ||
        b.documents - a.documents ||
        b.parts.length - a.parts.length ||
        compareText(a.what, b.what),
    );
}

/** Conflicts first, then what several documents count, then the rest. */
function rank({ relation }: FigureGroup): number {
  return { conflict: 3, compatible: 2, agree: 1, single: 0 }[relation];
}

function present(
  members: readonly Found[],
  published: ReadonlyMap<string, string | null>,
): FigureGroup {
  const rows = [...members].sort(byPlace);
  const entries = rows.map((row): FigureEntry => {
    const { value, range, qualifier, unit, attributedTo } = row.reading;
    const date = published.get(row.documentId) ?? null;
    return {
      documentId: row.documentId,
      value,
      range,
      qualifier,
      unit,
      attributedTo,
      published: date,
      evidence: [passageOf(row, row.reading)],
    };
  });
  const first = rows[0] as Found;
  const place = rows.find(({ reading }) => reading.place !== null)?.reading.place ?? null;
  const edtf = rows.find(({ reading }) => reading.edtf !== null)?.reading.edtf ?? null;
  const documents = new Set(rows.map(({ documentId }) => documentId)).size;
  const { relation, conflicts } = relate(entries.map(boundsOf), documents);
  return {
    id: shortId("figures", first.documentId, first.reading.start, first.reading.what ?? ""),
    what: first.reading.what ?? "",
    unit: first.reading.unit,
    place,
    edtf,
    entries,
    relation,
    conflicts,
    parts: [],
    documents,
    reason: reasonOf(relation, entries, conflicts),
    rule: "same-quantity",
  };
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
  conflict: "at least two of the numbers cannot both hold",
};
