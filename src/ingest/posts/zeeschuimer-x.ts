import type { Post, PostGone, PostReference } from "../../document/post.ts";
import type { Mapped } from "./format.ts";
import { dayOf, secondsOf } from "./times.ts";
import {
  at,
  countOf,
  eachOnce,
  handleOf,
  hashtagsOf,
  idOf,
  languageOf,
  listOf,
  lostDigits,
  textOf,
  unreadableTime,
} from "./values.ts";
import { handleInLink, permalink, plainText, reference, repostedHandle } from "./x.ts";

/**
 * A post as X's website receives it. The number `id` that Zeeschuimer adds has lost its last
 * digits; `rest_id` and `legacy.id_str` have them.
 * @param itemId what Zeeschuimer has beside the post, which is all that a note in its place leaves
 */
export function mapX(item: unknown, itemId?: unknown): Mapped {
  const whole = unwrapped(item);
  const legacy = at(whole, "legacy");
  const kind = textOf(at(whole, "__typename"));
  if (typeof legacy !== "object" || legacy === null)
    return kind === "TweetTombstone" || kind === "TweetUnavailable"
      ? {
          ...unmapped("X gave a note in the post's place: it is deleted, withheld or protected"),
          ...goneByNote(whole, idIn(at(whole, "rest_id")) ?? idIn(itemId)),
        }
      : unmapped("no `legacy`, where X has the text and the time");
  const id = idIn(at(whole, "rest_id")) ?? idIn(at(legacy, "id_str"));
  if (id === null) return unmapped("no `rest_id`, the post's id");
  const account = accountOf(whole);
  const accountId = account.id ?? account.handle;
  if (accountId === null) return unmapped("neither an account nor `user_id_str`");
  const reposted = resultOf(at(legacy, "retweeted_status_result"));
  const created = at(legacy, "created_at");
  const seconds = secondsOf(created);
  if (seconds === null && textOf(created)) return { unmapped: unreadableTime(created) };
  const ownText = textIn(whole);
  const repostOf = repost(legacy, reposted, ownText);
  // A repost shows the other post whole, and has itself only its first words.
  const entities = reposted ? [entitiesOf(whole), entitiesOf(reposted)] : [entitiesOf(whole)];
  const each = (name: string) => entities.flatMap((one) => listOf(at(one, name)));
  const post: Post = {
    platform: "x",
    id,
    accountId,
    handle: account.handle,
    followers: account.followers,
    accountCreated: account.created,
    seconds,
    text: textOfRepost(reposted, ownText) ?? ownText,
    language: languageOf(at(legacy, "lang")),
    url: permalink(id, account.handle),
    hashtags: hashtagsOf(each("hashtags").map((one) => at(one, "text"))),
    urls: eachOnce(each("urls").map(urlIn)),
    mentions: eachOnce(
      each("user_mentions").map(
        (one) => idIn(at(one, "id_str")) ?? handleOf(at(one, "screen_name")),
      ),
    ),
    repostOf,
    quoteOf: repostOf ? null : quote(whole, legacy),
    replyTo: reply(legacy),
    likes: countOf(at(legacy, "favorite_count")),
    reposts: countOf(at(legacy, "retweet_count")),
  };
  const quoted = resultOf(at(whole, "quoted_status_result"));
  return { post, ...goneByNote(quoted, post.quoteOf?.id ?? null) };
}

/** "This Post was deleted by the Post author." Notes on what is withheld or protected say nothing of the kind. */
const deletedNote = /\b(?:Post|Tweet) was deleted by\b/i;

function goneByNote(result: unknown, id: string | null): { gone?: PostGone } {
  const note = textOf(at(result, "tombstone", "text", "text"));
  return id !== null && note !== null && deletedNote.test(note)
    ? { gone: { platform: "x", id, seconds: null, how: "deleted" } }
    : {};
}

const mend = "nothing is lost: its record is kept, and can be mapped when this shape is known";

function unmapped(message: string): Mapped {
  return { unmapped: { message, mend } };
}

/** An id in text; as a number it has lost its digits. */
function idIn(value: unknown): string | null {
  return typeof value === "string" && !lostDigits(value) ? idOf(value) : null;
}

/** Some posts are one level deeper, when X limits who may answer them. */
function unwrapped(item: unknown): unknown {
  return at(item, "tweet") ?? item;
}

function resultOf(holder: unknown): unknown {
  return unwrapped(at(holder, "result"));
}

type Account = {
  readonly id: string | null;
  readonly handle: string | null;
  readonly followers: number | null;
  readonly created: string | null;
};

/**
 * X has moved an account's fields from `legacy` to `core` and `relationship_counts`, one by one. The
 * oldest records have it as `user`. Where there is none, the post still has the account's id, and
 * links to its own pictures have the handle.
 */
function accountOf(whole: unknown): Account {
  const result = at(whole, "core", "user_results", "result") ?? at(whole, "user");
  const legacy = at(result, "legacy") ?? result;
  const core = at(result, "core");
  const post = at(whole, "legacy");
  return {
    id: idIn(at(result, "rest_id")) ?? idIn(at(result, "id_str")) ?? idIn(at(post, "user_id_str")),
    handle:
      handleOf(at(core, "screen_name")) ??
      handleOf(at(legacy, "screen_name")) ??
      handleInMedia(post),
    followers:
      countOf(at(result, "relationship_counts", "followers")) ??
      countOf(at(legacy, "followers_count")),
    created: dayOf(at(core, "created_at")) ?? dayOf(at(legacy, "created_at")),
  };
}

function handleInMedia(legacy: unknown): string | null {
  for (const place of ["extended_entities", "entities"])
    for (const media of listOf(at(legacy, place, "media"))) {
      // Of pictures taken over from another post, the link is to that post.
      if (at(media, "source_status_id_str") !== undefined) continue;
      const handle = handleInLink(at(media, "expanded_url"));
      if (handle) return handle;
    }
  return null;
}

/** Long posts are cut off in `legacy` and whole in `note_tweet`, with their hashtags and links. */
function noteOf(whole: unknown): unknown {
  const note = at(whole, "note_tweet", "note_tweet_results", "result");
  const text = textOf(at(note, "text"));
  return text && text.length > (textOf(at(whole, "legacy", "full_text")) ?? "").length
    ? note
    : null;
}

function textIn(whole: unknown): string {
  const text = textOf(at(noteOf(whole), "text")) ?? textOf(at(whole, "legacy", "full_text"));
  return plainText(text ?? "");
}

function entitiesOf(whole: unknown): unknown {
  return at(noteOf(whole), "entity_set") ?? at(whole, "legacy", "entities");
}

function urlIn(entity: unknown): string | null {
  return textOf(at(entity, "expanded_url")) ?? textOf(at(entity, "url"));
}

function repost(legacy: unknown, reposted: unknown, text: string): PostReference | null {
  if (reposted === undefined) {
    const id = idIn(at(legacy, "retweeted_status_id_str"));
    return id === null ? null : reference(id, repostedHandle(text));
  }
  const account = accountOf(reposted);
  return reference(
    idIn(at(reposted, "rest_id")) ?? idIn(at(reposted, "legacy", "id_str")),
    account.id ?? account.handle ?? repostedHandle(text),
  );
}

/** The reposted words whole, as the repost itself has only their beginning; null where they are not given. */
function textOfRepost(reposted: unknown, ownText: string): string | null {
  const handle = accountOf(reposted).handle ?? repostedHandle(ownText);
  const text = textIn(reposted);
  return handle === null || text === "" ? null : `RT @${handle}: ${text}`;
}

function quote(whole: unknown, legacy: unknown): PostReference | null {
  const quoted =
    resultOf(at(whole, "quoted_status_result")) ?? resultOf(at(whole, "quotedRefResult"));
  const id = idIn(at(legacy, "quoted_status_id_str")) ?? idIn(at(quoted, "rest_id"));
  if (id === null && quoted === undefined && at(legacy, "is_quote_status") !== true) return null;
  const account = accountOf(quoted);
  const linked = handleInLink(at(legacy, "quoted_status_permalink", "expanded"));
  return reference(id, account.id ?? account.handle ?? linked);
}

function reply(legacy: unknown): PostReference | null {
  const id = idIn(at(legacy, "in_reply_to_status_id_str"));
  const account =
    idIn(at(legacy, "in_reply_to_user_id_str")) ?? handleOf(at(legacy, "in_reply_to_screen_name"));
  return id === null && account === null ? null : reference(id, account);
}
