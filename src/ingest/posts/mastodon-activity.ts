import type { Post, PostGone, PostReference } from "../../document/post.ts";
import type { Mapped } from "./format.ts";
import { actorOfPost, forAFew, handleOfActor } from "./mastodon-account.ts";
import { textOfHtml } from "./mastodon-html.ts";
import { secondsOf } from "./times.ts";
import {
  at,
  countOf,
  eachOnce,
  hashtagsOf,
  languageOf,
  listOf,
  textOf,
  unreadableTime,
} from "./values.ts";

/** Whether it is an activity (W3C ActivityStreams) as an outbox lists them. */
export function isActivity(value: unknown): boolean {
  return (
    typeof at(value, "type") === "string" &&
    addressOf(at(value, "actor")) !== null &&
    at(value, "object") !== undefined
  );
}

/** An activity of an outbox as a post: what was written (Create) or boosted (Announce). */
export function ofActivity(activity: unknown): Mapped {
  const type = textOf(at(activity, "type")) ?? "";
  if (type === "Delete" && !isAccount(activity))
    return {
      ...unmapped("notice that a post was deleted", "nothing to mend: it is no post"),
      ...goneIn(at(activity, "object"), at(activity, "published")),
    };
  if (type !== "Create" && type !== "Announce")
    return unmapped(`activity of the kind ${named(type)}`, "nothing to mend: it is no post");
  const accountId = addressOf(at(activity, "actor"));
  const object = at(activity, "object");
  const objectId = addressOf(object);
  const isTold = typeof object === "object" && object !== null;
  const id = type === "Create" ? objectId : textOf(at(activity, "id"));
  if (!accountId || !id || !objectId)
    return unmapped("activity without its id or its account", again);
  if (isTold && at(object, "type") === "Tombstone")
    return {
      ...unmapped("post that is gone", "nothing to mend: its words are told no more"),
      ...goneIn(object, null),
    };
  if (type === "Create" && !isTold)
    return unmapped(
      "post of which only the address is told",
      "take the outbox out of the account's archive, where the posts are whole",
    );
  if (!isForMany(activity)) return { unmapped: forAFew };
  const published = at(object, "published");
  const told = type === "Create" && textOf(published) ? published : at(activity, "published");
  const seconds = secondsOf(told);
  if (seconds === null && textOf(told)) return { unmapped: unreadableTime(told) };
  const account = {
    platform: "mastodon",
    accountId,
    handle: handleOfActor(accountId),
    followers: null,
    accountCreated: null,
  };
  const post: Post =
    type === "Create"
      ? {
          ...account,
          id,
          seconds,
          ...wordsOf(object),
          url: pageOf(object),
          repostOf: null,
          quoteOf: quoteOf(object),
          replyTo: referenceTo(at(object, "inReplyTo")),
          likes: countOf(at(object, "likes", "totalItems")),
          reposts: countOf(at(object, "shares", "totalItems")),
        }
      : {
          ...account,
          id,
          seconds,
          // Most archives tell the address only of a post that was boosted.
          ...(isTold ? wordsOf(object) : noWords),
          url: null,
          repostOf: {
            id: objectId,
            account: addressOf(at(object, "attributedTo")) ?? actorOfPost(objectId),
          },
          quoteOf: null,
          replyTo: null,
          likes: null,
          reposts: null,
        };
  return { post };
}

/** Who deletes an account names the account itself. */
function isAccount(activity: unknown): boolean {
  return addressOf(at(activity, "object")) === addressOf(at(activity, "actor"));
}

/** A Tombstone tells when the post was deleted, or else the activity that deletes it. */
function goneIn(object: unknown, published: unknown): { gone?: PostGone } {
  const id = addressOf(object);
  const seconds = secondsOf(at(object, "deleted")) ?? secondsOf(published);
  return id === null ? {} : { gone: { platform: "mastodon", id, seconds, how: "deleted" } };
}

/** Whether it went to everybody or to all followers; what does not say so is taken for it. */
function isForMany(activity: unknown): boolean {
  const to = [at(activity, "to"), at(activity, "cc")].flat().map(addressOf);
  return (
    to.every((one) => one === null) ||
    to.some((one) => /(?:^|[#:])Public$|\/followers$/.test(one ?? ""))
  );
}

type Words = Pick<Post, "text" | "language" | "hashtags" | "urls" | "mentions">;

const noWords: Words = { text: "", language: null, hashtags: [], urls: [], mentions: [] };

function wordsOf(object: unknown): Words {
  const { text, links } = textOfHtml(textOf(at(object, "content")) ?? "");
  const tags = listOf(at(object, "tag"));
  const of = (type: string) => tags.filter((tag) => at(tag, "type") === type);
  // `summary` stands before the text as a warning, `name` as a title.
  const before = [textOf(at(object, "name")), textOf(at(object, "summary"))];
  return {
    text: [...before.map((part) => part && textOfHtml(part).text), text]
      .filter(Boolean)
      .join("\n\n"),
    language: languageIn(at(object, "contentMap")),
    hashtags: hashtagsOf(of("Hashtag").map((tag) => at(tag, "name"))),
    urls: eachOnce(links),
    mentions: eachOnce(of("Mention").map((tag) => textOf(at(tag, "href")))),
  };
}

/** `{"de": "<p>…</p>"}`: the text by its languages; more than one tell none. */
function languageIn(contentMap: unknown): string | null {
  if (typeof contentMap !== "object" || contentMap === null) return null;
  const languages = Object.keys(contentMap);
  return languages.length === 1 ? languageOf(languages[0]) : null;
}

/** The page of a post: an address, or links of which the first is the page. */
function pageOf(object: unknown): string | null {
  const url = at(object, "url");
  const first = Array.isArray(url) ? url[0] : url;
  return textOf(first) ?? textOf(at(first, "href"));
}

/** The quoted post, by Mastodon's name for it and by those of older servers of other kinds. */
function quoteOf(object: unknown): PostReference | null {
  for (const name of ["quote", "quoteUrl", "quoteUri", "_misskey_quote"]) {
    const reference = referenceTo(at(object, name));
    if (reference) return reference;
  }
  return null;
}

function referenceTo(value: unknown): PostReference | null {
  const id = addressOf(value);
  if (id === null) return null;
  return { id, account: addressOf(at(value, "attributedTo")) ?? actorOfPost(id) };
}

/** What is named by its address, or is there with its `id`. */
function addressOf(value: unknown): string | null {
  return textOf(value) ?? textOf(at(value, "id"));
}

function named(type: string): string {
  return /^[\w:]{1,60}$/.test(type) ? type : "that it does not tell";
}

const again = "export the archive again";

function unmapped(message: string, mend: string): Mapped {
  return { unmapped: { message, mend } };
}
