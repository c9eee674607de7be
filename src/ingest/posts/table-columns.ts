import { InputError } from "../../document/errors.ts";
import { didYouMean } from "../../document/nearest.ts";

/** What of a post a column can tell. */
export type TableField = keyof typeof commonNames;

/** Which column tells what, by the names of the columns as they stand in the table. */
export type TableColumns = Partial<Readonly<Record<TableField, string>>>;

/**
 * The names by which columns are known: in lower case, words joined by "_" (`createdAt`,
 * `Created At` and `created.at` are `created_at`). Of several that a table has, the first counts.
 */
const commonNames = {
  id: words(`id post_id postid tweet_id tweetid status_id message_id item_id content_id`),
  account: words(
    `account_id accountid author_id authorid user_id userid from_id account author user`,
  ),
  handle: words(
    `handle account_handle author_handle user_handle screen_name user_screen_name author_screen_name
     username user_username author_username user_name author_name account_name`,
  ),
  followers: words(
    `followers followers_count follower_count author_followers author_followers_count user_followers
     user_followers_count subscribers subscriber_count`,
  ),
  accountCreated: words(
    `account_created account_created_at account_creation_date author_created_at user_created_at`,
  ),
  time: words(
    `unix_timestamp timestamp_unix unixtime unix_time created_utc date_unixtime ts timestamp_share
     timestamp timestamp_utc created_at published_at posted_at datetime date_time created published
     post_time post_date time date`,
  ),
  text: words(`text body content message full_text post_text tweet_text tweet caption`),
  language: words(`language lang tweet_language`),
  url: words(`url link permalink post_url tweet_url permalink_url post_link`),
  hashtags: words(`hashtags hashtag tags`),
  urls: words(`urls links expanded_urls outlinks shared_urls external_urls`),
  mentions: words(`mentions user_mentions mentioned_users mentioned`),
  repostOf: words(
    `repost_of repost_of_id reposted_id reposted_post_id retweet_id retweeted_id retweet_tweetid
     retweeted_status_id reblog_of_id`,
  ),
  repostOfAccount: words(
    `repost_of_account reposted_account retweet_userid retweeted_user_id retweeted_user
     retweeted_username forwarded_from`,
  ),
  quoteOf: words(
    `quote_of quote_of_id quoted_id quoted_post_id quote_tweet_id quoted_status_id
     quoted_tweet_tweetid`,
  ),
  quoteOfAccount: words(`quote_of_account quoted_account quoted_user_id quoted_user quote_author`),
  replyTo: words(
    `reply_to reply_to_id in_reply_to in_reply_to_id in_reply_to_status_id in_reply_to_tweetid
     reply_to_message_id parent_id`,
  ),
  replyToAccount: words(
    `reply_to_account in_reply_to_account_id in_reply_to_user_id in_reply_to_userid replied_author
     in_reply_to_screen_name`,
  ),
  likes: words(`likes like_count likes_count favorite_count favourites_count favorites favourites`),
  reposts: words(
    `reposts repost_count reposts_count retweets retweet_count reblogs_count shares share_count
     forwards`,
  ),
  platform: words(`platform source_platform network`),
  deleted: words(`deleted is_deleted tombstone is_tombstone`),
  deletedAt: words(`deleted_at deletion_time deletion_date time_deleted`),
} satisfies Readonly<Record<string, readonly string[]>>;

export const tableFields = Object.keys(commonNames) as readonly TableField[];

/** Which columns of a table tell what: as the mapping says, the others by their common names. */
export function columnsOf(header: readonly string[], mapping: TableColumns = {}): TableColumns {
  const mapped = new Set(Object.values(mapping));
  const columns = new Map<string, string>();
  for (const name of header)
    if (!mapped.has(name) && !columns.has(common(name))) columns.set(common(name), name);
  const found: Partial<Record<TableField, string>> = {};
  for (const field of tableFields) {
    const known = commonNames[field].find((name) => columns.has(name));
    const column = mapping[field] ?? (known && columns.get(known));
    if (column !== undefined) found[field] = column;
  }
  return found;
}

/** Whether these tell enough to make posts of rows: which post, whose, and what or when. */
export function areEnough({ id, account, handle, time, text }: TableColumns): boolean {
  return id !== undefined && (account ?? handle) !== undefined && (time ?? text) !== undefined;
}

/**
 * The user's mapping of fields to columns, checked against the columns of the table.
 *
 *     { id: "post_nr", account: "who" }
 * @throws InputError for a field or column that there is not, and where no column is left for the
 *   post or its account
 */
export function tableMapping(
  given: Readonly<Record<string, string>>,
  header: readonly string[],
  path: string,
): TableColumns {
  for (const [field, column] of Object.entries(given)) {
    if (!Object.hasOwn(commonNames, field))
      throw new InputError(
        `no such field: ${field}${didYouMean(field, tableFields)} (fields are ${tableFields.join(", ")})`,
        { path },
      );
    if (!header.includes(column))
      throw new InputError(
        `no such column for ${field}: ${column}${didYouMean(column, header)} (columns are ${header.join(", ")})`,
        { path },
      );
  }
  const mapping: TableColumns = given;
  const columns = columnsOf(header, mapping);
  const missing = (["id", "account"] as const).find(
    (field) => columns[field] === undefined && !(field === "account" && columns.handle),
  );
  if (missing)
    throw new InputError(
      `no column for ${missing} (say which of these it is: ${header.join(", ")})`,
      { path },
    );
  return mapping;
}

/** `createdAt`, `Created At`, `created.at` → created_at */
function common(name: string): string {
  return name
    .trim()
    .replace(/(\p{Ll}|\d)(\p{Lu})/gu, "$1_$2")
    .toLowerCase()
    .replace(/[\s.:/-]+/g, "_");
}

function words(names: string): readonly string[] {
  return names.trim().split(/\s+/);
}
