import { expect, test } from "vitest";
import { loadLexicon } from "./lexicon.ts";
import { stem } from "./synonyms.ts";

const { synonyms, irregularForms } = loadLexicon(
  new URL("../../lexicons", import.meta.url).pathname,
);
const setOf = (word: string) =>
  synonyms.exact.get(word) ?? synonyms.stems.get(stem(word, irregularForms)) ?? null;

test.each([
  ["officers", "policeman"],
  ["minors", "children"],
  ["reporters", "journalists"],
  ["executed", "killed"],
  ["authorities", "government"],
  ["medics", "doctors"],
  ["nations", "countries"],
  ["legislators", "parliament"],
  ["legislation", "laws"],
  ["residents", "civilians"],
  ["traveller", "passengers"],
])("%s and %s stand for each other", (one, other) => {
  expect(setOf(one)).not.toBeNull();
  expect(setOf(one)).toBe(setOf(other));
});

test.each([
  ["office", "officer"],
  ["minority", "minor"],
  ["report", "reporter"],
  ["executive", "execution"],
  ["author", "authority"],
  ["medical", "medic"],
  ["national", "nation"],
  ["legislation", "legislator"],
  ["public", "publication"],
  ["organ", "organize"],
  ["liberal", "liberation"],
  ["initial", "initiate"],
  ["accordingly", "accord"],
  ["fabric", "fabrication"],
  ["busy", "business"],
  ["personal", "person"],
  ["related", "relative"],
  ["account", "accountable"],
  ["response", "responsible"],
  ["tribune", "tribunal"],
  ["village", "villager"],
])("%s is nothing of %s, whose stem it has", (word, listed) => {
  expect(stem(word, irregularForms)).toBe(stem(listed, irregularForms));
  expect(setOf(word)).not.toBe(setOf(listed) ?? "none");
});
