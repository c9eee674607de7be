import { expect, test } from "vitest";
import { datesIn, englishDates } from "../../document/in-words.ts";
import { dateLocaleOf, numberLocaleOf } from "./locale.ts";

function shown(...languages: string[]) {
  const { formatDate } = datesIn(dateLocaleOf(languages, "en"), englishDates);
  const number = new Intl.NumberFormat(numberLocaleOf(languages)).format(1234567.5);
  return [formatDate("2031-05-04"), number.replace(/\s/g, " ")];
}

test.each([
  ["en-US", "May 4, 2031", "1,234,567.5"],
  ["en-GB", "4 May 2031", "1,234,567.5"],
  ["en", "May 4, 2031", "1,234,567.5"],
  ["en-IN", "4 May 2031", "12,34,567.5"],
  ["de-DE", "4 May 2031", "1.234.567,5"],
  ["de", "4 May 2031", "1.234.567,5"],
  ["fr-FR", "4 May 2031", "1 234 567,5"],
  ["pt-BR", "4 May 2031", "1.234.567,5"],
  // Digits and calendar stay those of the documents that are quoted beside them.
  ["ar-EG", "4 May 2031", "1,234,567.5"],
  ["fa-IR", "4 May 2031", "1,234,567.5"],
  ["th-TH", "4 May 2031", "1,234,567.5"],
  ["en-TH", "May 4, 2031", "1,234,567.5"],
  ["ar-u-nu-arab-ca-islamic", "4 May 2031", "1,234,567.5"],
  // What a browser should not name.
  ["", "4 May 2031", "1,234,567.5"],
  ["en_US", "4 May 2031", "1,234,567.5"],
])("in %j: %s and %s", (language, date, number) => {
  expect(shown(language)).toEqual([date, number]);
});

test("the first language counts, and none at all is no error", () => {
  expect(shown("de-DE", "en-US")).toEqual(["4 May 2031", "1.234.567,5"]);
  expect(shown()).toEqual(["4 May 2031", "1,234,567.5"]);
});

test("in no region of the world is a date in numbers alone, or in another calendar", () => {
  const letters = [..."ABCDEFGHIJKLMNOPQRSTUVWXYZ"];
  const regions = letters.flatMap((one) => letters.map((other) => one + other));
  const forms = new Set(regions.flatMap((region) => shown(`und-${region}`)[0]));
  for (const form of forms) expect(form).toMatch(/^(?:0?4 May,? 2031|May 0?4, 2031)$/);
});

test("texts of another language have their own names of months", () => {
  const { formatDate } = datesIn(dateLocaleOf(["de-AT"], "de"), englishDates);
  expect(formatDate("2031-01")).toBe("Jänner 2031");
  expect(dateLocaleOf(["en-US"], "de")).toBe("de-001-u-ca-gregory-nu-latn");
});
