import { join } from "node:path";
import type { Document, Problem } from "../document/document.ts";
import type { Assigned } from "../ingest/case/assign.ts";
import { createHtmlExtractor, type HtmlExtractor } from "../ingest/html/extractor.ts";
import { ingest, readBytes } from "../ingest/ingest.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Reader, ReaderOptions } from "../read/read.ts";
import type { Bytes } from "../store/bytes.ts";
import type { Store } from "../store/store.ts";
import { entryOf } from "./entry.ts";
import { fingerprint } from "./fingerprint.ts";
import { createReadPool } from "./read-pool.ts";

/** Documents that are ingested, read and kept together. */
const batchSize = 32;

export type ReadContext = {
  readonly folder: string;
  readonly store: Store;
  readonly bytes: Bytes;
  readonly lexicon: Lexicon;
  readonly readerOptions: ReaderOptions;
  /** The reader of this thread. */
  readonly reader: () => Reader;
  /** What all readings depend on: the reader's code, the word lists and its options. */
  readonly readerPrint: string;
  readonly progress: (done: number, total: number) => void;
};

export type ReadRun = {
  readonly read: number;
  readonly removed: number;
  /** Of files that gave no document. */
  readonly problems: readonly Problem[];
};

/**
 * Brings the kept documents in line with the files: reads what is new or changed, removes what is
 * gone or can no longer be read. A batch is kept whole or not at all, so a crash leaves the case
 * as it was after some batch, and the next run goes on from there.
 */
export async function readChanged(
  files: readonly Assigned[],
  context: ReadContext,
): Promise<ReadRun> {
  const { store } = context;
  const known = new Map((await store.documents()).map((one) => [one.id, one]));
  const problems: Problem[] = [];
  const kept = new Set<string>();
  const changed: Assigned[] = [];
  let changedBytes = 0;
  for (const assigned of files) {
    const source = await readBytes(join(context.folder, assigned.file), assigned.file, vanished);
    if (!("bytes" in source)) problems.push(source);
    else if (known.get(assigned.file)?.fingerprint === printOf(assigned, source.sha256, context))
      kept.add(assigned.file);
    else {
      changed.push(assigned);
      changedBytes += source.bytes.length;
    }
  }
  const html = createHtmlExtractor();
  const pool = createReadPool(context, changedBytes);
  let read = 0;
  try {
    const stride = batchSize * pool.width;
    for (let at = 0; at < changed.length; at += stride) {
      context.progress(at, changed.length);
      const results = await Promise.all(
        Array.from({ length: pool.width }, async (_, index) => {
          const from = at + index * batchSize;
          const ready = await ingestAll(changed.slice(from, from + batchSize), { context, html });
          problems.push(...ready.problems);
          const readings = await pool.read(ready.documents.map(({ document }) => document));
          return ready.documents.flatMap(({ document, about }, place) => {
            const one = readings[place];
            return one ? [entryOf(document, one, about)] : [];
          });
        }),
      );
      const entries = results.flat();
      await store.put(entries);
      for (const entry of entries) kept.add(entry.document.id);
      read += entries.length;
    }
    context.progress(changed.length, changed.length);
  } finally {
    await Promise.all([html.close(), pool.close()]);
  }
  const gone = [...known.keys()].filter((id) => !kept.has(id));
  await store.remove(gone);
  return { read, removed: gone.length, problems };
}

type Ready = {
  readonly document: Document;
  readonly about: { sourceId: string; fingerprint: string; problems: readonly Problem[] };
};

/** What is said of a file that the folder listed and that is not there to be read. */
const vanished = "no such file (it may have vanished while reading)";

async function ingestAll(
  batch: readonly Assigned[],
  { context, html }: { context: ReadContext; html: HtmlExtractor },
): Promise<{ documents: readonly Ready[]; problems: readonly Problem[] }> {
  const documents: Ready[] = [];
  const problems: Problem[] = [];
  for (const assigned of batch) {
    const { file, sourceId, declared } = assigned;
    const source = await readBytes(join(context.folder, file), file, vanished);
    if (!("bytes" in source)) {
      problems.push(source);
      continue;
    }
    const result = await ingest(source, { id: file, file }, { html }, declared);
    if (!result.document) {
      problems.push(...result.problems);
      continue;
    }
    await context.bytes.keep(source.sha256, source.bytes);
    documents.push({
      document: result.document,
      about: {
        sourceId: sourceId ?? file,
        fingerprint: printOf(assigned, source.sha256, context),
        problems: result.problems,
      },
    });
  }
  return { documents, problems };
}

/** What the readings of one document depend on. */
function printOf({ file, sourceId, declared }: Assigned, sha256: string, context: ReadContext) {
  return fingerprint(context.readerPrint, file, sha256, sourceId, declared);
}
