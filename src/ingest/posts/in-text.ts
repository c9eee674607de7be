import { eachOnce, hashtagsOf } from "./values.ts";

// For platforms that tell of these in the text only.

/** `#Ferry, ＃Brücke` → ferry, brücke; a number alone is none. */
export function hashtagsInText(text: string): readonly string[] {
  return hashtagsOf(
    Array.from(
      text.matchAll(/(?<![\p{L}\p{N}_&/])[#＃]([\p{L}\p{M}\p{N}_]{1,200})/gu),
      found,
    ).filter((tag) => /\P{N}/u.test(tag)),
  );
}

/** `@harbour_watch.` → harbour_watch; an address of e-mail is none. */
export function mentionsInText(text: string): readonly string[] {
  return eachOnce(
    Array.from(text.matchAll(/(?<![\p{L}\p{N}_.@/])@([\p{L}\p{N}_](?:[\w.]{0,60}\w)?)/gu), found),
  );
}

/** Addresses without the punctuation of the sentence behind them. */
export function urlsInText(text: string): readonly string[] {
  return eachOnce(
    Array.from(text.matchAll(/\bhttps?:\/\/[^\s<>"'`]{3,2000}/gi), ([url]) =>
      url.replace(/[.,;:!?…)\]}»”]+$/, ""),
    ),
  );
}

function found(match: RegExpExecArray): string {
  return match[1] ?? "";
}
