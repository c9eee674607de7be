import type { Completeness, MetaOrigin } from "../../document/document.ts";
import { datelineDate, machineDate, urlDate, visibleDate } from "../dates.ts";
import { type DomDocument, oneLine } from "./dom.ts";

export type HtmlMetadata = {
  readonly title: string | null;
  readonly author: string | null;
  readonly url: string | null;
  readonly language: string | null;
  readonly published: string | null;
  readonly publishedFrom: MetaOrigin | null;
  readonly completeness: Completeness;
};

/**
 * What a page says of itself. The date of publication comes from JSON-LD, else meta elements, else
 * a `<time>` in the article's head, else the address, else a visible line: the first that has one.
 */
export function readMetadata(document: DomDocument): HtmlMetadata {
  const articles = jsonLdArticles(document);
  const meta = metaReader(document);
  const url =
    httpUrl(document.querySelector('link[rel~="canonical"]')?.getAttribute("href")) ??
    httpUrl(meta(["og:url"])) ??
    httpUrl(firstText(articles, ["url", "mainEntityOfPage"]));
  const free = articles.map((article) => article.isAccessibleForFree).find((v) => v !== undefined);
  const paywalled = free === false || /^false$/i.test(String(free ?? ""));
  return {
    title:
      firstText(articles, ["headline"]) ??
      meta(["og:title", "twitter:title", "dc.title"]) ??
      (oneLine(document.querySelector("h1")?.textContent) ||
        oneLine(document.querySelector("title")?.textContent) ||
        null),
    author:
      readAuthor(articles) ??
      plainAuthor(meta(["author", "article:author", "dc.creator", "parsely-author", "byl"])),
    url,
    language: language(
      firstText(articles, ["inLanguage"]) ??
        document.documentElement?.getAttribute("lang") ??
        meta(["og:locale", "content-language", "dc.language"]),
    ),
    ...readPublished(document, articles, meta, url),
    completeness: paywalled || meta(["article:content_tier"]) === "locked" ? "excerpt" : "full",
  };
}

const metaDates = [
  "article:published_time",
  "og:article:published_time",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publication_date",
  "citation_publication_date",
  "dc.date.issued",
  "dcterms.issued",
  "dcterms.created",
  "dc.date",
  "date",
];

function readPublished(
  document: DomDocument,
  articles: readonly JsonLd[],
  meta: (names: readonly string[]) => string | null,
  url: string | null,
): Pick<HtmlMetadata, "published" | "publishedFrom"> {
  const attempts: readonly (readonly [MetaOrigin, () => string | null])[] = [
    ["json-ld", () => firstText(articles, ["datePublished", "uploadDate", "dateCreated"])],
    ["meta", () => meta(metaDates)],
    ["time", () => timeElement(document)],
    ["url", () => (url ? urlDate(url) : null)],
    ["visible", () => visibleDateOf(document)],
  ];
  for (const [publishedFrom, read] of attempts) {
    const raw = read();
    const published = raw && (publishedFrom === "visible" ? raw : machineDate(raw));
    if (published) return { published, publishedFrom };
  }
  return { published: null, publishedFrom: null };
}

/** The date of publication marked by the page itself; a `<time>` in a list of others is not it. */
function timeElement(document: DomDocument): string | null {
  const own = document.querySelector('[itemprop="datePublished"]');
  const attribute = own?.getAttribute("content") ?? own?.getAttribute("datetime");
  if (attribute) return attribute;
  const article = document.querySelector("article") ?? document.querySelector("main");
  const times = [...(article ?? document).querySelectorAll("time[datetime]")];
  return times[0]?.getAttribute("datetime") ?? null;
}

/** Elements in which pages print their date. */
const dateElements =
  '[class*="date"], [class*="byline"], [class*="publish"], [class*="meta"], time, header p, article p';
const mostDateElements = 40;

/** Elements that hold a date of publication only where they begin by saying so. */
const plainElements = "p, small, h1 + div, h1 + span";
const mostPlainElements = 100;
const saysPublished =
  /^(?:first |last )?(?:published|posted|updated|modified|edited|released|issued|dated?)\b/i;

/** A line of publication rather than one of a change; else an agency's dateline. */
function visibleDateOf(document: DomDocument): string | null {
  const linesIn = (selector: string, most: number) =>
    [...document.querySelectorAll(selector)]
      .slice(0, most)
      .map((element) => oneLine(element.textContent));
  const plain = linesIn(plainElements, mostPlainElements);
  const texts = [
    ...linesIn(dateElements, mostDateElements),
    ...plain.filter((text) => saysPublished.test(text)),
  ].filter((text) => text.length <= 120);
  const isChange = (text: string) => /^(?:last )?(?:updated|modified|edited)\b/i.test(text);
  const ordered = [...texts.filter((text) => !isChange(text)), ...texts.filter(isChange)];
  for (const text of ordered) {
    const date = visibleDate(text);
    if (date) return date;
  }
  for (const text of plain) {
    const date = datelineDate(text);
    if (date) return date;
  }
  return null;
}

type JsonLd = Readonly<Record<string, unknown>>;

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting)$/;

/** All objects of JSON-LD that describe an article; broken scripts are passed over. */
function jsonLdArticles(document: DomDocument): JsonLd[] {
  const found: JsonLd[] = [];
  const visit = (value: unknown, depth: number): void => {
    if (depth > 6 || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const object = value as JsonLd;
    const types = [object["@type"]].flat().filter((type) => typeof type === "string");
    if (types.some((type) => articleTypes.test(type))) found.push(object);
    visit(object["@graph"], depth + 1);
    visit(object.mainEntity, depth + 1);
  };
  for (const script of document.querySelectorAll('script[type="application/ld+json"]')) {
    try {
      visit(JSON.parse(script.textContent ?? ""), 0);
    } catch {
      // Not JSON: the page's other sources of metadata remain.
    }
  }
  return found;
}

function firstText(objects: readonly JsonLd[], keys: readonly string[]): string | null {
  for (const key of keys)
    for (const object of objects) {
      const value = object[key];
      const text = typeof value === "object" && value ? (value as JsonLd)["@id"] : value;
      if (typeof text === "string" && text.trim()) return oneLine(text);
    }
  return null;
}

function readAuthor(articles: readonly JsonLd[]): string | null {
  for (const article of articles) {
    const names = [article.author]
      .flat()
      .map((author) => (typeof author === "object" && author ? (author as JsonLd).name : author))
      .filter((name): name is string => typeof name === "string")
      .map((name) => plainAuthor(name))
      .filter((name) => name !== null);
    if (names.length) return names.join(", ");
  }
  return null;
}

/** Without "By"; addresses are not names. */
function plainAuthor(raw: string | null): string | null {
  const name = oneLine(raw).replace(/^by\s+/i, "");
  return name === "" || /^https?:|@/.test(name) ? null : name;
}

/** The first filled `<meta>` by name, property, itemprop or http-equiv, in the order of `names`. */
function metaReader(document: DomDocument): (names: readonly string[]) => string | null {
  const values = new Map<string, string>();
  for (const element of document.querySelectorAll("meta")) {
    const content = oneLine(element.getAttribute("content"));
    if (!content) continue;
    for (const attribute of ["property", "name", "itemprop", "http-equiv"]) {
      const name = element.getAttribute(attribute)?.toLowerCase();
      if (name && !values.has(name)) values.set(name, content);
    }
  }
  return (names) => names.map((name) => values.get(name)).find((v) => v !== undefined) ?? null;
}

function httpUrl(raw: string | null | undefined): string | null {
  return raw && /^https?:\/\/\S+$/i.test(raw) ? raw : null;
}

/** ISO 639-1 from a language tag: `en-GB` → `en`. */
function language(tag: string | null): string | null {
  return /^([a-z]{2})(?:[-_]|$)/i.exec(tag ?? "")?.[1]?.toLowerCase() ?? null;
}
