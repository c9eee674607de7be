import type { Worker } from "node:worker_threads";
import { htmlMemoryLimitMb, htmlTimeLimitSeconds } from "../limits.ts";
import { startWorker, workerModule } from "../worker.ts";
import type { Extracted } from "./extract.ts";

/** Extracts pages one after the other, in a thread of its own with a time and a memory limit. */
export type HtmlExtractor = {
  /** @throws Error that says which limit was passed or what went wrong. */
  readonly extract: (html: string) => Promise<Extracted>;
  readonly close: () => Promise<void>;
};

export function createHtmlExtractor(
  limits = { timeSeconds: htmlTimeLimitSeconds, memoryMb: htmlMemoryLimitMb },
): HtmlExtractor {
  let worker: Worker | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const stop = async (): Promise<void> => {
    const stopped = worker;
    worker = undefined;
    await stopped?.terminate();
  };

  const extractNow = async (html: string): Promise<Extracted> => {
    worker ??= startWorker(workerModule("extract-worker", import.meta.url), null, {
      resourceLimits: { maxOldGenerationSizeMb: limits.memoryMb },
    });
    const running = worker;
    const answer = await new Promise<Answer>((resolve) => {
      const settle = (answer: Answer): void => {
        clearTimeout(timer);
        running.off("message", settle);
        running.off("error", failed);
        resolve(answer);
      };
      const failed = (error: Error & { code?: string }): void =>
        settle({
          fatal:
            error.code === "ERR_WORKER_OUT_OF_MEMORY"
              ? `needed more than ${limits.memoryMb} MB of memory`
              : error.message,
        });
      const timer = setTimeout(
        () => settle({ fatal: `took longer than ${limits.timeSeconds} s` }),
        limits.timeSeconds * 1000,
      );
      running.on("message", settle);
      running.on("error", failed);
      running.postMessage(html);
    });
    if ("extracted" in answer) return answer.extracted;
    if ("fatal" in answer) await stop();
    throw new Error("fatal" in answer ? answer.fatal : answer.error);
  };

  return {
    extract: (html) => {
      const next = last.then(() => extractNow(html));
      last = next.catch(() => undefined);
      return next;
    },
    close: () => last.then(stop),
  };
}

type Answer = { extracted: Extracted } | { error: string } | { fatal: string };
