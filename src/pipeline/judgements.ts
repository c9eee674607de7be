import type { MarkSource } from "../compare/judgements/marks.ts";
import { type PresentDocument, placeJudgements } from "../compare/judgements/place.ts";
import type { DocumentCard } from "../document/case.ts";
import type { Problem } from "../document/document.ts";
import { foldLog, type PlacedJudgement } from "../document/judgement.ts";
import { readJudgementLog } from "../store/judgement-log.ts";
import type { Store } from "../store/store.ts";

/** The judgements of a case that hold, each with where it stands now, and the broken lines. */
export type CaseJudgements = {
  readonly judgements: readonly PlacedJudgement[];
  readonly problems: readonly Problem[];
};

/** Reads the log and puts its judgements on the marks of the present findings. */
export async function judgementsOf(
  path: string,
  known: {
    readonly store: Pick<Store, "text" | "readings" | "documents">;
    readonly documents: readonly DocumentCard[];
    readonly findings: MarkSource["findings"];
  },
): Promise<CaseJudgements> {
  const { entries, problems } = await readJudgementLog(path);
  if (entries.length === 0) return { judgements: [], problems };
  const stored = new Map((await known.store.documents()).map((one) => [one.id, one]));
  const presentOf = createPresentOf(known.store, known.documents);
  const folded = foldLog(entries);
  const judgements = await placeJudgements(folded, stored, known.findings, presentOf);
  return { judgements, problems };
}

/** Makes the function that gives a document as it is now; null when the case has none such. */
export function createPresentOf(
  store: Pick<Store, "text" | "readings">,
  documents: readonly DocumentCard[],
): (documentId: string) => Promise<PresentDocument | null> {
  const cards = new Map(documents.map((card) => [card.id, card]));
  return async (id) => {
    const card = cards.get(id);
    const text = card ? await store.text(id) : null;
    const readings = card ? await store.readings(id) : null;
    return card && text !== null && readings ? { card, text, readings } : null;
  };
}
