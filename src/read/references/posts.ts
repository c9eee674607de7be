import { longestPhrase, phraseSet } from "../../lexicon/phrases.ts";
import type { SourceWords } from "../../lexicon/sources.ts";
import type { Prose, Sentence } from "../sentences/prose.ts";
import type { Finder } from "./finder.ts";
import type { Reference } from "./references.ts";
import { type Run, spanOf, wordsOf } from "./runs.ts";

/** How far to the left a post's description may reach, in tokens. */
const reach = 7;
/** Posts that are known by whose they are, not by what they say. */
const standing = new Set(["account", "page", "channel", "feed"]);
/** These are posts without a platform's name beside them. */
const tellingAlone = new Set(["tweet", "retweet"]);

/** Makes the finder of single posts, videos and accounts that a text speaks of. */
export function createPostFinder(words: SourceWords): Finder {
  const platforms = phraseSet([...words.platform].filter((name) => name !== "x"));
  const find: Finder["find"] = ({ prose, sentence, runs }, starts) => {
    const { tokens } = prose;
    const found: Reference[] = [];
    for (const at of starts) {
      const lower = tokens[at]?.lower ?? "";
      if (lower === "tweeted") {
        const run = runs.find((one) => one.to === at);
        if (run)
          found.push(post(prose, run.from, at + 1, `tweet by ${wordsOf(prose, run.from, run.to)}`));
        continue;
      }
      if (tokens[at]?.pos === "VERB") continue;
      const described = describe(prose, sentence, runs, platforms, at);
      if (described) found.push(described);
    }
    return found;
  };
  return {
    opens: (word) => word === "tweeted" || (words.post.has(word) && !isPlural(word)),
    find,
  };
}

function isPlural(word: string): boolean {
  return word.endsWith("s");
}

type Platforms = ReturnType<typeof phraseSet>;

/**
 * A post with its platform, and whose it is.
 *
 *     this video on Twitter · a social media post by Ana Maron · the ministry's official Facebook page
 *          ^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^     ^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
function describe(
  prose: Prose,
  sentence: Sentence,
  runs: readonly Run[],
  platforms: Platforms,
  at: number,
): Reference | undefined {
  const { tokens } = prose;
  const noun = tokens[at]?.lower ?? "";
  let from = at;
  while (from > sentence.firstToken && at - from < reach && describes(tokens[from - 1])) from--;
  let platform = tellingAlone.has(noun);
  for (let left = from; left < at; left++)
    if (longestPhrase(platforms, tokens, left, at)?.end === at) platform = true;
  let to = at + 1;
  if (/^(?:posted|published|shared|uploaded|released|circulating)$/.test(tokens[to]?.lower ?? ""))
    to++;
  const link = tokens[to]?.lower;
  if (link === "on" || link === "via" || link === "to") {
    const right = longestPhrase(platforms, tokens, to + 1, sentence.endToken);
    if (right) {
      platform = true;
      to = right.end;
    }
  }
  if (!platform) return undefined;
  const by =
    tokens[to]?.lower === "by" || tokens[to]?.lower === "of" || tokens[to]?.lower === "from";
  const author = by ? runs.find((run) => run.from === to + 1 || run.from === to + 2) : undefined;
  if (author) to = author.to;
  const owned = tokens
    .slice(from, at)
    .some((token) => token.pos === "PROPN" && !isPlatform(platforms, token.lower));
  const before = tokens[from - 1]?.lower ?? "";
  const pointed = /^(?:this|that|the|an?|another|one)$/.test(before);
  const theirs = /^(?:its|his|her|their|my|our)$/.test(before);
  if (!author && !owned && !theirs && (standing.has(noun) || !pointed)) return undefined;
  if (to - from < 2) return undefined;
  const owner = author
    ? undefined
    : runs.find((run) => run.to === at || (run.to === at - 1 && tokens[at - 1]?.lower === "'s"));
  if (owner && tellingAlone.has(noun))
    return post(prose, owner.from, to, `${noun} by ${wordsOf(prose, owner.from, owner.to)}`);
  return post(prose, from, to, wordsOf(prose, from, to).replace(/^(?:recent|latest|new) /i, ""));
}

function describes(token: { pos: string; lower: string } | undefined): boolean {
  if (!token || !/^[\p{L}'-]/u.test(token.lower)) return false;
  return (
    token.pos === "ADJ" || token.pos === "NOUN" || token.pos === "PROPN" || token.lower === "'s"
  );
}

function isPlatform(platforms: Platforms, word: string): boolean {
  return platforms.next.has(word);
}

function post(prose: Prose, from: number, to: number, name: string): Reference {
  return {
    ...spanOf(prose.tokens, from, to),
    name,
    kind: "post",
    url: null,
    rule: "references/post",
  };
}
