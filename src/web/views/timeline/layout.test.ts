import fc from "fast-check";
import { expect, test } from "vitest";
import { findings } from "../../../../tests/fixtures/weir.ts";
import { periodsOf } from "../../../document/periods.ts";
import type { EventRow } from "../../../serve/types.ts";
import { placeOnRows, stretchOf } from "./layout.ts";

test("nothing on one row touches, whatever is placed", () => {
  const thing = fc.record({ x0: fc.nat(600), length: fc.nat(200), label: fc.nat(200) });
  fc.assert(
    fc.property(fc.array(thing, { maxLength: 40 }), (things) => {
      const items = things.map(({ x0, length, label }) => ({ x0, x1: x0 + length, label }));
      const placed = placeOnRows(items, 800).map(({ item, row }) => ({
        row,
        ...stretchOf(item, 800),
      }));
      expect(placed).toHaveLength(items.length);
      for (const [index, a] of placed.entries())
        for (const b of placed.slice(index + 1))
          if (a.row === b.row) expect(a.to <= b.from || b.to <= a.from).toBe(true);
    }),
  );
});

const on = (from: string | null, to: string | null = from) => ({ from, to }) as EventRow;

test.each([
  [[], []],
  [[on(null)], []],
  [[on("2031-05-12")], ["2031-05/2031-05"]],
  [[on("2031-05-12"), on("2031-05-19")], ["2031-05/2031-05"]],
  [[on("1915-04-24"), on("2020-09-27"), on("2020-11-09")], ["1915-04/2020-11"]],
  [
    [on("1915-04-24"), ...["27", "28", "29", "30"].map((day) => on(`2020-09-${day}`))],
    ["1915-04/1915-04", "2020-09/2020-09"],
  ],
  [
    [on("1991-01-01"), on("1992-01-01"), on("1993-01-01"), on("1994-01-01"), on("2020-09-27")],
    ["1991-01/1994-01", "2020-09/2020-09"],
  ],
])("%j", (events, keys) => {
  expect(periodsOf(events).map((period) => period.key)).toEqual(keys);
});

test("a long event ends at the next period and no event is lost", () => {
  const events: EventRow[] = findings.timeline.map((event) => ({
    ...event,
    entries: event.entries.map((entry) => ({ ...entry, start: entry.evidence[0].start })),
  }));
  const periods = periodsOf(events);
  expect(periods.map((period) => period.key)).toEqual(["2019-01/2019-12", "2031-04/2031-05"]);
  expect(periods.flatMap((period) => period.events)).toHaveLength(findings.timeline.length);
});
