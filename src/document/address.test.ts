import fc from "fast-check";
import { expect, test } from "vitest";
import { addressOf, parseAddress } from "./address.ts";

test.each([
  ["", { view: "", path: [], query: {} }],
  ["#/claims", { view: "claims", path: [], query: {} }],
  ["#/claims/c1/a%2Fb.txt?q=x+y", { view: "claims", path: ["c1", "a/b.txt"], query: { q: "x y" } }],
  ["#/reader/a.txt?at=120-180", { view: "reader", path: ["a.txt"], query: { at: "120-180" } }],
  ["#/claims/%E0%A4%A", { view: "claims", path: ["%E0%A4%A"], query: {} }],
])("%s", (hash, route) => {
  expect(parseAddress(hash)).toEqual(route);
});

test("every place can be linked to and found again", () => {
  const part = fc.string({ minLength: 1, unit: "grapheme" });
  fc.assert(
    fc.property(fc.array(part), part, (path, q) => {
      expect(parseAddress(addressOf("claims", path, { q }))).toEqual({
        view: "claims",
        path,
        query: { q },
      });
    }),
  );
});
