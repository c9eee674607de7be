import { createScanner } from "./json-values-scan.ts";

/** Most bytes of one record; the largest posts of exports with all their views come to some 100 kB. */
export const maxJsonRecordBytes = 8 * 1024 * 1024;

/** Where records lie in a JSON value. */
export type JsonPlace = {
  /** `messages[*]`, `chats.list[*].messages[*]`; `[*]` are the members of an array at the top. */
  readonly path: string;
  /**
   * Fields of the object that encloses the record which belong to it: strings, numbers, true, false,
   * null, as far as they stand before it. Where any are named, a record is told as
   * `{"within": {…}, "record": …}`.
   */
  readonly within: readonly string[];
};

/** A record, or what is wrong with one, or with the file from there on. */
export type JsonValue = {
  /** The line on which it begins, from 1. */
  readonly line: number;
  /** As it stands in the file, escapes mended; of what cannot be read, the beginning. */
  readonly raw: string;
  /** How many escapes `\xNN`, which JSON does not know and Telegram writes, became `\u00NN`. */
  readonly mended: number;
} & (
  | { readonly value: unknown; readonly problem: null }
  | { readonly value: null; readonly problem: { readonly message: string; readonly mend: string } }
);

/**
 * The records at the given places of one JSON value of any size, or of several after one another.
 * Nothing but the record at hand is kept in memory. A record that is too long or is no JSON becomes a
 * problem, and reading goes on; where the JSON around the records breaks off, reading ends with one.
 * @param bytes UTF-8, with or without a byte order mark
 */
export async function* jsonValues(
  bytes: AsyncIterable<Uint8Array> | Iterable<Uint8Array>,
  places: readonly JsonPlace[],
  { maxRecordBytes = maxJsonRecordBytes } = {},
): AsyncGenerator<JsonValue> {
  const scanner = createScanner(places, maxRecordBytes);
  for await (const chunk of bytes) {
    yield* scanner.push(chunk);
    if (scanner.isBroken()) return;
  }
  yield* scanner.end();
}
