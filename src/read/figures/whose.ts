import type { Span } from "../../document/span.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { DateMention } from "../dates/dates.ts";
import type { Token } from "../sentences/prose.ts";
import type { Place } from "./clause.ts";

/** The source of the innermost attribution of those whose content holds the figure; null in own voice. */
export function whoseFigure(
  text: string,
  contents: readonly (Span & { readonly by: Attribution })[],
): string | null {
  const size = ({ start, end }: Span) => end - start;
  const [inner] = [...contents].sort((a, b) => size(a) - size(b));
  if (!inner) return null;
  const words = inner.by.source.map(({ start, end }) => text.slice(start, end)).join(" ");
  return inner.by.sourceName ?? (words === "" ? null : words);
}

/** The date of the figure's clause: the nearest of its sentence, those of other clauses last. */
export function dateOf(plain: string, figure: Span, dates: readonly DateMention[]): string | null {
  let best: DateMention | undefined;
  let least = Number.POSITIVE_INFINITY;
  for (const date of dates) {
    const [from, to] =
      date.end <= figure.start ? [date.end, figure.start] : [figure.end, date.start];
    const between = plain.slice(from, to);
    const distance = between.length + (/[;:]|, (?:and|but|while)\b/.test(between) ? 1000 : 0);
    if (distance >= least) continue;
    best = date;
    least = distance;
  }
  return best?.edtf ?? null;
}

const placePrepositions = new Set([
  "in",
  "at",
  "near",
  "across",
  "outside",
  "inside",
  "around",
  "throughout",
]);

const seated = new Set(["based", "born", "headquartered", "published", "seated"]);

/** How far a place may stand from the figure, in tokens. */
const placeReach = 60;

/** The capitalised place after "in", "at", "near" in the sentence, nearest to the figure. */
export function placeNear(
  text: string,
  { numeral: figure, tokens, first }: Pick<Place, "tokens" | "first"> & { readonly numeral: Span },
  dates: readonly Span[],
  attacks: ReadonlySet<string>,
): string | null {
  let best: string | null = null;
  let least = Number.POSITIVE_INFINITY;
  const limit = Math.min(tokens.length - 1, first + placeReach);
  for (let at = Math.max(0, first - placeReach); at < limit; at++) {
    const word = tokens[at] as Token;
    const on = word.lower === "on" && attacks.has(tokens[at - 1]?.lower ?? "");
    if (!on && !placePrepositions.has(word.lower)) continue;
    // "a group based in Vell": where those are who count, not what is counted.
    if (seated.has(tokens[at - 1]?.lower ?? "")) continue;
    let from = at + 1;
    if (tokens[from]?.lower === "the") from++;
    let to = from;
    while (to < tokens.length && isNameWord(text, tokens[to] as Token)) to++;
    const first = tokens[from];
    const last = tokens[to - 1];
    if (to === from || !first || !last) continue;
    if (dates.some(({ start, end }) => start < last.end && first.start < end)) continue;
    // A name before another noun is no place of its own ("in Smith family photographs").
    const distance = Math.abs(word.start - figure.start) + (word.start < figure.start ? 40 : 0);
    if (distance >= least) continue;
    best = text.slice(first.start, last.end).replace(/['’]s$/, "");
    least = distance;
  }
  return best;
}

function isNameWord(text: string, token: Token): boolean {
  // "Dar es Salaam" has a small word, and a chat has no capitals.
  const isListed = token.name > 1;
  return (
    token.pos === "PROPN" && (isListed || /^\p{Lu}/u.test(text.slice(token.start, token.start + 2)))
  );
}

/**
 * The one place of the sentence before, where this one takes its attack up again.
 *
 *     Shells fell in Ostra.   The attack killed two.
 *                    ^^^^^    ^^^^^^^^^^
 */
export function placeBefore(
  text: string,
  before: readonly Token[],
  tokens: readonly Token[],
  attacks: ReadonlySet<string>,
): string | null {
  const [article, noun] = tokens;
  if (!/^(?:the|this|that|these)$/.test(article?.lower ?? "") || !attacks.has(noun?.lower ?? ""))
    return null;
  const places = new Set<string>();
  for (let first = 0; first < before.length; first++) {
    const token = before[first] as Token;
    const only = before.slice(Math.max(0, first - 2), first + 6);
    if (!placePrepositions.has(token.lower) && token.lower !== "on") continue;
    const place = placeNear(text, { numeral: token, tokens: only, first: 0 }, [], attacks);
    if (place !== null) places.add(place);
  }
  const [place] = places;
  return places.size === 1 && place !== undefined ? place : null;
}
