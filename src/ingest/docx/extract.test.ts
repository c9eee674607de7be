import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { commentsOf, docxOf, paragraphOf, zipOf } from "../../../tests/support/zip.ts";
import type { HtmlExtractor } from "../html/extractor.ts";
import { ingest } from "../ingest.ts";
import { extractDocx } from "./extract.ts";

const run = (text: string, properties = "") =>
  `<w:r>${properties ? `<w:rPr>${properties}</w:rPr>` : ""}<w:t xml:space="preserve">${text}</w:t></w:r>`;

describe("the text of a Word document as it stands", () => {
  test.each<[what: string, body: string, text: string]>([
    ["paragraphs", paragraphOf("One.") + paragraphOf("Two."), "One.\n\nTwo."],
    [
      "empty ones are left out",
      `${paragraphOf("One.")}<w:p/>${paragraphOf("Two.")}`,
      "One.\n\nTwo.",
    ],
    ["runs are joined", `<w:p>${run("The fer")}${run("ry", "<w:b/>")}</w:p>`, "The ferry"],
    ["entities", `<w:p>${run("Salt &amp; Sons &#8220;yes&#8221;")}</w:p>`, "Salt & Sons “yes”"],
    [
      "a tab, a break",
      `<w:p>${run("a")}<w:r><w:tab/><w:t>b</w:t><w:br/><w:t>c</w:t></w:r></w:p>`,
      "a b\nc",
    ],
    [
      "tab stops are no tabs",
      `<w:p><w:pPr><w:tabs><w:tab w:val="left" w:pos="720"/></w:tabs></w:pPr>${run("a")}</w:p>`,
      "a",
    ],
    [
      "tables by cells",
      `<w:tbl><w:tr><w:tc>${paragraphOf("a")}</w:tc><w:tc>${paragraphOf("b")}</w:tc></w:tr></w:tbl>`,
      "a\n\nb",
    ],
    [
      "deleted and inserted words",
      `<w:p>${run("12 ")}<w:del><w:r><w:delText>dead</w:delText></w:r></w:del><w:ins>${run("missing")}</w:ins></w:p>`,
      "12 missing",
    ],
    [
      "moved words, once",
      `<w:p><w:moveFrom>${run("gone")}</w:moveFrom></w:p><w:p><w:moveTo>${run("gone")}</w:moveTo></w:p>`,
      "gone",
    ],
    [
      "hidden words",
      `<w:p>${run("seen ")}${run("unseen", "<w:vanish/>")}${run("again", '<w:vanish w:val="0"/>')}</w:p>`,
      "seen again",
    ],
    [
      "fields",
      `<w:p><w:r><w:instrText>HYPERLINK "x"</w:instrText></w:r>${run("link")}</w:p>`,
      "link",
    ],
    [
      "a text box, once, after its paragraph",
      `<w:p>${run("out")}<mc:AlternateContent><mc:Choice><w:txbxContent>${paragraphOf("in")}</w:txbxContent></mc:Choice><mc:Fallback><w:txbxContent>${paragraphOf("in")}</w:txbxContent></mc:Fallback></mc:AlternateContent>${run("side")}</w:p>`,
      "outside\n\nin",
    ],
    [
      "formulas and drawings are none",
      `<w:p><m:oMath><m:r><m:t>x</m:t></m:r></m:oMath>${run("y")}</w:p>`,
      "y",
    ],
  ])("%s", async (_, body, text) => {
    expect((await extractDocx(docxOf(body)))?.text).toBe(text);
  });

  test("the title is what has its style", async () => {
    const body = `${paragraphOf("Draft 3")}<w:p><w:pPr><w:pStyle w:val="Heading1"/></w:pPr>${run("The lamps of Orvane")}</w:p>`;
    expect((await extractDocx(docxOf(body)))?.title).toBe("The lamps of Orvane");
  });

  test("another prefix, another part", async () => {
    const bytes = zipOf([
      {
        name: "_rels/.rels",
        content: `<Relationships><Relationship Type="http://purl.oclc.org/ooxml/officeDocument/relationships/officeDocument" Target="/body/main.xml"/></Relationships>`,
      },
      {
        name: "body/main.xml",
        content: `<d:document xmlns:d="http://purl.oclc.org/ooxml/wordprocessingml/main"><d:body><d:p><d:r><d:t>One.</d:t></d:r></d:p></d:body></d:document>`,
      },
    ]);
    expect((await extractDocx(bytes))?.text).toBe("One.");
  });

  test("comments hang on the words they are about", async () => {
    const body = `${paragraphOf("First.")}<w:p>${run("They ")}<w:commentRangeStart w:id="7"/>${run("fled")}<w:commentRangeEnd w:id="7"/>${run(".")}</w:p>`;
    const extracted = await extractDocx(docxOf(body, [commentsOf({ 7: "who says so?" })]));
    const [comment] = extracted?.comments ?? [];
    expect(comment).toMatchObject({ comment: "who says so?" });
    expect(extracted?.text.slice(comment?.start, comment?.end)).toBe("fled");
  });

  test("whatever the paragraphs are, they come back", async () => {
    const words = fc.string({ unit: "grapheme-ascii", minLength: 1, maxLength: 30 });
    await fc.assert(
      fc.asyncProperty(fc.array(words, { maxLength: 8 }), async (texts) => {
        const extracted = await extractDocx(docxOf(texts.map(paragraphOf).join("")));
        const kept = texts.map((text) => text.trim()).filter((text) => text !== "");
        expect(extracted?.text).toBe(kept.join("\n\n"));
      }),
      { numRuns: 60 },
    );
  });
});

describe("what is no Word document, or a trap, is a problem and never throws", () => {
  const html: HtmlExtractor = {
    extract: () => Promise.reject(new Error("no page")),
    close: () => Promise.resolve(),
  };
  const read = (bytes: Uint8Array, file = "draft.docx") =>
    ingest({ bytes, sha256: "0" }, { id: file, file }, { html });
  const part = (content: string | Uint8Array, claims?: number) =>
    zipOf([{ name: "word/document.xml", content, ...(claims === undefined ? {} : { claims }) }]);
  const deep = `<w:document>${"<w:tbl>".repeat(500)}${"</w:tbl>".repeat(500)}</w:document>`;

  test.each<[what: string, bytes: Uint8Array, message: RegExp]>([
    ["a text", Buffer.from("One."), /a text, not a Word document/],
    ["a picture", Uint8Array.of(0xff, 0xd8, 0xff, 0xe0), /a JPEG image, not a Word document/],
    ["an old or locked one", Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0), /an old Office document/],
    ["another archive", zipOf([{ name: "a.txt", content: "a" }]), /no Word document/],
    ["an archive in an archive", zipOf([{ name: "in.docx", content: docxOf("") }]), /no Word/],
    ["no text in it", docxOf("<w:p/>"), /holds no text/],
    ["cut off", docxOf(paragraphOf("One.")).slice(0, 300), /damaged archive/],
    ["a name that leads out", zipOf([{ name: "../../x", content: "a" }]), /invalid relative path/],
    ["an absolute name", zipOf([{ name: "/etc/x", content: "a" }]), /absolute path/],
    ["more than it says", part("<w:document>".padEnd(5_000_000), 20), /too many bytes|damaged/],
    ["a bomb", part(Buffer.alloc(65 * 1024 * 1024, 32)), /65\.0 MB unpacked \(the limit is 64/],
    ["nested too deep", docxOf(deep), /nested more than 400 deep/],
    ["no UTF-8", part(Uint8Array.of(0xff, 0xfe, 0xfa)), /damaged archive/],
  ])("%s", async (_, bytes, message) => {
    const { document, problems } = await read(bytes);
    expect(document).toBeNull();
    expect(problems).toHaveLength(1);
    expect(problems[0]?.message).toMatch(message);
    expect(problems[0]?.mend).not.toBe("");
  });

  test("thousands of entries that are not asked for are passed over, too many are refused", async () => {
    const many = (count: number) =>
      zipOf(Array.from({ length: count }, (_, at) => ({ name: `media/${at}.png`, content: "a" })));
    expect((await read(many(3_000))).problems[0]?.message).toMatch(/no Word document/);
    expect((await read(many(10_001))).problems[0]?.message).toMatch(/more than 10000 parts/);
  });

  test("entities that refer to each other are not expanded", async () => {
    const bomb = `<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;">]>`;
    const xml = `${bomb}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:p><w:r><w:t>One &b; two</w:t></w:r></w:p></w:document>`;
    expect((await read(part(xml))).document?.text).toBe("One &b; two");
  });

  test("any bytes behind the signature", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 200 }), async (bytes) => {
        const { document } = await read(Buffer.concat([Buffer.from("PK\u0003\u0004"), bytes]));
        expect(document).toBeNull();
      }),
    );
  });
});
