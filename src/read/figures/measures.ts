import type { Sense } from "../../lexicon/senses.ts";

/**
 * A unit of measure beside a number. `end` is where its words end, from the number's end on;
 * `sign` is true for a mark that belongs to the number ("95%").
 */
export type Measure = {
  readonly unit: string;
  readonly of: string;
  readonly end: number;
  readonly sign: boolean;
};

/** Makes the function that reads the unit after a number ("%", "km", "or so years", "-year"). */
export function createMeasureReader(
  measures: ReadonlyMap<string, Sense>,
): (after: string) => Measure | null {
  const signs = [...measures.keys()]
    .filter((word) => !/^[\p{L}]/u.test(word) && !/\p{Sc}/u.test(word))
    .sort((a, b) => b.length - a.length);
  const signStarts = new Set(signs.map((mark) => mark.charAt(0)));
  const filler =
    /^\s{1,3}(?:(?:or\s(?:so|more|less)|more|additional|full|long|whole|straight|consecutive|further|extra)\s{1,3})?/i;
  return (after) => {
    if (closing.has(after.charAt(0))) return null;
    // "20 000 €", but not "sold 12 $30 tickets"
    const money = /^\s?(\p{Sc})(?![\d\s]?\d)/u.exec(after);
    if (money) return found(measures.get(money[1] ?? ""), money[0].length, true);
    const sign = signStarts.has(after.charAt(0))
      ? signs.find((mark) => after.startsWith(mark))
      : undefined;
    if (sign) return found(measures.get(sign), sign.length, true);
    const hyphen = /^\s?[-‑–]\s?/.exec(after)?.[0];
    const lead = hyphen ?? filler.exec(after)?.[0] ?? "";
    const rest = after.slice(lead.length);
    const words =
      /^\p{L}+(?:\/\p{L}+|[²2])?(?:\.(?=\s\p{L}))?(?:\s{1,3}\p{L}+){0,2}/u.exec(rest)?.[0] ?? "";
    for (let phrase = words; phrase !== ""; phrase = phrase.replace(/(?:^|\s+)\S+$/, "")) {
      const sense = measures.get(phrase.toLowerCase().replace(/\s+/g, " "));
      if (sense) return found(sense, lead.length + phrase.length, false);
    }
    return null;
  };
}

/** What ends the phrase of a number: no unit follows. */
const closing = new Set(["", ".", ",", ";", ":", ")", "]", "”", "?", "!"]);

function found(sense: Sense | undefined, end: number, sign: boolean): Measure | null {
  return sense ? { unit: sense.as, of: sense.of ?? sense.as, end, sign } : null;
}
