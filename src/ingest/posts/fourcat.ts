import type { Post } from "../../document/post.ts";
import { cellItems, cellUrls } from "./cell-lists.ts";
import { withoutTraces } from "./collector-traces.ts";
import type { Mapped, PostFormat } from "./format.ts";
import { toldGone } from "./gone.ts";
import { hashtagsInText, mentionsInText, urlsInText } from "./in-text.ts";
import { platformOf } from "./platforms.ts";
import { secondsOf } from "./times.ts";
import {
  at,
  cellOfRow,
  countOf,
  eachOnce,
  handleOf,
  hashtagsOf,
  idOf,
  isYes,
  languageOf,
  lostDigits,
  lostId,
  unreadableTime,
} from "./values.ts";
import { handleInLink, permalink, plainText, reference, repostedHandle } from "./x.ts";

const idColumns = ["id", "author_id", "quote_tweet_id"];

/**
 * A table from 4CAT. All its sources have `id, thread_id, author, body, timestamp`; those from X
 * tell more. Lists are joined by commas, flags are "yes" and "no", and `timestamp` is UTC where
 * there is no `unix_timestamp`.
 */
export const fourcat: PostFormat = {
  name: "4cat",
  container: "csv",
  recognises: ({ header }) =>
    header !== null &&
    ["id", "thread_id", "author", "body"].every((name) => header.includes(name)) &&
    (header.includes("timestamp") || header.includes("unix_timestamp")),
  map,
  withoutTraces,
};

type Cell = (...names: readonly string[]) => string;

function map(row: unknown): Mapped {
  /** The first of these columns that says something. */
  const cell: Cell = (...names) => {
    for (const name of names) {
      const value = cellOfRow(row, name);
      if (value !== "") return value;
    }
    return "";
  };
  const lost = idColumns.find((name) => lostDigits(cell(name)));
  if (lost) return { unmapped: lostId(lost, cell(lost)) };
  const id = idOf(cell("id"));
  const author = handleOf(cell("author"));
  const accountId = idOf(cell("author_id")) ?? author;
  if (id === null || accountId === null)
    return {
      unmapped: {
        message: `no ${id === null ? "id" : "author"} in the row`,
        mend: "look at the item in 4CAT: the platform may have taken it down, or hidden who wrote it",
      },
    };
  const seconds = secondsOf(cell("unix_timestamp")) ?? secondsOf(cell("timestamp"));
  const time = cell("timestamp", "unix_timestamp");
  if (seconds === null && !/^\s*(?:0*|1970-01-01\b.*)$/.test(time))
    return { unmapped: unreadableTime(time) };
  const link = cell("link", "url", "post_url");
  const isX = at(row, "is_retweet") !== undefined || handleInLink(link) !== null;
  const shared = {
    id,
    accountId,
    followers: countOf(cell("author_followers")),
    accountCreated: null,
    seconds,
    language: languageOf(cell("language_guess", "language")),
    likes: countOf(cell("like_count", "likes", "num_likes")),
    reposts: countOf(cell("retweet_count", "reposts")),
  };
  if (isX)
    return { post: { ...shared, ...ofX(cell, id, link) }, ...toldGone(row, { platform: "x", id }) };
  const text = cell("body");
  const post: Post = {
    ...shared,
    platform: platformOf(link) ?? "unknown",
    handle: author,
    text,
    url: link === "" ? null : link,
    hashtags: hasColumn(row, "hashtags")
      ? hashtagsOf(cellItems(cell("hashtags")))
      : hashtagsInText(text),
    urls: hasColumn(row, "urls") ? eachOnce(cellUrls(cell("urls"))) : urlsInText(text),
    mentions: hasColumn(row, "mentions")
      ? eachOnce(cellItems(cell("mentions")).map(handleOf))
      : mentionsInText(text),
    repostOf: null,
    quoteOf: null,
    replyTo: null,
  };
  return { post, ...toldGone(row, post) };
}

function hasColumn(row: unknown, name: string): boolean {
  return at(row, name) !== undefined;
}

/** What only posts from X have. 4CAT tells neither the reposted post's id nor the answered one's. */
function ofX(cell: Cell, id: string, link: string) {
  const text = plainText(cell("body"));
  const handle = handleOf(cell("author"));
  const repostOf = isYes(cell("is_retweet"))
    ? reference(null, handleOf(cell("retweeted_user")) ?? repostedHandle(text))
    : null;
  const replied = handleOf(cell("replied_author", "replied_user"));
  const answers = isYes(cell("is_reply")) && (replied !== null || repostOf === null);
  const quotes = isYes(cell("is_quote_tweet")) && repostOf === null;
  return {
    platform: "x",
    handle,
    text,
    url: link === "" ? permalink(id, handle) : link,
    hashtags: hashtagsOf(cellItems(cell("hashtags"))),
    urls: eachOnce(cellUrls(cell("urls"))),
    mentions: eachOnce(cellItems(cell("mentions")).map(handleOf)),
    repostOf,
    quoteOf: quotes
      ? reference(idOf(cell("quote_tweet_id")), handleOf(cell("quote_author", "quoted_user")))
      : null,
    replyTo: answers ? reference(null, replied) : null,
  };
}
