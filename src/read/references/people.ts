import type { SourceWords } from "../../lexicon/sources.ts";
import type { Prose, Sentence } from "../sentences/prose.ts";
import type { Finder } from "./finder.ts";
import type { Reference } from "./references.ts";
import { spanOf, wordsOf } from "./runs.ts";

/** How far a role may stand from its name, in tokens. */
const reach = 7;

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
      while (from < run.to && words.expert.has(tokens[from]?.lower ?? "")) {
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
      if (!says && !verb && !leans(from, to)) continue;
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
  return at >= sentence.firstToken && token !== undefined && words.expert.has(token.lower);
}

/** "Ana Maron, a former professor": a comma, an article, and the role soon after. */
function roleAfter(words: SourceWords, { tokens }: Prose, sentence: Sentence, to: number): boolean {
  if (tokens[to]?.lower !== ",") return false;
  for (let at = to + 1; at < sentence.endToken && at <= to + reach; at++) {
    const token = tokens[at];
    if (!token || token.lower === "," || token.pos === "AUX" || token.lower === "who") return false;
    if (words.expert.has(token.lower)) return true;
    if (token.pos === "VERB" || token.pos === "PRON") return false;
  }
  return false;
}
