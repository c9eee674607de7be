import { hashOf, openRow, pair, put, within } from "./feature.ts";
import { auxiliary, noun, pronoun, properNoun, punctuation, type Signs, verb } from "./signs.ts";

/** So many features tell what a unit is to a cue. */
export const roleFeatures = 46;

/** A cue: units[from … to). */
export type CueUnits = { readonly from: number; readonly to: number };

/** A cue in the units around it, with what lies on the way from it to each of them. */
export type Surroundings = {
  readonly cue: CueUnits;
  readonly from: number;
  readonly to: number;
  /** Marks, verbs, marks of quotes, other cues, "that" and nouns between the cue and the unit. */
  readonly marks: Uint8Array;
  readonly verbs: Uint8Array;
  readonly quotes: Uint8Array;
  readonly others: Uint8Array;
  readonly thats: Uint8Array;
  readonly nouns: Uint8Array;
  /** Hashes of the cue's head and of the cue, and of what stands on both sides of it. */
  readonly head: number;
  readonly headWord: number;
  readonly listed: number;
  readonly words: number;
  readonly shape: number;
};

const that = hashOf("that");
/** How far before and after a cue its source and content may stand, in units. */
const reachBefore = 60;
const reachAfter = 80;

/**
 * The cue's sentence as far as it lies within reach, with the ways from the cue.
 * `cues` tells of each unit of the text whether it begins (1) or goes on with (2) a cue.
 */
export function surroundings(signs: Signs, cues: Uint8Array, cue: CueUnits): Surroundings {
  const [from, to] = reach(signs, cue);
  const { word, stem, pos, quote } = signs;
  const length = to - from;
  const ways = {
    marks: new Uint8Array(length),
    verbs: new Uint8Array(length),
    quotes: new Uint8Array(length),
    others: new Uint8Array(length),
    thats: new Uint8Array(length),
    nouns: new Uint8Array(length),
  };
  walk(signs, cues, { cue, from, to }, ways, 1);
  walk(signs, cues, { cue, from, to }, ways, -1);
  const head = headOf(signs, cue);
  const { from: first, to: end } = cue;
  const around = pair(within(pos, first - 1, from, to), within(pos, end, from, to));
  const quotesAround = within(quote, first - 1, from, to) * 4 + within(quote, end, from, to);
  return {
    cue,
    from,
    to,
    ...ways,
    head: stem[head] as number,
    headWord: word[head] as number,
    listed: signs.cue[head] as number,
    words: pair(word[first] as number, pair(word[end - 1] as number, end - first)),
    shape: pair(around, quotesAround * 4 + (quote[first] as number)),
  };
}

function reach({ sentences, sentence }: Signs, cue: CueUnits): [number, number] {
  const own = sentences[sentence[cue.from] as number];
  const last = sentences[sentence[cue.to - 1] as number];
  return [
    Math.max(own?.from ?? cue.from, cue.from - reachBefore),
    Math.min(last?.to ?? cue.to, cue.to + reachAfter),
  ];
}

function headOf(signs: Signs, { from, to }: CueUnits): number {
  for (let at = from; at < to; at++) if (signs.cue[at] !== 0) return at;
  for (let at = from; at < to; at++) if (signs.pos[at] === verb) return at;
  return from;
}

type Ways = Pick<Surroundings, "marks" | "verbs" | "quotes" | "others" | "thats" | "nouns">;

function walk(
  { word, pos, quote }: Signs,
  cues: Uint8Array,
  { cue, from, to }: { readonly cue: CueUnits; readonly from: number; readonly to: number },
  ways: Ways,
  step: 1 | -1,
) {
  let marks = 0;
  let verbs = 0;
  let quotes = 0;
  let others = 0;
  let thats = 0;
  let nouns = 0;
  const start = step > 0 ? cue.to : cue.from - 1;
  for (let at = start; at >= from && at < to; at += step) {
    const nearer = at - step;
    if (at !== start) {
      const part = pos[nearer];
      if (part === punctuation && (quote[nearer] as number) < 2) marks++;
      if (part === verb || part === auxiliary) verbs++;
      if (word[nearer] === that) thats++;
      if (part === noun || part === properNoun || part === pronoun) nouns++;
    }
    if (quote[at] !== quote[nearer] && (quote[at] as number) >= 2) quotes++;
    if (cues[nearer] === 1 && nearer !== cue.from) others++;
    const index = at - from;
    ways.marks[index] = Math.min(marks, 4);
    ways.verbs[index] = Math.min(verbs, 3);
    ways.quotes[index] = Math.min(quotes, 4);
    ways.others[index] = Math.min(others, 3);
    ways.thats[index] = Math.min(thats, 2);
    ways.nouns[index] = Math.min(nouns, 4);
  }
}

/** Index of what the rules found with this cue; null where they found nothing. */
export function ruleOf({ ruleOf: rules }: Signs, { from, to }: CueUnits): number | null {
  for (let at = from; at < to; at++) if (rules[at] !== 0) return (rules[at] as number) - 1;
  return null;
}

/** Distances in units up to which they are told apart; all farther ones are alike. */
function distanceStep(distance: number): number {
  if (distance < 6) return distance;
  if (distance < 9) return 6;
  if (distance < 13) return 7;
  if (distance < 21) return 8;
  return distance < 40 ? 9 : 10;
}

/**
 * Writes the features of the unit `at` into `out` from `offset`: its place as seen from the cue
 * and what lies between, the words and parts of speech on both sides of it, the cue, quotes, other
 * cues and the edges of the sentence.
 */
export function writeRoleFeatures(
  signs: Signs,
  cues: Uint8Array,
  around: Surroundings,
  at: number,
  out: Int32Array,
  offset: number,
): void {
  const { word, stem, pos, quote, sentence } = signs;
  const { cue, from, to, head, headWord, listed, words, shape } = around;
  const row = openRow(out, offset, 100);
  const index = at - from;
  const side = at < cue.from ? 0 : at >= cue.to ? 1 : 2;
  const step =
    side === 0 ? distanceStep(cue.from - 1 - at) : side === 1 ? distanceStep(at - cue.to) : 11;
  const place = side * 16 + step;
  const apart = (sentence[at] as number) - (sentence[cue.from] as number);
  const where = side * 8 + Math.max(-3, Math.min(3, apart)) + 3;
  const w = word[at] as number;
  const s = stem[at] as number;
  const b1 = within(word, at - 1, from, to);
  const w1 = within(word, at + 1, from, to);
  const p = pos[at] as number;
  const p1 = within(pos, at + 1, from, to);
  const p2 = within(pos, at + 2, from, to);
  const q1 = within(pos, at - 1, from, to);
  const q2 = within(pos, at - 2, from, to);
  const quoted = quote[at] as number;
  const quotedAt = quoted * 8 + where * 32;
  const quoteBefore = within(quote, at - 1, from, to);
  const marks = around.marks[index] as number;
  const verbs = around.verbs[index] as number;
  const quotes = around.quotes[index] as number;
  const others = around.others[index] as number;
  const thats = around.thats[index] as number;
  const nouns = around.nouns[index] as number;
  const path = ((where * 5 + marks) * 4 + verbs) * 5 + quotes;
  const opens = at === from || sentence[at - 1] !== sentence[at] ? 1 : 0;
  const other = cues[at] as number;
  const otherBefore = at > from ? (cues[at - 1] as number) : 0;
  // Its place, and what lies between.
  put(row, place, p);
  put(row, place, w);
  put(row, place, head, p);
  put(row, path, p);
  put(row, path, head);
  put(row, path, w);
  put(row, where, p, q1);
  put(row, where, p, p1);
  put(row, where, w, b1);
  put(row, where, w, w1);
  put(row, where, pair(q1, p), p1);
  put(row, where, pair(q2, q1), p);
  put(row, where, pair(p, p1), p2);
  put(row, w, side);
  put(row, s, side);
  put(row, b1, side);
  put(row, w1, side);
  put(row, within(word, at - 2, from, to), side);
  put(row, within(word, at + 2, from, to), side);
  put(row, pair(marks, verbs), pair(b1, w), side);
  put(row, pair(marks, w), p1, where);
  put(row, pair(marks, verbs), pair(q1, p), pair(p1, side));
  put(row, pair(marks, verbs), b1, pair(p, side));
  put(row, pair(nouns, verbs), place, p);
  put(row, thats, path, b1);
  // Quotes.
  put(row, side * 4 + quoted, quoteBefore, within(quote, at + 1, from, to));
  put(row, side, quoted * 8 + (signs.quoteLength[at] as number), quotes);
  put(row, shape, quotedAt);
  put(row, shape, side * 64 + quoteBefore * 4 + quoted, marks);
  put(row, shape, path);
  put(row, shape, place, p);
  // The cue and its neighbours.
  put(row, listed, place, p);
  put(row, listed, shape, quotedAt);
  put(row, within(word, cue.to, from, to), place, p);
  put(row, pair(within(pos, cue.to, from, to), within(pos, cue.to + 1, from, to)), place, p);
  put(
    row,
    pair(within(pos, cue.from - 1, from, to), within(pos, cue.from - 2, from, to)),
    place,
    p,
  );
  put(row, within(word, cue.from - 1, from, to), place);
  put(row, words, side);
  put(row, headWord, pair(side, p), Math.min(marks, 2));
  put(row, headWord, side, w);
  // Other cues, and the edges of the sentence.
  put(row, others, where);
  put(row, others, place, p);
  put(row, pair(other, otherBefore), others, side);
  put(row, other, w, place);
  put(row, opens, place, p);
  put(row, (signs.capital[at] as number) * 2 + opens, place, p);
}
