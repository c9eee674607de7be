import fc from "fast-check";
import { expect, test } from "vitest";
import { canonicalUrl, domainOf } from "./canonical-url.ts";

test.each([
  ["https://www.harbour-post.example/strait/", "harbour-post.example/strait"],
  [
    "http://harbour-post.example/strait?utm_source=x&utm_medium=social",
    "harbour-post.example/strait",
  ],
  ["https://m.harbour-post.example/strait#top", "harbour-post.example/strait"],
  ["harbour-post.example/strait?fbclid=IwAR0", "harbour-post.example/strait"],
  ["https://harbour-post.example/?p=12&ref=home", "harbour-post.example?p=12"],
  ["https://harbour-post.example/find?b=2&a=1", "harbour-post.example/find?a=1&b=2"],
  ["https://harbour-post.example/strait/amp/", "harbour-post.example/strait"],
  ["https://harbour-post.example/index.html", "harbour-post.example"],
  ["https://HARBOUR-post.example./Strait", "harbour-post.example/Strait"],
  ["https://en.m.wikipedia.org/wiki/Strait", "en.wikipedia.org/wiki/Strait"],
  ["https://youtu.be/abc123?si=xyz", "youtube.com/watch?v=abc123"],
  ["https://m.youtube.com/watch?v=abc123&feature=share&t=10", "youtube.com/watch?v=abc123"],
  ["https://mobile.twitter.com/harbour/status/1?s=20", "x.com/harbour/status/1?s=20"],
  [
    "https://web.archive.org/web/20201004123000/https://harbour-post.example/strait?utm_source=x",
    "harbour-post.example/strait",
  ],
  [
    "https://archive.ph/2020.10.04-123000/https://harbour-post.example/strait",
    "harbour-post.example/strait",
  ],
  ["https://archive.ph/AbC12", "archive.ph/AbC12"],
  ["https://www.google.com/amp/s/harbour-post.example/strait", "harbour-post.example/strait"],
  ["mailto:desk@harbour-post.example", null],
  ["javascript:alert(1)", null],
  ["not an address", null],
])("%s is %s", (written, canonical) => {
  expect(canonicalUrl(written)).toBe(canonical);
});

test("what is canonical stays as it is, and its host is its domain", () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), (written) => {
      const canonical = canonicalUrl(written);
      fc.pre(canonical !== null);
      expect(canonicalUrl(canonical ?? "")).toBe(canonical);
      expect(canonical?.startsWith(domainOf(canonical))).toBe(true);
    }),
  );
});
