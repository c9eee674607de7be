/** Scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko, Adlam and others. */
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/u;
const letter = /\p{L}/gu;

/**
 * Which way a text of the case runs. A browser asked for `auto` goes by the first letter, and turns
 * an English sentence round that begins with an Arabic quotation; here the language of the document
 * decides, unless hardly a letter is of its script, and where no language is known most letters do.
 */
export function directionOf(text: string, language?: string | null): "ltr" | "rtl" {
  let [left, right] = [0, 0];
  for (const [one] of text.slice(0, longestSample).matchAll(letter))
    if (rightToLeft.test(one)) right++;
    else left++;
  const own = language ? runsRightToLeft(language) : null;
  if (own === null) return right > left ? "rtl" : "ltr";
  if (own) return left > strangers * right ? "ltr" : "rtl";
  return right > strangers * left ? "rtl" : "ltr";
}

export type Run = { readonly start: number; readonly end: number };

/**
 * The words of the other direction in a text. What follows them after a comma or a quotation mark is
 * no part of them, though Unicode's rules (UAX #9) draw a number into them:
 *
 *     “לא נאמר לנו”: 12 houses
 *      ^^^^^^^^^^^
 */
export function runsAgainst(text: string, dir: "ltr" | "rtl"): readonly Run[] {
  if (dir === "ltr" && !rightToLeft.test(text)) return [];
  const runs: { start: number; end: number }[] = [];
  let isOpen = false;
  for (const { 0: one, index } of text.matchAll(letter)) {
    const isAgainst = rightToLeft.test(one) === (dir === "ltr");
    const last = runs.at(-1);
    if (isAgainst && isOpen && last) last.end = index + one.length;
    else if (isAgainst) runs.push({ start: index, end: index + one.length });
    isOpen = isAgainst;
  }
  return runs.map(({ start, end }) => {
    tail.lastIndex = end;
    return { start, end: end + (tail.exec(text)?.[0].length ?? 0) };
  });
}

/** Signs over the last letter, and a number that is part of a name: `צינור 24`, `A4`, `/notes/17`. */
const tail = /[\p{M}\u200C\u200D]*(?:[ /_-]?\p{Nd}+(?![-:./,]?\p{Nd}))?/uy;

/** Has it letters that run from right to left? */
export function hasRightToLeft(text: string): boolean {
  return rightToLeft.test(text);
}

/** So many letters of the other direction for one of its own make a paragraph of another language. */
const strangers = 4;
/** In UTF-16 code units. */
const longestSample = 2000;

/** ISO 15924 codes, as `Intl.Locale` gives them for a language. */
const scripts = new Set([
  ...["Adlm", "Arab", "Aran", "Hebr", "Mand"],
  ...["Nkoo", "Rohg", "Samr", "Syrc", "Thaa"],
]);

/** Null where the language is not known. */
function runsRightToLeft(language: string): boolean | null {
  try {
    const { script } = new Intl.Locale(language).maximize();
    return script === undefined ? null : scripts.has(script);
  } catch {
    return null;
  }
}
