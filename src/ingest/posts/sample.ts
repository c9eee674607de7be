import { csvHeader } from "./csv-rows.ts";
import type { Sample } from "./format.ts";
import { parseJson } from "./parse-json.ts";

/** Most records of a sample: enough to meet one that has the fields of its format. */
const sampleRecords = 20;

/** What a file is, as far as its beginning tells. */
export function sampleOf(text: string): Sample {
  const json = /^\s*[[{]/.test(text);
  return {
    text,
    header: json ? null : csvHeader(text),
    records: json ? firstRecords(text) : [],
  };
}

/** JSON by lines, or one whole value on one line; the last line may be cut off. */
function firstRecords(text: string): readonly unknown[] {
  const records: unknown[] = [];
  for (const line of text.split("\n")) {
    if (records.length === sampleRecords) break;
    if (line.trim() === "") continue;
    try {
      records.push(parseJson(line));
    } catch {
      // Broken lines are told when the file is read; a value over several lines has none that are whole.
    }
  }
  return records;
}

/** A file's beginning in words, for one who does not know its format. */
export function describeSample({ text, header, records }: Sample): string {
  if (text.trim() === "") return "nothing but white space";
  if (header)
    return `a table with the ${header.length} columns ${listed(header.filter((name) => name !== ""))}`;
  const names = namesIn(records.slice(0, 1));
  if (names.length > 0) return `JSON with the fields ${listed(names)}`;
  const start = text.trim().replace(/\s+/g, " ").slice(0, 60);
  return /^[[{]/.test(start)
    ? `JSON that begins with ${start}`
    : `text that begins with "${start}"`;
}

/** The names of the fields of records, in the order in which they come. */
export function namesIn(records: readonly unknown[]): readonly string[] {
  const names = new Set<string>();
  for (const record of records)
    if (typeof record === "object" && record !== null && !Array.isArray(record))
      for (const name of Object.keys(record)) names.add(name);
  return [...names];
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 12).map((name) => name.slice(0, 40));
  return names.length > shown.length ? `${shown.join(", ")}, …` : shown.join(", ");
}
