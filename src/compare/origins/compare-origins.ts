import type { CopyKind, Standing } from "../../document/copied-in-words.ts";
import { shortId } from "../../document/ids.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import type { PassageIndex } from "../claims/passages.ts";
import type { CompareInput } from "../input.ts";
import { type Block, ownWords } from "./align.ts";
import { changesOf, passagesAt, spanOf } from "./changes.ts";
import { type CreditTest, readCredits } from "./credits.ts";
import { createOriginTest, type OriginTest } from "./independent.ts";
import type { Copy, ReusedText, SharedPassage } from "./origins.ts";
import { isBefore, type Text, textsOf } from "./texts.ts";
import { type Trace, traceTexts } from "./trace.ts";

/** A copy has at least this share of its own words from the other text to be called a reprint of it. */
export const reprintShare01 = 0.5;
/** Two texts that share at least this much of either are the same text. */
export const sameShare01 = 0.9;
/** Passages shown of one text as evidence; all are listed. */
const mostShown = 12;

/**
 * Finds the texts of which other sources repeat passages, most repeated first, and tells for any
 * passage from whose text it comes.
 */
export async function compareOrigins(
  input: CompareInput,
  index: PassageIndex,
): Promise<{ readonly reused: readonly ReusedText[]; readonly originOf: OriginTest }> {
  const credits = await readCredits(input);
  const { texts, origins, traces } = traceTexts(textsOf(index), credits);
  const byOrigin = new Map<number, Trace[]>();
  for (const trace of traces) {
    const [one, other] = [texts[trace.origin], texts[trace.copy]];
    // What a source repeats of itself through another is nobody's copy.
    if (one?.card.sourceId === other?.card.sourceId) continue;
    const list = byOrigin.get(trace.origin);
    if (list) list.push(trace);
    else byOrigin.set(trace.origin, [trace]);
  }
  const reused = [...byOrigin]
    .sort(([one], [other]) => one - other)
    .flatMap(([origin, own]) => reusedText(texts, origin, own, credits))
    .sort((one, other) => other.sources - one.sources || other.copies.length - one.copies.length);
  return { reused, originOf: createOriginTest(texts, origins) };
}

function reusedText(
  texts: readonly Text[],
  at: number,
  traces: readonly Trace[],
  credits: CreditTest,
): ReusedText[] {
  const origin = texts[at] as Text;
  const [first, ...others] = traces.flatMap((trace) => copyOf(texts, trace, credits) ?? []);
  if (!first) return [];
  const copies = traces.map(({ copy }) => texts[copy] as Text);
  const longest = traces.reduce((one, other) => (other.words > one.words ? other : one));
  const shown = evidence(
    longest.blocks.slice(0, mostShown).flatMap(({ a }) => firstPassage(origin, a)),
  );
  if (!shown) return [];
  const { standing, reason } = standingOf(origin, copies, credits);
  return [
    {
      id: shortId("origin", origin.card.id),
      documentId: origin.card.id,
      standing,
      copies: [first, ...others],
      sources: new Set([origin, ...copies].map(({ card }) => card.sourceId)).size,
      evidence: shown,
      reason,
      rule: "origins/shared-words",
    },
  ];
}

function copyOf(texts: readonly Text[], trace: Trace, credits: CreditTest): Copy | null {
  const [origin, copy] = [texts[trace.origin] as Text, texts[trace.copy] as Text];
  const via = trace.via === null ? null : (texts[trace.via] as Text);
  const [first, ...passages] = trace.blocks.flatMap((block) => sharedPassage(origin, copy, block));
  const shown = evidence(
    trace.blocks.slice(0, mostShown).flatMap(({ b }) => firstPassage(copy, b)),
  );
  if (!first || !shown) return null;
  const shares = {
    share01: shareOf(
      copy,
      trace.blocks.flatMap(({ b }) => b),
    ),
    originShare01: shareOf(
      origin,
      trace.blocks.flatMap(({ a }) => a),
    ),
  };
  return {
    documentId: copy.card.id,
    kind: kindOf(shares),
    words: trace.words,
    ...shares,
    via: via?.card.id ?? null,
    credit: credits(copy, origin) ?? (via && credits(copy, via)),
    passages: [first, ...passages],
    ...changesOf(origin, copy, trace.blocks),
    evidence: shown,
  };
}

function sharedPassage(origin: Text, copy: Text, block: Block): SharedPassage[] {
  const { a, b } = block;
  const ends = [a[0], a.at(-1), b[0], b.at(-1)];
  const [fromA, toA, fromB, toB] = ends;
  if (fromA === undefined || toA === undefined || fromB === undefined || toB === undefined)
    return [];
  return [
    {
      origin: spanOf(origin, fromA, toA),
      copy: spanOf(copy, fromB, toB),
      words: ownWords(origin, copy, block),
    },
  ];
}

/** The passage's words in the first sentence that it touches. */
function firstPassage(text: Text, words: readonly number[]): Passage[] {
  const [first, last] = [words[0], words.at(-1)];
  if (first === undefined || last === undefined) return [];
  return passagesAt(text, { from: first, count: last - first + 1 }).slice(0, 1);
}

/** Of a text's own words the share that is among `words`, to three places. */
function shareOf({ own }: Text, words: readonly number[]): number {
  let all = 0;
  for (const one of own) all += one;
  const shared = new Set(words.filter((word) => own[word] === 1)).size;
  return all === 0 ? 0 : Math.round((shared / all) * 1000) / 1000;
}

function kindOf({ share01, originShare01 }: Pick<Copy, "share01" | "originShare01">): CopyKind {
  if (Math.min(share01, originShare01) >= sameShare01) return "same";
  return share01 >= reprintShare01 ? "reprint" : "passages";
}

function standingOf(
  origin: Text,
  copies: readonly Text[],
  credits: CreditTest,
): { readonly standing: Standing; readonly reason: string } {
  const date = origin.card.published;
  if (origin.to === null)
    return {
      standing: "undated",
      reason: "no date is known of any of these texts, so none of them is called the first",
    };
  const rivals = copies.filter((copy) => copy.to !== null && !isBefore(origin, copy));
  const undated = copies.some(({ to }) => to === null)
    ? "; undated ones may be older, but are never called the first"
    : "";
  if (rivals.length === 0)
    return {
      standing: "earliest",
      reason: `published ${date}, before every other dated text that has these passages${undated}`,
    };
  if (rivals.every((rival) => credits(rival, origin) && !credits(origin, rival)))
    return {
      standing: "credited",
      reason: `published ${date}; the dates do not tell which was first, but the others of that time name its source${undated}`,
    };
  return {
    standing: "tied",
    reason: `published ${date}, when another text with these passages may have been: the dates do not tell which was first${undated}`,
  };
}
