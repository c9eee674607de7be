import { expect, test } from "vitest";
import type { Io } from "./command.ts";
import { createLine } from "./progress.ts";

test.each([
  ["a terminal", true, ["\r\u001b[Kround 2 …", "\r\u001b[Kround 4 …", "\r\u001b[K"]],
  ["a file", false, []],
])(
  "on %s, a line is drawn after a second, five times a second at most, and taken away",
  (_, errIsTerminal, expected) => {
    const drawn: string[] = [];
    const io: Io = {
      out: () => {},
      err: (text) => drawn.push(text),
      environment: {},
      errIsTerminal,
      outIsTerminal: errIsTerminal,
    };
    let time = 0;
    const { draw, clear } = createLine(io, () => time);
    for (const [round, at] of [0.5, 1.1, 1.2, 1.4].entries()) {
      time = at;
      draw(`round ${round + 1}`);
    }
    clear();
    clear();
    expect(drawn).toEqual(expected);
  },
);
