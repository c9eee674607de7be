import { expect, test } from "vitest";
import { count } from "./numbers.ts";

test.each([
  [1, "1 document"],
  [0, "0 documents"],
  [12345, "12,345 documents"],
])("%i", (n, shown) => {
  expect(count(n, "document")).toBe(shown);
});
