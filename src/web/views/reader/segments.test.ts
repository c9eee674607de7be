import fc from "fast-check";
import { expect, test } from "vitest";
import { documents } from "../../../../tests/fixtures/weir.ts";
import { marksOf } from "./marks.ts";
import { pagesOf, segmentsOf } from "./segments.ts";

const spans = fc.array(
  fc.tuple(fc.nat(120), fc.nat(40)).map(([start, length]) => ({ start, end: start + length })),
);

test("segments tile the stretch and hold exactly what covers them", () => {
  fc.assert(
    fc.property(spans, (pieces) => {
      const segments = segmentsOf(10, 100, pieces);
      expect(segments[0]?.start).toBe(10);
      expect(segments.at(-1)?.end).toBe(100);
      for (const [index, { start, end, on }] of segments.entries()) {
        if (index > 0) expect(start).toBe(segments[index - 1]?.end);
        const covering = pieces.filter((piece) => piece.start <= start && end <= piece.end);
        expect(new Set(on)).toEqual(new Set(covering));
      }
    }),
  );
});

test("pages keep every paragraph, in order, none too long", () => {
  const lengths = fc.array(fc.integer({ min: 1, max: 50 }));
  fc.assert(
    fc.property(lengths, (all) => {
      let at = 0;
      const paragraphs = all.map((length) => {
        at += length;
        return { start: at - length, end: at };
      });
      const pages = pagesOf(paragraphs, 20);
      const parts = pages.flat();
      expect(parts.reduce((sum, part) => sum + part.end - part.start, 0)).toBe(at);
      for (const page of pages)
        expect((page.at(-1)?.end ?? 0) - (page[0]?.start ?? 0)).toBeLessThanOrEqual(20);
    }),
  );
});

test("marks of a document, in order of the text", () => {
  const view = documents.find((document) => document.card.id === "delta-courier/flood.html");
  if (!view) throw new Error("the fixture lost a document");
  const { marks, pieces } = marksOf(view.readings);
  expect(marks.map((mark) => mark.kind)).toEqual([
    "noise",
    "dates",
    "attributions",
    "figures",
    "attributions",
    "wording",
    "scareQuotes",
    "figures",
    "wording",
    "attributions",
    "dates",
    "references",
  ]);
  expect(pieces).toHaveLength(9 + 3 * 3);
  expect(marks[2]?.facts).toContainEqual(["Who", "Delta Assembly"]);
});
