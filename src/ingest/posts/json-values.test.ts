import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type JsonPlace, type JsonValue, jsonValues } from "./json-values.ts";

const chats: readonly JsonPlace[] = [
  { path: "messages[*]", within: ["name", "type", "id"] },
  { path: "chats.list[*].messages[*]", within: ["name", "type", "id"] },
];
const members: readonly JsonPlace[] = [{ path: "[*]", within: [] }];

async function read(
  text: string,
  places: readonly JsonPlace[],
  { pieceLength = 1 << 16, maxLength = 1 << 20 } = {},
): Promise<JsonValue[]> {
  const pieces: string[] = [];
  for (let at = 0; at < text.length; at += pieceLength)
    pieces.push(text.slice(at, at + pieceLength));
  const found: JsonValue[] = [];
  for await (const value of jsonValues(pieces, places, { maxLength })) found.push(value);
  return found;
}

const told = (found: readonly JsonValue[]) =>
  found.map(({ line, value, broken }) => (broken ? [line, broken.message] : [line, value]));

describe("records are found at their places, each with its first line", () => {
  test.each<[string, string, readonly JsonPlace[], unknown[]]>([
    [
      "members of an array at the top",
      '[\n {"a": 1},\n {"a": [2, {"b": "]"}]}\n]',
      members,
      [
        [2, { a: 1 }],
        [3, { a: [2, { b: "]" }] }],
      ],
    ],
    [
      "members that are no objects",
      '[1, "two, [2]", true, null, -3.5e1]',
      members,
      [
        [1, 1],
        [1, "two, [2]"],
        [1, true],
        [1, null],
        [1, -35],
      ],
    ],
    [
      "fields of the enclosing object that stand before, and no others",
      '{"name": "Brenna", "phone": "+1", "id": 7, "messages": [\n{"id": 1}\n], "type": "late"}',
      chats,
      [[2, { within: { name: "Brenna", id: 7 }, record: { id: 1 } }]],
    ],
    [
      "several chats; each has its own fields",
      '{"about": "x", "chats": {"about": "y", "list": [{"name": "A", "messages": [{"id": 1}]},\n' +
        '{"id": 2, "messages": []}, {"name": "C", "messages": [{"id": 3}]}]}}',
      chats,
      [
        [1, { within: { name: "A" }, record: { id: 1 } }],
        [2, { within: { name: "C" }, record: { id: 3 } }],
      ],
    ],
    ["the same keys at another place", '{"other": {"messages": [{"id": 1}]}}', chats, []],
    ["an object where an array should be", '{"messages": {"id": 1}}', chats, []],
    [
      "several values after one another",
      '{"messages": [1]}\n{"messages": [2]}\n',
      [{ path: "messages[*]", within: [] }],
      [
        [1, 1],
        [2, 2],
      ],
    ],
    [
      "the value itself",
      '\ufeff\n {"a": 1}\n42',
      [{ path: "", within: [] }],
      [
        [2, { a: 1 }],
        [3, 42],
      ],
    ],
    ["escaped quotes, brackets in text", '[{"a": "\\"}]\\\\"}]', members, [[1, { a: '"}]\\' }]]],
    ["nothing", "", members, []],
    ["an empty array", "[]", members, []],
  ])("%s", async (_, text, places, expected) => {
    expect(told(await read(text, places))).toEqual(expected);
  });
});

test("raw is what stands in the file; with fields of the enclosing object it can be read again", async () => {
  const [plain] = await read('[{"a":  1.0}]', members);
  expect(plain?.raw).toBe('{"a":  1.0}');
  const [within] = await read('{"id": 7, "messages": [{"a":  1.0}]}', chats);
  expect(within?.raw).toBe('{"within":{"id":7},"record":{"a":  1.0}}');
  expect(JSON.parse(within?.raw ?? "")).toEqual(within?.value);
});

test("escapes that Telegram writes are mended and counted, those of JSON are left", async () => {
  const found = await read(
    '{"name": "A\\x1FB", "messages": [{"text": "one\\x0Btwo \\\\x41 \\u0041 \\x1b"}, {"text": "C:\\\\x0"}]}',
    chats,
  );
  expect(found.map(({ value, mended }) => [value, mended])).toEqual([
    [{ within: { name: "A\u001fB" }, record: { text: "one\u000btwo \\x41 A \u001b" } }, 2],
    [{ within: { name: "A\u001fB" }, record: { text: "C:\\x0" } }, 0],
  ]);
});

describe("what is broken is told once, with its line; what could be read is kept", () => {
  test.each<[string, string, unknown[]]>([
    [
      "a file that ends in a record",
      '[{"a": 1},\n{"a": 2},\n{"a": "thr',
      [
        [1, { a: 1 }],
        [2, { a: 2 }],
        [3, "the file ends in the middle of a record"],
      ],
    ],
    [
      "a file that ends between records",
      '[{"a": 1},\n',
      [
        [1, { a: 1 }],
        [2, "the file ends before its JSON does"],
      ],
    ],
    [
      "a record that is no JSON: the others are read",
      '[{"a": 1},\n{\'a\': 2},\n{"a": 3}]',
      [
        [1, { a: 1 }],
        [2, "not valid JSON: it is broken within"],
        [3, { a: 3 }],
      ],
    ],
    [
      "a comma too few",
      '[{"a": 1}\n{"a": 2}]',
      [
        [1, { a: 1 }],
        [2, 'not valid JSON: "{" where a comma or the end should stand'],
      ],
    ],
    [
      "a bracket of the wrong kind",
      '[{"a": 1}}',
      [
        [1, { a: 1 }],
        [1, 'not valid JSON: "}" where a comma or the end should stand'],
      ],
    ],
    ["no JSON at all", "<html>", [[1, 'not valid JSON: "<" where a value should stand']]],
  ])("%s", async (_, text, expected) => {
    expect(told(await read(text, members))).toEqual(expected);
  });
});

test("a record over the limit becomes a problem with its beginning, and reading goes on", async () => {
  const long = JSON.stringify({ text: "ö".repeat(3000) });
  const found = await read(`[{"a": 1},\n${long},\n{"a": 3}]`, members, {
    pieceLength: 100,
    maxLength: 2000,
  });
  expect(told(found)).toEqual([
    [1, { a: 1 }],
    [2, "longer than 2,000 characters, so only its beginning is kept"],
    [3, { a: 3 }],
  ]);
  expect(found[1]?.raw.startsWith('{"text":"öö')).toBe(true);
  expect(found[1]?.raw.length).toBe(2000);
});

test("bytes that were no UTF-8 break their record only", async () => {
  const found = await read('[{"a": "x\udbff"},\n{"a": "y\ud83d\ude00"}]', members, {
    pieceLength: 1,
  });
  expect(told(found)).toEqual([
    [1, "not valid UTF-8"],
    [2, { a: "y😀" }],
  ]);
});

test("a long field of an enclosing object is passed over, and so is all that holds no records", async () => {
  const long = "x".repeat(10_000);
  const found = await read(
    `{"name": "${long}", "id": 7, "contacts": {"list": [{"messages": ["${long}"]}]}, "messages": [1]}`,
    chats,
    { pieceLength: 64 },
  );
  expect(told(found)).toEqual([[1, { within: { id: 7 }, record: 1 }]]);
});

test("where the file is cut into pieces does not matter", async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.jsonValue({ maxDepth: 3 }), { maxLength: 6 }),
      fc.integer({ min: 1, max: 9 }),
      fc.boolean(),
      async (records, pieceLength, isPretty) => {
        const text = JSON.stringify({ id: 1, messages: records }, null, isPretty ? 1 : 0);
        const found = await read(text, chats, { pieceLength });
        const expected = JSON.parse(JSON.stringify(records)) as unknown[];
        expect(found.map(({ value }) => value)).toEqual(
          expected.map((record) => ({ within: { id: 1 }, record })),
        );
        for (const { line, raw } of found)
          if (!isPretty) expect([line, JSON.parse(raw).within]).toEqual([1, { id: 1 }]);
      },
    ),
  );
});

test("a long file passes through; each record is told alone", async () => {
  const record = `{"text":"${"brenna ".repeat(1000)}"},\n`;
  let length = 0;
  let most = 0;
  async function* endless() {
    yield "[";
    for (; length < 20 * 1024 * 1024; length += record.length) yield record;
    yield "0]";
  }
  let count = 0;
  for await (const { raw } of jsonValues(endless(), members)) {
    count++;
    most = Math.max(most, raw.length);
  }
  expect(count).toBe(length / record.length + 1);
  expect(most).toBe(record.length - 2);
});
