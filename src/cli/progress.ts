import type { Progress, Step } from "../pipeline/analyze.ts";
import type { Io } from "./command.ts";

const shownAfterSeconds = 1;
const redrawnEverySeconds = 0.2;
const words: Readonly<Record<Step, string>> = {
  looking: "looking for documents",
  reading: "reading",
  posts: "reading posts",
  comparing: "comparing",
};

/** Draws one line on a terminal for what takes longer than a second; `clear()` takes it away. */
export function createProgress(
  io: Io,
  now: () => number = () => performance.now() / 1000,
): { readonly progress: Progress; readonly clear: () => void } {
  const started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  let step: Step | undefined;
  const clear = () => {
    if (drawn > Number.NEGATIVE_INFINITY) io.err("\r\u001b[K");
    drawn = Number.NEGATIVE_INFINITY;
  };
  return {
    progress: (next, done, total) => {
      const time = now();
      if (!io.errIsTerminal || time - started < shownAfterSeconds) return;
      if (next === step && (done < total || next === "posts") && time - drawn < redrawnEverySeconds)
        return;
      step = next;
      drawn = time;
      const far =
        total > 0
          ? ` ${done} of ${total} documents`
          : next === "posts"
            ? ` ${done.toLocaleString("en")}`
            : "";
      io.err(`\r\u001b[K${words[next]}${far} …`);
    },
    clear,
  };
}

/** Draws any one line on a terminal for what takes longer than a second; `clear()` takes it away. */
export function createLine(
  io: Io,
  now: () => number = () => performance.now() / 1000,
): { readonly draw: (text: string) => void; readonly clear: () => void } {
  const started = now();
  let drawn = Number.NEGATIVE_INFINITY;
  return {
    draw: (text) => {
      const time = now();
      if (!io.errIsTerminal || time - started < shownAfterSeconds) return;
      if (time - drawn < redrawnEverySeconds) return;
      drawn = time;
      io.err(`\r\u001b[K${text} …`);
    },
    clear: () => {
      if (drawn > Number.NEGATIVE_INFINITY) io.err("\r\u001b[K");
      drawn = Number.NEGATIVE_INFINITY;
    },
  };
}
