import { expect, test } from "vitest";
import { csvRow } from "./csv.ts";

test.each([
  [["a", 1, null, 0.5], "a,1,,0.5"],
  [['says "no"', "one, two", "two\nlines"], '"says ""no""","one, two","two\nlines"'],
  [["=1+1", "+49", "-x", "@handle", "\tx"], "'=1+1,'+49,'-x,'@handle,'\tx"],
  [['=HYPERLINK("x")'], `"'=HYPERLINK(""x"")"`],
  [[-3], "-3"],
])("%j is written as a row", (fields, row) => {
  expect(csvRow(fields)).toBe(`${row}\r\n`);
});
