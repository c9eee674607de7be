// The thread of a case for tests: it ends or eats memory where it is asked to.
import { parentPort } from "node:worker_threads";
import { serveCase } from "../../src/pipeline/serve-case.ts";

parentPort?.on("message", ({ given }: { readonly given?: readonly unknown[] }) => {
  if (given?.[0] === "EXIT") process.exit(1);
  const eaten: unknown[] = [];
  while (given?.[0] === "EAT") eaten.push(new Array(10_000).fill({}));
});
serveCase();
