import { holdAgainst } from "../compare/draft/check-draft.ts";
import type { DraftQuotes } from "../compare/draft/draft.ts";
import { applyKeeps, type Kept } from "../compare/draft/keep.ts";
import { type PreparedCase, prepareCase } from "../compare/draft/prepare.ts";
import { notRead } from "../document/absence.ts";
import type { Problem } from "../document/document.ts";
import type { DraftFile } from "../ingest/draft.ts";
import type { DraftMark } from "../ingest/marks.ts";
import { type AnalyzedCase, findingsOf } from "./analyze.ts";
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
    draft: DraftFile,
    options?: { readonly least?: number },
  ) => Promise<CheckedDraft>;
};

/** Holds drafts against an analysed case, which is prepared once, when the first one comes. Nothing is kept of them. */
export function createDraftCheck(analyzed: AnalyzedCase): DraftCheckOfCase {
  let prepared: Promise<PreparedCase> | undefined;
  const prepare = () => {
    prepared ??= prepareNow(analyzed);
    return prepared;
  };
  return {
    ready: async () => {
      await prepare();
    },
    check: async ({ document, marks }, options = {}) => {
      const { readable, problems } = withinLimits(document);
      const readings = analyzed.reader()(readable);
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

async function prepareNow(analyzed: AnalyzedCase): Promise<PreparedCase> {
  const { store, lexicon, input } = analyzed;
  const findings = {
    claims: await findingsOf(store, "claims"),
    sourcing: await findingsOf(store, "sourcing"),
    origins: await findingsOf(store, "origins"),
  };
  const reader = analyzed.reader();
  const pause = () => new Promise<void>((resume) => setImmediate(resume));
  return prepareCase({ input, reader, packs: lexicon.packs, lists: lexicon, findings }, pause);
}
