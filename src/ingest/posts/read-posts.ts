import { InputError } from "../../document/errors.ts";
import type { PostRecord } from "../../document/post.ts";
import { binaryKind } from "../decode.ts";
import { problem } from "../problem.ts";
import type { Contained } from "./container.ts";
import { containers } from "./containers.ts";
import { decodeStream } from "./decode-stream.ts";
import type { PostFormat, PostFormatName, Unmapped } from "./format.ts";
import { postFormats } from "./formats.ts";
import { type OpenFile, openFile } from "./open-file.ts";
import { describeSample, sampleOf } from "./sample.ts";

/** So many records may fail at the beginning of a file before it is taken to be of another format. */
const triedRecords = 100;

/** How much is kept of them until it is known, in UTF-16 code units. */
const triedLength = 32 * 1024 * 1024;

/**
 * Reads the posts of a file of any size, plain or gzip, in bounded memory: each record as a post or
 * as what is wrong with it, in the file's order. The format is told by the file's beginning, or
 * given.
 * @throws InputError where the file cannot be read, no format recognises it, or it is not of the
 *   format that was given
 */
export async function* readPosts(
  file: string,
  { format }: { readonly format?: PostFormatName | undefined } = {},
): AsyncGenerator<PostRecord> {
  const opened = await openFile(file);
  const { chosen, seen, recognised } = await choose(file, opened, format);
  const container = containers[chosen.container];
  let tried: PostRecord[] | null = recognised ? null : [];
  let length = 0;
  let line = 0;
  for await (const contained of container(opened.bytes(), chosen)) {
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

type Choice = {
  readonly chosen: PostFormat;
  /** What the file's beginning is, in words. */
  readonly seen: string;
  readonly recognised: boolean;
};

async function choose(
  path: string,
  { sample: bytes }: OpenFile,
  name: PostFormatName | undefined,
): Promise<Choice> {
  if (bytes.length === 0)
    throw new InputError("an empty file (remove it, or export the posts again)", { path });
  const kind = binaryKind(bytes);
  if (kind)
    throw new InputError(
      `${kind}, not posts (unpack it if it is an archive, and give the file in it)`,
      {
        path,
      },
    );
  const sample = sampleOf(await decoded(bytes));
  const seen = describeSample(sample);
  // Some formats lie in files in several ways.
  const possible = name ? postFormats.filter((one) => one.name === name) : postFormats;
  const chosen = possible.find((one) => one.recognises(sample)) ?? (name ? possible[0] : undefined);
  if (!chosen)
    throw new InputError(
      name
        ? `no such format: ${name} (known are ${known()})`
        : `not recognised as posts: ${seen} (name the format with --format NAME; known are ${known()})`,
      { path },
    );
  return { chosen, seen, recognised: chosen.recognises(sample) };
}

async function decoded(bytes: Buffer): Promise<string> {
  const parts: string[] = [];
  for await (const part of decodeStream(once(bytes))) parts.push(part);
  return parts.join("");
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}

function known(): string {
  return [...new Set(postFormats.map((one) => one.name))].join(", ");
}

function toRecord(file: string, contained: Contained, format: PostFormat): PostRecord {
  const { line } = contained;
  const raw = format.withoutTraces ? format.withoutTraces(contained.raw) : contained.raw;
  if (contained.broken) return unmapped(file, line, raw, contained.broken);
  const mapped = format.map(contained.value);
  return "post" in mapped
    ? { line, raw, post: mapped.post, problem: null }
    : unmapped(file, line, raw, mapped.unmapped);
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
    `not posts of the format ${name}: ${seen}; ${records} (${reason}) (leave --format out, or name another: ${known()})`,
    { path },
  );
}

function brokenOff(file: string, line: number): PostRecord {
  return unmapped(file, line, "", {
    message: "the packed file breaks off here",
    mend: "download or copy it again; what came before is read",
  });
}
