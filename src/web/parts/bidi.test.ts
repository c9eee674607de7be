import { readdirSync, readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isolated, isolating, written } from "./bidi.ts";

test.each([
  ["The Weir", "The Weir"],
  ["صوت الوادي 24", "\u2067صوت الوادي 24\u2069"],
  ["Works Office (רשות)", "\u2066Works Office (רשות)\u2069"],
])("%j amid the page's words is %j", (text, shown) => {
  expect(isolated(text)).toBe(shown);
});

test("what is put into a text is isolated, numbers and the text itself are not", () => {
  const texts = isolating({
    published: (name: string, n: number) => `${name}, ${n}`,
    parts: { plain: "אבן", list: ["a", (name: string) => `of ${name}`] as const },
  });
  expect(texts.published("אבן", 4)).toBe("\u2067אבן\u2069, 4");
  expect(texts.parts.plain).toBe("אבן");
  expect(texts.parts.list[1]("Weir")).toBe("of Weir");
});

test.each([
  ["لم يخبرنا أحد", "ar", { dir: "rtl", lang: "ar" }],
  ["Nobody told us", null, { dir: "ltr" }],
  ["לא נאמר לנו", "und", { dir: "rtl" }],
])("%j in %j is written %j", (text, language, attributes) => {
  expect(written(text, language)).toEqual(attributes);
});

const root = new URL("..", import.meta.url);
const files = readdirSync(root, { recursive: true, encoding: "utf8" }).filter((file) =>
  file.endsWith(".tsx"),
);

test.each(files)("%s says of quotations and fields which way they run", (file) => {
  const source = readFileSync(new URL(file, root), "utf8");
  const tags = source.match(/<(?:blockquote|textarea)\b(?:=>|[^>])*>/g) ?? [];
  const silent = tags.filter((tag) => !/\bdir=|\{\.\.\.written\(/.test(tag));
  expect(silent).toEqual([]);
});
