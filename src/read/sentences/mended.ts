import type { Token } from "./prose.ts";

const nouns = new Set(["NOUN", "PROPN"]);
const beginsObject = new Set(["DET", "PROPN", "NOUN", "ADJ", "NUM"]);

/**
 * The tokens of a sentence, with a verb where the tagger saw none in a whole sentence, and a noun where it
 * saw a verb in "is part of". Most are given back as they are.
 *
 *     Orla supplies arms to Velm.     Velmish gunners mistreated Tarsan prisoners.
 *          ^^^^^^^^                                   ^^^^^^^^^^
 */
export function mendVerbs(tokens: readonly Token[]): readonly Token[] {
  let verbs = 0;
  let noun = -1;
  for (let at = 0; at < tokens.length; at++) {
    const { pos } = tokens[at] as Token;
    if (pos === "VERB" || pos === "AUX") verbs++;
    if (pos === "VERB" && isNounOfBe(tokens, at)) noun = at;
  }
  if (noun >= 0) return withTag(tokens, noun, "NOUN");
  if (verbs > 0 || tokens.at(-1)?.lower !== ".") return tokens;
  const verb = missingVerb(tokens);
  return verb < 0 ? tokens : withTag(tokens, verb, "VERB");
}

/**
 * The same for a verb after "who", which is not what the sentence mainly says.
 *
 *     people who support Velm
 *                ^^^^^^^
 */
export function mendRelatives(tokens: readonly Token[]): readonly Token[] {
  for (let at = 1; at < tokens.length - 1; at++) {
    const { pos, name } = tokens[at] as Token;
    if (pos !== "NOUN" || name > 0 || tokens[at - 1]?.lower !== "who") continue;
    const next = tokens[at + 1]?.pos;
    if (next === "PROPN" || next === "DET") return withTag(tokens, at, "VERB");
  }
  return tokens;
}

function withTag(tokens: readonly Token[], at: number, pos: string): Token[] {
  return tokens.map((token, nth) => (nth === at ? { ...token, pos } : token));
}

/** "is part of": no participle, though it stands behind "is". */
function isNounOfBe(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  return (
    before?.pos === "AUX" &&
    /^(?:is|are|was|were|be|been)$/.test(before.lower) &&
    tokens[at + 1]?.lower === "of" &&
    /(?:[^dnteg]|rt)$/.test((tokens[at] as Token).lower)
  );
}

/** The word of a sentence without a verb that must be it; -1 where none is plain. */
function missingVerb(tokens: readonly Token[]): number {
  for (const isVerb of [isPast, isPresent])
    for (let at = 1; at < tokens.length - 1; at++) {
      const [before, token, next] = tokens.slice(at - 1, at + 2) as [Token, Token, Token];
      // "Velmish gunners": what a people has, it does not do.
      const isSubject = nouns.has(before.pos) && before.name < 3;
      if (isSubject && token.name === 0 && isVerb(before, token, next)) return at;
    }
  return -1;
}

/** "soldiers mistreated prisoners" */
function isPast(_before: Token, { pos, lower }: Token, next: Token): boolean {
  return (pos === "NOUN" || pos === "ADJ") && lower.endsWith("ed") && beginsObject.has(next.pos);
}

/** "Orla supplies arms", "resolutions demand a retreat", "papers support Velm" */
function isPresent(before: Token, { pos, lower }: Token, next: Token): boolean {
  if (pos !== "NOUN") return false;
  if (next.pos === "DET") return true;
  const many = before.lower.endsWith("s");
  if (!lower.endsWith("s")) return many && next.pos === "PROPN";
  return !many && (beginsObject.has(next.pos) || (next.pos === "ADP" && next.lower !== "of"));
}
