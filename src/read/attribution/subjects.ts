import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Unit } from "./units.ts";

/** units[from … to): who speaks. */
export type Phrase = { readonly from: number; readonly to: number };

type Words = Lexicon["speakers"];

const nominal = /^(NOUN|PROPN|PRON|NUM|DET|ADJ)$/;
const longestPhrase = 30;

export function isNominal(unit: Unit | undefined): boolean {
  return unit !== undefined && nominal.test(unit.pos);
}

/**
 * The noun phrase that is the subject of the verb group beginning at `verb`, or null.
 *
 *     On Monday John Ash, a professor of law, who was there, said …
 *               ^^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function subjectBefore(
  units: readonly Unit[],
  low: number,
  verb: number,
  words: Words,
): Phrase | null {
  const last = units[verb - 1];
  if (!last || verb - 1 < low) return null;
  if (last.lower === "who" || last.lower === "which" || last.lower === "that")
    return antecedent(units, low, verb - 1, words);
  if (last.lower === ")") {
    const opening = openingBracket(units, low, verb - 1);
    return opening > low ? subjectBefore(units, low, opening, words) : null;
  }
  if (last.lower === "," || last.lower === "—" || last.lower === "–")
    return withApposition(units, low, verb - 1, words);
  const from = phraseStart(units, low, verb, words);
  return tidy(units, from, verb, words);
}

function openingBracket(units: readonly Unit[], low: number, close: number): number {
  for (let at = close - 1; at >= Math.max(low, close - longestPhrase); at--)
    if (units[at]?.lower === "(") return at;
  return -1;
}

/** What a relative pronoun at `pronoun` stands for: the noun phrase before it. */
function antecedent(
  units: readonly Unit[],
  low: number,
  pronoun: number,
  words: Words,
): Phrase | null {
  let end = pronoun;
  if (units[end - 1]?.lower === ",") end--;
  if (end <= low) return null;
  let from = end;
  while (from > low && end - from < longestPhrase) {
    const { lower, pos } = units[from - 1] as Unit;
    if (!/^(NOUN|PROPN|ADJ|DET|NUM|PART|SYM)$/.test(pos) && lower !== "of" && lower !== ".") break;
    from--;
  }
  const said = units[from - 1];
  // "released a statement that called on …": whoever released it speaks.
  if (said?.pos === "VERB" && words.occasions.has(units[end - 1]?.lower ?? "")) {
    let group = from - 1;
    while (/^(AUX|ADV)$/.test(units[group - 1]?.pos ?? "")) group--;
    const author = group > low ? subjectBefore(units, low, group, words) : null;
    if (author) return author;
  }
  return tidy(units, from, end, words);
}

/** Left end of the words that can belong to one noun phrase ending at `end`. */
function phraseStart(units: readonly Unit[], low: number, end: number, words: Words): number {
  let conjunction = -1;
  const floor = Math.max(low, end - longestPhrase);
  const first = units[end - 1] as Unit;
  if (words.subjectPronouns.has(first.lower) && first.pos !== "DET" && first.pos !== "ADJ") {
    const before = units[end - 2];
    if (
      !before ||
      !/^(of|and|or)$/.test(before.lower) ||
      /^(i|he|she|we|they|it|you)$/.test(first.lower)
    )
      return end - 1;
  }
  for (let at = end - 1; at >= floor; at--) {
    const { lower, pos } = units[at] as Unit;
    if (pos === "QUOTE") return at + 1;
    if (lower === ",") {
      if (!isListComma(units, at, conjunction)) return at + 1;
    } else if (/^[:;()—–]$/.test(lower) || lower === "--") return at + 1;
    else if (pos === "CCONJ") {
      if (/^(but|or|yet|so|nor)$/.test(lower) && lower !== "or") return at + 1;
      if (units[at - 1]?.lower === "," && !isNominal(units[at - 2])) return at + 1;
      conjunction = at;
    } else if (
      pos === "SCONJ" ||
      (words.subordinators.has(lower) && lower !== "like" && pos !== "ADJ")
    ) {
      if (lower === "that" && units[at + 1] && pos === "DET") continue;
      return at + 1;
    } else if (words.relatives.has(lower)) continue;
    else if (pos === "AUX") {
      if (hasRelative(units, at, floor)) continue;
      return (conjunction >= 0 ? conjunction : at) + 1;
    } else if (pos === "VERB") {
      const reduced =
        /(ed|ing|en|wn)$/.test(lower) &&
        isNominal(units[at - 1]) &&
        conjunction < 0 &&
        (/^(ADP|ADV|NUM)$/.test(units[at + 1]?.pos ?? "") ||
          // "the union representing the workers said"
          (lower.endsWith("ing") && units[at - 1]?.pos === "NOUN" && isNominal(units[at + 1])));
      if (
        reduced ||
        units[at - 1]?.lower === "to" ||
        isModifier(units, at) ||
        hasRelative(units, at, floor)
      )
        continue;
      return (conjunction >= 0 ? conjunction : at) + 1;
    }
  }
  return floor;
}

/** A participle before its noun ("the elected mayor"). */
function isModifier(units: readonly Unit[], at: number): boolean {
  const before = units[at - 1];
  const after = units[at + 1];
  return (
    /(ed|ing|en)$/.test(units[at]?.lower ?? "") &&
    /^(NOUN|PROPN|ADJ)$/.test(after?.pos ?? "") &&
    (before === undefined || /^(DET|ADJ|ADV|PUNCT|NUM)$/.test(before.pos))
  );
}

/** A relative pronoun stands close before: the verb belongs to a relative clause. */
function hasRelative(units: readonly Unit[], at: number, floor: number): boolean {
  for (let back = at - 1; back >= Math.max(floor, at - 4); back--) {
    const { lower, pos } = units[back] as Unit;
    if (lower === "who" || lower === "whose") return true;
    if (lower === ",") return false;
    if (!/^(AUX|ADV|PRON|VERB)$/.test(pos)) return false;
  }
  return false;
}

/** "Ara, Bel and Cor said": the comma joins names of one list. */
function isListComma(units: readonly Unit[], comma: number, conjunction: number): boolean {
  if (conjunction < 0 || conjunction - comma > 8) return false;
  const before = units[comma - 1];
  const after = units[comma + 1];
  return (
    /^(NOUN|PROPN|NUM)$/.test(before?.pos ?? "") &&
    /^(NOUN|PROPN|DET|ADJ|CCONJ|NUM)$/.test(after?.pos ?? "")
  );
}

/**
 * The subject before a comma: a name with what explains it between commas.
 * Goes left over explaining parts until one that can be the name itself.
 */
function withApposition(
  units: readonly Unit[],
  low: number,
  comma: number,
  words: Words,
): Phrase | null {
  const cuts: number[] = [];
  for (let at = comma - 1; at >= Math.max(low, comma - 2 * longestPhrase); at--) {
    const { lower, pos } = units[at] as Unit;
    if (pos === "QUOTE" || lower === ":" || lower === ";") break;
    if (lower === "," || lower === "(" || lower === "—" || lower === "–") cuts.push(at);
  }
  let best: Phrase | null = null;
  let end = comma;
  for (const [index, cut] of cuts.entries()) {
    const kind = partKind(units, cut + 1, end, words);
    if (kind === "clause") break;
    if (opensSentence(units[(cuts[index + 1] ?? low - 1) + 1]) && best) break;
    const head = units[cut - 1]?.lower === "." ? units[cut - 2] : units[cut - 1];
    if (/^(NOUN|PROPN|PRON)$/.test(head?.pos ?? "") && !words.times.has(head?.lower ?? "")) {
      const from = phraseStart(units, low, cut, words);
      const to = kind === "relative" ? cut : best && best.to > cut ? best.to : end;
      const phrase = tidy(units, from, to, words);
      if (phrase && phrase.from < cut) best = phrase;
    }
    end = cut;
  }
  return best;
}

/** "Speaking to the paper, …", "In Vell, …": what comes before the subject. */
function opensSentence(first: Unit | undefined): boolean {
  return (
    first !== undefined &&
    (/^(ADP|SCONJ)$/.test(first.pos) || (first.pos === "VERB" && /(ing|ed)$/.test(first.lower)))
  );
}

/** What stands between two commas: an explanation, a relative clause, or a clause of its own. */
function partKind(
  units: readonly Unit[],
  from: number,
  to: number,
  words: Words,
): "apposition" | "relative" | "clause" {
  const first = units[from];
  if (!first) return "clause";
  if (words.relatives.has(first.lower) && first.lower !== "that") return "relative";
  if (/(ing|ed)$/.test(first.lower) && first.pos === "VERB") return "relative";
  if (first.lower === "see" || first.pos === "ADP" || first.pos === "ADV" || first.lower === "as")
    return "relative";
  for (let at = from; at < to; at++) {
    const { pos, lower } = units[at] as Unit;
    if (words.relatives.has(lower)) return "apposition";
    if (pos === "AUX") return "clause";
    if (pos === "VERB" && !/(ing|ed|en)$/.test(lower) && units[at - 1]?.lower !== "to")
      return "clause";
  }
  return "apposition";
}

/** Cuts what is no part of the phrase from both ends; null where no noun is left. */
function tidy(units: readonly Unit[], start: number, stop: number, words: Words): Phrase | null {
  let from = start;
  let to = stop;
  for (let at = from + 1; at < to; at++) {
    if (/^(who|which|whom|whose)$/.test((units[at] as Unit).lower)) {
      to = units[at - 1]?.lower === "," || units[at - 1]?.pos === "ADP" ? at - 1 : at;
      break;
    }
  }
  from = afterOpeningTime(units, from, to, words);
  while (from < to) {
    const { pos, lower } = units[from] as Unit;
    const quantity = /^(at|about|more|less|up|nearly|almost|only|some)$/.test(lower);
    if (pos === "ADP" && !quantity) {
      const next = afterOpeningPhrase(units, from, to, words);
      if (next < 0) return null;
      from = next;
    } else if (
      (/^(ADV|CCONJ|SCONJ|INTJ|PUNCT|SYM|PART)$/.test(pos) && !quantity) ||
      (lower === "that" && pos !== "DET")
    )
      from++;
    else break;
  }
  while (to > from) {
    const last = units[to - 1] as Unit;
    const time = words.times.has(last.lower) && (last.pos !== "PROPN" || to - from > 1);
    if (time && units[to - 2]?.pos === "ADP") to -= 2;
    else if (time && to - from > 1) to--;
    else if (/^(ADV|ADP|CCONJ|SCONJ|PUNCT|AUX|PART)$/.test(last.pos)) to--;
    else break;
  }
  if (from >= to) return null;
  for (let at = from; at < to; at++) if (isNominal(units[at])) return { from, to };
  return null;
}

/** "In a speech on Monday the mayor said": where the subject begins after an opening phrase. */
function afterOpeningPhrase(
  units: readonly Unit[],
  from: number,
  to: number,
  words: Words,
): number {
  for (let at = from + 2; at < to; at++) {
    const { pos, capital, lower } = units[at] as Unit;
    const before = units[at - 1] as Unit;
    if (words.times.has(lower)) continue;
    if (before.pos === "ADP" || before.pos === "DET" || before.pos === "ADJ") continue;
    if (/^(NOUN|PROPN|NUM)$/.test(before.pos) && (pos === "DET" || pos === "PRON")) return at;
    if (before.pos === "NOUN" && pos === "PROPN" && capital) return at;
    if (before.pos === "NUM" && (pos === "PROPN" || pos === "NOUN") && capital) return at;
  }
  return -1;
}

/**
 *     A week later the mayor said …     The next day Ann Oro said …
 *     ^^^^^^^^^^^^                      ^^^^^^^^^^^^ when, not who
 */
function afterOpeningTime(units: readonly Unit[], from: number, to: number, words: Words): number {
  for (let at = from; at < Math.min(to - 1, from + 4); at++) {
    const { lower, pos, capital } = units[at] as Unit;
    const next = units[at + 1] as Unit;
    if (/^(later|earlier|ago)$/.test(lower)) return at > from ? at + 1 : from;
    if (!/^(DET|NUM|ADJ|NOUN|ADV)$/.test(pos) || (capital && at > from)) return from;
    if (!words.times.has(lower) || words.times.has(next.lower)) continue;
    const name = next.pos === "PROPN" && next.capital;
    if (pos === "NOUN" && (next.pos === "DET" || next.pos === "PRON" || name)) return at + 1;
  }
  return from;
}

/**
 * The noun phrase that begins at `from` ("said Ann Oro, a teacher in Vell"), or null.
 * Goes on over "of" and, after common nouns, "for", "at", "from", "in" and "with".
 */
export function phraseFrom(
  units: readonly Unit[],
  from: number,
  high: number,
  words: Words,
): Phrase | null {
  let to = from;
  let apposition = false;
  while (to < high) {
    const { lower, pos } = units[to] as Unit;
    const before = units[to - 1];
    if (to > from && words.times.has(lower) && !/^(the|a)$/.test(before?.lower ?? "")) break;
    if (pos === "PRON" && to > from && lower !== "'s") {
      if (!/^(his|her|its|their|our|my)$/.test(lower)) break;
    } else if (lower === "," || lower === "(") {
      if (to === from || apposition || !explains(units, to, high, words)) break;
      apposition = true;
    } else if (lower === ")" && apposition) {
      // goes on
    } else if (pos === "ADP") {
      if (to === from) return null;
      const common = before?.pos === "NOUN" && !words.times.has(before.lower);
      const afterName = apposition && before?.pos === "PROPN" && /^(in|at)$/.test(lower);
      if (lower !== "of" && !((common || afterName) && /^(for|at|from|in|with|to|on)$/.test(lower)))
        break;
      if (words.times.has(units[to + 1]?.lower ?? "")) break;
      if (
        words.occasions.has(units[to + 1]?.lower ?? "") ||
        words.occasions.has(units[to + 2]?.lower ?? "")
      )
        break;
    } else if (pos === "CCONJ") {
      if (to === from || !isNominal(units[to + 1]) || !/^(and|or|&)$/.test(lower)) break;
      if (units[to + 2]?.pos === "AUX" || units[to + 2]?.pos === "VERB") break;
    } else if (
      !isNominal(units[to]) &&
      pos !== "PART" &&
      pos !== "SYM" &&
      lower !== "'s" &&
      lower !== "-" &&
      lower !== "." &&
      !(pos === "ADV" && to === from)
    ) {
      if (!(pos === "VERB" && isModifier(units, to))) break;
    } else if (lower === "." && to === high - 1) break;
    else if (words.relatives.has(lower) && to > from) break;
    to++;
  }
  while (to > from && /^(PUNCT|ADP|CCONJ|ADV|PART)$/.test((units[to - 1] as Unit).pos)) to--;
  return to > from ? { from, to } : null;
}

/** After a name, do the comma's words explain it ("Ann Oro, a teacher in Vell, …")? */
function explains(units: readonly Unit[], comma: number, high: number, words: Words): boolean {
  const first = units[comma + 1];
  if (!first || first.quote || units[comma - 1]?.pos === "PRON") return false;
  if (words.relatives.has(first.lower) || !/^(DET|NOUN|PROPN|ADJ|NUM|PRON)$/.test(first.pos))
    return false;
  if (first.pos === "PRON" && !/^(his|her|its|their|our|my)$/.test(first.lower)) return false;
  for (let at = comma + 1; at < Math.min(high, comma + 25); at++) {
    const { pos, lower } = units[at] as Unit;
    if (lower === "," || lower === ")" || words.relatives.has(lower)) return true;
    if (pos === "AUX" || pos === "QUOTE") return false;
    const participle = /(ing|ed)$/.test(lower) && units[at + 1]?.pos === "ADP";
    if (pos === "VERB" && !participle) return false;
  }
  return true;
}
