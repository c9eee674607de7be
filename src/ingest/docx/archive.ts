import type { Readable } from "node:stream";
import { type Entry, fromBufferPromise } from "yauzl";
import { maxArchiveEntries, maxPartBytes } from "../limits.ts";
import { formatBytes } from "../problem.ts";

/** Why an archive is not read: what is wrong with it, for the user. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/**
 * Unpacks the named parts of a ZIP archive, as far as they are there. Nothing else is unpacked, so
 * that archives inside the archive stay closed; names that lead out of it, sizes that are not what
 * the archive says, and parts over `maxPartBytes` end the reading. Of two parts of one name the first counts.
 * @throws ArchiveError
 */
export async function unpackParts(
  bytes: Uint8Array,
  wanted: (name: string) => boolean,
): Promise<ReadonlyMap<string, string>> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const parts = new Map<string, string>();
  try {
    const archive = await fromBufferPromise(buffer, { strictFileNames: true });
    let seen = 0;
    for await (const entry of archive.eachEntry()) {
      seen++;
      if (seen > maxArchiveEntries)
        throw new ArchiveError(`it holds more than ${maxArchiveEntries} parts`);
      if (!wanted(entry.fileName) || parts.has(entry.fileName)) continue;
      checkEntry(entry);
      parts.set(entry.fileName, await textOf(await archive.openReadStreamPromise(entry)));
    }
    return parts;
  } catch (cause) {
    if (cause instanceof ArchiveError) throw cause;
    throw new ArchiveError(`a damaged archive: ${cause instanceof Error ? cause.message : cause}`);
  }
}

function checkEntry(entry: Entry): void {
  if (entry.isEncrypted()) throw new ArchiveError("protected by a password");
  if (entry.uncompressedSize > maxPartBytes)
    throw new ArchiveError(
      `its ${entry.fileName} is ${formatBytes(entry.uncompressedSize)} unpacked (the limit is ${formatBytes(maxPartBytes)})`,
    );
}

async function textOf(stream: Readable): Promise<string> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let text = "";
  for await (const chunk of stream) text += decoder.decode(chunk as Uint8Array, { stream: true });
  return text + decoder.decode();
}
