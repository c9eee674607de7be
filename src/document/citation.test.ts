import { describe, expect, test } from "vitest";
import {
  annotationCitation,
  bibtexCitation,
  type CitedPassage,
  plainCitation,
} from "./citation.ts";

const text = "The gates opened.\nNo warning\nwas given. The siren stayed silent.";
const start = text.indexOf("No warning");
const cited: CitedPassage = {
  sourceName: "Delta Courier",
  title: "Wall of water & stones hits Marl",
  author: "Ines Calder",
  published: "2031-05-14T06:00:00Z",
  url: "https://courier.example/flood_1",
  file: "delta-courier/flood.html",
  language: "en",
  sha256: "ab".repeat(32),
  text,
  start,
  end: text.indexOf(" The siren"),
};

describe("a footnote", () => {
  test("has all that leads back to the passage", () => {
    expect(plainCitation(cited)).toBe(
      `Ines Calder, “Wall of water & stones hits Marl”, Delta Courier, 14 May 2031, https://courier.example/flood_1: “No warning was given.” (characters 18–39; SHA-256 ${"ab".repeat(32)})`,
    );
  });

  test("leaves out what is not known, names the file instead of an address", () => {
    expect(
      plainCitation({ ...cited, author: null, title: null, published: null, url: null }),
    ).toMatch(/^Delta Courier, undated, delta-courier\/flood\.html: “No/);
  });

  test("tells of when the file is where that is known", () => {
    expect(plainCitation({ ...cited, savedAt: "2031-05-15T00:00:00Z" })).toContain(
      ", file of 15 May 2031: “",
    );
  });
});

describe("BibTeX", () => {
  test("has a key, a date, and nothing that TeX would act on", () => {
    const entry = bibtexCitation(cited);
    expect(entry).toMatch(/^@online\{deltacourier2031wall,\n/);
    expect(entry).toContain("  title = {Wall of water \\& stones hits Marl},\n");
    expect(entry).toContain("  author = {{Ines Calder}},\n");
    expect(entry).toContain("  date = {2031-05-14},\n");
    expect(entry).toContain("  url = {https://courier.example/flood_1},\n");
  });

  test.each([
    ["100 % {a}", "100 \\% \\{a\\}"],
    ["a_b^c~d", "a\\_b\\textasciicircum{}c\\textasciitilde{}d"],
    ["C:\\x", "C:\\textbackslash{}x"],
  ])("%s is written as %s", (title, written) => {
    expect(bibtexCitation({ ...cited, title })).toContain(`  title = {${written}},`);
  });

  test("braces are balanced whatever the title holds", () => {
    const entry = bibtexCitation({ ...cited, title: "}{ } {", author: "}", url: "https://a/}{" });
    const bare = entry.replace(/\\[{}]/g, "");
    expect(bare.split("{").length).toBe(bare.split("}").length);
  });
});

test("a Web Annotation has both selectors, and they name the same words", () => {
  const annotation = JSON.parse(annotationCitation(cited));
  expect(annotation["@context"]).toBe("http://www.w3.org/ns/anno.jsonld");
  const [quote, position] = annotation.target.selector;
  expect(quote).toEqual({
    type: "TextQuoteSelector",
    exact: "No warning\nwas given.",
    prefix: "The gates opened.\n",
    suffix: " The siren stayed silent.",
  });
  expect(text.slice(position.start, position.end)).toBe(quote.exact);
  expect(annotation.target.source.id).toBe("https://courier.example/flood_1");
});
