import type { Document } from "../document/document.ts";

/** Longest first line, in characters, that is taken for a title. */
const longestTitle = 160;

/**
 * What a text says of itself: the title is a Markdown heading near the top, or a short first line
 * that is followed by another; else null.
 */
export function textTitle(text: string, format: Document["format"]): string | null {
  const lines = text
    .slice(0, 5000)
    .replace(/^\ufeff/, "")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replaceAll("\u00a0", " ").trim())
    .filter((line) => line !== "");
  if (format === "markdown") {
    const front = lines[0] === "---" ? frontMatterTitle(lines) : null;
    if (front) return front;
    const heading = lines.slice(0, 5).find((line) => /^#{1,2}\s+\S/.test(line));
    if (heading) return plain(heading);
  }
  const candidates = lines.slice(0, 3);
  for (const [index, line] of candidates.entries()) {
    const title = plain(line);
    if (index + 1 >= lines.length || title.length > longestTitle) return null;
    // One word alone is a section's name ("World"); the title follows it.
    if (/\s/.test(title)) return /[,;]$/.test(title) || /^\p{Ll}/u.test(title) ? null : title;
  }
  return null;
}

function frontMatterTitle(lines: readonly string[]): string | null {
  for (const line of lines.slice(1, 20)) {
    if (line === "---") return null;
    const match = /^title:\s*(.+)$/.exec(line);
    if (match?.[1]) return match[1].replace(/^["']|["']$/g, "");
  }
  return null;
}

/** Without the marks of Markdown around it: `- **A title**` → `A title`. */
function plain(line: string): string {
  return line
    .replace(/^(?:#{1,6}|[-*>])\s+/, "")
    .replace(/^(\*\*|__|\*|_)([^*_]+)\1$/, "$2")
    .trim();
}
