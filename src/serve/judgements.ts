import { randomUUID } from "node:crypto";
import { marksOf } from "../compare/judgements/marks.ts";
import { type PresentDocument, placeJudgements } from "../compare/judgements/place.ts";
import {
  createReview,
  type Review,
  type ReviewedCase,
  rejectedOf,
} from "../compare/judgements/reviewed.ts";
import { anchorOf } from "../document/anchor.ts";
import type { Problem } from "../document/document.ts";
import {
  foldLog,
  type Judgement,
  type LogEntry,
  type MarkName,
  markKey,
  type PlacedJudgement,
  type Verdict,
} from "../document/judgement.ts";

/** Where the log is kept, as functions, so that a test needs no file. */
export type JudgementLog = {
  readonly read: () => Promise<{
    readonly entries: readonly LogEntry[];
    readonly problems: readonly Problem[];
  }>;
  readonly append: (entry: LogEntry) => Promise<void>;
  /** The name that was last signed with; null before the first. Nobody's name is proposed. */
  readonly author: () => Promise<string | null>;
  readonly remember: (author: string) => Promise<void>;
};

/** What the page asks to be written down. */
export type Judging = {
  readonly act: Verdict;
  readonly author: string;
  readonly note: string | null;
  readonly mark: MarkName;
};

export type JudgementsView = {
  readonly judgements: readonly PlacedJudgement[];
  readonly problems: readonly Problem[];
  readonly author: string | null;
};

/** The judgements of a served case. */
export type Judgements = {
  readonly all: () => Promise<JudgementsView>;
  /** Null where there is no such mark, or nothing to undo. */
  readonly judge: (judging: Judging) => Promise<Judgement | null>;
  readonly undo: (id: string, author: string) => Promise<LogEntry | null>;
  readonly reviewed: Review;
};

/** A quote is kept up to so many UTF-16 code units: enough to find its place. */
const longestQuote = 1500;

/** Answers what was judged of the findings. They themselves are never changed. */
export function createJudgements(
  log: JudgementLog,
  known: Omit<ReviewedCase, "datesIn"> & {
    readonly presentOf: (documentId: string) => Promise<PresentDocument | null>;
    readonly hashes: () => Promise<ReadonlyMap<string, { readonly sha256: string }>>;
    readonly now: () => string;
  },
): Judgements {
  const { findings, presentOf } = known;
  const datesIn = async (id: string) => (await presentOf(id))?.readings.dates ?? [];
  let reviewed: { readonly key: string; readonly review: Review } | undefined;
  let placed: { readonly key: string; readonly judgements: readonly PlacedJudgement[] } | undefined;
  const all = async (): Promise<JudgementsView> => {
    const { entries, problems } = await log.read();
    const key = JSON.stringify(entries.map(({ id }) => id));
    if (placed?.key !== key) {
      const folded = foldLog(entries);
      const hashes = folded.length > 0 ? await known.hashes() : new Map();
      placed = { key, judgements: await placeJudgements(folded, hashes, findings, presentOf) };
    }
    return { judgements: placed.judgements, problems, author: await log.author() };
  };
  return {
    all,
    judge: async ({ act, author, note, mark }) => {
      const present = await presentOf(mark.documentId);
      const sha256 = (await known.hashes()).get(mark.documentId)?.sha256;
      if (!present || sha256 === undefined) return null;
      const wanted = markKey(mark);
      const found = marksOf(mark.question, { findings, ...present }).find(
        ({ name }) => markKey(name) === wanted,
      );
      if (!found) return null;
      const { start, end, ...name } = found.name;
      const entry: Judgement = {
        id: randomUUID(),
        at: known.now(),
        author,
        act,
        note,
        ...name,
        says: found.says,
        rule: found.rule,
        sha256,
        anchor:
          found.spans.length === 0
            ? null
            : anchorOf(present.text, { start, end: Math.min(end, start + longestQuote) }),
      };
      await log.append(entry);
      await log.remember(author);
      return entry;
    },
    undo: async (id, author) => {
      const { entries } = await log.read();
      if (!foldLog(entries).some((one) => one.id === id)) return null;
      const entry = { id: randomUUID(), at: known.now(), author, act: "undo", undoes: id } as const;
      await log.append(entry);
      await log.remember(author);
      return entry;
    },
    reviewed: async (question) => {
      const { judgements } = await all();
      const key = placed?.key ?? "";
      if (reviewed?.key !== key)
        reviewed = { key, review: createReview({ ...known, datesIn }, rejectedOf(judgements)) };
      return reviewed.review(question);
    },
  };
}
