import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { constants, copyFile, link, mkdir, open, realpath, rm, stat } from "node:fs/promises";
import { extname, join, sep } from "node:path";
import { InputError } from "../document/errors.ts";
import { formatOf } from "../ingest/formats.ts";
import { maxFileBytes } from "../ingest/limits.ts";
import { postsAmong } from "../ingest/posts/posts-among.ts";
import { formatBytes } from "../ingest/problem.ts";
import { otherName, safeName } from "../ingest/safe-name.ts";

/** Largest file of posts that is taken through the workbench; larger ones are copied into the folder. */
export const maxPostsBytes = 512 * 1024 * 1024;
/** Names that are tried for a file whose name is taken. */
const mostNames = 1000;

/** What became of a file: kept as `file`, or its very bytes lie there already. */
export type Added = { readonly outcome: "added" | "there"; readonly file: string };

/**
 * Puts a file into a case's folder, under a name that leads nowhere else, and never over another
 * file. It is written aside first, so that no half of it is ever a document. `known` names files of
 * the case by the SHA-256 of their bytes, and is told of the new one.
 * @throws InputError for what Parallax does not read, or what is too large.
 */
export async function addFile(
  folder: string,
  given: string,
  bytes: AsyncIterable<Uint8Array>,
  known: Map<string, string> = new Map(),
): Promise<Added> {
  const wanted = safeName(given);
  if (wanted === null) throw refused(given, "has no name", "give the file a name");
  const name = wanted.slice(wanted.lastIndexOf("/") + 1);
  if (/^case\.ya?ml$/i.test(name))
    throw refused(given, "is a case file, not a document", "declare the case under Set up instead");
  // A dot file is no document, so a run that starts meanwhile does not see it.
  const aside = join(folder, `.adding-${randomUUID()}${extname(name)}`);
  try {
    const { sha256, sizeBytes } = await write(aside, bytes, given, mostBytesOf(name));
    if (sizeBytes === 0) throw refused(given, "is empty", "save the text again");
    await checkRead(folder, aside, given, sizeBytes);
    const before = known.get(sha256);
    if (before !== undefined && (await hashOf(join(folder, before))) === sha256)
      return { outcome: "there", file: before };
    await makeFolder(folder, wanted, given);
    for (let nth = 1; nth <= mostNames; nth++) {
      const file = otherName(wanted, nth);
      const path = join(folder, file);
      try {
        // Fails where the name is taken, unlike renaming.
        await link(aside, path).catch((error: NodeJS.ErrnoException) => {
          if (error.code === "EEXIST") throw error;
          // Not every disk has links.
          return copyFile(aside, path, constants.COPYFILE_EXCL);
        });
        known.set(sha256, file);
        return { outcome: "added", file };
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
        if ((await hashOf(path)) === sha256) return { outcome: "there", file };
      }
    }
    throw refused(given, "every name for it is taken", "give it another name");
  } finally {
    await rm(aside, { force: true });
  }
}

/** The largest file of this name that is taken, in bytes; what may hold posts may be larger. */
export function mostBytesOf(name: string): number {
  const format = formatOf(name);
  return format === null || format === "text" ? maxPostsBytes : maxFileBytes;
}

async function write(
  path: string,
  bytes: AsyncIterable<Uint8Array>,
  given: string,
  mostBytes: number,
): Promise<{ sha256: string; sizeBytes: number }> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  const file = await open(path, "wx");
  try {
    for await (const part of bytes) {
      sizeBytes += part.length;
      if (sizeBytes > mostBytes) throw tooLarge(given, mostBytes);
      hash.update(part);
      await file.writeFile(part);
    }
    await file.sync();
  } finally {
    await file.close();
  }
  return { sha256: hash.digest("hex"), sizeBytes };
}

/** @throws InputError where it is neither a document's format nor an export of posts. */
async function checkRead(folder: string, aside: string, given: string, sizeBytes: number) {
  const file = aside.slice(folder.length).replace(/^[\\/]/, "");
  const { posts } = await postsAmong(folder, [file]);
  if (posts.length > 0) return;
  if (formatOf(file) === null)
    throw refused(
      given,
      "this format is not read",
      "save its text as .docx, .txt, .md or .html, or export the posts as .csv, .json or .ndjson",
    );
  if (sizeBytes > maxFileBytes) throw tooLarge(given, maxFileBytes);
}

/** Makes the folders on the way; a link that leads out of the case is not followed. */
async function makeFolder(folder: string, file: string, given: string): Promise<void> {
  const root = await realpath(folder);
  let here = root;
  for (const part of file.split("/").slice(0, -1)) {
    here = join(here, part);
    await mkdir(here).catch((error: NodeJS.ErrnoException) => {
      if (error.code !== "EEXIST") throw error;
    });
    const real = await realpath(here);
    if (!real.startsWith(root + sep))
      throw refused(given, `${part} is a link out of the case`, "choose another folder");
    if (!(await stat(here)).isDirectory())
      throw refused(given, `${part} is a file, not a folder`, "choose another folder");
  }
}

/** Null where there is no such file. */
async function hashOf(path: string): Promise<string | null> {
  const hash = createHash("sha256");
  try {
    for await (const part of createReadStream(path)) hash.update(part as Buffer);
  } catch {
    return null;
  }
  return hash.digest("hex");
}

function tooLarge(given: string, mostBytes: number): InputError {
  return refused(
    given,
    `is larger than ${formatBytes(mostBytes)}`,
    "split it, or copy it into the folder of the case yourself",
  );
}

function refused(given: string, message: string, mend: string): InputError {
  return new InputError(`${message} (${mend})`, { path: given });
}
