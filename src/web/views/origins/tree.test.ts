import { expect, test } from "vitest";
import { placesOf, treeOf } from "./tree.ts";

/** Each document with dots for how deep it stands. */
const drawn = (copies: readonly (readonly [string, string | null])[]) =>
  treeOf(
    "wire",
    copies.map(([documentId, via]) => ({ documentId, via })),
  ).map(({ documentId, depth }) => ".".repeat(depth) + documentId);

test.each([
  [[], ["wire"]],
  [
    [
      ["post", null],
      ["herald", null],
    ],
    ["wire", ".post", ".herald"],
  ],
  // Who had it by way of another stands under that one, before the next of the text.
  [
    [
      ["post", null],
      ["herald", null],
      ["forum", "post"],
      ["blog", "forum"],
    ],
    ["wire", ".post", "..forum", "...blog", ".herald"],
  ],
  // A way that is no copy of this text leads back to the text.
  [[["post", "gone"]], ["wire", ".post"]],
  [[["post", "post"]], ["wire", ".post"]],
  [
    [
      ["post", "herald"],
      ["herald", "post"],
    ],
    ["wire", ".post", "..herald"],
  ],
] as const)("copies %j are drawn as %j", (copies, tree) => {
  expect(drawn(copies)).toEqual(tree);
});

test("every node but the text has what it came from before it", () => {
  const tree = treeOf("wire", [
    { documentId: "a", via: "b" },
    { documentId: "b", via: null },
  ]);
  expect(tree.map(({ parent }) => parent)).toEqual([null, 0, 1]);
});

test.each([
  // Among days a day is a place.
  [
    ["2031-05-03", "2031-05-04", "2031-05-07"],
    ["0–0", "0.25–0.25", "1–1"],
  ],
  // Beside an hour a day is as long as it is: which was first is not told by its beginning.
  [
    ["2031-05-03", "2031-05-03T12:00:00Z"],
    ["0–1", "0.5–0.5"],
  ],
  [
    ["2031-05", "2031-05-31"],
    ["0–1", "1–1"],
  ],
  // Without a date nothing stands on the axis, least of all at its beginning.
  [
    [null, "2031-05-03", "2031-05-04"],
    [null, "0–0", "1–1"],
  ],
  [
    ["not a date", "2031-05-03"],
    [null, "0–0"],
  ],
  [
    ["../2031-05-03", "2031-05-03"],
    [null, "0–0"],
  ],
  [
    [null, null],
    [null, null],
  ],
])("published %j stands at %j", (published, places) => {
  expect(placesOf(published).map((place) => place && `${place.from}–${place.to}`)).toEqual(places);
});
