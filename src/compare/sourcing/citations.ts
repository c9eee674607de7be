import type { DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import { type CompareInput, compareText } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import { type FindDeclared, plainName as plain } from "./declared.ts";
import type { Citation } from "./sourcing.ts";

/** Passages kept of one citation; documents are all counted. */
const shownPassages = 3;

/** A name on which a document leans: it quotes a source of the case, or a content came by way of it. */
export type Leaning = {
  readonly card: DocumentCard;
  readonly name: string;
  readonly kind: "through" | "media" | "organisation";
  readonly passage: Passage;
};

type Tally = {
  readonly sourceId: string;
  readonly name: string;
  readonly citedSourceId: string | null;
  readonly kind: Citation["kind"];
  readonly documents: Set<string>;
  readonly passages: Passage[];
};

/**
 * Who leans on which other source: outlets, bodies and documents that the texts refer to, sources of the
 * case that they quote, and those through which a content came. A source that names itself cites nobody.
 */
export async function readCitations(
  input: CompareInput,
  leanings: readonly Leaning[],
  declared: FindDeclared,
  isNoise: NoiseTest,
): Promise<Citation[]> {
  const cards = new Map(input.documents.map((card) => [card.id, card]));
  const names = new Map(input.case.sources.map(({ id, name }) => [id, name]));
  const tallies = new Map<string, Tally>();
  const add = (card: DocumentCard, name: string, kind: Citation["kind"], passage: Passage) => {
    const citedSourceId = declared(name)?.sourceId ?? null;
    if (citedSourceId === card.sourceId || plain(name) === plain(card.sourceName)) return;
    const key = JSON.stringify([card.sourceId, citedSourceId ?? plain(name), kind]);
    let tally = tallies.get(key);
    if (!tally) {
      const { sourceId } = card;
      const shown = (citedSourceId !== null && names.get(citedSourceId)) || name;
      tally = { sourceId, name: shown, citedSourceId, kind, documents: new Set(), passages: [] };
      tallies.set(key, tally);
    }
    tally.documents.add(card.id);
    const { passages } = tally;
    if (passages.length < shownPassages && !passages.some((one) => isSame(one, passage)))
      passages.push(passage);
  };
  for (const { card, name, kind, passage } of leanings) add(card, name, kind, passage);
  for await (const row of input.rows("references")) {
    const card = cards.get(row.documentId);
    const { kind, name } = row.reading;
    if (!card || isNoise(row.documentId, row.reading)) continue;
    if (kind === "media" || kind === "organisation" || kind === "document")
      add(card, name, kind, { documentId: card.id, ...row.sentence });
  }
  return [...tallies.values()]
    .flatMap(({ documents, passages, ...rest }): Citation[] => {
      const shown = evidence(passages);
      if (!shown) return [];
      const id = shortId(
        "citation",
        rest.sourceId,
        rest.citedSourceId ?? plain(rest.name),
        rest.kind,
      );
      return [{ id, ...rest, documents: documents.size, evidence: shown }];
    })
    .sort(
      (a, b) =>
        b.documents - a.documents ||
        compareText(a.sourceId, b.sourceId) ||
        compareText(a.name, b.name) ||
        compareText(a.kind, b.kind),
    );
}

function isSame(a: Passage, b: Passage): boolean {
  return a.documentId === b.documentId && a.start === b.start;
}
