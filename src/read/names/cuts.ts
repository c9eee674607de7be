import type { Token } from "../sentences/prose.ts";
import { touches } from "./letters.ts";
import { knownAt, type Reading } from "./reading.ts";
import { beside, is } from "./words.ts";

/** Last words by which a name is a body's, a place's or a work's. */
const heads = is.bodyHead | is.placeHead | is.work;
const links: ReadonlySet<string> = new Set(["of", "for", "'s", "&", "-"]);
const small: ReadonlySet<string> = new Set(["of", "for", "the", "and"]);
const edges: ReadonlySet<string> = new Set([".", "&", "'", "-", "'s"]);

/**
 * Cuts titles, peoples and camps off the tokens `[from, to)` and keeps what are names.
 *
 *     Republican Senator Ann Oro          Tolby Works Party chair Ann Oro
 *     ^^^^^^^^^^         ^^^^^^^          ^^^^^^^^^^^^^^^^^       ^^^^^^^
 */
export function cut(reading: Reading, from: number, to: number, shouted: boolean): void {
  const { prose, traits, known } = reading;
  const { tokens } = prose;
  const bits = traits.is;
  const titled = (bits[from - 1] as number) & is.title && touches(prose, from - 1);
  let title = titled ? from - 1 : -1;
  if (to - from === 1) {
    keep(reading, from, to, title, shouted);
    return;
  }
  const tail = knownAt(prose, known, to - 1, to);
  if (tail?.value.kind === "organisation" && (bits[to - 2] as number) & is.bodyHead) {
    // "the Foreign Ministry Twitter account"
    cut(reading, from, to - 1, shouted);
    keep(reading, to - 1, to, -1, shouted);
    return;
  }
  let start = from;
  if (isAfterTitle(reading, from)) {
    // "Secretary of State Ann Oro"
    let first = from;
    while (first < to && (bits[first] as number) & is.portfolio) first++;
    if (first > from && first < to) {
      start = first;
      title = from - 2;
    }
  }
  const whole = knownAt(prose, known, start, to);
  for (let at = start; at < to; at++) {
    const own = bits[at] as number;
    const next = at + 1 < to ? (bits[at + 1] as number) : 0;
    if (at === start && whole && whole.end - at > 1 && at === from) {
      if (whole.end === to || bits[whole.end]) at = whole.end - 1;
      continue;
    }
    if (at > start && small.has(tokens[at - 1]?.lower ?? "")) continue;
    const headed = next & heads && at + 2 >= to;
    const linked = own & heads && at + 1 < to && links.has(tokens[at + 1]?.lower ?? "");
    if (own & is.title && !headed && !linked) {
      if (next & is.bodyHead && !(next & is.monthName)) continue;
      if (own & is.monthName && at === start && title < 0 && at + 1 < to) continue;
      if (at > start && at + 1 === to && own & (is.bodyHead | is.monthName)) continue;
      let end = at;
      while (end > start && (bits[end - 1] as number) & is.portfolio) end--;
      keep(reading, start, end, title, shouted);
      start = at + 1;
      title = at;
      continue;
    }
    if (to - start < 2 || ((tokens[at] as Token).name !== 3 && !(own & is.adherent))) continue;
    if (at === start && !/^(?:-|'s)$/.test(tokens[at + 1]?.lower ?? "")) {
      if (hasHead(reading, start, to) || (bits[to - 1] as number) & heads) continue;
      keep(reading, at, at + 1, -1, shouted);
      start = at + 1;
    } else if (at + 1 === to && at > start && (tokens[at - 1] as Token).name > 1) {
      keep(reading, start, at, title, shouted);
      start = at;
      title = -1;
    }
  }
  keep(reading, start, to, title, shouted);
}

/** Keeps the tokens as a name, without what stands at their edges, unless they name nobody. */
function keep(reading: Reading, from: number, to: number, title: number, shouted: boolean): void {
  const { prose, traits, known, listed, runs } = reading;
  const { tokens } = prose;
  let first = from;
  let last = to;
  while (first < last && tokens[first]?.lower === ".") first++;
  while (
    first + 1 < last &&
    ((traits.is[first] as number) & is.kin || (traits.beside[first] as number) & beside.leading)
  )
    first++;
  while (last > first && edges.has(tokens[last - 1]?.lower ?? "")) last--;
  if (first >= last) return;
  const only = first + 1 === last ? (tokens[first] as Token) : null;
  const hit = knownAt(prose, known, first, last);
  let whole = hit?.end === last ? hit.value : null;
  if (!whole && only && only.name > 1) whole = listed.get(only.lower) ?? null;
  if (!whole && only) {
    const bits = traits.is[first] as number;
    if (standsForNothing(only, bits)) return;
    if (bits & is.workOpen && tokens[last]?.pos === "NUM") return;
    if (isPartyTag(tokens, first)) return;
  }
  if (!whole && isAllPortfolio(reading, first, last) && isAfterTitle(reading, first)) return;
  runs.push({ from: first, to: last, known: whole, title, shouted, skip: 0 });
}

/** "the Sea" of "Minister of the Sea" */
function isAfterTitle({ prose: { tokens }, traits }: Reading, from: number): boolean {
  const back = tokens[from - 1]?.lower === "the" ? from - 2 : from - 1;
  const link = tokens[back]?.lower;
  return (link === "of" || link === "for") && Boolean((traits.is[back - 1] as number) & is.title);
}

function isAllPortfolio({ prose: { tokens }, traits }: Reading, from: number, to: number): boolean {
  for (let at = from; at < to; at++) {
    const { lower } = tokens[at] as Token;
    if (!((traits.is[at] as number) & is.portfolio) && !small.has(lower) && lower !== "&")
      return false;
  }
  return true;
}

/** Do the words hold the head of a body, a place or a work, before any title? */
function hasHead({ prose: { tokens }, traits }: Reading, from: number, to: number): boolean {
  const bits = traits.is;
  for (let at = from + 1; at < to; at++) {
    const word = (tokens[at] as Token).lower;
    if (word === "of" || word === "for") return Boolean((bits[at - 1] as number) & heads);
    if ((bits[at] as number) & is.title && at + 1 < to && !((bits[at + 1] as number) & heads))
      return false;
  }
  return Boolean((bits[to - 1] as number) & heads);
}

/** "Ann Oro, D-Tolby," and "(R-Ostra)": a camp's letter and a place behind a name. */
function isPartyTag(tokens: readonly Token[], at: number): boolean {
  return (
    /^\p{L}-\p{L}/u.test(tokens[at]?.lower ?? "") &&
    /^[,(]$/.test(tokens[at - 1]?.lower ?? "") &&
    /^[,).]$/.test(tokens[at + 1]?.lower ?? "")
  );
}

/** A word that with a capital alone names nobody: a title, a head noun, a number. */
function standsForNothing({ name, lower }: Token, bits: number): boolean {
  if (name > 1) return false;
  if (bits & is.large && !(bits & is.monthName)) return true;
  if (bits & (is.title | is.kin | is.work | is.generation) && !(bits & is.monthName)) return true;
  return lower.length < 3
    ? /^\p{L}\.?$/u.test(lower) || !/\p{L}/u.test(lower)
    : !/\p{L}/u.test(lower);
}
