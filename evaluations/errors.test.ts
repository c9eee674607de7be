import { expect, test } from "vitest";
import { bootstrap } from "./bootstrap.ts";
import { errorList } from "./errors.ts";
import { f1Metric, intervalOf, type Miss } from "./measure.ts";
import { metricRow, tableHead } from "./table.ts";

const evaluation = {
  name: "sayings",
  worst: "The weight is the number of words.",
  kinds: { missing: "gold has it and the reading does not." },
};

test("an error is shown with its place, the passage, and marks under gold and found", () => {
  const text = "The ferry was late.\nThe mayor said taxes would fall.";
  const list = errorList(evaluation, [
    {
      kind: "missing",
      place: "a.txt",
      detail: "cue: said",
      weight: 3,
      rule: "verb-before-content",
      shown: {
        text,
        gold: [
          { start: 20, end: 29, mark: "s" },
          { start: 35, end: 51 },
        ],
        found: [{ start: 24, end: 29, mark: "s" }],
      },
    },
  ]);
  expect(list).toContain('Errors of the evaluation "sayings": 1, of one kind.');
  expect(list).toContain("The weight is the number of words.");
  expect(list).toContain("An error because gold has it and the reading does not.");
  expect(list).toContain(`  1. a.txt, line 2, characters 20–51   (weight 3)
     cue: said
     rule: verb-before-content
           The ferry was late.⏎The mayor said taxes would fall.
     gold                      sssssssss      ^^^^^^^^^^^^^^^^
     found                         sssss`);
});

test("the worst of a kind come first, twenty in full and the rest in a line each", () => {
  const misses = Array.from(
    { length: 25 },
    (_, n): Miss => ({ kind: "missing", place: `t${n}`, detail: "", weight: n }),
  );
  const list = errorList(evaluation, misses);
  expect(list).toContain("  1. t24   (weight 24)");
  expect(list).toContain(" 20. t5   (weight 5)");
  expect(list).toContain("and 5 more:\n  t4: ");
});

test("kinds stand at the top with the number of their cases and documents, most first", () => {
  const one = (kind: string, place: string): Miss => ({ kind, place, detail: "" });
  const list = errorList(evaluation, [one("extra", "a"), one("missing", "a"), one("missing", "b")]);
  expect(list).toMatch(/ {6}2 {10}2 {2}missing\n {6}1 {10}1 {2}extra/);
});

test("a passage that is too long is cut, and says so", () => {
  const shown = { text: "word ".repeat(400), gold: [{ start: 0, end: 1900 }], found: [] };
  const list = errorList(evaluation, [{ kind: "missing", place: "a", detail: "", shown }]);
  expect(list).toContain("[…]");
  expect(Math.max(...list.split("\n").map((line) => line.length))).toBeLessThan(120);
});

const alike = Array.from({ length: 40 }, () => ({ hits: 8, found: 10, gold: 10 }));
const unlike = alike.map((_, n) => ({ hits: n % 2 === 0 ? 10 : 6, found: 10, gold: 10 }));

test("documents that differ widen the interval, and it is the same every time", () => {
  const [low, high] = intervalOf(f1Metric("a", unlike));
  const [from, to] = intervalOf(f1Metric("a", alike));
  expect(high - low).toBeGreaterThan(to - from);
  expect(intervalOf(f1Metric("a", unlike))).toEqual([low, high]);
});

test("documents without an error do not make a score certain", () => {
  const [low, high] = intervalOf(f1Metric("a", [{ hits: 6, found: 6, gold: 6 }]));
  expect(low).toBeLessThan(0.7);
  expect(high).toBe(1);
});

test("the bootstrap of equal documents is their score", () => {
  expect(bootstrap(alike, ({ hits, gold }) => hits / gold)).toEqual([0.8, 0.8]);
});

test("the table fits into 120 columns and says how far a target is", () => {
  const metric = { name: "x".repeat(34), value: 0.7, n: 12345, precision: 1, recall: 1, target: 1 };
  const row = metricRow("scare-quotes", metric, [0.6, 1], 0.7, "");
  expect(row.length).toBeLessThanOrEqual(120);
  expect(tableHead.length).toBeLessThanOrEqual(120);
  expect(row).toMatch(/30\.0 short$/);
  expect(metricRow("a", { ...metric, target: 0.7 }, [0.6, 1], 0.7, "")).toMatch(/reached$/);
});
