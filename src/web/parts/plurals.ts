import { numberLocale } from "./locale.ts";

/**
 * A text in the forms that a language has for one, few or many of a thing, by the names that
 * Unicode's plural rules give them (https://www.unicode.org/cldr/charts/latest/supplemental/language_plural_rules.html);
 * `#` stands for the number.
 */
export type Forms = { readonly [rule in Intl.LDMLPluralRule]?: string } & {
  readonly other: string;
};

/** Chooses the form for a number in a language: `several(1234, { one: "# post", other: "# posts" })`. */
export function pluralsOf(language: string, locale: string = numberLocale) {
  const rules = new Intl.PluralRules(language);
  const numbers = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  return (n: number, forms: Forms): string =>
    (forms[rules.select(n)] ?? forms.other).replaceAll("#", () => numbers.format(n));
}
