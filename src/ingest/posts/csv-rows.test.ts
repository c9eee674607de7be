import fc from "fast-check";
import { expect, test } from "vitest";
import { csvHeader, csvRows } from "./csv-rows.ts";

async function* pieces(text: string, length: number): AsyncGenerator<string> {
  for (let at = 0; at < text.length; at += length) yield text.slice(at, at + length);
}

/** `line: fields`, or `line: what is wrong | what is kept`. */
async function read(text: string, length = 5, maxLength = 60): Promise<string[]> {
  const rows: string[] = [];
  for await (const { line, broken, raw, value } of csvRows(pieces(text, length), { maxLength })) {
    if (!broken) expect(JSON.parse(raw)).toEqual(value);
    rows.push(`${line}: ${broken ? `${broken.message} | ${raw}` : JSON.stringify(value)}`);
  }
  return rows;
}

const stray = "a field in quotes that does not close";

test.each<[string, string, string[]]>([
  [
    "rows by the names of the first",
    "a,b\n1,2\n3,4\n",
    ['2: {"a":"1","b":"2"}', '3: {"a":"3","b":"4"}'],
  ],
  ["no line end at the end", "a,b\n1,2", ['2: {"a":"1","b":"2"}']],
  [
    "Windows' line ends",
    'a,b\r\n1,"2"\r\n3,4\r\n',
    ['2: {"a":"1","b":"2"}', '3: {"a":"3","b":"4"}'],
  ],
  ["semicolons, as the first row has them", "a;b\n1,5;2\n", ['2: {"a":"1,5","b":"2"}']],
  ["tabs", "a\tb\n1,5\t2;3\n", ['2: {"a":"1,5","b":"2;3"}']],
  [
    "commas, though a name in quotes has semicolons",
    '"a;;;",b\n1,2\n',
    ['2: {"a;;;":"1","b":"2"}'],
  ],
  ["quotes around and within", 'a,b\n"1,""x""",""\n', ['2: {"a":"1,\\"x\\"","b":""}']],
  [
    "a field over lines, and the line of the next row",
    'a,b\n"one\ntwo\r\nthree",2\n3,4\n',
    ['2: {"a":"one\\ntwo\\r\\nthree","b":"2"}', '5: {"a":"3","b":"4"}'],
  ],
  [
    "a quote within a field without quotes",
    'a,b\n5" of rain,"2"\n',
    ['2: {"a":"5\\" of rain","b":"2"}'],
  ],
  [
    "empty fields at the end",
    'a,b,c\n1,,\n"1",,""\n',
    ['2: {"a":"1","b":"","c":""}', '3: {"a":"1","b":"","c":""}'],
  ],
  [
    "blank lines, which are no rows",
    "\na,b\n\r\n1,2\n\n\n3,4\n",
    ['4: {"a":"1","b":"2"}', '7: {"a":"3","b":"4"}'],
  ],
  ["names that come twice", "a,a,a\n1,2,3\n", ['2: {"a":"1","a 2":"2","a 3":"3"}']],
  ["names that are numbers keep their places", "b,2,1\nx,y,z\n", ['2: {"1":"z","2":"y","b":"x"}']],
  [
    "too few and too many fields",
    "a,b\n1\n1,2,3\n1,2\n",
    [
      '2: 1 field where the table has 2 columns | ["1"]',
      '3: 3 fields where the table has 2 columns | ["1","2","3"]',
      '4: {"a":"1","b":"2"}',
    ],
  ],
  [
    "a stray quote, and the rows that it would swallow",
    'a,b\n"one,2\n3,4\n5,"x"\n',
    [`2: ${stray} | "\\"one,2"`, '3: {"a":"3","b":"4"}', '4: {"a":"5","b":"x"}'],
  ],
  [
    "letters behind a closing quote",
    'a,b\n"one"x,2\n3,4\n',
    [`2: ${stray} | "\\"one\\"x,2"`, '3: {"a":"3","b":"4"}'],
  ],
  [
    "a quote that never closes, longer than a row may be",
    `a,b\n"one,2\n${"3,4\n".repeat(30)}`,
    [
      `2: ${stray} | "\\"one,2"`,
      ...Array.from({ length: 30 }, (_, i) => `${i + 3}: {"a":"3","b":"4"}`),
    ],
  ],
  [
    "bytes that were not UTF-8",
    "a,b\nF\udbffhre,2\n💀,4\n",
    ['2: not valid UTF-8 | "F\ufffdhre,2\\n"', '3: {"a":"💀","b":"4"}'],
  ],
  [
    "names with bytes that were not UTF-8",
    "f\udbffhre,b\n1,2\n",
    ['2: {"f\ufffdhre":"1","b":"2"}'],
  ],
  ["only names", "a,b\n", []],
  ["nothing", "", []],
])("%s", async (_, text, expected) => {
  for (const length of [1, 2, 5, 1000]) expect(await read(text, length)).toEqual(expected);
});

test("a line without an end is told, and what follows it is read", async () => {
  const found = await read(`a,b\n${"x".repeat(200)}\n3,4\n`, 10);
  expect(found).toHaveLength(2);
  expect(found[0]).toMatch(
    /^2: longer than 60 characters, so only its beginning is kept \| "x{60}"$/,
  );
  expect(found[1]).toBe('3: {"a":"3","b":"4"}');
});

test("what is written as a table is read as it was, whatever the pieces", async () => {
  const field = fc.string({
    unit: fc.constantFrom("a", "é", "💀", '"', ",", ";", "\n", "\r", " "),
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(field, field), { minLength: 1, maxLength: 8 }),
      fc.integer({ min: 1, max: 20 }),
      async (rows, length) => {
        const quoted = (one: string) => `"${one.replaceAll('"', '""')}"`;
        const text = `a,b\n${rows.map((row) => `${row.map(quoted).join(",")}\n`).join("")}`;
        const found: unknown[] = [];
        for await (const row of csvRows(pieces(text, length))) found.push(row.value);
        expect(found).toEqual(rows.map(([a, b]) => ({ a, b })));
      },
    ),
  );
});

test.each<[string, string, readonly string[] | null]>([
  ["a table", "id, text ,url\n1,2,3\n", ["id", "text", "url"]],
  ["blank lines before it", "\r\n\nid;text\n1;2\n", ["id", "text"]],
  ["one column", "id\n1\n", null],
  ["nothing", " \n", null],
])("the names of %s", (_, text, expected) => {
  expect(csvHeader(text)).toEqual(expected);
});
