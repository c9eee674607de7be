import { InputError } from "../document/errors.ts";
import type { AnalyzedCase, AnalyzeOptions, Step } from "./analyze.ts";

/** How far a case that is served has come. Runs count from 1, the one before serving. */
export type RunState = {
  /** The run whose answers are given. */
  readonly run: number;
  /** What is being done; null while nothing is. `total` is 0 where it is not known. */
  readonly running: { readonly step: Step; readonly done: number; readonly total: number } | null;
  /** Why the last run gave no new answers; null where it did. */
  readonly failure: RunFailure | null;
};

/** `line` counts from 1; null where it is not known. */
export type RunFailure = {
  readonly message: string;
  readonly mend: string;
  readonly file: string | null;
  readonly line: number | null;
};

/** A case that can be analysed again while it is served; `T` is what is made of each analysis. */
export type LiveCase<T> = {
  /** Works with what was made of the present answers; they stay open until the work is done. */
  readonly use: <R>(work: (made: T) => Promise<R>) => Promise<R>;
  readonly state: () => RunState;
  /**
   * Has the case analysed again. Never two at once: asked during a run, another follows, because
   * the one that is on its way may have looked at the files already.
   */
  readonly again: () => void;
  /** When nothing is being done. */
  readonly idle: () => Promise<void>;
  /**
   * Ends a run at its next report and closes all but the first analysis, which belongs to whoever
   * made it. What was read so far is kept for the next start.
   */
  readonly close: () => Promise<void>;
};

type Present<T> = { readonly analyzed: AnalyzedCase; readonly made: T; users: number };

/**
 * Serves `first` and, when asked, what follows it. The old answers are given, as they were, until
 * the new ones are whole; where a run fails they stay.
 */
export async function createLiveCase<T>(
  first: AnalyzedCase,
  work: {
    /** Brings the case up to date once more. */
    readonly analyze: (
      options: Required<Pick<AnalyzeOptions, "store" | "progress" | "aside">>,
    ) => Promise<AnalyzedCase>;
    /** Makes of an analysis what is served; `before` is what was made of the one before. */
    readonly make: (analyzed: AnalyzedCase, run: number, before: T | null) => Promise<T>;
    /** Ends what was made, before its analysis is closed. */
    readonly end?: (made: T) => Promise<void>;
  },
): Promise<LiveCase<T>> {
  let present: Present<T> = {
    analyzed: first,
    made: await work.make(first, 1, null),
    users: 0,
  };
  let state: RunState = { run: 1, running: null, failure: null };
  let running: Promise<void> | null = null;
  let isWanted = false;
  const ending = new AbortController();
  const { signal } = ending;

  const closeUnused = async (one: Present<T>): Promise<void> => {
    if (one === present || one.users > 0) return;
    await work.end?.(one.made);
    if (one.analyzed === first) first.store.release();
    else one.analyzed.close();
  };

  async function runOnce(): Promise<void> {
    const before = present;
    state = { ...state, running: { step: "looking", done: 0, total: 0 } };
    let analyzed: AnalyzedCase | undefined;
    try {
      await before.analyzed.store.hold();
      analyzed = await work.analyze({
        store: first.store,
        aside: { signal },
        progress: (step, done, total) => {
          signal.throwIfAborted();
          state = { ...state, running: { step, done, total } };
        },
      });
      const run = state.run + 1;
      present = { analyzed, made: await work.make(analyzed, run, before.made), users: 0 };
      state = { ...state, run, failure: null };
      await closeUnused(before);
    } catch (error) {
      analyzed?.close();
      state = { ...state, failure: failureOf(error) };
    }
    // Whoever still reads the old answers may go on to do so as they were.
    if (present === before) before.analyzed.store.release();
  }

  async function runAll(): Promise<void> {
    while (isWanted) {
      isWanted = false;
      await runOnce();
    }
    running = null;
    state = { ...state, running: null };
  }

  return {
    use: async (part) => {
      const used = present;
      used.users++;
      try {
        return await part(used.made);
      } finally {
        used.users--;
        await closeUnused(used);
      }
    },
    state: () => state,
    again: () => {
      isWanted = true;
      running ??= runAll();
    },
    idle: async () => running ?? undefined,
    close: async () => {
      ending.abort(new Error("parallax was ended (start it again)"));
      isWanted = false;
      await running;
      await work.end?.(present.made);
      if (present.analyzed !== first) present.analyzed.close();
    },
  };
}

/** `what is wrong (what to do)` of an error, and where. */
function failureOf(error: unknown): RunFailure {
  const text = error instanceof Error ? error.message : String(error);
  const at = text.endsWith(")") ? text.lastIndexOf(" (") : -1;
  const place = error instanceof InputError ? error : null;
  return {
    message: at < 0 ? text : text.slice(0, at),
    mend: at < 0 ? "look at what changed, and try again" : text.slice(at + 2, -1),
    file: place?.path ?? null,
    line: place?.line ?? null,
  };
}
