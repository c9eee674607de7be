import type { Post } from "../../document/post.ts";
import { field, notFound, recordOf, referenceTo } from "./bluesky-record.ts";
import { blueskyText, quoteIn } from "./bluesky-text.ts";
import type { Mapped, PostFormat, Sample } from "./format.ts";
import { dayOf, secondsOf } from "./times.ts";
import { at, countOf, handleOf, languageOf, listOf, textOf, unreadableTime } from "./values.ts";

/**
 * Posts of Bluesky by lines: views of the API (`app.bsky.feed.defs#postView`, `#feedViewPost`), dumps
 * of the Python library with names in snake_case, records of repositories, events of Jetstream.
 */
export const blueskyLines: PostFormat = {
  name: "bluesky",
  container: "json-lines",
  recognises: ({ records }) => records.some(isBluesky),
  map,
};

/** The same in one JSON value: a list, or what the API answers. */
export const bluesky: PostFormat = {
  name: "bluesky",
  container: "json",
  // Plain lists, timelines and feeds, search results and quotes, records of a repository.
  places: ["[*]", "feed[*]", "posts[*]", "records[*]"].map((path) => ({ path, within: [] })),
  recognises,
  map,
};

function recognises({ text }: Sample): boolean {
  const isList = /^\s*(?:\[|\{[^[]{0,4000}"(?:feed|posts|records)"\s*:\s*\[)/.test(text);
  return isList && /"uri"\s*:\s*"at:\/\/did:/.test(text) && /"(?:record|value)"\s*:/.test(text);
}

function isBluesky(value: unknown): boolean {
  const uri = at(value, "uri") ?? at(value, "post", "uri");
  if (typeof uri === "string" && uri.startsWith("at://")) return true;
  return /^did:/.test(textOf(at(value, "did")) ?? "") && at(value, "commit") !== undefined;
}

function map(value: unknown): Mapped {
  const found = recordOf(value);
  if ("unmapped" in found) return found;
  const { uri, did, author, record, view, indexed } = found;
  const created = field(record, "createdAt");
  const seconds = secondsOf(created) ?? secondsOf(indexed);
  if (seconds === null && textOf(created)) return { unmapped: unreadableTime(created) };
  const account = {
    platform: "bluesky",
    accountId: did,
    handle: handleTold(author),
    followers: countOf(field(author, "followersCount")),
    accountCreated: dayOf(field(author, "createdAt")),
  };
  if (found.kind === "repost") {
    const subject = referenceTo(at(record, "subject", "uri"));
    if (!subject) return { unmapped: noSubject };
    const post: Post = { ...account, ...bare, id: uri, seconds, repostOf: subject };
    return { post };
  }
  const post: Post = {
    ...account,
    id: uri,
    seconds,
    ...blueskyText(record),
    language: languageOf(listOf(field(record, "langs"))[0]),
    url: pageOf(uri, did),
    repostOf: null,
    quoteOf: quoteIn(record, view),
    replyTo: referenceTo(at(field(record, "reply"), "parent", "uri")),
    likes: countOf(field(view, "likeCount")),
    reposts: countOf(field(view, "repostCount")),
  };
  const reason = at(value, "reason");
  // A post may also be in a feed because it is pinned there.
  // A feed tells of the answered post, too, and where it is not found any more.
  const parent = notFound(at(value, "reply", "parent"));
  const gone = parent ? { gone: parent } : {};
  return at(reason, "by") === undefined ? { post, ...gone } : repostBy(reason, post);
}

/**
 * A repost, as the feed of whoever reposted tells it: the post with a `reason`. It has the words of
 * the post and an account and time of its own, but no page.
 */
function repostBy(reason: unknown, of: Post): Mapped {
  const by = at(reason, "by");
  const did = textOf(at(by, "did")) ?? handleTold(by);
  if (!did) return { unmapped: { message: "repost without its account", mend: again } };
  const post: Post = {
    ...of,
    // Older answers do not tell the repost's own id; an account reposts a post once.
    id: textOf(at(reason, "uri")) ?? `${did} reposts ${of.id}`,
    accountId: did,
    handle: handleTold(by),
    followers: countOf(field(by, "followersCount")),
    accountCreated: dayOf(field(by, "createdAt")),
    seconds: secondsOf(field(reason, "indexedAt")),
    url: null,
    repostOf: { id: of.id, account: of.accountId },
    quoteOf: null,
    replyTo: null,
    likes: null,
    reposts: null,
  };
  return { post };
}

/** Of a handle that no longer leads to its account Bluesky says `handle.invalid`. */
function handleTold(author: unknown): string | null {
  const handle = handleOf(at(author, "handle"));
  return handle === "handle.invalid" ? null : handle;
}

/** `at://did:plc:abc/app.bsky.feed.post/3k` → the page that shows it. */
function pageOf(uri: string, did: string): string | null {
  const key = /^at:\/\/[^/]+\/app\.bsky\.feed\.post\/([^/]+)$/.exec(uri)?.[1];
  return key ? `https://bsky.app/profile/${did}/post/${key}` : null;
}

const again = "collect it again, with the answers of the API as they come";
const noSubject = { message: "repost that does not tell of which post", mend: again };

/** What the record of a repost does not tell. */
const bare = {
  text: "",
  language: null,
  url: null,
  hashtags: [],
  urls: [],
  mentions: [],
  quoteOf: null,
  replyTo: null,
  likes: null,
  reposts: null,
};
