import type { DocumentCard } from "../../document/case.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import type { Voice } from "../../read/wording/voice.ts";
import { compareText } from "../input.ts";
import { type DocumentPlaces, type Place, placesByDocument } from "./places.ts";
import type { LabelUse } from "./wording.ts";

/** Passages kept per source and label; counts always count all. */
export const shownPassages = 5;

/** How one source uses one label, as it is counted. */
export type Use = {
  own: number;
  quoted: number;
  attributed: number;
  scare: number;
  negated: number;
  documents: Set<string>;
  passages: Passage[];
  /** All of them. */
  places: (Place & { readonly documentId: string })[];
};

/** Counts one use by the source of a document. */
export function addUse(
  bySource: Map<string, Use>,
  card: DocumentCard,
  voice: Voice,
  negated: boolean,
  passage: Passage,
): void {
  let use = bySource.get(card.sourceId);
  if (!use) {
    use = {
      own: 0,
      quoted: 0,
      attributed: 0,
      scare: 0,
      negated: 0,
      documents: new Set(),
      passages: [],
      places: [],
    };
    bySource.set(card.sourceId, use);
  }
  use[voice]++;
  if (negated) use.negated++;
  use.documents.add(card.id);
  if (use.passages.length < shownPassages) use.passages.push(passage);
  const { documentId, start, end } = passage;
  use.places.push({ documentId, start, end, voice });
}

/** The uses of one label, by source; those of several forms are added up. */
export function usesOf(all: readonly ReadonlyMap<string, Use>[]): LabelUse[] {
  const sources = [...new Set(all.flatMap((bySource) => [...bySource.keys()]))].sort(compareText);
  return sources.flatMap((sourceId): LabelUse[] => {
    const own = all.flatMap((bySource) => bySource.get(sourceId) ?? []);
    const passages = own.flatMap((use) => use.passages);
    passages.sort((a, b) => compareText(a.documentId, b.documentId) || a.start - b.start);
    const shown = evidence(passages.slice(0, shownPassages));
    if (!shown) return [];
    const sum = (key: "own" | "quoted" | "attributed" | "scare" | "negated") =>
      own.reduce((total, use) => total + use[key], 0);
    return [
      {
        sourceId,
        own: sum("own"),
        quoted: sum("quoted"),
        attributed: sum("attributed"),
        scare: sum("scare"),
        negated: sum("negated"),
        documents: new Set(own.flatMap((use) => [...use.documents])).size,
        evidence: shown,
      },
    ];
  });
}

/** Every place where one label is used, by whichever source; those of several forms together. */
export function placesOf(all: readonly ReadonlyMap<string, Use>[]): DocumentPlaces[] {
  return placesByDocument(
    all.flatMap((bySource) => [...bySource.values()].flatMap(({ places }) => places)),
  );
}

/** In whose words ever: a label has one voice, so the voices add up. */
export function mentionsOf(use: Pick<LabelUse, "own" | "quoted" | "attributed" | "scare">): number {
  return use.own + use.quoted + use.attributed + use.scare;
}
