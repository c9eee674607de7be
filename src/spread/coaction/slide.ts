import type { ActionChunk, Actions } from "../../document/action.ts";

/** The actions on one object that lie within the window, in the order of their times. */
export type Window = {
  object: number;
  account: Int32Array;
  post: Int32Array;
  seconds: Float64Array;
  /** For each, the row of the first action it met; rows are counted over all objects. */
  firstMet: Int32Array;
  /** The row of the action at place 0. */
  startRow: number;
};

/** Room for so many actions at first; it doubles where a window holds more. */
const firstRoom = 4096;

/**
 * Walks actions sorted by object and time. For every action, `meet` is told its place `at` in the
 * window and the place `from` of the first one on the same object at most `windowSeconds` before
 * it: it meets those from `from` up to, but without, `at`. Holds one window, never the whole.
 *
 * ```
 *   |<--- windowSeconds --->|
 *   from . . . . . . . . . at
 * ```
 */
export async function slide(
  actions: Pick<Actions, "chunks">,
  windowSeconds: number,
  meet: (window: Window, from: number, at: number) => void,
): Promise<void> {
  const walk = walkChunk(windowSeconds, meet);
  for await (const chunk of actions.chunks()) walk(chunk);
}

/** A loop of its own for each chunk, which is compiled after a few of them. */
function walkChunk(
  windowSeconds: number,
  meet: (window: Window, from: number, at: number) => void,
): (chunk: ActionChunk) => void {
  const window = { object: -1, ...roomFor(firstRoom), startRow: 0 };
  let from = 0;
  let end = 0;
  return ({ length, ...chunk }) => {
    for (let row = 0; row < length; row++) {
      const object = chunk.object[row] as number;
      const seconds = chunk.seconds[row] as number;
      if (object !== window.object) {
        if (object < window.object)
          throw new Error(`actions out of order: object ${object} after ${window.object}`);
        window.object = object;
        window.startRow += end;
        from = 0;
        end = 0;
      } else {
        while (from < end && (window.seconds[from] as number) < seconds - windowSeconds) from++;
      }
      if (end === window.seconds.length) {
        if (from < end / 2) widen(window);
        shift(window, from, end);
        end -= from;
        from = 0;
      }
      window.account[end] = chunk.account[row] as number;
      window.post[end] = chunk.post[row] as number;
      window.seconds[end] = seconds;
      window.firstMet[end] = window.startRow + from;
      meet(window, from, end);
      end++;
    }
  };
}

function roomFor(room: number): Omit<Window, "object" | "startRow"> {
  return {
    account: new Int32Array(room),
    post: new Int32Array(room),
    seconds: new Float64Array(room),
    firstMet: new Int32Array(room),
  };
}

function widen(window: Window): void {
  const { account, post, seconds, firstMet } = window;
  const wider = roomFor(2 * seconds.length);
  wider.account.set(account);
  wider.post.set(post);
  wider.seconds.set(seconds);
  wider.firstMet.set(firstMet);
  window.account = wider.account;
  window.post = wider.post;
  window.seconds = wider.seconds;
  window.firstMet = wider.firstMet;
}

function shift(window: Window, from: number, end: number): void {
  for (const items of [window.account, window.post, window.seconds, window.firstMet])
    items.copyWithin(0, from, end);
  window.startRow += from;
}
