import { longestPhrase, phraseSet } from "../../lexicon/phrases.ts";
import type { SourceWords } from "../../lexicon/sources.ts";
import type { Prose } from "../sentences/prose.ts";
import type { Finder } from "./finder.ts";
import type { Reference } from "./references.ts";
import { isCapital, isClaimed, isLowerCase, type Run, spanOf, wordsOf } from "./runs.ts";

/**
 * Makes the finder of organisations. Bodies whose work is to observe, measure or judge count
 * wherever they are named; ministries, unions, companies only where something is taken from them.
 */
export function createBodyFinder(words: SourceWords): Finder {
  const observers = phraseSet(words.observer);
  const find: Finder["find"] = ({ prose, sentence, runs, leans }, starts) => {
    if (starts.length === 0 && runs.length === 0) return [];
    const { text, tokens } = prose;
    const found: Reference[] = [];
    const claimed: Run[] = [];
    const lowered = isLowerCase(prose, sentence);
    const add = (from: number, to: number, rule: string) => {
      claimed.push({ from, to });
      found.push({
        ...spanOf(tokens, from, to),
        name: wordsOf(prose, from, to),
        kind: "organisation",
        url: null,
        rule: `references/${rule}`,
      });
    };
    let free = sentence.firstToken;
    for (const at of starts) {
      const hit = at < free ? undefined : longestPhrase(observers, tokens, at, sentence.endToken);
      const first = tokens[at];
      if (!hit || !first) continue;
      if (!isCapital(text, first) && !(lowered && hit.end - at > 1)) continue;
      const name = wordsOf(prose, at, hit.end);
      const from = runs.find((run) => run.from < at && at < run.to)?.from ?? at;
      if (hit.end - at > 1 || name === name.toUpperCase() || leans(at, hit.end))
        add(from, hit.end, "observer");
      free = hit.end;
    }
    for (const { from, to } of runs) {
      const span = spanOf(tokens, from, to);
      if (isClaimed(claimed, from, to)) continue;
      if (isFirm(prose, from)) {
        add(from, to, "body-as-source");
        continue;
      }
      if (!isBody(prose, words, from, to) || words.expert.has(tokens[from]?.lower ?? "")) continue;
      if (isLinked(text, span)) add(from, to, "body-linked");
      else if (leans(from, to) && !isChannel(prose, words, from)) add(from, to, "body-as-source");
    }
    return found;
  };
  return { opens: (word) => observers.next.has(word), find };
}

/** "the polling firm Northline": the name of one who counts or watches, after the word for it. */
function isFirm({ tokens }: Prose, from: number): boolean {
  const before = tokens[from - 1]?.lower ?? "";
  const two = `${tokens[from - 2]?.lower ?? ""} ${before}`;
  return before === "pollster" || before === "watchdog" || firms.has(two);
}

const firms = new Set(["polling firm", "polling company", "polling institute", "think tank"]);

/** A head noun of bodies, first or last; a platform; or an acronym. */
export function isBody(prose: Prose, words: SourceWords, from: number, to: number): boolean {
  const { tokens } = prose;
  const first = tokens[from]?.lower ?? "";
  const last = tokens[to - 1]?.lower ?? "";
  const before = tokens[from - 1]?.lower;
  if (before === "-" || before === "–") return false;
  if (to - from >= 2 && (words.orghead.has(last) || words.opensorg.has(first))) return true;
  // "Marine Institute of Lorin": the head noun stands before "of".
  for (let at = from + 1; at + 1 < to; at++) {
    const next = tokens[at + 1]?.lower;
    if ((next === "of" || next === "for") && words.orghead.has(tokens[at]?.lower ?? ""))
      return true;
  }
  // One word alone: "the UAE" is no body, but a country.
  if (to - from > 1 || (tokens[from]?.name ?? 0) > 1) return false;
  if (words.platform.has(first) && first !== "x") return true;
  return /^\p{Lu}{3,8}$/u.test(wordsOf(prose, from, to)) && !calendar.has(first);
}

/** Capitals that are no body: times, zones, shouts. */
const calendar = new Set([
  "gmt",
  "utc",
  "est",
  "edt",
  "cet",
  "usa",
  "note",
  "update",
  "live",
  "new",
  "the",
  "and",
  "but",
]);

/** "via Facebook", "on Twitter": the place where something was said, not who said it. */
function isChannel({ tokens }: Prose, words: SourceWords, from: number): boolean {
  if (!words.platform.has(tokens[from]?.lower ?? "")) return false;
  return /^(?:via|on|through|over|by)$/.test(tokens[from - 1]?.lower ?? "");
}

/** The whole text of a link: "[Harbour Fund](…)". */
function isLinked(text: string, span: { start: number; end: number }): boolean {
  return text[span.start - 1] === "[" && text.startsWith("](", span.end);
}
