import { expect, test } from "vitest";
import { directionOf, runsAgainst } from "./direction.ts";

test.each([
  ["The dam held.", null, "ltr"],
  ["السد صامد.", null, "rtl"],
  ["הסכר החזיק.", "he", "rtl"],
  // The first letter does not decide.
  ["“لم يخبرنا أحد”: 12 houses under water at وادي العنبر", "en", "ltr"],
  ["Works Office: פתחנו את השערים בשלבים", "he", "rtl"],
  ["Works Office: פתחנו את השערים בשלבים, אמר הדובר", null, "rtl"],
  // A paragraph of another language in a document.
  ["لم يخبرنا أحد", "en", "rtl"],
  ["Nobody told us about it.", "ar", "ltr"],
  ["12 / 2031", "fa", "rtl"],
  ["12 / 2031", "en", "ltr"],
  ["Tarn", "no such language", "ltr"],
  ["", null, "ltr"],
])("%j in %j runs %s", (text, language, direction) => {
  expect(directionOf(text, language)).toBe(direction);
});

test.each([
  ["The dam held.", "ltr", []],
  ["“لم يخبرنا أحد”: 12 houses", "ltr", ["لم يخبرنا أحد"]],
  ["out of وادي العنبر, 2 schools", "ltr", ["وادي العنبر"]],
  ["said صوت الوادي 24 on Monday", "ltr", ["صوت الوادي 24"]],
  ["in وادي العنبر 2031-05-04", "ltr", ["وادي العنبر"]],
  ["Anbari (سليم العنبري) and רשות הסכר", "ltr", ["سليم العنبري", "רשות הסכר"]],
  ["مكتب (Works Office) 12 بيتا", "rtl", ["Works Office"]],
  ["ב-Amber Gazette, 2 בתים", "rtl", ["Amber Gazette"]],
] as const)("%j, which runs %s, has against it %j", (text, direction, runs) => {
  expect(runsAgainst(text, direction).map(({ start, end }) => text.slice(start, end))).toEqual(
    runs,
  );
});

test("a long text is gone through once", () => {
  const text = "א 1 ".repeat(50_000);
  expect(runsAgainst(text, "ltr")).toHaveLength(1);
});
