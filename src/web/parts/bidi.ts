import { undeterminedLanguage } from "../../document/absence.ts";
import { directionOf, hasRightToLeft } from "../../document/direction.ts";

/** A text of the case as an element has it: `<blockquote {...written(text, language)}>`. */
export function written(
  text: string,
  language?: string | null,
): { readonly dir: "ltr" | "rtl"; readonly lang?: string } {
  const dir = directionOf(text, language);
  return language && language !== undeterminedLanguage ? { dir, lang: language } : { dir };
}

/**
 * A word of the case amid words of the page, where no element can stand around it (`<bdi>` where one
 * can): without the isolating signs of Unicode (UAX #9) a date that follows an Arabic name is torn
 * apart by it.
 */
export function isolated(text: string): string {
  if (!hasRightToLeft(text)) return text;
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
