import type { Post, PostReference } from "../../document/post.ts";
import type { Mapped } from "./format.ts";
import { toldGone } from "./gone.ts";
import { forAFew, fullHandle } from "./mastodon-account.ts";
import { textOfHtml } from "./mastodon-html.ts";
import { dayOf, secondsOf } from "./times.ts";
import {
  at,
  countOf,
  eachOnce,
  hashtagsOf,
  idOf,
  languageOf,
  listOf,
  textOf,
  unreadableTime,
} from "./values.ts";

/** Whether it is a status as the API tells it. */
export function isStatus(value: unknown): boolean {
  return (
    idOf(at(value, "id")) !== null &&
    typeof at(value, "content") === "string" &&
    at(value, "account", "acct") !== undefined
  );
}

/** A status of the API (docs.joinmastodon.org/entities/Status) as a post. */
export function ofStatus(status: unknown): Mapped {
  const id = addressOf(status);
  const account = at(status, "account");
  const accountId = accountOf(account);
  if (!id || !accountId)
    return { unmapped: { message: "status without its id or its account", mend: again } };
  if (at(status, "visibility") === "direct") return { unmapped: forAFew };
  const created = at(status, "created_at");
  const seconds = secondsOf(created);
  if (seconds === null && textOf(created)) return { unmapped: unreadableTime(created) };
  const boosted = at(status, "reblog");
  const isBoost = typeof boosted === "object" && boosted !== null;
  const source = isBoost ? boosted : status;
  const { text, links } = textOfHtml(textOf(at(source, "content")) ?? "");
  const warning = textOf(at(source, "spoiler_text"));
  const post: Post = {
    platform: "mastodon",
    id,
    accountId,
    handle: fullHandle(textOf(at(account, "acct")), textOf(at(account, "url"))),
    followers: countOf(at(account, "followers_count")),
    accountCreated: dayOf(at(account, "created_at")),
    seconds,
    text: warning ? `${warning}\n\n${text}` : text,
    language: languageOf(at(source, "language")),
    url: textOf(at(status, "url")),
    hashtags: hashtagsOf(listOf(at(source, "tags")).map((tag) => at(tag, "name"))),
    urls: eachOnce([...links, textOf(at(source, "card", "url"))]),
    mentions: eachOnce(listOf(at(source, "mentions")).map(mentioned)),
    repostOf: isBoost ? referenceTo(boosted) : null,
    quoteOf: isBoost ? null : quoteOf(status),
    replyTo: isBoost ? null : replyTo(status, accountId),
    likes: isBoost ? null : countOf(at(status, "favourites_count")),
    reposts: isBoost ? null : countOf(at(status, "reblogs_count")),
  };
  return { post, ...toldGone(status, post) };
}

/** The address, which is the same on all servers; `id` counts on one server only. */
function addressOf(status: unknown): string | null {
  return textOf(at(status, "uri")) ?? textOf(at(status, "url")) ?? idOf(at(status, "id"));
}

/** Servers before version 4.2 tell no `uri` of an account. */
function accountOf(account: unknown): string | null {
  return textOf(at(account, "uri")) ?? textOf(at(account, "url")) ?? idOf(at(account, "id"));
}

function referenceTo(status: unknown): PostReference {
  return { id: addressOf(status), account: accountOf(at(status, "account")) };
}

function mentioned(mention: unknown): string | null {
  return fullHandle(textOf(at(mention, "acct")), textOf(at(mention, "url")));
}

function quoteOf(status: unknown): PostReference | null {
  const quoted = at(status, "quote", "quoted_status");
  if (typeof quoted === "object" && quoted !== null) return referenceTo(quoted);
  const id = idOf(at(status, "quote", "quoted_status_id"));
  return id === null ? null : { id, account: null };
}

/**
 * The post replied to goes by the number that the answering server gives it: the API tells no
 * address. Its account is the writer's own, or one of those mentioned.
 */
function replyTo(status: unknown, accountId: string): PostReference | null {
  const id = idOf(at(status, "in_reply_to_id"));
  if (id === null) return null;
  const account = idOf(at(status, "in_reply_to_account_id"));
  if (account === null) return { id, account: null };
  if (account === idOf(at(status, "account", "id"))) return { id, account: accountId };
  const mention = listOf(at(status, "mentions")).find((one) => idOf(at(one, "id")) === account);
  return { id, account: mentioned(mention) };
}

const again = "collect it again, with the answers of the API as they come";
