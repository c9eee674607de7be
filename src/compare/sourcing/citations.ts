import type { DocumentCard } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { evidence, type Passage } from "../../document/passage.ts";
import { type CompareInput, compareText, passageOf } from "../input.ts";
import type { NoiseTest } from "../noise.ts";
import type { Chain, Citation } from "./sourcing.ts";

/** Passages kept of one citation; documents are all counted. */
const shownPassages = 3;

type Tally = {
  readonly sourceId: string;
  readonly name: string;
  readonly citedSourceId: string | null;
  readonly kind: Citation["kind"];
  readonly documents: Set<string>;
  readonly passages: Passage[];
};

/**
 * Who leans on which outside source: outlets, bodies and documents that the texts refer to, and those
 * through which a content came. A source that names itself cites nobody.
 */
export async function readCitations(
  input: CompareInput,
  chains: readonly Chain[],
  isNoise: NoiseTest,
): Promise<Citation[]> {
  const cards = new Map(input.documents.map((card) => [card.id, card]));
  const declared = new Map(
    input.case.sources.flatMap(({ id, name, aliases }) =>
      [name, ...aliases].map((one) => [plain(one), id] as const),
    ),
  );
  const tallies = new Map<string, Tally>();
  const add = (card: DocumentCard, name: string, kind: Citation["kind"], passage: Passage) => {
    const citedSourceId = declared.get(plain(name)) ?? null;
    if (citedSourceId === card.sourceId || plain(name) === plain(card.sourceName)) return;
    const key = JSON.stringify([card.sourceId, citedSourceId ?? plain(name), kind]);
    let tally = tallies.get(key);
    if (!tally) {
      const { sourceId } = card;
      tally = { sourceId, name, citedSourceId, kind, documents: new Set(), passages: [] };
      tallies.set(key, tally);
    }
    tally.documents.add(card.id);
    if (tally.passages.length < shownPassages) tally.passages.push(passage);
  };
  for (const { documentId, links, evidence: shown } of chains) {
    const card = cards.get(documentId);
    // The first is who publishes it, the last who said it.
    for (const name of links.slice(1, -1)) if (card) add(card, name, "through", shown[0]);
  }
  for await (const row of input.rows("references")) {
    const card = cards.get(row.documentId);
    const { kind, name } = row.reading;
    if (!card || isNoise(row.documentId, row.reading)) continue;
    if (kind === "media" || kind === "organisation" || kind === "document")
      add(card, name, kind, passageOf(row, row.reading));
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

function plain(name: string): string {
  return name.toLowerCase().replace(/^(the|a|an)\s+/, "");
}
