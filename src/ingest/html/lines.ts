import { type DomDocument, type DomElement, type DomNode, oneLine } from "./dom.ts";
import { lettersOf } from "./json-ld.ts";

/** Where on the page a line stands: in the article, in the site's head or foot, beside it, or among comments. */
export type Zone = "article" | "mast" | "foot" | "beside" | "comments";

/** A date that an element carries for programs, or whom it names. */
export type Mark = {
  readonly of: "date" | "author";
  readonly raw: string;
  /** What the element's names say it is: `changed` of an update; null where they say nothing. */
  readonly role: "published" | "changed" | null;
  readonly element: "time" | "meta" | "other";
};

/** A line as a reader sees it; inline elements that follow each other are parted by " | ". */
export type Line = {
  readonly text: string;
  readonly zone: Zone;
  readonly isHeading: boolean;
  /** Holds a link. */
  readonly linked: boolean;
  readonly marks: readonly Mark[];
};

/** A page's lines; `headline` is the index of the article's, or -1. */
export type PageLines = { readonly lines: readonly Line[]; readonly headline: number };

const blocks = new Set(
  "ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY BR CENTER DD DETAILS DIV DL DT FIELDSET FIGURE FIGCAPTION FOOTER FORM H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TD TFOOT TH THEAD TR UL".split(
    " ",
  ),
);
const unseen = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG HEAD IFRAME SELECT BUTTON FIGURE OBJECT".split(" "),
);
const zoneNames: readonly (readonly [Zone, RegExp])[] = [
  ["comments", /\b(?:comments?(?!-count)|disqus|replies|respond|discussion)(?:\b|[-_])/],
  [
    "beside",
    /\b(?:related|recent|popular|trending|most[-_]?read|recommend\w*|recirc\w*|teasers?|sidebar|widget\w*|promo\w*|newsletter|breadcrumbs?|outbrain|taboola|ticker|more-(?:on|from|news|stories))(?:\b|[-_])/,
  ],
  ["foot", /\b(?:site|page|region)?[-_]?(?:footer|colophon|bottom-bar)\b/],
  ["mast", /\b(?:masthead|site-header|region-header|top-?bar|navbar|page-header-top)\b/],
];

/** So many lines are looked at; longer pages are longer articles. */
const mostLines = 4000;
const maxDepth = 200;

/** The lines of a page in their order, each with where it stands and what it carries for programs. */
export function readLines(document: DomDocument, titles: readonly string[]): PageLines {
  const lines: Line[] = [];
  let open = "";
  let isHeading = false;
  let linked = false;
  let marks: Mark[] = [];
  let zone: Zone = "article";
  const close = () => {
    const text = oneLine(open).replace(/^(?:\| )+|(?: \|)+$/g, "");
    if ((text !== "" && text !== "|") || marks.length > 0)
      lines.push({ text, zone, isHeading, linked, marks });
    open = "";
    linked = false;
    marks = [];
  };
  const walk = (node: DomNode, depth: number, inArticle: boolean): void => {
    if (lines.length >= mostLines || depth > maxDepth) return;
    if (node.nodeType === 3) {
      open += node.textContent ?? "";
      return;
    }
    if (node.nodeType !== 1 || unseen.has(node.nodeName)) return;
    const element = node as DomElement;
    const name = element.nodeName;
    const outer = zone;
    const names = `${element.getAttribute("class") ?? ""} ${element.getAttribute("id") ?? ""}`;
    const inner = zoneOf(element, names.toLowerCase(), zone, inArticle);
    const isBlock = blocks.has(name);
    if (isBlock) close();
    else if (/\S\s*$/.test(open) && (name === "SPAN" || name === "A" || name === "TIME"))
      open += lastIsElement(element) ? " | " : " ";
    zone = inner;
    const wasHeading = isHeading;
    if (/^H[1-6]$/.test(name)) isHeading = true;
    if (name === "A") linked = true;
    const mark = markOf(element, name, names);
    if (mark) marks.push(...mark);
    const within = inArticle || name === "ARTICLE" || name === "MAIN";
    for (let child = node.firstChild; child; child = child.nextSibling)
      walk(child, depth + 1, within);
    if (isBlock) close();
    isHeading = wasHeading;
    zone = outer;
  };
  if (document.body) walk(document.body, 0, false);
  close();
  return { lines, headline: headlineOf(lines, titles) };
}

/** Whether nothing but white space stands between this inline element and the one before. */
function lastIsElement(element: DomElement): boolean {
  let before = element.previousSibling;
  while (before?.nodeType === 3 && !before.textContent?.trim()) before = before.previousSibling;
  return before?.nodeType === 1;
}

function zoneOf(element: DomElement, names: string, outer: Zone, inArticle: boolean): Zone {
  if (outer !== "article") return outer;
  const name = element.nodeName;
  if (name === "NAV" || name === "ASIDE") return "beside";
  if (name === "FOOTER" && !inArticle) return "foot";
  if (name === "HEADER" && !inArticle) return "mast";
  if (name === "BODY" || names === " ") return outer;
  for (const [zone, pattern] of zoneNames)
    if (pattern.test(names) && !(inArticle && (zone === "foot" || zone === "mast"))) return zone;
  return outer;
}

const dateAttributes = ["datetime", "data-datetime", "data-timestamp", "data-seconds", "data-time"];

function markOf(element: DomElement, name: string, names: string): Mark[] | null {
  const property = element.getAttribute("itemprop");
  const marks: Mark[] = [];
  if (property === "author" || element.getAttribute("rel") === "author") {
    const named = element.querySelector('[itemprop="name"]') ?? element;
    const raw = named.getAttribute("content") ?? named.textContent ?? "";
    marks.push({ of: "author", raw: oneLine(raw), role: null, element: "other" });
  }
  const own = property === "datePublished" || property === "dateCreated";
  const changed = property === "dateModified" || /updat|modif|chang|edited/i.test(names);
  const isDate = own || property === "dateModified" || name === "TIME" || /date|time/i.test(names);
  if (!isDate) return marks.length > 0 ? marks : null;
  const attribute =
    (own || property === "dateModified" ? element.getAttribute("content") : null) ??
    dateAttributes.map((key) => element.getAttribute(key)).find((value) => value);
  const published =
    own || element.getAttribute("pubdate") !== null || /publish|posted/i.test(names);
  if (attribute)
    marks.push({
      of: "date",
      raw: attribute,
      role: published ? "published" : changed ? "changed" : null,
      element: name === "TIME" ? "time" : name === "META" ? "meta" : "other",
    });
  return marks.length > 0 ? marks : null;
}

/** Longest line that can be a headline. */
const longestHeadline = 250;

/**
 * The line that says what one of the page's titles says or begins with: a heading before another
 * line, a longer before a shorter one (the site's name stands in the title, too).
 */
function headlineOf(lines: readonly Line[], titles: readonly string[]): number {
  const wanted = titles.map(lettersOf).filter((title) => title !== "");
  let best = -1;
  let bestLength = 0;
  let firstHeading = -1;
  for (const [index, { text, zone, isHeading }] of lines.entries()) {
    if (zone !== "article" && zone !== "mast") continue;
    if (text.length > longestHeadline) continue;
    const letters = lettersOf(text);
    if (isHeading && zone === "article" && firstHeading < 0) firstHeading = index;
    if (letters.length < 8 && !isHeading) continue;
    if (letters === "" || !wanted.some((title) => title.includes(letters))) continue;
    const length = letters.length + (isHeading ? 1000 : 0);
    if (length > bestLength) {
      best = index;
      bestLength = length;
    }
  }
  return best >= 0 ? best : firstHeading;
}
