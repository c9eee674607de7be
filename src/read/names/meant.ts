import { type Span, spanAt } from "../../document/span.ts";
import type { Prose, Token } from "../sentences/prose.ts";
import type { Bearer, Gender } from "./bearers.ts";
import { type BodyWords, canBe, isBodyNoun } from "./body-nouns.ts";
import type { Chain, Named } from "./chains.ts";
import { beside, is, type NameTraits } from "./words.ts";

/** What helps to tell whom a pronoun or a noun stands for. */
export type Around = {
  /** Outermost quotations, in order: who is named inside speaks not outside. */
  readonly quotes: readonly Span[];
  /** Who was the source of the statement before, if the text goes on with it. */
  readonly lastSpeaker: Chain | null;
  /** Where that source stands. */
  readonly lastSpokeAt?: number;
  /** Where somebody or something without a name spoke last: "she" is nobody named before it. */
  readonly unnamedAt?: number;
  /** The pronoun tells only whose somebody is ("his aides"): nobody but who is plainly meant. */
  readonly owner?: boolean;
  /** Whom pronouns before have stood for. */
  readonly genders?: ReadonlyMap<Chain, Gender>;
};

/** Somebody who is meant, and whether one of the text's own nouns tells it ("the mayor"). */
export type Meant = { readonly chain: Chain; readonly byRole: boolean };

/** Tells whom the tokens `[from, to)` stand for: null where nobody fits, or more than one. */
export type MeantReader = (from: number, to: number, around: Around) => Meant | null;

/** How far back, in sentences, somebody named can still be meant by a pronoun. */
const reachSentences = 5;
/** By so much somebody must stand out from the next who fits. */
const leastLead = 0.35;
/** So much must speak for whom a pronoun stands for: an object of the sentence before needs its gender told. */
const leastScore = -0.45;
/** … and so much for whose somebody is. */
const leastScoreOfOwners = 0.05;
/** A sentence further back counts so much less; one that goes on with the same pronoun, or is quoted, nothing. */
const perSentence = 0.6;
/** Having spoken last counts so much, and less where a subject has come in since. */
const spokeLast = 1;
const spokeBefore = 0.5;
/** … where a noun fits several names: more than being the subject gives. */
const leastLeadOfNouns = 0.9;

const nobody: Around = { quotes: [], lastSpeaker: null };

/** Verbs behind "it" that need nobody ("it is worth noting", "it goes without saying"). */
const impersonal =
  /^(?:is|'s|was|be|been|has|would|will|may|might|can|could|should|must|goes|went|seems|seemed|appears|appeared|turns|turned|remains|remained|takes|took|looks|looked|comes|came)$/;

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
  { bearers, bodies, called }: Told,
): MeantReader {
  const { tokens } = prose;
  const text: TextNames = { prose, traits, named, bearers, bodies, called };
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
      return nounMeans(text, from, to, around);
    if (/^(?:his|her|its)$/.test(first)) return possessed(text, from, to);
    return null;
  };
}

/** What the text tells of those whom it names. */
type Told = {
  readonly bearers: ReadonlyMap<Chain, Bearer>;
  readonly bodies: BodyWords;
  /** Noun → all whom the text calls so, or whose name has the word ("the fund"). */
  readonly called: ReadonlyMap<string, readonly Bearer[]>;
};

type TextNames = Told & {
  readonly prose: Prose;
  readonly traits: NameTraits;
  readonly named: readonly Named[];
};

/** Whom each noun can stand for by what the text calls them. */
export function calledOf(
  bearers: ReadonlyMap<Chain, Bearer>,
): ReadonlyMap<string, readonly Bearer[]> {
  const called = new Map<string, Bearer[]>();
  const add = (noun: string, bearer: Bearer) => {
    const list = called.get(noun);
    if (!list) called.set(noun, [bearer]);
    else if (list.at(-1) !== bearer) list.push(bearer);
  };
  for (const bearer of bearers.values()) {
    for (const role of bearer.roles) add(role, bearer);
    const { kind, forms } = bearer.chain;
    if (kind === "person" || kind === "nationality") continue;
    for (const { words } of forms)
      if (words.length > 1) for (const word of words) add(word, bearer);
  }
  return called;
}

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
  const owns = /^(?:his|her)$/.test(text.prose.tokens[at]?.lower ?? "");
  if (owns && opensSentence(text.prose, at)) return null;
  const genderOf = (chain: Chain) =>
    text.bearers.get(chain)?.gender ?? around.genders?.get(chain) ?? null;
  const fits = (chain: Chain) => {
    if (chain.kind !== "person") return false;
    const known = genderOf(chain);
    return known === null || known === gender;
  };
  const meant = best(text, at, around, {
    fits,
    bonus: (chain) => (genderOf(chain) === gender ? 0.5 : 0),
    lead: leastLead,
    least: around.owner ? leastScoreOfOwners : leastScore,
    reach: around.owner ? 1 : reachSentences,
  });
  if (!meant || isRivalled(text, at, around, { chain: meant.chain, gender })) return null;
  return genderOf(meant.chain) === null && isCrossed(text, at, meant.chain, fits) ? null : meant;
}

/** "In his letter, Oro said": whose it is comes behind. */
function opensSentence({ tokens, sentences }: Prose, at: number): boolean {
  const { firstToken } = sentences[sentenceAt(sentences, (tokens[at] as Token).start)] ?? {
    firstToken: -1,
  };
  return at > firstToken && at <= firstToken + 2 && tokens[firstToken]?.pos === "ADP";
}

/** "Oro told Brisk after he left": another, nearer in the sentence, fits as well. */
function isCrossed(
  { prose, named }: TextNames,
  at: number,
  chosen: Chain,
  fits: (chain: Chain) => boolean,
): boolean {
  const place = (prose.tokens[at] as Token).start;
  const { start } = prose.sentences[sentenceAt(prose.sentences, place)] as Span;
  for (let index = firstFrom(named, at) - 1; index >= 0; index--) {
    const one = named[index] as Named;
    if (one.start < start || one.chain === chosen) return false;
    if (fits(one.chain)) return true;
  }
  return false;
}

/** A body, or a state, that is the subject of this sentence or of the one before, or spoke in it. */
function thing(text: TextNames, at: number, around: Around): Meant | null {
  const { tokens } = text.prose;
  if (tokens[at]?.lower === "it" && impersonal.test(tokens[at + 1]?.lower ?? "")) return null;
  return best(text, at, around, {
    fits: (chain) => chain.kind === "organisation" || chain.kind === "place",
    bonus: (chain) => (chain.kind === "organisation" ? 0.2 : 0),
    lead: leastLead,
    least: 0.1,
    reach: 1,
  });
}

/**
 * Does somebody without a name stand nearer, as a subject?
 *
 *     Ann Oro left. My mother is ill, but she says …
 *                   ^^^^^^^^^
 */
function isRivalled(
  text: TextNames,
  at: number,
  around: Around,
  chosen: { readonly chain: Chain; readonly gender: Gender },
): boolean {
  const { prose, traits, named } = text;
  const { tokens } = prose;
  let last = firstFrom(named, at) - 1;
  while (last >= 0 && (named[last] as Named).chain !== chosen.chain) last--;
  const mention = named[last];
  const from = mention?.to ?? 0;
  const startOf = (token: number) =>
    prose.sentences[sentenceAt(prose.sentences, (tokens[token] as Token).start)]?.firstToken ?? 0;
  // Before the name only the subject of its whole sentence, or of this one.
  let opening = startOf(at);
  if (mention && !isSubject(prose, traits, mention, sentenceAt(prose.sentences, mention.start)))
    opening = Math.min(opening, startOf(mention.from));
  const low = Math.max(Math.min(from, opening), at - longestRival);
  for (let noun = at - 2; noun > low; noun--) {
    const bits = traits.beside[noun] as number;
    const token = tokens[noun] as Token;
    if (!(bits & beside.role) || bits & beside.company || token.name > 0) continue;
    if (!isBeforeVerb(tokens, noun + 1)) continue;
    const gender = bits & beside.female ? "female" : bits & beside.male ? "male" : null;
    if (gender && gender !== chosen.gender) continue;
    if (spanAt(around.quotes, token.start)) continue;
    for (let first = noun - 1; first >= noun - 4 && first >= low; first--) {
      const { lower, pos } = tokens[first] as Token;
      if (/^(?:an?|the|my|our|his|her|their|another|one)$/.test(lower)) {
        if (first < from && first > startOf(noun) + 2) break;
        const same = lower === "the" ? nounMeans(text, first, noun + 1, around) : null;
        if (same?.chain !== chosen.chain) return true;
        break;
      }
      if (!/^(?:ADJ|NOUN|NUM|PROPN)$/.test(pos)) break;
    }
  }
  return false;
}

/** A verb, or "of the Weavers Union" and then a verb. */
function isBeforeVerb(tokens: readonly Token[], at: number): boolean {
  let next = at;
  if (/^(?:of|for|at|from|in)$/.test(tokens[at]?.lower ?? ""))
    while (next < at + 9 && /^(?:ADP|DET|ADJ|NOUN|PROPN)$/.test(tokens[next]?.pos ?? "")) next++;
  const pos = tokens[next]?.pos;
  return pos === "VERB" || pos === "AUX";
}

/** So far before a pronoun somebody else without a name is looked for, in tokens. */
const longestRival = 80;

/** "Ann Oro, who said": whoever is named right before. */
function relative({ prose, named }: TextNames, at: number): Meant | null {
  const one = named[firstFrom(named, at) - 1];
  if (!one) return null;
  const gap = prose.text.slice(one.end, (prose.tokens[at] as Token).start);
  return /^,?\s*$/.test(gap) ? { chain: one.chain, byRole: false } : null;
}

/** Who can be meant, what speaks for each, and how much must. */
type Wanted = {
  readonly fits: (chain: Chain) => boolean;
  readonly bonus: (chain: Chain) => number;
  readonly lead: number;
  readonly least: number;
  readonly reach: number;
};

/** The one of all who fit that stands out: near, a subject, the last to speak. */
function best(
  { prose, traits, named }: TextNames,
  at: number,
  { quotes, lastSpeaker, lastSpokeAt = -1, unnamedAt = -1, owner = false }: Around,
  { fits, bonus, lead, least, reach }: Wanted,
): Meant | null {
  const { tokens, sentences } = prose;
  const place = (tokens[at] as Token).start;
  const here = sentenceAt(sentences, place);
  const inside = spanAt(quotes, place);
  const scores = new Map<Chain, number>();
  let since = false;
  for (let index = firstFrom(named, at) - 1; index >= 0; index--) {
    const one = named[index] as Named;
    const sentence = sentenceAt(sentences, one.start);
    if (here - sentence > reach || one.start < unnamedAt) break;
    if (!fits(one.chain)) continue;
    const quoted = spanAt(quotes, one.start);
    if (quoted && quoted !== inside) continue;
    const subject = isSubject(prose, traits, one, sentence);
    // Behind somebody without a name only who takes over the sentence takes over the pronoun.
    if (unnamedAt >= 0 && !subject && bonus(one.chain) === 0) continue;
    if (subject && one.start > lastSpokeAt && one.chain !== lastSpeaker) since = true;
    const score =
      bonus(one.chain) -
      perSentence * distanceOf(prose, sentence, at, quotes) +
      (subject ? 0.7 : 0) -
      (isOwner(prose, one) ? 0.3 : 0);
    if (score > (scores.get(one.chain) ?? Number.NEGATIVE_INFINITY)) scores.set(one.chain, score);
  }
  if (lastSpeaker && !owner && fits(lastSpeaker)) {
    const spoke = lastSpokeAt < 0 ? here : sentenceAt(sentences, lastSpokeAt);
    if (here - spoke <= reach || reach > 1) {
      const before = scores.get(lastSpeaker) ?? Number.NEGATIVE_INFINITY;
      const back = distanceOf(prose, spoke, at, quotes);
      const there = bonus(lastSpeaker) - perSentence * back;
      scores.set(lastSpeaker, (since ? spokeBefore : spokeLast) + Math.max(before, there));
    }
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
  return chosen && first >= least && first - second >= lead
    ? { chain: chosen, byRole: false }
    : null;
}

/** Sentences from `from` to that of token `at`, without those that only go on. */
function distanceOf(
  { tokens, sentences }: Prose,
  from: number,
  at: number,
  quotes: readonly Span[],
): number {
  const { start, lower } = tokens[at] as Token;
  const here = sentenceAt(sentences, start);
  let distance = here - from;
  for (let between = Math.max(from, here - reachSentences) + 1; between < here; between++) {
    const sentence = sentences[between] as Prose["sentences"][number];
    const goesOn = tokens[sentence.firstToken]?.lower === lower;
    if (goesOn || spanAt(quotes, sentence.start)) distance--;
  }
  return distance;
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

/** Before a verb, after a verb of saying, or with nothing before it in its sentence. */
function isSubject(
  { tokens, sentences }: Prose,
  traits: NameTraits,
  { from, to }: Named,
  sentence: number,
): boolean {
  let at = to;
  const owns = /^(?:'s|'|’s|-|:)$/.test(tokens[to]?.lower ?? "");
  if (!owns && tokens[to]?.name === 0) {
    const first = sentences[sentence]?.firstToken ?? 0;
    let back = from - 1;
    while (back >= first && back > from - 7 && opensSubject.test((tokens[back] as Token).pos))
      back--;
    if (back < first && !opensSubject.test(tokens[to]?.pos ?? "")) return true;
  }
  // "One of them is Oro", "her aide, Oro, said"
  if (/^(?:is|was)$/.test(tokens[from - 1]?.lower ?? "")) return true;
  if (tokens[to]?.lower === "," && tokens[from - 1]?.lower === ",") {
    const { pos } = tokens[to + 1] ?? { pos: "" };
    if (pos === "VERB" || pos === "AUX") return true;
  }
  if (/^[—–―]$/.test(tokens[to]?.lower ?? "") && tokens[from - 1]?.pos !== "ADP") return true;
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
  // "said the painter Ann Oro"
  let verb = from - 1;
  while (verb > from - 7 && opensSubject.test(tokens[verb]?.pos ?? "")) verb--;
  return Boolean(
    verb >= 0 && (traits.beside[verb] as number) & beside.reports && tokens[verb]?.pos === "VERB",
  );
}

/** What stands before a name in one phrase with it: "Conservative economist". */
const opensSubject = /^(?:DET|ADJ|NOUN|PROPN|NUM)$/;

function isOwner({ tokens }: Prose, { from, to }: Named): boolean {
  return tokens[to]?.lower === "'s" || tokens[to]?.lower === "'" || tokens[from - 1]?.pos === "ADP";
}

/** "the former mayor", "the union", "the 34-year-old" */
function nounMeans(text: TextNames, from: number, to: number, around: Around): Meant | null {
  const { prose, traits, called } = text;
  const { tokens } = prose;
  const head = tokens[to - 1] as Token;
  const bits = traits.beside[to - 1] as number;
  if (!isPlainNoun(text, from, to)) return null;
  const aged = /^\d{1,3}-year-old$/.test(head.lower) || (head.lower === "old" && to - from > 2);
  if (!aged && !(bits & (beside.role | beside.company | beside.state))) return null;
  const person = aged || Boolean(bits & beside.role && !(bits & beside.company));
  const bearing: Chain[] = [];
  for (const bearer of called.get(head.lower) ?? []) {
    if ((bearer.named[0]?.from ?? from) >= from || bearing.includes(bearer.chain)) continue;
    if (isSoCalled(text, from, to, { bearer, person })) bearing.push(bearer.chain);
  }
  if (bearing.length === 1) return { chain: bearing[0] as Chain, byRole: true };
  if (bearing.length > 1) {
    const meant = best(text, from, around, {
      fits: (chain) => bearing.includes(chain),
      bonus: () => 0,
      lead: leastLeadOfNouns,
      least: Number.NEGATIVE_INFINITY,
      reach: reachSentences,
    });
    return meant && { ...meant, byRole: true };
  }
  if (isIntroduced(text, from, head.lower)) return null;
  return aged || !person ? nearest(text, from, to, around, person) : null;
}

/**
 * The only body that is named near and does something there, where the noun says no more than what it
 * is; and "the 34-year-old". Not for an office, a trade or a body of state: a text that means one it
 * has named says which name has it.
 */
function nearest(
  text: TextNames,
  from: number,
  to: number,
  around: Around,
  person: boolean,
): Meant | null {
  const { prose, traits, bearers, named } = text;
  const bits = traits.beside[to - 1] as number;
  const head = prose.tokens[to - 1] as Token;
  if (!person && !isBodyNoun(text.bodies, head.lower)) return null;
  const near = new Set<Chain>();
  const acting = new Set<Chain>();
  const here = sentenceAt(prose.sentences, head.start);
  for (let index = firstFrom(named, from) - 1; index >= 0; index--) {
    const one = named[index] as Named;
    const sentence = sentenceAt(prose.sentences, one.start);
    if (here - sentence > 2) break;
    if (one.start < (around.unnamedAt ?? -1)) return null;
    if (spanAt(around.quotes, one.start)) continue;
    if (one.chain === around.lastSpeaker || isSubject(prose, traits, one, sentence))
      acting.add(one.chain);
    if (one.chain.kind === (person ? "person" : "organisation")) near.add(one.chain);
  }
  const gender = bits & beside.female ? "female" : bits & beside.male ? "male" : null;
  const fitting = [...near].filter((chain) => {
    const bearer = bearers.get(chain);
    return !(gender && bearer?.gender && bearer.gender !== gender);
  });
  const [one] = fitting;
  if (!one || fitting.length > 1 || !(person || acting.has(one))) return null;
  if (!isSoCalled(text, from, to, { bearer: bearers.get(one), person })) return null;
  return person || canBe(text.bodies, head.lower, one) ? { chain: one, byRole: false } : null;
}

/** Adjectives by which a text tells one from another that is called the same. */
const telling =
  /^(?:other|new|next|previous|second|third|fourth|rival|opposing|opposition|local|neighbou?ring|nearby|regional|provincial|municipal|junior|senior|female|male|young|younger|old|older|elder)$/;
/** Adjectives that tell of a body nothing that its name would have. */
const loose = /^(?:former|late|then|same|current|whole|entire|powerful|influential|so-called)$/;

/**
 * Does the name or what the text says beside it have the words before the noun? "The appeals court"
 * is no supreme court, and "the deputy mayor" no mayor.
 */
function isSoCalled(
  { prose: { tokens }, traits }: TextNames,
  from: number,
  to: number,
  { bearer, person }: { readonly bearer: Bearer | undefined; readonly person: boolean },
): boolean {
  for (let at = from + 1; at < to - 1; at++) {
    const { lower, pos, name } = tokens[at] as Token;
    if (pos === "PUNCT" || pos === "NUM" || /^(?:former|year)$/.test(lower)) continue;
    const bits = traits.is[at] as number;
    const tells =
      pos !== "ADJ" ||
      name > 0 ||
      telling.test(lower) ||
      Boolean(bits & (is.title | is.portfolio | is.bodyOpen | is.adherent));
    if (!tells && (person || loose.test(lower))) continue;
    if (bearer?.words.has(lower)) continue;
    if (!bearer?.chain.forms.some(({ words }) => words.includes(lower))) return false;
  }
  return true;
}

/** Article, adjectives and a noun, with nothing behind that makes it somebody else's. */
function isPlainNoun({ prose }: TextNames, from: number, to: number): boolean {
  const { tokens } = prose;
  if (to - from > 7) return false;
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

/** "his wife": whoever the text calls so by name. Kin alone: of lawyers and aides there are many. */
function possessed({ prose, traits, called }: TextNames, from: number, to: number): Meant | null {
  const role = (prose.tokens[to - 1] as Token).lower.replace(/^ex-/, "");
  if (to - from > 3 || !((traits.is[to - 1] as number) & is.kin)) return null;
  const bearing = (called.get(role) ?? []).filter(
    ({ chain, named }) => chain.kind === "person" && (named[0]?.from ?? from) < from,
  );
  return bearing.length === 1 ? { chain: (bearing[0] as Bearer).chain, byRole: true } : null;
}
