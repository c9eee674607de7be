import { hashOf, openRow, pair, put, within } from "./feature.ts";
import { auxiliary, noun, pronoun, properNoun, punctuation, type Signs, verb } from "./signs.ts";

/** So many features tell what a unit is as a part of a cue. */
export const cueFeatures = 36;

const that = hashOf("that");
/** How far a clause is looked at to both sides, and how far a quote may be, in units. */
const clauseReach = 11;
const quoteReach = 10;

/**
 * Writes the features of the unit `at` of the paragraph `from` to `to` into `out` from `offset`:
 * the word and its neighbours, their parts of speech, the list of cues, what the rules say, quotes
 * near by, and the clause around: its marks, its subject, a "that" ahead.
 */
export function writeCueFeatures(
  signs: Signs,
  at: number,
  { from, to }: { readonly from: number; readonly to: number },
  out: Int32Array,
  offset: number,
): void {
  const { word, stem, ending, pos, cue, quote, quoteLength, rule, ruleId, capital, sentence } =
    signs;
  const row = openRow(out, offset, 0);
  const w = word[at] as number;
  const w1 = within(word, at + 1, from, to);
  const w2 = within(word, at + 2, from, to);
  const b1 = within(word, at - 1, from, to);
  const s = stem[at] as number;
  const p = pos[at] as number;
  const p1 = within(pos, at + 1, from, to);
  const p2 = within(pos, at + 2, from, to);
  const q1 = within(pos, at - 1, from, to);
  const q2 = within(pos, at - 2, from, to);
  const listed = cue[at] as number;
  const said = rule[at] as number;
  const quoted = (quote[at] as number) * 8 + (quoteLength[at] as number);
  // The word and its neighbours.
  put(row, w);
  put(row, s);
  put(row, ending[at] as number);
  put(row, p);
  put(row, w1);
  put(row, w2);
  put(row, q1, p, p1);
  put(row, q2, q1, p);
  put(row, p, p1, p2);
  put(row, b1, w);
  put(row, w, w1);
  put(row, w, p1);
  put(row, w, q1);
  put(row, s, q1, p1);
  put(row, listed, p);
  put(row, listed, p1, q1);
  put(row, pair(p, q1), pair(p1, p2), q2);
  put(row, within(pos, at - 3, from, to), q2, q1);
  put(row, capital[at] as number, w);
  // What the rules say.
  put(row, said);
  put(row, said, w);
  put(row, within(rule, at - 1, from, to), said);
  put(row, said, within(rule, at + 1, from, to));
  put(row, said, ruleId[at] as number);
  put(row, said, p, quoted);
  put(row, said, s);
  // Quotes near by.
  put(row, quoted, w);
  put(row, within(quote, at - 1, from, to) * 4 + within(quote, at + 1, from, to), quoted);
  let ahead = 0;
  let behind = 0;
  if (quote[at] === 0) {
    for (let step = 1; step <= quoteReach && ahead === 0; step++)
      if (within(quote, at + step, from, to) > 0) ahead = Math.min(step, 5);
    for (let step = 1; step <= quoteReach && behind === 0; step++)
      if (within(quote, at - step, from, to) > 0) behind = Math.min(step, 5);
  }
  put(row, behind, p);
  put(row, ahead * 8 + behind, s);
  // The clause before.
  let subject = -1;
  let verbs = 0;
  let place = at - 1;
  const first = Math.max(from, at - clauseReach);
  while (place >= first && sentence[place] === sentence[at] && pos[place] !== punctuation) {
    const part = pos[place];
    if (part === verb || part === auxiliary) verbs++;
    if (subject < 0 && (part === noun || part === properNoun || part === pronoun)) subject = place;
    place--;
  }
  const before = edge(signs, at, place, from, to);
  put(row, subject < 0 ? -1 : (stem[subject] as number), s);
  put(row, Math.min(verbs, 3), p);
  // The clause after.
  let thatAhead = 0;
  verbs = 0;
  place = at + 1;
  const last = Math.min(to - 1, at + clauseReach);
  while (place <= last && sentence[place] === sentence[at] && pos[place] !== punctuation) {
    const part = pos[place];
    if (thatAhead === 0 && word[place] === that) thatAhead = Math.min(place - at, 4);
    if (part === verb || part === auxiliary) verbs++;
    place++;
  }
  const after = edge(signs, at, place, from, to);
  put(row, thatAhead, s);
  put(row, Math.min(verbs, 3), p);
  put(row, after, before, listed);
  put(row, at < from + 3 || sentence[at] !== sentence[at - 1] ? 1 : 0, p);
}

/** What a clause ends with: a mark (its hash), the sentence (-1), or nothing within reach (-2). */
function edge({ word, pos, sentence }: Signs, at: number, place: number, from: number, to: number) {
  if (place < from || place >= to || sentence[place] !== sentence[at]) return -1;
  return pos[place] === punctuation ? (word[place] as number) : -2;
}
