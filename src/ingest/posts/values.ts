import type { Unmapped } from "./format.ts";

/** What stands under these keys of a value read from JSON; undefined where there is nothing. */
export function at(value: unknown, ...keys: readonly (string | number)[]): unknown {
  let inner: unknown = value;
  for (const key of keys) {
    if (typeof inner !== "object" || inner === null || !Object.hasOwn(inner, key)) return undefined;
    inner = (inner as Record<string | number, unknown>)[key];
  }
  return inner;
}

/** The text in a column of a table's row; empty where there is none. */
export function cellOfRow(row: unknown, name: string): string {
  const value =
    typeof row === "object" && row !== null ? (row as Record<string, unknown>)[name] : undefined;
  return typeof value === "string" ? value : "";
}

/** A text that says something, or null. */
export function textOf(value: unknown): string | null {
  return typeof value === "string" && value !== "" ? value : null;
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

/** An id, whether it was written as a text or as a number; null where there is none. */
export function idOf(value: unknown): string | null {
  if (typeof value === "number") return Number.isFinite(value) ? String(value) : null;
  if (typeof value !== "string") return null;
  const id = value.trim();
  return id === "" || id === "absent" || id === "nan" ? null : id.replace(/^(\d{1,15})\.0+$/, "$1");
}

/**
 * Whether a number stands in an id's place that has lost its last digits: a spreadsheet, or a
 * program that reads ids as floating-point numbers, keeps about 15 of the 19 that ids have.
 *
 *     1.01E+18    1012500000000000000.0
 */
export function lostDigits(value: unknown): boolean {
  if (typeof value === "number") return Math.abs(value) > Number.MAX_SAFE_INTEGER;
  if (typeof value !== "string" || value.length > 40) return false;
  return /^\s*\d(?:[.,]\d*)?e\+?\d{1,3}\s*$/i.test(value) || /^\s*\d{16,}\.0*\s*$/.test(value);
}

/** What is wrong with a record of which an id has lost its digits. */
export function lostId(name: string, value: unknown): Unmapped {
  return {
    message: `its ${name} ${String(value)} has lost its last digits`,
    mend: "a spreadsheet or a program took the ids for numbers: take the file as it was exported, or read that column as text",
  };
}

/** What is wrong with a record of which a time is written in no way that is known. */
export function unreadableTime(value: unknown): Unmapped {
  return {
    message: `its time "${String(value).slice(0, 40)}" cannot be read`,
    mend: "a spreadsheet may have written it anew: take the file as it was exported",
  };
}

/** How many, also as `3.0`; null where it is not told. */
export function countOf(value: unknown): number | null {
  if (typeof value !== "number" && (typeof value !== "string" || value.trim() === "")) return null;
  const count = Number(value);
  return Number.isInteger(count) && count >= 0 ? count : null;
}

/** `yes`, `true`, `True`, `1`. */
export function isYes(value: unknown): boolean {
  if (typeof value === "boolean") return value;
  return typeof value === "string" && /^\s*(?:yes|true|1)\s*$/i.test(value);
}

/** Each once, without those that are missing, in their order. */
export function eachOnce(values: Iterable<string | null>): readonly string[] {
  const kept = new Set<string>();
  for (const value of values) if (value !== null && value !== "") kept.add(value);
  return kept.size === 0 ? none : [...kept];
}

const none: readonly string[] = [];

/** Hashtags as Post has them: without "#", in lower case, compatible letters alike, each once. */
export function hashtagsOf(tags: Iterable<unknown>): readonly string[] {
  const kept: string[] = [];
  for (const tag of tags)
    if (typeof tag === "string")
      kept.push(tag.normalize("NFKC").trim().replace(/^#+/, "").toLowerCase());
  return kept.length === 0 ? none : eachOnce(kept);
}

/** A handle without its "@". */
export function handleOf(value: unknown): string | null {
  return textOf(typeof value === "string" ? value.trim().replace(/^@/, "") : null);
}

/** Codes that platforms still write for languages that ISO 639-1 renamed. */
const renamed: Readonly<Record<string, string>> = { in: "id", iw: "he", ji: "yi" };

/** `en`, `zh-cn`, `pt_BR` as ISO 639-1; `und`, `zxx` and `qme` tell none. */
export function languageOf(value: unknown): string | null {
  const code = typeof value === "string" ? /^\s*([a-z]{2})(?:[-_]|\s*$)/i.exec(value)?.[1] : null;
  if (!code) return null;
  const lower = code.toLowerCase();
  return renamed[lower] ?? lower;
}
