import type { Lexicon } from "../../lexicon/lexicon.ts";

/**
 * Makes the function that reads the next writer's name from a line that gives them the word:
 *
 *     ana-maron wrote:      @ana_maron      Posted by Ana Maron at 12:05      u/ana · 3 hr. ago
 */
export function createMarkReader(lexicon: Lexicon): (line: string) => string | undefined {
  const { says, opening } = lexicon.threads;
  return (line) => {
    if (line.length > longestMark) return undefined;
    const first = line.charCodeAt(0);
    if (first === atSign) {
      const handle = /^(@\w[\w.]{0,29}\w)\.?\s*(?:[:·•|(]|$)/.exec(line);
      if (handle) return handle[1];
    }
    const given = line.endsWith(":")
      ? /^(?:on [^:]{4,40}(?::\d\d)?[^:]{0,12}, )?(\S{2,40}(?: \S{1,30}){0,3}) (\p{L}+)(?: (?:on|at|·)[^:]{0,60}(?::\d\d[^:]{0,12})?)?:$/iu.exec(
          line,
        )
      : null;
    if (given && says.has((given[2] ?? "").toLowerCase()) && isName(given[1] ?? ""))
      return given[1];
    const reblog = /^(\S{2,40}) (?:reblogged|reposted|retweeted)\b[^.]{0,80}$/u.exec(line);
    if (reblog && isName(reblog[1] ?? "") && reblog[1] !== "I") return reblog[1];
    const card = line.length <= longestCard ? posted.exec(line) : null;
    if (card && isName(card[1] ?? "")) return card[1];
    const lower = line.toLowerCase();
    for (const phrase of opening) {
      if (!lower.startsWith(phrase) || lower[phrase.length] !== " ") continue;
      const name = /^@?[\p{L}\p{N}_.-]+(?: \p{Lu}[\p{L}.'-]+){0,3}/u.exec(
        line.slice(phrase.length + 1),
      );
      return name?.[0];
    }
    return undefined;
  };
}

const atSign = 64;
/** A line that names the next writer, and a card over a post, have at most so many characters. */
const longestMark = 200;
const longestCard = 80;

/** "u/ana · 3 hr. ago", "Ana Maron (@anamaron) · May 3", "ana — Today at 12:03". */
const posted =
  /^((?:u\/)?[\p{L}\p{N}_.'’-]{2,30}(?: [\p{L}\p{N}_.'’-]{1,20}){0,2})(?: \(?@[\w@.-]{1,60}\)?)?(?: ?[·•|,—–-])? {1,3}(?:posted |commented |replied |on )?(?:\d{1,2} ?(?:[smhdwy]|mo|min|mins|hrs?|hours?|minutes?|days?|weeks?|months?|years?)\.?(?: ago)?|(?:today|yesterday)(?: at)?(?: \d.{0,12})?|\d{1,2}:\d\d(?: ?[ap]m)?|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]* \d{1,2}(?:, \d{4})?)(?: ?[·•|(].{0,30})?$/iu;

/** A handle, or words that all begin with a capital. */
export function isName(words: string): boolean {
  return (
    words.split(" ").every((word) => /^(?:\p{Lu}|@|u\/|\d+$)/u.test(word)) ||
    /^[\w.-]{3,40}$/.test(words)
  );
}

/** A writer's name in front of their words, on the same line. */
export type Label = { readonly name: string; readonly form: "stamp" | "colon" | "dash" };

/**
 * The name that a line begins with, as chats, interviews and minutes write it:
 *
 *     [12:03] ana: …    <ana> …    4/5/31, 09:12 - Ana: …    Q: …    MARON: …    Ana – …
 */
export function readLabel(line: string): Label | undefined {
  const start = line.slice(0, longestLabel);
  const stamp = stamped.exec(start) ?? angled.exec(start);
  if (stamp?.[1]) return { name: stamp[1].trim(), form: "stamp" };
  const colon = start.includes(":") ? labelled.exec(start) : null;
  if (colon?.[1] && isSpeaker(colon[1])) return { name: colon[1], form: "colon" };
  const dash = dashed.exec(start);
  if (dash?.[1]) return { name: dash[1], form: "dash" };
  return undefined;
}

/** So many characters of a line are looked at for the name in front. */
const longestLabel = 80;

const stamped =
  /^\[?(?:\d{1,4}[./-]\d{1,2}[./-]\d{1,4},? )?\d{1,2}[:.]\d{2}(?:[:.]\d{2})?(?: ?[ap]\.?m\.?)?\]?(?: ?[-–])? <?([\p{L}\p{N}_@.'’-][^:<>[\]]{0,30})[>:] ?\S/iu;
const angled = /^<([\p{L}\p{N}_.@-]{1,30})> \S/u;
const labelled =
  /^[*_]{0,3}(@?[\p{L}\p{N}_.'’-]{1,30}(?: [\p{L}\p{N}_.'’-]{1,20}){0,3})[*_]{0,3} ?:[*_]{0,3}\s+\S/u;
const dashed = /^(\p{Lu}[\p{L}.'’-]{1,20}(?: \p{Lu}[\p{L}.'’-]{1,20}){0,2}) [–—-] \S/u;

/** A handle or nickname, or capitalised words; not a sentence's beginning. */
function isSpeaker(words: string): boolean {
  if (/^@?[\w.-]{1,30}$/.test(words)) return true;
  return words.split(" ").every((word) => /^\p{Lu}/u.test(word));
}
