import fc from "fast-check";
import { expect, test } from "vitest";
import { createIntegers, groupBy } from "./integers.ts";

test("gives what was put in, however much it grew", () => {
  const integers = createIntegers();
  for (let value = 0; value < 5000; value++) integers.push(value * 3 - 7);
  expect(integers.length()).toBe(5000);
  expect([0, 1023, 1024, 4999].map(integers.at)).toEqual([-7, 3062, 3065, 14990]);
  integers.set(1024, 5);
  expect(integers.at(1024)).toBe(5);
  expect(integers.all()).toHaveLength(5000);
});

test("groups as a stable sort does, without those that have no key", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -1, max: 6 })), (keys) => {
      const { first, order } = groupBy(keys.length, 7, (at) => keys[at] as number);
      const sorted = keys
        .map((key, at) => ({ key, at }))
        .filter(({ key }) => key >= 0)
        .sort((a, b) => a.key - b.key);
      expect([...order]).toEqual(sorted.map(({ at }) => at));
      for (let key = 0; key < 7; key++)
        expect([...order.subarray(first[key], first[key + 1])].map((at) => keys[at])).toEqual(
          sorted.filter((one) => one.key === key).map(() => key),
        );
    }),
  );
});
