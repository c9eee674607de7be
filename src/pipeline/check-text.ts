import type { OpenIndex } from "../compare/claims/passages.ts";
import { holdAgainst } from "../compare/draft/check-draft.ts";
import type { DraftQuotes } from "../compare/draft/draft.ts";
import { applyKeeps, type Kept } from "../compare/draft/keep.ts";
import { type CheckDeps, type PreparedCase, prepareCase } from "../compare/draft/prepare.ts";
import type { CompareInput } from "../compare/input.ts";
import { notRead } from "../document/absence.ts";
import type { Problem } from "../document/document.ts";
import type { DraftFile } from "../ingest/draft.ts";
import type { DraftMark } from "../ingest/marks.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Reader } from "../read/read.ts";
import { withinLimits } from "./limits.ts";

/** What a case says to a draft; `unread` says why it says nothing. */
export type CheckedDraft = { readonly problems: readonly Problem[] } & (
  | { readonly unread: string }
  | { readonly unread: null; readonly kept: Kept<DraftMark>; readonly quotes: DraftQuotes }
);

export type DraftCheckOfCase = {
  /** Prepares the case; a check does so by itself. */
  readonly ready: () => Promise<void>;
  readonly check: (
    draft: Pick<DraftFile, "document" | "marks">,
    options?: { readonly least?: number },
  ) => Promise<CheckedDraft>;
};

/** An analysed case as far as drafts are held against it. */
export type CheckedCase = {
  readonly input: CompareInput;
  readonly lexicon: Lexicon;
  readonly reader: () => Reader;
  readonly findings: () => Promise<CheckDeps["findings"]>;
  /** The index of its passages, where somebody has it. */
  readonly open?: () => Promise<OpenIndex>;
};

/**
 * Holds drafts against an analysed case, which is prepared once, when the first one comes. Nothing is
 * kept of them. `told` is told of the preparing how much of it is done, from 0 to 1.
 */
export function createDraftCheck(
  { input, lexicon, reader, findings, open }: CheckedCase,
  told: (done01: number) => Promise<void> = async () => {},
): DraftCheckOfCase {
  const prepareNow = async () =>
    prepareCase(
      {
        input,
        reader: reader(),
        packs: lexicon.packs,
        lists: lexicon,
        findings: await findings(),
        ...(open ? { open: await open() } : {}),
      },
      told,
    );
  let prepared: Promise<PreparedCase> | undefined;
  const prepare = () => {
    prepared ??= prepareNow();
    return prepared;
  };
  return {
    ready: async () => {
      await prepare();
    },
    check: async ({ document, marks }, options = {}) => {
      const { readable, problems } = withinLimits(document);
      const readings = reader()(readable);
      const unread = notRead(readings.language);
      if (unread !== null) return { problems, unread };
      const { notes, quotes } = await holdAgainst(
        await prepare(),
        { document: readable, readings },
        options,
      );
      return { problems, unread, kept: applyKeeps(notes, marks), quotes };
    },
  };
}
