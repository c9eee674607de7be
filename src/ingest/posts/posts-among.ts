import { closeSync, openSync, readSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../../document/errors.ts";
import { binaryKind } from "../decode.ts";
import { formatOf } from "../formats.ts";
import { decodeStream } from "./decode-stream.ts";
import type { PostFormat } from "./format.ts";
import { postFormats } from "./formats.ts";
import { openFile } from "./open-file.ts";
import { sampleOf } from "./sample.ts";

/** A file of posts in a case, by its path from the case folder. */
export type PostsFile = { readonly file: string; readonly format: PostFormat };

/**
 * Tells the files of a case that hold posts, by how they begin, from all others. Pages, Word and
 * Markdown files are documents; texts are posts where they are JSON or packed.
 */
export async function postsAmong(
  folder: string,
  files: readonly string[],
): Promise<{ readonly posts: readonly PostsFile[]; readonly others: readonly string[] }> {
  const posts: PostsFile[] = [];
  const others: string[] = [];
  for (const file of files) {
    const format = await postFormatIn(join(folder, file));
    if (format) posts.push({ file, format });
    else others.push(file);
  }
  return { posts, others };
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
