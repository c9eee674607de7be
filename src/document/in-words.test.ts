import { expect, test } from "vitest";
import { datesInWords, formatDate, formatInstant, withoutMarks } from "./in-words.ts";

test.each([
  ["1992-02-26", "26 Feb 1992"],
  ["2031-05-13T06:20:00Z", "13 May 2031"],
  ["1992-02", "February 1992"],
  ["1992", "1992"],
  ["198X", "the 1980s"],
  ["1993-21", "spring 1993"],
  ["1986/1989~", "1986 to about 1989"],
  ["XXXX-09-27", "27 Sept, year not known"],
  ["XXXX-09", "September, year not known"],
  ["2020-09-27/..", "since 27 Sept 2020"],
  ["../1994", "until 1994"],
  ["1992-13-40", "1992-13-40"],
  ["Y-170000", "Y-170000"],
  [null, "no date"],
])("%s is shown as %s", (edtf, shown) => {
  expect(formatDate(edtf)).toBe(shown);
});

test.each([
  ["2031-05-13T06:20:00Z", "13 May 2031, 06:20"],
  ["2031-05-13", "13 May 2031"],
  [null, "no date"],
])("%s with its time is shown as %s", (edtf, shown) => {
  expect(formatInstant(edtf)).toBe(shown);
});

test.each([
  ["published 2031-05-04T05:30:00Z", "published 4 May 2031, 05:30"],
  ["published 2031-05-04, before it was known", "published 4 May 2031, before it was known"],
  ["file 2031-05-04-note.txt", "file 2031-05-04-note.txt"],
  ["12 of 2031", "12 of 2031"],
])("%s reads %s", (sentence, shown) => {
  expect(datesInWords(sentence)).toBe(shown);
});

test.each([
  ["The *Tern* sank in [1994](#y1994).", "The Tern sank in 1994."],
  ["**Nobody** was _ever_ asked, `he` said", "Nobody was ever asked, he said"],
  ["> # A light is\n> a promise", "A light is > a promise"],
  ["![a map](map.png) of it", "a map of it"],
  ["2 * 3 * 4 and a_b_c stay", "2 * 3 * 4 and a_b_c stay"],
  ["the [so-called] zone (1974)", "the [so-called] zone (1974)"],
  ["f*** off, he said, and f*** it", "f*** off, he said, and f*** it"],
])("%s is shown as %s", (passage, shown) => {
  expect(withoutMarks(passage)).toBe(shown);
});
