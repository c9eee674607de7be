import { type Span, spanAt } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Gender } from "../names/bearers.ts";
import type { Chain, Named } from "../names/chains.ts";
import type { Around } from "../names/meant.ts";
import type { Names } from "../names/names.ts";
import { isRole } from "../names/words.ts";
import type { Prose } from "../sentences/prose.ts";
import type { Found } from "./found.ts";

type NamedSource = {
  readonly via: readonly string[];
  readonly sourceName: string | null;
  readonly sourceInferred: boolean;
};

/** How far back, in characters, who spoke last can still be the one who goes on. */
const reachCharacters = 1500;

/**
 * Makes the function that names the source of each attribution: as written without title and
 * apposition, a short form by its long one, and pronouns and nouns with "the" by whom they stand for.
 */
export function createNamer(
  lexicon: Lexicon,
): (
  prose: Prose,
  all: readonly Found[],
  read: { names: Names; quotes: readonly Span[] },
) => (found: Found) => NamedSource {
  return (prose, all, { names, quotes }) => {
    const named = new Map<Found, NamedSource>();
    const inOrder = [...all].sort((a, b) => startOf(a) - startOf(b));
    const genders = new Map<Chain, Gender>();
    let person: Last = nobodyYet;
    let thing: Last = nobodyYet;
    for (const found of inOrder) {
      const via = found.via.map((span) =>
        nameIn(plain(prose.text.slice(span.start, span.end)), lexicon),
      );
      const first = found.source[0];
      if (!first) {
        named.set(found, { via, sourceName: null, sourceInferred: false });
        continue;
      }
      const opening = prose.text.slice(first.start, first.start + 4);
      const sex = genderOf(opening);
      const last = sex ? person : /^its?\b/i.test(opening) ? thing : laterOf(person, thing);
      const goesOn = first.start - last.at < reachCharacters ? last : nobodyYet;
      const around = {
        quotes,
        lastSpeaker: goesOn.chain,
        lastSpokeAt: goesOn.at,
        unnamedAt: goesOn.chain ? -1 : goesOn.at,
        genders,
      };
      let source = sourceOf(prose.text, first, names, { around, lexicon });
      if (sex && source.sort !== "several" && !source.inferred && goesOn.phrase)
        source = carried(source, goesOn, { first, sex, names, lexicon });
      named.set(found, { via, sourceName: source.name, sourceInferred: source.inferred });
      const { chain, sort, phrase } = source;
      if (sex && chain && !genders.has(chain)) genders.set(chain, sex);
      // Whom a speaker quotes does not go on with the text.
      if (spanAt(quotes, first.start)) continue;
      // Who was asked goes on, not who asked.
      const spoke = found.attitude === "asks" ? nobodyYet : { chain, phrase };
      const here = { ...spoke, at: first.start, end: first.end };
      if (sort === "person" || sort === "open") person = here;
      if (sort === "thing" || sort === "open") thing = here;
    }
    return (found) => named.get(found) ?? { via: [], sourceName: null, sourceInferred: false };
  };
}

function startOf({ source, cue }: Found): number {
  return source[0]?.start ?? cue[0]?.start ?? 0;
}

type Source = {
  readonly name: string;
  readonly inferred: boolean;
  readonly chain: Chain | null;
  /** What it is that a pronoun may go on to stand for; `open`: one of the two, and nothing tells which. */
  readonly sort: "person" | "thing" | "open" | "several";
  /** A person without a name, as the text calls them ("the mayor of Tolby"). */
  readonly phrase: string | null;
};

/** Who spoke last, and where; no chain where it has no name. */
type Last = Pick<Source, "chain" | "phrase"> & { readonly at: number; readonly end: number };

const nobodyYet: Last = { chain: null, phrase: null, at: -1, end: -1 };

function laterOf(one: Last, other: Last): Last {
  return one.at >= other.at ? one : other;
}

/** Of a pronoun; null for "it" and for all that is none. */
function genderOf(opening: string): Gender | null {
  const [word = ""] = opening.toLowerCase().split(/[^a-z]/);
  if (word === "he" || word === "his") return "male";
  return word === "she" || word === "her" ? "female" : null;
}

/** So far on, in characters, "she" can go on for somebody without a name. */
const carriesCharacters = 600;

/** "The mayor of Tolby denied it. She said …": with nobody named in between it is the mayor. */
function carried(
  source: Source,
  { phrase, at, end }: Last,
  {
    first,
    sex,
    names,
    lexicon: { speakers },
  }: { first: Span; sex: Gender; names: Names; lexicon: Lexicon },
): Source {
  if (!phrase || !pronoun.test(source.name) || first.start - at > carriesCharacters) return source;
  const between = names.namedIn({ start: at, end: first.start });
  // "The mayor of Tolby": a name inside the phrase is somebody else only where it is a person's.
  const isOther = ({ chain: { kind }, start }: Named) =>
    kind === "person" || (start > end && kind !== "place" && kind !== "nationality");
  if (between.some(isOther)) return source;
  const head = headOf(phrase);
  const other = sex === "female" ? speakers.male : speakers.female;
  if (other.has(head) || (sex === "female" ? /[^o]man$/ : /woman$/).test(head)) return source;
  return { ...source, name: phrase, inferred: true, phrase };
}

const pronoun = /^(?:he|she|it|who|his|her|its)$/i;
const owner = /^(his|her|its)\s/i;

function sourceOf(
  text: string,
  whole: Span,
  names: Names,
  { around, lexicon }: { around: Around; lexicon: Lexicon },
): Source {
  const span = withoutApposition(text, whole);
  const written = plain(text.slice(span.start, span.end));
  const asWritten = unnamed(written, lexicon);
  if (pronoun.test(written) || /^(?:[Tt]he|[Tt]his|[Tt]hat)\s[^\p{Lu}]+$/u.test(written)) {
    const chain = names.meant(span, around);
    return chain ? of(chain, chain.name, true) : asWritten;
  }
  const [owned] = owner.exec(written) ?? [];
  if (owned) {
    const chain = names.meant(span, around);
    if (chain) return of(chain, chain.name, true);
    const whose = names.meant(
      { start: span.start, end: span.start + owned.length - 1 },
      { ...around, owner: true },
    );
    const rest = written.slice(owned.length);
    if (!whose || /\p{Lu}/u.test(rest)) return asWritten;
    const name = `${whose.name}’s ${rest}`;
    // "Her account says": she goes on to be meant; "her lawyer says": another.
    return asWritten.sort === "thing"
      ? of(whose, name, true)
      : { ...asWritten, name, inferred: true, phrase: null };
  }
  const [one, ...more] = names.namedIn(span);
  if (!one) return asWritten;
  if (more.length > 0) {
    const person = onlyPerson([one, ...more], text, span);
    return person ? of(person, written, false) : asWritten;
  }
  const before = text.slice(span.start, one.start);
  const behind = text.slice(one.end, span.end);
  if (/\p{L}/u.test(behind) || !isTitle(before)) return asWritten;
  const { chain } = one;
  if (chain.kind === "person") return of(chain, chain.name, !holds(written, chain.name));
  if (/\p{L}/u.test(before.replace(/^(?:the|an?)\s/i, ""))) return of(chain, written, false);
  return holds(written, chain.name) ? of(chain, written, false) : of(chain, chain.name, true);
}

function of(chain: Chain, name: string, inferred: boolean): Source {
  const sort = chain.kind === null ? "open" : chain.kind === "person" ? "person" : "thing";
  return { name, inferred, chain, sort, phrase: null };
}

/** Words that stand for more than one, or for whoever writes and reads. */
const severals =
  /^(?:i|we|you|they|some|many|several|others|most|both|all|few|people|critics|those|these)\b/;

/** Somebody or something without a name, as it is written. */
function unnamed(written: string, lexicon: Lexicon): Source {
  const lower = written.toLowerCase();
  const head = headOf(lower);
  const plain = { name: written, inferred: false, chain: null, phrase: null };
  if (
    severals.test(lower) ||
    /^[^,]*\s(?:and|or)\s/.test(lower) ||
    /(?:[^s]s|men|people|police)$/.test(head)
  )
    return { ...plain, sort: "several" };
  if (/^(?:he|she|his|her)$/.test(lower)) return { ...plain, sort: "person" };
  if (!isRole(head, lexicon))
    return {
      ...plain,
      sort: /^(?:the|its?|this|that)\b/.test(lower) || owner.test(lower) ? "thing" : "open",
    };
  const told = /^(?:the|an?|my|our)\s/.test(lower);
  return { ...plain, sort: "person", phrase: told ? written : null };
}

/** The noun of a phrase: its last word before any preposition. */
function headOf(phrase: string): string {
  const [first = ""] = phrase
    .toLowerCase()
    .split(/[,(]|\s(?:of|for|in|at|from|with|on|to|by|near|who|which|that)\s/);
  return first.trim().split(/\s/).at(-1) ?? "";
}

/**
 * "Mayor", "the former teacher": what may stand before the name of one who speaks. No preposition, and
 * nothing that counts: "half of", "someone like" and "more than 90%" are not who is named behind them.
 */
function isTitle(before: string): boolean {
  return !/\b(?:of|for|in|at|from|by|to|near|and|or|with|among|between|like|than|as|on|against|under|over|before|after|behind|about|all|half|most|some|many|more|less|few|fewer|several|no|none|every|each|any|both|neither|either|percent)\b|[\d%]/i.test(
    before,
  );
}

/** "Mayor Ann Oro of Tolby": the person, where one alone is named before any preposition. */
function onlyPerson(all: readonly Named[], text: string, { start }: Span): Chain | null {
  const [person, ...others] = all.filter(({ chain }) => chain.kind === "person");
  if (!person || others.length > 0) return null;
  return isTitle(text.slice(start, person.start)) ? person.chain : null;
}

function holds(written: string, name: string): boolean {
  return written.toLowerCase().includes(name.toLowerCase());
}

/** Without marks of Markdown and in single spaces. */
function plain(text: string): string {
  if (/^[\p{L}\p{N}'’.-]*$/u.test(text)) return text;
  return text
    .replace(/\]\([^)\s]*\)?/g, "")
    .replace(/[*_[\]]/g, "")
    .replace(/\s+/g, " ")
    .trim();
}

/** "Ann Oro, a teacher in Vell" → "Ann Oro"; lists of names stay. */
function withoutApposition(text: string, span: Span): Span {
  const comma = text.indexOf(",", span.start);
  if (comma <= span.start || comma >= span.end) return span;
  if (!/^(?:the\s|\p{Lu})/u.test(text.slice(span.start, span.start + 4))) return span;
  const rest = text.slice(comma + 1, span.end).trimStart();
  return /^(?:an?|the|who|whose|which|former|his|her|its|\d+)\b/i.test(rest)
    ? { start: span.start, end: comma }
    : span;
}

/** The name in a phrase ("the Tarn wire" → "Tarn"); a phrase without one at its end, as written. */
function nameIn(phrase: string, { speakers }: Lexicon): string {
  const words = phrase.split(" ");
  const last = words.at(-1) ?? "";
  if (/^\p{Ll}/u.test(last) && !speakers.outletWord.has(last)) return phrase;
  while (words.length > 1 && /^\p{Ll}/u.test(words.at(-1) ?? "")) words.pop();
  while (words.length > 1 && /^\p{Ll}/u.test(words[0] ?? "")) words.shift();
  return words.join(" ");
}
