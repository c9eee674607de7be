import type { Actions } from "../../document/action.ts";

/** The actions on one object that lie within the window, in the order of their times. */
export type Window = {
  object: number;
  account: Int32Array;
  post: Int32Array;
  seconds: Float64Array;
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
  const window = roomFor(firstRoom);
  let from = 0;
  let end = 0;
  for await (const chunk of actions.chunks()) {
    for (let row = 0; row < chunk.length; row++) {
      const object = chunk.object[row] as number;
      const seconds = chunk.seconds[row] as number;
      if (object !== window.object) {
        if (object < window.object)
          throw new Error(`actions out of order: object ${object} after ${window.object}`);
        window.object = object;
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
      meet(window, from, end);
      end++;
    }
  }
}

function roomFor(room: number): Window {
  return {
    object: -1,
    account: new Int32Array(room),
    post: new Int32Array(room),
    seconds: new Float64Array(room),
  };
}

function widen(window: Window): void {
  const { account, post, seconds } = window;
  const wider = roomFor(2 * seconds.length);
  wider.account.set(account);
  wider.post.set(post);
  wider.seconds.set(seconds);
  window.account = wider.account;
  window.post = wider.post;
  window.seconds = wider.seconds;
}

function shift({ account, post, seconds }: Window, from: number, end: number): void {
  account.copyWithin(0, from, end);
  post.copyWithin(0, from, end);
  seconds.copyWithin(0, from, end);
}
