import { type Contained, maxRecordLength } from "./container.ts";
import { createScanner } from "./json-values-scan.ts";

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
export type JsonValue = Contained & {
  /** How many escapes that JSON does not know, such as Telegram's `\x0B`, were mended to read it. */
  readonly mended: number;
};

/**
 * The records at the given places of one JSON value of any length, or of several after one another.
 * Nothing but the record at hand is kept in memory. A record that is longer than `maxLength` UTF-16
 * code units or is no JSON is told as broken, and reading goes on; where the JSON around the records
 * breaks off, that is told with its line, and reading ends.
 */
export async function* jsonValues(
  text: AsyncIterable<string> | Iterable<string>,
  places: readonly JsonPlace[],
  { maxLength = maxRecordLength }: { readonly maxLength?: number } = {},
): AsyncGenerator<JsonValue> {
  const scanner = createScanner(places, maxLength);
  for await (const piece of text) {
    yield* scanner.push(piece);
    if (scanner.isBroken()) return;
  }
  yield* scanner.end();
}
