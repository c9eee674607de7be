import type { Post } from "../../document/post.ts";
import { at, eachOnce, handleOf, hashtagsOf, idOf, listOf, textOf } from "./values.ts";

/**
 * What a message says. `text` is a string, or an array in which plain strings stand between marked
 * parts; `text_entities`, in newer exports, has all parts marked:
 *
 *     "text": ["See ", {"type": "text_link", "text": "here", "href": "https://x.example/"}, "."]
 */
export function telegramText(
  message: unknown,
): Pick<Post, "text" | "hashtags" | "urls" | "mentions"> {
  const text = at(message, "text");
  const entities = listOf(at(message, "text_entities"));
  const parts = entities.length > 0 ? entities : listOf(text);
  const texts = (type: string) => parts.filter((part) => at(part, "type") === type).map(written);
  return {
    text: typeof text === "string" ? text : listOf(text).map(written).join(""),
    // A hashtag may be bound to a channel: #ferry@harbour.
    hashtags: hashtagsOf([...texts("hashtag")].map((tag) => tag.replace(/@.*$/s, ""))),
    urls: eachOnce(parts.map(linkOf)),
    mentions: eachOnce(parts.map(mentionOf)),
  };
}

function written(part: unknown): string {
  return (typeof part === "string" ? part : textOf(at(part, "text"))) ?? "";
}

function linkOf(part: unknown): string | null {
  const type = at(part, "type");
  if (type === "link") return textOf(at(part, "text"));
  return type === "text_link" ? textOf(at(part, "href")) : null;
}

/** `@name`, or an account without one by its id. */
function mentionOf(part: unknown): string | null {
  const type = at(part, "type");
  if (type === "mention") return handleOf(at(part, "text"));
  const id = type === "mention_name" ? idOf(at(part, "user_id")) : null;
  return id === null ? null : `user${id}`;
}
