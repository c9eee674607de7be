import { wilson95 } from "../../document/interval.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Row } from "../input.ts";
import { compareText } from "../input.ts";
import type { NamingWords } from "./naming.ts";
import type { Anonymous, CueFamily, Naming, ShownShare, SideQuotes } from "./sourcing.ts";

/** The word lists that sort cues, and that tell a name from a noun. */
export type SourcingWords = NamingWords;

export const cueFamilies: readonly CueFamily[] = [
  "say",
  "claim",
  "allege",
  "admit",
  "deny",
  "other",
];

/** Passages kept of one pair of sides, and of each kind of cue in it; counts always count all. */
const shownPassages = 6;

/** One attribution with whose it is. */
export type Counted = {
  readonly bySide: string | null;
  readonly ofSide: string | null;
  readonly kind: string | null;
  readonly naming: Naming;
  readonly family: CueFamily;
  readonly passage: Passage;
};

type Tally = {
  readonly bySide: string | null;
  readonly ofSide: string | null;
  count: number;
  readonly kinds: Map<string | null, number>;
  readonly families: Record<CueFamily, Some>;
  readonly passages: Passage[];
};

/** How many there are, and the first of them. */
type Some = { count: number; readonly passages: Passage[] };

/** Makes what counts attributions by side as they come. */
export function createSideTally(): {
  readonly add: (one: Counted) => void;
  readonly sides: () => SideQuotes[];
  readonly anonymous: () => Anonymous[];
} {
  const pairs = new Map<string, Tally>();
  const all = new Map<string | null, { attributions: number; open: number; unnamed: Some }>();
  return {
    add: ({ bySide, ofSide, kind, naming, family, passage }) => {
      const own = all.get(bySide) ?? { attributions: 0, open: 0, unnamed: none() };
      own.attributions++;
      if (naming === "open") own.open++;
      if (naming === "unnamed") addTo(own.unnamed, passage);
      all.set(bySide, own);
      if (naming !== "named") return;
      const key = JSON.stringify([bySide, ofSide]);
      let tally = pairs.get(key);
      if (!tally) {
        const families = {
          say: none(),
          claim: none(),
          allege: none(),
          admit: none(),
          deny: none(),
          other: none(),
        };
        tally = { bySide, ofSide, count: 0, kinds: new Map(), families, passages: [] };
        pairs.set(key, tally);
      }
      tally.count++;
      tally.kinds.set(kind, (tally.kinds.get(kind) ?? 0) + 1);
      addTo(tally.families[family], passage);
      if (tally.passages.length < shownPassages) tally.passages.push(passage);
    },
    sides: () =>
      [...pairs.values()]
        .flatMap(sideQuotes)
        .sort((a, b) => bySideName(a.bySide, b.bySide) || bySideName(a.ofSide, b.ofSide)),
    anonymous: () =>
      [...all]
        .map(([bySide, { attributions, open, unnamed }]) => ({
          bySide,
          attributions,
          open,
          unnamed: shareOf(unnamed, attributions - open),
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
      families: Object.fromEntries(shares) as Record<CueFamily, ShownShare>,
      evidence: shown,
    },
  ];
}

function none(): Some {
  return { count: 0, passages: [] };
}

function addTo(some: Some, passage: Passage): void {
  some.count++;
  if (some.passages.length < shownPassages) some.passages.push(passage);
}

function shareOf({ count, passages }: Some, of: number): ShownShare {
  const [low, high] = wilson95(count, of);
  const round = (share01: number) => Math.round(share01 * 1000) / 1000;
  return { count, low01: round(low), high01: round(high), evidence: passages };
}

/** Sides by id, the unaligned last. */
function bySideName(a: string | null, b: string | null): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return compareText(a, b);
}

/** What an attribution's cue lets the reader think of the speaker. */
export function familyOf(
  { reading, sentence }: Row<"attributions">,
  words: Pick<Lexicon, "cueFamilies"> | null,
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
