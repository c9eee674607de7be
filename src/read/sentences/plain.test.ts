import fc from "fast-check";
import { expect, test } from "vitest";
import { plainText } from "./plain.ts";

test.each([
  ["On May 2, [1991](#), rain.", "On May 2,  1991    , rain."],
  ["a \\$1 million *gift*", "a  $1 million  gift "],
  ["[here](https://a.org/5) now", ` here${" ".repeat("](https://a.org/5)".length)} now`],
  ["see <https://example.org/5>.", "see <¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤¤>."],
  ["5\u00a0km", "5 km"],
])("%s", (text, plain) => {
  expect(plainText(text)).toBe(plain);
});

test("plain text keeps every offset", () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom("](", "[", "#", ")", "*", "https://a.b/", " ", "x", "7", "\n")),
      (parts) => {
        const text = parts.join("");
        expect(plainText(text)).toHaveLength(text.length);
      },
    ),
  );
});
