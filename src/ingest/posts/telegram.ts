import type { Post, PostReference } from "../../document/post.ts";
import type { Mapped, PostFormat, Sample } from "./format.ts";
import type { JsonPlace } from "./json-values.ts";
import { telegramText } from "./telegram-text.ts";
import { at, idOf, textOf, unreadableTime } from "./values.ts";

/** What of a chat belongs to its messages. */
const chat: JsonPlace["within"] = ["id", "name", "type"];

/**
 * Telegram Desktop's `result.json`. Accounts are `user123` and `channel123`; a message's number
 * counts within its chat only, so a post's id is `channel123/45`. The export tells the names that
 * accounts show, not those by which links lead to them: there is no `url`.
 */
export const telegram: PostFormat = {
  name: "telegram",
  container: "json",
  // One chat, all chats, those that were left.
  places: ["messages[*]", "chats.list[*].messages[*]", "left_chats.list[*].messages[*]"].map(
    (path) => ({ path, within: chat }),
  ),
  recognises,
  map,
};

/** Chats of one person or two, which whole exports hold too: what is said there is no post. */
const privateChats = new Set(["saved_messages", "personal_chat", "bot_chat"]);
const betweenTwo = [
  "message of a private chat",
  "nothing to mend: messages of groups and channels are read",
] as const;

const chatTypes =
  /"type"\s*:\s*"(?:saved_messages|replies|personal_chat|bot_chat|(?:private|public)_(?:group|supergroup|channel))"/;
const wholeExport =
  /^\s*\{\s*"about"\s*:\s*"(?:[^"\\]|\\.){0,2000}"\s*,\s*"(?:personal_information|profile_pictures|stories|contacts|frequent_contacts|sessions|web_sessions|other_data|chats|left_chats)"\s*:/;

function recognises({ text }: Sample): boolean {
  if (wholeExport.test(text)) return true;
  return /^\s*\{/.test(text) && chatTypes.test(text) && /"messages"\s*:\s*\[/.test(text);
}

function map(value: unknown): Mapped {
  const message = at(value, "record");
  const type = textOf(at(message, "type"));
  if (type === "service") return notPost(`service message: ${actionOf(message)}`);
  if (type === "unsupported") return notPost("message of a kind that Telegram could not export");
  if (type !== "message") return unmapped("no message of Telegram", "say which format the file is");
  const within = at(value, "within");
  if (privateChats.has(textOf(at(within, "type")) ?? "")) return unmapped(...betweenTwo);
  const id = idOf(at(message, "id"));
  if (!id) return unmapped("message without its id", again);
  const chatId = peerOfChat(within);
  if (!chatId) return unmapped("message of a chat without its id", again);
  const shown = textOf(at(message, "from"));
  const accountId =
    senderOf(message, within, chatId) ?? (chatId.startsWith("channel") ? chatId : null) ?? shown;
  if (!accountId) return unmapped("message without its sender", again);
  const instant = at(message, "date_unixtime");
  const seconds = unixSeconds(instant);
  if (seconds === null && textOf(instant)) return { unmapped: unreadableTime(instant) };
  const post: Post = {
    platform: "telegram",
    id: `${chatId}/${id}`,
    accountId,
    handle: shown,
    followers: null,
    accountCreated: null,
    seconds,
    ...telegramText(message),
    language: null,
    url: null,
    repostOf: forwardedFrom(message),
    quoteOf: null,
    replyTo: replyTo(message, chatId),
    likes: null,
    reposts: null,
  };
  return { post };
}

/** What a chat is as a sender: its messages are told apart from those of other chats by it. */
function peerOfChat(within: unknown): string | null {
  const id = idOf(at(within, "id"));
  const type = textOf(at(within, "type")) ?? "";
  if (!id) return null;
  if (/channel|supergroup/.test(type)) return `channel${id}`;
  return type === "private_group" ? `chat${id}` : `user${id}`;
}

/** `user123`, `channel123`; exports of before 2021 have numbers, of which the chat's own is known. */
function senderOf(message: unknown, within: unknown, chatId: string): string | null {
  const id = idOf(at(message, "from_id"));
  return id !== null && id === idOf(at(within, "id")) ? chatId : id;
}

/** Whose message was forwarded; a name only where the export is older or the account hides itself. */
function forwardedFrom(message: unknown): PostReference | null {
  const name = at(message, "forwarded_from");
  const account = idOf(at(message, "forwarded_from_id")) ?? textOf(name);
  return name === undefined && account === null ? null : { id: null, account };
}

/** The message replied to: in this chat, or in the one that the export names. */
function replyTo(message: unknown, chatId: string): PostReference | null {
  const id = idOf(at(message, "reply_to_message_id"));
  if (!id) return null;
  return { id: `${idOf(at(message, "reply_to_peer_id")) ?? chatId}/${id}`, account: null };
}

/** `date` is a local time that doesn't tell its zone; this is the instant. */
function unixSeconds(value: unknown): number | null {
  return typeof value === "string" && /^\d{1,11}$/.test(value) ? Number(value) : null;
}

/** `invite_members`, `pin_message`. */
function actionOf(message: unknown): string {
  const action = textOf(at(message, "action")) ?? "";
  return /^[a-z_]{1,60}$/.test(action) ? action : "of a kind not told";
}

const again = "export the chat again with a current Telegram Desktop";

function notPost(message: string): Mapped {
  return unmapped(message, "nothing to mend: nobody wrote it");
}

function unmapped(message: string, mend: string): Mapped {
  return { unmapped: { message, mend } };
}
