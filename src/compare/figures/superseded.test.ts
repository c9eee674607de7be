import { expect, test } from "vitest";
import { isSuperseded, type Published, supersededEntries } from "./superseded.ts";

const reading = {
  range: null,
  unit: "people",
  qualifier: null,
  what: "killed",
  place: null,
  edtf: null,
  attributedTo: null,
  partOf: null,
  rule: "event",
};

test.each([
  ["The fire killed 32, updating an earlier toll of 15.", true],
  ["An earlier death toll from the fire in Tarn put the dead at 15.", true],
  ["The toll rose to 32 from 15.", true],
  ["Officials initially said 15 people were killed.", true],
  ["Earlier on Tuesday a fire killed 15.", false],
  ["The toll stands at 15.", false],
])("%s: the 15 has been replaced: %s", (text, expected) => {
  const start = text.indexOf("15");
  const sentence = { start: 0, end: text.length, text };
  expect(
    isSuperseded({ reading: { ...reading, start, end: start + 2, value: 15 }, sentence }),
  ).toBe(expected);
});

const entry = (
  sourceId: string,
  published: string | null,
  value: number,
  attributedTo: string | null = null,
): Published => ({
  documentId: `${sourceId} ${published}`,
  value,
  range: null,
  qualifier: null,
  unit: "people",
  attributedTo,
  published,
  evidence: [{ documentId: sourceId, start: 0, end: 2, text: String(value) }],
  sourceId,
  earlier: false,
});

test.each([
  [
    "a later number of the same outlet",
    [entry("gazette", "2031-05-03", 15), entry("gazette", "2031-05-04", 32)],
    [true, false],
  ],
  [
    "another outlet's number",
    [entry("gazette", "2031-05-03", 15), entry("courier", "2031-05-04", 32)],
    [false, false],
  ],
  [
    "another outlet, for the same institute",
    [
      entry("gazette", "2031-05-03", 15, "the institute"),
      entry("courier", "2031-05-04", 32, "The institute"),
    ],
    [true, false],
  ],
  [
    "two numbers of one day",
    [entry("gazette", "2031-05-03", 15), entry("gazette", "2031-05-03", 32)],
    [false, false],
  ],
  [
    "a number given again",
    [
      entry("gazette", "2031-05-03", 15),
      entry("gazette", "2031-05-04", 32),
      entry("gazette", "2031-05-04", 15),
    ],
    [false, false, false],
  ],
  ["no date", [entry("gazette", null, 15), entry("gazette", "2031-05-04", 32)], [false, false]],
] as const)("%s", (_name, entries, expected) => {
  expect(supersededEntries(entries)).toEqual(expected);
});
