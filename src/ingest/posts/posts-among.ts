import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import picomatch from "picomatch";
import type { Problem } from "../../document/document.ts";
import { InputError } from "../../document/errors.ts";
import type { LoadedCase } from "../case/load.ts";
import { binaryKind } from "../decode.ts";
import { formatOf } from "../formats.ts";
import { problem } from "../problem.ts";
import { type Asked, chooseFormat } from "./choose-format.ts";
import { decodeStream } from "./decode-stream.ts";
import type { PostFormat } from "./format.ts";
import { postFormats } from "./formats.ts";
import { openFile } from "./open-file.ts";
import { sampleOf } from "./sample.ts";

/** A file of posts in a case, by its path from the case folder. */
export type PostsFile = {
  readonly file: string;
  readonly format: PostFormat;
  /** What the case file says of it; empty for most. */
  readonly asked: Asked;
};

export type Among = {
  readonly posts: readonly PostsFile[];
  readonly others: readonly string[];
  /** Files that the case file declares as posts, but that cannot be read as it says. */
  readonly problems: readonly Problem[];
};

/**
 * Tells the files of a case that hold posts, by what the case file declares and else by how they
 * begin, from all others. Pages, Word and Markdown files are documents; texts are posts where they
 * are JSON or packed.
 * @param loaded the case file, for its `posts`
 */
export async function postsAmong(
  folder: string,
  files: readonly string[],
  loaded: Pick<LoadedCase, "file" | "isOwn" | "value" | "lineOf"> | null = null,
): Promise<Among> {
  const posts: PostsFile[] = [];
  const others: string[] = [];
  const problems: Problem[] = [];
  const unmatched = new Set(Object.keys(loaded?.value.posts ?? {}));
  const declared = Object.entries(loaded?.value.posts ?? {}).map(([pattern, asked]) => {
    const isOf = picomatch(pattern.replace(/^\.\//, ""));
    return { pattern, asked, isOf };
  });
  for (const file of files) {
    const told = declared.find(({ isOf }) => isOf(file));
    if (told) {
      unmatched.delete(told.pattern);
      try {
        const { sample } = await openFile(join(folder, file));
        const { chosen } = await chooseFormat(file, sample, told.asked);
        posts.push({ file, format: chosen, asked: told.asked });
      } catch (error) {
        if (!(error instanceof InputError)) throw error;
        problems.push(problemAt(file, error));
      }
      continue;
    }
    const format = await postFormatIn(join(folder, file));
    if (format) posts.push({ file, format, asked: {} });
    else others.push(file);
  }
  if (loaded?.isOwn)
    for (const pattern of unmatched)
      problems.push(
        problem(
          loaded.file,
          `no file matches "${pattern}" of posts`,
          "check the pattern and the file's name",
          loaded.lineOf(["posts", pattern]),
        ),
      );
  return { posts, others, problems };
}

/** What the message says in brackets is the mend. */
function problemAt(file: string, { message }: InputError): Problem {
  const at = message.lastIndexOf(" (");
  return at < 0
    ? problem(file, message, "look at `posts` in case.yaml")
    : problem(file, message.slice(0, at), message.slice(at + 2, -1));
}

async function postFormatIn(path: string): Promise<PostFormat | null> {
  const named = formatOf(path);
  if (named !== null && named !== "text") return null;
  try {
    if (named === "text" && !mayBePosts(path)) return null;
    const { sample } = await openFile(path);
    if (sample.length === 0 || binaryKind(sample)) return null;
    const parts: string[] = [];
    for await (const part of decodeStream(once(sample))) parts.push(part);
    const whole = sampleOf(parts.join(""));
    return postFormats.find((one) => one.recognises(whole)) ?? null;
  } catch (error) {
    // Whoever reads it as a document says why it cannot be read.
    if (error instanceof InputError || isSystemError(error)) return null;
    throw error;
  }
}

/** How much of a text is looked at first: every text of a case is, each time. */
const firstBytes = 64;

function mayBePosts(path: string): boolean {
  const file = openSync(path, "r");
  try {
    const bytes = Buffer.alloc(firstBytes);
    const start = bytes.subarray(0, readSync(file, bytes));
    if (start[0] === 0x1f && start[1] === 0x8b) return true;
    return /^\ufeff?\s*[[{]/.test(start.toString("utf8"));
  } finally {
    closeSync(file);
  }
}

function isSystemError(error: unknown): boolean {
  return typeof (error as NodeJS.ErrnoException).code === "string";
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
