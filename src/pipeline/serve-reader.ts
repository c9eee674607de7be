import { parentPort, workerData } from "node:worker_threads";
import type { Document } from "../document/document.ts";
import { documentOf } from "../document/document-of.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Reader, ReaderOptions } from "../read/read.ts";
import { type Packed, pack } from "./packed.ts";

/** What a reading thread is given when it starts. */
export type ThreadInput = {
  readonly lexicon: Lexicon;
  readonly options: ReaderOptions;
  /** One number: twice the documents that are done, and one more while one is being read. */
  readonly counter: Int32Array;
};

/** What a thread answers to each document, in order. */
export type Answer = { readonly packed: Packed } | { readonly failed: string };

/** In a thread: answers each document it is sent. */
export function serveReader(create: (lexicon: Lexicon, options: ReaderOptions) => Reader): void {
  const { lexicon, options, counter } = (workerData as { input: ThreadInput }).input;
  const read = create(lexicon, options);
  // Loads what the reader loads at its first document: that time is nobody's.
  read(firstDocument);
  parentPort?.on("message", (document: Document) => {
    Atomics.add(counter, 0, 1);
    const answer = answerTo(document, read);
    Atomics.add(counter, 0, 1);
    if ("packed" in answer) {
      const { paragraphs, places } = answer.packed;
      const buffers = [paragraphs.buffer, places.buffer] as ArrayBuffer[];
      parentPort?.postMessage(answer, buffers);
    } else parentPort?.postMessage(answer);
  });
}

const firstDocument = documentOf("It rained for three days.", { language: null });

/** The readings, or what went wrong: one document never stops the others. */
export function answerTo(document: Document, read: Reader): Answer {
  try {
    return { packed: pack(document, read(document)) };
  } catch (error) {
    return { failed: error instanceof Error ? error.message : String(error) };
  }
}
