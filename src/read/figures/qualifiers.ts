import type { Span } from "../../document/span.ts";
import type { Sense } from "../../lexicon/senses.ts";

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
): (plain: string, number: Span, sentence: Span) => string | null {
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
  const sense = (phrase: string) =>
    qualifiers.get(phrase.toLowerCase().replace(/\s+/g, " "))?.as ?? null;
  return (plain, { start, end }, sentence) => {
    const left = plain.slice(Math.max(sentence.start, start - reach), start);
    const found = before.exec(left);
    if (found?.[1]) return sense(found[1]);
    const right = after.exec(plain.slice(end, Math.min(sentence.end, end + reach)));
    return right?.[1] ? sense(right[1]) : null;
  };
}
