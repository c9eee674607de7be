import { availableParallelism } from "node:os";
import type { Worker } from "node:worker_threads";
import type { Document } from "../document/document.ts";
import { startWorker, workerModule } from "../ingest/worker.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Reader, ReaderOptions } from "../read/read.ts";
import type { Readings } from "../read/readings.ts";

/** Reads batches of documents, in this thread or in several. */
export type ReadPool = {
  /** How many batches can be read at the same time. */
  readonly width: number;
  readonly read: (documents: readonly Document[]) => Promise<readonly Readings[]>;
  readonly close: () => Promise<void>;
};

/** From this many bytes of files on, starting threads (about a second each) pays. */
export const threadsPayBytes = 3_000_000;
/** Each thread holds a language model of its own: more would cost too much memory. */
const mostThreads = 2;
/** Enough for the model and a batch; a tight bound makes the thread collect its garbage. */
const threadMemoryLimits = { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 16 };

/** Makes a pool for documents of `sizeBytes` in all. */
export function createReadPool(
  context: {
    readonly lexicon: Lexicon;
    readonly readerOptions: ReaderOptions;
    readonly reader: () => Reader;
  },
  sizeBytes: number,
): ReadPool {
  const threads = Math.min(availableParallelism(), mostThreads);
  return sizeBytes < threadsPayBytes || threads < 2
    ? inProcess(context.reader)
    : inThreads(context.lexicon, context.readerOptions, threads);
}

function inProcess(reader: () => Reader): ReadPool {
  return {
    width: 1,
    read: async (documents) => documents.map((document) => reader()(document)),
    close: async () => {},
  };
}

function inThreads(lexicon: Lexicon, options: ReaderOptions, width: number): ReadPool {
  const workers = Array.from({ length: width }, () =>
    startWorker(
      workerModule("read-worker", import.meta.url),
      { lexicon, options },
      { resourceLimits: threadMemoryLimits },
    ),
  );
  const idle = [...workers];
  const waiting: ((worker: Worker) => void)[] = [];
  const take = (): Promise<Worker> => {
    const worker = idle.pop();
    return worker ? Promise.resolve(worker) : new Promise((resolve) => waiting.push(resolve));
  };
  const give = (worker: Worker): void => {
    const next = waiting.shift();
    if (next) next(worker);
    else idle.push(worker);
  };
  return {
    width,
    read: async (documents) => {
      const worker = await take();
      try {
        return await new Promise<readonly Readings[]>((resolve, reject) => {
          const settle = (): void => {
            worker.removeListener("message", answered);
            worker.removeListener("error", failed);
          };
          const answered = (readings: readonly Readings[]): void => {
            settle();
            resolve(readings);
          };
          const failed = (error: Error): void => {
            settle();
            reject(error);
          };
          worker.once("message", answered);
          worker.once("error", failed);
          worker.postMessage(documents);
        });
      } finally {
        give(worker);
      }
    },
    close: async () => {
      await Promise.all(workers.map((worker) => worker.terminate()));
    },
  };
}
