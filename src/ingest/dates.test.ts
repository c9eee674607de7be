import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fileNameDate, machineDate, urlDate, visibleDate, writtenDate } from "./dates.ts";

test.each([
  ["February 24, 2021", "2021-02-24"],
  ["4 May 2031", "2031-05-04"],
  ["the 4th of May 2031", "2031-05-04"],
  ["Sat., 4 Sept. 2031", "2031-09-04"],
  ["2031-05-04", "2031-05-04"],
  ["04/05/2031", null],
  ["May 2031", null],
  ["31 February 2031", null],
  ["4 May 0031", null],
])("%s is written for %s", (line, edtf) => {
  expect(writtenDate(line)?.edtf ?? null).toBe(edtf);
});

test.each([
  ["2031-05-04T10:15:00+02:00", "2031-05-04T08:15:00Z"],
  ["2031-05-04T10:15:30.120Z", "2031-05-04T10:15:30Z"],
  ["2031-05-04T00:30+0200", "2031-05-03T22:30:00Z"],
  ["2031-05-04T10:15:00", "2031-05-04"],
  ["2031-05-04", "2031-05-04"],
  ["2031-05", "2031-05"],
  ["2031", "2031"],
  ["May 4, 2031", "2031-05-04"],
  ["2031-02-30", null],
  ["yesterday", null],
  ["", null],
])("the machine's %s is %s", (raw, expected) => {
  expect(machineDate(raw)).toBe(expected);
});

describe("the visible line of publication", () => {
  const body = "The ferry sailed.\n".repeat(30);
  test.each<[what: string, text: string, expected: string | null]>([
    ["a line of its own", `A title\n\nFebruary 24, 2021\n\n${body}`, "2021-02-24"],
    ["with a byline", `A title\nBy Ina Dorn | 4 May 2031, 10:15\n${body}`, "2031-05-04"],
    ["with its label", `A title\nPublished on 4 May 2031 at 10.15 am\n${body}`, "2031-05-04"],
    [
      "of the change, beside the first",
      `T\nPublished 4 May 2031\nUpdated 6 May 2031\n${body}`,
      "2031-05-04",
    ],
    ["of the change only", `T\nUpdated: 6 May 2031\n${body}`, "2031-05-06"],
    ["at the end", `T\n${body}Orvane, 4 May 2031\n`, "2031-05-04"],
    ["in bold", `T\n**4\u00a0May\u00a02031**\n${body}`, "2031-05-04"],
    ["two days", `T\n4 May 2031\n5 May 2031\n${body}`, null],
    ["a sentence", `T\nThe treaty was signed on 4 May 2031.\n${body}`, null],
    ["a sentence at the end", `T\n${body}We have not been back since 4 May 2031.\n`, null],
    [
      "an agency's dateline",
      `A title\n\nLOWER TARN, April 14, 2032 (Northwire) - The water rose.\n${body}`,
      "2032-04-14",
    ],
    [
      "a dateline at the very start",
      `LOWER TARN, Wednesday, 14 April 2032 — The water rose.\n${body}`,
      "2032-04-14",
    ],
    ["a sentence of a day", `T\nIn Orvane, 4 May 1931 - a Monday - was wet.\n${body}`, null],
    ["no dash", `T\nORVANE, 4 May 1931 was the day on which it began.\n${body}`, null],
    ["in the middle", `T\n${body}4 May 2031\n${body}`, null],
    ["none", `T\n${body}`, null],
  ])("%s", (_, text, expected) => {
    expect(visibleDate(text)).toBe(expected);
  });

  test("no text takes long or throws", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("4 ", "May ", "2031", "-", "\n", " ", "By ", "st", "of "), {
          maxLength: 400,
        }),
        (parts) => {
          visibleDate(parts.join(""));
          machineDate(parts.join(""));
        },
      ),
    );
  });
});

test.each([
  ["https://x.example/2031/05/04/ferry", "2031-05-04"],
  ["https://x.example/news/2031-05-04-ferry.html", "2031-05-04"],
  ["https://x.example/2031/13/04/ferry", null],
  ["https://x.example/id/20310504", null],
])("the address %s says %s", (url, expected) => {
  expect(urlDate(url)).toBe(expected);
});

test.each([
  ["post/2031-05-04-ferry.txt", "2031-05-04"],
  ["ferry 2031-05-04.txt", "2031-05-04"],
  ["2031-05-04/ferry.txt", null],
  ["ferry-20310504.txt", null],
  ["12031-05-04.txt", null],
])("the file name %s says %s", (file, expected) => {
  expect(fileNameDate(file)).toBe(expected);
});
