import type { Problem } from "./document.ts";

/** One post as its export tells of it. What the export does not tell is null, and no list is missing. */
export type Post = {
  /** "x", "telegram", "bluesky", "mastodon", or the platform that the export names. */
  readonly platform: string;
  /** The platform's own id. */
  readonly id: string;
  /** The account's stable id; where the export has only a name, that name. */
  readonly accountId: string;
  /** The name by which the account is addressed, without "@". */
  readonly handle: string | null;
  /** Followers of the account when the post was collected. */
  readonly followers: number | null;
  /** Day on which the account was made, as EDTF: 2016-03-01. */
  readonly accountCreated: string | null;
  /** Seconds since 1970, UTC. */
  readonly seconds: number | null;
  readonly text: string;
  /** ISO 639-1, as the platform tells it. */
  readonly language: string | null;
  /** Where the post is, or was. */
  readonly url: string | null;
  /** Without "#", in lower case, each once. */
  readonly hashtags: readonly string[];
  /** Links as written or as the platform resolved them, each once. */
  readonly urls: readonly string[];
  /** Accounts addressed, by id or else by handle, each once. */
  readonly mentions: readonly string[];
  readonly repostOf: PostReference | null;
  readonly quoteOf: PostReference | null;
  readonly replyTo: PostReference | null;
  readonly likes: number | null;
  readonly reposts: number | null;
};

/** Another post by its id and its account's id or handle, as far as each is told. */
export type PostReference = { readonly id: string | null; readonly account: string | null };

/** How it is known that a post is no longer there, the surest first. */
export const goneKinds = ["deleted", "not-found", "missing"] as const;

/**
 * "deleted": the export says so; "not-found": the platform no longer finds it; "missing": a later
 * export of the same file has posts of its account from before and after it, and not the post.
 */
export type GoneKind = (typeof goneKinds)[number];

/** A post that is no longer there, by its platform's id. */
export type PostGone = {
  readonly platform: string;
  readonly id: string;
  /** When it went, in seconds since 1970; null where that is not told. */
  readonly seconds: number | null;
  readonly how: GoneKind;
};

/** One record of an export: as it stood there, and as a post or as what is wrong with it. */
export type PostRecord = {
  /** First line of the record in its file, from 1; for formats without lines, the record's number. */
  readonly line: number;
  /**
   * As JSON, a row of a table by the names of its columns, so that it can be mapped again without its
   * file; without what tells of who collected it. Of what is no record, its beginning.
   */
  readonly raw: string;
  /** The post, this one or another, of which the record tells that it is no longer there. */
  readonly gone?: PostGone;
} & (
  | { readonly post: Post; readonly problem: null }
  | { readonly post: null; readonly problem: Problem }
);
