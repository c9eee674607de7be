import type { Document, Problem } from "../document/document.ts";
import type { Entry } from "../store/store.ts";
import { type Packed, unpack, unpackParagraphs } from "./packed.ts";

/** A document and its readings as the store keeps them. */
export function entryOf(
  document: Document,
  packed: Packed,
  about: {
    readonly sourceId: string;
    readonly fingerprint: string;
    readonly problems: readonly Problem[];
  },
): Entry {
  return {
    document,
    ...about,
    words: packed.words,
    language: packed.language,
    paragraphs: unpackParagraphs(packed),
    readings: unpack(document.text, packed),
  };
}
