/**
 * Parses JSON, also with the two escapes that exports write and JSON does not know.
 *
 *     {"text": "a\x0bb", "name": "O\'Hara"}
 *                ^^^^ \u000b       ^^ '
 *
 * Throws a SyntaxError for all else that is not JSON.
 */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    const mended = mendEscapes(text);
    if (mended === text) throw error;
    return JSON.parse(mended);
  }
}

/** The same text as JSON has it. */
export function mendEscapes(text: string): string {
  if (!text.includes("\\x") && !text.includes("\\'")) return text;
  return text.replace(/\\(x[0-9a-fA-F]{2}|[\s\S])/g, knownEscape);
}

function knownEscape(whole: string, escaped: string): string {
  if (escaped.length === 3) return `\\u00${escaped.slice(1)}`;
  return escaped === "'" ? "'" : whole;
}
