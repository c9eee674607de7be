import { expect, test } from "vitest";
import { formatOf } from "./formats.ts";
import { textMetadata } from "./text.ts";

test.each<[what: string, text: string, format: "text" | "markdown", title: string | null]>([
  ["a short first line", "The lock opens\n\nIt opened on Monday.", "text", "The lock opens"],
  ["after a section's name", "World\n\nThe lock opens\n\nIt opened.", "text", "The lock opens"],
  ["as a list entry in bold", "- **The lock opens**\n\nIt opened.", "text", "The lock opens"],
  ["after a byte order mark", "\ufeffThe lock opens\nIt opened.", "text", "The lock opens"],
  [
    "a first line that is a paragraph",
    `${"It opened on Monday and closed. ".repeat(9)}\nEnd.`,
    "text",
    null,
  ],
  ["a first line in lower case", "so the lock opened\nand then", "text", null],
  ["only one line", "The lock opens", "text", null],
  ["a heading", "Some words\n\n# The lock opens\n\nText.", "markdown", "The lock opens"],
  ["under a label", "PRESS RELEASE\n\nThe lock opens\n\nIt opened.", "text", "The lock opens"],
  [
    "under a label and a date",
    "For immediate release\n\n4 May 2031\n\nThe lock opens\n\nIt opened.",
    "text",
    "The lock opens",
  ],
  ["under a byline", "By Ina Dorn\n\nThe lock opens\n\nIt opened.", "text", "The lock opens"],
  ["under a day", "Monday, 4 May 2031\nThe lock opens\nIt opened.", "text", "The lock opens"],
  [
    "a date in a title",
    "What happened on 4 May 2031\nIt opened.",
    "text",
    "What happened on 4 May 2031",
  ],
  [
    "under front matter",
    "---\nlang: en\n---\nThe lock opens\n\nIt opened.",
    "markdown",
    "The lock opens",
  ],
  ["front matter", '---\ntitle: "The lock opens"\n---\nText.\n', "markdown", "The lock opens"],
])("%s", (_, text, format, title) => {
  expect(textMetadata(text, format).title).toBe(title);
});

test.each([
  ["a.txt", "text"],
  ["a.MD", "markdown"],
  ["a/b.htm", "html"],
  ["README", "text"],
  [".hidden", "text"],
  ["004_report v1.2", "text"],
  ["a.pdf", null],
  ["a.constructor", null],
])("%s is read as %s", (file, format) => {
  expect(formatOf(file)).toBe(format);
});

test("front matter tells author, address, language and date", () => {
  const text = [
    "---",
    "title: 'The lock opens'",
    "author: Ina Dorn",
    "url: https://weir.example/lock",
    "lang: en-GB",
    "date: 2031-05-04",
    "---",
    "It opened on Monday.",
  ].join("\n");
  expect(textMetadata(text, "markdown")).toEqual({
    title: "The lock opens",
    author: "Ina Dorn",
    url: "https://weir.example/lock",
    language: "en",
    date: "2031-05-04",
  });
  expect(textMetadata(text, "text")).toMatchObject({ author: null, url: null, date: null });
});
