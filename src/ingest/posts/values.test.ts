import { expect, test } from "vitest";
import { cellItems, cellUrls } from "./cell-lists.ts";
import { hashtagsInText, mentionsInText, urlsInText } from "./in-text.ts";
import { platformOf } from "./platforms.ts";
import { dayOf, secondsOf } from "./times.ts";
import { countOf, hashtagsOf, idOf, isYes, languageOf, lostDigits } from "./values.ts";
import { handleInLink, plainText, repostedHandle } from "./x.ts";

test.each<[unknown, string | null]>([
  ["2014-08-21 08:29", "2014-08-21T08:29:00Z"],
  ["2014-08-21 08:29:41", "2014-08-21T08:29:41Z"],
  ["2023-05-01T10:00:00.987Z", "2023-05-01T10:00:00Z"],
  ["2023-05-01T10:00:00.987654+02:00", "2023-05-01T08:00:00Z"],
  ["2023-05-01 10:00:00 UTC", "2023-05-01T10:00:00Z"],
  ["2023-05-01T10:00:00-0330", "2023-05-01T13:30:00Z"],
  ["Wed Aug 27 13:08:45 +0000 2008", "2008-08-27T13:08:45Z"],
  ["Sun Jan 22 21:18:47 -0500 2023", "2023-01-23T02:18:47Z"],
  ["2016-03-01", "2016-03-01T00:00:00Z"],
  [1682935200, "2023-05-01T10:00:00Z"],
  ["1682935200", "2023-05-01T10:00:00Z"],
  ["1682935200.5", "2023-05-01T10:00:00Z"],
  [1682935200123, "2023-05-01T10:00:00Z"],
  ["2016-12-31T23:59:60Z", "2016-12-31T23:59:59Z"],
  ["1970-01-01 00:00:00", null],
  ["0001-01-01 00:00:00", null],
  ["2023-02-30 10:00", null],
  ["2023-13-01", null],
  ["2023-05-01 24:00", null],
  ["Wed Xyz 27 13:08:45 +0000 2008", null],
  ["yesterday", null],
  ["", null],
  [0, null],
  ["0", null],
  [-5, null],
  [Number.NaN, null],
  [null, null],
])("the time %j", (value, expected) => {
  expect(secondsOf(value)).toBe(expected === null ? null : Date.parse(expected) / 1000);
});

test.each<[unknown, string | null]>([
  ["2016-03-01", "2016-03-01"],
  ["2016-03-01 23:59", "2016-03-01"],
  ["Tue Mar 01 23:59:00 +0000 2016", "2016-03-01"],
  ["", null],
])("the day of %j", (value, expected) => {
  expect(dayOf(value)).toBe(expected);
});

test.each<[unknown, boolean]>([
  ["1.01E+18", true],
  ["1,01E+18", true],
  ["1.0125e18", true],
  ["1E+18", true],
  ["1012500000000000000.0", true],
  ["1012500000000000000.", true],
  [1012500000000000000, true],
  ["1012500000000000001", false],
  ["12345.0", false],
  [12345, false],
  ["2e9f1c", false],
  ["1e64ab3f", false],
  ["ygQRwhQRrh1+6N7J6IMFnzWgqUGimWqg0KZptLpxDY=", false],
  ["", false],
])("whether the id %j has lost digits: %j", (value, expected) => {
  expect(lostDigits(value)).toBe(expected);
});

test.each<[unknown, string | null]>([
  [" 77 ", "77"],
  [77, "77"],
  ["12345.0", "12345"],
  ["ab.0", "ab.0"],
  ["", null],
  ["absent", null],
  [null, null],
])("the id in %j", (value, expected) => {
  expect(idOf(value)).toBe(expected);
});

test.each<[unknown, number | null]>([
  ["3.0", 3],
  ["0", 0],
  [12, 12],
  ["", null],
  [" ", null],
  ["absent", null],
  ["2.5", null],
  [-1, null],
  [null, null],
])("the count in %j", (value, expected) => {
  expect(countOf(value)).toBe(expected);
});

test.each<[string, readonly string[]]>([
  ["['a', 'b']", ["a", "b"]],
  ["[a, b]", ["a", "b"]],
  ["[a,b]", ["a", "b"]],
  ['["a", "b"]', ["a", "b"]],
  ["a,b", ["a", "b"]],
  [`["it's", 'so "it" is', 'it\\'s']`, ["it's", 'so "it" is', "it's"]],
  ["['a, b']", ["a, b"]],
  ["[None, 'a']", ["a"]],
  ["[]", []],
  ["[ ]", []],
  ["", []],
  ["a", ["a"]],
])("the list in the cell %s", (cell, expected) => {
  expect(cellItems(cell)).toEqual(expected);
});

test.each<[string, readonly string[]]>([
  ["[http://a.example/1,2, https://b.example]", ["http://a.example/1,2", "https://b.example"]],
  ["http://a.example/1,2,https://b.example", ["http://a.example/1,2", "https://b.example"]],
  [
    "['http://a.example/1, 2', 'https://b.example']",
    ["http://a.example/1, 2", "https://b.example"],
  ],
  ["[]", []],
])("the URLs in the cell %s", (cell, expected) => {
  expect(cellUrls(cell)).toEqual(expected);
});

test.each<[readonly unknown[], readonly string[]]>([
  [["#Ferry", "FERRY", "ferry"], ["ferry"]],
  [["＃Ｆｅｒｒｙ"], ["ferry"]],
  [["ÉTÉ", "e\u0301te\u0301"], ["été"]],
  [["", "#", null, 3], []],
])("hashtags %j", (tags, expected) => {
  expect(hashtagsOf(tags)).toEqual(expected);
});

test.each<[unknown, string | null]>([
  ["en", "en"],
  ["zh-cn", "zh"],
  ["pt_BR", "pt"],
  ["EN", "en"],
  ["in", "id"],
  ["iw", "he"],
  ["und", null],
  ["zxx", null],
  ["qme", null],
  ["", null],
  [undefined, null],
])("the language %j", (value, expected) => {
  expect(languageOf(value)).toBe(expected);
});

test.each([
  ["yes", true],
  ["True", true],
  ["1", true],
  [true, true],
  ["no", false],
  ["False", false],
  ["", false],
  [undefined, false],
])("%j means %j", (value, expected) => {
  expect(isYes(value)).toBe(expected);
});

test.each<[string, readonly string[], readonly string[], readonly string[]]>([
  ["Late again #Ferry #ferry, ＃Brücke_2 #2024 a#b", ["ferry", "brücke_2"], [], []],
  ["Ask @harbour_watch. or me@brenna.example @Kai.M", [], ["harbour_watch", "Kai.M"], []],
  [
    "See (https://a.example/x?y=1#z), https://b.example/ü.",
    [],
    [],
    ["https://a.example/x?y=1#z", "https://b.example/ü"],
  ],
  ["Rain &#39;n&#39; wind https://a.example/@kai/#top", [], [], ["https://a.example/@kai/#top"]],
])("in the text %s", (text, hashtags, mentions, urls) => {
  expect(hashtagsInText(text)).toEqual(hashtags);
  expect(mentionsInText(text)).toEqual(mentions);
  expect(urlsInText(text)).toEqual(urls);
});

test.each<[string, string | null]>([
  ["twitter.com", "x"],
  ["x.com", "x"],
  ["https://x.com/kai/status/1", "x"],
  ["twitter-comments", "x"],
  ["tiktok-comments", "tiktok"],
  ["https://www.tiktok.com/@kai/video/1", "tiktok"],
  ["threads.net", "threads"],
  ["9gag.com", "9gag"],
  ["https://t.me/brenna/7", "telegram"],
  ["https://bsky.app/profile/kai.example", "bluesky"],
  ["", null],
])("the platform of %s", (address, expected) => {
  expect(platformOf(address)).toBe(expected);
});

test("X's texts and links", () => {
  expect(plainText("Tea &amp; rain &lt;3 &amp;lt;")).toBe("Tea & rain <3 &lt;");
  expect(repostedHandle("RT @ferry_watch: Late")).toBe("ferry_watch");
  expect(repostedHandle("Late RT @ferry_watch: Late")).toBeNull();
  expect(handleInLink("https://twitter.com/kai/status/1/photo/1")).toBe("kai");
  expect(handleInLink("https://x.com/i/status/1")).toBeNull();
  expect(handleInLink("https://x.example/kai/status/1")).toBeNull();
});
