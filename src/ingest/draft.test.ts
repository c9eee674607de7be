import fc from "fast-check";
import { afterAll, describe, expect, test } from "vitest";
import { commentsOf, docxOf, paragraphOf } from "../../tests/support/zip.ts";
import { ingestDraft, nameOfInput } from "./draft.ts";
import { createHtmlExtractor } from "./html/extractor.ts";
import { withoutMarked } from "./marks.ts";

const html = createHtmlExtractor();
afterAll(() => html.close());

async function draftOf(content: string | Uint8Array, as: string) {
  const bytes = Buffer.from(content);
  const { draft } = await ingestDraft({ bytes, sha256: "0" }, { named: as, as }, { html });
  if (!draft) throw new Error(`${as} was not read`);
  return draft;
}

const page = `<!doctype html>
<html><head><title>The lamps of Orvane | The Weir</title></head>
<body><nav>Home</nav>
<article><h1>The lamps of Orvane</h1>
<p>The keeper said the lamps&nbsp;were lit,
  &ldquo;all of them&rdquo;, and that the water had risen by two metres again that night.</p>
<!-- parallax: keep contested-word the mayor's word -->
<p>They <b>fled</b> over the weir, and nobody could say who had opened it, or when, or why.</p>
<p>The board meets again on Monday to hear the others. <!-- parallax: keep own-voice seen --></p>
</article></body></html>`;

describe("line and column are those of the file", () => {
  test.each<
    [file: string, content: string | Uint8Array, words: string, line: number, column: number]
  >([
    ["a.txt", "One.\nTwo fled.", "fled", 2, 5],
    ["a.txt", "One.\r\n\r\nTwo fled.", "fled", 3, 5],
    ["a.txt", "\ufeffThey fled.", "fled", 1, 6],
    ["a.md", "# One\n\nTwo\nfled.", "fled", 4, 1],
    ["a.html", page, "fled", 8, 12],
    ["a.html", page, "lamps\u00a0were", 5, 24],
    ["a.html", page, "all of them", 6, 10],
    ["a.docx", docxOf(`${paragraphOf("One.")}<w:p/>${paragraphOf("They fled.")}`), "fled", 2, 6],
  ])("%s", async (file, content, words, line, column) => {
    const { document, placeOf } = await draftOf(content, file);
    expect(placeOf(document.text.indexOf(words))).toEqual({ line, column });
  });

  test("of any text, every place leads back to its character", () => {
    const text = fc.string({ unit: fc.constantFrom("a", "b", " ", "\n", "\r\n", "é", "😀") });
    return fc.assert(
      fc.asyncProperty(text, async (given) => {
        const { document, placeOf } = await draftOf(`x${given}`, "a.txt");
        const lines = document.text.split(/\r\n|\n|\r/);
        for (let at = 0; at < document.text.length; at++) {
          const { line, column } = placeOf(at);
          if (!/[\r\n]/.test(document.text[at] ?? ""))
            expect(lines[line - 1]?.[column - 1]).toBe(document.text[at]);
        }
      }),
      { numRuns: 50 },
    );
  });
});

describe("a mark is about the block it stands in, or the one after it", () => {
  const mark = "<!-- parallax: keep x y -->";
  test.each<[what: string, file: string, content: string | Uint8Array, about: string | null]>([
    ["in a paragraph", "a.md", `One.\n\nThey fled. ${mark}\n\nTwo.`, `They fled. ${mark}`],
    ["before one", "a.md", `One.\n\n${mark}\n\nThey fled.\n\nTwo.`, "They fled."],
    ["on the line before", "a.md", `One.\n\n${mark}\nThey fled.\n\nTwo.`, `${mark}\nThey fled.`],
    ["after all", "a.md", `One.\n\n${mark}`, null],
    [
      "in a text",
      "a.txt",
      "One.\n\nThey fled. [parallax: keep x y]",
      "They fled. [parallax: keep x y]",
    ],
    ["over two lines", "a.md", "<!-- parallax:\nkeep x y -->\n\nThey fled.", "They fled."],
    [
      "in a Word document",
      "a.docx",
      docxOf(paragraphOf("[parallax: keep x y]") + paragraphOf("They fled.")),
      "They fled.",
    ],
    [
      "in its margin",
      "a.docx",
      docxOf(
        `${paragraphOf("One.")}<w:p><w:commentRangeStart w:id="0"/><w:r><w:t>They fled.</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p>`,
        [commentsOf({ 0: "Parallax: keep x y" })],
      ),
      "They fled.",
    ],
  ])("%s", async (_, file, content, about) => {
    const { document, marks } = await draftOf(content, file);
    expect(marks.map(({ words }) => words)).toEqual(["keep x y"]);
    const [span] = marks.map((one) => one.about);
    const whole = Buffer.from(content).toString();
    const text = file.endsWith(".docx") ? document.text : whole;
    expect(span ? text.slice(span.start, span.end) : null).toBe(about);
    expect(document.text).not.toMatch(/parallax/i);
  });

  test("in a page: between paragraphs the next, in one itself", async () => {
    const { document, marks } = await draftOf(page, "a.html");
    expect(
      marks.map(({ words, place, about }) => [
        words,
        place.line,
        about && document.text.slice(about.start, about.start + 9),
      ]),
    ).toEqual([
      ["keep contested-word the mayor's word", 7, "They fled"],
      ["keep own-voice seen", 9, "The board"],
    ]);
  });
});

describe("what is read", () => {
  test.each<[what: string, written: string, read: string]>([
    ["a paragraph over two lines is one", "They\nfled.", "They fled."],
    ["lists, headings and quotes are not", "# A\nB\n- c\n- d\n> e", "# A\nB\n- c\n- d\n> e"],
    ["code stays", "```\na\nb\n```", "```\na\nb\n```"],
    ["a comment is blank", "a <!-- b -->\n\nc", "a           \n\nc"],
    ["front matter is blank", "---\na: b\n---\n\nc", "   \n    \n   \n\nc"],
  ])("%s", (_, written, read) => {
    expect(withoutMarked({ text: written, format: "markdown" })).toBe(read);
  });

  test("a comment that begins in a mark and ends after it", () => {
    const text = "[parallax: <!--]-->";
    expect(withoutMarked({ text, format: "markdown" })).toHaveLength(text.length);
  });

  test("has the length of what is written", () => {
    const piece = fc.constantFrom(
      "<!--",
      "-->",
      "[parallax: ",
      "]",
      "---",
      "\n",
      "\r\n",
      "a",
      " ",
      "# ",
    );
    fc.assert(
      fc.property(
        fc.array(piece),
        fc.constantFrom("markdown", "text", "docx"),
        (pieces, format) => {
          const text = pieces.join("");
          expect(withoutMarked({ text, format })).toHaveLength(text.length);
        },
      ),
    );
  });

  test("marks that never close cost no more than the text", () => {
    const text = "<!-- [parallax: ".repeat(60_000);
    expect(withoutMarked({ text, format: "markdown" })).toHaveLength(text.length);
  });
});

test.each([
  ["<!DOCTYPE html><html>", "input.html"],
  ["\ufeff  <html lang='en'>", "input.html"],
  ["# A heading", "input.md"],
  ["PK\u0003\u0004", "input.docx"],
])("what begins with %s is taken for %s", (bytes, name) => {
  expect(nameOfInput(Buffer.from(bytes))).toBe(name);
});
