import type { Token } from "../sentences/prose.ts";

/** How far an aside goes, in tokens. */
const reach = 12;

/**
 * Where the clause goes on behind those counted.
 *
 *     12 people, five men and seven women, were killed       16 sailors, four of whom were cadets, died
 *                                        ^                             ^^^^^^^^^^^^^^^^^^^^^^^^^^^
 */
export function asideEnd(tokens: readonly Token[], from: number, plural: boolean): number {
  if (dashes.has(tokens[from]?.lower ?? "")) return betweenDashesEnd(tokens, from);
  if (tokens[from]?.lower !== ",") return from;
  if (plural && pluralVerbs.has(tokens[from + 1]?.lower ?? "")) return from + 1;
  if (plural && tokens[from + 1]?.pos === "PROPN") return namesEnd(tokens, from);
  if (tokens[from + 2]?.lower !== "of" || tokens[from + 3]?.lower !== "whom") return from;
  for (let at = from + 4; at < tokens.length && at < from + reach; at++)
    if (tokens[at]?.lower === ",") return at + 1;
  return from;
}

const dashes = new Set(["–", "—", "--"]);

/** "12 people — five men and seven women — were killed": behind the second dash, or `from`. */
function betweenDashesEnd(tokens: readonly Token[], from: number): number {
  for (let at = from + 2; at < tokens.length && at < from + reach; at++)
    if (dashes.has(tokens[at]?.lower ?? "")) return at + 1;
  return from;
}

const inNames = new Set(["PROPN", "NUM", "PUNCT", "CCONJ"]);

/** So long may the names be of those who were counted, in tokens. */
const longestNames = 30;

/** "Two guards, Ada Brook, 25, and Bo Lind, were": the token after the names, or `from`. */
function namesEnd(tokens: readonly Token[], from: number): number {
  for (let at = from + 1; at < tokens.length && at < from + longestNames; at++) {
    const { pos, lower } = tokens[at] as Token;
    if (pos === "AUX" || pos === "VERB") return tokens[at - 1]?.lower === "," ? at : from;
    if (!inNames.has(pos) || lower === ";" || lower === ":") return from;
  }
  return from;
}

const pluralVerbs = new Set(["were", "are", "have"]);
