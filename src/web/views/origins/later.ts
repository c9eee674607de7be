import { texts } from "../../texts.ts";

const words = texts.origins.later;

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** How long after another a text was published: "3 days later"; null where the dates do not tell. */
export function laterInWords(first: string | null, then: string | null): string | null {
  if (first === null || then === null) return null;
  const [from, to] = [Date.parse(first), Date.parse(then)];
  if (Number.isNaN(from) || Number.isNaN(to)) return null;
  if (isInstant(first) && isInstant(then) && to - from < 2 * dayMs) {
    const hours = Math.round((to - from) / hourMs);
    if (to < from) return null;
    return hours === 0 ? words.withinTheHour : words.hours(hours);
  }
  if (!isDay(first) || !isDay(then)) return null;
  const days = Math.round((Date.parse(then.slice(0, 10)) - Date.parse(first.slice(0, 10))) / dayMs);
  if (days < 0) return null;
  return days === 0 ? words.sameDay : words.days(days);
}

function isInstant(date: string): boolean {
  return date.includes("T");
}

/** A day or an instant: a month or a year tells no days. */
function isDay(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}(?:T|$)/.test(date);
}
