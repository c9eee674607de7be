import { createRequire } from "node:module";
import { Worker, type WorkerOptions } from "node:worker_threads";

/**
 * Starts a module as a worker thread. In a checkout the module is TypeScript, which a worker of
 * Node 20 cannot load by itself: tsx is registered inside it first.
 */
export function startWorker(module: URL, options: WorkerOptions): Worker {
  if (!module.pathname.endsWith(".ts")) return new Worker(module, options);
  const tsx = createRequire(import.meta.url).resolve("tsx/esm/api");
  const boot = `import(${JSON.stringify(tsx)})
    .then(({ register }) => { register(); return import(${JSON.stringify(module.href)}); })
    .catch((error) => { throw error; });`;
  return new Worker(boot, { ...options, eval: true });
}
