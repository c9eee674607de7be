import type { Reference } from "./references.ts";

/** Addresses as they stand in running text; the closing marks of a sentence are not part of one. */
const address = /https?:\/\/[^\s<>"“”]{1,2000}/gi;

/**
 * All addresses of a text: posts on the platforms by their account, others as links, with the
 * words of a Markdown link as the name.
 *
 *     [a report](https://harbour.example/2020/ferry.html)   https://twitter.com/anamaron/status/12
 *      ^^^^^^^^ link                                        tweet by anamaron
 */
export function readLinks(text: string): Reference[] {
  const found: Reference[] = [];
  for (const match of text.matchAll(address)) {
    const url = match[0].replace(/[)\].,;:!?'’*_]+$/, "");
    const start = match.index;
    const anchor =
      text.slice(start - 2, start) === "](" ? anchorBefore(text, start - 2) : undefined;
    const post = postName(url);
    const place = post === undefined && anchor ? anchor : { start, end: start + url.length };
    if (post !== undefined)
      found.push({ ...place, name: post, kind: "post", url, rule: "references/post-address" });
    else
      found.push({
        start: place.start,
        end: place.end,
        name: anchor?.name ?? host(url),
        kind: "link",
        url,
        rule: "references/link",
      });
  }
  return found;
}

/** The words of a link are at most so long (UTF-16 code units). */
const longestAnchor = 300;

/** The words of a Markdown link whose "](" stands at `close`. */
function anchorBefore(
  text: string,
  close: number,
): { start: number; end: number; name: string } | undefined {
  const near = text.slice(Math.max(0, close - longestAnchor), close);
  const back = near.lastIndexOf("[");
  const open = close - near.length + back;
  if (back < 0 || close === open + 1) return undefined;
  return {
    start: open + 1,
    end: close,
    name: text
      .slice(open + 1, close)
      .replace(/\s+/g, " ")
      .trim(),
  };
}

const postAddresses: readonly (readonly [RegExp, string])[] = [
  [/^https?:\/\/(?:www\.|mobile\.)?(?:twitter|x)\.com\/(\w{1,30})\/status\//i, "tweet by "],
  [/^https?:\/\/(?:www\.)?t\.me\/(?:s\/)?(\w{3,40})\/\d/i, "Telegram post by "],
  [
    /^https?:\/\/(?:www\.|m\.)?facebook\.com\/([\w.]{3,60})\/(?:posts|videos|photos)\//i,
    "Facebook post by ",
  ],
  [/^https?:\/\/(?:www\.)?tiktok\.com\/@([\w.]{2,40})\/video\//i, "TikTok video by "],
  [/^https?:\/\/(?:www\.)?instagram\.com\/([\w.]{2,40})\/(?:p|reel)\//i, "Instagram post by "],
  [/^https?:\/\/bsky\.app\/profile\/([\w.-]{3,60})\/post\//i, "Bluesky post by "],
];

function postName(url: string): string | undefined {
  for (const [pattern, words] of postAddresses) {
    const account = pattern.exec(url)?.[1];
    if (account) return words + account;
  }
  if (/^https?:\/\/(?:www\.)?instagram\.com\/(?:p|reel)\//i.test(url)) return "Instagram post";
  if (/^https?:\/\/(?:(?:www\.|m\.)?youtube\.com\/watch|youtu\.be\/)/i.test(url))
    return "YouTube video";
  return undefined;
}

function host(url: string): string {
  return /^https?:\/\/(?:www\.)?([^/?#:]+)/i.exec(url)?.[1] ?? url;
}
