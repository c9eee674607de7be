import { type Contained, keptOfBroken, maxRecordLength, notUtf8 } from "./container.ts";
import { delimiterOf, rowAt } from "./csv-row.ts";
import type { Unmapped } from "./format.ts";
import { isWellFormed, wellFormed } from "./well-formed.ts";

/**
 * Reads the rows of a table as objects by the names in its first row, separated by comma, semicolon
 * or tab as that row is. A row with too few or too many fields, or with quotes that do not close, is
 * told as broken. After such quotes reading goes on with the next line, so that one stray quote does
 * not swallow the rows that follow.
 */
export async function* csvRows(
  text: AsyncIterable<string>,
  { maxLength = maxRecordLength }: { readonly maxLength?: number } = {},
): AsyncGenerator<Contained> {
  const reader = createReader(maxLength);
  for await (const piece of text) for (const row of reader.push(piece)) yield row;
  for (const row of reader.end()) yield row;
}

/** The names in the first row of a table, or null where there are not two or more. */
export function csvHeader(text: string): readonly string[] | null {
  const start = text.search(/\S/);
  const end = text.indexOf("\n", start);
  if (start === -1) return null;
  const first = text.slice(start, end === -1 ? text.length : end);
  const row = rowAt(first, 0, delimiterOf(first), true);
  return row.kind === "row" && row.fields.length > 1 ? namesOf(row.fields) : null;
}

/** The names of columns; of several with one name, the later ones are numbered. */
function namesOf(fields: readonly string[]): readonly string[] {
  const names: string[] = [];
  for (const field of fields) {
    const name = field.trim();
    let own = name;
    for (let number = 2; names.includes(own); number++) own = `${name} ${number}`;
    names.push(own);
  }
  return names;
}

type Reader = {
  /** The rows that the text so far has whole; to be taken all before the next piece. */
  readonly push: (piece: string) => Iterable<Contained>;
  readonly end: () => Iterable<Contained>;
};

function createReader(maxLength: number): Reader {
  let buffer = "";
  let line = 1;
  let delimiter = "";
  let toRow: ((line: number, fields: readonly string[]) => Contained) | null = null;
  // A row in quotes that is not whole is tried again only when there is twice as much of it.
  let enough = 0;
  let skipping = false;

  function* read(atEnd: boolean): Generator<Contained> {
    let start = 0;
    while (start < buffer.length) {
      const newline = buffer.indexOf("\n", start);
      if (newline === -1 && !atEnd) break;
      const lineEnd = newline === -1 ? buffer.length : newline;
      if (isBlank(buffer, start, lineEnd)) {
        start = lineEnd + 1;
        line++;
        continue;
      }
      delimiter ||= delimiterOf(buffer.slice(start, lineEnd));
      const found = rowAt(buffer, start, delimiter, atEnd);
      if (found.kind === "more" && buffer.length - start <= maxLength) break;
      if (found.kind !== "row") {
        yield brokenRow(line, buffer.slice(start, lineEnd), strayQuote);
        start = lineEnd + 1;
        line++;
        continue;
      }
      const text = buffer.slice(start, found.end);
      if (!toRow) toRow = rowsWith(namesOf(found.fields.map(wellFormed)));
      else if (isWellFormed(text)) yield toRow(line, found.fields);
      else yield brokenRow(line, text, notUtf8);
      line += found.end > lineEnd + 1 ? text.split("\n").length - 1 : 1;
      start = found.end;
    }
    buffer = buffer.slice(start);
  }

  return {
    *push(piece) {
      let next = piece;
      if (skipping) {
        const newline = piece.indexOf("\n");
        if (newline === -1) return;
        skipping = false;
        line++;
        next = piece.slice(newline + 1);
      }
      buffer += next;
      if (buffer.length < enough) return;
      yield* read(false);
      enough = Math.min(2 * buffer.length, maxLength);
      if (buffer.length <= maxLength) return;
      yield brokenRow(line, buffer.slice(0, maxLength), tooLong(maxLength));
      buffer = "";
      enough = 0;
      skipping = true;
    },
    end: () => read(true),
  };
}

function isBlank(text: string, start: number, end: number): boolean {
  return end === start || (end === start + 1 && text[start] === "\r");
}

function rowsWith(names: readonly string[]) {
  const empty: Readonly<Record<string, string>> = Object.fromEntries(
    names.map((name) => [name, ""]),
  );
  return (line: number, fields: readonly string[]): Contained => {
    if (fields.length !== names.length) {
      const broken = {
        message: `${fields.length} ${fields.length === 1 ? "field" : "fields"} where the table has ${names.length} columns`,
        mend: "look at the quotes and line breaks of the row, and export it again",
      };
      return { line, raw: JSON.stringify(fields), value: null, broken };
    }
    const row = { ...empty };
    for (let index = 0; index < names.length; index++)
      row[names[index] ?? ""] = fields[index] ?? "";
    const raw = JSON.stringify(row);
    // Parsed anew: a field is a slice, which would keep all of the text around it in memory.
    return { line, raw, value: JSON.parse(raw), broken: null };
  };
}

function brokenRow(line: number, text: string, broken: Unmapped): Contained {
  const raw = JSON.stringify(wellFormed(text.slice(0, keptOfBroken)));
  return { line, raw, value: null, broken };
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
