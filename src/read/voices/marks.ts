import type { Lexicon } from "../../lexicon/lexicon.ts";

/**
 * Makes the function that reads the next writer's name from a line that gives them the word:
 *
 *     ana-maron wrote:      @ana_maron      Posted by Ana Maron at 12:05      anonymous asked:
 */
export function createMarkReader(lexicon: Lexicon): (line: string) => string | undefined {
  const { says, opening } = lexicon.threads;
  return (line) => {
    if (line.length > 200) return undefined;
    const handle = /^(@\w[\w.]{0,29}\w)\.?\s*(?:[:·•|(]|$)/.exec(line);
    if (handle) return handle[1];
    const given = line.includes(":")
      ? /^(\S{2,40}(?: \S{1,30}){0,3}) (\p{L}+)(?: (?:on|at|·)[^:]{0,60})?:/u.exec(line)
      : null;
    if (given && says.has((given[2] ?? "").toLowerCase()) && isName(given[1] ?? ""))
      return given[1];
    const reblog = /^(\S{2,40}) (?:reblogged|reposted|retweeted)\b[^.]{0,80}$/u.exec(line);
    if (reblog && isName(reblog[1] ?? "") && reblog[1] !== "I") return reblog[1];
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

/** A handle, or words that all begin with a capital. */
function isName(words: string): boolean {
  return (
    words.split(" ").every((word) => /^(?:\p{Lu}|@|u\/)/u.test(word)) ||
    /^[\w.-]{3,40}$/.test(words)
  );
}
