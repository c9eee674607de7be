import { wilson95 } from "../../document/interval.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Row } from "../input.ts";
import { compareText } from "../input.ts";
import type { Anonymous, CueFamily, Share, SideQuotes } from "./sourcing.ts";

/** The word lists that sort cues. */
export type SourcingWords = Pick<Lexicon, "cueFamilies">;

export const cueFamilies: readonly CueFamily[] = [
  "say",
  "claim",
  "allege",
  "admit",
  "deny",
  "other",
];

/** Passages kept of one pair of sides; counts always count all. */
const shownPassages = 6;

/** One attribution with whose it is. */
export type Counted = {
  readonly bySide: string | null;
  readonly ofSide: string | null;
  readonly kind: string | null;
  readonly named: boolean;
  readonly family: CueFamily;
  readonly passage: Passage;
};

type Tally = {
  readonly bySide: string | null;
  readonly ofSide: string | null;
  count: number;
  readonly kinds: Map<string | null, number>;
  readonly families: Record<CueFamily, number>;
  readonly passages: Passage[];
};

/** Makes what counts attributions by side as they come. */
export function createSideTally(): {
  readonly add: (one: Counted) => void;
  readonly sides: () => SideQuotes[];
  readonly anonymous: () => Anonymous[];
} {
  const pairs = new Map<string, Tally>();
  const all = new Map<string | null, { attributions: number; unnamed: number }>();
  return {
    add: ({ bySide, ofSide, kind, named, family, passage }) => {
      const own = all.get(bySide) ?? { attributions: 0, unnamed: 0 };
      own.attributions++;
      if (!named) own.unnamed++;
      all.set(bySide, own);
      if (!named) return;
      const key = JSON.stringify([bySide, ofSide]);
      let tally = pairs.get(key);
      if (!tally) {
        const families = { say: 0, claim: 0, allege: 0, admit: 0, deny: 0, other: 0 };
        tally = { bySide, ofSide, count: 0, kinds: new Map(), families, passages: [] };
        pairs.set(key, tally);
      }
      tally.count++;
      tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
      tally.families[family]++;
      if (tally.passages.length < shownPassages) tally.passages.push(passage);
    },
    sides: () =>
      [...pairs.values()]
        .flatMap(sideQuotes)
        .sort((a, b) => bySideName(a.bySide, b.bySide) || bySideName(a.ofSide, b.ofSide)),
    anonymous: () =>
      [...all]
        .map(([bySide, { attributions, unnamed }]) => ({
          bySide,
          attributions,
          unnamed: shareOf(unnamed, attributions),
        }))
        .sort((a, b) => bySideName(a.bySide, b.bySide)),
  };
}

function sideQuotes(tally: Tally): SideQuotes[] {
  const shown = evidence(tally.passages);
  if (!shown) return [];
  const { bySide, ofSide, count, kinds, families } = tally;
  const shares = cueFamilies.map((family) => [family, shareOf(families[family], count)] as const);
  return [
    {
      bySide,
      ofSide,
      count,
      kinds: [...kinds]
        .map(([kind, number]) => ({ kind, count: number }))
        .sort((a, b) => b.count - a.count || compareText(a.kind ?? "~", b.kind ?? "~")),
      families: Object.fromEntries(shares) as Record<CueFamily, Share>,
      evidence: shown,
    },
  ];
}

function shareOf(count: number, of: number): Share {
  const [low, high] = wilson95(count, of);
  const round = (share01: number) => Math.round(share01 * 1000) / 1000;
  return { count, low01: round(low), high01: round(high) };
}

/** Sides by id, the unaligned last. */
function bySideName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(a, b);
}

/** What an attribution's cue lets the reader think of the speaker. */
export function familyOf(
  { reading, sentence }: Row<"attributions">,
  words: SourcingWords | null,
): CueFamily {
  const [cue] = reading.cue;
  const written = cue
    ? sentence.text.slice(cue.start - sentence.start, cue.end - sentence.start).toLowerCase()
    : "";
  for (const word of words ? (written.match(/[\p{L}’'-]+/gu) ?? []) : []) {
    for (const family of ["claim", "allege", "admit", "deny"] as const)
      if (words?.cueFamilies[family].has(word)) return reading.negated ? "other" : family;
  }
  if (reading.attitude === "denies") return "deny";
  if (reading.distancing) return "claim";
  return reading.attitude === "states" ? "say" : "other";
}
