import type { NameWords } from "../../lexicon/names.ts";
import type { Prose, Token } from "../sentences/prose.ts";
import type { Chain, Named } from "./chains.ts";
import { beside, is, type NameTraits } from "./words.ts";

export type Gender = "female" | "male";

/** What a text tells of somebody or something that it names. */
export type Bearer = {
  readonly chain: Chain;
  /** Its mentions by name, in the order of the text. */
  readonly named: readonly Named[];
  /** Nouns by which the text speaks of it: "mayor", "union". */
  readonly roles: ReadonlySet<string>;
  /** The words around those nouns: "deputy" and "tolby" of "deputy mayor of Tolby". */
  readonly words: ReadonlySet<string>;
  /** By titles, nouns of kin and pronouns of the text; never by the name. */
  readonly gender: Gender | null;
};

type Open = {
  chain: Chain;
  named: Named[];
  roles: Set<string>;
  words: Set<string>;
  female: number;
  male: number;
};

/** Collects what the words beside the names tell of those who bear them. */
export function readBearers(
  prose: Prose,
  traits: NameTraits,
  named: readonly Named[],
  long: LongTitles,
): Map<Chain, Bearer> {
  const open = new Map<Chain, Open>();
  for (const one of named) {
    let bearer = open.get(one.chain);
    if (!bearer) {
      bearer = {
        chain: one.chain,
        named: [],
        roles: new Set(),
        words: new Set(),
        female: 0,
        male: 0,
      };
      open.set(one.chain, bearer);
    }
    bearer.named.push(one);
    rolesBefore(bearer, one, prose, { traits, long });
    rolesAfter(bearer, one, prose, traits);
  }
  pronounsAfter(prose, named, open);
  const bearers = new Map<Chain, Bearer>();
  for (const [chain, { named: mentions, roles, words, female, male }] of open) {
    for (const role of [...roles]) for (const other of long.get(role) ?? []) roles.add(other);
    const gender = female > 2 * male ? "female" : male > 2 * female ? "male" : null;
    bearers.set(chain, { chain, named: mentions, roles, words, gender });
  }
  return bearers;
}

/** "gov" → "governor": a title and what its bearer is called later. */
export type LongTitles = ReadonlyMap<string, readonly string[]>;

export function longTitles({ abbreviated }: NameWords): LongTitles {
  const long = new Map<string, string[]>();
  for (const pair of abbreviated) {
    const [short = "", full = ""] = pair.split(" ");
    long.set(short, [...(long.get(short) ?? []), full]);
  }
  return long;
}

/** A title or a noun of kin tells more than so many pronouns that may be somebody else's. */
const toldOutright = 10;

function tell(bearer: Open, at: number, { tokens }: Prose, traits: NameTraits): void {
  const { lower } = tokens[at] as Token;
  const bits = traits.beside[at] as number;
  const role = lower.endsWith(".") ? lower.slice(0, -1) : lower;
  const { kind } = bearer.chain;
  const human = bits & beside.role || (traits.is[at] as number) & is.title;
  const body = bits & (beside.company | beside.state);
  if (kind === "person" ? human : kind === null ? human || body : body) {
    bearer.roles.add(role);
    tellWords(bearer, at, tokens);
  }
  if (bits & beside.female) bearer.female += toldOutright;
  else if (bits & beside.male && role !== "king") bearer.male += toldOutright;
}

/** "deputy" before a noun, "Tolby" behind its "of". */
function tellWords({ words }: Open, at: number, tokens: readonly Token[]): void {
  for (let back = at - 1; back >= 0 && back >= at - 4; back--) {
    const { lower, pos } = tokens[back] as Token;
    if (pos !== "NOUN" && pos !== "ADJ" && pos !== "PROPN") break;
    words.add(lower);
  }
  if (!/^(?:of|for|at|in)$/.test(tokens[at + 1]?.lower ?? "")) return;
  for (let next = at + 2; next < at + 6; next++) {
    const token = tokens[next];
    if (!token || !/^(?:NOUN|ADJ|PROPN|DET)$/.test(token.pos)) break;
    words.add(token.lower);
  }
}

/** So far before a name a role of its bearer is looked for, in tokens. */
const roleReach = 6;

/** "Mayor Ann Oro", "the teacher Ann Oro", "his wife Ann Oro", "The Minister of the Sea, Ann Oro" */
function rolesBefore(
  bearer: Open,
  one: Named,
  prose: Prose,
  { traits, long }: { readonly traits: NameTraits; readonly long: LongTitles },
): void {
  const { tokens } = prose;
  let at = one.from - 1;
  // "the city of Tolby" is the city
  if (tokens[at]?.lower === "of" && at > 0 && (traits.beside[at - 1] as number) & beside.state)
    tell(bearer, at - 1, prose, traits);
  for (; at >= 0 && at >= one.from - roleReach; at--) {
    const token = tokens[at] as Token;
    // "Gen. Ann Oro", but not "They met the pope. Ann Oro left."
    if (token.lower === "." && !long.has(tokens[at - 1]?.lower ?? "")) break;
    if (token.lower === ".") continue;
    const bits = traits.beside[at] as number;
    const titled = (traits.is[at] as number) & is.title;
    if (!(bits & beside.role) && !titled && token.pos !== "ADJ" && token.name === 0) break;
    if (bits & beside.role || titled) tell(bearer, at, prose, traits);
  }
  if (tokens[one.from - 1]?.lower !== "," || one.chain.kind !== "person") return;
  if (!/^[,.]$/.test(tokens[one.to]?.lower ?? "")) return;
  for (at = one.from - 2; at >= 0 && at >= one.from - 2 - roleReach; at--) {
    const { lower, pos } = tokens[at] as Token;
    if (pos === "VERB" || pos === "AUX" || lower === ",") return;
    if ((traits.beside[at] as number) & beside.role || (traits.is[at] as number) & is.title) {
      tell(bearer, at, prose, traits);
      return;
    }
  }
}

/** "Ann Oro, a former teacher and writer, …", "Oro is a teacher", "the Watch, a group of volunteers" */
function rolesAfter(bearer: Open, one: Named, prose: Prose, traits: NameTraits): void {
  const { tokens } = prose;
  const link = tokens[one.to]?.lower;
  if (link !== "," && link !== "is" && link !== "was" && link !== "-" && link !== "―") return;
  const opens = tokens[one.to + 1];
  if (!opens || (link !== "," && !/^(?:an?|the)$/.test(opens.lower))) return;
  if (link === "," && !isClosed(tokens, one.to + 1)) return;
  for (let at = one.to + 1; at < one.to + 9; at++) {
    const token = tokens[at];
    if (!token || token.pos === "VERB" || token.pos === "AUX" || token.pos === "PRON") return;
    if (token.lower === "," || token.lower === "of" || token.lower === "for" || token.lower === ".")
      return;
    if (token.name > 0) continue;
    tell(bearer, at, prose, traits);
  }
}

/** So long is an apposition at most, in tokens. */
const longestApposition = 25;

/** "Ann Oro, a teacher," but not "In Tolby, the harbour office said": a verb there has a subject. */
function isClosed(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < from + longestApposition; at++) {
    const token = tokens[at];
    if (!token || /^(?:,|\.|;|:|\)|and|who|which|that|whose|-|–|—|―|”|")$/.test(token.lower))
      return true;
    if (token.pos === "AUX" || (token.pos === "VERB" && !/(?:ing|ed)$/.test(token.lower)))
      return false;
    if (token.pos === "VERB" && /ed$/.test(token.lower) && tokens[at + 1]?.pos !== "ADP")
      return false;
  }
  return false;
}

/** "Oro said that she …": a pronoun after the one person that its sentence has named so far. */
function pronounsAfter(
  prose: Prose,
  named: readonly Named[],
  open: ReadonlyMap<Chain, Open>,
): void {
  let next = 0;
  for (const sentence of prose.sentences) {
    while (next < named.length && (named[next] as Named).from < sentence.firstToken) next++;
    let only: Chain | null = null;
    let others = false;
    let quoted = false;
    for (let at = sentence.firstToken; at < sentence.endToken && !others; at++) {
      const one = named[next];
      const { lower } = prose.tokens[at] as Token;
      // What a speaker calls "she" is seldom the speaker.
      if (lower === "“" || lower === "''") quoted = true;
      else if (lower === "”") quoted = false;
      else if (lower === '"') quoted = !quoted;
      if (one && one.from === at) {
        if (one.chain.kind === "person" || one.chain.kind === null) {
          if (only && only !== one.chain) others = true;
          only = one.chain;
        }
        next++;
        continue;
      }
      if (quoted || only?.kind !== "person") continue;
      const bearer = open.get(only);
      if (!bearer) continue;
      if (lower === "she" || lower === "her") bearer.female++;
      else if (lower === "he" || lower === "his" || lower === "him") bearer.male++;
    }
  }
}
