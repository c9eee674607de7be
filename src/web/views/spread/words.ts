import type { PostObject } from "../../../serve/types.ts";

/** What two accounts can do alike, in the words of the choice. */
export const objects: Readonly<Record<PostObject, string>> = {
  hashtag: "the same hashtag",
  url: "a link to the same page",
  domain: "a link to the same site",
  repost: "a repost of the same post",
  text: "the same words",
  "similar-text": "nearly the same words",
  "reply-target": "an answer to the same post",
};

/** Windows to choose from, in seconds. */
export const windows: readonly (readonly [string, string])[] = [
  ["1", "1 second"],
  ["5", "5 seconds"],
  ["10", "10 seconds"],
  ["30", "30 seconds"],
  ["60", "1 minute"],
  ["300", "5 minutes"],
  ["600", "10 minutes"],
  ["900", "15 minutes"],
  ["3600", "1 hour"],
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
  if (code === null) return "not told";
  try {
    return languageNames.of(code) ?? code;
  } catch {
    return code;
  }
}

/** How sure an edge is: `below 0.001`, `0.022`. */
export function likelihood(q: number | null): string {
  if (q === null) return "not tested";
  return q < 0.001 ? "below 0.001" : String(Number(q.toPrecision(2)));
}
