/** Dates and passages as people read them. What is kept stays as it is: this is for showing only. */

/** The words around a date; each language of the page has its own, what is written to files has these. */
export type DateWords = {
  readonly none: string;
  readonly since: (date: string) => string;
  readonly until: (date: string) => string;
  readonly fromTo: (from: string, to: string) => string;
  readonly about: (date: string) => string;
  readonly noYear: (date: string) => string;
  readonly seasons: Readonly<Record<"21" | "22" | "23" | "24", (year: string) => string>>;
  /** By their first year: "1980". */
  readonly decade: (year: string) => string;
  readonly century: (year: string) => string;
  readonly atTime: (date: string, time: string) => string;
};

export const englishDates: DateWords = {
  none: "no date",
  since: (date) => `since ${date}`,
  until: (date) => `until ${date}`,
  fromTo: (from, to) => `${from} to ${to}`,
  about: (date) => `about ${date}`,
  noYear: (date) => `${date}, year not known`,
  seasons: {
    "21": (year) => `spring ${year}`,
    "22": (year) => `summer ${year}`,
    "23": (year) => `autumn ${year}`,
    "24": (year) => `winter ${year}`,
  },
  decade: (year) => `the ${year}s`,
  century: (year) => `the ${year}s`,
  atTime: (date, time) => `${date}, ${time}`,
};

/**
 * Writes dates in the order of a locale (a BCP 47 tag that names calendar and digits where they are
 * not to be its own), with the month in letters, so that none can be misread.
 */
export function datesIn(locale: string, words: DateWords) {
  const format = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { ...options, timeZone: "UTC" });
  const day = format({ day: "numeric", month: "short", year: "numeric" });
  const dayOfYear = format({ day: "numeric", month: "short" });
  const month = format({ month: "long", year: "numeric" });
  const monthOfYear = format({ month: "long" });

  /**
   * An EDTF date in words: 1992-02-26 is "26 Feb 1992", 198X "the 1980s", 1993-21 "spring 1993",
   * 1986/1989~ "1986 to about 1989". What it does not know it shows as written.
   */
  function formatDate(edtf: string | null): string {
    if (edtf === null || edtf === "") return words.none;
    if (edtf.includes("/")) {
      const [from = "", to = ""] = edtf.split("/");
      if (to === ".." || to === "") return words.since(formatDate(from));
      if (from === ".." || from === "") return words.until(formatDate(to));
      return words.fromTo(formatDate(from), formatDate(to));
    }
    const plain = edtf.replace(/[~?%]$/, "");
    const told = inWords(plain) ?? plain;
    return plain === edtf ? told : words.about(told);
  }

  function inWords(plain: string): string | null {
    if (/^(?:\d{4}|XXXX)-\d{2}-\d{2}(T.*)?$/.test(plain)) return dayInWords(plain.slice(0, 10));
    const year = plain.slice(0, 4);
    const part = plain.slice(5);
    if (/^(?:\d{4}|XXXX)-(0[1-9]|1[0-2])$/.test(plain))
      return year === "XXXX"
        ? words.noYear(monthOfYear.format(new Date(`2000-${part}-01`)))
        : month.format(new Date(`${plain}-01`));
    if (/^\d{4}-\d{2}$/.test(plain) && isSeason(part)) return words.seasons[part](year);
    if (/^\d{3}X$/.test(plain)) return words.decade(`${plain.slice(0, 3)}0`);
    if (/^\d{2}XX$/.test(plain)) return words.century(`${plain.slice(0, 2)}00`);
    return null;
  }

  function dayInWords(date: string): string | null {
    const hasYear = !date.startsWith("XXXX");
    // In a leap year every day of the calendar is there.
    const at = new Date(hasYear ? date : date.replace("XXXX", "2000"));
    if (Number.isNaN(at.getTime())) return null;
    return hasYear ? day.format(at) : words.noYear(dayOfYear.format(at));
  }

  /** An instant with its time, UTC: 2031-05-04T05:30:00Z is "4 May 2031, 05:30". */
  function formatInstant(edtf: string | null): string {
    const time = /T(\d{2}:\d{2})/.exec(edtf ?? "")?.[1];
    return time ? words.atTime(formatDate(edtf), time) : formatDate(edtf);
  }

  /** A sentence with its ISO dates and instants in words. */
  function datesInWords(sentence: string): string {
    return sentence.replace(/\b\d{4}-\d{2}-\d{2}(?:T[\d:.]+Z)?(?![\w-])/g, formatInstant);
  }

  /** Two days of one year name it once: "3 May to 6 May 2031". `from` and `to` are ISO days. */
  function daysInWords(from: string, to: string): string {
    const isOneYear = from.slice(0, 4) === to.slice(0, 4);
    const first = isOneYear ? dayOfYear.format(new Date(from)) : formatDate(from);
    return words.fromTo(first, formatDate(to));
  }

  return { formatDate, formatInstant, datesInWords, daysInWords };
}

function isSeason(part: string): part is keyof DateWords["seasons"] {
  return part === "21" || part === "22" || part === "23" || part === "24";
}

/** As files have them, the same bytes on every machine. */
export const { formatDate, formatInstant, datesInWords } = datesIn("en-GB", englishDates);

/**
 * A passage as a statement or label, on one line and without the marks of Markdown. Where it is
 * evidence, it is shown as kept.
 *     `*Tern* was held under [Resolution 30](#r30)` is shown as `Tern was held under Resolution 30`
 */
export function withoutMarks(passage: string): string {
  return passage
    .replace(/!?\[([^[\]]{0,300})\]\([^()\s]{0,500}\)/g, "$1")
    .replace(/(?<![\w*])(\*{1,3})(?=\S)([^*\n]{1,600})(?<=\S)\1(?![\w*])/g, "$2")
    .replace(/(?<![\w_])(_{1,3})(?=\S)([^_\n]{1,600})(?<=\S)\1(?![\w_])/g, "$2")
    .replace(/`([^`\n]{1,300})`/g, "$1")
    .replace(/^(?:\s*(?:#{1,6}|>+)\s+)+/, "")
    .replace(/\s+/g, " ")
    .trim();
}
