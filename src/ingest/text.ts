import type { Document } from "../document/document.ts";
import { writtenDate } from "./dates.ts";

/** Longest first line, in characters, that is taken for a title. */
const longestTitle = 160;

/** Lines at the top among which the title is looked for, and lines of front matter at most. */
const titleLines = 6;
const frontMatterLines = 60;

/** What a text says of itself; null where it says nothing. */
export type TextMetadata = {
  readonly title: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly language: string | null;
  /** As front matter gives it, unread. */
  readonly date: string | null;
};

/**
 * What a text says of itself, in Markdown first in its front matter. The title is a Markdown heading
 * near the top, or a short line there that is followed by another: not a label ("PRESS RELEASE"), a
 * date or a byline, which may stand over it.
 */
export function textMetadata(text: string, format: Document["format"]): TextMetadata {
  const lines = text
    .slice(0, 5000)
    .replace(/^\ufeff/, "")
    .split(/\r\n|[\n\r\u2028\u2029]/)
    .map((line) => line.replaceAll("\u00a0", " ").trim())
    .filter((line) => line !== "");
  const front = format === "markdown" ? frontMatter(lines) : undefined;
  const { fields = new Map<string, string>(), rest = lines } = front ?? {};
  const field = (...keys: string[]) =>
    keys.map((key) => fields.get(key)).find((value) => value !== undefined) ?? null;
  const url = field("url", "canonical", "canonical_url", "link", "source");
  return {
    title: field("title", "headline") ?? titleOf(rest, format),
    author: field("author", "authors", "byline"),
    url: url && /^https?:\/\/\S+$/i.test(url) ? url : null,
    language:
      /^([a-z]{2})(?:[-_]|$)/i.exec(field("lang", "language") ?? "")?.[1]?.toLowerCase() ?? null,
    date: field("date", "published", "publish_date", "pubdate", "publisheddate"),
  };
}

function titleOf(lines: readonly string[], format: Document["format"]): string | null {
  if (format === "markdown") {
    const heading = lines.slice(0, 5).find((line) => /^#{1,2}\s+\S/.test(line));
    if (heading) return plain(heading);
  }
  for (const [index, line] of lines.slice(0, titleLines).entries()) {
    const title = plain(line);
    if (index + 1 >= lines.length || title.length > longestTitle) return null;
    // One word alone is a section's name ("World"); the title follows it, as it follows a label.
    if (!/\s/.test(title) || isLabel(title) || isDate(title) || /^by [\p{Lu}|]/iu.test(title))
      continue;
    return /[,;]$/.test(title) || /^\p{Ll}/u.test(title) ? null : title;
  }
  return null;
}

/** What stands over a title and is none. */
function isLabel(line: string): boolean {
  return /^(?:(?:for )?immediate release|(?:press|news|media) (?:release|statement|notice)|press communiqu[eé]|embargoed? (?:until|for).{0,60}|breaking news|world news|opinion piece|letter to the editor|letters to the editor|photo essay|live updates?|special report|long read|fact check|in brief|news in brief)[:.!]?$/i.test(
    line,
  );
}

/** A date and nothing else, but for a weekday, a time or a word such as "Published". */
function isDate(line: string): boolean {
  const date = writtenDate(line);
  if (!date) return false;
  const beside = `${line.slice(0, date.start)} ${line.slice(date.end)}`.match(/\p{L}+/gu) ?? [];
  return beside.every((word) => besideDate.test(word));
}

const besideDate =
  /^(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?$|^(?:published|posted|updated|issued|released|dated?|on|at|of|the|am|pm|gmt|utc|th|st|nd|rd)$/i;

/** The fields between two lines of `---` at the top, and the lines after them. */
function frontMatter(
  lines: readonly string[],
): { fields: Map<string, string>; rest: readonly string[] } | undefined {
  if (lines[0] !== "---") return undefined;
  const end = lines.slice(0, frontMatterLines).indexOf("---", 1);
  if (end < 0) return undefined;
  const fields = new Map<string, string>();
  for (const line of lines.slice(1, end)) {
    const [, key, value] = /^([\w-]{1,40}):\s*(.+)$/.exec(line) ?? [];
    const bare = value?.replace(/^["']|["']$/g, "").replace(/^\[\s*|\s*\]$/g, "");
    if (key && bare && !fields.has(key.toLowerCase())) fields.set(key.toLowerCase(), bare);
  }
  return { fields, rest: lines.slice(end + 1) };
}

/** Without the marks of Markdown around it: `- **A title**` → `A title`. */
function plain(line: string): string {
  return line
    .replace(/^(?:#{1,6}|[-*>])\s+/, "")
    .replace(/^(\*\*|__|\*|_)([^*_]+)\1$/, "$2")
    .trim();
}
