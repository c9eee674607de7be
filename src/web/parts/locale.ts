/**
 * How the page writes dates and numbers: the one place that asks the browser. Calendar and digits
 * are those of the documents that are quoted beside them, whatever the browser's locale has.
 */
const asQuoted = { calendar: "gregory", numberingSystem: "latn" } as const;

/** What is taken where the browser names nothing that can be read, and outside of a browser. */
const otherwise = "en-GB";

/** `de` as it stands first in `navigator.languages`: the locale of the numbers. */
export function numberLocaleOf(languages: readonly string[]): string {
  return localeOf(languages).toString();
}

/**
 * Months are named in the language of the page's texts, so that no sentence is in two; day and month
 * stand in the order of the reader's region. Of a language in a region that is not known, the order
 * is that of the language in the world: `en-US` for English in the United States, `en-001` in Egypt.
 */
export function dateLocaleOf(languages: readonly string[], language: string): string {
  const reader = localeOf(languages);
  if (reader.language === language) return reader.toString();
  const { region } = reader.maximize();
  const wanted = new Intl.Locale(language, { ...asQuoted, ...(region && { region }) });
  const known = new Intl.DateTimeFormat(wanted.toString()).resolvedOptions().locale;
  return new Intl.Locale(known).region === region
    ? wanted.toString()
    : new Intl.Locale(language, { ...asQuoted, region: "001" }).toString();
}

function localeOf([first = otherwise]: readonly string[]): Intl.Locale {
  try {
    return new Intl.Locale(new Intl.Locale(first).baseName, asQuoted);
  } catch {
    return new Intl.Locale(otherwise, asQuoted);
  }
}

const languages = typeof document === "undefined" ? [] : navigator.languages;

/** The locale that dates are written in between texts of this language. */
export function dateLocale(language: string): string {
  return dateLocaleOf(languages, language);
}

export const numberLocale = numberLocaleOf(languages);
