import { parentPort } from "node:worker_threads";
import { extractHtml } from "./extract.ts";

/** Answers each page's HTML with its extraction or with what went wrong. */
parentPort?.on("message", (html: string) => {
  try {
    parentPort?.postMessage({ extracted: extractHtml(html) });
  } catch (error) {
    parentPort?.postMessage({ error: error instanceof Error ? error.message : String(error) });
  }
});
