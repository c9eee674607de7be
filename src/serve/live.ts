import type { AnalyzedCase, AnalyzeOptions } from "../pipeline/analyze.ts";
import { createLiveCase, type RunState } from "../pipeline/live-case.ts";
import { type App, createApp } from "./app.ts";
import type { Deps, Live } from "./deps.ts";
import type { Counts, RunView } from "./types.ts";

export type LiveApp = {
  readonly fetch: (request: Request) => Promise<Response>;
  /** Waits for a run that is on its way. */
  readonly close: () => Promise<void>;
};

/** The answers of one analysis; `close` ends what they do aside, once nobody asks them any more. */
export type LiveDeps = Deps & { readonly close: () => Promise<void> };

type Made = {
  readonly app: App;
  readonly close: LiveDeps["close"];
  readonly counts: Counts;
  /** What this run did; null for the one before serving. */
  readonly done: RunView["done"];
};

/**
 * The application on a case that can be analysed again while it is served. For each run an
 * application is made of the answers that `depsOf` gives for it, and it takes the place of the one
 * before when it is whole: no route needs to know that the case can change.
 */
export async function createLiveApp(
  first: AnalyzedCase,
  options: {
    readonly analyze: (
      options: Required<Pick<AnalyzeOptions, "store" | "progress" | "aside">>,
    ) => Promise<AnalyzedCase>;
    readonly depsOf: (analyzed: AnalyzedCase, live: Live) => Promise<LiveDeps>;
  },
): Promise<LiveApp> {
  let present: () => RunState = () => ({ run: 1, running: null, failure: null });
  let last: Made["done"] = null;
  let again = () => {};
  const live = await createLiveCase<Made>(first, {
    analyze: options.analyze,
    make: async (analyzed, run, before) => {
      const deps = await options.depsOf(analyzed, {
        run,
        state: () => ({ ...present(), done: last }),
        again: () => again(),
      });
      const { counts } = await deps.overview();
      const done = before && { ...analyzed.run, before: before.counts, after: counts };
      last = done;
      return { app: createApp(deps), close: deps.close, counts, done };
    },
    end: ({ close }) => close(),
  });
  present = live.state;
  again = live.again;
  return {
    fetch: (request) => live.use(async ({ app }) => app.fetch(request)),
    close: live.close,
  };
}
