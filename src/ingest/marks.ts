import type { Document } from "../document/document.ts";
import { firstStarting, type Span, spanAt } from "../document/span.ts";
import type { Place } from "../document/yaml.ts";

/** What a writer wrote for the check: the words after "parallax:", where, and for which passage. */
export type DraftMark = {
  readonly words: string;
  readonly place: Place;
  /** Where it stands in the text; null for a comment beside the text. */
  readonly at: Span | null;
  /** The block it stands in, or the one after it where it stands alone; null where nothing follows. */
  readonly about: Span | null;
};

type Comment = { readonly comment: string; readonly place: Place; readonly beside: number | null };
type Text = Pick<Document, "text" | "format">;

/** What stands for a comment in formats that have none, on one line. */
const bracketed = /\[parallax:[^\][\n]{1,400}\]/gi;
const written = /^(?:<!--|\[)?\s*parallax\s*:\s*([\s\S]*?)\s*(?:-->|\])?$/i;

/**
 * Reads the marks of a draft: `<!-- parallax: … -->` in Markdown and HTML, `[parallax: …]` in text,
 * Markdown and Word documents, and comments in a Word document's margin that begin with "parallax:".
 */
export function readMarks(
  document: Text,
  comments: readonly Comment[],
  placeOf: (offset: number) => Place,
): DraftMark[] {
  const { text } = document;
  const marked = markedOf(document);
  const blocks = blocksOf(text);
  const inText = marked.flatMap(({ start, end }) => {
    const words = wordsOf(text.slice(start, end));
    const about = aboutOf(start, blocks, marked, text);
    return words === null ? [] : [{ words, place: placeOf(start), at: { start, end }, about }];
  });
  const beside = comments.flatMap(({ comment, place, beside }) => {
    const words = wordsOf(comment.trim());
    const about = beside === null ? null : (spanAt(blocks, beside) ?? null);
    return words === null ? [] : [{ words, place, at: null, about }];
  });
  return [...inText, ...beside].sort(
    (a, b) => a.place.line - b.place.line || a.place.column - b.place.column,
  );
}

/**
 * The text as it is read: marks, comments of Markdown and its front matter are blank, and a
 * paragraph of Markdown that runs over several lines is one line. Every other character stays where
 * it is.
 */
export function withoutMarked(document: Text): string {
  const text = withBlank(document.text, markedOf(document));
  if (document.format !== "markdown") return text;
  const front = /^\ufeff?---\r?\n[\s\S]{0,8000}?\n---[^\S\n]*(?=\n|$)/.exec(text);
  return joined(front ? withBlank(text, [{ start: 0, end: front[0].length }]) : text);
}

/**
 * The block of a text around a place, without the white space behind it: a mark is put at its end. `text` is
 * one in which marks are blank.
 */
export function blockAround(text: string, at: number): Span {
  const { start, end } = spanAt(blocksOf(text), at) ?? { start: 0, end: text.length };
  return { start, end: start + text.slice(start, end).trimEnd().length };
}

/** Comments and marks in brackets, in the order of the text, none inside or across another. */
function markedOf({ text, format }: Text): Span[] {
  if (format === "html") return [];
  const comments = format === "markdown" ? commentsOf(text) : [];
  const brackets = [...text.matchAll(bracketed)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
  const marked = [...brackets, ...comments].sort((a, b) => a.start - b.start);
  let end = 0;
  return marked.filter((span) => {
    if (span.start < end) return false;
    end = span.end;
    return true;
  });
}

/** The comments of Markdown. */
function commentsOf(text: string): Span[] {
  const comments: Span[] = [];
  for (let at = text.indexOf("<!--"); at >= 0; ) {
    const close = text.indexOf("-->", at + 4);
    if (close < 0) break;
    comments.push({ start: at, end: close + 3 });
    at = text.indexOf("<!--", close + 3);
  }
  return comments;
}

function wordsOf(comment: string): string | null {
  return written.exec(comment)?.[1]?.replace(/\s+/g, " ") ?? null;
}

/** The text with nothing but white space in some spans, which come in order. */
function withBlank(text: string, spans: readonly Span[]): string {
  const parts: string[] = [];
  let from = 0;
  for (const { start, end } of spans) {
    parts.push(text.slice(from, start), text.slice(start, end).replace(/[^\n\r]/g, " "));
    from = end;
  }
  return parts.join("") + text.slice(from);
}

/** The stretches between empty lines. */
function blocksOf(text: string): Span[] {
  const blocks: Span[] = [];
  let start = 0;
  for (const { index, 0: between } of text.matchAll(/\r?\n(?:[^\S\n]*\r?\n)+/g)) {
    if (index > start) blocks.push({ start, end: index });
    start = index + between.length;
  }
  return start < text.length ? [...blocks, { start, end: text.length }] : blocks;
}

/** The block that a mark stands in; where it holds nothing but marks, the next one that does. */
function aboutOf(
  at: number,
  blocks: readonly Span[],
  marked: readonly Span[],
  text: string,
): Span | null {
  for (let next = Math.max(0, firstStarting(blocks, at + 1) - 1); next < blocks.length; next++) {
    const block = blocks[next] as Span;
    const inside = marked
      .slice(firstStarting(marked, block.start), firstStarting(marked, block.end))
      .map(({ start, end }) => ({
        start: start - block.start,
        end: Math.min(end, block.end) - block.start,
      }));
    if (withBlank(text.slice(block.start, block.end), inside).trim() !== "") return block;
  }
  return null;
}

/** What begins a block of its own in Markdown. */
const opensBlock = /^\s{0,3}(?:#{1,6}\s|>|[-*+]\s|\d{1,3}[.)]\s|\||```|~~~|---|===|<)/;
/** A line after which a paragraph does not go on: a heading, a row, a fence, a rule. */
const endsBlock = /^\s{0,3}(?:#{1,6}\s|\||```|~~~|---|===)/;

/** Line breaks inside paragraphs of Markdown become spaces. */
function joined(text: string): string {
  const lines = text.split("\n");
  let fenced = false;
  return lines
    .map((line, at) => {
      if (/^\s{0,3}(?:```|~~~)/.test(line)) fenced = !fenced;
      const next = lines[at + 1];
      if (next === undefined) return line;
      const runsOn =
        !fenced &&
        line.trim() !== "" &&
        next.trim() !== "" &&
        !endsBlock.test(line) &&
        !/(?: {2}|\\)\r?$/.test(line) &&
        !opensBlock.test(next);
      return runsOn ? `${line.replace(/\r$/, " ")} ` : `${line}\n`;
    })
    .join("");
}
