import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { stat } from "node:fs/promises";
import { join } from "node:path";
import type { Problem } from "../document/document.ts";
import { InputError } from "../document/errors.ts";
import type { PostRecord } from "../document/post.ts";
import { mapAgain } from "../ingest/posts/map-again.ts";
import type { PostsFile } from "../ingest/posts/posts-among.ts";
import { readPosts } from "../ingest/posts/read-posts.ts";
import { readPost } from "../read/post/read-post.ts";
import {
  type PostTotals,
  postFiles,
  postTotals,
  putPostFile,
  type ReadRecord,
  rawRecords,
  removePostFiles,
  type StoredPostFile,
  touchPostFile,
  unmappedRecords,
} from "../store/posts/case-posts.ts";
import type { Store } from "../store/store.ts";
import { fingerprint, folderFingerprint, room } from "./fingerprint.ts";

/** The posts of a case. */
export type CasePosts = PostTotals & {
  readonly files: readonly StoredPostFile[];
  /** Records that could not be made posts; they are kept as they stood. */
  readonly unmapped: number;
  /** What this run had to do, in files. */
  readonly run: { readonly read: number; readonly mappedAgain: number; readonly removed: number };
  /** Files that could not be read, and the first records of each that could not be mapped. */
  readonly problems: readonly Problem[];
};

export type ImportContext = {
  readonly folder: string;
  readonly store: Store;
  /** Told now and then with the records read so far. */
  readonly progress: (records: number) => void;
  /** What posts depend on beside the bytes of their file. */
  readonly mapping?: string;
  /** So many characters of records are kept at a time; for tests. */
  readonly batchCharacters?: number;
};

/** Records that could not be mapped are told one by one up to so many a file; all are counted. */
const mostToldPerFile = 20;
const progressEvery = 1000;

/**
 * Brings the kept posts in line with the files: imports what is new or changed, maps again what was
 * kept where the mapping is another, removes what is gone. A file that cannot be read is a problem,
 * and its posts leave the case.
 */
export async function importPosts(
  files: readonly PostsFile[],
  context: ImportContext,
): Promise<CasePosts> {
  const print = context.mapping ?? mappingPrint();
  const connection = await context.store.connect();
  try {
    const known = new Map((await postFiles(connection)).map((one) => [one.file, one]));
    const problems: Problem[] = [];
    const kept = new Set<string>();
    const run = { read: 0, mappedAgain: 0, removed: 0 };
    const counted = counting(context.progress);
    for (const { file, format, asked } of files) {
      const mapping = Object.keys(asked).length > 0 ? fingerprint(print, asked) : print;
      const path = join(context.folder, file);
      try {
        const before = known.get(file);
        const { sizeBytes, modifiedMs } = await standing(path);
        const sameStanding = before?.sizeBytes === sizeBytes && before.modifiedMs === modifiedMs;
        const sha256 = sameStanding ? before.sha256 : await hashOf(path);
        const next = {
          file,
          format: format.name,
          container: format.container,
          sha256,
          sizeBytes,
          modifiedMs,
          mapping,
        };
        if (before?.sha256 !== sha256 || before.container !== format.container) {
          const records = counted(readPosts(path, { ...asked, format: format.name }));
          await putPostFile(connection, next, records, context.batchCharacters);
          run.read++;
        } else if (before.mapping !== mapping) {
          const other = await context.store.connect();
          try {
            const again = mappedAgain(file, rawRecords(other, before.import), format);
            await putPostFile(connection, next, counted(again), context.batchCharacters);
          } finally {
            other.closeSync();
          }
          run.mappedAgain++;
        } else if (!sameStanding) await touchPostFile(connection, file, modifiedMs);
        kept.add(file);
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push(problemOf(file, error));
      }
    }
    const gone = [...known.keys()].filter((file) => !kept.has(file));
    await removePostFiles(connection, gone);
    run.removed = gone.length;
    const stored = await postFiles(connection);
    return {
      ...(await postTotals(connection)),
      files: stored,
      unmapped: stored.reduce((sum, { unmapped }) => sum + unmapped, 0),
      run,
      problems: [...problems, ...(await problemsOf(stored))],
    };

    async function problemsOf(all: readonly StoredPostFile[]): Promise<Problem[]> {
      const told = await unmappedRecords(connection, mostToldPerFile);
      return all.flatMap(({ file, records, unmapped }) => [
        ...told.filter((one) => one.file === file),
        ...(unmapped > mostToldPerFile
          ? [
              {
                file,
                line: null,
                message: `in all ${unmapped.toLocaleString("en")} of ${records.toLocaleString("en")} records could not be made posts; they are kept`,
                mend: "look at the first ones above",
              },
            ]
          : []),
      ]);
    }
  } finally {
    connection.closeSync();
  }
}

/** The code by which records become posts; what changes there maps all records again. */
function mappingPrint(): string {
  return fingerprint(
    folderFingerprint([join(room("ingest"), "posts"), join(room("read"), "post")]),
  );
}

async function* mappedAgain(
  file: string,
  records: ReturnType<typeof rawRecords>,
  format: PostsFile["format"],
): AsyncGenerator<PostRecord> {
  for await (const kept of records) yield mapAgain(file, kept, format);
}

function counting(progress: ImportContext["progress"]) {
  let count = 0;
  return async function* (records: AsyncIterable<PostRecord>): AsyncGenerator<ReadRecord> {
    for await (const record of records) {
      if (++count % progressEvery === 0) progress(count);
      yield { record, reading: record.post ? readPost(record.post) : null };
    }
  };
}

async function standing(path: string): Promise<{ sizeBytes: number; modifiedMs: number }> {
  try {
    const { size, mtimeMs } = await stat(path);
    return { sizeBytes: size, modifiedMs: mtimeMs };
  } catch (cause) {
    throw unreadable(path, cause);
  }
}

async function hashOf(path: string): Promise<string> {
  const hash = createHash("sha256");
  try {
    for await (const piece of createReadStream(path)) hash.update(piece as Buffer);
  } catch (cause) {
    throw unreadable(path, cause);
  }
  return hash.digest("hex");
}

function unreadable(path: string, cause: unknown): InputError {
  const code = (cause as NodeJS.ErrnoException).code ?? "unknown error";
  return new InputError(`cannot be read (${code}: check the file and its permissions)`, {
    path,
    cause,
  });
}

/** What was wrong, without what the command line could do about it. */
function problemOf(file: string, { message, line }: InputError): Problem {
  return {
    file,
    line,
    message: message.replace(/ \(.*\)$/s, ""),
    mend: "export the posts again, or move the file out of the case",
  };
}
