import type { Document } from "../../document/document.ts";
import type { Attitude } from "../../read/attribution/attribution.ts";
import type { Reader } from "../../read/read.ts";

/** A statement of the user's, read as the documents are. */
export type StatementReading = {
  readonly terms: readonly string[];
  /** Those of `terms` that are names or peoples. */
  readonly names: ReadonlySet<string>;
  readonly negated: readonly string[];
  /** EDTF dates that it names. */
  readonly dates: readonly string[];
  /** How it reports somebody's saying ("A denies that …"); null where it reports none. */
  readonly reports: Attitude | null;
};

/** Reads a statement with the reader of the documents. */
export function readStatement(reader: Reader, statement: string): StatementReading {
  const { sentences, attributions, dates } = reader(asDocument(statement));
  const terms: string[] = [];
  const names = new Set<string>();
  const opening = sentences[0]?.start ?? 0;
  for (const sentence of sentences) {
    sentence.terms.forEach((term, at) => {
      terms.push(term);
      const place = sentence.places[at] ?? opening;
      const capital = /^\p{Lu}/u.test(statement.slice(place, place + 2));
      if (/^[@=]/.test(term) || (capital && place > opening)) names.add(term);
    });
  }
  return {
    terms: [...new Set(terms)],
    names,
    negated: sentences.flatMap(({ negated }) => negated),
    dates: dates.map(({ edtf }) => edtf),
    reports: attributions[0]?.attitude ?? null,
  };
}

/** Reads only what a short text speaks of. */
export function readTermsWith(reader: Reader): (text: string) => string[] {
  return (text) => reader(asDocument(text)).sentences.flatMap(({ terms }) => [...terms]);
}

function asDocument(text: string): Document {
  return {
    id: "",
    file: "",
    format: "text",
    sha256: "",
    sizeBytes: 0,
    text,
    title: null,
    author: null,
    url: null,
    language: "en",
    published: null,
    publishedFrom: null,
    completeness: "full",
  };
}
