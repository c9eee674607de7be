import { directionOf, hasRightToLeft } from "../../document/direction.ts";

/** Markup that may be put into a page as it is. Only `html` makes it. */
export type Html = { readonly markup: string };

type Value = Html | string | number | null | undefined | false | readonly Value[];

/**
 * Makes markup. Every string that is put in is escaped, so that nothing of a document can become
 * markup; only other `html` goes in as it is. `null`, `undefined` and `false` give nothing. Between
 * tags a string that has letters running from right to left is isolated, so that a number after it is
 * not drawn into it.
 */
export function html(parts: TemplateStringsArray, ...values: readonly Value[]): Html {
  let markup = parts[0] ?? "";
  for (const [index, value] of values.entries())
    markup += markupOf(value, isBetweenTags(markup)) + (parts[index + 1] ?? "");
  return { markup };
}

function markupOf(value: Value, isBetween: boolean): string {
  if (value === null || value === undefined || value === false) return "";
  if (typeof value === "string")
    return isBetween && hasRightToLeft(value)
      ? `<bdi dir="${directionOf(value)}">${escapeHtml(value)}</bdi>`
      : escapeHtml(value);
  if (typeof value === "number") return String(value);
  if ("markup" in value) return value.markup;
  return value.map((one) => markupOf(one, isBetween)).join("");
}

/** Neither in a tag nor in an element that holds text only. */
function isBetweenTags(markup: string): boolean {
  const open = markup.lastIndexOf("<");
  return markup.lastIndexOf(">") >= open && !markup.startsWith("<title", open);
}

/** Text without an element of its own: in a passage its runs are told apart one by one. */
export function plain(text: string): Html {
  return { markup: escapeHtml(text) };
}

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&#39;",
};

/** Control characters that HTML holds: white space, and what text files bring along. */
const kept = new Set(["\t", "\n", "\r", "\u0085"]);

/** Escapes text for use between tags and inside quoted attributes; replaces what HTML cannot hold. */
export function escapeHtml(text: string): string {
  return keepable(text.replace(/[&<>"']/g, (sign) => escapes[sign] ?? sign));
}

/** The text without what HTML cannot hold. */
export function keepable(text: string): string {
  return text.replace(/\p{Cc}/gu, (sign) => (kept.has(sign) ? sign : "\ufffd"));
}
