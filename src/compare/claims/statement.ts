import { documentOf } from "../../document/document-of.ts";
import { spanAt } from "../../document/span.ts";
import type { Attitude } from "../../read/attribution/attribution.ts";
import type { Reader } from "../../read/read.ts";
import { type Quantity, quantityOf } from "../figures/relate.ts";

/** A statement of the user's, read as the documents are. */
export type StatementReading = {
  readonly terms: readonly string[];
  /** Those of `terms` that are names or peoples. */
  readonly names: ReadonlySet<string>;
  /** Those of `terms` that say what is done. */
  readonly verbs: ReadonlySet<string>;
  readonly negated: readonly string[];
  /** Who does what the verbs say: verb, doer, verb, doer, … */
  readonly doers: readonly string[];
  /** Who or what it is done to. */
  readonly undergoers: readonly string[];
  /** EDTF dates that it names. */
  readonly dates: readonly string[];
  /** What the figures that it names allow. */
  readonly figures: readonly Quantity[];
  /** How it reports somebody's saying ("A denies that …"); null where it reports none. */
  readonly reports: Attitude | null;
  /** Those of `terms` by which it does. */
  readonly cues: readonly string[];
};

/** A statement that has been read, before it is known what the case writes as names. */
export type RawStatement = Omit<StatementReading, "names"> & {
  readonly named: readonly { readonly term: string; readonly isFirst: boolean }[];
};

/**
 * Reads a statement with the reader of the documents. Its first word is a name only where it is in
 * `knownNames`, since its capital tells nothing.
 */
export function readStatement(
  reader: Reader,
  knownNames: ReadonlySet<string>,
  statement: string,
): StatementReading {
  return withNames(readRaw(reader, statement), knownNames);
}

/** What takes time of `readStatement`. */
export function readRaw(reader: Reader, statement: string): RawStatement {
  const { sentences, attributions, dates, figures } = reader(documentOf(withoutAsides(statement)));
  const terms = new Set<string>();
  for (const sentence of sentences) {
    sentence.terms.forEach((term, at) => {
      // The words of a date count as the date, those of a figure as the figure.
      const place = sentence.places[at] ?? 0;
      if (!spanAt(dates, place) && !spanAt(figures, place)) terms.add(term);
    });
  }
  return {
    terms: [...terms],
    named: sentences.flatMap(({ names, terms, places, start }) =>
      names.map((term) => ({ term, isFirst: places[terms.indexOf(term)] === start })),
    ),
    verbs: new Set(sentences.flatMap(({ verbs }) => verbs)),
    negated: sentences.flatMap(({ negated }) => negated),
    doers: sentences.flatMap(({ terms, doers }) => doers.map((at) => terms[at] ?? "")),
    undergoers: sentences.flatMap(({ terms, undergoers }) =>
      undergoers.map((at) => terms[at] ?? ""),
    ),
    dates: dates.map(({ edtf }) => edtf),
    figures: figures.map(quantityOf).map(asStated),
    reports: attributions[0]?.attitude ?? null,
    cues: sentences.flatMap(({ terms, places }) =>
      terms.filter((_, at) => spanAt(attributions[0]?.cue ?? [], places[at] ?? -1)),
    ),
  };
}

/** The statement with its names told apart. */
export function withNames(
  { named, ...rest }: RawStatement,
  knownNames: ReadonlySet<string>,
): StatementReading {
  const own = named.filter(({ term, isFirst }) => !isFirst || knownNames.has(term));
  return { ...rest, names: new Set(own.map(({ term }) => term)) };
}

/** "up to 17" is carried by who says 17, not by who says 15. */
function asStated(quantity: Quantity): Quantity {
  const { value, bounds } = quantity;
  return value !== null && bounds[0] < value && bounds[1] === value
    ? { value, bounds: [value, value] }
    : quantity;
}

/** A bracketed aside ("The commission (of nine members) met") explains and need not be met. */
function withoutAsides(statement: string): string {
  const rest = statement.replace(/\([^()]*\)/g, " ");
  return rest.trim() === "" ? statement : rest;
}

/** Reads only what a short text speaks of. */
export function readTermsWith(reader: Reader): (text: string) => string[] {
  return (text) => reader(documentOf(text)).sentences.flatMap(({ terms }) => [...terms]);
}
