import type { Span } from "../../document/span.ts";
import { stem } from "../../lexicon/synonyms.ts";
import type { PhraseWords } from "./phrase.ts";

/** What is known of a word wherever it stands. */
export type WordKind = {
  /** In lower case, with one kind of apostrophe. */
  readonly lower: string;
  /** False for marks. */
  readonly isWord: boolean;
  readonly isArticle: boolean;
  readonly isFunction: boolean;
};

/** A word or mark of a text; "’s" apart. */
export type Word = Span & { readonly kind: WordKind };

/** Cuts texts into words; what it says of a word it looks up once. */
export type WordReader = (text: string, from: number) => Word[];

const articles = /^(?:the|a|an|this|that|these|those|his|her|its|their|our|your|my|'s)$/;

const readers = new WeakMap<PhraseWords["functionWords"], WordReader>();

/** The reader of words for some lists: one for all who ask. */
export function wordReader({ functionWords }: Pick<PhraseWords, "functionWords">): WordReader {
  const known = readers.get(functionWords);
  if (known) return known;
  const reader = createWordReader(functionWords);
  readers.set(functionWords, reader);
  return reader;
}

/** So many words are remembered; then it begins anew. */
const mostRemembered = 500_000;

function createWordReader(functionWords: PhraseWords["functionWords"]): WordReader {
  const kinds = new Map<string, WordKind>();
  const kindOf = (text: string): WordKind => {
    const known = kinds.get(text);
    if (known) return known;
    const lower = text.toLowerCase().replaceAll("’", "'");
    const kind = {
      lower,
      isWord: /[\p{L}\p{N}]/u.test(lower),
      isArticle: articles.test(lower),
      isFunction: functionWords.has(lower),
    };
    if (kinds.size >= mostRemembered) kinds.clear();
    kinds.set(text, kind);
    return kind;
  };
  return (text, from) => {
    const words: Word[] = [];
    for (let at = 0; at < text.length; ) {
      const sign = signAt(text, at);
      if (sign === blank) {
        at++;
        continue;
      }
      const end = sign === letter ? wordEnd(text, at) : at + (isPair(text, at) ? 2 : 1);
      const cut = sign === letter && end - at > 2 && isOwner(text, end) ? end - 2 : end;
      words.push({ start: from + at, end: from + cut, kind: kindOf(text.slice(at, cut)) });
      if (cut < end)
        words.push({ start: from + cut, end: from + end, kind: kindOf(text.slice(cut, end)) });
      at = end;
    }
    return words;
  };
}

/** Behind the last letter, digit or accent of the run that starts here; `.`, `’`, `'` and `-` may stand inside. */
function wordEnd(text: string, start: number): number {
  let end = start;
  for (let at = start; at < text.length; ) {
    const sign = signAt(text, at);
    const next = at + (isPair(text, at) ? 2 : 1);
    if (sign === letter || sign === accent) end = next;
    else if (sign !== inner) break;
    at = next;
  }
  return end;
}

/** Ends here with "'s" or "’s". */
function isOwner(text: string, end: number): boolean {
  const s = text.charCodeAt(end - 1);
  if (s !== 0x73 && s !== 0x53) return false;
  const mark = text.charCodeAt(end - 2);
  return mark === 0x27 || mark === 0x2019;
}

const [unknown, letter, accent, inner, blank, mark] = [0, 1, 2, 3, 4, 5] as const;

/** What each UTF-16 code unit is, where it was asked for. */
const signs = new Uint8Array(0x10000);

function signAt(text: string, at: number): number {
  const code = text.charCodeAt(at);
  const known = signs[code] as number;
  if (known !== unknown) return known;
  // Halves of pairs are told together, each time anew.
  if (isPair(text, at)) return signOf(text.slice(at, at + 2));
  const sign = signOf(text.slice(at, at + 1));
  if (code < 0xd800 || code > 0xdfff) signs[code] = sign;
  return sign;
}

function signOf(sign: string): number {
  if (/[\p{L}\p{N}]/u.test(sign)) return letter;
  if (/\p{M}/u.test(sign)) return accent;
  if (/[.’'-]/.test(sign)) return inner;
  return /\s/.test(sign) ? blank : mark;
}

function isPair(text: string, at: number): boolean {
  const code = text.charCodeAt(at);
  if (code < 0xd800 || code > 0xdbff) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 0xdc00 && next <= 0xdfff;
}

const stemsOf = new WeakMap<PhraseWords["irregularForms"], Map<string, string>>();

/** The stem of a word in lower case, looked up once. */
export function stemOf(
  lower: string,
  { irregularForms }: Pick<PhraseWords, "irregularForms">,
): string {
  let known = stemsOf.get(irregularForms);
  if (!known || known.size >= mostRemembered) {
    known = new Map();
    stemsOf.set(irregularForms, known);
  }
  const before = known.get(lower);
  if (before !== undefined) return before;
  const found = stem(lower, irregularForms);
  known.set(lower, found);
  return found;
}
