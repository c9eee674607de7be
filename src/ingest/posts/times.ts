/** Numbers above this are milliseconds: as seconds they would be after the year 5000. */
const leastMilliseconds = 1e11;

/**
 * Seconds since 1970, UTC, of a time as exports write it, or null. A time without a zone is UTC:
 * the formats say so where they write none.
 *
 *     2014-08-21 08:29      2023-05-01T10:00:00.000Z      Wed Aug 27 13:08:45 +0000 2008
 *     1682935200            1682935200000
 */
export function secondsOf(value: unknown): number | null {
  if (typeof value === "number") return fromNumber(value);
  if (typeof value !== "string") return null;
  const text = value.trim();
  if (text === "") return null;
  if (/^\d{1,14}(?:\.\d{1,9})?$/.test(text)) return fromNumber(Number(text));
  return fromIso(text) ?? fromWords(text);
}

/** The day of a time, as EDTF: 2016-03-01. */
export function dayOf(value: unknown): string | null {
  const seconds = secondsOf(value);
  return seconds === null ? null : new Date(seconds * 1000).toISOString().slice(0, 10);
}

function fromNumber(value: number): number | null {
  if (!Number.isFinite(value) || value <= 0) return null;
  const seconds = Math.floor(value > leastMilliseconds ? value / 1000 : value);
  return seconds < leastMilliseconds ? seconds : null;
}

const iso =
  /^(\d{4})-(\d\d)-(\d\d)(?:[T ](\d\d):(\d\d)(?::(\d\d)(?:[.,]\d{1,9})?)?)?\s?(Z|UTC|[+-]\d\d:?\d\d)?$/;

function fromIso(text: string): number | null {
  const found = iso.exec(text);
  if (!found) return null;
  const [, year, month, day, hour = "0", minute = "0", second = "0", zone = "Z"] = found;
  return instant([year, month, day, hour, minute, second].map(Number), zone);
}

const months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const words = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d\d?) (\d\d):(\d\d):(\d\d) ([+-]\d{4}) (\d{4})$/;

function fromWords(text: string): number | null {
  const found = words.exec(text);
  if (!found) return null;
  const [, name = "", day, hour, minute, second, zone = "", year] = found;
  const month = months.indexOf(name) + 1;
  return instant([year, month, day, hour, minute, second].map(Number), zone);
}

function instant(parts: readonly number[], zone: string): number | null {
  const [year = 0, month = 0, day = 0, hour = 0, minute = 0, second = 0] = parts;
  const date = new Date(Date.UTC(year, month - 1, day, hour, minute, Math.min(second, 59)));
  // Before 1970 nobody posted; 1970 itself is how programs write no time.
  const real =
    date.getTime() > 0 &&
    year > 1969 &&
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    hour < 24 &&
    minute < 60 &&
    second <= 60;
  return real ? date.getTime() / 1000 - offsetSeconds(zone) : null;
}

/** `+0200`, `+02:00`: seconds before UTC. */
function offsetSeconds(zone: string): number {
  if (zone === "Z" || zone === "UTC") return 0;
  const minutes = Number(zone.slice(1, 3)) * 60 + Number(zone.slice(-2));
  return (zone.startsWith("-") ? -60 : 60) * minutes;
}
