import { expect, test } from "vitest";
import type { Explanation, Explanations, Readings } from "../../serve/types.ts";
import { cuesIn } from "./context.ts";
import { surenessInWords, whyOf } from "./why.ts";

const figure = (start: number, end: number) => ({ start, end }) as Readings["figures"][number];
const why = (because: string): Explanation => ({ rule: "event", says: "", because, cues: [] });

const readings = {
  figures: [figure(0, 2), figure(10, 12), figure(20, 22)],
  attributions: [
    {
      source: [{ start: 4, end: 6 }],
      cue: [{ start: 7, end: 9 }],
      content: [{ start: 10, end: 30 }],
    },
  ],
} as unknown as Readings;
const explanations = {
  figures: [why("first"), why("second"), why("third")],
  attributions: [why("said")],
} as unknown as Explanations;

test.each([
  ["one that has the passage's span is meant alone", { start: 10, end: 12 }, ["second"]],
  [
    "else all that stand in it, in the order of the text",
    { start: 0, end: 25 },
    ["first", "said", "second", "third"],
  ],
  ["outside of all there is nothing", { start: 40, end: 50 }, []],
])("%s", (_, passage, expected) => {
  const found = whyOf("a.txt", readings, explanations, ["figures", "attributions"], passage);
  expect(found.map((one) => one.why.because)).toEqual(expected);
});

test("only the kinds that are asked for are told", () => {
  const found = whyOf("a.txt", readings, explanations, ["attributions"], { start: 0, end: 25 });
  expect(found.map((one) => one.why.because)).toEqual(["said"]);
});

test("a passage is cut at its cues, and cues over each other share their roles", () => {
  const cues = [
    { start: 2, end: 6, role: "number" },
    { start: 4, end: 8, role: "unit" },
    { start: 20, end: 22, role: "place" },
  ];
  expect(cuesIn(cues, { start: 0, end: 10 })).toEqual([
    { start: 0, end: 2, roles: [] },
    { start: 2, end: 4, roles: ["number"] },
    { start: 4, end: 6, roles: ["number", "unit"] },
    { start: 6, end: 8, roles: ["unit"] },
    { start: 8, end: 10, roles: [] },
  ]);
  expect(cuesIn([], { start: 3, end: 3 })).toEqual([]);
});

test("how sure a model is stands in per cent, and is of the cue", () => {
  expect(surenessInWords(0.874)).toBe("87 % sure of the cue");
});
