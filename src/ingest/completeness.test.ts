import fc from "fast-check";
import { expect, test } from "vitest";
import { textCompleteness } from "./completeness.ts";
import { extractHtml } from "./html/extract.ts";

const sentence =
  "The keeper of the lock said that the water had risen by two metres since Monday morning.";
const body = (times: number) => Array.from({ length: times }, () => sentence).join("\n\n");

test.each<[what: string, text: string]>([
  ["cut by an interface", `${sentence} The boa… [+2345 chars]`],
  ["cut by a feed", `${sentence} The board expects […]\n\nThe post Lock appeared first on Weir.`],
  ["cut with points", `${sentence} The board of the harbour met twice behind closed doors and...`],
  ["a link to the rest", `${sentence}\n\nRead more`],
  ["a request to subscribe", `${body(9)}\n\nSubscribe to continue reading.`],
  ["a request to sign in", `${body(9)}\n\nTo read the full story, please sign in.`],
  ["for some only", `${body(4)}\n\nThis article is for subscribers only.`],
  ["a limit", `${body(4)}\n\nYou’ve reached your limit of free articles.\n\nOne month for 1 crown`],
  ["a share that is left", `${body(4)}\n\nThe remaining 62 % of this article is reserved.`],
  [
    "an end within a sentence",
    `${body(4)}\n\nThe board of the harbour met twice and gave out a short notice that`,
  ],
])("an excerpt: %s", (_, text) => {
  expect(textCompleteness(text)).toBe("excerpt");
});

test.each<[what: string, text: string]>([
  ["a text", body(9)],
  ["one sentence", sentence],
  ["a heading", "The lock"],
  ["nothing", ""],
  ["a newsletter under it", `${body(9)}\n\nSubscribe to our newsletter.`],
  ["a count of free articles", `You have 2 free articles remaining.\n\n${body(9)}`],
  ["a notice over the whole text", `Subscribe to continue reading.\n\n${body(9)}`],
  ["another title", `${body(9)}\n\nRead more: Who owns the lock?`],
  ["a link under a long text", `${body(12)}\n\nRead more`],
  [
    "a writer’s last words",
    `${body(20)}\n\nAnd so we closed the door of the lock, and nobody asked...`,
  ],
  ["a signature", `${body(9)}\n\nIna Dorn, Weir`],
  ["chat", "so the ferry sat there for three hours and nobody said a thing to any of us and"],
])("whole: %s", (_, text) => {
  expect(textCompleteness(text)).toBe("full");
});

const page = (head: string, times: number, foot = "") =>
  `<html><head><title>Lock</title>${head}</head><body><article><h1>Lock</h1>${`<p>${sentence}</p>`.repeat(times)}</article>${foot}</body></html>`;
const ld = (fields: object) =>
  `<script type="application/ld+json">${JSON.stringify({ "@type": "NewsArticle", ...fields })}</script>`;
const gate = (attributes: string) =>
  `<div class="paywall" ${attributes}>Subscribe to read the full article</div>`;

test.each<[what: string, html: string, completeness: string]>([
  ["not free", page(ld({ isAccessibleForFree: false }), 9), "excerpt"],
  [
    "not free, and all its words are there",
    page(ld({ isAccessibleForFree: false, wordCount: 150 }), 9),
    "full",
  ],
  ["many more words than are there", page(ld({ wordCount: 900 }), 9), "excerpt"],
  ["the whole text beside a part of it", page(ld({ articleBody: body(40) }), 9), "excerpt"],
  ["a request in place of the rest", page("", 9, gate("")), "excerpt"],
  ["the same, hidden", page("", 9, gate('style="display:none"')), "full"],
  ["the same beside a long text", page("", 30, gate("")), "full"],
])("a page: %s", (_, html, completeness) => {
  expect(extractHtml(html).completeness).toBe(completeness);
});

test("any text is whole or an excerpt, and long runs come to an end", () => {
  const line = fc.oneof(
    fc.constantFrom("Subscribe to continue reading", "Read more", "[…]", "…", sentence, ""),
    fc.string({ maxLength: 60 }),
  );
  fc.assert(
    fc.property(fc.array(line, { maxLength: 14 }), (lines) => {
      expect(["full", "excerpt"]).toContain(textCompleteness(lines.join("\n")));
    }),
    { numRuns: 60 },
  );
  for (const run of ["subscribe to ", "[…] ", "\n", "log in to read the ", "...", "%"])
    expect(["full", "excerpt"]).toContain(textCompleteness(run.repeat(20_000)));
});
