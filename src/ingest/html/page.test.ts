import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { extractHtml } from "./extract.ts";

const words =
  "The keeper of the lock told the board that the water had risen by two metres again. ";
const body = Array.from({ length: 4 }, () => `<p>${words.repeat(3)}</p>`).join("");

function page(under: string, head = "", attributes = ""): string {
  return `<html ${attributes}><head><title>Lock opened | The Weir</title>${head}</head><body><h1>Lock opened</h1>${under}${body}</body></html>`;
}

const ld = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", headline: "Lock opened", ...fields })}</script>`;

describe("what speaks against a date is said", () => {
  test.each<[what: string, html: string, published: string | null, doubt: string | null]>([
    ["nothing does", page("<p>4 May 2031</p>"), "2031-05-04", null],
    [
      "parts differ",
      page("<p>4 May 2031</p>", ld({ datePublished: "2033-01-01" })),
      "2033-01-01",
      "dates of publication differ: 2033-01-01 (json-ld) was taken, 2031-05-04 (visible) was not",
    ],
    [
      "most parts agree against one",
      page(
        "<p>Published 4 May 2031</p>",
        `${ld({ datePublished: "2033-01-01" })}<link rel="canonical" href="https://weir.example/2031/05/04/lock">`,
      ),
      "2031-05-04",
      "dates of publication differ: 2031-05-04 (visible) was taken, 2033-01-01 (json-ld) was not",
    ],
    [
      "a day and the next are one, told in two zones",
      page("<p>3 May 2031</p>", ld({ datePublished: "2031-05-04T01:00:00Z" })),
      "2031-05-04T01:00:00Z",
      null,
    ],
    [
      "two ways to read the figures",
      page("<p>04/05/2031</p>"),
      null,
      'no safe date of publication: "04/05/2031" can be read in two ways',
    ],
    ["the language says which", page("<p>04/05/2031</p>", "", 'lang="en-GB"'), "2031-05-04", null],
    [
      "two days without a label",
      page("<p>4 May 2031</p><p>9 May 2031</p>"),
      null,
      "no safe date of publication: 2031-05-04 (visible), 2031-05-09 (visible)",
    ],
    [
      "only a change",
      page("<p>Updated 4 May 2031</p>"),
      "2031-05-04",
      "only the day of the last change is printed, not that of publication",
    ],
    ["a placeholder", page("", ld({ datePublished: "1970-01-01T00:00:00Z" })), null, null],
  ])("%s", (_, html, published, doubt) => {
    expect(extractHtml(html)).toMatchObject({ published, doubt });
  });
});

test.each([
  ["By Ina Dorn", "Ina Dorn"],
  ["By Ina Dorn and Ole Quist, Lower Tarn", "Ina Dorn, Ole Quist"],
  ["By Ina Dorn, Ole Quist and Mara Holm", "Ina Dorn, Ole Quist, Mara Holm"],
  ["BY INA DORN AND OLE QUIST", "INA DORN, OLE QUIST"],
  ["By Ina Dorn, Harbour Correspondent | 4 May 2031", "Ina Dorn"],
  ["4 May 2031 · Liese van der Broek", "Liese van der Broek"],
  ["Posted by heron_44 on 4 May 2031", "heron_44"],
  ["Ina Dorn is a retired pilot.", "Ina Dorn"],
  ["By the time the gate broke, all had left.", null],
  ["Press Release | 4 May 2031", null],
  ["Posted by admin on 4 May 2031", null],
])("the byline %s names %s", (byline, author) => {
  expect(extractHtml(page(`<p>${byline}</p>`)).author).toBe(author);
});

test.each([
  ["an account", { author: { name: "admin" } }, null],
  ["the outlet itself", { author: { name: "The Weir" }, publisher: { name: "The Weir" } }, null],
  ["an agency", { author: { name: "Northwire" }, publisher: { name: "The Weir" } }, "Northwire"],
])("%s as the author", (_, fields, author) => {
  expect(extractHtml(page("", ld(fields))).author).toBe(author);
});

const pieces = [
  "<p>",
  "</p>",
  "<h1>",
  "<h2>",
  "4 May 2031",
  "04/05/2031",
  "Published",
  "Updated",
  "By Ina Dorn",
  "<time datetime='2031-05-04'>",
  "<div class='date'>",
  "</div>",
  '<script type="application/ld+json">{"@type":"Article","datePublished":"2031-05-05"}</script>',
  "|",
  "1970-01-01",
];

test("whatever a page holds, its date is a day, month or instant with its origin", () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom(...pieces), { maxLength: 40 }), (parts) => {
      const html = `<html><body>${parts.join(" ")}</body></html>`;
      const { published, publishedFrom } = extractHtml(html);
      expect(publishedFrom === null).toBe(published === null);
      if (published) expect(published).toMatch(/^\d{4}(?:-\d\d(?:-\d\d(?:T[\d:]{8}Z)?)?)?$/);
      expect(extractHtml(html)).toMatchObject({ published, publishedFrom });
    }),
  );
});

test.each([
  ["digits", "1".repeat(100_000)],
  ["a byline of digits", `By ${"1".repeat(100_000)}x by Ana Maron`],
  ["slashes", "1/".repeat(50_000)],
  ["days", "<p>4 May 2031</p>".repeat(5000)],
  ["labelled days", "<p>Posted 4 May 2031</p>".repeat(5000)],
  ["names", `<p>By ${"Ina Dorn, ".repeat(5000)}</p>`],
  ["a long title", `<title>${"Lock ".repeat(50_000)}</title>${"<p>Lock opened</p>".repeat(4000)}`],
])("a page of many %s takes no longer than others", (_, html) => {
  const started = process.cpuUsage();
  extractHtml(`<html><body>${html}</body></html>`);
  expect(process.cpuUsage(started).user / 1e6).toBeLessThan(10);
});
