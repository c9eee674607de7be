import type { Worker } from "node:worker_threads";
import type { Document } from "../document/document.ts";
import { startWorker, workerModule } from "../ingest/worker.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Reader, ReaderOptions } from "../read/read.ts";
import {
  readingThreads,
  readTimeLimitSeconds,
  threadFrom,
  threadMemoryMb,
  threadsPayBytes,
} from "./limits.ts";
import { type Answer, answerTo, type ThreadInput } from "./serve-reader.ts";

/** Reads documents, in this thread or in several. */
export type ReadPool = {
  /** How many documents are worth having on their way at the same time. */
  readonly width: number;
  /** The readings, or in one clause why there are none ("took longer than 60 s"). */
  readonly read: (document: Document) => Promise<Answer>;
  readonly close: () => Promise<void>;
};

export type PoolOptions = {
  /** Reads nothing in this thread, for who has others to answer meanwhile. */
  readonly aside?: boolean;
  readonly threads?: number;
  readonly timeLimitSeconds?: number;
  readonly memoryMb?: { readonly kept: number; readonly young: number };
  /** The module that a thread runs. */
  readonly module?: URL;
};

/** A document that waits for its answer. */
type Job = {
  readonly document: Document;
  readonly resolve: (answer: Answer) => void;
  readonly reject: (error: Error) => void;
};

/** A thread that has one document to read and another few at hand never waits for this one. */
const jobsEach = 4;
/** How often it is looked whether a thread is still with the same document. */
const lookedEveryMs = 250;
/** A thread that dies so often without having begun a document will not do better. */
const mostBarrenStarts = 3;

/** Makes a pool for documents of `sizeBytes` in all. Threads are started when they are needed. */
export function createReadPool(
  context: {
    readonly lexicon: Lexicon;
    readonly readerOptions: ReaderOptions;
    readonly reader: () => Reader;
  },
  sizeBytes: number,
  options: PoolOptions = {},
): ReadPool {
  const threads = options.threads ?? readingThreads();
  const paysForAll = sizeBytes >= threadsPayBytes && threads > 1;
  const inThreads = createThreads(context, paysForAll ? threads : 1, options);
  return {
    width: paysForAll ? threads * jobsEach : 1,
    read: (document) =>
      paysForAll || options.aside || document.text.length >= threadFrom
        ? inThreads.read(document)
        : Promise.resolve(answerTo(document, context.reader())),
    close: inThreads.close,
  };
}

type Thread = {
  readonly worker: Worker;
  /** See ThreadInput. */
  readonly counter: Int32Array;
  /** Sent and not answered, in order. */
  readonly sent: Job[];
  answered: number;
  /** When `counter` was first seen as it is, in milliseconds. */
  seen: { count: number; atMs: number };
  /** Why it dies, once that is known. */
  reason: string | null;
};

function createThreads(
  context: { readonly lexicon: Lexicon; readonly readerOptions: ReaderOptions },
  most: number,
  {
    timeLimitSeconds = readTimeLimitSeconds,
    memoryMb = threadMemoryMb,
    module = workerModule("read-worker", import.meta.url),
  }: PoolOptions,
): Pick<ReadPool, "read" | "close"> {
  const threads: Thread[] = [];
  const waiting: Job[] = [];
  let barren = 0;
  let closed = false;
  let watch: NodeJS.Timeout | undefined;

  const start = (): Thread => {
    const counter = new Int32Array(new SharedArrayBuffer(4));
    const input: ThreadInput = {
      lexicon: context.lexicon,
      options: context.readerOptions,
      counter,
    };
    const worker = startWorker(module, input, {
      resourceLimits: {
        maxOldGenerationSizeMb: memoryMb.kept,
        maxYoungGenerationSizeMb: memoryMb.young,
      },
    });
    const seen = { count: 0, atMs: performance.now() };
    const thread: Thread = { worker, counter, sent: [], answered: 0, seen, reason: null };
    worker.on("message", (answer: Answer) => {
      thread.answered++;
      barren = 0;
      thread.sent.shift()?.resolve(answer);
      feed();
    });
    worker.on("error", (error: Error & { code?: string }) => {
      thread.reason ??=
        error.code === "ERR_WORKER_OUT_OF_MEMORY"
          ? `needed more than ${memoryMb.kept} MB of memory`
          : error.message;
    });
    // What it had answered has been received by now.
    worker.on("exit", () => bury(thread));
    threads.push(thread);
    watch ??= setInterval(look, lookedEveryMs).unref();
    return thread;
  };

  /** Gives waiting documents to the threads that have the fewest. */
  const feed = (): void => {
    while (waiting.length > 0 && !closed) {
      const free = threads.filter(({ sent }) => sent.length < jobsEach);
      const idle = free.find(({ sent }) => sent.length === 0);
      const thread =
        idle ??
        (threads.length < most ? start() : free.sort((a, b) => a.sent.length - b.sent.length)[0]);
      const job = thread && waiting.shift();
      if (!thread || !job) return;
      thread.sent.push(job);
      thread.worker.postMessage(job.document);
    }
  };

  /** Stops each thread that has been with one document for too long. */
  const look = (): void => {
    const now = performance.now();
    for (const thread of threads) {
      const count = Atomics.load(thread.counter, 0);
      if (count !== thread.seen.count) thread.seen = { count, atMs: now };
      else if (count % 2 === 1 && now - thread.seen.atMs > timeLimitSeconds * 1000) {
        thread.reason ??= `took longer than ${timeLimitSeconds} s`;
        void thread.worker.terminate();
      }
    }
  };

  /** Blames the document that was being read, and gives the others to another thread. */
  const bury = (thread: Thread): void => {
    threads.splice(threads.indexOf(thread), 1);
    if (closed) return;
    const reason = thread.reason ?? "the reading thread ended";
    const count = Atomics.load(thread.counter, 0);
    if (count % 2 === 1) {
      const [culprit] = thread.sent.splice((count >> 1) - thread.answered, 1);
      culprit?.resolve({ failed: reason });
    } else if (++barren >= mostBarrenStarts) {
      const error = new Error(`no thread for reading could be started: ${reason}`);
      for (const job of [...thread.sent, ...waiting.splice(0)]) job.reject(error);
      return;
    }
    waiting.unshift(...thread.sent);
    feed();
  };

  return {
    read: (document) =>
      new Promise((resolve, reject) => {
        waiting.push({ document, resolve, reject });
        feed();
      }),
    close: async () => {
      closed = true;
      clearInterval(watch);
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
    },
  };
}
