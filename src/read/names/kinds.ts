import type { Prose, Token } from "../sentences/prose.ts";
import { isCapitals, touches } from "./letters.ts";
import type { MentionKind } from "./names.ts";
import type { NameRun } from "./runs.ts";
import { beside, is, type NameTraits } from "./words.ts";

/** What a name can be of; a work is also a law, an event or a prize, and has no kind of its own. */
export type NameKind = MentionKind | "work";

/** A reason to take a name for one of a kind. `weight`: 3 says it, 2 nearly does, 1 hints. */
export type Evidence = { readonly kind: NameKind; readonly weight: number; readonly rule: string };

/** Why the name of a run is of its kind, by its own words and by the words beside it. */
export function evidenceOf(prose: Prose, traits: NameTraits, run: NameRun): Evidence[] {
  if (run.known?.actor)
    return run.known.kind ? [{ kind: run.known.kind, weight: 9, rule: "names/declared" }] : [];
  if (run.known?.kind) return [{ kind: run.known.kind, weight: 6, rule: "names/listed" }];
  const own = byOwnWords(prose, traits, run);
  return own ? [own, ...byNeighbours(prose, traits, run)] : byNeighbours(prose, traits, run);
}

/** Heads, first words and titles. */
function byOwnWords(prose: Prose, traits: NameTraits, run: NameRun): Evidence | null {
  const { from, to } = run;
  const { tokens } = prose;
  const opens = traits.is[from] as number;
  const ends = traits.is[headOf(prose, from, to) - 1] as number;
  const words = to - from;
  if (opens & is.adherent && words === 1) return { kind: "work", weight: 2, rule: "names/camp" };
  if (words === 1) {
    if (ends & is.bodyHead && (tokens[from - 1]?.lower ?? "") === "the")
      return { kind: "organisation", weight: 1, rule: "names/head" };
    return null;
  }
  const linked = tokens[from + 1]?.lower === "of" || tokens[from + 1]?.lower === "for";
  const sides = traits.beside[headOf(prose, from, to) - 1] as number;
  if (linked && opens & is.workOpen && !(opens & is.bodyOpen))
    return { kind: "work", weight: 3, rule: "names/head" };
  if (linked && opens & is.bodyOpen) return { kind: "organisation", weight: 3, rule: "names/head" };
  if (linked && opens & is.placeOpen) return { kind: "place", weight: 3, rule: "names/head" };
  if (sides & beside.either && ends & is.bodyHead && isPlaced(prose, traits, run))
    return { kind: "place", weight: 6, rule: "names/head" };
  if (ends & is.work && !(ends & is.bodyHead))
    return { kind: "work", weight: 3, rule: "names/head" };
  if (ends & is.bodyHead || sides & beside.outletHead)
    return { kind: "organisation", weight: 3, rule: "names/head" };
  if (ends & is.placeHead) return { kind: "place", weight: 3, rule: "names/head" };
  if (ends & is.generation || isInitial(prose, from) || isInitial(prose, to - 2))
    return { kind: "person", weight: 2, rule: "names/initials" };
  if (opens & is.placeOpen && !(opens & is.particle) && run.title < 0)
    return { kind: "place", weight: 2, rule: "names/head" };
  return null;
}

/** "J. R. Tolan", "Ada B. Oro" */
function isInitial({ tokens }: Prose, at: number): boolean {
  const token = tokens[at];
  const lower = token?.lower === "." ? tokens[at - 1]?.lower : token?.lower;
  return /^\p{L}\.?$/u.test(lower ?? "");
}

/** The end of the words that hold the head: before "of" or "for". */
function headOf({ tokens }: Prose, from: number, to: number): number {
  for (let at = from + 1; at < to; at++)
    if (tokens[at]?.lower === "of" || tokens[at]?.lower === "for") return at;
  return to;
}

/** After a preposition that only places stand after. */
function isPlaced({ tokens }: Prose, traits: NameTraits, { from }: NameRun): boolean {
  const at = tokens[from - 1]?.lower === "the" ? from - 2 : from - 1;
  return at >= 0 && Boolean((traits.beside[at] as number) & beside.aside);
}

function byNeighbours(prose: Prose, traits: NameTraits, run: NameRun): Evidence[] {
  const found: Evidence[] = [];
  const { tokens, text } = prose;
  const { from, to } = run;
  const before = tokens[from - 1];
  const after = tokens[to];
  const words = to - from;
  const add = (kind: NameKind, weight: number, rule: string) =>
    found.push({ kind, weight, rule: `names/${rule}` });
  if (run.title >= 0) add("person", 4, "title");
  const role = before && before.name === 0 ? (traits.beside[from - 1] as number) : 0;
  const apposed = role & beside.role && touches(prose, from - 1);
  if (apposed) add("person", 3, "role");
  if (after?.lower === ",") {
    const next = tokens[to + 1];
    const then = tokens[to + 2]?.lower;
    if (next && /^\d{1,2}$/.test(next.lower) && (then === "," || then === "."))
      add("person", 3, "role");
    if (next?.lower === "who" || next?.lower === "whose") add("person", 2, "role");
    if (next && next.name === 2 && before?.lower === "in") add("place", 3, "place");
    if (isRoleAfter(prose, traits, to + 1)) add("person", 2, "role");
  } else if (after?.lower === "role") add("person", 2, "role");
  if (words < 3 && isBesidePlace(prose, run)) add("place", 2, "place");
  if (words === 1 && run.title < 0) {
    const speaks = after && (traits.beside[to] as number) & beside.reports && after.pos === "VERB";
    // "The mayor of Tolby said": a preposition before it makes somebody else speak.
    const inside = before?.pos === "ADP" && before.lower !== "to";
    if (speaks && before?.lower !== "the" && !inside && !acronymAt(prose, from))
      add("person", 1, "speaks");
    if (after && /^(?:administration|regime)$/.test(after.lower)) add("person", 3, "role");
  }
  const article = before?.lower === "the";
  const link = article ? tokens[from - 2] : before;
  const place = article ? from - 2 : from - 1;
  if (link && place >= 0) {
    const bits = traits.beside[place] as number;
    if (bits & beside.aside) add("place", 2, "place");
    else if (link.lower === "in" && !run.shouted) add("place", article ? 1 : 2, "place");
    else if (
      link.lower === "of" &&
      place > 0 &&
      (traits.beside[place - 1] as number) & beside.placeNoun
    )
      add("place", 3, "place");
    else if (link.lower === "at" && !article) add("place", 0.5, "place");
  }
  if (
    after &&
    after.name === 0 &&
    touches(prose, to - 1) &&
    (traits.beside[to] as number) & beside.placeNoun
  )
    add("place", 1.5, "place");
  const first = tokens[from] as Token;
  const acronym = words === 1 && isCapitals(text.slice(first.start, first.end));
  if (acronym && first.end - first.start > 1 && !run.shouted)
    add("organisation", article ? 2 : 1, "acronym");
  // "told The Hill": the article with a capital belongs to the name.
  if (
    before?.lower === "the" &&
    text[before.start] === "T" &&
    tokens[from - 2]?.pos !== "PUNCT" &&
    from > 1
  )
    add("organisation", 1.5, "name");
  if (!acronym && article && !run.shouted && words > 1) add("work", 1, "name");
  if (
    !article &&
    words > 1 &&
    words < 5 &&
    !run.shouted &&
    isPlainName(prose, run) &&
    !isOneWord(prose, run)
  )
    add("person", 1.5, "two-words");
  // The article of "the Oro campaign" is the campaign's.
  if (article && words === 1 && after?.pos !== "NOUN") add("person", -1, "name");
  return found;
}

/** A place of the lists stands beside it, after a comma: "in Tolby, Tuvalu," or "Tuvalu, Tolby and". */
function isBesidePlace({ tokens }: Prose, { from, to }: NameRun): boolean {
  if (tokens[to]?.lower === "," && tokens[to + 1]?.name === 2)
    return !/^(?:'s?|’s?)$/.test(tokens[to + 2]?.lower ?? "");
  return tokens[from - 1]?.lower === "," && tokens[from - 2]?.name === 2;
}

function acronymAt({ text, tokens }: Prose, at: number): boolean {
  const { start, end } = tokens[at] as Token;
  return isCapitals(text.slice(start, end));
}

/** "Ada Oro, a former teacher", "Ada Oro, the union's chair" */
function isRoleAfter({ tokens }: Prose, traits: NameTraits, at: number): boolean {
  const opens = tokens[at]?.lower ?? "";
  const article = /^(?:an?|the|his|her|their|its|one)$/.test(opens);
  for (let index = at; index < at + (article ? 7 : 4); index++) {
    const token = tokens[index];
    if (!token || token.pos === "VERB" || token.pos === "AUX" || token.lower === ",") return false;
    const role = (traits.beside[index] as number) & beside.role;
    if (
      role &&
      token.name === 0 &&
      (article || /^(?:of|for|at|,)$/.test(tokens[index + 1]?.lower ?? ""))
    )
      return true;
  }
  return false;
}

/** "Ostra-Vell" */
function isOneWord({ tokens }: Prose, { from, to }: NameRun): boolean {
  return to - from === 3 && tokens[from + 1]?.lower === "-";
}

/** Words of letters alone, without small words but particles. */
function isPlainName({ tokens, text }: Prose, { from, to }: NameRun): boolean {
  for (let at = from; at < to; at++) {
    const { lower, start, end } = tokens[at] as Token;
    if (
      /^(?:of|for|and|&|the|'s)$/.test(lower) ||
      (end - start < 3 && to - from < 4 && at + 1 === to && !isSyllable(text, start, end)) ||
      /\d/.test(lower)
    )
      return false;
    if (end - start > 2 && isCapitals(text.slice(start, end)) && to - from < 3) return false;
  }
  return true;
}

/** "Xi", "Oz": a short name, not letters. */
function isSyllable(text: string, start: number, end: number): boolean {
  return /^\p{Lu}\p{Ll}$/u.test(text.slice(start, end));
}
