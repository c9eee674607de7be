import { isSpace, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Prose, Token } from "../sentences/prose.ts";
import type { Found } from "./found.ts";

type Named = {
  readonly via: readonly string[];
  readonly sourceName: string | null;
  readonly sourceInferred: boolean;
};

type Kind = "person" | "body" | "many" | "unknown";

/** Somebody named in the text who can be meant later by a pronoun, a noun or a short form. */
type Mention = Span & {
  readonly name: string;
  readonly kind: Kind;
  readonly gender: "female" | "male" | null;
  readonly source: boolean;
};

/** How far back, in characters, somebody named can still be meant by a pronoun or a noun. */
const reachCharacters = 1500;

/**
 * Makes the function that names the source of each attribution: as written, or for pronouns,
 * nouns with "the" and short forms, as the nearest compatible name before. Linear in the text,
 * apart from a look back over `reachCharacters`.
 */
export function createNamer(
  lexicon: Lexicon,
): (prose: Prose, all: readonly Found[]) => (found: Found) => Named {
  return (prose, all) => {
    const mentions = readMentions(prose, all, lexicon);
    return (found) => {
      const via = found.via.map((span) =>
        nameIn(plain(prose.text.slice(span.start, span.end)), lexicon),
      );
      const first = found.source[0];
      if (!first) return { via, sourceName: null, sourceInferred: false };
      const written = withoutApposition(plain(prose.text.slice(first.start, first.end)));
      const meant = resolve(written, first, mentions, lexicon);
      return meant === null || meant === written
        ? { via, sourceName: written, sourceInferred: false }
        : { via, sourceName: meant, sourceInferred: true };
    };
  };
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
function withoutApposition(name: string): string {
  const comma = name.indexOf(",");
  if (comma < 1 || !/^\p{Lu}/u.test(name)) return name;
  const rest = name.slice(comma + 1).trim();
  return /^(an?|the|who|whose|which|former|his|her|its|\d+)\b/i.test(rest)
    ? name.slice(0, comma)
    : name;
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

/** Proper-name runs of the text, in order, times left out. */
function readMentions(prose: Prose, all: readonly Found[], lexicon: Lexicon): Mention[] {
  const sources = all.flatMap(({ source }) => source).sort((a, b) => a.start - b.start);
  let source = 0;
  const { tokens, text } = prose;
  const mentions: Mention[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const first = tokens[at] as Token;
    if (first.pos !== "PROPN") continue;
    let end = at;
    while (tokens[end + 1]?.pos === "PROPN" && onlySpace(text, tokens, end)) end++;
    const last = tokens[end] as Token;
    while ((sources[source]?.end ?? Number.POSITIVE_INFINITY) <= first.start) source++;
    if (!lexicon.speakers.times.has(last.lower) && !isTitle(tokens, at, end, lexicon)) {
      mentions.push({
        start: first.start,
        end: last.end,
        name: plain(text.slice(first.start, last.end)),
        kind: kindOfName(tokens, at, end, lexicon),
        gender: genderOf(tokens, Math.max(0, at - 2), end, lexicon),
        source: (sources[source]?.start ?? Number.POSITIVE_INFINITY) <= first.start,
      });
    }
    at = end;
  }
  return mentions;
}

/** "the Minister of Works": a title alone is the name of nobody. */
function isTitle(
  tokens: readonly Token[],
  first: number,
  last: number,
  { speakers }: Lexicon,
): boolean {
  return first === last && speakers.person.has((tokens[first] as Token).lower);
}

function onlySpace(text: string, tokens: readonly Token[], at: number): boolean {
  const { end } = tokens[at] as Token;
  const { start } = tokens[at + 1] as Token;
  return end === start || (start - end === 1 && isSpace(text.charCodeAt(end)));
}

/** What the name of tokens[first … last] is the name of, by its words and the word before. */
function kindOfName(
  tokens: readonly Token[],
  first: number,
  last: number,
  { speakers, references }: Lexicon,
): Kind {
  for (let at = first; at <= last; at++) {
    const { lower } = tokens[at] as Token;
    if (speakers.body.has(lower) || speakers.outlet.has(lower)) return "body";
  }
  const head = (tokens[last] as Token).lower;
  if (last > first && (speakers.outletWord.has(head) || references.orghead.has(head)))
    return "body";
  const before = tokens[first - 1]?.lower ?? "";
  if (speakers.person.has((tokens[first] as Token).lower) || speakers.person.has(before))
    return "person";
  if (before === "the" || before === "in" || before === "of") return "body";
  const length = wordsOf(tokens, first, last);
  const { name } = tokens[first] as Token;
  if (length === 1 && name > 1) return name === 2 ? "body" : "many";
  return length === 2 || length === 3 ? "person" : "unknown";
}

/** The words of a run of names, a listed place or people of several words as one ("Costa Rica"). */
function wordsOf(tokens: readonly Token[], first: number, last: number): number {
  let words = 1;
  for (let at = first + 1; at <= last; at++) {
    const { name } = tokens[at] as Token;
    if (name < 2 || name !== (tokens[at - 1] as Token).name) words++;
  }
  return words;
}

/** What the words of tokens[from … last] say about the person. */
function genderOf(
  tokens: readonly Token[],
  from: number,
  last: number,
  { speakers }: Lexicon,
): "female" | "male" | null {
  for (let at = from; at <= last; at++) {
    const { lower } = tokens[at] as Token;
    if (speakers.female.has(lower)) return "female";
    if (speakers.male.has(lower)) return "male";
  }
  return null;
}

/** The name that `written` stands for, or null where it is a name itself or nobody fits. */
function resolve(
  written: string,
  at: Span,
  mentions: readonly Mention[],
  lexicon: Lexicon,
): string | null {
  const { speakers } = lexicon;
  const words = written.toLowerCase().split(" ");
  const head = words.at(-1) ?? "";
  const upTo = lastBefore(mentions, at.start);
  if (/^(he|she|his|her)$/.test(written.toLowerCase())) {
    const gender = /^(he|his)$/.test(words[0] ?? "") ? "male" : "female";
    return nearest(
      mentions,
      upTo,
      at,
      (mention) =>
        mention.kind === "person" && (mention.gender === null || mention.gender === gender),
      lexicon,
    );
  }
  if (/^(it|its)$/.test(head))
    return nearest(mentions, upTo, at, (mention) => mention.kind === "body", lexicon);
  if (/^(they|their)$/.test(head)) return null;
  if (words[0] === "the" && words.length <= 3 && !/\p{Lu}/u.test(written.slice(4))) {
    if (speakers.person.has(head)) {
      const gender = speakers.female.has(head) ? "female" : speakers.male.has(head) ? "male" : null;
      return nearest(
        mentions,
        upTo,
        at,
        (mention) =>
          mention.kind === "person" &&
          (gender === null || mention.gender === null || mention.gender === gender),
        lexicon,
      );
    }
    if (speakers.body.has(head)) {
      for (let index = upTo; index >= 0; index--) {
        const mention = mentions[index] as Mention;
        if (mention.name.toLowerCase().split(" ").includes(head)) return mention.name;
      }
      return null;
    }
    return null;
  }
  return fullerName(written, upTo, mentions, lexicon);
}

/** Index of the last mention that ends before `offset`, or -1. */
function lastBefore(mentions: readonly Mention[], offset: number): number {
  let low = 0;
  let high = mentions.length - 1;
  while (low <= high) {
    const middle = (low + high) >> 1;
    if ((mentions[middle] as Mention).end <= offset) low = middle + 1;
    else high = middle - 1;
  }
  return high;
}

/** The nearest fitting mention before, one that spoke first; its fullest form in the text so far. */
function nearest(
  mentions: readonly Mention[],
  upTo: number,
  at: Span,
  fits: (mention: Mention) => boolean,
  lexicon: Lexicon,
): string | null {
  let fallback: Mention | null = null;
  for (let index = upTo; index >= 0; index--) {
    const mention = mentions[index] as Mention;
    if (at.start - mention.end > reachCharacters) break;
    const known = mention.kind === "unknown" ? fuller(mention.name, index, mentions) : mention;
    if (!known || !fits(known)) continue;
    if (mention.source) return fullerName(mention.name, index, mentions, lexicon) ?? mention.name;
    fallback ??= mention;
  }
  return fallback ? (fullerName(fallback.name, upTo, mentions, lexicon) ?? fallback.name) : null;
}

/** A longer earlier name of the same person ("Oro" → "Ann Oro"), or null. */
function fullerName(
  written: string,
  upTo: number,
  mentions: readonly Mention[],
  { speakers }: Lexicon,
): string | null {
  const words = written
    .split(" ")
    .filter((word) => !speakers.person.has(word.toLowerCase().replace(/\.$/, "")));
  if (words.length !== 1 || !/^\p{Lu}/u.test(words[0] ?? "")) return null;
  return fuller(words[0] ?? "", upTo, mentions)?.name ?? null;
}

function fuller(word: string, upTo: number, mentions: readonly Mention[]): Mention | null {
  const last = word.split(" ").at(-1) ?? word;
  const from = Math.max(0, upTo - 200);
  for (let index = upTo; index >= from; index--) {
    const mention = mentions[index] as Mention;
    if (
      mention.kind === "person" &&
      mention.name.length > last.length &&
      mention.name.endsWith(` ${last}`)
    )
      return mention;
  }
  return null;
}
