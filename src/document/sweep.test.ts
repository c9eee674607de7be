import fc from "fast-check";
import { expect, test } from "vitest";
import { overlaps } from "./span.ts";
import { createSweep } from "./sweep.ts";

const span = fc
  .tuple(fc.nat(60), fc.integer({ min: 1, max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

test("a sweep gives what a search through all items gives", () => {
  fc.assert(
    fc.property(fc.array(span), fc.array(span), (items, queries) => {
      const sweep = createSweep(items);
      for (const query of queries.sort((a, b) => a.start - b.start)) {
        const found = [...sweep(query)];
        const wanted = items.filter((item) => overlaps(item, query));
        expect(found).toHaveLength(wanted.length);
        expect(new Set(found)).toEqual(new Set(wanted));
      }
    }),
  );
});
