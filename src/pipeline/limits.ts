import { availableParallelism, totalmem } from "node:os";
import type { Document, Problem } from "../document/document.ts";

/**
 * So much of one text is read (UTF-16 code units, about 300,000 words: a long book). What follows
 * is kept and shown, and the document counts as an excerpt.
 */
export const longestRead = 2_000_000;
/** So long the reading of one document may take; then it is given up. Ten times what it ever takes. */
export const readTimeLimitSeconds = 60;
/** From so many characters on a document is read in a thread, where it can be stopped. */
export const threadFrom = 200_000;
/** From this many bytes of files on, starting threads for all documents pays (a second each). */
export const threadsPayBytes = 3_000_000;

/**
 * From so many words on (about 40 articles) a case is read and compared in threads where others are
 * answered meanwhile: comparing fewer takes no second, and starting the threads takes one.
 */
export const asideFromWords = 20_000;

/** Most memory that a reading thread may take for what it keeps, and for what it drops at once. */
export const threadMemoryMb = { kept: 384, young: 32 };
/** What a thread takes at most beside that: code, the language model, texts on their way. */
const threadOverheadMb = 100;
/** All threads together may take this share of the machine's memory. */
const memoryShare01 = 0.5;

/** How many threads read at the same time: one for each core, as far as memory goes. */
export function readingThreads(
  cores = availableParallelism(),
  memoryBytes = Math.min(totalmem(), process.constrainedMemory() || Number.POSITIVE_INFINITY),
): number {
  const eachMb = threadMemoryMb.kept + threadMemoryMb.young + threadOverheadMb;
  const fit = Math.floor((memoryBytes * memoryShare01) / 1e6 / eachMb);
  return Math.max(1, Math.min(cores, fit));
}

/**
 * The document as far as it is read, and what is to be said of the rest. The text that is kept stays
 * whole; only `readable` is given to the reader.
 */
export function withinLimits(document: Document): {
  readonly document: Document;
  readonly readable: Document;
  readonly problems: readonly Problem[];
} {
  const { text } = document;
  if (text.length <= longestRead) return { document, readable: document, problems: [] };
  const cut = text.slice(0, cutAt(text));
  const excerpt: Document = { ...document, completeness: "excerpt" };
  return {
    document: excerpt,
    readable: { ...excerpt, text: cut },
    problems: [
      {
        file: document.file,
        line: null,
        message: `too long to be read whole: of ${text.length.toLocaleString("en")} characters the first ${cut.length.toLocaleString("en")} were read`,
        mend: "split it into one file per text",
      },
    ],
  };
}

/** Before the last paragraph that does not fit, or else between two characters. */
function cutAt(text: string): number {
  const line = text.lastIndexOf("\n", longestRead - 1) + 1;
  if (line > longestRead / 2) return line;
  const last = text.charCodeAt(longestRead - 1);
  return last >= 0xd800 && last <= 0xdbff ? longestRead - 1 : longestRead;
}
