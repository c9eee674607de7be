import type { Document } from "../../document/document.ts";
import type { Readings } from "../../read/readings.ts";
import { withOneMore } from "../claims/passages.ts";
import { readTermsWith, withNames } from "../claims/statement.ts";
import { figuresBeside } from "../figures/one-more.ts";
import { readNoiseTest } from "../noise.ts";
import { createSentenceAt } from "./alike.ts";
import { noteClaims } from "./claims.ts";
import { addedBy, alikeKey } from "./depends.ts";
import type { DraftCheck, DraftNote } from "./draft.ts";
import { noteFigures } from "./figures.ts";
import { noteMissing } from "./missing.ts";
import { withOtherWords } from "./other-words.ts";
import { type CheckDeps, type PreparedCase, prepareCase } from "./prepare.ts";
import { noteQuotes, noteSides } from "./quotes.ts";
import { draftRuleIds } from "./rules.ts";
import { draftId, draftInput } from "./with-draft.ts";
import { noteWords } from "./words.ts";

/** A draft is told that it lacks a claim where this share of the case's sources carries it … */
export const leastCarrierShare = 1 / 3;
/** … and at least so many do. */
export const leastCarriers = 3;

type Draft = { readonly document: Document; readonly readings: Readings };
type Options = { readonly least?: number };

/**
 * Holds a draft against a case: what the draft says in its own voice, its figures, its words and its
 * quotations beside those of the case. `input` and `findings` are those of the case, in which the
 * draft takes no part.
 */
export async function checkDraft(
  deps: CheckDeps,
  draft: Draft,
  options: Options = {},
): Promise<DraftCheck> {
  return holdAgainst(await prepareCase(deps), draft, options);
}

/** The same against a case that has been prepared, as often as drafts come. */
export async function holdAgainst(
  prepared: PreparedCase,
  draft: Draft,
  options: Options = {},
): Promise<DraftCheck> {
  const { declared, reader, findings, whole, lists, cards } = prepared;
  const { document, readings } = draft;
  const own = draftInput(declared, draft);
  // How rare a word is, is told by the case alone: no word of a draft changes what another one finds.
  const index = {
    ...(await withOneMore(prepared.open, own, readTermsWith(reader))),
    rarity: prepared.open.index,
  };
  const from = prepared.open.index.passages.length;
  const wider = withOtherWords(index, from, lists);
  const sentenceOfDraft = createSentenceAt({ passages: wider.passages.slice(from) });
  const plainOfDraft = createSentenceAt({ passages: index.passages.slice(from) });
  const sentenceAt: typeof prepared.sentenceAt = (passage) =>
    passage.documentId === draftId ? sentenceOfDraft(passage) : prepared.sentenceAt(passage);
  const plainAt: typeof prepared.sentenceAt = (passage) =>
    passage.documentId === draftId ? plainOfDraft(passage) : prepared.sentenceAt(passage);
  const claims = {
    index,
    wider,
    lists,
    sentenceAt,
    reader,
    read: (statement: string) => withNames(prepared.readRaw(statement), index.names),
    declared,
    cards,
    from,
    added: addedBy(index, prepared.open.index, from),
    lately: prepared.lately,
  };
  const least =
    options.least ?? Math.max(leastCarriers, Math.ceil(whole.sources * leastCarrierShare));
  const isNoise = await readNoiseTest(own);
  const figures = noteFigures(
    await figuresBeside(prepared.figures, own, { index: wider, from, isNoise }),
    {
      declared,
      sourceOf: (id) => {
        const card = cards.get(id);
        return { id: card?.sourceId ?? id, name: card?.sourceName ?? id };
      },
      index: wider,
      commonShare: prepared.commonShare,
      likeOf: (sentence, plain, names) =>
        prepared.lately.alike(
          alikeKey(claims.added, sentence, plain, names, prepared.open.index.termNames.length),
          () => new Map(),
        ),
      sentenceAt,
      plainAt,
      copiedFrom: prepared.copiedFrom,
    },
  );
  const sides = noteSides(readings, declared, findings.sourcing, whole);
  const notes = [
    ...noteWords(prepared, readings.wording, document.text),
    ...noteClaims(claims, prepared.tellings, figures),
    ...figures,
    ...noteQuotes({ text: document.text, readings }, claims, whole),
    ...sides.notes,
    ...noteMissing(claims, findings.claims, least, prepared.tightened),
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
