import { daysBetween, daysOf } from "../../document/edtf.ts";

/** Whether posts or articles said a thing first, as far as their times tell. */
export type WhichFirst = {
  /** `same-day`: a day is all that is told of the article. `unclear`: no date, or one too wide. */
  readonly first: "posts" | "articles" | "same-day" | "unclear";
  /** How far apart, at least; in seconds where both tell the time of day, else in days; null where not told. */
  readonly apartSeconds: number | null;
  readonly apartDays: number | null;
};

const unclear: WhichFirst = { first: "unclear", apartSeconds: null, apartDays: null };

/**
 * Orders a post and an article. A day by itself is taken for the day in UTC, and is never put before or
 * after a time of that day.
 *
 *     2031-05-02T20:11:00Z   2031-05-03T08:40:00Z   posts, by 44,940 seconds
 *     2031-05-03T20:11:00Z   2031-05-03             same-day
 *     2031-05-03T20:11:00Z   2031-05                unclear
 */
export function whichFirst(postSeconds: number, published: string | null): WhichFirst {
  if (published === null) return unclear;
  const instant = published.includes("T") ? Date.parse(published) : Number.NaN;
  if (!Number.isNaN(instant)) {
    const apart = instant / 1000 - postSeconds;
    const first = apart > 0 ? "posts" : apart < 0 ? "articles" : "same-day";
    return { first, apartSeconds: Math.abs(apart), apartDays: null };
  }
  const days = daysOf(published);
  const day = new Date(postSeconds * 1000).toISOString().slice(0, 10);
  if (!days) return unclear;
  const { from, to } = days;
  if (from !== null && day < from)
    return { first: "posts", apartSeconds: null, apartDays: daysBetween(day, from) };
  if (to !== null && day > to)
    return { first: "articles", apartSeconds: null, apartDays: daysBetween(to, day) };
  return from !== null && from === to ? { ...unclear, first: "same-day" } : unclear;
}

/**
 * Orders the first post and all articles: articles are first where one surely is, posts where they come
 * before every article that has a date.
 */
export function whichFirstOf(
  postSeconds: number,
  published: readonly (string | null)[],
): WhichFirst {
  const orders = published
    .filter((date) => date !== null)
    .map((date) => whichFirst(postSeconds, date));
  const before = orders.filter(({ first }) => first === "articles").sort((a, b) => gap(b) - gap(a));
  const [earliest] = before;
  if (earliest) return earliest;
  const open = orders.find(({ first }) => first === "same-day") ?? orders.find(isUnclear);
  const [next] = orders.filter(({ first }) => first === "posts").sort((a, b) => gap(a) - gap(b));
  return open ?? next ?? unclear;
}

function isUnclear({ first }: WhichFirst): boolean {
  return first === "unclear";
}

const daySeconds = 86_400;

function gap({ apartSeconds, apartDays }: WhichFirst): number {
  return apartSeconds ?? (apartDays ?? 0) * daySeconds;
}
