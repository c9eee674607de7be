import { texts } from "../texts.ts";
import { dateLocale } from "./locale.ts";
import { formatNumber } from "./numbers.ts";

const locale = dateLocale(texts.language);
const { days, hours, minutes, seconds: ofSeconds } = texts.shared;

/** `3 May, 06:15`, in UTC as all times of posts are; with seconds where they matter. */
export function instant(seconds: number, withSeconds = false): string {
  return (withSeconds ? toTheSecond : toTheMinute).format(new Date(seconds * 1000));
}

const toTheMinute = format({ hour: "2-digit", minute: "2-digit" });
const toTheSecond = format({ hour: "2-digit", minute: "2-digit", second: "2-digit" });

function format(time: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  return new Intl.DateTimeFormat(locale, {
    timeZone: "UTC",
    day: "numeric",
    month: "short",
    hourCycle: "h23",
    ...time,
  });
}

/** An axis of times, with as many ticks as the width in pixels has room for. */
export function timeAxis(width: number) {
  const ticks = Math.max(3, Math.floor(width / 110));
  return { type: "utc", label: null, ticks, tickFormat: dayOrHour } as const;
}

/** A tick of an axis of times: the day at its beginning, else the hour; in UTC. */
function dayOrHour(at: Date): string {
  return at.getTime() % 86_400_000 === 0 ? toTheDay.format(at) : toTheHour.format(at);
}

/** A tick of an axis that may span hours or centuries: `2031`, `May 2031`, `4 May 2031`, `06:00`; in UTC. */
export function dateTick(at: Date): string {
  if (at.getTime() % 86_400_000 !== 0) return toTheHour.format(at);
  const isFirst = at.getUTCDate() === 1;
  if (isFirst && at.getUTCMonth() === 0) return toTheYear.format(at);
  if (isFirst) return toTheMonth.format(at);
  return toTheDayOfYear.format(at);
}

const toTheYear = new Intl.DateTimeFormat(locale, { timeZone: "UTC", year: "numeric" });
const toTheMonth = new Intl.DateTimeFormat(locale, {
  timeZone: "UTC",
  month: "short",
  year: "numeric",
});
const toTheDayOfYear = new Intl.DateTimeFormat(locale, {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
  year: "numeric",
});
const toTheDay = new Intl.DateTimeFormat(locale, {
  timeZone: "UTC",
  day: "numeric",
  month: "short",
});
const toTheHour = new Intl.DateTimeFormat(locale, {
  timeZone: "UTC",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

const units = [
  [days, 86_400],
  [hours, 3600],
  [minutes, 60],
  [ofSeconds, 1],
] as const;

/** How far apart two times are, in its two largest units: `2 d 3 h`, `4 min`, `0 s`. */
export function apart(seconds: number): string {
  const whole = Math.round(Math.abs(seconds));
  const first = units.findIndex(([, length]) => whole >= length);
  const [told, length] = units[first] ?? units[3];
  const next = units[first + 1];
  const rest = first >= 0 && next ? Math.floor((whole % length) / next[1]) : 0;
  const largest = told(formatNumber(Math.floor(whole / length)));
  return next && rest > 0 ? `${largest} ${next[0](formatNumber(rest))}` : largest;
}
