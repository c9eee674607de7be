import type { Document } from "../src/document/document.ts";
import { type Lexicon, loadLexicon } from "../src/lexicon/lexicon.ts";
import { createReader, type Reader } from "../src/read/read.ts";
import type { Readings } from "../src/read/readings.ts";
import { lexiconDirectory } from "./paths.ts";

let lexicon: Lexicon | undefined;
let reader: Reader | undefined;
const readings = new Map<string, Readings>();

/** The project's word lists, loaded once for all evaluations of a run. */
export function sharedLexicon(): Lexicon {
  lexicon ??= loadLexicon(lexiconDirectory);
  return lexicon;
}

/** The whole reader, made once for all evaluations of a run. */
export function sharedReader(): Reader {
  reader ??= createReader(sharedLexicon());
  return reader;
}

/** A document's readings; several evaluations ask about the same documents. */
export function readingsOf(document: Document): Readings {
  const key = `${document.id}\n${document.published}\n${document.text}`;
  const known = readings.get(key);
  if (known) return known;
  const read = sharedReader()(document);
  readings.set(key, read);
  return read;
}
