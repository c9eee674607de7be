import type { Force } from "./factuality.ts";
import type { Token } from "./prose.ts";

/** tokens[from … to) */
type Phrase = { readonly from: number; readonly to: number };

/** Who does what a verb says, and who undergoes it, in tokens of the sentence; null where not told. */
export type Role = {
  readonly verb: number;
  readonly by: Phrase | null;
  readonly to: Phrase | null;
};

type RoleWord = Pick<Force, "is" | "stops" | "word">;

type Open = { verb: number; by: Phrase | null; to: Phrase | null; passive: boolean };

/** Parts of speech of which the words of a noun phrase are. */
const nominal = new Set(["NOUN", "PROPN", "ADJ", "DET", "NUM", "PRON"]);
const verbal = new Set(["VERB", "AUX"]);
const relatives = new Set(["who", "which", "that", "whom"]);

/**
 * Who does what to whom, told by the order of words: one walk over the tokens that keeps the phrase
 * that can be a subject, and the verb that waits for what it is done to. An active verb counts only
 * with both; what is not plain is left out.
 *
 *     The frigate of Velm, which had left Tolby, rammed the ferry held by pirates.
 *     ^^^^^^^^^^^^^^^^^^^ by                      ^^^^^^ ^^^^^^^^^ to
 *                                                       ^^^^^^^^^ to  ^^^^ ^^^^^^^ by
 */
export function readRoles(tokens: readonly Token[], forces: readonly RoleWord[]): Role[] {
  const roles: Open[] = [];
  let subject: Phrase | null = null;
  let antecedent: Phrase | null = null;
  let last: Phrase | null = null;
  /** What the main verb is told of, while "that Velm built" stands between. */
  let outer: Phrase | null = null;
  /** The last phrase hangs on a preposition, and cannot be a subject. */
  let hung = false;
  /** The verb that waits for its object. */
  let waits: Open | null = null;
  /** The verb that "by" would tell the doer of. */
  let undone: Open | null = null;
  let verbs = 0;
  /** The last verb stands in a relative clause, after which the main verb comes. */
  let relative = false;
  let preposition = "";
  let be = false;
  for (let at = 0; at < tokens.length; at++) {
    const { lower, pos, name } = tokens[at] as Token;
    const force = forces[at] as RoleWord;
    if (pos === "AUX") {
      be ||= force.is;
      verbs++;
      continue;
    }
    // Of a name only that it is one counts.
    if (force.stops && force.word && name === 0 && pos !== "VERB") {
      subject = null;
      antecedent = null;
      waits = null;
      preposition = "";
      be = false;
      verbs = 0;
      continue;
    }
    if (pos === "VERB") {
      const next = tokens[at + 1]?.lower;
      const gerund = lower.endsWith("ing");
      const reduced = !be && !gerund && next === "by" && last !== null;
      if ((be && !gerund) || reduced) {
        const to: Phrase | null = reduced ? last : (antecedent ?? subject);
        const role: Open = { verb: at, by: null, to, passive: true };
        roles.push(role);
        undone = role;
        waits = null;
      } else {
        const own: Phrase | null =
          last !== null && !hung && !relative && endsAt(tokens, last, at) ? last : null;
        const isOuter: boolean = outer !== null && tokens[at - 1]?.pos === "VERB";
        if (isOuter) {
          subject = outer;
          outer = null;
        }
        const by: Phrase | null = antecedent ?? own ?? subject;
        // "… said the ferry rammed a boat": what waited for its object has none.
        if (own !== null && own === by && waits === null)
          for (const role of roles) if (!role.passive && role.to === own) role.to = null;
        const role: Open = { verb: at, by, to: null, passive: false };
        roles.push(role);
        waits = role;
        undone = null;
        if (own !== null && antecedent === null) subject = own;
      }
      relative = antecedent !== null;
      antecedent = null;
      be = false;
      preposition = "";
      verbs++;
      continue;
    }
    if (name === 0 && relatives.has(lower) && last !== null && last.to === at) {
      if (isVerbal(tokens, at + 1)) {
        antecedent = last;
        waits = null;
        continue;
      }
      outer = subject ?? last;
    }
    if (nominal.has(pos)) {
      be = false;
      const phrase: Phrase = { from: at, to: phraseEnd(tokens, at, verbs === 0) };
      hung = preposition !== "";
      if (hung) {
        if (preposition === "by" && undone !== null) {
          undone.by = phrase;
          undone = null;
        }
      } else if (waits !== null) {
        waits.to = phrase;
        waits = null;
      } else if (subject === null) subject = phrase;
      last = phrase;
      preposition = "";
      at = phrase.to - 1;
      continue;
    }
    if (pos === "ADP") {
      preposition = lower;
      // What stands behind a preposition is no object.
      if (lower !== "to") waits = null;
      be = false;
      continue;
    }
    if (pos === "ADV" || pos === "PART") continue;
    // A mark or a conjunction.
    preposition = "";
    antecedent = null;
    be = false;
    waits = null;
    if (pos === "SCONJ" || (force.stops && (lower !== "," || verbs === 0))) {
      // "The Vigilance, a cutter, rammed …": what explains the subject is none.
      if (lower !== "," || openedByClause(tokens, forces, at)) subject = null;
      verbs = 0;
    }
  }
  return roles.filter(({ by, to, passive }) => (passive ? (by ?? to) : by && to) !== null);
}

/** True where only adverbs stand between a phrase and a verb group that ends at `verb`. */
function endsAt(tokens: readonly Token[], phrase: Phrase, verb: number): boolean {
  for (let at = verb - 1; at >= phrase.to; at--)
    if (!/^(?:ADV|AUX|PART)$/.test((tokens[at] as Token).pos)) return false;
  return true;
}

function isVerbal(tokens: readonly Token[], at: number): boolean {
  const pos = tokens[at]?.pos ?? "";
  return verbal.has(pos) || (pos === "ADV" && verbal.has(tokens[at + 1]?.pos ?? ""));
}

/** "After the storm, the frigate …": what stands before this comma belongs to no main clause. */
function openedByClause(
  tokens: readonly Token[],
  forces: readonly RoleWord[],
  comma: number,
): boolean {
  for (let at = comma - 1; at >= 0; at--) {
    const force = forces[at] as RoleWord;
    if (force.stops) return force.word;
  }
  return (tokens[0] as Token).pos === "SCONJ";
}

/** Where the noun phrase ends that begins at `from`: over "of", "'s", and "and" that joins nouns. */
function phraseEnd(tokens: readonly Token[], from: number, isFirst: boolean): number {
  let to = from + 1;
  while (to < tokens.length) {
    const { lower, pos } = tokens[to] as Token;
    const next = tokens[to + 1];
    if (pos === "PRON" || (pos === "DET" && to > from && isNoun(tokens[to - 1]))) break;
    if (nominal.has(pos)) to++;
    else if (lower === "'s" || lower === "'") to++;
    else if (lower === "of" && next && nominal.has(next.pos)) to += 2;
    else if (lower === "and" && next && nominal.has(next.pos) && (isFirst || joins(tokens, to + 1)))
      to += 2;
    else if (pos === "VERB" && !isNoun(tokens[to - 1]) && next && isNoun(next)) to++;
    else break;
  }
  return to;
}

/** "A and B rammed C", but not "A rammed B and C sank": no verb follows what "and" adds. */
function joins(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < tokens.length; at++) {
    const { pos } = tokens[at] as Token;
    if (verbal.has(pos)) return false;
    if (!nominal.has(pos)) return true;
  }
  return true;
}

function isNoun(token: Token | undefined): boolean {
  return token?.pos === "NOUN" || token?.pos === "PROPN";
}
