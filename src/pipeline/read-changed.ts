import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Document, Problem } from "../document/document.ts";
import type { Assigned } from "../ingest/case/assign.ts";
import { createHtmlExtractor, type HtmlExtractor } from "../ingest/html/extractor.ts";
import { ingest, readBytes } from "../ingest/ingest.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Reader, ReaderOptions } from "../read/read.ts";
import type { Bytes } from "../store/bytes.ts";
import type { Entry, Store } from "../store/store.ts";
import { entryOf } from "./entry.ts";
import { fingerprint } from "./fingerprint.ts";
import { withinLimits } from "./limits.ts";
import { nothingRead } from "./packed.ts";
import { createReadPool, type PoolOptions } from "./read-pool.ts";
import type { Answer } from "./serve-reader.ts";

/** Documents that are kept together, and characters of text from which on fewer are. */
const batch = { documents: 64, characters: 4_000_000 };
/** As many may be on their way from file to store: what bounds the memory. */
const mostOnTheirWay = { documents: 256, characters: 8_000_000 };

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
  readonly pool?: PoolOptions;
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
 * as it was after some batch, and the next run goes on from there. Files are opened, texts are read
 * and readings are kept at the same time; none waits for another's batch.
 */
export async function readChanged(
  files: readonly Assigned[],
  context: ReadContext,
): Promise<ReadRun> {
  const { store } = context;
  const known = new Map((await store.documents()).map((one) => [one.id, one]));
  const kept = new Set<string>();
  const changed: Assigned[] = [];
  const unreadable: Problem[] = [];
  let changedBytes = 0;
  for (const assigned of files) {
    const before = known.get(assigned.file);
    const path = join(context.folder, assigned.file);
    if (!before) {
      // New: it is read in any case, so its bytes need not be looked at twice.
      changed.push(assigned);
      changedBytes += await sizeOf(path);
      continue;
    }
    const source = await readBytes(path, assigned.file, vanished);
    if (!("bytes" in source)) unreadable.push(source);
    else if (before.fingerprint === printOf(assigned, source.sha256, context))
      kept.add(assigned.file);
    else {
      changed.push(assigned);
      changedBytes += source.bytes.length;
    }
  }
  const pool = createReadPool(context, changedBytes, context.pool);
  const lanes = Math.min(pool.width, mostLanes);
  const extractors = Array.from({ length: lanes }, () => createHtmlExtractor());
  const keeper = createKeeper(store, (done) => context.progress(done, changed.length));
  const problems: (readonly Problem[])[] = [];
  let next = 0;
  const lane = async (html: HtmlExtractor): Promise<void> => {
    for (let at = next++; at < changed.length; at = next++) {
      const assigned = changed[at] as Assigned;
      const ready = await ingestOne(assigned, { context, html });
      if (!("document" in ready)) {
        problems[at] = ready.problems;
        continue;
      }
      const { document, readable, about } = ready;
      kept.add(document.id);
      await keeper.room(document.text.length);
      keeper.add(document, about, pool.read(readable));
    }
  };
  try {
    context.progress(0, changed.length);
    await Promise.all(extractors.map(lane));
    await keeper.done();
    context.progress(changed.length, changed.length);
  } finally {
    await Promise.all([...extractors.map((html) => html.close()), pool.close()]);
  }
  const gone = [...known.keys()].filter((id) => !kept.has(id));
  await store.remove(gone);
  return {
    read: keeper.kept(),
    removed: gone.length,
    problems: [...unreadable, ...problems.flat()],
  };
}

/** Files that are opened at the same time, each lane with a thread of its own for web pages. */
const mostLanes = 2;

type About = {
  readonly sourceId: string;
  readonly fingerprint: string;
  readonly problems: readonly Problem[];
};

/** The kept document, and as much of it as is read. */
type Ready = { readonly document: Document; readonly readable: Document; readonly about: About };

/** What is said of a file that the folder listed and that is not there to be read. */
const vanished = "no such file (it may have vanished while reading)";

async function ingestOne(
  assigned: Assigned,
  { context, html }: { context: ReadContext; html: HtmlExtractor },
): Promise<Ready | { readonly problems: readonly Problem[] }> {
  const { file, sourceId, declared } = assigned;
  const source = await readBytes(join(context.folder, file), file, vanished);
  if (!("bytes" in source)) return { problems: [source] };
  const result = await ingest(source, { id: file, file }, { html }, declared);
  if (!result.document) return { problems: result.problems };
  await context.bytes.keep(source.sha256, source.bytes);
  const { document, readable, problems } = withinLimits(result.document);
  return {
    document,
    readable,
    about: {
      sourceId: sourceId ?? file,
      fingerprint: printOf(assigned, source.sha256, context),
      problems: [...result.problems, ...problems],
    },
  };
}

type Keeper = {
  /** Waits until so many characters more may be on their way. */
  readonly room: (characters: number) => Promise<void>;
  /** Keeps the document with its readings once they are there. */
  readonly add: (document: Document, about: About, answer: Promise<Answer>) => void;
  /** When all that was added is kept. */
  readonly done: () => Promise<void>;
  readonly kept: () => number;
};

/** Keeps documents in batches, one batch at a time, as their readings come. */
function createKeeper(store: Store, progress: (kept: number) => void): Keeper {
  let ready: Entry[] = [];
  let readyCharacters = 0;
  let kept = 0;
  const onTheirWay = { documents: 0, characters: 0 };
  const waiting: (() => void)[] = [];
  let failure: { readonly error: unknown } | undefined;
  let last: Promise<void> = Promise.resolve();
  const wake = (): void => {
    for (const go of waiting.splice(0)) go();
  };
  const fail = (error: unknown): void => {
    failure ??= { error };
    wake();
  };
  const flush = (): void => {
    const entries = ready;
    ready = [];
    readyCharacters = 0;
    last = last
      .then(async () => {
        if (failure) return;
        await store.put(entries);
        kept += entries.length;
        onTheirWay.documents -= entries.length;
        for (const { document } of entries) onTheirWay.characters -= document.text.length;
        progress(kept);
        wake();
      })
      .catch(fail);
  };
  const isFull = (characters: number): boolean =>
    onTheirWay.documents >= mostOnTheirWay.documents ||
    (onTheirWay.documents > 0 && onTheirWay.characters + characters > mostOnTheirWay.characters);
  const check = (): void => {
    if (failure) throw failure.error;
  };
  const next = (): Promise<void> => new Promise((resolve) => waiting.push(resolve));
  return {
    room: async (characters) => {
      check();
      while (isFull(characters)) {
        // The last few may be too few for a batch, and nobody would wake this one.
        if (ready.length === onTheirWay.documents) flush();
        await next();
        check();
      }
      onTheirWay.documents++;
      onTheirWay.characters += characters;
    },
    add: (document, about, answer) => {
      answer
        .then((readings) => {
          ready.push(entryFrom(document, about, readings));
          readyCharacters += document.text.length;
          if (ready.length >= batch.documents || readyCharacters >= batch.characters) flush();
          else wake();
        })
        .catch(fail);
    },
    done: async () => {
      while (!failure && onTheirWay.documents > 0) {
        if (ready.length > 0 && ready.length === onTheirWay.documents) flush();
        await next();
      }
      await last;
      check();
    },
    kept: () => kept,
  };
}

/** What is kept of a document; without readings it is an excerpt that the next run tries again. */
function entryFrom(document: Document, about: About, answer: Answer): Entry {
  if ("packed" in answer) return entryOf(document, answer.packed, about);
  const problem: Problem = {
    file: document.file,
    line: null,
    message: `its text could not be read: ${answer.failed}`,
    mend: "look at what it holds, split it, or leave it out; the next run tries it again",
  };
  const unread: Document = { ...document, completeness: "excerpt" };
  return entryOf(unread, nothingRead(document), {
    ...about,
    fingerprint: `${about.fingerprint} unread`,
    problems: [...about.problems, problem],
  });
}

/** Bytes of a file; 0 where it is not there to be asked. */
async function sizeOf(path: string): Promise<number> {
  return stat(path).then(
    ({ size }) => size,
    () => 0,
  );
}

/** What the readings of one document depend on. */
function printOf({ file, sourceId, declared }: Assigned, sha256: string, context: ReadContext) {
  return fingerprint(context.readerPrint, file, sha256, sourceId, declared);
}
