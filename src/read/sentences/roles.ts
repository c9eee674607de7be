import type { Force } from "./factuality.ts";
import type { Token } from "./prose.ts";

/** tokens[from … to) */
export type Phrase = { readonly from: number; readonly to: number };

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
const floating = new Set(["each", "both", "all"]);
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
  /** Parts beside those: to whom something is given, who is meant by the subject, who is charged with a deed. */
  const more: Open[] = [];
  let subject: Phrase | null = null;
  let antecedent: Phrase | null = null;
  let last: Phrase | null = null;
  /** What the main verb is told of, while "that Velm built" stands between. */
  let outer: Phrase | null = null;
  /** What "that Velm built" is told of, until a verb has it. */
  let gap: Phrase | null = null;
  /** The last phrase hangs on a preposition, and cannot be a subject. */
  let hung = false;
  /** The verb that waits for its object. */
  let waits: Open | null = null;
  /** The verb that "by" would tell the doer of. */
  let undone: Open | null = null;
  /** The last verb of the clause. */
  let latest: Open | null = null;
  /** What stands beside the subject: "Both sides, Velm and Tarsa,". */
  let beside: Phrase | null = null;
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
    // "for starting the war"
    if (pos === "SCONJ" && controls.has(lower) && tokens[at + 1]?.lower.endsWith("ing")) {
      preposition = lower;
      waits = null;
      continue;
    }
    // Of a name only that it is one counts.
    if (force.stops && force.word && name === 0 && pos !== "VERB") {
      subject = null;
      antecedent = null;
      gap = null;
      waits = null;
      latest = null;
      beside = null;
      preposition = "";
      be = false;
      verbs = 0;
      continue;
    }
    if (pos === "VERB") {
      if (lower === "having" && tokens[at + 1]?.pos === "VERB") continue;
      const next = tokens[at + 1]?.lower;
      const gerund = lower.endsWith("ing");
      const reduced = !be && !gerund && next === "by" && last !== null;
      if ((be && !gerund) || reduced) {
        const near = last !== null && !hung && !relative && endsAt(tokens, last, at) ? last : null;
        const to: Phrase | null = reduced ? last : (antecedent ?? near ?? subject);
        const role: Open = { verb: at, by: null, to, passive: true };
        roles.push(role);
        latest = role;
        undone = role;
        waits = null;
      } else {
        const infinitive = tokens[at - 1]?.pos === "PART" && tokens[at - 1]?.lower === "to";
        const own: Phrase | null =
          last !== null &&
          !hung &&
          !relative &&
          endsAt(tokens, last, at) &&
          // "used bombs to stop Velm", but "told Velm to stop"
          (!infinitive || isNamed(tokens[last.to - 1]))
            ? last
            : null;
        const isOuter: boolean = outer !== null && isBehindVerb(tokens, at);
        // "faced torture": a noun, or what somebody else does.
        if (isBesideVerb(tokens[at - 1]) && !isOuter && antecedent === null) continue;
        if (isOuter) {
          subject = outer;
          outer = null;
          gap = null;
        }
        const charged: Phrase | null =
          controls.has(preposition) && (gerund || tokens[at - 1]?.lower === "having")
            ? controllerOf(tokens, roles.at(-1))
            : null;
        const of =
          infinitive && own === null && isBehindVerb(tokens, at - 1) ? roles.at(-1) : undefined;
        const by: Phrase | null =
          charged ?? antecedent ?? own ?? (of && !of.passive ? of.by : null) ?? subject;
        // "… said the ferry rammed a boat": what waited for its object has none.
        if (own !== null && own === by && waits === null && !infinitive)
          for (const role of roles) if (!role.passive && role.to === own) role.to = null;
        // "the box lies in a room, kept from us": what a participle tells after a comma, nobody named does.
        const isLoose =
          by === subject &&
          tokens[at - 1]?.lower === "," &&
          verbs > 0 &&
          tokens[at + 1]?.pos === "ADP";
        const role: Open = {
          verb: at,
          by: isLoose ? null : by,
          to: own !== null && own === by ? gap : null,
          passive: false,
        };
        gap = null;
        roles.push(role);
        if (by !== null && by === subject && beside !== null)
          more.push({ verb: at, by: beside, to: null, passive: false });
        latest = role;
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
    if (name === 0 && relatives.has(lower) && last !== null && isBehind(tokens, last, at)) {
      if (isVerbal(tokens, at + 1)) {
        antecedent = last;
        waits = null;
        continue;
      }
      outer = subject ?? last;
      // "the war that Velm began", but "told Tarsa that Velm began"
      gap = isNamed(tokens[last.to - 1]) ? null : last;
    }
    // "Velm and Tarsa each blamed"
    if (pos === "DET" && floating.has(lower) && verbal.has(tokens[at + 1]?.pos ?? "")) continue;
    if (nominal.has(pos)) {
      be = false;
      const phrase: Phrase = { from: at, to: phraseEnd(tokens, at, verbs === 0) };
      hung = preposition !== "";
      if (hung) {
        if (preposition === "by" && undone !== null) {
          undone.by = phrase;
          undone = null;
        } else if (preposition === "to" && latest !== null) {
          more.push({ verb: latest.verb, by: null, to: phrase, passive: true });
        } else if (controls.has(preposition)) {
          const by = controllerOf(tokens, roles.at(-1));
          const verb = headOf(tokens, phrase);
          if (by !== null && verb >= 0 && isNext(roles.at(-1), at - 1))
            more.push({ verb, by, to: null, passive: false });
        }
      } else if (waits !== null) {
        waits.to = phrase;
        waits = null;
      } else if (subject === null) subject = phrase;
      else if (tokens[at - 1]?.lower === ",") {
        if (subject.to === at - 1) beside = phrase;
        // "rammed by a cutter, the Vigilance"
        if (latest?.by && latest.by.to === at - 1)
          more.push({ verb: latest.verb, by: phrase, to: null, passive: false });
      }
      last = phrase;
      preposition = "";
      at = phrase.to - 1;
      continue;
    }
    if (pos === "ADP" && lower !== "whether") {
      preposition = lower;
      // What stands behind a preposition is no object.
      if (lower !== "to") waits = null;
      be = false;
      continue;
    }
    if (isStress(lower)) continue;
    if (pos === "ADV" || pos === "PART" || (preposition !== "" && isQuoteMark(lower))) continue;
    // A mark or a conjunction.
    preposition = "";
    antecedent = null;
    be = false;
    waits = null;
    if (lower !== ",") latest = null;
    if (pos === "SCONJ" || lower === "whether" || (force.stops && (lower !== "," || verbs === 0))) {
      // "The Vigilance, a cutter, rammed …": what explains the subject is none.
      if (lower !== "," || openedByClause(tokens, forces, at)) subject = null;
      verbs = 0;
    }
  }
  roles.push(...more);
  return roles.filter(({ by, to, passive }) => (passive ? (by ?? to) : by) !== null);
}

/** "accused Velm of", "praised Velm for": what follows is done by Velm. */
const controls = new Set(["of", "for", "from"]);

/** Who does what follows "of" or "for" behind a verb: its object, or who else does the verb. */
function controllerOf(tokens: readonly Token[], role: Open | undefined): Phrase | null {
  if (!role?.to || (!role.passive && role.to.from < role.verb)) return null;
  const first = tokens[role.to.from]?.lower;
  const second = tokens[role.to.from + 1]?.lower;
  const mutual =
    first === "each" || (second === "other" && first === "the") || second === "another";
  return mutual ? role.by : role.to;
}

/** "accused Velm | of", "was accused | of", "was accused by Tarsa | of" */
function isNext(role: Open | undefined, at: number): boolean {
  if (!role) return false;
  const ends = [role.verb + 1, role.to?.to, role.by?.to];
  return ends.includes(at);
}

/** The noun that a phrase is about; -1 where it has none. */
function headOf(tokens: readonly Token[], { from, to }: Phrase): number {
  for (let at = from; at < to; at++)
    if (tokens[at]?.pos === "NOUN" && (at + 1 === to || tokens[at + 1]?.pos !== "NOUN")) return at;
  return -1;
}

/** Marks that only stress: "the cutter *Vigilance*". */
function isStress(lower: string): boolean {
  return lower === "*" || lower === "_";
}

function isBesideVerb(before: Token | undefined): boolean {
  return before?.pos === "VERB" && before.lower !== "having";
}

/** "backed by “a rogue state”" */
function isQuoteMark(lower: string): boolean {
  return lower.length === 1 && quoteMarks.includes(lower);
}

const quoteMarks = "\"'“”‘’«»„";

/** Only auxiliaries and adverbs stand between the verb and the one before. */
function isBehindVerb(tokens: readonly Token[], verb: number): boolean {
  let at = verb - 1;
  while (/^(?:AUX|ADV)$/.test(tokens[at]?.pos ?? "")) at--;
  return tokens[at]?.pos === "VERB";
}

/** "the ship that", "Velm, which" */
function isBehind(tokens: readonly Token[], phrase: Phrase, at: number): boolean {
  return phrase.to === at || (phrase.to === at - 1 && (tokens[at - 1] as Token).lower === ",");
}

/** True where only adverbs stand between a phrase and a verb group that ends at `verb`. */
function endsAt(tokens: readonly Token[], phrase: Phrase, verb: number): boolean {
  for (let at = verb - 1; at >= phrase.to; at--) {
    const { pos, lower } = tokens[at] as Token;
    if (!/^(?:ADV|AUX|PART)$/.test(pos) && !floating.has(lower) && !isStress(lower)) return false;
  }
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
export function phraseEnd(tokens: readonly Token[], from: number, isFirst: boolean): number {
  let to = from + 1;
  while (to < tokens.length) {
    const { lower, pos } = tokens[to] as Token;
    const next = tokens[to + 1];
    if (pos === "PRON" || (pos === "DET" && to > from && isNoun(tokens[to - 1]))) break;
    if (pos === "NUM" && isNamed(tokens[to - 1]) && !/\d/.test(lower)) break;
    if (nominal.has(pos)) to++;
    else if (lower === "'s" || lower === "'") to++;
    else if ((lower === "-" || isStress(lower)) && next && nominal.has(next.pos)) to += 2;
    // "accused Velm of theft": of a name nothing is told so.
    else if (lower === "of" && next && nominal.has(next.pos) && !isNamed(tokens[to - 1])) to += 2;
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

function isNamed(token: Token | undefined): boolean {
  return token !== undefined && token.name > 0;
}

function isNoun(token: Token | undefined): boolean {
  return token?.pos === "NOUN" || token?.pos === "PROPN";
}
