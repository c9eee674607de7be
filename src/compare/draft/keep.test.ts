import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { DraftNote } from "./draft.ts";
import { applyKeeps } from "./keep.ts";
import { type DraftRule, draftRuleIds } from "./rules.ts";

const note = (rule: DraftRule, start: number | null, id = `${rule}${start}`): DraftNote => ({
  id,
  rule,
  span: start === null ? null : { start, end: start + 5 },
  subject: "words",
  reason: "why",
  backing: [],
  absence: { documents: 3, sources: 2 },
});
const notes = [
  note("contested-word", 10),
  note("contested-word", 40),
  note("own-voice", 12),
  note("missing-claim", null, "abcd1234ef"),
  note("missing-claim", null, "ffff567890"),
];
const first = { start: 0, end: 30 };

describe("what a mark keeps", () => {
  test.each<[words: string, kept: readonly number[]]>([
    ["keep contested-word the mayor's own word", [0]],
    ["keep own-voice seen by us", [2]],
    ["keep missing-claim told last week", [3, 4]],
    ["keep missing-claim:abcd1234ef told last week", [3]],
    ["keep missing-claim:ABCD told last week", [3]],
    ["Keep contested-word why not", [0]],
  ])("%s", (words, kept) => {
    const result = applyKeeps(notes, [{ words, about: first }]);
    expect(result.kept.map((one) => notes.indexOf(one.note))).toEqual(kept);
    expect(result.keeps[0]?.problem).toBeNull();
    expect(result.notes).toHaveLength(notes.length - kept.length);
    for (const { reason } of result.kept) expect(words.endsWith(reason)).toBe(true);
  });
});

describe("a mark that keeps nothing is told of", () => {
  test.each<[words: string, problem: RegExp]>([
    [
      "keep contested-words why",
      /there is no rule contested-words \(did you mean "contested-word"\?\)/,
    ],
    ["keep everything why", /there is no rule everything \(known: contested-word, /],
    ["keep contested-word", /gives no reason \(write parallax: keep RULE reason/],
    ["keep", /names no rule/],
    ["ignore own-voice why", /not understood: "ignore own-voice why"/],
    ["keep figure-conflict why", /there is no note of figure-conflict in its paragraph/],
    ["keep side-not-quoted why", /no note of side-not-quoted on the draft/],
    ["keep missing-claim:0000 why", /no note of missing-claim with the id 0000/],
    ["keep missing-claim:a why", /with the id a/],
  ])("%s", (words, problem) => {
    const { kept, keeps, notes: left } = applyKeeps(notes, [{ words, about: first }]);
    expect(keeps[0]?.problem).toMatch(problem);
    expect(kept).toEqual([]);
    expect(left).toEqual(notes);
  });

  test("one that nothing follows", () => {
    const { keeps } = applyKeeps(notes, [{ words: "keep contested-word why", about: null }]);
    expect(keeps[0]?.problem).toMatch(/keeps nothing/);
  });
});

test("whatever is written, no note is lost and none told twice", () => {
  const mark = fc.record({
    words: fc.oneof(
      fc.string(),
      fc
        .tuple(fc.constantFrom(...draftRuleIds), fc.string())
        .map(([rule, why]) => `keep ${rule} ${why}`),
    ),
    about: fc.constantFrom(first, { start: 35, end: 50 }, null),
  });
  fc.assert(
    fc.property(fc.array(mark), (marks) => {
      const { notes: left, kept, keeps } = applyKeeps(notes, marks);
      expect([...left, ...kept.map((one) => one.note)].sort(byId)).toEqual([...notes].sort(byId));
      expect(keeps).toHaveLength(marks.length);
      for (const keep of keeps) expect(keep.problem === null).toBe(keep.notes.length > 0);
    }),
  );
});

function byId(a: DraftNote, b: DraftNote): number {
  return a.id < b.id ? -1 : 1;
}
