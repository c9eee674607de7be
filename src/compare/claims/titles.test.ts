import { expect, test } from "vitest";
import { createTitleFinder } from "./titles.ts";

const titlesIn = createTitleFinder([
  { id: "a", title: "Ferry rammed off Lantern Bank, 13 dead" },
  { id: "b", title: "Three judges" },
  { id: "c", title: null },
]);

test.each([
  ["Read this: “Ferry Rammed off Lantern Bank: 13 dead” (Harbour Post)", ["a"]],
  ["Ferry ferry rammed off Lantern Bank, 13 dead", ["a"]],
  ["Ferry rammed off Lantern Bank, many dead", []],
  ["Three judges", []],
  ["", []],
])("the titles in %j are %j", (text, found) => {
  expect(titlesIn(text)).toEqual(found);
});
