import { expect, test } from "vitest";
import { absenceOf, lagInWords, whoIsSilent } from "./absence.ts";

const card = (
  published: string | null,
  completeness: "full" | "excerpt" = "full",
  language: string | null = "en",
) => ({ completeness, language, published });

test.each<[string, Parameters<typeof absenceOf>, string]>([
  ["a day later", [card("2031-05-04"), "2031-05-03"], "silent"],
  ["the same day", [card("2031-05-03"), "2031-05-03"], "too-early"],
  ["before", [card("2031-05-01"), "2031-05-03"], "too-early"],
  [
    "the next morning, eight hours later",
    [card("2031-05-04T06:00Z"), "2031-05-03T22:00Z"],
    "too-early",
  ],
  ["a day later to the hour", [card("2031-05-04T22:00:00Z"), "2031-05-03T22:00:00Z"], "silent"],
  ["eight hours later, six allowed", [card("2031-05-04T06:00Z"), "2031-05-03T22:00Z", 6], "silent"],
  ["a day later, two allowed", [card("2031-05-04"), "2031-05-03", 48], "too-early"],
  ["of the month in which it appeared", [card("2031-05-31"), "2031-05"], "too-early"],
  ["in a later month", [card("2031-06-01"), "2031-05"], "silent"],
  ["an excerpt", [card("2031-06-01", "excerpt"), "2031-05-03"], "excerpt"],
  ["another language", [card("2031-06-01", "full", "xx"), "2031-05-03"], "language"],
  ["undated", [card(null), "2031-05-03"], "undated"],
  ["a claim of unknown date", [card("2031-06-01"), null], "first-unknown"],
])("%s: %j is %s", (_name, given, rule) => {
  const told = absenceOf(...given);
  expect(told.rule).toBe(rule);
  expect(told.state).toBe(rule === "silent" ? "silent" : "unknown");
  expect(told.reason).not.toBe("");
});

test("the reason states the lag", () => {
  expect(absenceOf(card("2031-05-04"), "2031-05-03", 48).reason).toBe(
    "published 2031-05-04, before it could have known (first published 2031-05-03, plus 2 days)",
  );
});

test.each([
  [6, "6 hours"],
  [1, "1 hour"],
  [24, "1 day"],
  [36, "36 hours"],
  [72, "3 days"],
])("%i hours are %s", (hours, words) => {
  expect(lagInWords(hours)).toBe(words);
});

test("a source is named for itself only where several of its documents are silent", () => {
  expect(whoIsSilent({ state: "silent", scope: "document" }, "Tarn Wire")).toBe(
    "one document of Tarn Wire",
  );
  expect(whoIsSilent({ state: "silent", scope: "source" }, "Tarn Wire")).toBe("Tarn Wire");
  expect(whoIsSilent({ state: "unknown", scope: "document" }, "Tarn Wire")).toBe("Tarn Wire");
});
