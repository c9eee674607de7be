import type { Document } from "../../document/document.ts";
import type { Passage } from "../../document/passage.ts";
import { contains } from "../../document/span.ts";
import type { Pack } from "../../lexicon/pack.ts";
import type { Reader } from "../../read/read.ts";
import type { Readings } from "../../read/readings.ts";
import { indexPassages } from "../claims/passages.ts";
import { readTermsWith } from "../claims/statement.ts";
import { compareFigures } from "../figures/compare-figures.ts";
import type { Findings } from "../findings.ts";
import type { CompareInput } from "../input.ts";
import { readNoiseTest } from "../noise.ts";
import { createSentenceAt } from "./alike.ts";
import { noteClaims } from "./claims.ts";
import type { DraftCheck, DraftNote } from "./draft.ts";
import { noteFigures } from "./figures.ts";
import { noteMissing } from "./missing.ts";
import { type OtherWords, withOtherWords } from "./other-words.ts";
import { noteQuotes, noteSides } from "./quotes.ts";
import { draftRuleIds } from "./rules.ts";
import { draftId, withDraft } from "./with-draft.ts";
import { noteWords } from "./words.ts";

/** A draft is told that it lacks a claim where this share of the case's sources carries it … */
export const leastCarrierShare = 1 / 3;
/** … and at least so many do. */
export const leastCarriers = 3;

/**
 * Holds a draft against a case: what the draft says in its own voice, its figures, its words and its
 * quotations beside those of the case. `input` and `findings` are those of the case, in which the
 * draft takes no part.
 */
export async function checkDraft(
  deps: {
    readonly input: CompareInput;
    readonly reader: Reader;
    readonly packs: ReadonlyMap<string, Pack>;
    readonly lists: OtherWords;
    readonly findings: Pick<Findings, "claims" | "sourcing" | "origins">;
  },
  draft: { readonly document: Document; readonly readings: Readings },
  options: { readonly least?: number } = {},
): Promise<DraftCheck> {
  const { input, reader, findings } = deps;
  const { document, readings } = draft;
  const { case: declared, documents } = input;
  const both = withDraft(input, draft);
  const index = await indexPassages(both, readTermsWith(reader));
  const isNoise = await readNoiseTest(both);
  const from = index.passages.findIndex(({ documentId }) => documentId === draftId);
  const whole = {
    documents: documents.length,
    sources: new Set(documents.map(({ sourceId }) => sourceId)).size,
  };
  const least =
    options.least ?? Math.max(leastCarriers, Math.ceil(whole.sources * leastCarrierShare));
  const start = from < 0 ? index.passages.length : from;
  const wider = withOtherWords(index, start, deps.lists);
  const sentenceAt = createSentenceAt(wider);
  const claims = {
    index,
    wider,
    lists: deps.lists,
    sentenceAt,
    reader,
    declared,
    documents,
    from: start,
  };
  const cards = new Map(documents.map((card) => [card.id, card]));
  const sides = noteSides(readings, declared, findings.sourcing, whole);
  const figures = noteFigures(await compareFigures(both, wider, isNoise), {
    declared,
    sourceOf: (id) => {
      const card = cards.get(id);
      return { id: card?.sourceId ?? id, name: card?.sourceName ?? id };
    },
    index: wider,
    sentenceAt,
    plainAt: createSentenceAt(index),
    copiedFrom: createCopiedFrom(findings.origins),
  });
  const notes = [
    ...(await noteWords({ input, packs: deps.packs, isNoise }, readings.wording, document.text)),
    ...noteClaims(claims, findings.claims, figures),
    ...figures,
    ...noteQuotes({ text: document.text, readings }, claims, whole),
    ...sides.notes,
    ...noteMissing(claims, findings.claims, least),
  ];
  return { notes: inOrder(notes), quotes: sides.quotes };
}

/** By place; notes on the whole draft come last; then by rule. */
function inOrder(notes: readonly DraftNote[]): DraftNote[] {
  const at = ({ span }: DraftNote) => span?.start ?? Number.POSITIVE_INFINITY;
  const rank = ({ rule }: DraftNote) => draftRuleIds.indexOf(rule);
  return [...notes].sort((a, b) => {
    const [left, right] = [at(a), at(b)];
    return left === right ? rank(a) - rank(b) : left - right;
  });
}

/** Makes the function that tells from which document a passage was copied. */
function createCopiedFrom(origins: Findings["origins"]): (passage: Passage) => string | undefined {
  const copied = new Map<
    string,
    { readonly start: number; readonly end: number; readonly from: string }[]
  >();
  for (const { documentId: from, copies } of origins)
    for (const { documentId, passages } of copies) {
      const list = copied.get(documentId) ?? [];
      copied.set(documentId, list);
      for (const { copy } of passages) list.push({ start: copy.start, end: copy.end, from });
    }
  return (passage) => copied.get(passage.documentId)?.find((span) => contains(span, passage))?.from;
}
