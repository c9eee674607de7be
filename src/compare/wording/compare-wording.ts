import type { DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import { type CompareInput, compareText, passageOf, type Row } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { LabelRow, LabelUse, WordingRow } from "./wording.ts";

/** Passages kept per source and label; counts always count all. */
const shownPassages = 5;

type Use = {
  own: number;
  quoted: number;
  attributed: number;
  scare: number;
  negated: number;
  documents: Set<string>;
  passages: Passage[];
};
type Concept = { pack: string; concept: string; labels: Map<string, Map<string, Use>> };

/** Walks the labels, sorted by pack, concept and label, and counts who uses which for what. */
export async function compareWording(
  input: CompareInput,
  isNoise: NoiseTest,
): Promise<WordingRow[]> {
  const cards = new Map(input.documents.map((card) => [card.id, card]));
  const words = new Map<string, number>();
  for (const card of input.documents) {
    words.set(card.sourceId, (words.get(card.sourceId) ?? 0) + card.words);
  }
  const rows: WordingRow[] = [];
  let open: Concept | undefined;
  for await (const row of input.rows("wording")) {
    const card = cards.get(row.documentId);
    if (!card || isNoise(row.documentId, row.reading)) continue;
    const { pack, concept } = row.reading;
    if (open && (open.pack !== pack || open.concept !== concept)) {
      rows.push(close(open, words));
      open = undefined;
    }
    open ??= { pack, concept, labels: new Map() };
    count(open, card, row);
  }
  if (open) rows.push(close(open, words));
  const total = (row: WordingRow) => row.totals.reduce((sum, { mentions }) => sum + mentions, 0);
  return rows.sort((a, b) => total(b) - total(a) || compareText(a.concept, b.concept));
}

function count(open: Concept, card: DocumentCard, row: Row<"wording">): void {
  const { reading } = row;
  const bySource = open.labels.get(reading.label) ?? new Map<string, Use>();
  open.labels.set(reading.label, bySource);
  let use = bySource.get(card.sourceId);
  if (!use) {
    use = {
      own: 0,
      quoted: 0,
      attributed: 0,
      scare: 0,
      negated: 0,
      documents: new Set(),
      passages: [],
    };
    bySource.set(card.sourceId, use);
  }
  use[reading.voice]++;
  if (reading.negated) use.negated++;
  use.documents.add(card.id);
  if (use.passages.length < shownPassages) {
    use.passages.push(passageOf(row, reading));
  }
}

function close(open: Concept, words: ReadonlyMap<string, number>): WordingRow {
  const mentions = new Map<string, number>();
  const labels: LabelRow[] = [];
  for (const [label, bySource] of open.labels) {
    const uses: LabelUse[] = [];
    for (const [sourceId, use] of bySource) {
      const shown = evidence(use.passages);
      if (!shown) continue;
      const { documents, passages: _, ...counts } = use;
      mentions.set(sourceId, (mentions.get(sourceId) ?? 0) + mentionsOf(counts));
      uses.push({ sourceId, ...counts, documents: documents.size, evidence: shown });
    }
    labels.push({ label, uses: uses.sort((a, b) => compareText(a.sourceId, b.sourceId)) });
  }
  const count = ({ uses }: LabelRow) => uses.reduce((sum, use) => sum + mentionsOf(use), 0);
  return {
    id: shortId("wording", open.pack, open.concept),
    concept: open.concept,
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

/** In whose words ever: a label has one voice, so the voices add up. */
function mentionsOf(use: Pick<Use, "own" | "quoted" | "attributed" | "scare">): number {
  return use.own + use.quoted + use.attributed + use.scare;
}
