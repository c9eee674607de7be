import type { Completeness, MetaOrigin } from "../../document/document.ts";
import { readAuthor } from "./author.ts";
import { type DomDocument, oneLine } from "./dom.ts";
import { firstText, readJsonLd } from "./json-ld.ts";
import { readLines } from "./lines.ts";
import { readPublished } from "./published.ts";

export type HtmlMetadata = {
  readonly title: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly publishedFrom: MetaOrigin | null;
  /** What speaks against the date, or why there is none; null where nothing does. */
  readonly doubt: string | null;
  readonly completeness: Completeness;
};

/** Titles are held against the lines of the page, so that an endless one would cost. */
const longestTitle = 1000;

/** What a page says of itself, in its JSON-LD, its meta elements and what it prints. */
export function readMetadata(document: DomDocument): HtmlMetadata {
  const metas = readMetas(document);
  const meta = (names: readonly string[]) =>
    names.map((name) => metas.get(name)?.[0]).find((value) => value !== undefined) ?? null;
  const addresses = [
    httpUrl(document.querySelector('link[rel~="canonical"]')?.getAttribute("href")),
    httpUrl(meta(["og:url"])),
  ].filter((address) => address !== null);
  const heading = oneLine(document.querySelector("h1")?.textContent).slice(0, longestTitle);
  const titleElement = oneLine(document.querySelector("title")?.textContent).slice(0, longestTitle);
  const named = meta(["og:title", "twitter:title", "dc.title", "parsely-title"]);
  const titles = [named, titleElement].filter(
    (title) => title !== null && title !== "",
  ) as string[];
  const structured = readJsonLd(document, [...titles, heading], addresses);
  const { articles, isOwn } = structured;
  const headline = isOwn ? firstText(articles.slice(0, 1), ["headline"]) : null;
  const url = addresses[0] ?? httpUrl(firstText(articles, ["url", "mainEntityOfPage"]));
  const free = articles.map((article) => article.isAccessibleForFree).find((v) => v !== undefined);
  const paywalled = free === false || /^false$/i.test(String(free ?? ""));
  const tag =
    firstText(articles, ["inLanguage"]) ??
    document.documentElement?.getAttribute("lang") ??
    meta(["og:locale", "content-language", "dc.language"]);
  const page = readLines(document, headline ? [headline, ...titles] : titles);
  const { published, publishedFrom, doubt } = readPublished(structured, meta, url, page, tag);
  return {
    title: headline ?? named ?? (heading || titleElement || null),
    author: readAuthor(structured, metaAuthors(metas), page, outletsOf(meta, articles)),
    url,
    language: language(tag),
    published,
    publishedFrom,
    doubt,
    completeness: paywalled || meta(["article:content_tier"]) === "locked" ? "excerpt" : "full",
  };
}

const authorNames = [
  "author",
  "parsely-author",
  "sailthru.author",
  "article:author",
  "og:article:author",
  "dc.creator",
  "dcterms.creator",
  "citation_author",
  "cxenseparse:author",
  "byl",
  "byline",
];

/** All values of the first meta element that names an author rather than an address. */
function metaAuthors(metas: Metas): readonly string[] {
  for (const name of authorNames) {
    const values = (metas.get(name) ?? []).filter(
      (value) => !/^https?:|^www\.|@|\.(?:com|org|net)\b/.test(value),
    );
    if (values.length > 0) return values;
  }
  return [];
}

/** The outlet's own names. */
function outletsOf(
  meta: (names: readonly string[]) => string | null,
  articles: readonly { readonly publisher?: unknown }[],
): readonly string[] {
  const publisher = articles[0]?.publisher;
  const name =
    typeof publisher === "object" && publisher ? (publisher as { name?: unknown }).name : publisher;
  return [name, meta(["og:site_name"]), meta(["application-name"])].filter(
    (value): value is string => typeof value === "string",
  );
}

type Metas = ReadonlyMap<string, readonly string[]>;

/** The filled `<meta>` elements by name, property, itemprop or http-equiv, in their order. */
function readMetas(document: DomDocument): Metas {
  const values = new Map<string, string[]>();
  for (const element of document.querySelectorAll("meta")) {
    const content = oneLine(element.getAttribute("content"));
    if (!content) continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name) values.set(name, [...(values.get(name) ?? []), content]);
    }
  }
  return values;
}

function httpUrl(raw: string | null | undefined): string | null {
  return raw && /^https?:\/\/\S+$/i.test(raw) ? raw : null;
}

/** ISO 639-1 from a language tag: `en-GB` → `en`. */
function language(tag: string | null): string | null {
  return /^([a-z]{2})(?:[-_]|$)/i.exec(tag ?? "")?.[1]?.toLowerCase() ?? null;
}
