import type { Case, DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import type { Passage } from "../../document/passage.ts";
import type { Pack } from "../../lexicon/pack.ts";
import type { Label } from "../../read/wording/wording.ts";
import { type CompareInput, compareText, passageOf } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { Backing, DraftNote } from "./draft.ts";
import { countOf, listOf, sideNames } from "./in-words.ts";

/** Labels shown of one side, most used first. */
const shownLabels = 3;
/** Other words are told where they stand so often in the case: one alone may speak of something else. */
const minUses = 2;
/** A name of a thing is one side's where so many of its sources use it, and no other's. */
const minSources = 2;

/** One label's uses in the own voice of the sources of one side, by the words in lower case. */
type Uses = {
  count: number;
  readonly sources: Set<string>;
  readonly written: Map<string, { count: number; readonly first: Passage }>;
};
/** Side (null: unaligned) → label → uses. */
type BySide = Map<string | null, Map<string, Uses>>;

/**
 * Notes words of the draft's own voice that are not everybody's: those that a pack knows to be at
 * home in one telling and that not all sides use themselves, and those that only the sources of one
 * side use while another side has another word.
 */
export function noteWords(
  deps: {
    readonly declared: Case;
    readonly packs: ReadonlyMap<string, Pack>;
    readonly uses: LabelUses;
  },
  labels: readonly Label[],
  text: string,
): DraftNote[] {
  const { declared, uses } = deps;
  const own = labels.filter(({ voice, negated }) => voice === "own" && !negated);
  return own.flatMap((label): DraftNote[] => {
    const bySide = uses.get(keyOf(label));
    if (!bySide) return [];
    const row = deps.packs
      .get(label.pack)
      ?.concepts.find(({ concept }) => concept === label.concept)
      ?.labels.find((one) => one.label === label.label);
    const loadedFor = row?.loadedFor ?? null;
    const contested =
      loadedFor === null
        ? label.rule.endsWith("/names") && isOneSided(bySide, label.label)
        : !isShared(bySide, label.label, declared);
    if (!contested) return [];
    const { start, end } = label;
    const words = text.slice(start, end);
    const said = sayings(bySide, label.label, declared);
    if (said.length === 0) return [];
    const known = [
      loadedFor && `at home in the telling of ${loadedFor}`,
      row?.note && `“${row.note}”`,
    ].filter((part) => part);
    return [
      {
        id: shortId("contested-word", label.pack, label.concept, label.label),
        rule: "contested-word",
        span: { start, end },
        subject: words,
        reason: `The draft's own word for: ${label.concept}${
          known.length > 0 ? ` (the pack ${label.pack}: ${known.join(", ")})` : ""
        }. What sources of the case say in their own voice: ${listOf(
          said.map((one) => one.words),
          "; ",
        )}.`,
        backing: said.flatMap(({ backing }) => backing),
        absence: null,
      },
    ];
  });
}

function keyOf({ pack, concept }: Label): string {
  return `${pack}|${concept}`;
}

/** Pack and concept → who in the case names the thing how. */
export type LabelUses = ReadonlyMap<string, BySide>;

/** Walks the labels of the case once. */
export async function labelUses(input: CompareInput, isNoise: NoiseTest): Promise<LabelUses> {
  const cards = new Map<string, DocumentCard>(input.documents.map((card) => [card.id, card]));
  const found = new Map<string, BySide>();
  for await (const row of input.rows("wording")) {
    const { reading, documentId } = row;
    const card = cards.get(documentId);
    if (!card || reading.voice !== "own" || reading.negated) continue;
    if (isNoise(documentId, reading)) continue;
    const bySide: BySide = found.get(keyOf(reading)) ?? new Map();
    found.set(keyOf(reading), bySide);
    const labels = bySide.get(card.side) ?? new Map<string, Uses>();
    bySide.set(card.side, labels);
    const uses = labels.get(reading.label) ?? { count: 0, sources: new Set(), written: new Map() };
    labels.set(reading.label, uses);
    uses.count++;
    uses.sources.add(card.sourceId);
    const written = passageOf(row, reading).text.toLowerCase().replace(/\s+/g, " ");
    const known = uses.written.get(written);
    if (known) known.count++;
    else uses.written.set(written, { count: 1, first: passageOf(row, row.sentence) });
  }
  return found;
}

/** Where no sides are declared, a word is everybody's that so many of those who name the thing use. */
const everybodyShare = 1 / 2;

/** Sources that use a label in their own voice, or any. */
function usersOf(labels: ReadonlyMap<string, Uses> | undefined, label?: string): number {
  const users = [...(labels ?? [])].filter(([one]) => label === undefined || one === label);
  return new Set(users.flatMap(([, { sources }]) => [...sources])).size;
}

/**
 * Is the word everybody's? Sources of every declared side use it in their own voice, and so do the
 * unaligned, where they name the thing at all: two sides may each call the other's government a regime.
 */
function isShared(bySide: BySide, label: string, { sides }: Case): boolean {
  const unaligned = bySide.get(null);
  if (sides.length === 0) return usersOf(unaligned, label) >= everybodyShare * usersOf(unaligned);
  if (unaligned && !unaligned.has(label)) return false;
  return sides.every(({ id }) => bySide.get(id)?.has(label));
}

/** Do several sources of one declared side use the word, none of another, and another side another word? */
function isOneSided(bySide: BySide, label: string): boolean {
  const users = [...bySide].filter(([, labels]) => labels.has(label));
  const [only] = users;
  if (!only || users.length > 1 || only[0] === null) return false;
  if ((only[1].get(label)?.sources.size ?? 0) < minSources) return false;
  return [...bySide].some(
    ([side, labels]) =>
      side !== null &&
      side !== only[0] &&
      [...labels.values()].some(({ sources }) => sources.size >= minSources),
  );
}

/** What each side's sources say in their own voice, sides in the order of the case. */
function sayings(
  bySide: BySide,
  own: string,
  declared: Case,
): { readonly words: string; readonly backing: readonly Backing[] }[] {
  const uses = new Map<string, number>();
  for (const labels of bySide.values())
    for (const [label, { count }] of labels) uses.set(label, (uses.get(label) ?? 0) + count);
  return sideNames(declared).flatMap(({ id, name }) => {
    const labels = [...(bySide.get(id) ?? [])]
      .filter(([label]) => label === own || (uses.get(label) ?? 0) >= minUses)
      .sort(([a, one], [b, other]) => other.count - one.count || compareText(a, b))
      .map(([, uses]) => uses);
    if (labels.length === 0) return [];
    const shown = labels.slice(0, shownLabels);
    return [
      {
        words: `${name}: ${listOf(
          shown.map(
            (uses) =>
              `“${usual(uses).words}” ${countOf(uses.count, "time")} (${countOf(uses.sources.size, "source")})`,
          ),
        )}`,
        backing: shown.map((uses) => {
          const { words, first } = usual(uses);
          return { ...first, role: `says “${words}” in its own voice` };
        }),
      },
    ];
  });
}

/** The form in which a label is written most. */
function usual({ written }: Uses): { readonly words: string; readonly first: Passage } {
  const [most] = [...written].sort(
    ([a, one], [b, other]) => other.count - one.count || compareText(a, b),
  );
  const [words, { first }] = most as [string, { readonly first: Passage }];
  return { words, first };
}
