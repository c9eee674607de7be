import type { Reader } from "../../read/read.ts";
import { presentCell } from "./cells.ts";
import type { Cell, Claim, Stance } from "./claims.ts";
import { createCovers } from "./covers.ts";
import { createTextIndexer } from "./index-texts.ts";
import { lookUp, type Match } from "./lookup.ts";
import { numbersOf, type PassageIndex, termWeight } from "./passages.ts";
import { canCarry } from "./stance.ts";
import { readStatement, readTermsWith, type StatementReading } from "./statement.ts";
import { type ToldPassage, tellPassage } from "./told.ts";

/** What a text does with a claim, told as for a document. */
export type SaidClaim = Pick<
  Cell,
  "attributedTo" | "distancing" | "reported" | "reason" | "rule"
> & {
  readonly claimId: string;
  /** Index into the texts that were asked about. */
  readonly text: number;
  readonly stance: Extract<Stance, "asserts" | "attributes" | "denies">;
  readonly score: number;
  /** The sentence that says it, in UTF-16 code units of the text. */
  readonly start: number;
  readonly end: number;
};

export type TextsThatSay = {
  /** Whether a text has words enough of any claim to be read. */
  readonly mayCarry: (text: string) => boolean;
  /** Which of some texts say which claims, by text and then as the claims are ordered. */
  readonly say: (texts: readonly string[]) => SaidClaim[];
};

export type TextsDeps = {
  /** The documents of the case. */
  readonly index: PassageIndex;
  readonly reader: Reader;
  /** All terms for which a word by itself may stand. */
  readonly possibleTerms: (lower: string) => readonly string[];
  /** Words that are numbers. */
  readonly numerals: { readonly has: (lower: string) => boolean };
};

/** A passage that covers less of a statement than this is not taken to speak of it; as for documents. */
const sayThreshold = 0.45;
/** … or than this where the statement has no name by which it is told whom it is about. */
const namelessThreshold = 0.6;
/** … or than this where it has no verb either ("the ferry was inside the zone"): few words then make another thing of it. */
const verblessThreshold = 0.85;
const denyThreshold = 0.4;
/** Words that must be there weigh so much together, or nearly all that the statement weighs. */
const leastWeight = 5;
/** A figure or date may add so much. */
const countWeight = Math.log(21);
/** Of a found claim so many wordings are looked for, beside its statement. */
const mostWordings = 4;
/** A text says a found claim where it holds so much of what its passages have in common. */
const commonShare = 0.5;

/** One wording of a claim, with the weights of its terms. */
type Wording = {
  readonly claim: number;
  readonly reading: StatementReading;
  readonly weights: ReadonlyMap<string, number>;
  /** What the words of a text must weigh for it to be read. */
  readonly least: number;
  /** What a figure and a date that it has in common may add to that. */
  readonly counts: number;
};

/**
 * Makes the functions that tell which texts say which claims. A text is read only where its words may be
 * enough: each wording is found by its rarest terms alone, those without which too little would be left
 * (prefix filtering, Chaudhuri and others 2006, 10.1109/ICDE.2006.9).
 */
export function createTextsThatSay(claims: readonly Claim[], deps: TextsDeps): TextsThatSay {
  const { index, reader } = deps;
  const indexTexts = createTextIndexer(index, reader, readTermsWith(reader));
  const readings = claims.map(({ statement }) => readStatement(reader, index.names, statement));
  const listed = readings.filter((_, at) => claims[at]?.origin === "checklist");
  const wordings = claims.flatMap((claim, at) =>
    wordingsOf(claim).map((text, nth): Wording => {
      const own = nth === 0 ? readings[at] : undefined;
      return weighed(index, at, own ?? readStatement(reader, index.names, text));
    }),
  );
  const byTerm = new Map<string, number[]>();
  wordings.forEach((wording, at) => {
    for (const term of prefixOf(wording)) {
      const list = byTerm.get(term);
      if (list) list.push(at);
      else byTerm.set(term, [at]);
    }
  });

  const candidates = (text: string): number[] => {
    const { terms, counted } = termsIn(text, deps);
    const near = new Set<number>();
    for (const term of terms) for (const at of byTerm.get(term) ?? []) near.add(at);
    return [...near].filter((at) => {
      const { weights, least, counts } = wordings[at] as Wording;
      let sum = counted ? counts : 0;
      for (const [term, weight] of weights) if (terms.has(term)) sum += weight;
      return sum >= least;
    });
  };

  return {
    mayCarry: (text) => candidates(text).length > 0,
    say: (texts) => {
      const here = indexTexts(texts);
      const passages = texts.map((): number[] => []);
      for (const [at, { document }] of here.passages.entries()) passages[document]?.push(at);
      const among = new Map<number, number[]>();
      texts.forEach((text, at) => {
        for (const wording of candidates(text)) {
          const list = among.get(wording) ?? [];
          among.set(wording, list);
          list.push(...(passages[at] ?? []));
        }
      });
      const best = new Map<string, SaidClaim>();
      for (const [at, own] of among) {
        const { claim: number, reading } = wordings[at] as Wording;
        const claim = claims[number] as Claim;
        const neighbours = claim.origin === "found" ? [] : listed;
        for (const said of saidOf(here, { claim, reading, neighbours }, own)) {
          const key = `${said.text} ${number}`;
          const before = best.get(key);
          if (!before || said.score > before.score) best.set(key, said);
        }
      }
      const order = new Map(claims.map(({ id }, at) => [id, at]));
      const place = ({ claimId }: SaidClaim) => order.get(claimId) ?? 0;
      return [...best.values()].sort((a, b) => a.text - b.text || place(a) - place(b));
    },
  };
}

/** The texts that say one wording, of those to which some passages belong. */
function saidOf(
  index: PassageIndex,
  {
    claim,
    reading,
    neighbours,
  }: {
    readonly claim: Claim;
    readonly reading: StatementReading;
    readonly neighbours: readonly StatementReading[];
  },
  among: readonly number[],
): SaidClaim[] {
  const target = {
    negated: numbersOf(index, reading.negated),
    verbs: numbersOf(index, reading.verbs),
    hasVerbs: reading.verbs.size > 0,
    reports: reading.reports,
    cues: numbersOf(index, reading.cues),
  };
  const covers = createCovers(index, reading, neighbours);
  const hasCommon = createHasCommon(index, claim);
  const byText = new Map<number, Match[]>();
  const least = thresholdOf(reading);
  for (const match of lookUp(index, reading, among)) {
    if (match.score < least || !canCarry(index, match.passage, target)) continue;
    const text = index.passages[match.passage]?.document ?? -1;
    const list = byText.get(text);
    if (list) list.push(match);
    else byText.set(text, [match]);
  }
  return [...byText].flatMap(([text, matches]): SaidClaim[] => {
    const told = matches.flatMap((match) => {
      if (!hasCommon(match.passage)) return [];
      const says = match.carries === "says" && covers(match.passage, match.score);
      return tellPassage(index, match, target, match.shared)
        .filter(
          ({ told: { stance }, score }) =>
            says || (match.carries !== "near" && stance === "denies" && score >= denyThreshold),
        )
        .flatMap((one) => asNegated(index, one, target.negated, match.shared));
    });
    const [first, ...others] = told;
    if (!first) return [];
    const cell = presentCell(index, String(text), [first, ...others]);
    const [passage] = cell.passages;
    const { stance, attributedTo, distancing, reported, reason, rule } = cell;
    if (!passage || stance === "silent" || stance === "unknown") return [];
    const { score, start, end } = passage;
    const how = { stance, attributedTo, distancing, reported, reason, rule };
    return [{ claimId: claim.id, text, ...how, score, start, end }];
  });
}

/**
 * Posts are short: a word other than the verb tells as well whether a thing is denied. Where a post has
 * what the statement says there was not, it does not speak of it.
 *
 *     The Vigilance fired no warning shots.     The ferry sails on Fridays, we know her lights.
 *                         ^^^^^^^^^^^^^ denied   (of "sailed without lights": not said)
 */
function asNegated(
  index: PassageIndex,
  said: ToldPassage,
  negated: ReadonlySet<number>,
  shared: ReadonlySet<number>,
): ToldPassage[] {
  const passage = index.passages[said.passage];
  if (!passage) return [];
  const { stance, reported } = said.told;
  const words = [...shared].filter((term) => !index.names.has(index.termNames[term] ?? ""));
  const isDenied = words.some((term) => passage.negated.has(term) && !negated.has(term));
  const isLacking = words.some((term) => negated.has(term) && !passage.negated.has(term));
  if (stance === "denies")
    return isLacking && !isDenied && passage.negated.size === 0 ? [] : [said];
  if (isLacking) return [];
  if (stance === "attributes" || reported || !isDenied) return [said];
  const reason = "says the opposite in its own voice";
  return [{ ...said, told: { ...said.told, stance: "denies", reason, rule: "negated-own-voice" } }];
}

/** Whether a passage, with what its text is about, has enough of what the passages of a found claim share. */
function createHasCommon(index: PassageIndex, { origin, terms }: Claim): (at: number) => boolean {
  if (origin !== "found" || terms.length === 0) return () => true;
  const common = numbersOf(index, terms);
  let total = 0;
  for (const term of common) total += termWeight(index, term);
  return (at) => {
    const passage = index.passages[at];
    if (!passage) return false;
    const topics = index.topics[passage.document];
    let sum = 0;
    for (const term of common)
      if (passage.terms.includes(term) || topics?.has(term)) sum += termWeight(index, term);
    return sum >= total * commonShare;
  };
}

/** A claim as it is worded: its statement, and of a found one also the best passages that carry it. */
function wordingsOf({ origin, statement, cells }: Claim): string[] {
  if (origin !== "found") return [statement];
  const passages = cells.flatMap(({ stance, passages: [first] }) =>
    first && (stance === "asserts" || stance === "attributes") ? [first] : [],
  );
  const best = passages.sort((a, b) => b.score - a.score).map(({ text }) => text);
  return [...new Set([statement, ...best])].slice(0, 1 + mostWordings);
}

function weighed(index: PassageIndex, claim: number, reading: StatementReading): Wording {
  const weights = new Map(
    reading.terms.map((term) => [term, termWeight(index, index.vocabulary.get(term))] as const),
  );
  let total = 0;
  for (const weight of weights.values()) total += weight;
  const counts =
    countWeight * (Number(reading.figures.length > 0) + Number(reading.dates.length > 0));
  const least = Math.max(
    Math.min(leastWeight, total * 0.95),
    (total + counts) * thresholdOf(reading),
  );
  return { claim, reading, weights, least, counts };
}

function thresholdOf({ names, verbs }: StatementReading): number {
  if (names.size > 0) return sayThreshold;
  return verbs.size > 0 ? namelessThreshold : verblessThreshold;
}

/** The heaviest terms of a wording, without which the others weigh too little. */
function prefixOf({ weights, least, counts }: Wording): string[] {
  const heaviest = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  let left = counts;
  for (const [, weight] of heaviest) left += weight;
  const prefix: string[] = [];
  for (const [term, weight] of heaviest) {
    if (left < least) break;
    prefix.push(term);
    left -= weight;
  }
  return prefix;
}

const words = /#?[\p{L}\p{M}\p{N}][\p{L}\p{M}\p{N}.,'’-]*/gu;
const wordsOfHashtag = /\p{Lu}+(?!\p{Ll})|\p{Lu}?\p{Ll}+|\p{Lo}+|\d+/gu;

/** All terms for which the words of a text may stand, and whether it has a number. */
function termsIn(
  text: string,
  { possibleTerms, numerals }: Pick<TextsDeps, "possibleTerms" | "numerals">,
): { readonly terms: ReadonlySet<string>; readonly counted: boolean } {
  const terms = new Set<string>();
  let counted = false;
  const add = (word: string) => {
    for (const term of possibleTerms(word)) terms.add(term);
    counted ||= numerals.has(word) || /\d/.test(word);
  };
  for (const [word] of text.matchAll(words)) {
    const parts = word.startsWith("#") ? (word.match(wordsOfHashtag) ?? []) : [word];
    for (const part of parts) {
      const plain = part
        .toLowerCase()
        .replaceAll("’", "'")
        .replace(/[.,'-]+$/, "");
      add(plain);
      if (plain.endsWith("'s")) add(plain.slice(0, -2));
      if (plain.includes("-")) for (const piece of plain.split("-")) add(piece);
    }
  }
  return { terms, counted };
}
