import { InputError } from "../../document/errors.ts";
import type { PostRecord } from "../../document/post.ts";
import { problem } from "../problem.ts";
import { type Asked, chooseFormat, knownFormats } from "./choose-format.ts";
import type { Contained } from "./container.ts";
import { containers } from "./containers.ts";
import type { PostFormat, Unmapped } from "./format.ts";
import { openFile } from "./open-file.ts";

/** So many records may fail at the beginning of a file before it is taken to be of another format. */
const triedRecords = 100;

/** How much is kept of them until it is known, in UTF-16 code units. */
const triedLength = 32 * 1024 * 1024;

/**
 * Reads the posts of a file of any size, plain or gzip, in bounded memory: each record as a post or
 * as what is wrong with it, in the file's order. The format is told by the file's beginning, or as
 * asked.
 * @throws InputError where the file cannot be read, no format recognises it, or it is not of the
 *   format that was asked for
 */
export async function* readPosts(file: string, asked: Asked = {}): AsyncGenerator<PostRecord> {
  const opened = await openFile(file);
  const { chosen, seen, recognised } = await chooseFormat(file, opened.sample, asked);
  let tried: PostRecord[] | null = recognised ? null : [];
  let length = 0;
  let line = 0;
  for await (const contained of containers[chosen.container](opened.bytes(), chosen)) {
    const record = toRecord(file, contained, chosen);
    line = record.line;
    if (tried && record.problem) {
      tried.push(record);
      length += record.raw.length;
      if (tried.length === triedRecords || length > triedLength)
        throw notOfFormat(file, tried, chosen, seen);
      continue;
    }
    if (tried) yield* tried;
    tried = null;
    yield record;
  }
  if (tried && tried.length > 0) throw notOfFormat(file, tried, chosen, seen);
  if (opened.brokeOff()) yield brokenOff(file, line + 1);
}

function toRecord(file: string, contained: Contained, format: PostFormat): PostRecord {
  const { line } = contained;
  const raw = format.withoutTraces ? format.withoutTraces(contained.raw) : contained.raw;
  if (contained.broken) return unmapped(file, line, raw, contained.broken);
  const mapped = format.map(contained.value);
  const record: PostRecord =
    "post" in mapped
      ? { line, raw, post: mapped.post, problem: null }
      : unmapped(file, line, raw, mapped.unmapped);
  return mapped.gone ? { ...record, gone: mapped.gone } : record;
}

function unmapped(
  file: string,
  line: number,
  raw: string,
  { message, mend }: Unmapped,
): PostRecord {
  return { line, raw, post: null, problem: problem(file, message, mend, line) };
}

function notOfFormat(
  path: string,
  tried: readonly PostRecord[],
  { name }: PostFormat,
  seen: string,
): InputError {
  const reason = tried[0]?.problem?.message ?? "";
  const records =
    tried.length === 1
      ? "its only record is none"
      : `none of its first ${tried.length} records is one`;
  return new InputError(
    `not posts of the format ${name}: ${seen}; ${records} (${reason}) (leave --format out, or name another: ${knownFormats()})`,
    { path },
  );
}

function brokenOff(file: string, line: number): PostRecord {
  return unmapped(file, line, "", {
    message: "the packed file breaks off here",
    mend: "download or copy it again; what came before is read",
  });
}
