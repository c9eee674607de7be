import { longestPhrase, phraseSet } from "../../lexicon/phrases.ts";
import type { SourceWords } from "../../lexicon/sources.ts";
import type { Prose } from "../sentences/prose.ts";
import type { Finder } from "./finder.ts";
import type { Reference } from "./references.ts";
import { isCapital, isClaimed, isLowerCase, type Run, spanOf, wordsOf } from "./runs.ts";

/** A name of so few letters must be in capitals throughout, or be leaned on. */
const shortName = 4;

/**
 * Makes the finder of outlets: those of the list wherever they stand, others by their last word
 * ("Brenna Herald") where the text leans on them.
 */
export function createMediaFinder(words: SourceWords): Finder {
  const known = phraseSet(words.media);
  const ambiguous = phraseSet(words.ambiguous);
  const genre = phraseSet(words.genre);
  const programme = phraseSet(words.programme);
  const find: Finder["find"] = ({ prose, sentence, runs, leans }, starts) => {
    if (starts.length === 0 && runs.length === 0) return [];
    const { text, tokens } = prose;
    const found: Reference[] = [];
    const claimed: Run[] = [];
    const lowered = isLowerCase(prose, sentence);
    const add = (from: number, to: number, rule: string) => {
      claimed.push({ from, to });
      let start = from;
      if (tokens[from]?.lower === "the" && to - from > 2) start++;
      found.push({
        ...spanOf(tokens, start, to),
        name: wordsOf(prose, start, to),
        kind: "media",
        url: null,
        rule: `references/${rule}`,
      });
    };
    const certain = (from: number, to: number): boolean => {
      const unclear = longestPhrase(ambiguous, tokens, from, to)?.end === to;
      const name = wordsOf(prose, from, to);
      if (lowered) {
        const unlike = to - from > 1 && tokens[from]?.lower !== "the";
        return !unclear && (unlike || leans(from, to) || works.has(tokens[to]?.lower ?? ""));
      }
      if (to - from === 1 && name.length <= shortName && name !== name.toUpperCase())
        return leans(from, to);
      if (
        unclear &&
        tokens[from]?.lower === "the" &&
        isCapital(text, tokens[from]) &&
        from > sentence.firstToken
      )
        return true;
      return !unclear || leans(from, to);
    };
    for (const at of starts) {
      const led = longestPhrase(programme, tokens, at, sentence.endToken);
      if (!led) continue;
      let from = led.end;
      while (from < sentence.endToken && /^(?:the|["“*_']+)$/.test(tokens[from]?.lower ?? ""))
        from++;
      const run = runs.find((one) => one.from <= from && from < one.to);
      if (run && run.to - run.from > 1) add(run.from, run.to, "programme");
    }
    let free = sentence.firstToken;
    for (const at of starts) {
      if (at < free) continue;
      const hit =
        longestPhrase(known, tokens, at, sentence.endToken) ??
        longestPhrase(ambiguous, tokens, at, sentence.endToken);
      const last = hit && tokens[hit.end - 1];
      if (!hit || !last || !(lowered || isCapital(text, last))) continue;
      const next = tokens[hit.end];
      const longer =
        next !== undefined &&
        next.start - last.end <= 1 &&
        isCapital(text, next) &&
        words.orghead.has(next.lower) &&
        !words.head.has(next.lower);
      const partOfName = at > sentence.firstToken && isNamePart(prose, at - 1);
      if (isClaimed(claimed, at, hit.end)) continue;
      if (!longer && !partOfName && certain(at, hit.end)) add(at, hit.end, "media-list");
      free = hit.end;
    }
    for (const { from, to } of runs) {
      if (isClaimed(claimed, from, to)) continue;
      const lastWord = tokens[to - 1]?.lower ?? "";
      if (endsAsMedium.test(lastWord) && isOneWordMedium.test(wordsOf(prose, to - 1, to)))
        add(from, to, "media-suffix");
      else if (
        to - from >= 2 &&
        (words.head.has(lastWord) || words.opensmedia.has(tokens[from]?.lower ?? "")) &&
        (leans(from, to) || isItalic(prose, from))
      )
        add(from, to, "media-head");
      else if (
        longestPhrase(genre, tokens, to, sentence.endToken) &&
        to - from <= 4 &&
        leansOrThe(prose, from)
      )
        add(from, to, "media-genre");
    }
    return found;
  };
  const opens = (word: string) =>
    known.next.has(word) || ambiguous.next.has(word) || programme.next.has(word);
  return { opens, find };
}

/** "MarrishPress"; the first pattern is the cheap test that almost every name fails. */
const endsAsMedium = /.(?:news|tv|press|times|post|fm|radio)$/;
const isOneWordMedium = /^\p{Lu}\p{L}+(?:News|TV|Press|Times|Post|FM|Radio)$/u;

/** What an outlet publishes ("the bbc article"). */
const works = new Set(["article", "report", "video", "piece", "interview", "headline", "coverage"]);

function isNamePart({ text, tokens }: Prose, at: number): boolean {
  const token = tokens[at];
  const next = tokens[at + 1];
  if (!token || !next || token.pos !== "PROPN" || !isCapital(text, token)) return false;
  return next.start - token.end <= 1 && token.lower !== "the";
}

function isItalic({ tokens }: Prose, from: number): boolean {
  return /^[*_]+$/.test(tokens[from - 1]?.lower ?? "");
}

function leansOrThe({ tokens }: Prose, from: number): boolean {
  return tokens[from - 1]?.pos === "DET" || tokens[from - 1]?.pos === "ADP" || from === 0;
}
