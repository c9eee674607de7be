import type { Span } from "../../document/span.ts";

/** A stretch of a text: as the other text has it, in other words, or with another number. */
export type Difference = Span & { readonly is: "same" | "other" | "number" };

export type Differences = {
  /** They tile the text. */
  readonly pieces: readonly Difference[];
  /** Telling words and numbers of the other text that this one has nowhere. */
  readonly missing: readonly string[];
};

/** Longer texts are compared as far as this, in words: the comparison grows with the square. */
const mostWords = 300;
/** Shorter words tell little by being left out. */
const tellingUnits = 4;

type Word = Span & { readonly key: string };

/**
 * A text held against another, word by word, as the longest sequence of words that both have in one
 * order (Hunt and McIlroy 1976). Capitals do not count.
 *
 *     the other: No warning was given to the town at 3:50.
 *     the text:  A warning was given at 4:05.
 *                ^ other                ^^^^ number
 *     missing:   town, 3:50
 *
 * Where the other has no number, those of the text are other words.
 */
export function differencesOf(text: string, other: string): Differences {
  const own = wordsOf(text);
  const others = wordsOf(other);
  const shared = commonOf(own, others);
  const hasNumbers = others.some(({ key }) => hasNumber(key));
  const held = new Set(own.map(({ key }) => key));
  const pieces: Difference[] = [];
  let at = 0;
  const add = (end: number, is: Difference["is"]) => {
    const last = pieces.at(-1);
    if (end <= at) return;
    if (last?.is === is) pieces[pieces.length - 1] = { ...last, end };
    else pieces.push({ start: at, end, is });
    at = end;
  };
  for (const [index, { start, end, key }] of own.entries()) {
    const isNumber = hasNumbers && hasNumber(key) && !(index === 0 && numbersParagraph(text, end));
    const is = shared.has(index) ? "same" : isNumber ? "number" : "other";
    add(start, is === pieces.at(-1)?.is ? is : "same");
    add(end, is);
  }
  add(text.length, "same");
  const missing = new Map<string, string>();
  for (const { key, start, end } of others)
    if (!held.has(key) && (hasNumber(key) || key.length >= tellingUnits))
      missing.set(key, other.slice(start, end));
  return { pieces, missing: [...missing.values()] };
}

function wordsOf(text: string): Word[] {
  const words: Word[] = [];
  for (const match of text.matchAll(/[\p{L}\p{N}]+(?:['’.,:][\p{L}\p{N}]+)*/gu)) {
    if (words.length === mostWords) break;
    const [word] = match;
    words.push({ start: match.index, end: match.index + word.length, key: word.toLowerCase() });
  }
  return words;
}

/** `6. The boats …`: the number counts paragraphs, and nothing that the text tells of. */
function numbersParagraph(text: string, end: number): boolean {
  return /^[.)]\s/.test(text.slice(end, end + 2)) && /^\s*[(]?\d{1,3}$/.test(text.slice(0, end));
}

function hasNumber(key: string): boolean {
  return /\p{N}/u.test(key);
}

/** Indices into `own` of a longest common subsequence of words. */
function commonOf(own: readonly Word[], others: readonly Word[]): ReadonlySet<number> {
  const width = others.length + 1;
  const longest = new Uint16Array((own.length + 1) * width);
  const at = (row: number, column: number) => longest[row * width + column] ?? 0;
  for (let row = own.length - 1; row >= 0; row--)
    for (let column = others.length - 1; column >= 0; column--)
      longest[row * width + column] =
        own[row]?.key === others[column]?.key
          ? at(row + 1, column + 1) + 1
          : Math.max(at(row + 1, column), at(row, column + 1));
  const common = new Set<number>();
  for (let row = 0, column = 0; row < own.length && column < others.length; ) {
    if (own[row]?.key === others[column]?.key) {
      common.add(row++);
      column++;
    } else if (at(row + 1, column) >= at(row, column + 1)) row++;
    else column++;
  }
  return common;
}
