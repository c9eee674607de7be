import fc from "fast-check";
import { expect, test } from "vitest";
import { binaryKind, decode } from "./decode.ts";

const bytes = (...parts: (string | number[])[]) =>
  Buffer.concat(parts.map((part) => Buffer.from(part as string)));

test.each<[what: string, input: Uint8Array, text: string, message: RegExp | null]>([
  ["UTF-8", bytes("naïve 🐟"), "naïve 🐟", null],
  ["a byte order mark stays", bytes([0xef, 0xbb, 0xbf], "a"), "\ufeffa", null],
  ["UTF-16 little end first", bytes([0xff, 0xfe, 0x61, 0]), "\ufeffa", null],
  ["UTF-16 big end first", bytes([0xfe, 0xff, 0, 0x61]), "\ufeffa", null],
  ["Windows-1252", bytes("a\nb", [0x93], "c", [0x94]), "a\nb“c”", /at byte 3/],
  ["cut in a character", bytes("abc", [0xf0, 0x9f]), "abcðŸ", /at byte 3/],
])("%s", (_, input, text, message) => {
  const decoded = decode(input, "a.txt");
  expect(decoded.text).toBe(text);
  if (message) expect(decoded.problem?.message).toMatch(message);
  else expect(decoded.problem).toBeNull();
});

test("a page's own encoding is believed where the bytes are not UTF-8", () => {
  const cyrillic = bytes([0xcf, 0xf0, 0xe8]);
  expect(decode(cyrillic, "a.html", "windows-1251")).toEqual({ text: "При", problem: null });
  expect(decode(bytes("при"), "a.html", "windows-1251").text).toBe("при");
  expect(decode(cyrillic, "a.html", "no-such-encoding").problem).not.toBeNull();
});

test("every text comes back as it was, and any bytes give some text", () => {
  fc.assert(
    fc.property(fc.string({ unit: "grapheme" }), (text) => {
      const plain = text.replace(/^[\ufeff\ufffe]+/, "");
      expect(decode(Buffer.from(plain), "a.txt").text).toBe(plain);
    }),
  );
  fc.assert(fc.property(fc.uint8Array(), (any) => typeof decode(any, "a.txt").text === "string"));
});

test.each<[input: Uint8Array, kind: string | null]>([
  [bytes("plain"), null],
  [bytes("%PDF-1.4"), "a PDF"],
  [bytes([0x50, 0x4b, 3, 4]), "a ZIP archive or Office document"],
  [bytes("a", [0], "b"), "a binary file"],
  [bytes([0xff, 0xfe, 0x61, 0]), null],
])("%o is %s", (input, kind) => {
  expect(binaryKind(input)).toBe(kind);
});
