import type { Case, DocumentCard } from "../../document/case.ts";
import type { Passage } from "../../document/passage.ts";
import { contains } from "../../document/span.ts";
import type { Pack } from "../../lexicon/pack.ts";
import type { Reader } from "../../read/read.ts";
import type { Cell, Claim } from "../claims/claims.ts";
import { type IndexedPassage, indexForMore, type OpenIndex } from "../claims/passages.ts";
import { type RawStatement, readRaw, readTermsWith, withNames } from "../claims/statement.ts";
import { type OpenFigures, openFigures } from "../figures/one-more.ts";
import type { Findings } from "../findings.ts";
import type { CompareInput } from "../input.ts";
import { readNoiseTest } from "../noise.ts";
import { createCommonShare, createSentenceAt } from "./alike.ts";
import type { Absence } from "./draft.ts";
import { createLately, type Lately } from "./lately.ts";
import { createTighten, type Tight } from "./missing.ts";
import type { OtherWords } from "./other-words.ts";
import { readTellings, type Tellings } from "./tellings.ts";
import { type LabelUses, labelUses } from "./words.ts";

export type CheckDeps = {
  readonly input: CompareInput;
  readonly reader: Reader;
  readonly packs: ReadonlyMap<string, Pack>;
  readonly lists: OtherWords;
  readonly findings: Pick<Findings, "claims" | "sourcing" | "origins">;
  /** The index of the input's passages, where it is there. */
  readonly open?: OpenIndex;
};

/** All that holding a draft against a case needs of the case, in which no draft takes part. */
export type PreparedCase = Pick<CheckDeps, "reader" | "packs" | "lists" | "findings"> & {
  readonly declared: Case;
  readonly cards: ReadonlyMap<string, DocumentCard>;
  readonly whole: Absence;
  readonly open: OpenIndex;
  readonly sentenceAt: ReturnType<typeof createSentenceAt>;
  readonly figures: OpenFigures;
  readonly uses: LabelUses;
  readonly tellings: Tellings;
  readonly tightened: (claim: Claim) => Tight | undefined;
  readonly readRaw: (statement: string) => RawStatement;
  /** Sentences of the case, or of a draft and of the case: how much they have in common. */
  readonly commonShare: ReturnType<typeof createCommonShare>;
  readonly lately: LookedUp;
  /** From which document a passage was copied. */
  readonly copiedFrom: (passage: Passage) => string | undefined;
};

/** What was looked up in the case for the sentences of the last drafts: while one is written, few of them change. */
export type LookedUp = {
  /** What the documents do with a sentence. */
  readonly cells: Lately<readonly Cell[]>;
  /** Whether the sentence of a number may speak of the same as another one. */
  readonly alike: Lately<Map<IndexedPassage, boolean>>;
};

/** Sentences of which it is kept; a long draft has fewer. */
const sentencesKept = { cells: 3000, alike: 300 };

export function nothingLookedUp(): LookedUp {
  return {
    cells: createLately(sentencesKept.cells),
    alike: createLately(sentencesKept.alike),
  };
}

/** What of the preparing is done after each step, of 1: as long as they took with 2,000 documents. */
const doneAfter = { index: 0.2, figures: 0.6 };

/**
 * Walks the case once, so that any number of drafts can be held against it. `told` is told between
 * the steps how much is done, from 0 to 1, and may let others work.
 */
export async function prepareCase(
  { input, reader, packs, lists, findings, ...given }: CheckDeps,
  told: (done01: number) => Promise<void> = async () => {},
): Promise<PreparedCase> {
  const { case: declared, documents } = input;
  const open = given.open ?? (await indexForMore(input, readTermsWith(reader)));
  const { index } = open;
  await told(doneAfter.index);
  const isNoise = await readNoiseTest(input);
  const figures = await openFigures(input, index, isNoise);
  await told(doneAfter.figures);
  const cards = new Map(documents.map((card) => [card.id, card]));
  const passageAt = new Map(
    index.passages.map(({ documentId, start }, at) => [`${documentId}|${start}`, at]),
  );
  const raw = rememberRaw(reader);
  const read = (statement: string) => withNames(raw(statement), index.names);
  const prepared = {
    reader,
    packs,
    lists,
    findings,
    declared,
    cards,
    whole: {
      documents: documents.length,
      sources: new Set(documents.map(({ sourceId }) => sourceId)).size,
    },
    open,
    sentenceAt: createSentenceAt(index),
    figures,
    uses: await labelUses(input, isNoise),
    tellings: await readTellings(
      findings.claims,
      {
        ...{ index, passageAt },
        read: (statement: string) => withNames(readRaw(reader, statement), index.names),
      },
      (share01) => told(doneAfter.figures + (1 - doneAfter.figures) * share01),
    ),
    tightened: createTighten({ index, read, cards, passageAt }),
    readRaw: raw,
    commonShare: createCommonShare(index),
    lately: nothingLookedUp(),
    copiedFrom: createCopiedFrom(findings.origins),
  };
  await told(1);
  return prepared;
}

/** Statements of which the reading is kept: those of the claims that a draft may lack, and a long draft's. */
const remembered = 6000;

/** Reads each statement once, as long as not too many others come between. */
function rememberRaw(reader: Reader): (statement: string) => RawStatement {
  const lately = createLately<RawStatement>(remembered);
  return (statement) => lately(statement, () => readRaw(reader, statement));
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
