import { expect, test } from "vitest";
import type { CarryingArticle } from "../../../serve/types.ts";
import { axisOf, placeOf, unitsOf } from "./carried-axis.ts";

const days = ["2031-05-04", "2031-05-07"].map((day) => ({
  ...{ day, posts: 1, newAccounts: 1, newFollowers: 0, newUnknown: 0 },
}));
const article = (published: string | null): CarryingArticle => ({
  ...{ documentId: "a", published, firstPost: null, linkedBy: null },
  stance: "asserts",
});

test("the axis goes from the first day to the end of the last, of posts and of articles", () => {
  const axis = axisOf({
    days,
    articles: [article("2031-05-02"), article("2031-05"), article(null)],
  });
  expect(axis).toMatchObject({
    from: Date.UTC(2031, 4, 2) / 1000,
    to: Date.UTC(2031, 4, 8) / 1000,
  });
  expect(axis?.ticks.map(({ day }) => day.slice(8))).toEqual(["02", "03", "04", "05", "06", "07"]);
});

test("where no time is told, there is no axis", () => {
  expect(axisOf({ days: [], articles: [article(null), article("2031")] })).toBeNull();
});

test.each([
  ["2031-05-05", { from01: 0.25, width01: 0.25 }],
  ["2031-05-05T12:00:00Z", { from01: 0.375, width01: 0 }],
  ["2031-05", null],
])("%s stands at %j", (published, place) => {
  const axis = axisOf({ days, articles: [] });
  expect(axis && placeOf(axis, published)).toEqual(place);
});

test.each([
  [44_940, 12, "hour"],
  [200_000, 2, "day"],
  [100, 100, "second"],
  [119, 119, "second"],
  [120, 2, "minute"],
])("%d seconds are %d %s", (seconds, value, unit) => {
  expect(unitsOf(seconds)).toEqual({ value, unit });
});
