import { writtenDays } from "../dates.ts";
import { oneLine } from "./dom.ts";
import type { JsonLd, StructuredArticles } from "./json-ld.ts";
import type { Line, PageLines } from "./lines.ts";
import { headOf, printedMonth } from "./printed.ts";

/**
 * Who wrote the article: as its JSON-LD says, else meta elements, else an element marked as the
 * author's, else the byline printed under the headline or at the end. Names of accounts ("admin")
 * and the outlet's own name are nobody. Names are joined by ", "; null where nobody is named.
 */
export function readAuthor(
  structured: StructuredArticles,
  metaAuthors: readonly string[],
  page: PageLines,
  outlets: readonly string[],
): string | null {
  const isOutlet = (name: string) =>
    outlets.some((outlet) => outlet.toLowerCase() === name.toLowerCase());
  const named = (names: readonly string[]): string | null => {
    const kept = [...new Set(names)].filter((name) => !isOutlet(name) && !accounts.test(name));
    return kept.length > 0 ? kept.join(", ") : null;
  };
  const [own] = structured.articles;
  const stated = structured.isOwn && own ? authorsOf(own, structured.byId) : [];
  return (
    named(stated.flatMap(listed)) ??
    named(metaAuthors.flatMap(listed)) ??
    named(markedAuthors(page)) ??
    named(printedAuthors(page))
  );
}

/** Names of accounts rather than of people. */
const accounts =
  /^(?:admin(?:istrator)?\d*|root|webmaster|web ?admin|editor|user\d*|guest|anonymous|author|default|unknown|n\/a|null|none|superuser|siteadmin|cms)$/i;

function authorsOf(article: JsonLd, byId: ReadonlyMap<string, JsonLd>): string[] {
  return [article.author ?? article.creator]
    .flat()
    .flatMap((author) => {
      if (typeof author !== "object" || !author) return author;
      const { name, "@id": id } = author as JsonLd;
      return name ?? (typeof id === "string" ? byId.get(id)?.name : undefined);
    })
    .filter((name): name is string => typeof name === "string");
}

/** Names in a value that holds nothing but names: "By Ina Dorn, Ole Quist and Mara Holm". */
function listed(raw: string): string[] {
  const value = withoutBy(oneLine(raw));
  if (value === "" || /https?:|www\.|@|^\//.test(value)) return [];
  const parts = value.split(/\s*(?:[;|&/]|\band\b)\s*/i).filter((part) => part !== "");
  return parts.flatMap((part) => {
    const pieces = part.split(/\s*,\s*/).filter((piece) => piece !== "");
    const areNames = pieces.every((piece) => isName(piece) && /\s/.test(piece));
    return areNames ? pieces : [withoutRole(part)];
  });
}

function withoutRole(name: string): string {
  const [first, ...rest] = name.split(/\s*,\s*/);
  return rest.some((piece) => roleWords.test(piece)) ? (first as string) : name;
}

const byWord =
  /^(?:(?:words|story|text|report(?:ed|ing)?|written|posted|published|article)\s*(?:by\s*:?|:)|by\s*:?|von|par|por|door|av|автор:?)\s+/iu;

function withoutBy(line: string): string {
  return line.replace(/^[|·•–—\s]+/, "").replace(byWord, "");
}

const roleWords =
  /(?:^|[^\p{L}])(?:correspondent|reporter|editor|writer|staff|bureau|chief|columnist|analyst|photographer|journalist|contributor|producer|desk|fellow|professor|director|team|agency|news)(?![\p{L}])/iu;

const particles =
  "de|del|della|di|da|dos|van|von|der|den|ter|la|le|al|el|bin|ibn|bint|ben|zu|af|y|e";
const name = `\\p{Lu}[\\p{L}\\p{M}.'’-]*(?:\\s(?:(?:${particles})\\s){0,2}\\p{Lu}[\\p{L}\\p{M}.'’-]*){1,4}`;
const wholeName = new RegExp(`^${name}$`, "u");
const openingName = new RegExp(`^${name}`, "u");
/** Words that open a line of the head and are no names. */
const noNames =
  /(?:^|[^\p{L}])(?:by|from|written|press|release|news|home|comments?|share|updated?|published|posted|more|read|photo|image|picture|department|ministry|office|section|category|tags?|edition|issue|volume|monday|tuesday|wednesday|thursday|friday|saturday|sunday|subscribe|sign|live|breaking|opinion|editorial|analysis|world|politics|business|sport|culture|min|minutes|gmt|utc|the)(?![\p{L}])/iu;

function isName(text: string): boolean {
  return wholeName.test(text) && !noNames.test(text);
}

/** What elements marked as the author's hold. */
function markedAuthors(page: PageLines): string[] {
  const { lines, headline } = page;
  const found: string[] = [];
  for (const [index, line] of lines.entries())
    for (const { of, raw } of line.marks)
      if (of === "author" && (line.zone === "article" || index === headline))
        found.push(...fromByline(raw, true));
  return found;
}

/** The byline printed under the headline, else what stands in one at the text's end. */
function printedAuthors(page: PageLines): string[] {
  const { lines } = page;
  const head = headOf(page);
  const under = lines.slice(head.headline + 1, head.to);
  const above = lines.slice(head.from, head.headline);
  const foot = lines.slice(head.foot[0], head.foot[1]);
  for (const region of [under, above, foot])
    for (const [index, line] of region.entries()) {
      if (line.text.length > 120 || line.zone === "beside" || line.zone === "comments") continue;
      if (line.isHeading) continue;
      const isByWordAlone = /^(?:by|von|par|por|author|words)\s*:?$/i.test(
        region[index - 1]?.text ?? "",
      );
      const names = fromByline(line.text, isByWordAlone);
      if (names.length > 0) return names;
      if (region !== above && isBesideDate(region, index)) {
        const alone = fromByline(line.text, true);
        if (alone.length > 0) return alone;
      }
    }
  return [];
}

/** Whether the line, or a neighbour, prints a day or is linked as a profile is: a bare name is then the writer's. */
function isBesideDate(region: readonly Line[], index: number): boolean {
  return (
    [region[index], region[index - 1], region[index + 1]].some(
      (line) =>
        line !== undefined &&
        line.text.length <= 80 &&
        (writtenDays(line.text).length > 0 || printedMonth(line.text) !== null),
    ) || /\b(?:ago|gmt|utc)\b/i.test(`${region[index]?.text} ${region[index + 1]?.text ?? ""}`)
  );
}

/**
 * The names in a byline; without "By" only where `bare` names are allowed.
 *
 *     By Ina Dorn and Ole Quist, Tolby, 4 March 2031
 *        ^^^^^^^^     ^^^^^^^^^
 */
function fromByline(raw: string, bare: boolean): string[] {
  let line = oneLine(raw)
    .replace(/^[(\s]+|[)\s]+$/g, "")
    .replace(/\b(?:AND|AT|FOR|IN|OF|ON)\b/g, (word) => word.toLowerCase());
  for (const { start, end } of writtenDays(line).reverse())
    line = `${line.slice(0, start)} | ${line.slice(end)}`;
  const parts = line
    .split(/\s*[|·•–—]\s*|\s-\s/)
    .map((part) => part.replace(/^[\s,:]+|[\s,:]+$/g, ""))
    .filter((part) => part !== "");
  for (const [index, part] of parts.entries()) {
    const isAfterBy = /^(?:(?:written|posted|reported)\s)?by\s?:?$/i.test(parts[index - 1] ?? "");
    const account = /^posted by:?\s([\w.-]{3,30})(?=$|[\s,])/i.exec(part)?.[1];
    const about = /^(.{4,50}?) is (?:an?|the)\s\p{Ll}/u.exec(part)?.[1];
    if (about && isName(about)) return [about];
    if (account && /^\p{Ll}|[\d_]/u.test(account)) return [account];
    const at = /(?:^|\s)(?:by|von|par|por)\s*:?\s+(?=\p{Lu})/iu.exec(part);
    const isBy = at !== null && (at.index === 0 || lead.test(part.slice(0, at.index)));
    if (!isBy && !isAfterBy && !bare) continue;
    const names = leadingNames(
      isBy ? part.slice(at.index + at[0].length) : withoutBy(part),
      isBy || isAfterBy,
    );
    if (names.length > 0) return names;
  }
  return [];
}

/** What can stand before "by" in a byline. */
const lead =
  /^(?:(?:words|story|text|report|asked|written|posted|published|article|publié|veröffentlicht|on|at|in|le|\d[\d:.]*(?![\d:.])|[ap]\.?m\.?)\s?)*$/i;

/** "Ina Dorn, Ole Quist and Mara Holm in Tolby": names up to the first piece that is none. */
function leadingNames(text: string, isBy: boolean): string[] {
  const names: string[] = [];
  let rest = text;
  while (names.length < 8) {
    const match = openingName.exec(rest);
    const found = match?.[0].replace(/[.,]$/, "");
    if (!found || noNames.test(found)) break;
    const words = found.split(" ");
    const role = words.findIndex((word) => roleWords.test(word));
    if (role === 0 || (role > 0 && role < 2)) {
      if (isBy && names.length === 0) names.push(found);
      break;
    }
    names.push(role > 0 ? words.slice(0, role).join(" ") : found);
    rest = rest.slice(match?.[0].length ?? 0);
    const joint = /^\s*(?:,?\s*(?:and|und|et|y|&)\s+|,\s+(?=[^,]{3,60}(?:\s(?:and|&)\s)))/iu.exec(
      rest,
    );
    if (!joint) break;
    rest = rest.slice(joint[0].length);
  }
  // Without "By", a line that goes on in lower case is a sentence.
  if (
    !isBy &&
    /^,?\s\p{Ll}/u.test(rest) &&
    !/^,?\s(?:in|at|on|for)\b/.test(rest) &&
    !roleWords.test(rest)
  )
    return [];
  return names;
}
