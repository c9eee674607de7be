import type { Span } from "../../document/span.ts";
import type { Sense } from "../../lexicon/senses.ts";

/** A qualifier where it stands: the span of its words, and what they stand for. */
export type Qualifier = Span & { readonly as: string };

/** How far before the number a qualifier is looked for, in characters. */
const reach = 28;

/**
 * Makes the function that reads "at least", "some", "or so" beside a number.
 *
 *     at least 16 people          the 40 or so years
 *     ^^^^^^^^                           ^^^^^
 */
export function createQualifierReader(
  qualifiers: ReadonlyMap<string, Sense>,
): (plain: string, number: Span, sentence: Span) => Qualifier | null {
  const phrases = (of: string) =>
    [...qualifiers]
      .filter(([, sense]) => sense.of === of)
      .map(([phrase]) => phrase)
      .sort((a, b) => b.length - a.length)
      .map((phrase) => phrase.replace(/[+.]/g, "\\$&").replaceAll(" ", "\\s{1,3}"))
      .join("|");
  const before = new RegExp(
    `(?:^|[^\\p{L}])(${phrases("before")})\\s{0,3}(?:(?:a|an|the|another|[\\p{Sc}])\\s{0,3})?$`,
    "iu",
  );
  const after = new RegExp(
    `^\\s{0,3}(?:\\p{L}{2,14}\\s{1,3})?(${phrases("after")})(?!\\p{L})`,
    "iu",
  );
  const found = (match: RegExpExecArray | null, from: number): Qualifier | null => {
    const phrase = match?.[1];
    const as = phrase && qualifiers.get(phrase.toLowerCase().replace(/\s+/g, " "))?.as;
    if (!match || !phrase || !as) return null;
    const start = from + match.index + match[0].indexOf(phrase);
    return { start, end: start + phrase.length, as };
  };
  return (plain, { start, end }, sentence) => {
    const from = Math.max(sentence.start, start - reach);
    const left = before.exec(plain.slice(from, start));
    if (left?.[1]) return found(left, from);
    return found(after.exec(plain.slice(end, Math.min(sentence.end, end + reach))), end);
  };
}
