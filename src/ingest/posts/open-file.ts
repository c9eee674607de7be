import { createReadStream } from "node:fs";
import { open, stat } from "node:fs/promises";
import type { Readable } from "node:stream";
import { createGunzip } from "node:zlib";
import { InputError } from "../../document/errors.ts";
import { isParquet, parquetLines } from "./parquet-lines.ts";

/** How much of a file is looked at to tell what it is, in bytes after unpacking. */
const sampleBytes = 64 * 1024;

/** How much is read at once, in bytes. */
const pieceBytes = 256 * 1024;

export type OpenFile = {
  /** The first bytes, unpacked; of Parquet its first rows as JSON by lines. */
  readonly sample: Buffer;
  /** Its bytes are those of no text: they are handed over as JSON by lines. */
  readonly parquet: boolean;
  /** All bytes from the first one, unpacked. */
  readonly bytes: () => AsyncGenerator<Buffer>;
  /** Whether a packed file broke off before its end, as far as it was read. */
  readonly brokeOff: () => boolean;
};

/**
 * Opens a file of any size, plain, gzip or Parquet, told by its content. A packed file that breaks off is
 * read as far as it goes.
 * @throws InputError where there is no such file, or it cannot be read
 */
export async function openFile(path: string): Promise<OpenFile> {
  const start = await startOf(path);
  const packed = start[0] === 0x1f && start[1] === 0x8b;
  const parquet = isParquet(start);
  let broken = false;
  const bytes = async function* (): AsyncGenerator<Buffer> {
    try {
      yield* parquet ? parquetLines(path) : piecesOf(path, packed);
    } catch (error) {
      if (!packed || !String(codeOf(error)).startsWith("Z_")) throw unreadable(path, error);
      broken = true;
    }
  };
  const pieces: Buffer[] = [];
  let length = 0;
  for await (const piece of bytes()) {
    pieces.push(piece);
    length += piece.length;
    if (length >= sampleBytes) break;
  }
  const sample = Buffer.concat(pieces).subarray(0, sampleBytes);
  return { sample, parquet, bytes, brokeOff: () => broken };
}

/** Enough to tell how a file is packed, in bytes. */
const startBytes = 4;

async function startOf(path: string): Promise<Buffer> {
  try {
    // Before it is opened: opening a pipe waits for somebody who writes.
    const found = await stat(path);
    if (found.isDirectory())
      throw new InputError("a folder, not a file (name the files in it)", { path });
    if (!found.isFile()) throw new InputError("not a file (save the posts as a file)", { path });
    const handle = await open(path, "r");
    try {
      const { buffer, bytesRead } = await handle.read(Buffer.alloc(startBytes), 0, startBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (error) {
    throw unreadable(path, error);
  }
}

async function* piecesOf(path: string, packed: boolean): AsyncGenerator<Buffer> {
  const file = createReadStream(path, { highWaterMark: pieceBytes });
  let stream: Readable = file;
  if (packed) {
    const unpacking = createGunzip({ chunkSize: pieceBytes });
    file.on("error", (error) => unpacking.destroy(error));
    stream = file.pipe(unpacking);
  }
  try {
    for await (const piece of stream) yield piece as Buffer;
  } finally {
    file.destroy();
    stream.destroy();
  }
}

function codeOf(error: unknown): unknown {
  return (error as { code?: unknown }).code;
}

function unreadable(path: string, cause: unknown): InputError {
  if (cause instanceof InputError) return cause;
  const code = codeOf(cause);
  if (code === "ENOENT") return new InputError("no such file (check the path)", { path, cause });
  if (code === "EACCES" || code === "EPERM")
    return new InputError("no permission to read it (give yourself the right to read the file)", {
      path,
      cause,
    });
  return new InputError(`cannot be read: ${String(code)} (check the disk and the path)`, {
    path,
    cause,
  });
}
