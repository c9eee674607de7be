import type { Post, PostReference } from "../../document/post.ts";
import type { Mapped } from "./format.ts";
import { toldGone } from "./gone.ts";
import { hashtagsInText, mentionsInText, urlsInText } from "./in-text.ts";
import { textOfHtml } from "./mastodon-html.ts";
import { dayOf, secondsOf } from "./times.ts";
import { at, countOf, handleOf, idOf, languageOf, lostDigits, lostId, textOf } from "./values.ts";

// Where the platforms that Zeeschuimer knows have what, the most exact first. TikTok has `author`
// and `createTime`, Instagram and Threads `user` or `owner` and `taken_at`, Truth Social and Gab
// what Mastodon has, Douyin `aweme_id`, 9GAG `creator`, LinkedIn `actor` and no time at all.
type Path = readonly (string | number)[];
const paths = {
  id: [["id"], ["pk"], ["aweme_id"], ["cid"], ["code"], ["shortcode"]],
  seconds: [
    ["createTime"],
    ["create_time"],
    ["taken_at"],
    ["taken_at_timestamp"],
    ["created_at"],
    ["createdAt"],
    ["creationTs"],
    ["timestamp"],
  ],
  text: [
    ["desc"],
    ["text"],
    ["caption", "text"],
    ["caption"],
    ["edge_media_to_caption", "edges", 0, "node", "text"],
    ["edge_media_to_caption"],
    ["content"],
    ["body"],
    ["commentary", "text", "text"],
    ["title"],
    ["description"],
  ],
  accountId: [
    ["author", "id"],
    ["author", "uid"],
    ["user", "pk"],
    ["user", "id"],
    ["user", "uid"],
    ["owner", "id"],
    ["account", "id"],
    ["creator", "id"],
  ],
  handle: [
    ["author", "uniqueId"],
    ["author", "unique_id"],
    ["author", "username"],
    ["user", "unique_id"],
    ["user", "username"],
    ["owner", "username"],
    ["account", "acct"],
    ["account", "username"],
    ["creator", "username"],
    ["actor", "navigationContext", "actionTarget"],
    ["author"],
  ],
  followers: [
    ["authorStats", "followerCount"],
    ["account", "followers_count"],
  ],
  accountCreated: [
    ["author", "createTime"],
    ["account", "created_at"],
  ],
  language: [["textLanguage"], ["language"], ["lang"]],
  url: [["url"], ["share_url"], ["link"]],
  likes: [
    ["stats", "diggCount"],
    ["digg_count"],
    ["like_count"],
    ["favourites_count"],
    ["edge_media_preview_like", "count"],
  ],
  reposts: [["reblogs_count"], ["reposts_count"], ["text_post_app_info", "repost_count"]],
} satisfies Readonly<Record<string, readonly Path[]>>;

/**
 * A post of any platform but X, by the names that its platform gives to its fields. Without an id,
 * an account or a text it is told as unmapped; all else may be missing.
 */
export function mapOther(
  item: unknown,
  { platform, itemId }: { readonly platform: string; readonly itemId: unknown },
): Mapped {
  const rawId = first(item, paths.id, told) ?? itemId;
  if (lostDigits(rawId)) return { unmapped: lostId("id", rawId) };
  const id = idOf(rawId);
  const handle = first(item, paths.handle, handleIn);
  const accountId = first(item, paths.accountId, accountIn) ?? handle;
  const written = first(item, paths.text, textOf) ?? first(item, paths.text, wordless);
  const missing = [
    id === null && "an id",
    accountId === null && "an account",
    written === null && "a text",
  ].filter((one) => one !== false);
  if (id === null || accountId === null || written === null)
    return {
      unmapped: {
        message: `a record from ${platform} in which ${missing.join(" and ")} was not found`,
        mend: "import it by way of 4CAT, which knows more platforms; its record is kept",
      },
    };
  const text = typeof at(item, "account", "acct") === "string" ? textOfHtml(written).text : written;
  const post: Post = {
    platform,
    id,
    accountId,
    handle,
    followers: first(item, paths.followers, countOf),
    accountCreated: first(item, paths.accountCreated, dayOf),
    seconds: first(item, paths.seconds, secondsOf),
    text,
    language: first(item, paths.language, languageOf),
    url: first(item, paths.url, linkIn) ?? builtLink(item, platform, handle, id),
    hashtags: hashtagsInText(text),
    urls: urlsInText(text),
    mentions: mentionsInText(text),
    repostOf: referenceTo(at(item, "reblog")),
    quoteOf: referenceTo(at(item, "quote")),
    replyTo: repliedTo(item),
    likes: first(item, paths.likes, countOf),
    reposts: first(item, paths.reposts, countOf),
  };
  return { post, ...toldGone(item, post) };
}

function first<T>(
  item: unknown,
  among: readonly Path[],
  read: (value: unknown) => T | null,
): T | null {
  for (const path of among) {
    const found = read(at(item, ...path));
    if (found !== null) return found;
  }
  return null;
}

function told(value: unknown): unknown {
  return idOf(value) === null ? null : value;
}

function accountIn(value: unknown): string | null {
  return lostDigits(value) ? null : idOf(value);
}

/** A name, or the path of a profile's address. */
function handleIn(value: unknown): string | null {
  const text = handleOf(value);
  if (text === null || !/^https?:\/\//.test(text)) return text;
  return textOf(text.replace(/^https?:\/\/[^/]+\//, "").replace(/[/?#]*(?:\?.*)?$/s, ""));
}

/** A text that is told to be none, as of a picture without a caption. */
function wordless(value: unknown): string | null {
  return value === "" || value === null || Array.isArray(at(value, "edges")) ? "" : null;
}

function linkIn(value: unknown): string | null {
  const text = textOf(value);
  return text && /^https?:\/\//.test(text) ? text : null;
}

function builtLink(
  item: unknown,
  platform: string,
  handle: string | null,
  id: string,
): string | null {
  const code = textOf(at(item, "code")) ?? textOf(at(item, "shortcode"));
  if (platform === "tiktok" && handle && at(item, "createTime") !== undefined)
    return `https://www.tiktok.com/@${handle}/video/${id}`;
  if (platform === "instagram" && code) return `https://www.instagram.com/p/${code}`;
  if (platform === "threads" && code && handle)
    return `https://www.threads.com/@${handle}/post/${code}`;
  return null;
}

function referenceTo(other: unknown): PostReference | null {
  const id = idOf(at(other, "id"));
  if (id === null) return null;
  return {
    id,
    account: idOf(at(other, "account", "id")) ?? handleOf(at(other, "account", "acct")),
  };
}

function repliedTo(item: unknown): PostReference | null {
  const id = idOf(at(item, "in_reply_to_id"));
  const account = idOf(at(item, "in_reply_to_account_id"));
  return id === null && account === null ? null : { id, account };
}
