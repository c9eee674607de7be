import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Sentence, Token } from "../sentences/prose.ts";
import type { Met, Row } from "./forms.ts";

/** So many tokens on either side are near a form, within its sentence. */
const nearTokens = 10;
/** A negation reaches so many tokens onwards, to the next mark or clause at most. */
const negationTokens = 6;

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
 * their clause. A negation of a negation takes it back; "not only" denies nothing, and nor do nouns
 * ("the dispute over the massacre", "denial of genocide").
 *
 *     It was not a massacre, the mayor of the town said.
 *            ^^^   ^^^^^^^^ denied
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
    const first = Math.max(firstToken, from - negationTokens);
    for (let at = from - 1; at >= first; at--) {
      const { lower, pos } = tokens[at] as Token;
      if ((pos === "PUNCT" && stopsNegation(lower)) || factuality.clause.has(lower)) break;
      if (pos === "NOUN") continue;
      const near = factuality.preposition.has(lower) && from - at <= 3;
      if (
        (near || factuality.negator.has(lower) || factuality.untrue.has(lower)) &&
        tokens[at + 1]?.lower !== "only"
      )
        denied = !denied;
    }
    return denied;
  };
}

/** Quotation marks and hyphens do not end a clause. */
function stopsNegation(mark: string): boolean {
  return /^[,;:.!?()–—]$/.test(mark);
}
