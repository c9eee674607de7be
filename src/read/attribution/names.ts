import type { Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Chain } from "../names/chains.ts";
import type { Names } from "../names/names.ts";
import type { Prose } from "../sentences/prose.ts";
import type { Found } from "./found.ts";

type Named = {
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
) => (found: Found) => Named {
  return (prose, all, { names, quotes }) => {
    const named = new Map<Found, Named>();
    const inOrder = [...all].sort((a, b) => startOf(a) - startOf(b));
    let last: { readonly chain: Chain; readonly at: number } | null = null;
    for (const found of inOrder) {
      const via = found.via.map((span) =>
        nameIn(plain(prose.text.slice(span.start, span.end)), lexicon),
      );
      const first = found.source[0];
      if (!first) {
        named.set(found, { via, sourceName: null, sourceInferred: false });
        continue;
      }
      const goesOn: Chain | null =
        last !== null && first.start - last.at < reachCharacters ? last.chain : null;
      const source = sourceOf(prose.text, first, names, { quotes, lastSpeaker: goesOn });
      named.set(found, { via, sourceName: source.name, sourceInferred: source.inferred });
      if (source.chain) last = { chain: source.chain, at: first.end };
    }
    return (found) => named.get(found) ?? { via: [], sourceName: null, sourceInferred: false };
  };
}

function startOf({ source, cue }: Found): number {
  return source[0]?.start ?? cue[0]?.start ?? 0;
}

type Source = { readonly name: string; readonly inferred: boolean; readonly chain: Chain | null };

const pronoun = /^(?:he|she|it|who|his|her|its)$/i;
const owner = /^(his|her|its)\s/i;

function sourceOf(
  text: string,
  whole: Span,
  names: Names,
  around: { quotes: readonly Span[]; lastSpeaker: Chain | null },
): Source {
  const span = withoutApposition(text, whole);
  const written = plain(text.slice(span.start, span.end));
  const asWritten = { name: written, inferred: false, chain: null };
  if (pronoun.test(written) || /^(?:[Tt]he|[Tt]his|[Tt]hat)\s[^\p{Lu}]+$/u.test(written)) {
    const chain = names.meant(span, around);
    return chain ? { name: chain.name, inferred: true, chain } : asWritten;
  }
  const [owned] = owner.exec(written) ?? [];
  if (owned) {
    const chain = names.meant(span, around);
    if (chain) return { name: chain.name, inferred: true, chain };
    const whose = names.meant({ start: span.start, end: span.start + owned.length - 1 }, around);
    const rest = written.slice(owned.length);
    if (!whose || /\p{Lu}/u.test(rest)) return asWritten;
    return { name: `${whose.name}’s ${rest}`, inferred: true, chain: null };
  }
  const [one, ...more] = names.namedIn(span);
  if (!one || more.length > 0) return { ...asWritten, chain: more.at(-1)?.chain ?? null };
  const before = text.slice(span.start, one.start);
  const behind = text.slice(one.end, span.end);
  if (/\p{L}/u.test(behind) || !isTitle(before)) return asWritten;
  const { chain } = one;
  if (chain.kind === "person")
    return { name: chain.name, inferred: !holds(written, chain.name), chain };
  if (/\p{L}/u.test(before.replace(/^(?:the|an?)\s/i, ""))) return { ...asWritten, chain };
  return holds(written, chain.name)
    ? { ...asWritten, chain }
    : { name: chain.name, inferred: true, chain };
}

/** "Mayor", "the former teacher": what may stand before the name of one who speaks; no preposition. */
function isTitle(before: string): boolean {
  return !/\b(?:of|for|in|at|from|by|to|near|and|or|with|among|between)\b/i.test(before);
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
