import { expect, test } from "vitest";
import { someLines, someOf } from "./some.ts";

test.each([
  [3, "x, x, x"],
  [24, Array(24).fill("x").join(", ")],
  [1_026, `${Array(24).fill("x").join(", ")} and 1,002 more (--json lists all)`],
])("%i names", (number, line) => {
  expect(someOf(Array(number).fill("x"))).toBe(line);
});

test.each([
  [60, 60],
  [61, 61],
  [200, 61],
])("%i lines are shown as %i", (number, shown) => {
  const lines = someLines(Array(number).fill("x"));
  expect(lines).toHaveLength(shown);
  expect(lines.at(-1) === "x").toBe(number === 60);
});
