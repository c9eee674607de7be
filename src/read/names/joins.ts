import type { Token } from "../sentences/prose.ts";
import { isCapital, touches } from "./letters.ts";
import { isCapitalAt, isListed, isNameWord, type Reading } from "./reading.ts";
import { beside, is } from "./words.ts";

/** The end of the name when what stands at `at` ties it to more words; else `at`. */
export function joined(reading: Reading, from: number, at: number): number {
  const { prose, traits, sentence } = reading;
  const { text, tokens } = prose;
  const link = tokens[at];
  const limit = sentence.endToken;
  if (!link) return at;
  const attached = tokens[at - 1]?.end === link.start;
  if (link.lower === "-" || link.lower === "–") {
    if (!attached || tokens[at + 1]?.start !== link.end) return at;
    if (isName(reading, at + 1) || isCapitalAt(prose, at + 1))
      return isListed(reading, at - 1) ||
        /^(?:anti|pro|non|pre|post|ex|pan)$/.test(tokens[at - 1]?.lower ?? "")
        ? at
        : at + 2;
    // "Lashkar-e-Taiba", "Ban Ki-moon", but not "Tolby-based".
    if (
      tokens[at + 2]?.lower === "-" &&
      tokens[at + 2]?.start === tokens[at + 1]?.end &&
      isName(reading, at + 3)
    )
      return at + 4;
    const tail = tokens[at + 1];
    const syllable = tail && at - from > 1 && /^\p{Ll}{2,6}$/u.test(tail.lower);
    return syllable && tail.pos === "NOUN" && !isListed(reading, at - 1) ? at + 2 : at;
  }
  if (link.lower === "." && attached && isShortened(reading, at - 1) && touches(prose, at))
    return isName(reading, at + 1) ||
      /^\p{Lu}/u.test(text.slice(tokens[at + 1]?.start ?? 0, tokens[at + 1]?.end))
      ? at + 2
      : at;
  if (link.lower === "'s" || link.lower === "'") return possessed(reading, from, at);
  if (!attached && !touches(prose, at - 1)) return at;
  if (link.lower === "&") return isName(reading, at + 1) ? at + 2 : at;
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

function isName(reading: Reading, at: number): boolean {
  return at < reading.sentence.endToken && isNameWord(reading, at);
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
  const deep = holdsLink(tokens, from + 1, at);
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
  if (link === "and" && at === from + 1 && !(opens & is.monthName)) {
    // "Family and Medical Leave Act"
    for (let ahead = next + 1; ahead < Math.min(next + 3, sentence.endToken); ahead++)
      if (isCapitalAt(prose, ahead) && (traits.is[ahead] as number) & is.work) return next + 1;
  }
  if (!deep || !(opens & is.bodyOpen) || takesPlace) return at;
  if (isListed(reading, at - 1) || (traits.is[next] as number) & (is.monthName | is.title))
    return at;
  if (link === "in") return holdsLink(tokens, from, at, "for") ? next + 1 : at;
  return next + 1;
}

/** Does "for" (or "of") stand among the tokens? */
function holdsLink(tokens: readonly Token[], from: number, to: number, only?: "for"): boolean {
  for (let at = from; at < to; at++) {
    const { lower } = tokens[at] as Token;
    if (lower === "for" || (lower === "of" && only === undefined)) return true;
  }
  return false;
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
