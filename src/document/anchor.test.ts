import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anchorOf, findAnchor } from "./anchor.ts";

const text =
  "Rain fell for two days. At least 14 people were killed in Marl. At least 14 people were killed in Norhaven.";
const second = text.lastIndexOf("14");
const anchor = anchorOf(text, { start: second, end: second + 2 });
const at = (edited: string) => {
  const span = findAnchor(edited, anchor);
  return span === null ? null : edited.slice(span.start, span.end + 40);
};

describe("the words are found again", () => {
  test.each([
    ["as it was", text, "14 people were killed in Norhaven"],
    ["text before", `By our staff. ${text}`, "14 people were killed in Norhaven"],
    [
      "the first taken out",
      text.replace(/At least.*?Marl\. /, ""),
      "14 people were killed in Norhaven",
    ],
    ["other line breaks", text.replaceAll(" ", "\n"), "14\npeople\nwere\nkilled\nin\nNorhaven"],
    ["gone", text.replaceAll("14", "17"), null],
  ])("%s", (_name, edited, words) => {
    expect(at(edited)?.startsWith(words ?? "\u0000") ?? null).toBe(words === null ? null : true);
  });

  test("white space within the words may change", () => {
    const long = anchorOf(text, { start: 24, end: 62 });
    const edited = text.replaceAll(" ", "  \n");
    const span = findAnchor(edited, long);
    expect(span && edited.slice(span.start, span.end).replace(/\s+/g, " ")).toBe(long.exact);
  });

  test("nothing anchors nothing", () => {
    expect(findAnchor(text, { exact: "", prefix: "", suffix: "", start: 0 })).toBeNull();
  });
});

const words = fc.array(fc.constantFrom("flood", "gate", "siren", "marl", "the", "of"), {
  maxLength: 30,
});

test("an anchor survives every edit before and after its surroundings", () => {
  fc.assert(
    fc.property(words, words, words, words, (before, after, edited, editedAfter) => {
      const near = "in the night MARK said so himself in the";
      const middle = `${"x".repeat(40)} ${near} ${"y".repeat(40)}`;
      const old = `${before.join(" ")} ${middle} ${after.join(" ")}`;
      const start = old.indexOf("MARK");
      const made = anchorOf(old, { start, end: start + 4 });
      const now = `${edited.join(" ")} ${middle} ${editedAfter.join(" ")}`;
      expect(findAnchor(now, made)?.start).toBe(now.indexOf("MARK"));
    }),
  );
});

test("in the text it was made from, an anchor finds its own place, however often its words occur", () => {
  fc.assert(
    fc.property(words, fc.nat(), fc.nat(), (list, from, length) => {
      const whole = list.join(" ");
      const start = from % (whole.length + 1);
      const end = Math.min(whole.length, start + 1 + (length % 20));
      fc.pre(start < end);
      expect(findAnchor(whole, anchorOf(whole, { start, end }))).toEqual({ start, end });
    }),
  );
});
