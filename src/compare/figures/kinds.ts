import type { PassageIndex } from "../claims/passages.ts";
import type { Row } from "../input.ts";
import type { PassageLookup } from "./lookup.ts";

/** A figure as a document tells it, with what it counts where the number stands bare. */
export type Found = Row<"figures"> & {
  /** Figures of other kinds are never of one quantity. */
  readonly kind: string;
  /** The figure whose unit it shares: "Some say 2,400 people, others over 4,000". */
  readonly beside: Row<"figures"> | null;
};

/** What befalls people is one kind whoever they are: one source's villagers are another's people. */
export function isToll(what: string | null): boolean {
  return what !== null && tolls.has(what);
}

const tolls = new Set(["killed", "wounded", "missing", "displaced", "arrested"]);

/** A unit that many things share, so that only the words near it tell what is measured. */
export function isMeasure({ rule, unit }: Row<"figures">["reading"]): boolean {
  return measures.has(rule) || unit === "people" || unit === null;
}

/** "hundreds", "thousands": what can be many a number. */
export function isVague({ range }: Row<"figures">["reading"]): boolean {
  return range !== null && range[1] > range[0] * vagueRatio;
}

const vagueRatio = 3;

const measures = new Set(
  "share money duration distance area weight volume temperature speed power energy".split(" "),
);

/** A bare number counts what a number so many characters before it counts … */
export const bareReach = 160;
/** … unless it is so many times as large, or as small. */
export const bareRatio = 5;
/** So many figures before it are looked at. */
const besideLooked = 4;

/**
 * Gives each figure its kind. `rows` are those of all documents, ordered by document and place. Victims
 * are told apart by what befell them, measures by their unit, other things by their noun, of which
 * the synonyms are one ("troops", "soldiers"). A bare number has the kind of the one before it, where
 * that is near:
 *
 *     The plan needs 2,400 people to leave; the water board speaks of over 4,000.
 *                    ^^^^^ people                                          ^^^^^ people
 */
export function findKinds(
  rows: readonly Row<"figures">[],
  passages: PassageLookup,
  index: PassageIndex,
  kinds: ReadonlyMap<string, string> = nounKinds(rows, passages, index),
): Found[] {
  const counted = new Map([...kinds].map(([unit, kind]) => [kind, unit]));
  const found: Found[] = [];
  for (const row of rows) {
    const kind = kindOf(row, kinds);
    if (kind !== null) {
      found.push({ ...row, kind, beside: null });
      continue;
    }
    if (row.reading.unit !== null) continue;
    const beside = besideOf(row, found);
    if (beside) {
      const { what, unit } = beside.reading;
      const { rule } = beside.reading;
      const reading = { ...row.reading, what, unit, rule };
      found.push({ ...row, reading, kind: beside.kind, beside: beside.beside ?? beside });
      continue;
    }
    const { what } = row.reading;
    const noun = nounBefore(row, passages, index, counted);
    if (noun) {
      const reading = { ...row.reading, what: what ?? noun.unit, unit: noun.unit };
      found.push({ ...row, reading, kind: noun.kind, beside: null });
    } else if (what !== null) found.push({ ...row, kind: what, beside: null });
  }
  return found;
}

/** Unit → kind, for nouns that are counted. */
export function nounKinds(
  rows: readonly Row<"figures">[],
  passages: PassageLookup,
  index: PassageIndex,
): Map<string, string> {
  const kinds = new Map<string, string>();
  for (const row of rows) {
    const { what, unit } = row.reading;
    if (unit === null || kinds.has(unit) || isToll(what) || isMeasure(row.reading)) continue;
    const term = headTerm(row, unit, passages);
    if (term !== undefined) kinds.set(unit, `of|${index.termNames[term]}`);
  }
  return kinds;
}

/** The last of the figures before it whose unit a bare number can share. */
function besideOf(row: Row<"figures">, found: readonly Found[]): Found | undefined {
  for (let at = found.length - 1; at >= 0 && found.length - at <= besideLooked; at--) {
    const before = found[at];
    if (!before || before.documentId !== row.documentId) return undefined;
    if (isToll(before.kind)) continue;
    if (isBeside(row, before)) return before;
  }
  return undefined;
}

/** "How many soldiers it keeps there is disputed: 12,000 in one count" */
function nounBefore(
  { documentId, sentence, reading }: Row<"figures">,
  passages: PassageLookup,
  index: PassageIndex,
  counted: ReadonlyMap<string, string>,
): { kind: string; unit: string } | undefined {
  const passage = passages(documentId, sentence.start);
  let best: { kind: string; unit: string; at: number } | undefined;
  passage?.terms.forEach((term, nth) => {
    const at = passage.places[nth] ?? reading.end;
    const kind = `of|${index.termNames[term]}`;
    const unit = counted.get(kind);
    if (unit !== undefined && at < reading.start && at > (best?.at ?? -1))
      best = { kind, unit, at };
  });
  return best;
}

function isBeside({ documentId, reading }: Row<"figures">, before: Found): boolean {
  if (documentId !== before.documentId || reading.start - before.reading.end > bareReach)
    return false;
  const [a, b] = [middle(reading), middle(before.reading)];
  return a > 0 && b > 0 && a / b <= bareRatio && b / a <= bareRatio;
}

function middle({ value, range }: Row<"figures">["reading"]): number {
  return value ?? ((range?.[0] ?? 0) + (range?.[1] ?? 0)) / 2;
}

function kindOf({ reading }: Row<"figures">, kinds: ReadonlyMap<string, string>): string | null {
  const { what, unit, rule } = reading;
  if (isToll(what)) return what;
  if (unit === null) return null;
  if (isMeasure(reading)) return unit === "people" ? unit : `${rule}|${unit}`;
  return kinds.get(unit) ?? `of|${unit}`;
}

/** The term of the noun that is counted. */
function headTerm(
  { documentId, sentence, reading }: Row<"figures">,
  unit: string,
  passages: PassageLookup,
): number | undefined {
  const at = sentence.text.indexOf(unit, reading.end - sentence.start);
  if (at < 0) return undefined;
  const passage = passages(documentId, sentence.start);
  const nth = passage?.places.indexOf(sentence.start + at) ?? -1;
  return passage?.terms[nth];
}
