import { randomUUID } from "node:crypto";
import { createWriteStream } from "node:fs";
import { mkdir, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { CliError, exitCodes } from "./command.ts";

/** Pieces are joined to so many characters before they are handed to the disk. */
const pieceLength = 1 << 16;

/**
 * Writes a text in pieces, whole or not at all: beside its place first, then moved there. A device
 * or a pipe is written to as it is.
 * @throws CliError that says which file could not be written and why
 */
export async function writeLines(
  file: string,
  lines: Iterable<string> | AsyncIterable<string>,
): Promise<void> {
  const found = await stat(file).catch(() => null);
  const inPlace = found !== null && !found.isFile() && !found.isDirectory();
  const partial = inPlace ? file : `${file}.${randomUUID()}.partial`;
  const text = Readable.from(joined(lines));
  try {
    if (found?.isDirectory()) throw Object.assign(new Error("a folder"), { code: "EISDIR" });
    await mkdir(dirname(file), { recursive: true });
    await pipeline(text, createWriteStream(partial));
    if (!inPlace) await rename(partial, file);
  } catch (error) {
    if (!inPlace) await rm(partial, { force: true });
    const code = (error as NodeJS.ErrnoException).code;
    // What goes wrong in making the text is not the file's fault.
    if (code === undefined || !/^E[A-Z]+$/.test(code)) throw error;
    throw new CliError(
      `cannot write ${file} (${code}): choose another place`,
      exitCodes.caseOrStore,
      error,
    );
  }
}

function joined(
  lines: Iterable<string> | AsyncIterable<string>,
): Iterable<string> | AsyncIterable<string> {
  return Symbol.asyncIterator in lines ? joinedAsTheyCome(lines) : joinedAtOnce(lines);
}

async function* joinedAsTheyCome(lines: AsyncIterable<string>): AsyncGenerator<string> {
  let text = "";
  for await (const line of lines) {
    text += line;
    if (text.length < pieceLength) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}

/** Nothing to wait for between two lines. */
function* joinedAtOnce(lines: Iterable<string>): Generator<string> {
  let text = "";
  for (const line of lines) {
    text += line;
    if (text.length < pieceLength) continue;
    yield text;
    text = "";
  }
  if (text !== "") yield text;
}
