import fc from "fast-check";
import { expect, test } from "vitest";
import { holdsWords, lean, mostRows, pageBytes, pageOf, valuesAt } from "./paged.ts";

const row = <T>(item: T) => item;

test.each([
  [{ from: 0, count: 3 }, [0, 1, 2], 3],
  [{ from: 8, count: 3 }, [8, 9], null],
  [{ from: 7, count: 3 }, [7, 8, 9], null],
  [{ from: 10, count: 3 }, [], null],
  [{ from: 2, count: 0 }, [], null],
])("of ten rows %j are %j, then from %j", (stretch, rows, next) => {
  const page = pageOf([...Array(10).keys()], stretch, { row, all: 12 });
  expect(page).toMatchObject({ rows, next, found: 10, all: 12, from: stretch.from });
});

test("no more rows than this at once, however small", () => {
  const page = pageOf(Array(2000).fill(0), { from: 0, count: 5000 }, { row });
  expect([page.rows.length, page.next]).toEqual([mostRows, mostRows]);
});

test("the pages of any list join to the list, and none but a single row is too long", () => {
  const texts = fc.array(
    fc.nat(pageBytes * 1.2).map((size) => "x".repeat(size)),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(texts, fc.integer({ min: 1, max: 4 }), (items, count) => {
      const joined: string[] = [];
      for (let from: number | null = 0; from !== null; ) {
        const { rows, next }: { rows: readonly string[]; next: number | null } = pageOf(
          items,
          { from, count },
          { row },
        );
        if (rows.length > 1) expect(JSON.stringify(rows).length).toBeLessThan(pageBytes + 10);
        joined.push(...rows);
        from = next;
      }
      expect(joined).toEqual(items);
    }),
    { numRuns: 30 },
  );
});

const finding = {
  id: "one",
  evidence: [{ text: "a" }],
  entries: [
    { value: 1, evidence: [{ text: "b" }], sentence: { text: "c" } },
    { value: 2, evidence: [{ text: "d" }, { text: "e" }], sentence: { text: "f" } },
  ],
};

test("a lean finding has everything but its passages", () => {
  expect(lean(finding)).toEqual({ id: "one", entries: [{ value: 1 }, { value: 2 }] });
});

test.each([
  ["evidence", ["a"]],
  ["entries/1/evidence", ["d", "e"]],
  ["entries/0/evidence,entries/1/evidence", ["b", "d", "e"]],
  ["entries/1/sentence", ["f"]],
])("at %s stand %j", (places, texts) => {
  expect(valuesAt(finding, places)).toEqual(texts.map((text) => ({ text })));
});

test.each(["entries/7", "gone", "id/length/x", "__proto__", "entries/constructor", ""])(
  "at %j stands nothing",
  (places) => {
    expect(valuesAt(finding, places)).toBeNull();
  },
);

test.each([
  ["", true],
  [undefined, true],
  ["FERRY cutter", true],
  ["cutter ferry", true],
  ["cutter tram", false],
])("looking for %j: %s", (search, found) => {
  expect(holdsWords(search)("The cutter rammed the ferry.")).toBe(found);
});
