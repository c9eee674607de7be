import { longestPhrase, phraseSet } from "../../lexicon/phrases.ts";
import type { SourceWords } from "../../lexicon/sources.ts";
import type { Prose, Sentence } from "../sentences/prose.ts";
import { isBody } from "./bodies.ts";
import type { Finder } from "./finder.ts";
import type { Reference } from "./references.ts";
import { isCapital, isClaimed, type Run, spanOf, wordsOf } from "./runs.ts";

/** How many tokens before "resolution" may name the body that passed it. */
const bodyReach = 8;

/** Makes the finder of documents: by number, by name, or by the kind of paper that was given out. */
export function createDocumentFinder(words: SourceWords): Finder {
  const named = phraseSet(words.named);
  const given = phraseSet(words.joint);
  const find: Finder["find"] = ({ prose, sentence, runs }, starts) => {
    if (starts.length === 0 && runs.length === 0) return [];
    const { tokens } = prose;
    const found: Reference[] = [];
    const claimed: Run[] = [];
    const add = (from: number, to: number, rule: string, name = wordsOf(prose, from, to)) => {
      claimed.push({ from, to });
      found.push({
        ...spanOf(tokens, from, to),
        name,
        kind: "document",
        url: null,
        rule: `references/${rule}`,
      });
    };
    for (const at of starts) {
      const lower = tokens[at]?.lower ?? "";
      if (lower === "resolution" || lower === "resolutions") {
        const body = bodyBefore(prose, sentence, at);
        for (const [index, { from, to, number }] of numbersAfter(prose, sentence, at).entries())
          add(index === 0 ? at : from, to, "numbered", `${body}Resolution ${number}`);
      } else if (lower === "article" && /^\d{1,3}$/.test(tokens[at + 1]?.lower ?? "")) {
        const of = tokens[at + 2]?.lower === "of" ? at + 3 : 0;
        const run = runs.find((one) => of > 0 && (one.from === of || one.from === of + 1));
        if (run) add(at, run.to, "article");
      }
      const law = words.numberedlaw.has(lower) ? lawNumber(prose, sentence, at) : undefined;
      if (law !== undefined) add(capitalsBefore(prose, sentence, at), law, "numbered-law");
      const hit = longestPhrase(named, tokens, at, sentence.endToken);
      if (hit && !isClaimed(claimed, at, hit.end)) add(at, hit.end, "named");
      const paper = longestPhrase(given, tokens, at, sentence.endToken);
      if (paper && !isClaimed(claimed, at, paper.end)) add(at, paper.end, "given-out");
    }
    for (const { from, to } of runs) {
      if (isClaimed(claimed, from, to + 1)) continue;
      const last = tokens[to - 1]?.lower ?? "";
      const next = tokens[to];
      const nextNext = tokens[to + 1];
      if (to - from >= 2 && words.act.has(last) && !isGathering(tokens[to - 2]?.lower, last))
        add(possessorOf(prose, sentence, from), yearAfter(prose, sentence, to), "named-act");
      else if (to - from >= 2 && words.opensact.has(tokens[from]?.lower ?? ""))
        add(from, to, "named-act");
      else if (
        next &&
        to < sentence.endToken &&
        !isCapital(prose.text, next) &&
        words.actafter.has(next.lower)
      )
        add(from, to + 1, "act-of-a-name");
      else if (
        next &&
        to < sentence.endToken &&
        isBody(prose, words, from, to) &&
        (words.work.has(next.lower) ||
          (next.lower === "'s" && words.work.has(nextNext?.lower ?? "")))
      )
        add(from, next.lower === "'s" ? to + 2 : to + 1, "work-of-a-body");
    }
    return found;
  };
  return {
    opens: (word) =>
      numbered.has(word) ||
      words.numberedlaw.has(word) ||
      named.next.has(word) ||
      given.next.has(word),
    find,
  };
}

/**
 * The token after a law's number, where the word for it is written with a capital.
 *
 *     Law No. 44/2019      Directive 2008/56/EC      Executive Order 13769
 *             ^^^^^^^                ^^^^^^^^^^                      ^^^^^
 */
function lawNumber({ text, tokens }: Prose, sentence: Sentence, at: number): number | undefined {
  const word = tokens[at];
  if (!word || !isCapital(text, word)) return undefined;
  let next = at + 1;
  while (next - at <= 3 && numberSigns.has(tokens[next]?.lower ?? "")) next++;
  if (next >= sentence.endToken || !/^\d/.test(tokens[next]?.lower ?? "")) return undefined;
  const plain = next === at + 1 && /^\d{1,2}$/.test(tokens[next]?.lower ?? "");
  let to = next + 1;
  // "44/2019", "2008/56/EC", "107-40": what a slash or a hyphen joins without a space.
  while (to + 1 < sentence.endToken && /^[/-]$/.test(tokens[to]?.lower ?? "")) {
    if (tokens[to]?.start !== tokens[to - 1]?.end) break;
    to += 2;
  }
  return plain && to === next + 1 && at === sentence.firstToken ? undefined : to;
}

const numberSigns = new Set(["no", "no.", "nos", "nos.", ".", "number", "#", "("]);

/** "Executive Order 13769", "Public Law 107-40": one capitalised word before belongs to it. */
function capitalsBefore({ text, tokens }: Prose, sentence: Sentence, at: number): number {
  const before = tokens[at - 1];
  return before && at - 1 > sentence.firstToken && isCapital(text, before) ? at - 1 : at;
}

/** "Patients' Rights Act": what a name before an apostrophe adds. */
function possessorOf({ text, tokens }: Prose, sentence: Sentence, from: number): number {
  const mark = tokens[from - 1]?.lower ?? "";
  const owner = tokens[from - 2];
  if (!/^(?:'s?|’)$/.test(mark) || !owner || from - 2 < sentence.firstToken) return from;
  return isCapital(text, owner) && owner.lower.endsWith("s") ? from - 2 : from;
}

/** "… Act of 1993". */
function yearAfter({ tokens }: Prose, sentence: Sentence, to: number): number {
  const year = /^(?:1[89]|20)\d\d$/.test(tokens[to + 1]?.lower ?? "");
  return tokens[to]?.lower === "of" && year && to + 1 < sentence.endToken ? to + 2 : to;
}

/** Documents that are known by a number after the word. */
const numbered = new Set(["resolution", "resolutions", "article"]);

/** A party's or a trade's national convention is a meeting, not a document. */
function isGathering(before: string | undefined, last: string): boolean {
  return last === "convention" && (before === "national" || before === "party");
}

/** "United Nations Security Council " before "Resolution 1712"; the chamber is left out. */
function bodyBefore(prose: Prose, sentence: Sentence, at: number): string {
  const from = Math.max(sentence.firstToken, at - bodyReach);
  const before = prose.text.slice(prose.tokens[from]?.start ?? 0, prose.tokens[at]?.start ?? 0);
  if (/\b(?:United Nations|U\.N\.|UN|UNSC|UNGA|Security Council|General Assembly)\b/.test(before))
    return "United Nations ";
  const house = /\b(House|Senate|Parliament|Congress|Council|Assembly)\s+(?:\w+\s+)?$/.exec(before);
  return house ? `${house[1]} ` : "";
}

/**
 * The numbers that belong to a resolution, or to a list of them.
 *
 *     Resolutions (including 1712, 1715 and 1731)
 *                            ^^^  ^^^     ^^^
 */
function numbersAfter(
  { tokens }: Prose,
  sentence: Sentence,
  at: number,
): { from: number; to: number; number: string }[] {
  const found: { from: number; to: number; number: string }[] = [];
  for (let next = at + 1; next < sentence.endToken; next++) {
    const token = tokens[next];
    if (!token) break;
    if (/^\d{1,4}(?:\/\d{1,4})?$/.test(token.lower)) {
      const year = /^(?:19|20)\d\d$/.test(token.lower) && tokens[next - 1]?.lower === "(";
      const slash =
        tokens[next + 1]?.lower === "/" && /^\d{1,4}$/.test(tokens[next + 2]?.lower ?? "");
      if (!year) {
        const number = slash ? `${token.lower}/${tokens[next + 2]?.lower}` : token.lower;
        found.push({ from: next, to: next + (slash ? 3 : 1), number });
        if (slash) next += 2;
      }
    } else if (!listWords.has(token.lower)) break;
  }
  return found;
}

const listWords = new Set([
  "(",
  ")",
  ",",
  "and",
  "or",
  "including",
  "no",
  "nos",
  "no.",
  "nos.",
  ".",
  "number",
  "numbers",
  "#",
  "like",
  "such",
  "as",
  "[",
  "]",
]);
