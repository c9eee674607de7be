import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskedText, namesIn } from "./masked-text.ts";

/** Nobody is shown but the harbour office. */
const show = (name: string) => (name.toLowerCase().startsWith("office") ? name : "…");

describe("whom a text names", () => {
  test.each([
    ["no names here, mail me at ada@mail.example", "no names here, mail me at ada@mail.example"],
    ["thanks @ada, see @office.", "thanks @…, see @office."],
    ["(@ada_1) and @Офис-2!", "(@…) and @…!"],
    ["@ada@boats.example wrote", "@… wrote"],
    ["@office@boats.example wrote", "@office@boats.example wrote"],
    ["https://x.com/ada/status/1712345", "https://x.com/…"],
    ["see https://mobile.twitter.com/ada.", "see https://mobile.twitter.com/…"],
    ["https://twitter.com/office/status/17", "https://twitter.com/office/status/17"],
    ["https://x.com/i/status/17 and x.com/i/web/status/17", "https://x.com/i/… and x.com/i/…"],
    ["https://x.com/hashtag/ferry", "https://x.com/hashtag/ferry"],
    ["https://x.com/ada?s=20", "https://x.com/…"],
    ["t.me/ada", "t.me/…"],
    [
      "https://t.me/ada/33 and t.me/s/ada and t.me/office/3",
      "https://t.me/… and t.me/s/… and t.me/office/3",
    ],
    ["https://t.me/joinchat/AbC", "https://t.me/joinchat/AbC"],
    ["tg://resolve?domain=ada", "tg://resolve?domain=…"],
    ["https://boats.example/@ada/1093", "https://boats.example/@…"],
    ["https://boats.example/users/ada/statuses/3", "https://boats.example/users/…"],
    ["https://bsky.app/profile/ada.boats.example/post/3k", "https://bsky.app/profile/…"],
    ["https://www.tiktok.com/@ada/video/7", "https://www.tiktok.com/@…"],
    ["https://harbour.example/news/ada-wins", "https://harbour.example/news/ada-wins"],
    ["harbour.example/user guide", "harbour.example/user guide"],
    ["(https://x.com/ada)", "(https://x.com/…)"],
  ])("%s", (text, expected) => {
    expect(maskedText(text, show)).toBe(expected);
  });

  test("each is asked for once", () => {
    expect(namesIn("@ada and @bo, t.me/ada, https://x.com/bo/status/1, x.com/i/status/3")).toEqual([
      "ada",
      "bo",
    ]);
  });
});

test("no name stays in any text, and a text without names stays as it is", () => {
  const word = fc.constantFrom("the", "ferry.", "https://harbour.example/a", "№ 3", "a@b.example");
  const named = fc
    .constantFrom(
      "@",
      "https://x.com/",
      "t.me/",
      "https://boats.example/@",
      "(@",
      "https://twitter.com/",
    )
    .map((before) => `${before}zz_private`);
  fc.assert(
    fc.property(fc.array(fc.oneof(word, named)), (words) => {
      expect(maskedText(words.join(" "), () => "…")).not.toContain("zz_private");
    }),
  );
  fc.assert(
    fc.property(fc.array(word), (words) => {
      expect(maskedText(words.join(" "), () => "…")).toBe(words.join(" "));
    }),
  );
});

test("takes time in the length of the text", () => {
  for (const part of ["@", "@a.", "https://x.com/a", "a.b.c/", "a.", "a-"]) {
    const text = part.repeat(50_000);
    expect(maskedText(text, (name) => name).length).toBeGreaterThan(0);
  }
});
