/** What is shown in place of a name that stands in a text; the name itself where it may be read. */
export type ShownName = (name: string) => string;

/** Sites on which an address begins with an account's name, without "www." and the like. */
const namesFirst = new Set([
  ...["x.com", "twitter.com", "nitter.net", "t.me", "telegram.me", "instagram.com"],
  ...["facebook.com", "vk.com", "gab.com", "linktr.ee", "twitch.tv", "soundcloud.com"],
]);
/** What stands there where no name does. */
const noNames = new Set([
  ...["hashtag", "search", "home", "explore", "login", "share", "intent", "settings", "about"],
  ...["joinchat", "addstickers", "privacy", "tos", "watch", "groups", "events", "reel", "p"],
]);
/** What stands before a name: t.me/s/NAME, bsky.app/profile/NAME, linkedin.com/in/NAME. */
const beforeNames = new Set(["profile", "users", "user", "u", "in", "s"]);
/** Posts by number alone: x.com/i/status/1, t.me/c/1/2. The number leads to who wrote it. */
const numbersOnly = new Set(["i", "c", "statuses", "permalink.php", "story.php", "profile.php"]);

const host = /^(?:https?:\/\/)?(?:(?:www|m|mobile|web|l)\.)?([^/?#]*)/iu;
/** An address, or a name after "@" that is no part of a word or of an e-mail address. */
const parts =
  /((?:https?:\/\/|www\.)[^\s<>"”»)\]}]+|(?<![\p{L}\p{N}.@/-])(?:[\p{L}\p{N}-]+\.){1,4}\p{L}{2,12}\/[^\s<>"”»)\]}]+|tg:\/\/resolve\?domain=\w+)|(?<![\p{L}\p{N}])@([\p{L}\p{N}_](?:[\p{L}\p{N}_.-]*[\p{L}\p{N}_])?(?:@[\p{L}\p{N}](?:[\p{L}\p{N}.-]*[\p{L}\p{N}])?)?)/giu;

/**
 * A text with the accounts that it names shown as `show` has it: names after "@", with their server
 * or without, and addresses that lead to an account or to a post of one.
 *
 * ```
 *   thanks @ada, see https://x.com/ada/status/17 and t.me/ada
 *           ^^^                    ^^^ ^^^^^^^^^          ^^^
 * ```
 *
 * What stands after a name that is not shown is left out: the number of a post leads to its account.
 */
export function maskedText(text: string, show: ShownName): string {
  return text.replace(parts, (whole: string, address?: string, name?: string) => {
    if (name !== undefined) return `@${show(name)}`;
    const found = address === undefined ? null : nameInAddress(address);
    if (!found) return whole;
    if (found.name === null) return `${found.before}…`;
    const shown = show(found.name);
    if (shown === found.name) return whole;
    return `${found.before}${shown}${found.after === "" || shown.endsWith("…") ? "" : "/…"}`;
  });
}

/** The names that {@link maskedText} would ask for, each once. */
export function namesIn(text: string): string[] {
  const names = new Set<string>();
  maskedText(text, (name) => {
    names.add(name);
    return name;
  });
  return [...names];
}

type Found = { readonly before: string; readonly name: string | null; readonly after: string };

/** Whom an address leads to: `name` is null where only a number tells it. Null for any other page. */
function nameInAddress(address: string): Found | null {
  const [site = "", domain = ""] = host.exec(address) ?? [];
  const scheme = /^(tg:\/\/resolve\?domain=)(\w+)$/iu.exec(address);
  if (scheme) return { before: scheme[1] ?? "", name: scheme[2] ?? "", after: "" };
  const path = address.slice(site.length);
  const segments = [...path.matchAll(/[^/?#]+/gu)];
  const [first, second] = segments;
  if (!first) return null;
  const found = (segment: RegExpExecArray | RegExpMatchArray, skip = 0): Found | null => {
    const start = site.length + (segment.index ?? 0) + skip;
    // What ends a sentence ends no name.
    const [name = ""] =
      /^[\p{L}\p{N}_](?:[\p{L}\p{N}_.@-]*[\p{L}\p{N}_])?/u.exec(segment[0].slice(skip)) ?? [];
    if (name === "") return null;
    const after = address.slice(start + name.length);
    return {
      before: address.slice(0, start),
      name,
      after: /^[.,;:!?…'’]*$/u.test(after) ? "" : after,
    };
  };
  const at = segments.find(([segment]) => segment.startsWith("@"));
  if (at) return found(at, 1);
  const word = first[0].toLowerCase();
  if (second && beforeNames.has(word)) return found(second);
  if (!namesFirst.has(domain.toLowerCase())) return null;
  if (numbersOnly.has(word))
    return {
      before: `${address.slice(0, site.length + (first.index ?? 0) + word.length)}/`,
      name: null,
      after: "",
    };
  if (noNames.has(word) || word.startsWith("+")) return null;
  return found(first);
}
