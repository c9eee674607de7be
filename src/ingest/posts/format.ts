import type { Post, PostGone } from "../../document/post.ts";
import type { JsonPlace } from "./json-values.ts";

/** The names by which a user can ask for a format. */
export const postFormatNames = [
  "zeeschuimer",
  "4cat",
  "io-archive",
  "telegram",
  "bluesky",
  "mastodon",
  "table",
] as const;

export type PostFormatName = (typeof postFormatNames)[number];

/** What is wrong with a record that cannot be made a post, and what the user can do about it. */
export type Unmapped = { readonly message: string; readonly mend: string };

export type Mapped = ({ readonly post: Post } | { readonly unmapped: Unmapped }) & {
  /** What the record tells of a post, this one or another, that is no longer there. */
  readonly gone?: PostGone;
};

/** The first bytes of a file, decoded, and what they are as far as they can be told apart. */
export type Sample = {
  readonly text: string;
  /** The column names, where it is a table. */
  readonly header: readonly string[] | null;
  /** The first whole records, where it is JSON by lines, or the beginning of one JSON value. */
  readonly records: readonly unknown[];
};

/** One way in which exports tell of posts. */
export type PostFormat = {
  readonly name: PostFormatName;
  /** How the records lie in the file: one JSON value a line, rows of a table, or in one JSON value. */
  readonly container: "json-lines" | "csv" | "json";
  /** Where its records lie; for one JSON value only. */
  readonly places?: readonly JsonPlace[];
  /** Whether a file that begins like this is of this format. */
  readonly recognises: (sample: Sample) => boolean;
  /** Makes a record a post, or says why it cannot. Never throws. */
  readonly map: (record: unknown) => Mapped;
  /** The kept JSON of a record without what tells of who collected it; absent where nothing does. */
  readonly withoutTraces?: (raw: string) => string;
};
