import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  byMark,
  foldLog,
  type Judgement,
  type LogEntry,
  lastOfEach,
  markKey,
  type PlacedJudgement,
  partsOfKey,
  readingMark,
  saysOf,
  standingOf,
  type Verdict,
} from "./judgement.ts";

const judged = (id: string, at: number, more: Partial<Judgement> = {}): Judgement => ({
  id,
  at: new Date(Date.UTC(2031, 4, 20, 9, at)).toISOString(),
  author: "Ada",
  act: "reject",
  note: null,
  question: "claims",
  about: "No warning was given.",
  says: "asserts",
  rule: "own-voice",
  documentId: "a.txt",
  sha256: "00",
  anchor: { exact: "No warning", prefix: "", suffix: "", start: 0 },
  ...more,
});
const undo = (undoes: string, at: number): LogEntry => ({
  id: `undo-${undoes}`,
  at: new Date(Date.UTC(2031, 4, 20, 9, at)).toISOString(),
  author: "Ada",
  act: "undo",
  undoes,
});
const placed = (one: Judgement, mark: string | null = one.about): PlacedJudgement => ({
  ...one,
  state: mark === null ? "lost" : "placed",
  mark,
  place: null,
});
const held = (entries: readonly LogEntry[]) =>
  lastOfEach(foldLog(entries).map((one) => placed(one))).map(({ id }) => id);

describe("what holds of a log", () => {
  test.each<[string, readonly LogEntry[], readonly string[]]>([
    ["an empty log", [], []],
    ["the last verdict of an author", [judged("a", 1), judged("b", 2, { act: "confirm" })], ["b"]],
    ["a verdict of each author", [judged("a", 1), judged("b", 2, { author: "Ben" })], ["a", "b"]],
    ["every note", [judged("a", 1, { act: "note" }), judged("b", 2, { act: "note" })], ["a", "b"]],
    ["nothing undone", [judged("a", 1), undo("a", 2)], []],
    ["the verdict before an undone one", [judged("a", 1), judged("b", 2), undo("b", 3)], ["a"]],
    ["an undoing that comes first in the file", [undo("a", 2), judged("a", 1)], []],
    ["an undoing of nothing", [judged("a", 1), undo("x", 2)], ["a"]],
    ["a line that stands there twice", [judged("a", 1), judged("a", 1)], ["a"]],
  ])("%s", (_name, entries, ids) => {
    expect(held(entries)).toEqual(ids);
  });
});

const entries = fc
  .array(
    fc.record({
      at: fc.nat(5),
      author: fc.constantFrom("Ada", "Ben"),
      act: fc.constantFrom<Verdict | "undo">("confirm", "reject", "note", "undo"),
      about: fc.constantFrom("one", "two"),
      of: fc.nat(11),
    }),
    { maxLength: 12 },
  )
  .map((list) =>
    list.map(({ at, act, of, ...more }, index): LogEntry => {
      if (act === "undo") return { ...undo(`j${of}`, at), id: `u${index}` };
      return judged(`j${index}`, at, { ...more, act });
    }),
  );

test("the order of the lines does not matter, and neither do doubled lines", () => {
  fc.assert(
    fc.property(entries, fc.infiniteStream(fc.nat()), (log, random) => {
      const shuffled = [...log, ...log]
        .map((entry) => ({ entry, by: random.next().value }))
        .sort((a, b) => a.by - b.by)
        .map(({ entry }) => entry);
      expect(held(shuffled)).toEqual(held(log));
    }),
  );
});

test.each<[readonly Verdict[], ReturnType<typeof standingOf>]>([
  [[], null],
  [["note"], "note"],
  [["reject", "note"], "reject"],
  [["confirm"], "confirm"],
  [["confirm", "reject"], "split"],
])("%s comes to %s", (acts, standing) => {
  expect(standingOf(acts.map((act) => ({ act })))).toBe(standing);
});

test("judgements are found by their mark, the lost ones by none", () => {
  const list = [placed(judged("a", 1), "x"), placed(judged("b", 2), null)];
  expect([...byMark(list)].map(([key, own]) => [key, own.length])).toEqual([["x", 1]]);
});

test("an attribution spans its source, its cue and its content", () => {
  const name = readingMark("attributions", "a.txt", {
    source: [{ start: 20, end: 25 }],
    cue: [{ start: 26, end: 30 }],
    content: [{ start: 3, end: 18 }],
  } as object);
  expect([name.start, name.end]).toEqual([3, 30]);
  expect(markKey(name)).toBe('["readings","a.txt","attributions",3,30]');
  expect(partsOfKey(markKey(name))).toEqual(name);
});

test.each([
  [
    { stance: "attributes", attributedTo: "the mayor", distancing: true, passages: [1] },
    "attributes · distancing · the mayor",
  ],
  [{ value: 14, range: null, qualifier: "at least", unit: null, start: 3 }, "at least · 14"],
  [{ value: null, range: [12, 16], qualifier: null }, "12 to 16"],
  [{ sourceName: "Ada", attitude: "denies", negated: false }, "Ada · denies"],
])("%j says %s", (mark, says) => {
  expect(saysOf(mark)).toBe(says);
});
