import { InputError } from "../../document/errors.ts";
import { binaryKind } from "../decode.ts";
import { decodeStream } from "./decode-stream.ts";
import type { PostFormat, PostFormatName, Sample } from "./format.ts";
import { postFormats } from "./formats.ts";
import { describeSample, namesIn, sampleOf } from "./sample.ts";
import { tableFormat } from "./table.ts";
import { tableMapping } from "./table-columns.ts";

/** What the user says of a file's format. */
export type Asked = {
  readonly format?: PostFormatName | undefined;
  /** Which column of a table tells what, where its names do not: `{ id: "post_nr" }`. */
  readonly columns?: Readonly<Record<string, string>> | undefined;
};

export type Choice = {
  readonly chosen: PostFormat;
  /** What the file's beginning is, in words. */
  readonly seen: string;
  /** Whether the chosen format recognises the file. */
  readonly recognised: boolean;
};

/**
 * The format of a file by its first bytes, or as the user says.
 * @throws InputError where there is none
 */
export async function chooseFormat(path: string, bytes: Buffer, asked: Asked): Promise<Choice> {
  if (bytes.length === 0)
    throw new InputError("an empty file (remove it, or export the posts again)", { path });
  const kind = binaryKind(bytes);
  if (kind)
    throw new InputError(
      `${kind}, not posts (unpack it if it is an archive, and give the file in it)`,
      { path },
    );
  const sample = sampleOf(await decoded(bytes));
  const seen = describeSample(sample);
  if (asked.columns) return mapped(path, sample, seen, asked.columns, asked.format);
  // Some formats lie in files in several ways.
  const possible = asked.format
    ? postFormats.filter((one) => one.name === asked.format)
    : postFormats;
  const found = possible.find((one) => one.recognises(sample));
  if (found) return { chosen: found, seen, recognised: true };
  if (!asked.format)
    throw new InputError(
      `not recognised as posts: ${seen} (${
        sample.header
          ? "say which columns tell what, with --columns id=…,account=…,time=…,text=…, or "
          : ""
      }name the format with --format NAME; known are ${knownFormats()})`,
      { path },
    );
  const container = containerOf(sample);
  const chosen = possible.find((one) => one.container === container) ?? possible[0];
  if (!chosen)
    throw new InputError(`no such format: ${asked.format} (known are ${knownFormats()})`, { path });
  return { chosen, seen, recognised: false };
}

export function knownFormats(): string {
  return [...new Set(postFormats.map((one) => one.name))].join(", ");
}

/** A table whose columns the user names. */
function mapped(
  path: string,
  sample: Sample,
  seen: string,
  columns: Readonly<Record<string, string>>,
  format: PostFormatName | undefined,
): Choice {
  const names = sample.header ?? namesIn(sample.records);
  if (names.length === 0 || (format !== undefined && format !== "table"))
    throw new InputError(
      `columns can be named for tables only: ${format ?? seen} (leave them out, or take --format table)`,
      { path },
    );
  const container = sample.header ? "csv" : "json-lines";
  const chosen = tableFormat(container, tableMapping(columns, names, path));
  return { chosen, seen, recognised: chosen.recognises(sample) };
}

/** How the records of a file seem to lie in it. */
function containerOf({ header, records }: Sample): PostFormat["container"] {
  if (header) return "csv";
  return records.length > 1 ? "json-lines" : "json";
}

async function decoded(bytes: Buffer): Promise<string> {
  const parts: string[] = [];
  for await (const part of decodeStream(once(bytes))) parts.push(part);
  return parts.join("");
}

async function* once(bytes: Buffer): AsyncGenerator<Buffer> {
  yield bytes;
}
