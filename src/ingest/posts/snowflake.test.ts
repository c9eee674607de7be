import fc from "fast-check";
import { expect, test } from "vitest";
import { secondsWithin } from "./snowflake.ts";

const instant = (seconds: number) => new Date(seconds * 1000).toISOString();
const at = (time: string) => Date.parse(`${time}Z`) / 1000;

test.each([
  ["the second is the id's", "1050118621198921728", "2018-10-10T20:19:00", "20:19:24"],
  ["another minute is not", "1050118621198921728", "2018-10-10T20:20:00", "20:20:00"],
  ["a second that is told stays", "1050118621198921728", "2018-10-10T20:19:11", "20:19:11"],
  ["an id that only counts posts", "20", "2006-03-21T20:50:00", "20:50:00"],
  ["an id of another kind", "3f2a9c", "2018-10-10T20:19:00", "20:19:00"],
  ["an id too long for one", "10501186211989217280000", "2018-10-10T20:19:00", "20:19:00"],
])("%s", (_, id, told, time) => {
  expect(instant(secondsWithin(at(told), id))).toContain(`T${time}.`);
});

test("whatever the id, the minute is the one that is told", () => {
  const ids = fc.bigInt({ min: 0n, max: 2n ** 63n }).map(String);
  const minutes = fc.integer({ min: 0, max: 40_000_000 }).map((minute) => minute * 60);
  fc.assert(
    fc.property(ids, minutes, (id, told) => {
      const seconds = secondsWithin(told, id);
      expect(seconds - (seconds % 60)).toBe(told);
    }),
  );
});
