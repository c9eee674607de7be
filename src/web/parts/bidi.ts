import { undeterminedLanguage } from "../../document/absence.ts";

/** Letters of scripts that run from right to left: Hebrew, Arabic, Syriac, Thaana, N’Ko, Adlam and others. */
const rightToLeft =
  /[\u0590-\u08FF\uFB1D-\uFDFF\uFE70-\uFEFC\u{10800}-\u{10FFF}\u{1E800}-\u{1EFFF}]/gu;
const letters = /\p{L}/gu;

/**
 * Which way a text of the case runs. A browser asked for `auto` goes by the first letter, and turns
 * an English sentence round that begins with an Arabic quotation; here the language of the document
 * decides, unless hardly a letter is of its script, and where no language is known most letters do.
 */
export function directionOf(text: string, language?: string | null): "ltr" | "rtl" {
  const sample = text.slice(0, longestSample);
  const right = sample.match(rightToLeft)?.length ?? 0;
  const left = (sample.match(letters)?.length ?? 0) - right;
  const own = language ? runsRightToLeft(language) : null;
  if (own === null) return right > left ? "rtl" : "ltr";
  if (own) return left > strangers * right ? "ltr" : "rtl";
  return right > strangers * left ? "rtl" : "ltr";
}

/** A text of the case as an element has it: `<blockquote {...written(text, language)}>`. */
export function written(
  text: string,
  language?: string | null,
): { readonly dir: "ltr" | "rtl"; readonly lang?: string } {
  const dir = directionOf(text, language);
  return language && language !== undeterminedLanguage ? { dir, lang: language } : { dir };
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

/**
 * A word of the case amid words of the page, where no element can stand around it (`<bdi>` where one
 * can): without the isolating signs of Unicode (UAX #9) a date that follows an Arabic name is torn
 * apart by it.
 */
export function isolated(text: string): string {
  if (text.search(rightToLeft) < 0) return text;
  return `${directionOf(text) === "rtl" ? "\u2067" : "\u2066"}${text}\u2069`;
}

/** Texts whose functions isolate what is put into them. */
export function isolating<T>(texts: T): T;
export function isolating(texts: unknown): unknown {
  if (typeof texts === "function")
    return (...of: readonly unknown[]) =>
      texts(...of.map((one) => (typeof one === "string" ? isolated(one) : one)));
  if (Array.isArray(texts)) return texts.map(isolating);
  if (typeof texts !== "object" || texts === null) return texts;
  return Object.fromEntries(Object.entries(texts).map(([name, one]) => [name, isolating(one)]));
}
