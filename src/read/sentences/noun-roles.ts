import type { Force } from "./factuality.ts";
import type { Token } from "./prose.ts";
import { type Phrase, phraseEnd, type Role } from "./roles.ts";

const doerBefore = new Set(["by", "from"]);
const undergoerBefore = new Set([
  "on",
  "upon",
  "against",
  "to",
  "for",
  "with",
  "toward",
  "towards",
]);
const modifiers = new Set(["NOUN", "PROPN", "ADJ", "NUM"]);
/** So many phrases behind a noun tell of it: "the attack on Sunday on Tarsa by Velm". */
const mostPhrases = 4;

/**
 * Who does what a noun says, and to whom, by what stands around it. Which nouns say that something is
 * done is not asked: whoever compares knows the verbs.
 *
 *     Velm's attack on Tarsa     the invasion of Tarsa by Velm     a Velmish attack
 *     by     ^^^^^^    to            ^^^^^^^^ to       by            by      ^^^^^^
 */
export function readNounRoles(tokens: readonly Token[]): Role[] {
  const roles: Role[] = [];
  for (let at = 0; at < tokens.length; at++) {
    if (!isHead(tokens, at)) continue;
    const before = modifiersOf(tokens, at);
    const isTo = before !== null && /^(?:anti|pro)\b/.test((tokens[before.from] as Token).lower);
    const role: Role & { by: Phrase | null; to: Phrase | null } = isTo
      ? { verb: at, by: null, to: before }
      : { verb: at, by: before, to: null };
    let of: Phrase | null = null;
    let from = at + 1;
    for (let nth = 0; nth < mostPhrases; nth++) {
      const { lower, pos } = tokens[from] ?? {};
      const next = tokens[from + 1];
      if (lower === undefined || pos !== "ADP" || !next || !isNominal(next)) break;
      const phrase = { from: from + 1, to: phraseEnd(tokens, from + 1, false) };
      if (lower === "of") of ??= phrase;
      else if (doerBefore.has(lower)) role.by ??= phrase;
      else if (undergoerBefore.has(lower) && next.pos !== "NUM") role.to ??= phrase;
      from = phrase.to;
    }
    // "the attack of Velm on Tarsa", "Velm's invasion of Tarsa"; of what "control of Velm" means nothing is told
    if (of !== null) {
      if (role.to !== null) role.by ??= of;
      else if (role.by !== null) role.to = of;
    }
    // What only stands before a noun may be anything to it: "Velmish prisoners".
    const isTold = role.to !== null || (role.by !== null && role.by !== before);
    if (isTold) roles.push(role);
  }
  return roles;
}

/** The last noun of a run: "the harbour attack". */
function isHead(tokens: readonly Token[], at: number): boolean {
  const { pos, name, lower } = tokens[at] as Token;
  if (name > 0) return false;
  // "biased against Velm"
  if (pos === "ADJ") return /^(?:against|towards?)$/.test(tokens[at + 1]?.lower ?? "");
  const noun =
    pos === "NOUN" ||
    (pos === "VERB" && lower.endsWith("ing") && /^(?:DET|PART)$/.test(tokens[at - 1]?.pos ?? ""));
  const next = tokens[at + 1]?.pos;
  return noun && next !== "NOUN" && next !== "PROPN";
}

/** What stands before a noun in its phrase: "Velm's new", "Velmish". */
function modifiersOf(tokens: readonly Token[], head: number): Phrase | null {
  let from = head;
  while (from > 0) {
    const { pos, lower } = tokens[from - 1] as Token;
    if (!modifiers.has(pos) && lower !== "'s" && lower !== "'") break;
    from--;
  }
  return from < head ? { from, to: head } : null;
}

function isNominal({ pos }: Token): boolean {
  return pos === "NOUN" || pos === "PROPN" || pos === "ADJ" || pos === "DET" || pos === "NUM";
}

/**
 * Of whom it is said that they are something: each word of the one side, and the names of the other.
 *
 *     Velmish people were the majority.     The majority were Velmish.
 *     ^^^^^^^ by          ^^^^^^^^ ^^^          ^^^^^^^^      ^^^^^^^ by
 */
export function readLinks(
  tokens: readonly Token[],
  forces: readonly Pick<Force, "is">[],
): { readonly of: Phrase; readonly is: Phrase }[] {
  const links: { readonly of: Phrase; readonly is: Phrase }[] = [];
  let last: Phrase | null = null;
  let subject: Phrase | null = null;
  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at] as Token;
    if (isNominal(token) || token.pos === "PRON") {
      const phrase = { from: at, to: phraseEnd(tokens, at, false) };
      const hung = tokens[at - 1]?.pos === "ADP";
      if (!hung || subject === null) subject = phrase;
      last = phrase;
      at = phrase.to - 1;
    } else if (token.pos === "AUX" && (forces[at] as Pick<Force, "is">).is) {
      let from = at + 1;
      while (
        tokens[from]?.pos === "ADV" ||
        tokens[from]?.pos === "PART" ||
        tokens[from]?.lower === "been"
      )
        from++;
      const next = tokens[from];
      if (subject !== null && last !== null && next && isNominal(next)) {
        const is = { from, to: phraseEnd(tokens, from, false) };
        // "were mistreated" tells what is done, whatever the tagger takes it for.
        const isPart = next.pos === "ADJ" && is.to === from + 1 && next.lower.endsWith("ed");
        if (tokens[is.to]?.pos !== "VERB" && !isPart) links.push({ of: subject, is });
        at = is.to - 1;
        subject = is;
        last = is;
      }
    } else if (
      token.pos === "PUNCT" ||
      token.pos === "CCONJ" ||
      token.pos === "SCONJ" ||
      token.pos === "VERB"
    ) {
      if (token.lower !== ",") subject = null;
    }
  }
  return links;
}
