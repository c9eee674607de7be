import { Parser } from "htmlparser2";
import { firstStarting, isSpace } from "../../document/span.ts";

/** Where a page's kept text stands in its HTML. */
export type HtmlSource = {
  /** The place in the HTML of a place in the kept text; null where it is not there (a title from the head). */
  readonly offsetOf: (kept: number) => number | null;
  /** The comments of the page, each with the place of the kept text that it stands before. */
  readonly comments: readonly HtmlComment[];
};

export type HtmlComment = {
  readonly comment: string;
  /** Where it begins in the HTML. */
  readonly at: number;
  /** A place in the kept text: in the block that the comment stands in, or of the block after it. */
  readonly beside: number | null;
};

/** Elements whose words no reader sees. */
const unseen = new Set(["script", "style", "head", "noscript", "template", "svg"]);
const block =
  /<\/?(?:address|article|aside|blockquote|body|br|div|dl|dd|dt|figure|footer|h[1-6]|header|hr|li|main|nav|ol|p|pre|section|table|td|th|tr|ul)\b/i;
/** So many blocks of the kept text may be looked for from the page's start, where they are not in order. */
const mostLookedForAgain = 50;

/**
 * Finds the blocks of an extracted text again in the HTML it came from, by their letters alone:
 * white space and marks are passed over. One walk over the page and one over the text.
 */
export function readHtmlSource(html: string, text: string): HtmlSource {
  const { letters, places, comments } = lettersOf(html);
  const found: { readonly start: number; readonly at: number }[] = [];
  let from = 0;
  let again = 0;
  for (const { start, end } of blocksOf(text)) {
    const wanted = plain(text.slice(start, end));
    let at = letters.indexOf(wanted, from);
    if (at < 0 && again++ < mostLookedForAgain) at = letters.indexOf(wanted);
    if (at < 0) continue;
    from = at + wanted.length;
    for (let kept = start, letter = at; kept < end; kept++)
      if (!isSpace(text.charCodeAt(kept)))
        found.push({ start: kept, at: places[letter++] as number });
  }
  const inHtml = found
    .map(({ start, at }) => ({ start: at, end: at + 1, kept: start }))
    .sort((a, b) => a.start - b.start);
  const byKept = found.map(({ start, at }) => ({ start, end: start + 1, at }));
  return {
    offsetOf: (kept) => {
      const next = byKept[firstStarting(byKept, kept)];
      // A space between two words stands after the word before it.
      return next && text.slice(kept, next.start).trim() === "" ? next.at : null;
    },
    comments: comments.map(({ comment, at }) => {
      const after = firstStarting(inHtml, at);
      const [before, next] = [inHtml[after - 1], inHtml[after]];
      const apart = before === undefined || block.test(html.slice(before.start, at));
      return { comment, at, beside: (apart ? next : before)?.kept ?? null };
    }),
  };
}

/** The characters of a page that are no white space, as a reader sees them, with their places. */
function lettersOf(html: string): {
  readonly letters: string;
  readonly places: readonly number[];
  readonly comments: readonly { readonly comment: string; readonly at: number }[];
} {
  const parts: string[] = [];
  const places: number[] = [];
  const comments: { comment: string; at: number }[] = [];
  let hidden = 0;
  const parser = new Parser({
    onopentag: (name) => {
      if (unseen.has(name)) hidden++;
    },
    onclosetag: (name) => {
      if (unseen.has(name)) hidden--;
    },
    ontext: (words) => {
      if (hidden > 0) return;
      const { startIndex } = parser;
      // An entity comes alone: all its characters stand where it begins.
      const asWritten = html.startsWith(words, startIndex);
      for (let at = 0; at < words.length; at++) {
        if (isSpace(words.charCodeAt(at))) continue;
        parts.push(words[at] as string);
        places.push(startIndex + (asWritten ? at : 0));
      }
    },
    oncomment: (comment) => {
      comments.push({ comment, at: parser.startIndex });
    },
  });
  parser.write(html);
  parser.end();
  return { letters: parts.join(""), places, comments };
}

function plain(text: string): string {
  let kept = "";
  for (const character of text.match(/\S+/g) ?? []) kept += character;
  return kept.replace(/[\u0085\u200b]/g, "");
}

function* blocksOf(text: string): Iterable<{ start: number; end: number }> {
  for (const { index, 0: line } of text.matchAll(/[^\n]+/g))
    yield { start: index, end: index + line.length };
}
