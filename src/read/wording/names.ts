import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Pack, PackNames } from "../../lexicon/pack.ts";
import { phraseWords } from "../../lexicon/phrases.ts";
import type { Token } from "../sentences/prose.ts";
import { inflections } from "./inflect.ts";

/** A contested name where it stands, as its text first writes it. */
export type NameUse = Span & {
  readonly label: string;
  readonly concept: string;
  readonly pack: string;
};

/** Frames by the word next to the name: the words before it backwards, those after it onwards. */
type Frames = ReadonlyMap<string, readonly (readonly string[])[]>;
/** A run of tokens that is one name, in small letters. */
type Run = { readonly from: number; readonly end: number; readonly key: string };

/** So many marks and words ("(", "also") may stand between two names of one thing. */
const widestAlias = 4;

/**
 * Makes the function that finds the names of contested things by the phrases around them, and then
 * every other mention of them in the text. The name of a people is none.
 *
 *     The war over Norra Bank, or Tolby Shoal, began here. Tolby Shoal was quiet.
 *         ~~~~~~~~ ^^^^^^^^^^ ~~~ ^^^^^^^^^^^              ^^^^^^^^^^^
 */
export function createNamesReader(
  packs: readonly Pack[],
  { gazetteer }: Pick<Lexicon, "gazetteer">,
): {
  readonly read: (text: string, tokens: readonly Token[]) => NameUse[];
  /** Words without one of which no text frames a name. */
  readonly triggers: ReadonlySet<string>;
} {
  const finders = packs.flatMap(({ pack, concepts }) =>
    concepts.flatMap(({ concept, names }) => (names ? [{ pack, concept, ...compile(names) }] : [])),
  );
  const isPeople = (word: string): boolean => gazetteer.words.get(word)?.kind === "people";
  const read = (text: string, tokens: readonly Token[]): NameUse[] =>
    finders.flatMap(({ pack, concept, before, after, aliases, not }) => {
      const runs = runsOf(tokens, not);
      const framed = runs.filter(
        ({ from, end }) => fits(before, tokens, from - 1, -1) || fits(after, tokens, end, 1),
      );
      if (framed.length === 0) return [];
      const found = new Map<string, string>();
      const add = ({ from, end, key }: Run): void => {
        const { start } = tokens[from] as Token;
        if (!found.has(key) && !key.split(/[ -]+/).some(isPeople))
          found.set(key, text.slice(start, tokens[end - 1]?.end));
      };
      for (const run of framed) add(run);
      // "Upper Norra" is a name of Norra.
      const short = [...found.keys()].filter((key) => !key.includes(" "));
      for (const run of runs)
        if (short.some((key) => run.key.endsWith(` ${key}`) || run.key.endsWith(`-${key}`)))
          add(run);
      // A name that is said to be another's is contested, too.
      for (const [index, run] of runs.entries()) {
        const next = runs[index + 1];
        if (!next || tokens[next.end]?.lower === "of" || !isAlias(tokens, run, next, aliases))
          continue;
        if (found.has(run.key)) add(next);
        else if (found.has(next.key)) add(run);
      }
      return runs.flatMap(({ from, end, key }) => {
        const label = found.get(key);
        const { start } = tokens[from] as Token;
        return label === undefined
          ? []
          : [{ start, end: tokens[end - 1]?.end ?? start, label, concept, pack }];
      });
    });
  const triggers = new Set(
    packs.flatMap(({ concepts }) =>
      concepts.flatMap(({ names }) => (names?.frames ?? []).flatMap(triggerOf)),
    ),
  );
  return { read, triggers };
}

/** The longest word of a frame, in its forms: it is the rarest. */
function triggerOf(frame: string): readonly string[] {
  const words = phraseWords(frame).filter((word) => word !== "name");
  const longest = words.reduce((best, word) => (word.length > best.length ? word : best), "");
  return inflections(longest);
}

function compile({ frames, aliases, not }: PackNames) {
  const before = new Map<string, string[][]>();
  const after = new Map<string, string[][]>();
  for (const frame of frames) {
    const words = phraseWords(frame);
    const leads = words.at(-1) === "name";
    const rest = leads ? words.slice(0, -1).reverse() : words.slice(1);
    const [nearest = "", ...others] = rest;
    const into = leads ? before : after;
    for (const form of inflections(nearest)) into.set(form, [...(into.get(form) ?? []), others]);
  }
  return {
    before: before as Frames,
    after: after as Frames,
    aliases: new Set(aliases.map((phrase) => phraseWords(phrase).join(" "))),
    not: new Set(not),
  };
}

const joins = new Set(["-", "‑"]);

/** Stretches of proper nouns, hyphens within; a word that is no name parts them. */
function runsOf(tokens: readonly Token[], not: ReadonlySet<string>): Run[] {
  const runs: Run[] = [];
  let from = -1;
  for (let at = 0; at <= tokens.length; at++) {
    const token = tokens[at];
    if (token?.pos === "PROPN" && !not.has(token.lower)) {
      if (from < 0) from = at;
      continue;
    }
    if (from < 0) continue;
    const joined = joins.has(token?.lower ?? "") && tokens[at + 1]?.pos === "PROPN";
    if (joined) continue;
    runs.push({ from, end: at, key: keyOf(tokens, from, at) });
    from = -1;
  }
  return runs;
}

/** Whether the words from `at` on, in direction `step`, are those of a frame. */
function fits(frames: Frames, tokens: readonly Token[], at: number, step: 1 | -1): boolean {
  let place = at;
  while (isLoose(tokens, place, step)) place += step;
  const frame = frames.get(tokens[place]?.lower ?? "");
  return (
    frame?.some((words) =>
      words.every((word, index) => tokens[place + step * (index + 1)]?.lower === word),
    ) ?? false
  );
}

/** Quotation marks ("“occupied” Norra Bank") and, after a preposition, "the". */
function isLoose(tokens: readonly Token[], at: number, step: 1 | -1): boolean {
  const lower = tokens[at]?.lower ?? "";
  if (/^["“”‘’']$/.test(lower)) return true;
  return step < 0 && lower === "the" && tokens[at - 1]?.pos === "ADP";
}

function isAlias(
  tokens: readonly Token[],
  { end }: Run,
  { from }: Run,
  aliases: ReadonlySet<string>,
): boolean {
  if (from - end > widestAlias) return false;
  const between: string[] = [];
  for (let at = end; at < from; at++) {
    const { lower, pos } = tokens[at] as Token;
    if (pos !== "PUNCT" && lower !== "the") between.push(lower);
    else if (lower === "." || lower === ";") return false;
  }
  return aliases.has(between.join(" "));
}

function keyOf(tokens: readonly Token[], from: number, end: number): string {
  let key = (tokens[from] as Token).lower;
  for (let at = from + 1; at < end; at++) key += ` ${(tokens[at] as Token).lower}`;
  return key;
}
