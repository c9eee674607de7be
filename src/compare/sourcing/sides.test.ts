import { expect, test } from "vitest";
import { wilson95 } from "../../document/interval.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import type { Row } from "../input.ts";
import { createSideTally, familyOf } from "./sides.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);

const row = (text: string, cue: string, more: Partial<Row<"attributions">["reading"]> = {}) => {
  const start = text.indexOf(cue);
  const reading = {
    kind: "indirect",
    attitude: "states",
    source: [],
    cue: [{ start, end: start + cue.length }],
    content: [],
    via: [],
    sourceName: null,
    sourceInferred: false,
    distancing: false,
    negated: false,
    rule: "test",
    score01: null,
    ...more,
  } as const;
  return { documentId: "a", sentence: { start: 0, end: text.length, text }, reading };
};

test.each([
  ["The mayor said it.", "said", {}, "say"],
  ["The mayor claims it.", "claims", { distancing: true }, "claim"],
  ["The mayor insisted on it.", "insisted", { distancing: true }, "claim"],
  ["She alleges theft.", "alleges", { distancing: true }, "allege"],
  ["He admitted it.", "admitted", {}, "admit"],
  ["He has not admitted it.", "admitted", { negated: true }, "other"],
  ["The office denied it.", "denied", { attitude: "denies" }, "deny"],
  ["The office waved it away.", "waved it away", { attitude: "denies" }, "deny"],
  ["The union demands a vote.", "demands", { attitude: "demands" }, "other"],
] as const)("%s is counted as %s %j: %s", (text, cue, more, family) => {
  expect(familyOf(row(text, cue, more), lexicon)).toBe(family);
});

test("without word lists only what the reading says tells cues apart", () => {
  expect(familyOf(row("He admitted it.", "admitted"), null)).toBe("say");
  expect(familyOf(row("She alleges theft.", "alleges", { distancing: true }), null)).toBe("claim");
});

/** By hand, from the formula in Wilson 1927; 0 of 10 and 5 of 10 are in many textbooks. */
test.each([
  [0, 10, 0, 0.278],
  [5, 10, 0.237, 0.763],
  [10, 10, 0.722, 1],
  [0, 0, 0, 1],
])("the 95 % interval of %i of %i is %f to %f", (count, of, low, high) => {
  const [from, to] = wilson95(count, of);
  expect(from).toBeCloseTo(low, 3);
  expect(to).toBeCloseTo(high, 3);
});

const passage = { documentId: "a", start: 0, end: 3, text: "one" };
const some = [
  { bySide: "east", ofSide: "west", family: "claim" },
  { bySide: "east", ofSide: "west", family: "say" },
  { bySide: "east", ofSide: "east", family: "say" },
  { bySide: "west", ofSide: null, family: "deny" },
] as const;

function counted(swap: Readonly<Record<string, string>> = {}) {
  const tally = createSideTally();
  const side = (name: string | null) => (name === null ? null : (swap[name] ?? name));
  for (const one of some)
    tally.add({
      ...one,
      bySide: side(one.bySide),
      ofSide: side(one.ofSide),
      kind: "government",
      naming: "named",
      passage,
    });
  tally.add({ ...some[0], bySide: side("east"), kind: null, naming: "unnamed", passage });
  tally.add({ ...some[0], bySide: side("east"), kind: null, naming: "open", passage });
  return { sides: tally.sides(), anonymous: tally.anonymous() };
}

test("counts by quoting and quoted side; those without a name and those left open apart", () => {
  const { sides, anonymous } = counted();
  expect(sides.map(({ bySide, ofSide, count }) => [bySide, ofSide, count])).toEqual([
    ["east", "east", 1],
    ["east", "west", 2],
    ["west", null, 1],
  ]);
  expect(sides[1]?.families.claim).toMatchObject({ count: 1 });
  expect(sides[1]?.families.claim.evidence).toEqual([passage]);
  expect(
    anonymous.map(({ attributions, open, unnamed }) => [attributions, open, unnamed.count]),
  ).toEqual([
    [5, 1, 1],
    [1, 0, 0],
  ]);
  // One of four: a pronoun of which nobody knows whom it means is neither named nor unnamed.
  const [low, high] = wilson95(1, 4);
  expect(anonymous[0]?.unnamed.low01).toBeCloseTo(low, 3);
  expect(anonymous[0]?.unnamed.high01).toBeCloseTo(high, 3);
});

test("exchanging the names of the sides exchanges the counts", () => {
  const swapped = counted({ east: "west", west: "east" }).sides;
  const back = swapped.map((row) => {
    const side = (name: string | null) =>
      name === "east" ? "west" : name === "west" ? "east" : name;
    return { ...row, bySide: side(row.bySide), ofSide: side(row.ofSide) };
  });
  const inOrder = (rows: readonly object[]) => rows.map((one) => JSON.stringify(one)).sort();
  expect(inOrder(back)).toEqual(inOrder(counted().sides));
});
