import type { PostGone, PostReference } from "../../document/post.ts";
import type { Unmapped } from "./format.ts";
import { at, handleOf, textOf } from "./values.ts";

/** A record of a repository, and what an export tells beside it. */
export type BlueskyRecord = {
  readonly kind: "post" | "repost";
  readonly uri: string;
  /** The account by its DID, or by its handle where that is all that is told. */
  readonly did: string;
  /** The account's profile, where it is told. */
  readonly author: unknown;
  /** What the account wrote: `app.bsky.feed.post` or `app.bsky.feed.repost`. */
  readonly record: unknown;
  /** The view of it by the API, with its counts; undefined for a bare record. */
  readonly view: unknown;
  /** When a server took notice of it, in what unit ever. */
  readonly indexed: unknown;
};

/**
 * A field by its name in the lexicons, or as the Python library writes it:
 *
 *     likeCount  like_count      $type  py_type
 */
export function field(value: unknown, name: string): unknown {
  const told = at(value, name);
  if (told !== undefined) return told;
  if (name === "$type") return at(value, "py_type");
  return at(
    value,
    name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  );
}

type NoRecord = { readonly unmapped: Unmapped; readonly gone?: PostGone };

/** The post or repost in what an export tells, or why there is none. */
export function recordOf(value: unknown): BlueskyRecord | NoRecord {
  const commit = at(value, "commit");
  if (typeof commit === "object" && commit !== null) return ofCommit(value, commit);
  const event = textOf(at(value, "kind"));
  if (event && at(value, "did") !== undefined) return notPost(`event of the kind ${named(event)}`);
  const view = at(value, "post") ?? value;
  if (field(view, "notFound") === true) {
    const gone = notFound(view);
    return { ...notPost("post that is gone"), ...(gone ? { gone } : {}) };
  }
  if (at(view, "blocked") === true) return notPost("post hidden by a block");
  const record = at(view, "record") ?? at(view, "value");
  const uri = textOf(at(view, "uri"));
  if (!uri || typeof record !== "object" || record === null)
    return unmapped("no post of Bluesky", "say which format the file is");
  const author = at(view, "author");
  const did =
    textOf(at(author, "did")) ?? textOf(author) ?? didOf(uri) ?? handleOf(at(author, "handle"));
  if (!did) return unmapped("post without its account", again);
  const kind = kindOf(textOf(field(record, "$type")) ?? collectionOf(uri));
  if (typeof kind !== "string") return kind;
  return { kind, uri, did, author, record, view, indexed: field(view, "indexedAt") };
}

/** An event of Jetstream: `{did, time_us, kind: "commit", commit: {operation, collection, rkey, record}}`. */
function ofCommit(event: unknown, commit: unknown): ReturnType<typeof recordOf> {
  const [did, collection, key] = [
    textOf(at(event, "did")),
    textOf(at(commit, "collection")),
    textOf(at(commit, "rkey")),
  ];
  if (!did || !collection || !key) return unmapped("event that does not tell of what", again);
  const uri = `at://${did}/${collection}/${key}`;
  const microseconds = at(event, "time_us");
  const indexed = typeof microseconds === "number" ? microseconds / 1e6 : undefined;
  if (at(commit, "operation") === "delete") {
    const seconds = indexed === undefined ? null : Math.floor(indexed);
    const gone: PostGone = { platform: "bluesky", id: uri, seconds, how: "deleted" };
    return { ...notPost("deletion"), gone };
  }
  const kind = kindOf(collection);
  if (typeof kind !== "string") return kind;
  const record = at(commit, "record");
  if (typeof record !== "object" || record === null)
    return unmapped("event without its record", again);
  return { kind, uri, did, author: undefined, record, view: undefined, indexed };
}

/** The post that a view says there is none of any more: `{"uri": "at://…", "notFound": true}`. */
export function notFound(view: unknown): PostGone | null {
  const id = textOf(at(view, "uri"));
  return field(view, "notFound") === true && id !== null
    ? { platform: "bluesky", id, seconds: null, how: "not-found" }
    : null;
}

function kindOf(type: string | null): "post" | "repost" | { readonly unmapped: Unmapped } {
  if (type === "app.bsky.feed.post") return "post";
  if (type === "app.bsky.feed.repost") return "repost";
  return notPost(`record of the kind ${named(type ?? "")}`);
}

/** A post by its address, with the account that the address tells. */
export function referenceTo(uri: unknown): PostReference | null {
  const id = textOf(uri);
  return id === null ? null : { id, account: didOf(id) };
}

function didOf(uri: string): string | null {
  return /^at:\/\/(did:[^/]+)/.exec(uri)?.[1] ?? null;
}

/** `at://did:plc:abc/app.bsky.feed.post/3k` → app.bsky.feed.post */
export function collectionOf(uri: string): string | null {
  return /^at:\/\/[^/]+\/([^/]+)\//.exec(uri)?.[1] ?? null;
}

function named(kind: string): string {
  return /^[\w.#-]{1,80}$/.test(kind) ? kind : "that it does not tell";
}

const again = "collect it again, with the answers of the API as they come";

function notPost(message: string): { unmapped: Unmapped } {
  return unmapped(message, "nothing to mend: it is no post");
}

function unmapped(message: string, mend: string): { unmapped: Unmapped } {
  return { unmapped: { message, mend } };
}
