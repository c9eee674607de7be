import fc from "fast-check";
import { expect, test } from "vitest";
import { differences } from "./differences.ts";

const shown = (before: string, text: string) =>
  differences(before, text)
    .map(({ text: part, of }) =>
      of === "both" ? part : of === "this" ? `[+${part}]` : `[-${part}]`,
    )
    .join("");

test.each([
  ["the gates stay closed", "the gates stay closed", "the gates stay closed"],
  ["the gates stay closed", "The gates stay closed!", "The gates stay closed!"],
  ["the gates stay closed", "the gates are closed", "the gates[- stay][+ are] closed"],
  ["", "new words", "[+new words]"],
  ["old words", "", "[-old words]"],
  ["we ask for calm", "we ask all for calm now", "we ask[+ all] for calm[+ now]"],
])("%s → %s", (before, text, expected) => {
  expect(shown(before, text)).toBe(expected);
});

test("what both have and what only this one has is this text", () => {
  const text = fc.array(fc.constantFrom("gates", "open", "the", "now", "—"), { maxLength: 12 });
  fc.assert(
    fc.property(text, text, (one, other) => {
      const [before, own] = [one.join(" "), other.join(" ")];
      const kept = differences(before, own).filter(({ of }) => of !== "other");
      expect(kept.map((stretch) => stretch.text).join("")).toBe(own);
    }),
  );
});
