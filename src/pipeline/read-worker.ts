import { parentPort, workerData } from "node:worker_threads";
import type { Document } from "../document/document.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import { createReader, type ReaderOptions } from "../read/read.ts";

const { lexicon, options } = (workerData as { input: { lexicon: Lexicon; options: ReaderOptions } })
  .input;
const read = createReader(lexicon, options);

/** Answers a batch of documents with their readings, in order. */
parentPort?.on("message", (documents: readonly Document[]) => {
  parentPort?.postMessage(documents.map((document) => read(document)));
});
