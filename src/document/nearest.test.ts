import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const known = ["analyze", "ask", "claims", "figures", "--out"];
test.each([
  ["analyse", "analyze"],
  ["anlayze", "analyze"],
  ["CLAIMS", "claims"],
  ["figure", "figures"],
  ["--oot", "--out"],
  ["frobnicate", undefined],
  ["xyz", undefined],
])("the nearest to %s is %s", (word, expected) => {
  expect(nearest(word, known)).toBe(expected);
});
