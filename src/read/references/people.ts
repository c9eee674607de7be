import type { SourceWords } from "../../lexicon/sources.ts";
import type { Prose, Sentence } from "../sentences/prose.ts";
import type { Finder } from "./finder.ts";
import type { Reference } from "./references.ts";
import { spanOf, wordsOf } from "./runs.ts";

/** How far a role may stand from its name, in tokens. */
const reach = 7;
/** … and the place of learning that somebody leads or works at. */
const longReach = 14;
const leading = new Set(["head", "director", "founder", "fellow", "chair", "dean", "member"]);

/** A role of the list, or a scholar by the word's end. */
function isExpert(words: SourceWords, word: string): boolean {
  return words.expert.has(word) || /.{3}(?:ologist|ographer)$/.test(word);
}

/**
 * Makes the finder of people who are brought in from outside the event: named, with a role of
 * scholarship, comment or reporting, in a sentence that says something on their word.
 *
 *     Ana Maron, a professor of law, said …       Author and critic Ana Maron argues …
 *     ^^^^^^^^^    ^^^^^^^^^ role                  ^^^^^^ role       ^^^^^^^^^
 */
export function createPeopleFinder(words: SourceWords): Finder {
  const find: Finder["find"] = ({ prose, sentence, runs, leans }, starts) => {
    const { tokens } = prose;
    const found: Reference[] = [];
    const says = starts.some((at) => tokens[at]?.pos === "VERB");
    for (const run of runs) {
      let { from } = run;
      let titled = false;
      while (from < run.to && isExpert(words, tokens[from]?.lower ?? "")) {
        from++;
        titled = true;
      }
      // "Professor Ana Maron of Brenna University": the name ends at "of".
      const of = titled ? tokens.slice(from, run.to).findIndex(({ lower }) => lower === "of") : -1;
      const to = of > 0 ? from + of : run.to;
      if (to - from < (titled ? 1 : 2) || to - from > 4) continue;
      if (
        !titled &&
        !roleBefore(words, prose, sentence, from) &&
        !roleAfter(words, prose, sentence, run.to)
      )
        continue;
      if (
        tokens
          .slice(from, to)
          .some((token) => token.lower === "of" || words.orghead.has(token.lower))
      )
        continue;
      const verb = words.report.has(tokens[run.to]?.lower ?? "");
      if (!says && !verb && !describesNext(tokens[run.to]) && !leans(from, to)) continue;
      found.push({
        ...spanOf(tokens, from, to),
        name: wordsOf(prose, from, to),
        kind: "person",
        url: null,
        rule: "references/outside-expert",
      });
    }
    return found;
  };
  return { opens: (word) => words.report.has(word), find };
}

/** "Poet and radio critic Ana Maron": the role touches the name. */
function roleBefore(
  words: SourceWords,
  { tokens }: Prose,
  sentence: Sentence,
  from: number,
): boolean {
  const at = from - 1;
  const token = tokens[at];
  return at >= sentence.firstToken && token !== undefined && isExpert(words, token.lower);
}

/** "Ana Maron, a former professor": a comma, an article, and the role soon after. */
function roleAfter(words: SourceWords, { tokens }: Prose, sentence: Sentence, to: number): boolean {
  if (tokens[to]?.lower !== ",") return false;
  let heads = false;
  for (let at = to + 1; at < sentence.endToken && at <= to + (heads ? longReach : reach); at++) {
    const token = tokens[at];
    if (!token || token.lower === "," || token.pos === "AUX" || token.lower === "who") return false;
    if (isExpert(words, token.lower)) return true;
    if (heads && words.academic.has(token.lower)) return true;
    heads ||= leading.has(token.lower);
    if (token.pos === "VERB" || token.pos === "PRON") return false;
  }
  return false;
}

/** "the poet Ana Maron describes": a verb right after the name. */
function describesNext(token: Prose["tokens"][number] | undefined): boolean {
  return token?.pos === "VERB" && token.lower.endsWith("s");
}
