import { expect, test } from "vitest";
import { codeOf, readCode, type SourceCode, sourceOrder } from "./stance-codes.ts";

test.each<[SourceCode["stances"], boolean, string]>([
  [["asserts"], false, "1"],
  [["attributes"], false, "2"],
  [["attributes"], true, "a"],
  [["denies"], false, "4"],
  [["asserts", "attributes", "denies"], true, "f"],
  [["silent"], false, "."],
  [["unknown"], false, "?"],
])("%j, at a distance %s, is %j and is read as that", (stances, isDistant, code) => {
  expect(codeOf({ stances, isDistant })).toBe(code);
  expect(readCode(code)).toEqual({ stances, isDistant });
});

test.each([[undefined], ["?"], ["0"], ["z"]])("%j tells nothing: unknown, never silent", (code) => {
  expect(readCode(code)).toEqual({ stances: ["unknown"], isDistant: false });
});

test("sources stand once, by id", () => {
  const documents = ["b", "a", "b"].map((sourceId) => ({ sourceId }));
  expect(sourceOrder(documents)).toEqual(["a", "b"]);
});
