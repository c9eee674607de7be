import { expect, test } from "vitest";
import { carriedBy, waysToCarry } from "./carried.ts";

const sides = ["island", "mainland"];
/** `i1` is a document of the island, `m1` of the mainland, `u1` of nobody declared. */
const placeOf = (id: string) => ({
  side: id.startsWith("i") ? "island" : id.startsWith("m") ? "mainland" : null,
  sourceId: id,
});
const claim = (cells: Record<string, string>, contested = false) => ({
  contested,
  cells: Object.entries(cells).map(([documentId, stance]) => ({ documentId, stance })),
});

test.each([
  [claim({ i1: "asserts", m1: "attributes" }), sides, "all"],
  [claim({ i1: "asserts", m1: "denies" }, true), sides, "contested"],
  [claim({ i1: "asserts", i2: "denies", m1: "silent" }), sides, "side:island"],
  [claim({ m1: "asserts", u1: "asserts" }), sides, "side:mainland"],
  [claim({ u1: "attributes", i1: "unknown" }), sides, "unaligned"],
  [claim({ i1: "silent", m1: "unknown" }), sides, "none"],
  [claim({ i1: "asserts", m1: "asserts" }), [...sides, "reef"], "some"],
  [claim({ i1: "asserts", i2: "asserts" }), [], "several"],
  [claim({ i1: "asserts" }), [], "one"],
])("%j of the sides %j is carried by %s", (one, declared, carried) => {
  expect(carriedBy(one, placeOf, declared)).toBe(carried);
  expect(waysToCarry(declared)).toContain(carried);
});
