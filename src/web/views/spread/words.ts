import type { PostObject } from "../../../serve/types.ts";
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
  if (seconds >= 3600) return `${seconds / 3600} h`;
  return seconds >= 60 ? `${seconds / 60} min` : `${seconds} s`;
}

/** An object as people write it: a hashtag with its sign. */
export function objectName(on: PostObject, object: string): string {
  return on === "hashtag" ? `#${object}` : object;
}

const monthName = new Intl.DateTimeFormat("en-GB", {
  timeZone: "UTC",
  month: "short",
  year: "numeric",
});

/** `2031-05` as `May 2031`. */
export function month(name: string): string {
  return monthName.format(new Date(`${name}-01T00:00:00Z`));
}

const languageNames = new Intl.DisplayNames(["en"], { type: "language", fallback: "code" });

/** `en` as `English`; what is not told, or is no code, as it is. */
export function languageName(code: string | null): string {
  if (code === null) return words.notTold;
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** How sure an edge is: `below 0.001`, `0.022`. */
export function likelihood(q: number | null): string {
  if (q === null) return words.notTested;
  return q < 0.001 ? words.below("0.001") : String(Number(q.toPrecision(2)));
}
