import { type DomDocument, oneLine } from "./dom.ts";

export type JsonLd = Readonly<Record<string, unknown>>;

/** What the JSON-LD of a page says of its article. */
export type StructuredArticles = {
  /** Objects of an article's type, the page's own first. */
  readonly articles: readonly JsonLd[];
  /** Whether the first of them is known to be the page's own: it is the only one, or its headline or address is the page's. */
  readonly isOwn: boolean;
  /** An object that describes the page rather than an article. */
  readonly page: JsonLd | undefined;
  /** Objects by their `@id`, which others point at. */
  readonly byId: ReadonlyMap<string, JsonLd>;
};

const articleTypes = /(?:Article|BlogPosting|Report|LiveBlogPosting|SocialMediaPosting)$/;
const pageTypes = /^(?:WebPage|ItemPage|AboutPage)$/;

/** Reads all JSON-LD blocks of a page; `headlines` and `urls` are the page's own, as far as known. */
export function readJsonLd(
  document: DomDocument,
  headlines: readonly string[],
  urls: readonly string[],
): StructuredArticles {
  const articles: JsonLd[] = [];
  const pages: JsonLd[] = [];
  const byId = new Map<string, JsonLd>();
  const visit = (value: unknown, depth: number): void => {
    if (depth > 6 || typeof value !== "object" || value === null) return;
    if (Array.isArray(value)) {
      for (const item of value) visit(item, depth + 1);
      return;
    }
    const object = value as JsonLd;
    const types = [object["@type"]].flat().filter((type) => typeof type === "string");
    if (types.some((type) => articleTypes.test(type))) articles.push(object);
    else if (types.some((type) => pageTypes.test(type))) pages.push(object);
    const id = object["@id"];
    if (typeof id === "string" && !byId.has(id)) byId.set(id, object);
    visit(object["@graph"], depth + 1);
    visit(object.mainEntity, depth + 1);
  };
  for (const script of document.querySelectorAll('script[type*="ld+json"]'))
    visit(parsed(script.textContent ?? ""), 0);
  const own = articles.findIndex(
    (article) => isOneOf(article.headline ?? article.name, headlines) || isAt(article, urls),
  );
  const first = articles[Math.max(0, own)];
  return {
    articles: first ? [first, ...articles.filter((article) => article !== first)] : [],
    isOwn: own >= 0 || articles.length === 1,
    page: pages[0],
    byId,
  };
}

/**
 * JSON as publishing systems write it: inside comments or CDATA, with line breaks in values and
 * commas too many. Undefined where it cannot be mended.
 */
function parsed(script: string): unknown {
  try {
    return JSON.parse(script);
  } catch {
    const mended = script
      .replace(/^\s*(?:\/\*|\/\/)?\s*<!(?:\[CDATA\[|--)\s*(?:\*\/)?/, "")
      .replace(/(?:\/\*|\/\/)?\s?(?:\]\]|--)>\s?(?:\*\/)?\s*$/, "")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what breaks the JSON
      .replace(/[\u0000-\u001f]/g, " ")
      .replace(/,\s{0,20}(?=[}\]])/g, "")
      .replace(/;\s{0,20}$/, "");
    try {
      return JSON.parse(mended);
    } catch {
      return undefined;
    }
  }
}

function isOneOf(text: unknown, headlines: readonly string[]): boolean {
  if (typeof text !== "string") return false;
  const own = lettersOf(text);
  return own !== "" && headlines.some((headline) => lettersOf(headline) === own);
}

function isAt(article: JsonLd, urls: readonly string[]): boolean {
  const said = [article.url, article.mainEntityOfPage, article["@id"]]
    .map((value) => (typeof value === "object" && value ? (value as JsonLd)["@id"] : value))
    .filter((value) => typeof value === "string")
    .map(pathOf);
  return urls.some((url) => said.includes(pathOf(url)));
}

/** The address without what does not tell pages apart. */
function pathOf(url: string): string {
  return url.replace(/[?#].*$/s, "").replace(/^https?:\/\/(?:www\.)?|\/$/g, "");
}

export function lettersOf(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, "");
}

/** The first text among the values of `keys`, an object standing for its `@id`. */
export function firstText(objects: readonly JsonLd[], keys: readonly string[]): string | null {
  for (const key of keys)
    for (const object of objects) {
      const value = object[key];
      const text = typeof value === "object" && value ? (value as JsonLd)["@id"] : value;
      if (typeof text === "string" && text.trim()) return oneLine(text);
      if (typeof text === "number") return String(text);
    }
  return null;
}
