import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Sentence, Token } from "../sentences/prose.ts";
import type { Met, Row } from "./forms.ts";

/** So many tokens on either side are near a form, within its sentence. */
const nearTokens = 10;
/** A negation reaches so many tokens onwards, to the next mark or clause at most. */
const negationTokens = 6;
/** … and one that is the subject, or stands in it, as far as the verb, within so many. */
const subjectTokens = 14;

/** What a form stands for, and whether its sentence says so. */
export type Fit = { readonly row: Row; readonly firm: boolean };

/**
 * What the form stands for where it is met. A row that asks for a word nearby, and finds it, knows
 * more of the sense than one that asks for none; a row that does not find it is left to the
 * subject of the text.
 */
export function fit(
  { end, rows }: Met,
  tokens: readonly Token[],
  from: number,
  sentence: Sentence,
): Fit | undefined {
  let plain: Row | undefined;
  let open: Row | undefined;
  for (const row of rows) {
    if (row.pos !== undefined && tokens[from]?.pos !== row.pos) continue;
    if (row.far && isNear(row.far, tokens, from, end, sentence, false)) continue;
    if (row.near === undefined) plain ??= row;
    else if (isNear(row.near, tokens, from, end, sentence, true)) return { row, firm: true };
    else open ??= row;
  }
  const row = plain ?? open;
  return row && { row, firm: row === plain };
}

/** Whether one of the words stands near tokens [from, end), those included or not. */
function isNear(
  words: ReadonlySet<string>,
  tokens: readonly Token[],
  from: number,
  end: number,
  { firstToken, endToken }: Sentence,
  including: boolean,
): boolean {
  const last = Math.min(endToken, end + nearTokens);
  for (let at = Math.max(firstToken, from - nearTokens); at < last; at++) {
    if (at === from && !including) at = end;
    if (at < last && words.has((tokens[at] as Token).lower)) return true;
  }
  return false;
}

/**
 * Makes the function that says whether the words at a token are denied by a word before them in
 * their clause. A negation of a negation takes it back; "not only" denies nothing, and nor do nouns ("the dispute over the massacre", "denial of genocide")
 * other than those that stand for no one. Past a question word another clause is told ("nobody who was
 * expelled"), and past "and families" another subject's.
 *
 *     It was not a massacre, the mayor of the town said.
 *            ^^^   ^^^^^^^^ denied
 *     Nobody was expelled.
 *     ^^^^^^     ^^^^^^^^ denied
 */
export function createDenied({
  factuality,
}: Pick<Lexicon, "factuality">): (
  tokens: readonly Token[],
  from: number,
  sentence: Sentence,
) => boolean {
  return (tokens, from, { firstToken }) => {
    let denied = false;
    const { nobody } = factuality;
    const near = from - negationTokens;
    const first = Math.max(firstToken, from - subjectTokens);
    let isPastVerb = false;
    for (let at = from - 1; at >= first; at--) {
      const { lower, pos } = tokens[at] as Token;
      if ((pos === "PUNCT" && stopsNegation(lower)) || factuality.clause.has(lower)) break;
      if (factuality["asks-for"].has(lower)) break;
      if (pos === "CCONJ" && beginsSubject(tokens[at + 1])) break;
      if (pos === "VERB") isPastVerb = true;
      if (at < near) {
        if (isPastVerb) break;
        if (!nobody.has(lower)) continue;
      }
      const negates = factuality.negator.has(lower);
      // What stands after "nobody" is a verb, and after "no" a thing that is not: "nobody disputes", "no dispute".
      const before = tokens[at - 1]?.lower ?? "";
      if (pos === "NOUN" && !nobody.has(lower) && !nobody.has(before)) continue;
      const isWithout = factuality.preposition.has(lower) && from - at <= 3;
      if (
        (isWithout || negates || factuality.untrue.has(lower)) &&
        tokens[at + 1]?.lower !== "only"
      )
        denied = !denied;
    }
    return denied;
  };
}

/** "Nobody died and families were expelled": who is told of next is somebody else. */
function beginsSubject(next: Token | undefined): boolean {
  return next !== undefined && subjects.has(next.pos);
}

const subjects: ReadonlySet<string> = new Set(["NOUN", "PROPN", "PRON", "DET"]);

/** Quotation marks and hyphens do not end a clause. */
function stopsNegation(mark: string): boolean {
  return /^[,;:.!?()–—]$/.test(mark);
}
