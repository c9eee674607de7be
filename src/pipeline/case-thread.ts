import { getHeapStatistics } from "node:v8";
import type { Claim } from "../compare/claims/claims.ts";
import { startWorker, workerModule } from "../ingest/worker.ts";
import type { KeptFinding } from "../store/kept.ts";
import type { Store } from "../store/store.ts";
import type { CheckedDraft, DraftCheckOfCase } from "./check-text.ts";
import type { CaseThreadInput, FromThread, ToThread, Wanted } from "./serve-case.ts";

/** What can be asked of a case in a thread. */
export type CaseCalls = DraftCheckOfCase & {
  readonly ask: (statement: string) => Promise<Claim>;
  /** Puts every question to the case; what was found is then taken by `found`. */
  readonly compare: () => Promise<void>;
  /** The next of what was found; null after the last. */
  readonly found: () => Promise<readonly KeptFinding[] | null>;
};

/** Drafts and statements held against a case in a thread of its own: no other answer waits for it. */
export type CaseThread = {
  /** Has the case prepared for drafts, and tells at once how much of that is done, from 0 to 1. */
  readonly ready: () => Promise<{ readonly done01: number }>;
  readonly check: (...given: Parameters<CaseCalls["check"]>) => Promise<CheckedDraft>;
  readonly ask: CaseCalls["ask"];
  /** Ends what is being done; who waits for it is told so. */
  readonly close: () => Promise<void>;
};

/** The case, and the store that keeps its readings and findings, which stays in this thread. */
export type ThreadedCase = CaseThreadInput & { readonly store: Store };

export type CaseThreadOptions = {
  /** The module that the thread runs. */
  readonly module?: URL;
  /** Most memory for what it keeps, in MB: as much as this thread may take, where it is not told. */
  readonly memoryMb?: number;
};

const ended = "parallax was ended (start it again)";

/**
 * Makes the thread of a case. It starts with the first question and keeps what it prepared until it
 * is closed. After one that failed the next question starts another.
 */
export function createCaseThread(
  context: ThreadedCase,
  options: CaseThreadOptions = {},
): CaseThread {
  let running: Thread | undefined;
  let isClosed = false;
  let done01 = 0;
  let isPreparing = false;
  let failed: { readonly error: unknown } | undefined;
  const thread = (): Thread => {
    if (isClosed) throw new Error(ended);
    running ??= startThread(context, options, {
      told: (share01) => {
        done01 = share01;
      },
      over: () => {
        running = undefined;
        done01 = 0;
      },
    });
    return running;
  };
  const prepare = async (): Promise<void> => {
    isPreparing = true;
    try {
      await thread().call("ready");
    } catch (error) {
      failed = { error };
    }
    isPreparing = false;
  };
  return {
    ready: async () => {
      if (failed) {
        const { error } = failed;
        failed = undefined;
        throw error;
      }
      if (done01 < 1 && !isPreparing) void prepare();
      return { done01 };
    },
    check: async ({ document, marks }, given) => thread().call("check", { document, marks }, given),
    ask: async (statement) => thread().call("ask", statement),
    close: async () => {
      isClosed = true;
      await running?.end();
    },
  };
}

/**
 * Compares the case in a thread, which is over when `keep` has kept what was found.
 * @throws Error where the thread fails, or is ended by the signal.
 */
export async function compareInThread(
  context: ThreadedCase,
  keep: (found: AsyncIterable<readonly KeptFinding[]>) => Promise<void>,
  { signal, ...options }: CaseThreadOptions & { readonly signal?: AbortSignal } = {},
): Promise<void> {
  signal?.throwIfAborted();
  const { call, end } = startThread(context, options);
  const abort = () => void end();
  signal?.addEventListener("abort", abort);
  try {
    await call("compare");
    await keep(foundBy(call));
  } finally {
    signal?.removeEventListener("abort", abort);
    await end();
  }
}

async function* foundBy(call: Call): AsyncGenerator<readonly KeptFinding[]> {
  for (;;) {
    const batch = await call("found");
    if (!batch) return;
    yield batch;
  }
}

type Call = <N extends keyof CaseCalls>(
  name: N,
  ...given: Parameters<CaseCalls[N]>
) => ReturnType<CaseCalls[N]>;

type Thread = { readonly call: Call; readonly end: () => Promise<void> };

type Waiting = {
  readonly resolve: (answer: unknown) => void;
  readonly reject: (error: Error) => void;
};

function startThread(
  { store, case: declared, documents, lexicon, readerOptions }: ThreadedCase,
  {
    module = workerModule("case-worker", import.meta.url),
    memoryMb = Math.floor(getHeapStatistics().heap_size_limit / 2 ** 20),
  }: CaseThreadOptions,
  on: { readonly told?: (done01: number) => void; readonly over?: () => void } = {},
): Thread {
  const input: CaseThreadInput = { case: declared, documents, lexicon, readerOptions };
  const worker = startWorker(module, input, {
    resourceLimits: { maxOldGenerationSizeMb: memoryMb },
  });
  const waiting = new Map<number, Waiting>();
  const streams = new Map<number, AsyncIterator<readonly unknown[]>>();
  let calls = 0;
  let reason: string | undefined;
  const say = (message: ToThread): void => worker.postMessage(message);

  /** Hands over the next part of what the thread wants of the store. */
  const handOver = (stream: number, wanted: Wanted | null): void => {
    if (wanted === null) {
      void streams.get(stream)?.return?.();
      streams.delete(stream);
      return;
    }
    const parts = streams.get(stream) ?? partsOf(store, wanted);
    streams.set(stream, parts);
    parts.next().then(
      ({ done, value }) => say({ stream, batch: done ? null : value }),
      (error: unknown) => say({ stream, failed: messageOf(error) }),
    );
  };
  worker.on("message", (message: FromThread) => {
    if ("done01" in message) return on.told?.(message.done01);
    if ("stream" in message) return handOver(message.stream, message.wanted);
    const one = waiting.get(message.call);
    waiting.delete(message.call);
    if ("failed" in message) one?.reject(new Error(message.failed));
    else one?.resolve(message.answer);
  });
  worker.on("error", (error: Error & { code?: string }) => {
    reason ??= error.code === "ERR_WORKER_OUT_OF_MEMORY" ? tooLittle(memoryMb) : messageOf(error);
  });
  worker.on("exit", () => {
    on.over?.();
    const error = new Error(reason ?? "the thread of the case ended (try again)");
    for (const one of waiting.values()) one.reject(error);
    for (const parts of streams.values()) void parts.return?.();
    waiting.clear();
    streams.clear();
  });
  return {
    call: (name, ...given) =>
      new Promise<unknown>((resolve, reject) => {
        const nth = ++calls;
        waiting.set(nth, { resolve, reject });
        say({ call: nth, name, given });
      }) as ReturnType<CaseCalls[typeof name]>,
    end: async () => {
      reason ??= ended;
      await worker.terminate();
    },
  };
}

function partsOf(store: Store, wanted: Wanted): AsyncIterator<readonly unknown[]> {
  return "rows" in wanted ? store.keptRows(wanted.rows) : store.findingsAsKept(wanted.findings);
}

function tooLittle(memoryMb: number): string {
  return `this case needs more than ${memoryMb} MB of memory (start parallax with more: NODE_OPTIONS=--max-old-space-size=${memoryMb * 2})`;
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
