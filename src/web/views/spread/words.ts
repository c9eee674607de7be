import type { PostObject } from "../../../serve/types.ts";
import { languageName } from "../../parts/languages.ts";
import { dateLocale } from "../../parts/locale.ts";
import { formatNumber, telling } from "../../parts/numbers.ts";
import { texts } from "../../texts.ts";

const words = texts.spread.choice;

/** What two accounts can do alike, in the words of the choice. */
export const objects: Readonly<Record<PostObject, string>> = words.objects;

/** Windows to choose from, in seconds. */
export const windows: readonly (readonly [string, string])[] = [
  ["1", words.seconds(1)],
  ["5", words.seconds(5)],
  ["10", words.seconds(10)],
  ["30", words.seconds(30)],
  ["60", words.minutes(1)],
  ["300", words.minutes(5)],
  ["600", words.minutes(10)],
  ["900", words.minutes(15)],
  ["3600", words.hour],
];

export const defaultObject: PostObject = "hashtag";
export const defaultWindow = "60";

/** The object of the address; a hashtag where it names none. */
export function objectOf(name: string | undefined): PostObject {
  return name !== undefined && Object.hasOwn(objects, name) ? (name as PostObject) : defaultObject;
}

/** The window of the address, in seconds; a minute where it names none that can be chosen. */
export function windowOf(seconds: string | undefined): string {
  return windows.find(([one]) => one === seconds)?.[0] ?? defaultWindow;
}

/** A length of time as short as it is read: `30 s`, `5 min`, `1 h`. */
export function shortTime(seconds: number): string {
  if (seconds >= 3600) return texts.shared.hours(formatNumber(seconds / 3600));
  return seconds >= 60
    ? texts.shared.minutes(formatNumber(seconds / 60))
    : texts.shared.seconds(formatNumber(seconds));
}

/** An object as people write it: a hashtag with its sign. */
export function objectName(on: PostObject, object: string): string {
  return on === "hashtag" ? `#${object}` : object;
}

const monthName = new Intl.DateTimeFormat(dateLocale(texts.language), {
  timeZone: "UTC",
  month: "short",
  year: "numeric",
});

/** `2031-05` as `May 2031`. */
export function month(name: string): string {
  return monthName.format(new Date(`${name}-01T00:00:00Z`));
}

/** The language that posts tell of themselves, where they do. */
export function toldLanguage(code: string | null): string {
  return code === null ? words.notTold : languageName(code);
}

/** How sure an edge is: `below 0.001`, `0.022`. */
export function likelihood(q: number | null): string {
  if (q === null) return words.notTested;
  return q < 0.001 ? words.below(telling(0.001, 1)) : telling(q, 2);
}
