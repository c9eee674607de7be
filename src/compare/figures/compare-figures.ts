import { daysOf } from "../../document/edtf.ts";
import { shortId } from "../../document/ids.ts";
import { type CompareInput, compareText, passageOf, type Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { FigureEntry, FigureGroup, FigureRelation } from "./figures.ts";
import { checkParts } from "./parts.ts";
import { boundsOf, relate } from "./relate.ts";

type Found = Row<"figures">;

/** Walks the figures, sorted by what they count and its unit, and sets equal quantities side by side. */
export async function compareFigures(
  input: CompareInput,
  isNoise: NoiseTest,
): Promise<FigureGroup[]> {
  const published = new Map(input.documents.map((card) => [card.id, card.published]));
  const groups: FigureGroup[] = [];
  const all: Found[] = [];
  let open: Found[] = [];
  let key: string | undefined;
  const close = () => {
    for (const members of splitByPlaceAndTime(open)) groups.push(present(members, published));
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
        compareText(a.what, b.what) ||
        compareText(a.id, b.id),
    );
}

/** Conflicts first, then what several documents count, then the rest. */
function rank({ relation }: FigureGroup): number {
  return { conflict: 3, compatible: 2, agree: 1, single: 0 }[relation];
}

/**
 * Figures of one kind count the same thing where place and time allow it. A figure without a place
 * joins the one place that others name; where they name several, it stays apart.
 */
function splitByPlaceAndTime(rows: readonly Found[]): Found[][] {
  const places = new Map<string, Found[]>();
  for (const row of rows) {
    const place = (row.reading.place ?? "").toLowerCase();
    places.set(place, [...(places.get(place) ?? []), row]);
  }
  const nowhere = places.get("");
  if (nowhere && places.size === 2) {
    const [name] = [...places.keys()].filter((place) => place !== "");
    places.set(name ?? "", [...(places.get(name ?? "") ?? []), ...nowhere]);
    places.delete("");
  }
  return [...places.values()].flatMap(splitByTime);
}

/** Cuts where one figure's latest day comes before the next one's earliest; undated ones join the largest part. */
function splitByTime(rows: readonly Found[]): Found[][] {
  const dated = rows
    .map((row) => ({ row, days: row.reading.edtf === null ? null : daysOf(row.reading.edtf) }))
    .sort((a, b) => compareText(a.days?.from ?? "", b.days?.from ?? ""));
  const parts: Found[][] = [];
  const undated: Found[] = [];
  let until: string | undefined;
  for (const { row, days } of dated) {
    const from = days?.from;
    if (!days || !from) {
      undated.push(row);
      continue;
    }
    const last = parts.at(-1);
    if (last && until !== undefined && from <= until) last.push(row);
    else parts.push([row]);
    const to = days.to ?? "9999-12-31";
    until = until === undefined || to > until || parts.at(-1)?.length === 1 ? to : until;
  }
  if (undated.length === 0) return parts;
  const largest = parts.reduce<Found[] | undefined>(
    (best, part) => (!best || part.length > best.length ? part : best),
    undefined,
  );
  if (largest) largest.push(...undated);
  else parts.push(undated);
  return parts;
}

function present(
  members: readonly Found[],
  published: ReadonlyMap<string, string | null>,
): FigureGroup {
  const rows = [...members].sort(
    (a, b) => compareText(a.documentId, b.documentId) || a.reading.start - b.reading.start,
  );
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
    reason: reasons[relation],
    rule: "same-quantity",
  };
}

const reasons: Readonly<Record<FigureRelation, string>> = {
  single: "one document gives this figure",
  agree: "all documents give the same number",
  compatible: "the numbers differ but can all hold, as they are qualified",
  conflict: "at least two of the numbers cannot both hold",
};
