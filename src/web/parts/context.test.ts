import fc from "fast-check";
import { expect, test } from "vitest";
import { contextOf } from "./context.ts";

test("the pieces are the text, whole", () => {
  fc.assert(
    fc.property(fc.lorem({ maxCount: 300 }), fc.nat(), fc.nat(), (text, a, b) => {
      const start = Math.min(a, b) % (text.length + 1);
      const end = Math.max(start, Math.max(a, b) % (text.length + 1));
      const { before, exact, after, startsInside, endsInside } = contextOf(text, { start, end });
      expect(exact).toBe(text.slice(start, end));
      expect(text).toContain(before + exact + after);
      expect(startsInside).toBe(before.length < start);
      expect(endsInside).toBe(after.length < text.length - end);
    }),
  );
});

test("words are not cut", () => {
  const text = `${"harbour ".repeat(60)}HERE ${"harbour ".repeat(60)}`;
  const { before, after } = contextOf(text, { start: 480, end: 484 });
  expect(before).toMatch(/^(harbour )+$/);
  expect(after).toMatch(/^( harbour)+$/);
});
