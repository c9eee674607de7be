/** Makes a text of about `length` characters that somebody might use to stop the reader. */
export type Hostile = (length: number) => string;

const fill =
  (unit: string): Hostile =>
  (length) =>
    unit.repeat(Math.ceil(length / unit.length)).slice(0, length);

/** Runs of one thing, and things that open and never close: what patterns and walks trip over. */
export const hostile: Readonly<Record<string, Hostile>> = {
  "one word": fill("a"),
  "one capital word": fill("A"),
  "one capital word and a digit": (length) =>
    `Of five words\n\n${fill("A")(length)}7\n\n4 May 2031`,
  "a name that never ends": (length) => `${fill("Ab-")(length)}7\n@a.b`,
  digits: fill("7"),
  "numbers in a list": (length) => `Resolutions ${fill("1712 and, ")(length)}x 3`,
  spaces: (length) => `a${fill(" ")(length)}b`,
  "no-break spaces": (length) => `a${fill("\u00a0")(length)}b`,
  "empty lines": fill("\n"),
  "lines of one letter": fill("a\n"),
  "straight quotes": fill('"'),
  "opening quotes": fill("“"),
  "closing quotes": fill("”"),
  "opening quotes with words": fill("“so he said "),
  apostrophes: fill("'"),
  "possessives in a row": fill("dog's."),
  "opening brackets": fill("("),
  "nested brackets": (length) => `${fill("(a ")(length / 2)}${fill(")")(length / 2)}`,
  "square brackets": fill("["),
  "links that never end": fill("[a]("),
  "addresses in one run": fill("http://a.b/"),
  "addresses with dots": fill("http://a.a.a.a.a "),
  "e-mail without an end": fill("a.a-a@"),
  hyphens: fill("a-"),
  dashes: fill("– "),
  "full stops": fill("."),
  "initials in a row": fill("A."),
  "initials apart": fill("A. "),
  commas: fill("a, "),
  semicolons: fill("a; "),
  ellipses: fill("…"),
  "short sentences": fill("No. "),
  "short sentences in capitals": fill("NO. "),
  capitals: fill("THE MAYOR SAID NO "),
  "capitalised words": fill("Orlo Vash "),
  "one sentence of words": fill("and then the mayor said that "),
  "one sentence of cues": fill("said "),
  "according to": fill("according to "),
  "reported by reported by": fill("as reported by the Courier "),
  "numbers with commas": fill("1,000,"),
  "numbers in words": fill("two hundred and "),
  "numbers apart": fill("12 killed, "),
  "dates in a row": fill("4 May 2031 "),
  "months in a row": fill("May "),
  "names in a row": fill("Mr. Orlo Vash, the mayor of Ulm, "),
  "negations in a row": fill("never not "),
  "said he said": fill("“No,” he said, “no,” "),
  "paragraphs of quotes": fill("“No one came.\n"),
  "chat lines": fill("orlo: no way\n"),
  "markdown stars": fill("*"),
  "markdown heads": fill("# a\n"),
  "list numbers": fill("1. a\n"),
  tables: fill("| a | 1 "),
  pipes: fill("|"),
  slashes: fill("/"),
  "at signs": fill("@a "),
  hashtags: fill("#a"),
  "zero-width characters": fill("a\u200b\u200d"),
  "combining marks": (length) => `a${fill("\u0301")(length)}`,
  "right to left": fill("\u202eאב ב. "),
  emoji: fill("👩‍👩‍👧 "),
  "lone surrogates": fill("\ud83d a \udc00"),
  NULs: fill("\0"),
  "control characters": fill("\u0001\u0002 "),
  chinese: fill("市长说没有人来。"),
  tabs: fill("a\t"),
  "capital and full stop": fill("Aa.Bb."),
  "percent signs": fill("5 % of "),
  "money signs": fill("$"),
  "amounts of money": fill("$1.5bn "),
  "photo credits": fill("(Photo: "),
  "copyright lines": fill("© 2031 All rights reserved\n"),
  "resolution numbers": fill("Resolution 1234 "),
  "colons in a row": fill("a: "),
  "share lines": fill("Share this\n"),
};

/** Pieces of all of these in a fixed but lawless order. */
export function mixed(length: number, seed: number): string {
  const makers = Object.values(hostile);
  let state = seed;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
  let text = "";
  while (text.length < length) text += (makers[next(makers.length)] as Hostile)(1 + next(60));
  return text.slice(0, length);
}
