import { type Span, spanAt } from "../../document/span.ts";
import type { Prose, Token } from "../sentences/prose.ts";
import type { Bearer, Gender } from "./bearers.ts";
import type { Chain, Named } from "./chains.ts";
import { beside, type NameTraits } from "./words.ts";

/** What helps to tell whom a pronoun or a noun stands for. */
export type Around = {
  /** Outermost quotations, in order: who is named inside speaks not outside. */
  readonly quotes: readonly Span[];
  /** Who was the source of the statement before, if the text goes on with it. */
  readonly lastSpeaker: Chain | null;
};

/** Somebody who is meant, and whether one of the text's own nouns tells it ("the mayor"). */
export type Meant = { readonly chain: Chain; readonly byRole: boolean };

/** Tells whom the tokens `[from, to)` stand for: null where nobody fits, or more than one. */
export type MeantReader = (from: number, to: number, around: Around) => Meant | null;

/** How far back, in sentences, somebody named can still be meant by a pronoun. */
const reachSentences = 5;
/** By so much somebody must stand out from the next who fits. */
const leastLead = 0.35;
/** … where a noun fits several names: more than being the subject gives. */
const leastLeadOfNouns = 0.9;

const nobody: Around = { quotes: [], lastSpeaker: null };

/**
 * Makes the function that resolves pronouns and nouns with "the" in one text.
 *
 *     Mayor Ann Oro met Jon Brisk. “We stay,” she said. The mayor smiled.
 *           ^^^^^^^                           ^^^        ^^^^^^^^^
 */
export function createMeantReader(
  prose: Prose,
  traits: NameTraits,
  named: readonly Named[],
  bearers: ReadonlyMap<Chain, Bearer>,
): MeantReader {
  const { tokens } = prose;
  const text: TextNames = { prose, traits, named, bearers };
  return (from, to, around = nobody) => {
    const first = tokens[from]?.lower ?? "";
    if (to - from === 1) {
      if (/^(?:he|his|him)$/.test(first)) return pronoun(text, from, around, "male");
      if (/^(?:she|her|hers)$/.test(first)) return pronoun(text, from, around, "female");
      if (/^(?:it|its)$/.test(first)) return thing(text, from, around);
      if (first === "who") return relative(text, from);
      return null;
    }
    if (first === "the" || first === "this" || first === "that")
      return noun(text, from, to, around);
    if (/^(?:his|her|its)$/.test(first)) return possessed(text, from, to);
    return null;
  };
}

type TextNames = {
  readonly prose: Prose;
  readonly traits: NameTraits;
  readonly named: readonly Named[];
  readonly bearers: ReadonlyMap<Chain, Bearer>;
};

/** Index of the first mention that does not begin before token `at`. */
function firstFrom(named: readonly Named[], at: number): number {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle] as Named).from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function pronoun(text: TextNames, at: number, around: Around, gender: Gender): Meant | null {
  const fits = (chain: Chain) => {
    if (chain.kind !== "person") return false;
    const known = text.bearers.get(chain)?.gender ?? null;
    return known === null || known === gender;
  };
  return best(text, at, around, fits, (chain) =>
    text.bearers.get(chain)?.gender === gender ? 0.5 : 0,
  );
}

function thing(text: TextNames, at: number, around: Around): Meant | null {
  const fits = (chain: Chain) => chain.kind === "organisation" || chain.kind === "place";
  return best(text, at, around, fits, (chain) => (chain.kind === "organisation" ? 0.4 : 0));
}

/** "Ann Oro, who said": whoever is named right before. */
function relative({ prose, named }: TextNames, at: number): Meant | null {
  const one = named[firstFrom(named, at) - 1];
  if (!one) return null;
  const gap = prose.text.slice(one.end, (prose.tokens[at] as Token).start);
  return /^,?\s*$/.test(gap) ? { chain: one.chain, byRole: false } : null;
}

/** The one of all who fit that stands out: near, a subject, the last to speak. */
function best(
  { prose, traits, named }: TextNames,
  at: number,
  { quotes, lastSpeaker }: Around,
  fits: (chain: Chain) => boolean,
  bonus: (chain: Chain) => number,
  lead = leastLead,
): Meant | null {
  const { tokens, sentences } = prose;
  const place = (tokens[at] as Token).start;
  const here = sentenceAt(sentences, place);
  const inside = spanAt(quotes, place);
  const scores = new Map<Chain, number>();
  for (let index = firstFrom(named, at) - 1; index >= 0; index--) {
    const one = named[index] as Named;
    const distance = here - sentenceAt(sentences, one.start);
    if (distance > reachSentences) break;
    if (!fits(one.chain)) continue;
    const quoted = spanAt(quotes, one.start);
    if (quoted && quoted !== inside) continue;
    const score =
      bonus(one.chain) -
      0.6 * distance +
      (isSubject(prose, traits, one) ? 0.7 : 0) -
      (isOwner(prose, one) ? 0.3 : 0);
    if (score > (scores.get(one.chain) ?? Number.NEGATIVE_INFINITY)) scores.set(one.chain, score);
  }
  if (lastSpeaker && fits(lastSpeaker)) {
    const before = scores.get(lastSpeaker);
    if (before !== undefined) scores.set(lastSpeaker, before + 1);
    else if (scores.size === 0) scores.set(lastSpeaker, 0);
  }
  let chosen: Chain | null = null;
  let first = Number.NEGATIVE_INFINITY;
  let second = Number.NEGATIVE_INFINITY;
  for (const [chain, score] of scores) {
    if (score > first) {
      second = first;
      first = score;
      chosen = chain;
    } else if (score > second) second = score;
  }
  return chosen && first - second >= lead ? { chain: chosen, byRole: false } : null;
}

/** Index of the sentence that holds `place`, or of the last before it. */
function sentenceAt(sentences: readonly Span[], place: number): number {
  let low = 0;
  let high = sentences.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((sentences[middle] as Span).start <= place) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** Before a verb, or after a verb of saying. */
function isSubject({ tokens }: Prose, traits: NameTraits, { from, to }: Named): boolean {
  let at = to;
  if (tokens[at]?.lower === ",") {
    // "Oro, a teacher, said"
    for (let next = at + 1; next < at + 15; next++)
      if (tokens[next]?.lower === ",") {
        at = next + 1;
        break;
      }
  }
  while (tokens[at]?.pos === "ADV") at++;
  const after = tokens[at];
  if (after && (after.pos === "VERB" || after.pos === "AUX") && !/ing$/.test(after.lower)) {
    const before = tokens[from - 1];
    return before?.pos !== "ADP" || before.lower === "according";
  }
  return Boolean(
    from > 0 &&
      (traits.beside[from - 1] as number) & beside.reports &&
      tokens[from - 1]?.pos === "VERB",
  );
}

function isOwner({ tokens }: Prose, { from, to }: Named): boolean {
  return tokens[to]?.lower === "'s" || tokens[to]?.lower === "'" || tokens[from - 1]?.pos === "ADP";
}

/** "the former mayor", "the union", "the 34-year-old" */
function noun(text: TextNames, from: number, to: number, around: Around): Meant | null {
  const { prose, traits, bearers, named } = text;
  const { tokens } = prose;
  const head = tokens[to - 1] as Token;
  const bits = traits.beside[to - 1] as number;
  if (!isPlainNoun(text, from, to)) return null;
  const aged = /^\d{1,3}-year-old$/.test(head.lower) || (head.lower === "old" && to - from > 2);
  if (!aged && !(bits & (beside.role | beside.company | beside.state))) return null;
  const named2 = to - from > 2 && (tokens[to - 2] as Token).name > 0;
  const role = named2 ? `${(tokens[to - 2] as Token).lower} ${head.lower}` : head.lower;
  const until = firstFrom(named, from);
  const before = new Set(named.slice(0, until).map((one) => one.chain));
  const bearing = [...before].filter((chain) => hasRole(bearers.get(chain), role));
  if (bearing.length === 1) return { chain: bearing[0] as Chain, byRole: true };
  if (bearing.length > 1) {
    const meant = best(
      text,
      from,
      around,
      (chain) => bearing.includes(chain),
      () => 0,
      leastLeadOfNouns,
    );
    return meant && { ...meant, byRole: true };
  }
  if (named2 || isIntroduced(text, from, head.lower)) return null;
  const person = aged || Boolean(bits & beside.role && !(bits & beside.company));
  const near = new Set<Chain>();
  const here = sentenceAt(prose.sentences, head.start);
  for (let index = until - 1; index >= 0; index--) {
    const one = named[index] as Named;
    if (here - sentenceAt(prose.sentences, one.start) > 2) break;
    if (spanAt(around.quotes, one.start)) continue;
    if (one.chain.kind === (person ? "person" : "organisation")) near.add(one.chain);
  }
  const gender = bits & beside.female ? "female" : bits & beside.male ? "male" : null;
  const fitting = [...near].filter((chain) => {
    const bearer = bearers.get(chain);
    return !(gender && bearer?.gender && bearer.gender !== gender);
  });
  return fitting.length === 1 ? { chain: fitting[0] as Chain, byRole: false } : null;
}

function hasRole(bearer: Bearer | undefined, role: string): boolean {
  if (!bearer) return false;
  if (bearer.roles.has(role)) return true;
  // "the fund" for the International Monetary Fund, "the ministry" for the Ministry of the Sea
  return (
    bearer.chain.kind !== "person" &&
    bearer.chain.kind !== "nationality" &&
    !role.includes(" ") &&
    bearer.chain.forms.some(({ words }) => words.length > 1 && words.includes(role))
  );
}

/** Article, adjectives and a noun, with nothing behind that makes it somebody else's. */
function isPlainNoun({ prose }: TextNames, from: number, to: number): boolean {
  const { tokens } = prose;
  if (to - from > 5) return false;
  for (let at = from + 1; at < to - 1; at++)
    if (
      !/^(?:ADJ|NOUN|NUM|PROPN|PUNCT)$/.test((tokens[at] as Token).pos) ||
      tokens[at]?.lower === ","
    )
      return false;
  const after = tokens[to]?.lower ?? "";
  return !/^(?:of|for|in|at|'s|'|who|that|whose)$/.test(after);
}

/** "a doctor said … the doctor": somebody whom the text has brought in without a name. */
function isIntroduced({ prose }: TextNames, from: number, noun: string): boolean {
  const { tokens } = prose;
  for (let at = from - 1; at > 0 && at > from - 400; at--) {
    if (tokens[at]?.lower !== noun) continue;
    for (let back = at - 1; back > at - 4 && back >= 0; back--) {
      const { lower, pos } = tokens[back] as Token;
      if (/^(?:an?|one|another)$/.test(lower)) return (tokens[at + 1]?.name ?? 0) === 0;
      if (pos !== "ADJ" && pos !== "NOUN") break;
    }
  }
  return false;
}

/** "his wife": whoever the text calls so by name. */
function possessed({ prose, named, bearers }: TextNames, from: number, to: number): Meant | null {
  const role = (prose.tokens[to - 1] as Token).lower.replace(/^ex-/, "");
  if (to - from > 3) return null;
  const before = new Set(named.slice(0, firstFrom(named, from)).map((one) => one.chain));
  const bearing = [...before].filter(
    (chain) => chain.kind === "person" && bearers.get(chain)?.roles.has(role),
  );
  return bearing.length === 1 ? { chain: bearing[0] as Chain, byRole: true } : null;
}
