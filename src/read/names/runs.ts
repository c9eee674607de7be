import { longestPhrase, type Phrases } from "../../lexicon/phrases.ts";
import type { Prose, Sentence, Token } from "../sentences/prose.ts";
import type { Known, KnownNames } from "./known.ts";
import { isCapital, isCapitals, type LineForm, lineForm, touches } from "./letters.ts";
import { beside, is, type NameTraits } from "./words.ts";

/** A name: tokens `[from, to)`, and what stands in the lists for exactly these words. */
export type NameRun = {
  readonly from: number;
  readonly to: number;
  readonly known: Known | null;
  /** A title stood before it ("Mayor Ann Oro"); its token, or -1. */
  readonly title: number;
  /** In a line of capitals or of title case, where capitals tell little. */
  readonly shouted: boolean;
};

/** A name has at most this many tokens; longer runs are lists or headlines. */
const longestName = 14;

/** Makes the function that finds the names of a text, left to right. */
export function createNameRunReader({
  known,
  listed,
}: KnownNames): (prose: Prose, traits: NameTraits) => NameRun[] {
  return (prose, traits) => {
    const runs: NameRun[] = [];
    const forms = prose.sentences.map((sentence) => lineForm(prose, sentence));
    const words = wordsOf(prose, forms);
    prose.sentences.forEach((sentence, at) => {
      const form = forms[at] ?? "prose";
      readSentence({ prose, traits, sentence, form, known, listed, words, runs });
    });
    return runs;
  };
}

type Reading = {
  readonly prose: Prose;
  readonly traits: NameTraits;
  readonly sentence: Sentence;
  readonly known: Phrases<Known>;
  readonly listed: KnownNames["listed"];
  readonly form: LineForm;
  readonly words: Written;
  readonly runs: NameRun[];
};

/** How a text writes its words. */
type Written = {
  /** With a small letter. */
  readonly small: ReadonlySet<string>;
  /** With a capital more than once, where its place may give the capital. */
  readonly often: ReadonlySet<string>;
  /** With a capital where nothing but a name gives it. */
  readonly inside: ReadonlySet<string>;
};

function wordsOf({ text, tokens, sentences }: Prose, forms: readonly LineForm[]): Written {
  const small = new Set<string>();
  const once = new Set<string>();
  const often = new Set<string>();
  const inside = new Set<string>();
  sentences.forEach(({ firstToken, endToken }, at) => {
    const plain = forms[at] === "prose" || forms[at] === "lower";
    for (let index = firstToken; index < endToken; index++) {
      const { start, lower, name } = tokens[index] as Token;
      if (!isCapital(text, start)) small.add(lower);
      else if (!plain) continue;
      else if (name > 0) inside.add(lower);
      else if (once.has(lower)) often.add(lower);
      else once.add(lower);
    }
  });
  return { small, often, inside };
}

function readSentence(reading: Reading): void {
  const { prose, sentence, known, form } = reading;
  const { text, tokens } = prose;
  const lowered = form === "lower";
  let at = sentence.firstToken;
  while (at < sentence.endToken) {
    const token = tokens[at] as Token;
    const hit = phraseAt(token, at);
    if (!hit && !isNameWord(reading, at)) {
      at++;
      continue;
    }
    if (isInAddress(text, token.start)) {
      at++;
      continue;
    }
    const to =
      hit && !isCapital(text, token.start)
        ? hit.end
        : grow(reading, at, Math.max(at + 1, hit?.end ?? 0));
    cut(reading, at, to, form !== "prose" && form !== "lower");
    at = to;
  }
  /** In lower case only what is no common word: several words, a platform, a place. */
  function phraseAt(first: Token, from: number) {
    const capital = isCapital(text, first.start);
    if (!capital && first.name === 0 && !lowered) return undefined;
    const hit = knownAt(prose, known, from, sentence.endToken);
    if (!hit || capital || first.name > 0) return hit;
    return hit.end - from > 1 || hit.value.plain ? hit : undefined;
  }
}

/** The listed name that begins at `from`; one in capitals alone only where it is so written. */
function knownAt(
  { text, tokens }: Prose,
  known: Phrases<Known>,
  from: number,
  limit: number,
): { readonly value: Known; readonly end: number } | undefined {
  const hit = longestPhrase(known, tokens, from, limit);
  if (!hit?.value.capitals) return hit;
  const { start } = tokens[from] as Token;
  const { end } = tokens[hit.end - 1] as Token;
  return isCapitals(text.slice(start, end)) ? hit : undefined;
}

/** Can the token be a word of a name? */
function isNameWord(reading: Reading, at: number): boolean {
  const { prose, traits, sentence, form, words } = reading;
  const token = prose.tokens[at] as Token;
  const bits = traits.is[at] as number;
  if (token.name > 1) return isCapital(prose.text, token.start) || !token.lower.includes("-");
  if (bits & is.small || token.lower.includes("/")) return false;
  if (bits & is.calendar && !(bits & is.first ? opensPerson(reading, at) : opensName(reading, at)))
    return false;
  if (!isCapital(prose.text, token.start))
    return token.name > 0 && /^\p{L}[^-]*$/u.test(token.lower);
  if (token.name > 0 && (form === "prose" || form === "lower"))
    return form === "prose" || !isShout(prose, token);
  if (words.inside.has(token.lower) && (form !== "prose" || !words.small.has(token.lower)))
    return true;
  if (/^(?:\p{L}\.){2,}$/u.test(token.lower)) return true;
  if (bits & is.large) return false;
  const before = prose.tokens[at - 1];
  if (
    form === "prose" &&
    at > sentence.firstToken &&
    before &&
    !/^(?:PUNCT|SYM|NUM)$/.test(before.pos)
  )
    return true;
  if (form === "capitals") return /\p{L}{2}/u.test(token.lower);
  const next = prose.tokens[at + 1];
  const goesOn = at + 1 < sentence.endToken && touches(prose, at) && isCapitalAt(prose, at + 1);
  if (bits & is.first && (goesOn || token.pos === "PROPN")) return true;
  if (bits & is.adherent && form !== "title" && /(?:ist|crat|ican|cratic)s?$/.test(token.lower))
    return true;
  const ledByFirst =
    at > sentence.firstToken &&
    touches(prose, at - 1) &&
    Boolean((traits.is[at - 1] as number) & is.first);
  if (form === "title") return ledByFirst;
  if (words.small.has(token.lower)) return false;
  if (ledByFirst || bits & (is.title | is.bodyOpen | is.placeOpen)) return ledByFirst || goesOn;
  if (isCapitals(prose.text.slice(token.start, token.end)) && token.end - token.start > 1)
    return token.pos === "PROPN";
  if (token.pos !== "PROPN") return false;
  // The sentence gives the capital: only where more speaks for a name.
  if (words.often.has(token.lower) || next?.lower === "'s") return true;
  if (
    next?.pos === "VERB" &&
    !token.lower.endsWith("s") &&
    (traits.beside[at + 1] as number) & beside.reports
  )
    return true;
  return (goesOn && next?.name === 1) || sentence.endToken - sentence.firstToken < 5;
}

/** "Jan van der Oro", "May Tolan": a month's name before another name. */
function opensPerson({ prose, traits }: Reading, at: number): boolean {
  const next = prose.tokens[at + 1];
  if (!next || !touches(prose, at)) return false;
  const bits = traits.is[at + 1] as number;
  return next.name === 1
    ? !(bits & is.calendar)
    : Boolean(bits & is.particle && next.pos !== "ADP");
}

/** "Morning Call", "Golden Week": a word of the calendar that a name begins with. */
function opensName({ prose, traits, sentence }: Reading, at: number): boolean {
  const next = prose.tokens[at + 1];
  if (!next || at + 1 >= sentence.endToken || next.name !== 1 || !touches(prose, at)) return false;
  const bits = traits.is[at + 1] as number;
  return (
    (prose.tokens[at] as Token).name > 0 &&
    Boolean(
      bits & (is.bodyHead | is.work) || !(bits & (is.calendar | is.small | is.first | is.title)),
    ) &&
    /[a-z]ing$|y$/.test((prose.tokens[at] as Token).lower) === true
  );
}

function isCapitalAt({ text, tokens }: Prose, at: number): boolean {
  const token = tokens[at];
  return token !== undefined && isCapital(text, token.start);
}

/** "spreading awareness is HUGE": capitals for stress, in a text that is written small. */
function isShout({ text }: Prose, { start, end }: Token): boolean {
  return end - start > 1 && isCapitals(text.slice(start, end));
}

/** Where the name that begins at `from` ends. */
function grow(reading: Reading, from: number, first: number): number {
  const { prose, traits, sentence, form } = reading;
  const { tokens } = prose;
  let to = first;
  while (to < sentence.endToken && to - from < longestName) {
    if (touches(prose, to - 1) && (isNameWord(reading, to) || isInside(reading, from, to))) to++;
    else {
      const next = joined(reading, from, to);
      if (next === to) break;
      to = next;
    }
  }
  return to;

  /** Months that are surnames, initials, "Jr." and titles inside a name. */
  function isInside(_: Reading, start: number, at: number): boolean {
    const token = tokens[at] as Token;
    const bits = traits.is[at] as number;
    if (!isCapital(prose.text, token.start)) return false;
    if (bits & is.generation) return true;
    if (/^\p{L}\.?$/u.test(token.lower)) return token.lower !== "i";
    if (bits & is.calendar)
      return Boolean((traits.is[at - 1] as number) & is.first) && tokens[at + 1]?.pos !== "NUM";
    return (
      form !== "title" && !(bits & (is.small | is.large)) && at > start && token.pos !== "PRON"
    );
  }
}

/** The end of the name when what stands at `at` ties it to more words; else `at`. */
function joined(reading: Reading, from: number, at: number): number {
  const { prose, traits, sentence } = reading;
  const { text, tokens } = prose;
  const link = tokens[at];
  const limit = sentence.endToken;
  const name = (index: number) => index < limit && isNameWord(reading, index);
  if (!link) return at;
  const attached = tokens[at - 1]?.end === link.start;
  if (link.lower === "-" || link.lower === "–") {
    if (!attached || tokens[at + 1]?.start !== link.end) return at;
    if (name(at + 1) || isCapitalAt(prose, at + 1))
      return isListed(reading, at - 1) ||
        /^(?:anti|pro|non|pre|post|ex|pan)$/.test(tokens[at - 1]?.lower ?? "")
        ? at
        : at + 2;
    // "Lashkar-e-Taiba", "Ban Ki-moon", but not "Tolby-based".
    if (
      tokens[at + 2]?.lower === "-" &&
      tokens[at + 2]?.start === tokens[at + 1]?.end &&
      name(at + 3)
    )
      return at + 4;
    const tail = tokens[at + 1];
    const syllable = tail && at - from > 1 && /^\p{Ll}{2,6}$/u.test(tail.lower);
    return syllable && tail.pos === "NOUN" && !isListed(reading, at - 1) ? at + 2 : at;
  }
  if (link.lower === "." && attached && isShortened(reading, at - 1) && touches(prose, at))
    return name(at + 1) ||
      /^\p{Lu}/u.test(text.slice(tokens[at + 1]?.start ?? 0, tokens[at + 1]?.end))
      ? at + 2
      : at;
  if (link.lower === "'s" || link.lower === "'") return possessed(reading, from, at);
  if (!attached && !touches(prose, at - 1)) return at;
  if (link.lower === "&") return name(at + 1) ? at + 2 : at;
  const bits = traits.is[at] as number;
  if (
    bits & is.particle &&
    !isCapital(text, link.start) &&
    !(bits & is.small && link.lower !== "la")
  ) {
    // "Odda van der Brisk", "Bashar al-Oro"
    let next = at + 1;
    while (
      next < limit &&
      next < at + 3 &&
      /^(?:-|der|den|la|las|los|el)$/.test(tokens[next]?.lower ?? "")
    )
      next++;
    if (next < limit && isCapitalAt(prose, next) && !isListed(reading, at - 1)) return next + 1;
  }
  return ofAnd(reading, from, at);
}

/** "Ministry of the Sea", "University of Tolby", "Institute for War and Peace Reporting". */
function ofAnd(reading: Reading, from: number, at: number): number {
  const { prose, traits, sentence } = reading;
  const { tokens } = prose;
  const link = tokens[at]?.lower;
  if (link !== "of" && link !== "for" && link !== "and" && link !== "in") return at;
  const article = tokens[at + 1]?.lower === "the" && link !== "and" ? 1 : 0;
  const next = at + 1 + article;
  if (next >= sentence.endToken || !isNameWord(reading, next)) return at;
  const opens = traits.is[from] as number;
  const ends = traits.is[at - 1] as number;
  const head = is.bodyHead | is.placeHead | is.work;
  const deep = tokens
    .slice(from + 1, at)
    .some((token) => token.lower === "of" || token.lower === "for");
  const body = (opens & is.bodyOpen) | (ends & is.bodyHead);
  if (link === "of") {
    if (opens & is.title && !(opens & is.bodyOpen) && at === from + 1) return at;
    const ties =
      (opens & (is.bodyOpen | is.placeOpen | is.workOpen) && at === from + 1) || ends & head;
    if (ties || (deep && body)) return next + 1;
    // "Freedom of Information Act"
    for (let ahead = next + 1; ahead < Math.min(next + 3, sentence.endToken); ahead++)
      if (isCapitalAt(prose, ahead) && (traits.is[ahead] as number) & is.work && at === from + 1)
        return next + 1;
    return at;
  }
  if (link === "for") return body || ends & is.work ? next + 1 : at;
  const takesPlace = (traits.beside[from] as number) & beside.placeTaking;
  if (link === "and" && at === from + 1 && !(opens & is.first)) {
    // "Family and Medical Leave Act"
    for (let ahead = next + 1; ahead < Math.min(next + 3, sentence.endToken); ahead++)
      if (isCapitalAt(prose, ahead) && (traits.is[ahead] as number) & is.work) return next + 1;
  }
  if (!deep || !(opens & is.bodyOpen) || takesPlace) return at;
  if (isListed(reading, at - 1) || (traits.is[next] as number) & (is.first | is.title)) return at;
  if (link === "in")
    return tokens.slice(from, at).some((token) => token.lower === "for") ? next + 1 : at;
  return next + 1;
}

/** "the Trawlermen's League", "St Ada's Hospital", but not "Hesk's Ministry of Harbours". */
function possessed({ prose, traits, sentence, form }: Reading, from: number, at: number): number {
  const { tokens } = prose;
  const next = at + 1;
  if (next >= sentence.endToken || !isCapitalAt(prose, next) || form === "title") return at;
  const owner = tokens[at - 1] as Token;
  if (owner.name > 1 || at - from > 2) return at;
  let end = next;
  while (
    end < sentence.endToken &&
    end < next + 3 &&
    isCapitalAt(prose, end) &&
    touches(prose, end - 1)
  )
    end++;
  const head = traits.is[end - 1] as number;
  if (!(head & (is.bodyHead | is.placeHead)) || (traits.is[next] as number) & is.title) return at;
  if (tokens[end]?.lower === "of" && end === next + 1) return at;
  const saint = /^(?:st\.?|saint)$/.test(tokens[from]?.lower ?? "");
  const plural = /(?:s|men|people|children)$/.test(owner.lower);
  return saint || (plural && at - from === 1) ? end : at;
}

/** An initial or a shortened title, whose full stop was cut off. */
function isShortened({ prose, traits }: Reading, at: number): boolean {
  const { lower } = prose.tokens[at] as Token;
  return lower.length === 1 || (lower.length < 5 && Boolean((traits.is[at] as number) & is.title));
}

function isListed({ prose, traits }: Reading, at: number): boolean {
  const token = prose.tokens[at];
  return (
    token !== undefined && (token.name > 1 || Boolean((traits.is[at] as number) & is.adherent))
  );
}

/** Is this a part of an address, a tag or a handle? */
function isInAddress(text: string, at: number): boolean {
  for (let back = at - 1; back >= 0 && back > at - 80; back--) {
    const mark = text[back] as string;
    if (/\s/.test(mark)) return false;
    if (mark === "@" || mark === "#") return true;
    if (mark === "/" && (text[back - 1] === "/" || text[back - 1] === ":")) return true;
  }
  return false;
}

/** Cuts titles, peoples and camps off the tokens `[from, to)` and keeps what are names. */
function cut(reading: Reading, from: number, to: number, shouted: boolean): void {
  const { prose, traits, known, listed: lists, runs } = reading;
  const { tokens } = prose;
  const bits = (at: number) => traits.is[at] as number;
  const heads = is.bodyHead | is.placeHead | is.work;
  const add = (start: number, end: number, title: number) => {
    let first = start;
    let last = end;
    while (tokens[first]?.lower === "." && first < last) first++;
    while (
      first + 1 < last &&
      (bits(first) & is.kin || (traits.beside[first] as number) & beside.leading)
    )
      first++;
    while (last > first && /^(?:[.&'-]|'s)$/.test(tokens[last - 1]?.lower ?? "")) last--;
    if (first >= last) return;
    const hit = knownAt(prose, known, first, last);
    const only = first + 1 === last ? (tokens[first] as Token) : null;
    const whole =
      hit?.end === last
        ? hit.value
        : only && only.name > 1
          ? (lists.get(only.lower) ?? null)
          : null;
    if (!whole && only && standsForNothing(only, bits(first))) return;
    if (!whole && only && bits(first) & is.workOpen && tokens[last]?.pos === "NUM") return;
    if (!whole && isAllPortfolio(first, last) && isAfterTitle(first)) return;
    runs.push({ from: first, to: last, known: whole, title, shouted });
  };
  const isAllPortfolio = (start: number, end: number) => {
    for (let at = start; at < end; at++)
      if (!(bits(at) & is.portfolio) && !/^(?:and|of|the|&)$/.test(tokens[at]?.lower ?? ""))
        return false;
    return true;
  };
  const isAfterTitle = (start: number) => {
    const back = tokens[start - 1]?.lower === "the" ? start - 2 : start - 1;
    if (tokens[back]?.lower !== "of" && tokens[back]?.lower !== "for") return false;
    return Boolean(bits(back - 1) & is.title);
  };
  const tail = to - from > 1 ? knownAt(prose, known, to - 1, to) : undefined;
  if (tail?.value.kind === "organisation" && bits(to - 2) & is.bodyHead) {
    // "the Foreign Ministry Twitter account"
    cut(reading, from, to - 1, shouted);
    add(to - 1, to, -1);
    return;
  }
  let start = from;
  let title = bits(from - 1) & is.title && touches(prose, from - 1) ? from - 1 : -1;
  if (isAfterTitle(from)) {
    // "Secretary of State Ann Oro"
    let first = from;
    while (first < to && bits(first) & is.portfolio) first++;
    if (first > from && first < to) {
      start = first;
      title = from - 2;
    }
  }
  for (let at = start; at < to; at++) {
    if (at < start) continue;
    const hit = at === start ? knownAt(prose, known, at, to) : undefined;
    if (hit && hit.end - at > 1) {
      const rest = hit.end < to ? bits(hit.end) : 0;
      if (hit.end < to && !rest) continue;
      at = hit.end - 1;
      continue;
    }
    const headed =
      at + 1 < to && bits(at + 1) & heads && (at + 2 === to || !(bits(at + 1) & is.title));
    const linked = at + 1 < to && /^(?:of|for|'s|&|-)$/.test(tokens[at + 1]?.lower ?? "");
    if (/^(?:of|for|the|and)$/.test(tokens[at - 1]?.lower ?? "") && at > start) continue;
    if (bits(at) & is.title && !(headed && at + 2 >= to) && !(linked && bits(at) & heads)) {
      if (at + 1 < to && bits(at + 1) & is.bodyHead && !(bits(at + 1) & is.first)) continue;
      if (bits(at) & is.first && at === start && title < 0 && at + 1 < to) continue;
      if (at > start && at + 1 === to && bits(at) & (is.bodyHead | is.first)) continue;
      let end = at;
      while (end > start && bits(end - 1) & is.portfolio) end--;
      add(start, end, title);
      start = at + 1;
      title = at;
      continue;
    }
    const listed = (tokens[at] as Token).name === 3 || Boolean(bits(at) & is.adherent);
    if (!listed || to - start < 2) continue;
    const last = bits(to - 1);
    if (at === start && tokens[at + 1]?.lower !== "-" && tokens[at + 1]?.lower !== "'s") {
      const whole = hasHead(start, to);
      if (!whole && !(last & heads)) {
        add(at, at + 1, -1);
        start = at + 1;
      }
    } else if (at + 1 === to && at > start && (tokens[at - 1] as Token).name > 1) {
      add(start, at, title);
      start = at;
      title = -1;
    }
  }
  add(start, to, title);

  function hasHead(first: number, end: number): boolean {
    for (let at = first; at < end; at++) {
      const word = tokens[at]?.lower;
      if (at > first && (word === "of" || word === "for")) return Boolean(bits(at - 1) & heads);
      if (bits(at) & is.title && at > first && at + 1 < end && !(bits(at + 1) & heads))
        return false;
    }
    return Boolean(bits(end - 1) & heads);
  }
}

/** A word that with a capital alone names nobody: a title, a head noun, a number. */
function standsForNothing(token: Token, bits: number): boolean {
  if (token.name > 1) return false;
  if (bits & is.large && !(bits & is.first)) return true;
  if (bits & (is.title | is.kin | is.work | is.generation) && !(bits & is.first)) return true;
  return /^\p{L}\.?$/u.test(token.lower) || !/\p{L}/u.test(token.lower);
}
