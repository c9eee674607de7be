import { createRequire } from "node:module";
import { parseHTML } from "linkedom";
import { blockText } from "./blocks.ts";
import { pageCompleteness } from "./completeness.ts";
import { type DomDocument, type DomElement, oneLine } from "./dom.ts";
import { type HtmlMetadata, readMetadata } from "./metadata.ts";

const require = createRequire(import.meta.url);
const { Readability } = require("@mozilla/readability") as {
  Readability: new (document: unknown, options: object) => Article;
};
type Article = {
  parse(): { title: string | null; byline: string | null; content: unknown } | null;
};

/** A page's text proper and what it says of itself. `text` is empty where nothing was found. */
export type Extracted = HtmlMetadata & { readonly text: string };

/** What is on a page beside its text. */
const furniture =
  "script, style, noscript, template, svg, canvas, iframe, object, embed, form, button, input, select, textarea, nav, aside, figure, figcaption, dialog";

/** Extracts the main text (Mozilla Readability) and the metadata of one HTML page. */
export function extractHtml(html: string): Extracted {
  const whole = parse(html);
  const metadata = readMetadata(whole);
  const page = parse(html);
  const article = new Readability(page, { serializer: (node: unknown) => node }).parse();
  const main = article?.content as DomElement | undefined;
  const body = main ?? plainBody(html);
  const text = body ? textOf(body) : "";
  const title = metadata.title ?? (oneLine(article?.title) || null);
  const completeness = pageCompleteness(whole, metadata.completeness, text);
  return { ...metadata, completeness, title, text: withTitle(title, text) };
}

/** The same builder for a fragment, which linkedom would leave without a body. */
function parse(html: string): DomDocument {
  const whole = /<(?:html|body)[\s>]/i.test(html) ? html : `<html><body>${html}</body></html>`;
  return parseHTML(whole).document as unknown as DomDocument;
}

function plainBody(html: string): DomElement | null {
  return parse(html).body;
}

function textOf(root: DomElement): string {
  for (const element of [...root.querySelectorAll(furniture)]) element.remove();
  return blockText(root);
}

/** The headline opens the kept text, as in a text file, once. */
function withTitle(title: string | null, text: string): string {
  if (!title || text === "") return text;
  const first = text.slice(0, text.search(/\n|$/));
  return same(first, title) ? text : `${title}\n\n${text}`;
}

function same(a: string, b: string): boolean {
  const plain = (text: string) => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
  return plain(a) === plain(b);
}
