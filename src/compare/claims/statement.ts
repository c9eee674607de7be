import type { Actor } from "../../document/case.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createTermsReader, type Terms } from "../../read/sentences/terms.ts";
import { createProseReader } from "../../read/sentences/tokens.ts";

/** A statement of the user's, read as the documents are. */
export type StatementReading = Terms & {
  /** Those of its terms that are names. */
  readonly names: ReadonlySet<string>;
  /** It speaks of somebody's saying ("A denies that …"), so that a report of it asserts it. */
  readonly reports: boolean;
};

/** Makes the function that reads a statement. */
export function createStatementReader(
  lexicon: Lexicon,
  actors: readonly Pick<Actor, "id" | "names">[],
): (statement: string) => StatementReading {
  const readProse = createProseReader(
    lexicon,
    actors.flatMap(({ names }) => names),
  );
  const readTerms = createTermsReader(lexicon, actors);
  return (statement) => {
    const prose = readProse(statement);
    const terms: string[] = [];
    const places: number[] = [];
    const negated: string[] = [];
    for (const sentence of prose.sentences) {
      const read = readTerms(prose, sentence);
      terms.push(...read.terms);
      places.push(...read.places);
      negated.push(...read.negated);
    }
    const nameStarts = new Set(
      prose.tokens.filter(({ pos }) => pos === "PROPN").map(({ start }) => start),
    );
    const names = terms.filter(
      (term, at) => /^[@=]/.test(term) || nameStarts.has(places[at] ?? -1),
    );
    return { terms, places, negated, names: new Set(names), reports: false };
  };
}
