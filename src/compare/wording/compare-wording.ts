import { shortId } from "../../document/ids.ts";
import type { Claim } from "../claims/claims.ts";
import { type CompareInput, compareText, passageOf } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { OriginTest } from "../origins/independent.ts";
import { collectPhrases } from "./collect.ts";
import { createContrasts } from "./contrast.ts";
import { findWording, type MeasureWords } from "./found.ts";
import type { PhraseWords } from "./phrase.ts";
import type { Places } from "./places.ts";
import { readSpoken } from "./sentences.ts";
import { addUse, mentionsOf, placesOf, type Use, usesOf } from "./uses.ts";
import type { LabelRow, Wording, WordingRow } from "./wording.ts";
import { wordReader } from "./words.ts";

/** The word lists with which a case's words are compared. */
export type WordingWords = PhraseWords & MeasureWords;

/** What is found, and every place where it is. */
export type Worded = { readonly wording: Wording; readonly places: readonly Places[] };

type Concept = {
  readonly pack: string;
  readonly concept: string;
  readonly labels: Map<string, Map<string, Use>>;
};

/**
 * In which words: what packs list, what is found without them, and what one side uses more. Without
 * word lists only what packs list.
 */
export async function compareWording(
  input: CompareInput,
  claims: readonly Claim[],
  isNoise: NoiseTest,
  lists: WordingWords | null,
  originOf?: OriginTest,
): Promise<Worded> {
  const { rows: listed, places } = await comparePacks(input, isNoise);
  if (!lists) return { wording: { rows: listed, contrasts: [] }, places };
  const { names, walk } = await readSpoken(input);
  const readWords = wordReader(lists);
  const phrases = collectPhrases(lists);
  const contrasts = createContrasts(input, lists, originOf);
  for await (const sentence of walk()) {
    const words = readWords(sentence.text, sentence.start);
    phrases.add(sentence, words);
    contrasts.add(sentence, words);
  }
  const found = findWording(
    input,
    { names, phrases: phrases.collected() },
    { claims, listed },
    lists,
  );
  const contrasted = contrasts.found();
  return {
    wording: { rows: [...listed, ...found.rows], contrasts: contrasted.contrasts },
    places: [...places, ...found.places, ...contrasted.places],
  };
}

/** Walks the labels, sorted by pack, concept and label, and counts who uses which for what. */
async function comparePacks(
  input: CompareInput,
  isNoise: NoiseTest,
): Promise<{ readonly rows: WordingRow[]; readonly places: readonly Places[] }> {
  const cards = new Map(input.documents.map((card) => [card.id, card]));
  const words = new Map<string, number>();
  for (const card of input.documents) {
    words.set(card.sourceId, (words.get(card.sourceId) ?? 0) + card.words);
  }
  const rows: WordingRow[] = [];
  const places: Places[] = [];
  const end = (concept: Concept) => {
    const row = close(concept, words);
    rows.push(row);
    for (const [label, bySource] of concept.labels)
      places.push({ of: row.id, label, documents: placesOf([bySource]) });
  };
  let open: Concept | undefined;
  for await (const row of input.rows("wording")) {
    const card = cards.get(row.documentId);
    const { reading } = row;
    if (!card || isNoise(row.documentId, reading)) continue;
    const { pack, concept, label } = reading;
    if (open && (open.pack !== pack || open.concept !== concept)) {
      end(open);
      open = undefined;
    }
    open ??= { pack, concept, labels: new Map() };
    const bySource = open.labels.get(label) ?? new Map<string, Use>();
    open.labels.set(label, bySource);
    addUse(bySource, card, reading.voice, reading.negated, passageOf(row, reading));
  }
  if (open) end(open);
  const total = (row: WordingRow) => row.totals.reduce((sum, { mentions }) => sum + mentions, 0);
  rows.sort((a, b) => total(b) - total(a) || compareText(a.concept, b.concept));
  return { rows, places };
}

function close(open: Concept, words: ReadonlyMap<string, number>): WordingRow {
  const mentions = new Map<string, number>();
  const labels = [...open.labels].map(([label, bySource]): LabelRow => {
    const uses = usesOf([bySource]);
    for (const use of uses)
      mentions.set(use.sourceId, (mentions.get(use.sourceId) ?? 0) + mentionsOf(use));
    return { label, uses };
  });
  const count = ({ uses }: LabelRow) => uses.reduce((sum, use) => sum + mentionsOf(use), 0);
  return {
    id: shortId("wording", open.pack, open.concept),
    concept: open.concept,
    origin: "pack",
    pack: open.pack,
    labels: labels.sort((a, b) => count(b) - count(a) || compareText(a.label, b.label)),
    totals: [...mentions]
      .map(([sourceId, number]) => ({
        sourceId,
        mentions: number,
        words: words.get(sourceId) ?? 0,
      }))
      .sort((a, b) => compareText(a.sourceId, b.sourceId)),
    rule: "pack",
  };
}
