/** A row of a table in a text: `more` where it goes on after the text, `stray` where it cannot be read. */
export type FoundRow =
  | { readonly kind: "row"; readonly fields: readonly string[]; readonly end: number }
  | { readonly kind: "more" }
  | { readonly kind: "stray" };

/**
 * The row that begins at `start` (RFC 4180). A field in quotes may go over lines; a quote within a
 * field without quotes is a letter.
 *
 *     7,"The ferry, ""again""",5" of rain
 *     ^ ^^^^^^^^^^^^^^^^^^^^^^ ^^^^^^^^^^
 * @param atEnd whether the text ends the file
 */
export function rowAt(text: string, start: number, delimiter: string, atEnd: boolean): FoundRow {
  const newline = text.indexOf("\n", start);
  if (newline === -1 && !atEnd) return { kind: "more" };
  const lineEnd = newline === -1 ? text.length : newline;
  const line = text.slice(start, withoutReturn(text, start, lineEnd));
  if (!line.includes('"')) return { kind: "row", fields: line.split(delimiter), end: lineEnd + 1 };
  const fields: string[] = [];
  for (let at = start; ; ) {
    if (text[at] !== '"') {
      const end = fieldEnd(text, at, delimiter);
      if (end === text.length && !atEnd) return { kind: "more" };
      if (text[end] === delimiter) {
        fields.push(text.slice(at, end));
        at = end + 1;
        continue;
      }
      fields.push(text.slice(at, withoutReturn(text, at, end)));
      return { kind: "row", fields, end: end + 1 };
    }
    const close = closingQuote(text, at + 1);
    if (close === -1) return { kind: atEnd ? "stray" : "more" };
    const after = text[close + 1] === "\r" ? close + 2 : close + 1;
    if (after >= text.length && !atEnd) return { kind: "more" };
    const field = text.slice(at + 1, close);
    fields.push(field.includes('"') ? field.replaceAll('""', '"') : field);
    if (text[close + 1] === delimiter) at = close + 2;
    else if (after >= text.length || text[after] === "\n")
      return { kind: "row", fields, end: after + 1 };
    else return { kind: "stray" };
  }
}

/** The separator that the first line of a table has most of, outside quotes. */
export function delimiterOf(line: string): string {
  const outside = line.replace(/"[^"]*"/g, "");
  const counts = [",", ";", "\t"].map((one) => ({ one, count: outside.split(one).length }));
  return counts.reduce((best, next) => (next.count > best.count ? next : best)).one;
}

function withoutReturn(text: string, start: number, end: number): number {
  return end > start && text[end - 1] === "\r" ? end - 1 : end;
}

/** Where a field without quotes ends: at the next separator, line end or the text's end. */
function fieldEnd(text: string, start: number, delimiter: string): number {
  const separator = delimiter.charCodeAt(0);
  let at = start;
  for (; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code === separator || code === 10) break;
  }
  return at;
}

/** The quote that closes a field; two together stand for one within it. */
function closingQuote(text: string, from: number): number {
  let at = text.indexOf('"', from);
  while (at !== -1 && text[at + 1] === '"') at = text.indexOf('"', at + 2);
  return at;
}
