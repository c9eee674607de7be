import { expect, test } from "vitest";
import { choicesIn, withChoice } from "./choices.ts";

test.each([
  [undefined, []],
  ["", []],
  ["fuel", ["fuel"]],
  ["Grey Heron|fuel", ["Grey Heron", "fuel"]],
  ["fuel||fuel|", ["fuel"]],
])("%j are the choices %j", (value, choices) => {
  expect(choicesIn(value)).toEqual(choices);
});

test.each([
  [undefined, "fuel", "fuel"],
  ["fuel", "crew", "fuel|crew"],
  ["fuel|crew", "fuel", "crew"],
  ["fuel", "fuel", undefined],
])("%j and %j make %j", (value, choice, next) => {
  expect(withChoice(value, choice)).toBe(next);
});
