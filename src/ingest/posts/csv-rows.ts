import { type Contained, keptOfBroken, maxRecordLength, notUtf8 } from "./container.ts";
import type { Unmapped } from "./format.ts";
import { isWellFormed, wellFormed } from "./well-formed.ts";

/**
 * Reads the rows of a table as objects by the names in its first row (RFC 4180, separated by comma,
 * semicolon or tab). A field in quotes may go over lines; a quote elsewhere is a letter. A row with
 * too few or too many fields, or with quotes that do not close, is told as broken, and reading goes
 * on with the line after its first, so that one stray quote does not swallow the rows that follow.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  { maxLength = maxRecordLength }: { readonly maxLength?: number } = {},
): AsyncGenerator<Contained> {
  let names: readonly string[] | null = null;
  let delimiter = ",";
  for await (const row of rowsOf(text, maxLength, (first) => {
    delimiter = delimiterOf(first);
    return delimiter;
  })) {
    if (row.broken) yield { line: row.line, raw: row.raw, value: null, broken: row.broken };
    else if (!names) names = row.fields.map((name) => name.trim());
    else yield record(row.line, row.fields, names);
  }
}

/** The names in the first row of a table, or null where there is none with two columns or more. */
export function csvHeader(text: string): readonly string[] | null {
  const end = text.indexOf("\n");
  const first = end === -1 ? text : text.slice(0, end);
  const row = rowAt(`${first}\n`, 0, delimiterOf(first), true);
  if (row.kind !== "row" || row.fields.length < 2) return null;
  return row.fields.map((name) => name.trim());
}

/** The separator that the first line has most of, outside quotes. */
function delimiterOf(line: string): string {
  const outside = line.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((one) => ({ one, count: outside.split(one).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).one;
}

function record(line: number, fields: readonly string[], names: readonly string[]): Contained {
  if (fields.length !== names.length) {
    const broken = {
      message: `${fields.length} ${fields.length === 1 ? "field" : "fields"} where the table has ${names.length} columns`,
      mend: "look at the quotes and line breaks of the row, and export it again",
    };
    return { line, raw: JSON.stringify(fields.map(wellFormed)), value: null, broken };
  }
  if (!fields.every(isWellFormed))
    return { line, raw: JSON.stringify(fields.map(wellFormed)), value: null, broken: notUtf8 };
  const value: Record<string, string> = {};
  for (let index = 0; index < names.length; index++)
    value[names[index] ?? ""] = fields[index] ?? "";
  return { line, raw: JSON.stringify(value), value, broken: null };
}

type Row =
  | { readonly line: number; readonly fields: readonly string[]; readonly broken: null }
  | { readonly line: number; readonly raw: string; readonly broken: Unmapped };

async function* rowsOf(
  text: AsyncIterable<string>,
  maxLength: number,
  delimiterBy: (firstLine: string) => string,
): AsyncGenerator<Row> {
  let buffer = "";
  let line = 1;
  let delimiter: string | null = null;
  // A row in quotes over many pieces is tried again only when there is twice as much of it.
  let enough = 0;
  const rows = function* (atEnd: boolean): Generator<Row> {
    let start = 0;
    while (start < buffer.length) {
      const newline = buffer.indexOf("\n", start);
      if (newline === -1 && !atEnd) break;
      const firstEnd = newline === -1 ? buffer.length : newline;
      if (
        buffer.slice(start, Math.min(firstEnd, start + 2)).trim() === "" &&
        firstEnd < start + 2
      ) {
        line++;
        start = firstEnd + 1;
        continue;
      }
      delimiter ??= delimiterBy(buffer.slice(start, firstEnd));
      const found = rowAt(buffer, start, delimiter, atEnd);
      if (found.kind === "more" && buffer.length - start <= maxLength) break;
      if (found.kind === "row") {
        if (found.fields.length > 1 || found.fields[0]?.trim() !== "")
          yield { line, fields: found.fields, broken: null };
        line += linesIn(buffer, start, found.end);
        start = found.end;
      } else {
        const raw = wellFormed(buffer.slice(start, Math.min(firstEnd, start + keptOfBroken)));
        yield { line, raw: JSON.stringify(raw), broken: strayQuote };
        line++;
        start = firstEnd + 1;
      }
    }
    buffer = start === 0 ? buffer : buffer.slice(start);
  };
  let skipping = false;
  for await (const piece of text) {
    let next = piece;
    if (skipping) {
      const newline = piece.indexOf("\n");
      if (newline === -1) continue;
      skipping = false;
      line++;
      next = piece.slice(newline + 1);
    }
    buffer += next;
    if (buffer.length < enough) continue;
    yield* rows(false);
    if (buffer.length > maxLength) {
      // What is left is one line without an end.
      const raw = JSON.stringify(wellFormed(buffer.slice(0, keptOfBroken)));
      yield { line, raw, broken: tooLong(maxLength) };
      buffer = "";
      skipping = true;
    }
    enough = Math.min(2 * buffer.length, maxLength);
  }
  yield* rows(true);
}

type Found =
  | { readonly kind: "row"; readonly fields: string[]; readonly end: number }
  | { readonly kind: "more" }
  | { readonly kind: "stray" };

/** The row that begins at `start`: `more` where it goes on after the text, `stray` where it cannot be read. */
function rowAt(text: string, start: number, delimiter: string, atEnd: boolean): Found {
  const newline = text.indexOf("\n", start);
  const lineEnd = newline === -1 ? text.length : newline;
  if (newline === -1 && !atEnd) return { kind: "more" };
  const line = text.slice(start, text[lineEnd - 1] === "\r" ? lineEnd - 1 : lineEnd);
  if (!line.includes('"')) return { kind: "row", fields: line.split(delimiter), end: lineEnd + 1 };
  const fields: string[] = [];
  let at = start;
  for (;;) {
    if (text[at] !== '"') {
      const ends = fieldEnd(text, at, delimiter);
      if (ends === -1 && !atEnd) return { kind: "more" };
      const end = ends === -1 ? text.length : ends;
      if (text[end] === delimiter) {
        fields.push(text.slice(at, end));
        at = end + 1;
        continue;
      }
      fields.push(text.slice(at, text[end - 1] === "\r" ? end - 1 : end));
      return { kind: "row", fields, end: end + 1 };
    }
    const close = closingQuote(text, at + 1);
    if (close === -1 || (close + 1 === text.length && !atEnd))
      return { kind: atEnd ? "stray" : "more" };
    const field = text.slice(at + 1, close);
    fields.push(field.includes('"') ? field.replaceAll('""', '"') : field);
    const after = text[close + 1];
    if (after === delimiter) at = close + 2;
    else if (after === "\n" || after === undefined) return { kind: "row", fields, end: close + 2 };
    else if (after === "\r" && close + 2 === text.length && !atEnd) return { kind: "more" };
    else if (after === "\r" && (text[close + 2] ?? "\n") === "\n")
      return { kind: "row", fields, end: close + 3 };
    else return { kind: "stray" };
  }
}

/** Where a field without quotes ends: at the next separator or line end, or -1. */
function fieldEnd(text: string, at: number, delimiter: string): number {
  for (let index = at; index < text.length; index++) {
    const letter = text[index];
    if (letter === delimiter || letter === "\n") return index;
  }
  return -1;
}

/** The quote that closes a field; two together stand for one within it. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}

function linesIn(text: string, start: number, end: number): number {
  let count = 0;
  for (let at = text.indexOf("\n", start); at !== -1 && at < end; at = text.indexOf("\n", at + 1))
    count++;
  return count;
}

const strayQuote: Unmapped = {
  message: "a field in quotes that does not close",
  mend: "look at the quotes of this line, and export it again",
};

function tooLong(maxLength: number): Unmapped {
  return {
    message: `longer than ${maxLength.toLocaleString("en")} characters, so only its beginning is kept`,
    mend: "look at the quotes of this row, and export it again",
  };
}
