import type { Span } from "../../document/span.ts";
import type { Furniture } from "../../lexicon/furniture.ts";
import { type Because, type Cue, type Setting, sentences, words } from "../explanation.ts";
import type { Noise } from "./noise.ts";

/** The lists of furniture.yaml by which each rule knows a line. */
const lists: Readonly<Record<string, readonly (keyof Furniture)[]>> = {
  "noise/furniture-line": ["line", "leads"],
  "noise/furniture-opening": ["opening"],
  "noise/sharing-line": ["sharing"],
  "noise/section-name": ["section"],
  "noise/trail": ["line", "leads", "section"],
  "noise/related-opening": ["related"],
  "noise/related-list": ["leads"],
  "noise/bracketed": ["matter"],
  "noise/credit-line": ["byline"],
  "noise/who-worked-on-it": ["agency"],
  "noise/notice": ["boilerplate"],
  "noise/appeal": ["appeal"],
  "noise/caption-opening": ["caption"],
  "noise/caption-credit": ["credit", "picture"],
  "noise/caption-picture": ["picture"],
};

/** What each kind of noise is called in a sentence. */
const kinds: Readonly<Record<Noise["kind"], string>> = {
  navigation: "moving about the site",
  byline: "who wrote it, where and when",
  caption: "a picture's caption",
  related: "a pointer to another text",
  boilerplate: "a notice",
  unrelated: "another text",
};

/** How far before a title its list's head is looked for, in characters. */
const listReach = 1500;

/** Why a passage is not part of the text: the words of the list it was known by, where there are any. */
export function explainNoise(noise: Noise, { text, lexicon }: Setting): Because {
  const { start, end, kind, rule } = noise;
  const names = lists[rule] ?? [];
  const from = rule === "noise/related-list" ? Math.max(0, start - listReach) : start;
  const listed = longestListed(
    text.slice(from, end).toLowerCase().replaceAll("’", "'"),
    names.map((name) => lexicon.furniture[name]),
    rule === "noise/related-list",
  );
  const cues: Cue[] = listed
    ? [{ start: from + listed.start, end: from + listed.end, role: "listed words" }]
    : [{ ...firstLine(text, noise), role: "line" }];
  return {
    because: sentences(
      listed
        ? `${words(text, cues[0] as Span)} is listed as ${kinds[kind]}.`
        : `It has the form and place of ${kinds[kind]}.`,
      kind !== "unrelated" && "It is left out of every comparison.",
      kind === "unrelated" && "It is left out of every comparison, to the end of the text.",
    ),
    cues,
    ...(listed ? { parameters: { "word list": "furniture.yaml", kind: names.join(", ") } } : {}),
  };
}

/** The longest listed phrase that stands there as whole words; the last one, where `last` is asked for. */
function longestListed(
  plain: string,
  sets: readonly ReadonlySet<string>[],
  last: boolean,
): Span | undefined {
  let best: Span | undefined;
  for (const set of sets)
    for (const phrase of set) {
      if (best && phrase.length <= best.end - best.start) continue;
      const at = last ? plain.lastIndexOf(phrase) : plain.indexOf(phrase);
      if (at < 0 || !isWhole(plain, at, at + phrase.length)) continue;
      best = { start: at, end: at + phrase.length };
    }
  return best;
}

function isWhole(plain: string, start: number, end: number): boolean {
  const isWord = (at: number) => /[\p{L}\p{N}]/u.test(plain.charAt(at));
  return !(isWord(start - 1) && isWord(start)) && !(isWord(end) && isWord(end - 1));
}

function firstLine(text: string, { start, end }: Span): Span {
  const ends = text.slice(start, end).search(/[\n\r]/);
  return { start, end: ends < 0 ? end : start + ends };
}
