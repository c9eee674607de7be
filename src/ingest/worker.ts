import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a module as a worker thread; `input` reaches it as `workerData.input`. In a checkout the
 * module is TypeScript, which a worker of Node 20 cannot load by itself: a boot file registers tsx
 * inside it first.
 */
export function startWorker(
  module: URL,
  input: unknown,
  options: Omit<WorkerOptions, "workerData" | "eval"> = {},
): Worker {
  const entry = module.pathname.endsWith(".ts")
    ? new URL("./worker-boot.js", import.meta.url)
    : module;
  return new Worker(entry, { ...options, workerData: { module: module.href, input } });
}

/** The module beside the caller, as TypeScript in a checkout and as JavaScript when published. */
export function workerModule(name: string, callerUrl: string): URL {
  return new URL(`./${name}.${callerUrl.endsWith(".ts") ? "ts" : "js"}`, callerUrl);
}
