import type { PostFormat, Unmapped } from "./format.ts";

/** One record as it lies in its file: read to a value, or what is wrong with it. */
export type Contained = {
  /** First line of the record, from 1; for containers without lines, the record's number. */
  readonly line: number;
  /** The record as JSON, from which it can be read again without the rest of the file. */
  readonly raw: string;
} & (
  | { readonly value: unknown; readonly broken: null }
  | { readonly value: null; readonly broken: Unmapped }
);

/** Reads the bytes of a file, unpacked and in pieces of any length, as records; never holds the whole. */
export type Container = (
  bytes: AsyncIterable<Buffer>,
  format: PostFormat,
) => AsyncIterable<Contained>;

/**
 * Longest record that is read, in UTF-16 code units: the longest posts with all that a platform
 * tells of their accounts and of the posts they quote take some hundred thousand.
 */
export const maxRecordLength = 16 * 1024 * 1024;

/** How much is kept of what is no record, in UTF-16 code units. */
export const keptOfBroken = 64 * 1024;

/** Some bytes of a record were not UTF-8: see decode-stream.ts. */
export const notUtf8: Unmapped = {
  message: "not valid UTF-8",
  mend: "export it again, or save the file as UTF-8",
};
