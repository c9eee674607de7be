import { expect, test } from "vitest";
import { jsonLines } from "./json-lines.ts";

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

/** `line: value`, or `line: what is wrong | what is kept`. */
async function read(text: string, length: number, maxLength = 40): Promise<string[]> {
  const lines: string[] = [];
  for await (const one of jsonLines(pieces(text, length), { maxLength })) {
    if (!one.broken) expect(JSON.parse(one.raw)).toEqual(one.value);
    lines.push(
      `${one.line}: ${one.broken ? `${one.broken.message} | ${one.raw}` : JSON.stringify(one.value)}`,
    );
  }
  return lines;
}

const tooLong = "longer than 40 characters, so only its beginning is kept";

test.each<[string, string, string[]]>([
  ["one value a line", '{"a":1}\n{"a":2}\n', ['1: {"a":1}', '2: {"a":2}']],
  ["no end of line at the end", '{"a":1}\n{"a":2}', ['1: {"a":1}', '2: {"a":2}']],
  ["Windows' line ends", '{"a":1}\r\n{"a":2}\r\n', ['1: {"a":1}', '2: {"a":2}']],
  ["blank lines, which are none", '\n{"a":1}\n  \r\n\n{"a":2}\n\n', ['2: {"a":1}', '5: {"a":2}']],
  ["a line separator within a text", '{"a":"x\u2028y"}', ['1: {"a":"x\u2028y"}']],
  [
    "a line that is no JSON",
    '{"a":1}\n{"a":\n{"a":3}\n{"a" 4}\n',
    [
      '1: {"a":1}',
      '2: not valid JSON: it breaks off before its end | {"a":',
      '3: {"a":3}',
      '4: not valid JSON: it is broken within | {"a" 4}',
    ],
  ],
  [
    "escapes that JSON does not know",
    String.raw`{"a":"x\x0by","b":"O\'Hara","c":"\\x41"}`,
    [String.raw`1: {"a":"x\u000by","b":"O'Hara","c":"\\x41"}`],
  ],
  [
    "other escapes, which are not guessed",
    String.raw`{"a":"\q"}`,
    [String.raw`1: not valid JSON: it is broken within | {"a":"\q"}`],
  ],
  [
    "a line that is too long, and the next one",
    `{"a":"${"x".repeat(60)}"}\n{"a":2}\n`,
    [`1: ${tooLong} | {"a":"${"x".repeat(34)}`, '2: {"a":2}'],
  ],
  [
    "a last line that is too long",
    `{"a":1}\n${"x".repeat(50)}`,
    ['1: {"a":1}', `2: ${tooLong} | ${"x".repeat(40)}`],
  ],
  [
    "bytes that were not UTF-8",
    '{"a":"F\udbffhre"}\n{"a":"💀"}',
    ['1: not valid UTF-8 | {"a":"F\ufffdhre"}', '2: {"a":"💀"}'],
  ],
  ["nothing", "", []],
])("%s", async (_, text, expected) => {
  for (const length of [1, 7, 1000]) expect(await read(text, length)).toEqual(expected);
});
