import { posix } from "node:path";
import fc from "fast-check";
import { expect, test } from "vitest";
import { otherName, safeName } from "./safe-name.ts";

test.each([
  ["a.txt", "a.txt"],
  ["herald/2031-05-04 Gates?.html", "herald/2031-05-04 Gates-.html"],
  ["../../etc/passwd", "etc/passwd"],
  ["..\\..\\windows\\a.txt", "windows/a.txt"],
  ["/root/.ssh/key", "root/ssh/key"],
  ["C:\\texts\\a.txt", "C-/texts/a.txt"],
  ["a/./b//c.txt", "a/b/c.txt"],
  ["con.txt", "_con.txt"],
  ["node_modules/a.txt", "_node_modules/a.txt"],
  ["Überschwemmung – Tag 1.md", "Überschwemmung – Tag 1.md"],
  ["洪水.txt", "洪水.txt"],
  ["a\u0000b\n.txt", "ab.txt"],
  ["a\u202etxt.exe.txt", "atxt.exe.txt"],
  [`${"long ".repeat(60)}.html`, `${"long ".repeat(16)}.html`],
  [".env", "env"],
  ["..", null],
  ["  ", null],
  ["", null],
])("%j is kept as %j", (given, safe) => {
  expect(safeName(given)).toBe(safe);
});

test("no name leads out of the folder, hides, or is changed again", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary", maxLength: 120 }), (given) => {
      const safe = safeName(given.replaceAll("x", "../"));
      if (safe === null) return;
      expect(posix.normalize(safe)).toBe(safe);
      expect(safe).not.toMatch(/^\/|(^|\/)\.|\\/);
      expect(safeName(safe)).toBe(safe);
    }),
  );
});

test.each([
  ["a.txt", 1, "a.txt"],
  ["a.txt", 2, "a-2.txt"],
  ["x.y/a", 3, "x.y/a-3"],
  ["posts.csv.gz", 2, "posts.csv-2.gz"],
])("%s, taken: the %ith name is %s", (file, nth, other) => {
  expect(otherName(file, nth)).toBe(other);
});
