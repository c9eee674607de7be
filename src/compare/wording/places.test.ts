import { expect, test } from "vitest";
import { type Place, placesByDocument, placesIn, usesIn } from "./places.ts";

type Use = Place & { readonly documentId: string };
const use = (documentId: string, start: number, voice: Place["voice"]): Use => ({
  ...{ documentId, start, voice },
  end: start + 4,
});

test("uses are put together by document, in the order of the text, and read again as they were", () => {
  const documents = placesByDocument([
    use("b", 90, "own"),
    use("a", 7, "scare"),
    use("b", 3, "quoted"),
    use("b", 40, "attributed"),
  ]);
  expect(documents.map(({ documentId }) => documentId)).toEqual(["a", "b"]);
  expect(documents.flatMap(placesIn)).toEqual([
    { start: 7, end: 11, voice: "scare" },
    { start: 3, end: 7, voice: "quoted" },
    { start: 40, end: 44, voice: "attributed" },
    { start: 90, end: 94, voice: "own" },
  ]);
  expect(usesIn({ documents })).toBe(4);
  expect(usesIn({ documents: [] })).toBe(0);
});
