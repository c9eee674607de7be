import fc from "fast-check";
import { expect, test } from "vitest";
import { createOverlapping } from "./overlapping.ts";
import { overlaps } from "./span.ts";

const span = fc
  .tuple(fc.nat({ max: 60 }), fc.nat({ max: 20 }))
  .map(([start, length]) => ({ start, end: start + length }));

test("it gives what a look at every item gives, in whatever order it is asked", () => {
  fc.assert(
    fc.property(fc.array(span), fc.array(span), (items, asked) => {
      const overlapping = createOverlapping(items);
      for (const one of asked) {
        const all = items.filter((item) => overlaps(item, one));
        expect(overlapping(one)).toEqual(all.sort((a, b) => a.start - b.start || a.end - b.end));
      }
    }),
  );
});
