import { expect, test } from "vitest";
import { formatOf } from "./formats.ts";
import { textTitle } from "./text.ts";

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
  ["front matter", '---\ntitle: "The lock opens"\n---\nText.\n', "markdown", "The lock opens"],
])("%s", (_, text, format, title) => {
  expect(textTitle(text, format)).toBe(title);
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
