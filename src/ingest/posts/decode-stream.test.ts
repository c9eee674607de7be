import fc from "fast-check";
import { expect, test } from "vitest";
import { decodeStream } from "./decode-stream.ts";
import { isWellFormed, wellFormed } from "./well-formed.ts";

async function* pieces(bytes: Buffer, length: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += length) yield bytes.subarray(at, at + length);
}

async function decode(bytes: Buffer, length = bytes.length): Promise<string> {
  const parts: string[] = [];
  for await (const part of decodeStream(pieces(bytes, Math.max(1, length)))) parts.push(part);
  return parts.join("");
}

test.each<[string, Buffer, string]>([
  ["UTF-8", Buffer.from("Fähre nach Brenna 💀"), "Fähre nach Brenna 💀"],
  ["with a byte order mark", Buffer.from("\ufeffid,text"), "id,text"],
  ["two bytes", Buffer.from("ok"), "ok"],
  ["nothing", Buffer.alloc(0), ""],
  ["UTF-16, least first", Buffer.from("\ufeffFähre", "utf16le"), "Fähre"],
  ["UTF-16, most first", Buffer.from("\ufeffFähre", "utf16le").swap16(), "Fähre"],
  ["a replacement character that is written", Buffer.from("a\ufffdb"), "a\ufffdb"],
])("%s", async (_, bytes, expected) => {
  for (const length of [1, 2, 3, 5, 100]) expect(await decode(bytes, length)).toBe(expected);
});

test("only the line with bytes that are not UTF-8 is marked", async () => {
  const bytes = Buffer.concat([
    Buffer.from("Fähre\n"),
    Buffer.from("Fähre\n", "latin1"),
    Buffer.from("Fähre 💀\n"),
  ]);
  for (const length of [1, 4, 100]) {
    const lines = (await decode(bytes, length)).split("\n");
    expect(lines.map(isWellFormed)).toEqual([true, false, true, true]);
    expect(wellFormed(lines[1] ?? "")).toMatch(/^F\ufffd+hre$/);
    expect(lines[2]).toBe("Fähre 💀");
  }
});

test("any text comes out as it went in, whatever the pieces", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.string({ unit: "binary" }),
      fc.integer({ min: 1, max: 9 }),
      async (text, length) => {
        const bytes = Buffer.from(text);
        fc.pre(!/^(?:\ufeff|\p{Surrogate})/u.test(text));
        expect(await decode(bytes, length)).toBe(bytes.toString());
      },
    ),
  );
});
