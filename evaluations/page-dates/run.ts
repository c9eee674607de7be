import { extractHtml } from "../../src/ingest/html/extract.ts";
import type { Evaluation, Metric, Miss } from "../measure.ts";
import { firstPages } from "./first.ts";
import { type Page, pageHtml } from "./page.ts";
import { secondPages } from "./second.ts";
import { thirdPages } from "./third.ts";

/** Own pages: the date is right when day (or month) and nothing else is given; likewise the author. */
export const evaluation: Evaluation = {
  name: "page-dates",
  needs: [],
  worst: "The weight is how many days a wrong date lies from the right one.",
  kinds: {
    "date wrong": "the page says another day of publication than the one that was read.",
    "date none": "the page says when it was published, and nothing was read.",
    author: "the page names other authors than those that were read.",
  },
  async run() {
    const misses: Miss[] = [];
    const first = score("worked on", firstPages, misses);
    const second = score("written afterwards", secondPages, misses);
    const third = score("written last", thirdPages, misses);
    const all = [...first, ...second, ...third];
    const metrics = [
      share("date right", all, ({ date }) => date === "right", 0.85),
      share("date not wrong", all, ({ date }) => date !== "wrong"),
      share("author right", all, ({ author }) => author),
      share("date right, written afterwards", second, ({ date }) => date === "right", 0.85),
      share("author right, written afterwards", second, ({ author }) => author),
      share("date right, written last", third, ({ date }) => date === "right", 0.85),
      share("author right, written last", third, ({ author }) => author),
    ];
    for (const kind of ["json-ld", "meta", "time", "url", "visible", "conflict", "none"] as const)
      metrics.push(
        share(
          `date right: ${kind}`,
          all.filter(({ page }) => page.kind === kind),
          ({ date }) => date === "right",
        ),
      );
    return { metrics, misses };
  },
};

type Scored = {
  readonly page: Page;
  /** `none`: no date is given where the page has one. */
  readonly date: "right" | "wrong" | "none";
  readonly author: boolean;
};

function score(set: string, pages: readonly Page[], misses: Miss[]): Scored[] {
  return pages.map((page, index) => {
    const read = extractHtml(pageHtml(page, index));
    const day = read.published?.slice(0, page.published?.length ?? 10) ?? null;
    const isSame = day === page.published && (read.published?.length ?? 0) !== 4;
    const date = isSame ? "right" : read.published === null ? "none" : "wrong";
    const author = namesOf(read.author) === namesOf(page.author);
    const place = `${set}: ${page.kind}: ${page.name}`;
    if (date !== "right")
      misses.push({
        kind: `date ${date}`,
        place,
        detail: `${read.published} from ${read.publishedFrom} for ${page.published}`,
        weight: daysApart(read.published, page.published),
      });
    if (!author)
      misses.push({ kind: "author", place, detail: `${read.author} for ${page.author}` });
    return { page, date, author };
  });
}

/** Days between two dates; 0 where one is missing. */
function daysApart(a: string | null, b: string | null): number {
  const days = Math.abs(Date.parse(a ?? "") - Date.parse(b ?? "")) / 86_400_000;
  return Number.isNaN(days) ? 0 : days;
}

function namesOf(author: string | null): string {
  return (author ?? "").toLowerCase().split(", ").sort().join(", ");
}

function share(
  name: string,
  scored: readonly Scored[],
  isRight: (scored: Scored) => boolean,
  target?: number,
): Metric {
  const right = scored.filter(isRight).length;
  return {
    name,
    value: scored.length ? right / scored.length : 0,
    n: scored.length,
    ...(target === undefined ? {} : { target }),
  };
}
