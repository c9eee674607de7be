import { expect, test } from "vitest";
import { findings } from "../../../../tests/fixtures/weir.ts";
import type { Cell, Stance } from "../../../serve/types.ts";
import { findClaims, sortClaims, sourceStances } from "./sort.ts";

const { claims } = findings;

test.each([
  ["contested", "no-warning"],
  ["carried", "no-warning"],
  ["statement", "no-warning"],
] as const)("by %s, first is %s", (sort, first) => {
  expect(sortClaims(claims, sort)[0]?.id).toBe(first);
});

test.each([
  ["", false, 5],
  ["SIREN marl", false, 2],
  ["residents", false, 1],
  ["", true, 3],
  ["nothing has this", false, 0],
])("looking for %j, contested only %s, finds %i", (words, contestedOnly, n) => {
  expect(findClaims(claims, { words, contestedOnly })).toHaveLength(n);
});

test.each<[Stance[], Stance[]]>([
  [["asserts"], ["asserts"]],
  [
    ["denies", "asserts"],
    ["asserts", "denies"],
  ],
  [["silent", "attributes"], ["attributes"]],
  [["silent", "silent"], ["silent"]],
  [["silent", "unknown"], ["unknown"]],
  [[], ["unknown"]],
])("documents that are %j make a source %j", (documents, source) => {
  const cells = documents.map((stance) => ({ stance, also: [] }) as unknown as Cell);
  expect(sourceStances(cells)).toEqual(source);
});
