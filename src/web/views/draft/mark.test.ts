import { describe, expect, test } from "vitest";
import { keepMark, withoutMark } from "./mark.ts";

const text = "They were expelled.\n\nIt rained.\n";
const span = { start: 10, end: 18 };

describe("a mark is put where the check looks for it, and taken out again", () => {
  test.each<[format: "markdown" | "text", at: number, whole: boolean, reason: string, now: string]>(
    [
      [
        "markdown",
        19,
        false,
        "as the court said",
        "They were expelled. <!-- parallax: keep contested-word as the court said -->\n\nIt rained.\n",
      ],
      [
        "text",
        19,
        false,
        "see [3]\nand --> 4",
        "They were expelled. [parallax: keep contested-word see 3 and – 4]\n\nIt rained.\n",
      ],
      [
        "text",
        31,
        true,
        "told last week",
        "They were expelled.\n\nIt rained.\n\n[parallax: keep contested-word told last week]\n",
      ],
    ],
  )("%s at %i", (format, at, whole, reason, now) => {
    const note = { keep: { rule: "contested-word", at }, span: whole ? null : span };
    const change = keepMark(text, note, reason, format);
    const kept = text.slice(0, change.start) + change.words + text.slice(change.end);
    expect(kept).toBe(now);
    const mark = /(?:<!--|\[).*?(?:-->|\])/.exec(kept);
    const start = mark?.index ?? 0;
    const back = withoutMark(kept, { at: { start, end: start + (mark?.[0].length ?? 0) } });
    expect(back && kept.slice(0, back.start) + kept.slice(back.end)).toBe(text);
  });
});
