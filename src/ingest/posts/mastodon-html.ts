import { Parser } from "htmlparser2";
import { maxHtmlDepth } from "../limits.ts";

/** Elements that begin and end a paragraph. */
const blocks = new Set(
  "p blockquote pre ul ol div h1 h2 h3 h4 h5 h6 table section article hr".split(" "),
);
/** Elements whose words nobody reads; `quote-inline` repeats a quoted post's address for old servers. */
const silent = new Set(["script", "style", "template", "noscript", "iframe", "title"]);

/** How much is given to the parser at once, in UTF-16 code units. */
const pieceLength = 8192;

/**
 * The words of a post's HTML, paragraphs parted by an empty line, and its links without those that
 * stand for hashtags and mentions. Servers hide parts of a link from the eye; they are its words:
 *
 *     <a href="https://tarn.example/dam?id=4"><span class="invisible">https://</span>
 *       <span class="ellipsis">tarn.example/dam</span><span class="invisible">?id=4</span></a>
 */
export function textOfHtml(html: string): {
  readonly text: string;
  readonly links: readonly string[];
} {
  const parts: string[] = [];
  const links: string[] = [];
  const open: boolean[] = [];
  let hidden = 0;
  const parser = new Parser(
    {
      onopentag(name, { class: classes = "", href }) {
        const words = classes.split(/\s+/);
        const isHidden = silent.has(name) || words.includes("quote-inline");
        open.push(isHidden);
        if (isHidden) hidden++;
        if (blocks.has(name)) parts.push("\n\n");
        else if (name === "br" || name === "li") parts.push("\n");
        const isTagged = words.includes("mention") || words.includes("hashtag");
        if (
          name === "a" &&
          href &&
          !isTagged &&
          hidden === 0 &&
          /^[a-z][a-z\d+.-]*:\/\//i.test(href)
        )
          links.push(href);
      },
      ontext(text) {
        if (hidden === 0) parts.push(text.replace(/[\t\n\r ]+/g, " "));
      },
      onclosetag(name) {
        if (open.pop()) hidden--;
        if (blocks.has(name)) parts.push("\n\n");
      },
    },
    { decodeEntities: true },
  );
  // The parser's time grows with the square of the depth: what no server makes is cut out unread.
  for (let at = 0; at < html.length; at += pieceLength) {
    parser.write(html.slice(at, at + pieceLength));
    if (open.length > maxHtmlDepth)
      return { text: html.replace(/<[^<>]*>/g, "").trim(), links: [] };
  }
  parser.end();
  const text = parts
    .join("")
    .replace(/ *\n */g, "\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
  return { text, links };
}
