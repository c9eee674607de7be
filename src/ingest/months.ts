/**
 * Languages whose months are read beside the English ones: pages in English often print the day in
 * the language of their publishing system. (Where two of them mean different months by one word,
 * the word is left out.)
 */
const languages =
  "de fr es it pt nl pl ru uk tr az hy ka sv da nb fi cs hu ro bg el id ar fa he".split(" ");

let weekdays: ReadonlySet<string> | undefined;

/** Whether a word names a day of the week, in English or any of the languages. */
export function isWeekday(word: string): boolean {
  weekdays ??= new Set(["en", ...languages].flatMap(weekdaysIn));
  return weekdays.has(word.toLowerCase());
}

function weekdaysIn(language: string): string[] {
  return (["long", "short"] as const).flatMap((form) => {
    const format = new Intl.DateTimeFormat(language, { weekday: form, timeZone: "UTC" });
    return [1, 2, 3, 4, 5, 6, 7].map((day) =>
      format
        .format(new Date(Date.UTC(2000, 0, day)))
        .toLowerCase()
        .replace(/\.$/, ""),
    );
  });
}

let known: ReadonlyMap<string, number> | undefined;

/** The month (1 to 12) that a word names, in any of the languages; undefined for other words. */
export function monthOf(word: string): number | undefined {
  known ??= monthNames();
  return known.get(word.toLowerCase());
}

function monthNames(): Map<string, number> {
  const months = new Map<string, number>([["sept", 9]]);
  for (const [name, month] of namesIn("en")) months.set(name, month);
  const foreign = new Map<string, number | null>();
  for (const language of languages)
    for (const [name, month] of namesIn(language)) {
      const before = foreign.get(name);
      foreign.set(name, before === undefined || before === month ? month : null);
    }
  for (const [name, month] of foreign)
    if (month !== null && name.length >= 3 && !months.has(name)) months.set(name, month);
  return months;
}

/** Long and short names, alone and beside a day (some languages inflect them), from the runtime. */
function namesIn(language: string): [string, number][] {
  const names: [string, number][] = [];
  for (const form of ["long", "short"] as const)
    for (const day of [undefined, "numeric"] as const) {
      const format = new Intl.DateTimeFormat(`${language}-u-nu-latn-ca-gregory`, {
        month: form,
        day,
        timeZone: "UTC",
      });
      for (let month = 0; month < 12; month++) {
        const parts = format.formatToParts(new Date(Date.UTC(2000, month, 1)));
        const name = parts.find(({ type }) => type === "month")?.value ?? "";
        names.push([name.toLowerCase().replace(/\.$/, ""), month + 1]);
      }
    }
  return names.filter(([name]) => /^[\p{L}\p{M}]+$/u.test(name));
}
