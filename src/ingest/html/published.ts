import type { MetaOrigin } from "../../document/document.ts";
import { isoDayOf, machineDate, urlDate, urlMonth } from "../dates.ts";
import { firstText, type StructuredArticles } from "./json-ld.ts";
import type { PageLines } from "./lines.ts";
import { type PrintedDay, printedDays } from "./printed.ts";

export type Published = {
  readonly published: string | null;
  readonly publishedFrom: MetaOrigin | null;
  /** What speaks against the date, or why none was taken; null where nothing does. */
  readonly doubt: string | null;
};

/** A day that some part of the page gives. */
type Candidate = {
  /** EDTF day or instant. */
  readonly date: string;
  readonly from: MetaOrigin;
  /** How much it counts: see `weights`. */
  readonly weight: number;
};

/**
 * How much each part of a page counts. No part is always right: publishing systems fill their
 * JSON-LD anew whenever a page is sent, addresses carry the day of the printed issue, and dates
 * stand beside teasers. So each day is worth the sum of the parts that give it, and one below
 * `leastWeight` is not taken. Chosen on the pages of evaluations/page-dates.
 */
const weights = {
  jsonLd: 4,
  /** JSON-LD of another or of no certain article, or of the page as such. */
  jsonLdUnsure: 2,
  /** Its day of publication is that of its last change: often that of the last rebuilding. */
  jsonLdUnchanged: 2.4,
  meta: 3,
  /** `date`, `dc.date`: of the article in one system, of the page's sending in the next. */
  metaVague: 1.6,
  timePublished: 3,
  time: 2.5,
  printedPublished: 3,
  printed: 2,
  /** Above the headline, or below the text. */
  printedApart: 1.6,
  url: 2,
} as const;
const leastWeight = 1.5;

const metaDates = [
  "article:published_time",
  "article:published",
  "og:article:published_time",
  "og:published_time",
  "datepublished",
  "date_published",
  "parsely-pub-date",
  "sailthru.date",
  "pubdate",
  "publishdate",
  "publish-date",
  "publish_date",
  "publication_date",
  "published_at",
  "published_time",
  "cxenseparse:recs:publishtime",
  "bt:pubdate",
  "rnews:datepublished",
  "citation_publication_date",
  "dc.date.issued",
  "dcterms.issued",
  "article.published",
  "release_date",
];
const metaVague = [
  "dc.date.created",
  "dcterms.created",
  "dcterms.date",
  "dc.date",
  "date",
  "article.created",
];
const metaChanged = [
  "article:modified_time",
  "og:updated_time",
  "lastmod",
  "last-modified",
  "dc.date.modified",
  "dcterms.modified",
];

/** When the page says that it was published, which part of it says so, and what is in doubt. */
export function readPublished(
  structured: StructuredArticles,
  meta: (names: readonly string[]) => string | null,
  url: string | null,
  page: PageLines,
  language: string | null,
): Published {
  const candidates: Candidate[] = [];
  const add = (from: MetaOrigin, weight: number, raw: string | null) => {
    const date = raw === null ? null : machineDate(raw);
    if (date && isPlausible(date)) candidates.push({ date, from, weight });
  };
  const { articles, isOwn, page: pageObject } = structured;
  const own = articles.slice(0, 1);
  const stated = firstText(own, ["datePublished", "dateCreated", "uploadDate"]);
  const changed = firstText(own, ["dateModified"]);
  const whole = isOwn || oneDay(articles);
  add(
    "json-ld",
    !whole
      ? leastWeight - 0.1
      : stated !== null && stated === changed
        ? weights.jsonLdUnchanged
        : weights.jsonLd,
    stated,
  );
  if (own.length === 0 && pageObject)
    add("json-ld", weights.jsonLdUnsure, firstText([pageObject], ["datePublished"]));
  add("meta", weights.meta, meta(metaDates));
  add("meta", weights.metaVague, meta(metaVague));
  const printed = printedDays(page);
  for (const { raw, element, role, place } of printed.marks)
    if (role !== "changed")
      add(
        element === "meta" ? "meta" : "time",
        role === "published"
          ? weights.timePublished
          : place === "apart"
            ? weights.printedApart
            : weights.time,
        raw,
      );
  add("url", weights.url, url && urlDate(url));

  const changes = [changed, meta(metaChanged)].map((raw) => raw && machineDate(raw));
  const hints = yearHints(url, [...candidates.map(({ date }) => date), ...changes]);
  const isMonthFirst = orderOf(printed.days, language);
  const doubts: string[] = [];
  let lastChange: string | null = null;
  for (const day of printed.days) {
    const read = resolve(day, hints, isMonthFirst);
    if (read === null) {
      if (day.role !== "changed") doubts.push(day.text);
    } else if (day.role === "changed") lastChange ??= read;
    else if (isPlausible(read))
      candidates.push({
        date: read,
        from: "visible",
        weight:
          day.role === "published"
            ? weights.printedPublished
            : day.place === "apart"
              ? weights.printedApart
              : weights.printed,
      });
  }
  return (
    elect(single(candidates)) ?? {
      ...withoutDay(lastChange, printed.month, url, candidates),
      ...(doubts.length > 0 && lastChange === null
        ? { doubt: `no safe date of publication: "${doubts[0]}" can be read in two ways` }
        : {}),
    }
  );
}

/** Days that systems give where they have none: the first of the computer's clock, or the last. */
function isPlausible(date: string): boolean {
  return !/^(?:1970-01-01|1969-12-31|19[08]0-01-01|1899-12-3|0|2038-01-19|20[6-9]\d|2[1-9])/.test(
    date,
  );
}

function oneDay(articles: StructuredArticles["articles"]): boolean {
  const days = articles.map((article) => String(article.datePublished).slice(0, 10));
  return new Set(days).size === 1;
}

/** Printed days without any label that contradict each other say nothing by themselves. */
function single(candidates: readonly Candidate[]): readonly Candidate[] {
  const plain = candidates.filter(
    ({ from, weight }) => from === "visible" && weight < weights.printedPublished,
  );
  const [first] = plain;
  if (!first || plain.every(({ date }) => isNear(date, first.date))) return candidates;
  return candidates.map((one) => (plain.includes(one) ? { ...one, weight: 0.7 } : one));
}

const order: readonly MetaOrigin[] = ["json-ld", "meta", "time", "visible", "url"];

/** The day that the weightiest parts agree on, in the words of the most exact of them. */
function elect(candidates: readonly Candidate[]): Published | null {
  let best: { candidate: Candidate; total: number } | undefined;
  for (const candidate of candidates) {
    const total = order
      .map((from) =>
        Math.max(
          0,
          ...candidates
            .filter((one) => one.from === from && isNear(one.date, candidate.date))
            .map(({ weight }) => weight),
        ),
      )
      .reduce((sum, weight) => sum + weight, 0);
    if (!best || total > best.total) best = { candidate, total };
  }
  if (!best || best.total < leastWeight) return null;
  const day = best.candidate.date;
  const agreed = candidates
    .filter(({ date }) => isNear(date, day))
    .sort((a, b) => b.weight - a.weight || order.indexOf(a.from) - order.indexOf(b.from));
  const [taken] = agreed;
  if (!taken) return null;
  const others = candidates.filter(
    ({ date, weight }) => !isNear(date, day) && weight >= leastWeight,
  );
  return { published: taken.date, publishedFrom: taken.from, doubt: differ(taken, others) };
}

function differ(taken: Candidate, others: readonly Candidate[]): string | null {
  if (others.length === 0) return null;
  const said = others.slice(0, 5).map(({ date, from }) => `${date.slice(0, 10)} (${from})`);
  return `dates of publication differ: ${taken.date.slice(0, 10)} (${taken.from}) was taken, ${[...new Set(said)].join(", ")} was not`;
}

/** Where no day of publication is safe: the day of a change, or the month of the address. */
function withoutDay(
  lastChange: string | null,
  printedMonth: string | null,
  url: string | null,
  candidates: readonly Candidate[],
): Published {
  if (lastChange)
    return {
      published: lastChange,
      publishedFrom: "visible",
      doubt: "only the day of the last change is printed, not that of publication",
    };
  if (printedMonth) return { published: printedMonth, publishedFrom: "visible", doubt: null };
  const month = url ? urlMonth(url) : null;
  if (month && month.length === 7) return { published: month, publishedFrom: "url", doubt: null };
  const said = candidates.map(({ date, from }) => `${date.slice(0, 10)} (${from})`);
  return {
    published: null,
    publishedFrom: null,
    doubt: said.length > 0 ? `no safe date of publication: ${[...new Set(said)].join(", ")}` : null,
  };
}

/** Whether two dates can be of one publication, told in two time zones. */
function isNear(a: string, b: string): boolean {
  const days = Math.abs(Date.parse(a.slice(0, 10)) - Date.parse(b.slice(0, 10))) / 86_400_000;
  return days <= 1;
}

/** Years or months that other parts of the page give. */
function yearHints(url: string | null, dates: readonly (string | null)[]): readonly string[] {
  const month = url ? urlMonth(url) : null;
  return [
    ...(month ? [month] : []),
    ...dates.filter((date) => date !== null).map((date) => date.slice(0, 10)),
  ];
}

/** The printed day as EDTF, or null where its year, or which figure is the month, stays open. */
function resolve(
  day: PrintedDay,
  hints: readonly string[],
  isMonthFirst: boolean | null,
): string | null {
  const [first, second] = day.readings;
  if (!first) return null;
  if (day.year === null) {
    for (const hint of hints) {
      const edtf = isoDayOf(Number(hint.slice(0, 4)), first[0], first[1]);
      if (edtf && (hint.length < 10 || edtf <= hint)) return edtf;
    }
    return null;
  }
  const asDay = isoDayOf(day.year, first[0], first[1]);
  if (!second) return asDay;
  const asMonth = isoDayOf(day.year, second[0], second[1]);
  for (const hint of hints) {
    if (hint.length < 7) continue;
    const [d, m] = [asDay?.startsWith(hint), asMonth?.startsWith(hint)];
    if (d !== m) return d ? asDay : asMonth;
  }
  return isMonthFirst === null ? null : isMonthFirst ? asMonth : asDay;
}

const monthFirstZones = /\b(?:[ECMP][SD]?T)\b/;
const dayFirstZones = /\b(?:BST|GMT|CES?T|EES?T|IST|AES?T|NZS?T|MSK|SAST|WAT|EAT)\b/;
const dayFirstTags = /^en[-_](?:gb|au|nz|ie|in|za|sg|my|ke|ng|gh|pk|hk|mt)/i;

/**
 * Whether days of figures put the month first, as other days of the page, the zone of the hour or
 * the page's language say; null where none does. Languages other than English put the day first.
 */
function orderOf(days: readonly PrintedDay[], language: string | null): boolean | null {
  for (const { figures } of days) if (figures) return figures === "month first";
  for (const { text } of days) {
    if (dayFirstZones.test(text)) return false;
    if (monthFirstZones.test(text)) return true;
  }
  if (language === null) return null;
  if (/^en[-_](?:us|ph)/i.test(language)) return true;
  return dayFirstTags.test(language) || !/^en/i.test(language) ? false : null;
}
