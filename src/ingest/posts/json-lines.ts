import { type Contained, keptOfBroken, maxRecordLength, notUtf8 } from "./container.ts";
import { mendEscapes } from "./parse-json.ts";
import { isWellFormed, wellFormed } from "./well-formed.ts";

/**
 * Reads one JSON value a line; blank lines are none. A line that is no JSON, or longer than
 * `maxLength` UTF-16 code units, is told as broken, and the next one is read.
 */
export async function* jsonLines(
  text: AsyncIterable<string>,
  { maxLength = maxRecordLength }: { readonly maxLength?: number } = {},
): AsyncGenerator<Contained> {
  let line = 1;
  let parts: string[] = [];
  let length = 0;
  for await (const piece of text) {
    let start = 0;
    for (let end = piece.indexOf("\n"); end !== -1; end = piece.indexOf("\n", start)) {
      if (length + end - start > maxLength) {
        parts.push(piece.slice(start, Math.min(end, start + keptOfBroken)));
        yield tooLong(line, parts, maxLength);
      } else {
        parts.push(piece.slice(start, end));
        const record = readLine(line, parts.length === 1 ? (parts[0] ?? "") : parts.join(""));
        if (record) yield record;
      }
      parts = [];
      length = 0;
      start = end + 1;
      line++;
    }
    // Of a line that is too long, only the beginning is kept.
    if (length <= maxLength && start < piece.length) parts.push(piece.slice(start));
    length += piece.length - start;
  }
  if (length > maxLength) yield tooLong(line, parts, maxLength);
  else {
    const record = readLine(line, parts.join(""));
    if (record) yield record;
  }
}

function readLine(line: number, text: string): Contained | null {
  const raw = text.trim();
  if (raw === "") return null;
  if (!isWellFormed(raw)) return { line, raw: wellFormed(raw), value: null, broken: notUtf8 };
  const read = parsed(raw);
  if (read) return { line, raw, value: read.value, broken: null };
  const mended = mendEscapes(raw);
  const readMended = mended === raw ? null : parsed(mended);
  if (readMended) return { line, raw: mended, value: readMended.value, broken: null };
  const broken = {
    message: `not valid JSON: ${placeOfError(raw)}`,
    mend: "export it again; the other lines are read",
  };
  return { line, raw, value: null, broken };
}

function parsed(text: string): { readonly value: unknown } | null {
  try {
    return { value: JSON.parse(text) };
  } catch {
    return null;
  }
}

/** Where a line breaks off, or that it is broken elsewhere. */
function placeOfError(raw: string): string {
  const last = raw.at(-1);
  return last === "}" || last === "]" ? "it is broken within" : "it breaks off before its end";
}

function tooLong(line: number, parts: readonly string[], maxLength: number): Contained {
  const raw = wellFormed(parts.join("").slice(0, Math.min(keptOfBroken, maxLength)));
  const broken = {
    message: `longer than ${maxLength.toLocaleString("en")} characters, so only its beginning is kept`,
    mend: "if it is not a post, remove it; if the file is one JSON value, say which format it is",
  };
  return { line, raw, value: null, broken };
}
