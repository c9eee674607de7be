import type { Span } from "../../document/span.ts";
import type { Voice } from "../../read/wording/voice.ts";
import { compareText } from "../input.ts";

/** Every use of a label, or of a word that one side uses more: what a concordance is made from. */
export type Places = {
  /** Id of the row or the contrast. */
  readonly of: string;
  /** The label, or the word. */
  readonly label: string;
  /** By document id; those that use it. */
  readonly documents: readonly DocumentPlaces[];
};

/** Where one document uses it. */
export type DocumentPlaces = {
  readonly documentId: string;
  /** Start, end and voice (an index into `voices`) of each use in turn, in the order of the text. */
  readonly at: readonly number[];
};

/** In the order of their numbers in `DocumentPlaces`. */
export const voices = ["own", "quoted", "attributed", "scare"] as const satisfies readonly Voice[];

/** One use. */
export type Place = Span & { readonly voice: Voice };

/** The uses of one document, read from their numbers. */
export function placesIn({ at }: DocumentPlaces): Place[] {
  const places: Place[] = [];
  for (let nth = 0; nth + 2 < at.length; nth += 3)
    places.push({
      start: at[nth] as number,
      end: at[nth + 1] as number,
      voice: voices[at[nth + 2] as number] ?? "own",
    });
  return places;
}

/** How many uses there are in all. */
export function usesIn({ documents }: Pick<Places, "documents">): number {
  return documents.reduce((sum, { at }) => sum + at.length / 3, 0);
}

/** Puts the uses of each document together, documents by id and uses in order. */
export function placesByDocument(
  uses: Iterable<Place & { readonly documentId: string }>,
): DocumentPlaces[] {
  const byDocument = new Map<string, Place[]>();
  for (const use of uses) {
    const own = byDocument.get(use.documentId);
    if (own) own.push(use);
    else byDocument.set(use.documentId, [use]);
  }
  return [...byDocument]
    .sort(([a], [b]) => compareText(a, b))
    .map(([documentId, own]) => ({
      documentId,
      at: own
        .sort((a, b) => a.start - b.start || a.end - b.end)
        .flatMap(({ start, end, voice }) => [start, end, voices.indexOf(voice)]),
    }));
}
