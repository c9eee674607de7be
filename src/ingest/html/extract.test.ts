import { describe, expect, test } from "vitest";
import { extractHtml } from "./extract.ts";
import { createHtmlExtractor } from "./extractor.ts";
import { tooDeep } from "./guard.ts";

const sentence =
  "The keeper of the lock said that the water had risen by two metres since Monday, and that nobody had told him. ";
const paragraphs = Array.from(
  { length: 6 },
  (_, index) => `<p>Paragraph ${index}: ${sentence.repeat(2)}</p>`,
).join("\n");

function page(head: string, body = ""): string {
  return `<!doctype html><html lang="en-GB"><head><title>Lock opened | The Weir</title>${head}</head><body>
    <nav><a href="/">Home</a> <a href="/news">News</a></nav>
    <article><h1>Lock opened</h1>${body}${paragraphs}
      <figure><img src="a.jpg"><figcaption>A lock in winter</figcaption></figure>
      <aside>Most read</aside><form><button>Subscribe</button></form>
    </article><footer>All rights reserved</footer><script>var x = 1;</script></body></html>`;
}

const ld = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...fields })}</script>`;

test("the text is the headline and the paragraphs, one line each, with an empty line between", () => {
  const { text } = extractHtml(page("", '<p>One <a href="/x">linked  word</a><br>next line</p>'));
  expect(text).toMatch(
    /^Lock opened( \| The Weir)?\n\nOne linked word\nnext line\n\nParagraph 0: The keeper/,
  );
  expect(text).not.toMatch(/Home|winter|Most read|Subscribe|var x|\n\n\n| {2}/);
  expect(text.match(/Lock opened/g)).toHaveLength(1);
});

describe("date, and how it came to be known", () => {
  test.each<[what: string, html: string, published: string | null, from: string | null]>([
    [
      "JSON-LD first",
      page(
        `${ld({ datePublished: "2031-05-04T10:00:00+02:00" })}<meta name="date" content="2030-01-01">`,
      ),
      "2031-05-04T08:00:00Z",
      "json-ld",
    ],
    [
      "in a graph",
      page(
        `<script type="application/ld+json">{"@graph":[{"@type":["Thing","ReportageNewsArticle"],"datePublished":"2031-05-04"}]}</script>`,
      ),
      "2031-05-04",
      "json-ld",
    ],
    [
      "meta",
      page('<meta property="article:published_time" content="2031-05-04T08:00:00Z">'),
      "2031-05-04T08:00:00Z",
      "meta",
    ],
    [
      "broken JSON-LD, then meta",
      page(
        '<script type="application/ld+json">{"@type":</script><meta name="date" content="2031-05-04">',
      ),
      "2031-05-04",
      "meta",
    ],
    ["time", page("", '<time datetime="2031-05-04">a day</time>'), "2031-05-04", "time"],
    [
      "address",
      page('<link rel="canonical" href="https://weir.example/2031/05/04/lock">'),
      "2031-05-04",
      "url",
    ],
    [
      "visible",
      page("", '<p class="byline">By Ina Dorn | 4 May 2031</p>'),
      "2031-05-04",
      "visible",
    ],
    ...[
      "Published 14 April 2032",
      "Posted on Wednesday, April 14, 2032 at 9:15 am",
      "Updated 14 April 2032, 10:15",
      "Last updated: Wed 14 Apr 2032 10.15 GMT",
      "First published: 14 April 2032 / Last updated: 15 April 2032",
    ].map((line): [string, string, string, string] => [
      line,
      `<html><body><h1>Lock opened</h1><p>${line}</p>${paragraphs}</body></html>`,
      "2032-04-14",
      "visible",
    ]),
    [
      "published rather than updated",
      `<h1>Lock opened</h1><p>Updated 15 April 2032</p><p>Published 14 April 2032</p>${paragraphs}`,
      "2032-04-14",
      "visible",
    ],
    [
      "an agency's dateline",
      `<h1>Lock opened</h1><p>LOWER TARN, 14 April 2032 - ${sentence}</p>`,
      "2032-04-14",
      "visible",
    ],
    [
      "not a sentence that begins so",
      `<h1>Lock opened</h1><p>Published 14 April 1932 and since forgotten, the map shows it.</p><p>Built 4 May 1931.</p>`,
      null,
      null,
    ],
    ["not a date in the text", page("", "<p>The lock was built on 4 May 1931.</p>"), null, null],
    [
      "a modified date is not one of publication",
      page('<meta property="article:modified_time" content="2031-05-04">'),
      null,
      null,
    ],
  ])("%s", (_, html, published, publishedFrom) => {
    expect(extractHtml(html)).toMatchObject({ published, publishedFrom });
  });
});

test.each<[what: string, head: string, expected: object]>([
  [
    "names of authors",
    ld({ author: [{ name: "Ina Dorn" }, { name: "By Ole Quist" }] }),
    { author: "Ina Dorn, Ole Quist" },
  ],
  ["an address is no author", ld({ author: "https://weir.example/ina" }), {}],
  ["headline", ld({ headline: "The lock  is open" }), { title: "The lock is open" }],
  [
    "canonical address",
    '<link rel="canonical" href="https://weir.example/lock">',
    { url: "https://weir.example/lock" },
  ],
  ["a script is no address", '<link rel="canonical" href="javascript:alert(1)">', { url: null }],
  ["language", "", { language: "en" }],
  ["behind a paywall", ld({ isAccessibleForFree: false }), { completeness: "excerpt" }],
  ["behind a paywall, as text", ld({ isAccessibleForFree: "False" }), { completeness: "excerpt" }],
  ["free", ld({ isAccessibleForFree: true }), { completeness: "full" }],
])("%s", (_, head, expected) => {
  expect(extractHtml(page(head))).toMatchObject(expected);
});

test.each([
  ["a fragment", "<p>Only this.</p>", "Only this."],
  ["plain text", "Only this.", "Only this."],
  ["nothing", "<html></html>", ""],
])("%s", (_, html, text) => {
  expect(extractHtml(html).text).toBe(text);
});

test.each([
  [200, false],
  [201, true],
  [100_000, true],
])("%i nested elements are too deep: %s", (depth, expected) => {
  expect(tooDeep("<div>".repeat(depth), 200)).toBe(expected);
});

test("void elements and unclosed paragraphs do not count as depth", () => {
  expect(tooDeep("<p>a<br><img>".repeat(5000), 200)).toBe(false);
});

test("a page over the time limit is given up, and the next one is read", async () => {
  const extractor = createHtmlExtractor({ timeSeconds: 0.01, memoryMb: 256 });
  await expect(extractor.extract(page(""))).rejects.toThrow("took longer than 0.01 s");
  await extractor.close();
  const patient = createHtmlExtractor();
  const [one, two] = await Promise.all([patient.extract(page("")), patient.extract("<p>b</p>")]);
  expect(one.text).toContain("Paragraph 5");
  expect(two.text).toBe("b");
  await patient.close();
});
