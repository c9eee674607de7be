import { expect, test } from "vitest";
import { pluralsOf } from "./plurals.ts";

test.each([
  [0, "0 posts"],
  [1, "1 post"],
  [1234, "1,234 posts"],
])("%d in English: %s", (n, shown) => {
  expect(pluralsOf("en", "en-GB")(n, { one: "# post", other: "# posts" })).toBe(shown);
});

test.each([
  [1, "1 wpis"],
  [3, "3 wpisy"],
  [5, "5 wpisów"],
  [22, "22 wpisy"],
  [1234, "1.234 wpisy"],
])("a language has as many forms as it has, %d: %s", (n, shown) => {
  const several = pluralsOf("pl", "de-DE");
  expect(several(n, { one: "# wpis", few: "# wpisy", many: "# wpisów", other: "# wpisu" })).toBe(
    shown,
  );
});

test("a form that is not given is the general one", () => {
  expect(pluralsOf("ar", "en-GB")(2, { other: "#" })).toBe("2");
});
