import type { DraftNote, DraftQuotes } from "../compare/draft/draft.ts";
import type { FigureGroup } from "../compare/figures/figures.ts";
import type { Question } from "../compare/findings.ts";
import type { SilenceRow } from "../compare/silence/silence.ts";
import type { Case, DocumentCard } from "../document/case.ts";
import type { Document, Problem } from "../document/document.ts";
import type { PlacedJudgement } from "../document/judgement.ts";
import type { Span } from "../document/span.ts";
import type { CaseFolder } from "../pipeline/case-folder.ts";
import type { RunState } from "../pipeline/live-case.ts";
import type { Readings } from "../read/readings.ts";

export type { CarriedClaim, CarriedPost, CarryingArticle } from "../compare/claims/carried.ts";
export type { Cell, Claim, Stance } from "../compare/claims/claims.ts";
export type { WhichFirst } from "../compare/claims/which-first.ts";
export type { Backing } from "../compare/draft/draft.ts";
export type { DraftRule } from "../compare/draft/rules.ts";
export type {
  FigureEntry,
  FigureGroup,
  FigureRelation,
  PartsCheck,
} from "../compare/figures/figures.ts";
export type { Findings, Question } from "../compare/findings.ts";
export type {
  Change,
  Copy,
  ReusedText,
  SharedPassage,
} from "../compare/origins/origins.ts";
export type { Absence, SilenceRow } from "../compare/silence/silence.ts";
export type {
  Chain,
  Citation,
  CueFamily,
  Quoted,
  Share,
  ShownShare,
  SideQuotes,
  Sourcing,
  SourcingRow,
} from "../compare/sourcing/sourcing.ts";
export type { EventEntry, TimelineEvent } from "../compare/timeline/timeline.ts";
export type {
  Contrast,
  ContrastWord,
  LabelRow,
  LabelUse,
  SideTotal,
  Wording,
  WordingRow,
} from "../compare/wording/wording.ts";
export type { Declaration, FieldProblem } from "../ingest/case/declaration.ts";
export type { Added } from "../pipeline/add-file.ts";
export type { Pasted, Refusal, SetUpState } from "../pipeline/case-folder.ts";
export type { PileOnRow, PileOnsAnswer } from "../pipeline/case-pile-ons.ts";
export type { ReachAnswer } from "../pipeline/case-reach.ts";
export type { ShownPileOn } from "../pipeline/pile-ons.ts";
export type { ShownCarrier, ShownPhrasing } from "../pipeline/reach.ts";
export type { CaseFileState, Saved, SetUpPreview } from "../pipeline/set-up.ts";
export type { Unmasked } from "../pipeline/unmask.ts";
export type { Attribution } from "../read/attribution/attribution.ts";
export type { Explanations } from "../read/explain.ts";
export type { Explanation } from "../read/explanation.ts";
export type { Readings } from "../read/readings.ts";
export type { Explained } from "../read/rules.ts";
export type {
  AccountDetail,
  AgainstAnswer,
  EdgeEvidence,
  GroupDetail,
  GroupRow,
  NamedBurst,
  NamedCandidate,
  NamedCounter,
  SharedAct,
  SpreadAnswer,
} from "../spread/answer.ts";
export type { Picture } from "../spread/graph/picture.ts";
export type { ReachOn } from "../spread/reach/reach.ts";
export type { SpreadEdge } from "../spread/spread.ts";
export type { Sweep } from "../spread/sweep/sweep.ts";
export type { PostObject } from "../store/posts/post-actions.ts";
export type { MostCarried } from "../store/posts/reach-posts.ts";
export type { Unmasking } from "../store/unmaskings.ts";
export type { App } from "./app.ts";
export type { ClaimBeside, ClaimsBeside, Counterpart } from "./beside.ts";
export type { ClaimView, CopiedCarrier, FirstAppearance, QuietSource } from "./claim-view.ts";
export type { Concordance, ConcordanceLine, ConcordanceSort } from "./concordance.ts";
export type { KeptReport } from "./deps.ts";
export type { ClaimRow, ClaimSort } from "./lists/claims.ts";
export type { FigureRow, FigureRowEntry } from "./lists/figures.ts";
export type { ValueRow } from "./lists/list.ts";
export type { ListName, RowOf } from "./lists/lists.ts";
export type { CopyRow, ReusedRow } from "./lists/origins.ts";
export type { AbsenceRow, SilenceListRow } from "./lists/silence.ts";
export type { EventRow } from "./lists/timeline.ts";
export type { Facets, Lean, Page } from "./paged.ts";
export type { QuotedCell, QuotedName, QuotingSource, WhoQuotesWhom } from "./quotes.ts";

/** How far the case is with being analysed, and what the last run did while it was served. */
export type RunView = RunState & {
  readonly done: {
    /** Documents that were read, and that left the case. */
    readonly read: number;
    readonly removed: number;
    readonly compared: boolean;
    readonly before: Counts;
    readonly after: Counts;
  } | null;
};

/** How the run was made: enough to repeat it. Versions by name, parameters by name. */
export type ManifestView = {
  readonly version: string;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
};

/** What the workbench needs to know before any question is put. */
export type Overview = Pick<Case, "title" | "language" | "sides" | "sources" | "checklist"> & {
  readonly documents: readonly DocumentCard[];
  readonly problems: readonly Problem[];
  readonly counts: Counts;
  /** Null where the case holds no posts. */
  readonly posts: PostsView | null;
  readonly telling: Telling;
  readonly home: Home;
  readonly manifest: ManifestView;
};

/** The case as the page has it: the first problems, and how many there are. */
export type CaseHead = Overview & { readonly problemCount: number };

/** What of the case's folder can be changed, and how large a file may be, in bytes. */
export type FolderView = Pick<CaseFolder, "path" | "refusal" | "setUpRefusal"> & {
  readonly mostBytes: { readonly document: number; readonly posts: number };
};

/** The posts of a case, counted. */
export type PostsView = {
  readonly posts: number;
  readonly accounts: number;
  readonly files: number;
  /** Records that could not be made posts. */
  readonly unmapped: number;
  /** Of records of one post those after the first. */
  readonly again: number;
  readonly withoutTime: number;
};

/** The disagreement at a glance. Sides by id, in the order in which they are shown. */
export type Home = {
  /** Claims by who carries them (`carriedBy`), each in one part; parts without claims are left out. */
  readonly shape: readonly { readonly carried: string; readonly claims: number }[];
  /** The quantities in conflict that most documents give. */
  readonly figures: readonly (Pick<
    FigureGroup,
    "id" | "what" | "unit" | "place" | "edtf" | "documents"
  > & {
    readonly values: readonly { readonly value: number; readonly documents: number }[];
  })[];
  /** Things that sides call differently in their own words: of each side its first label, and of how many uses. */
  readonly words: readonly {
    readonly id: string;
    readonly concept: string;
    readonly sides: readonly {
      readonly side: string;
      readonly label: string;
      readonly uses: number;
      readonly all: number;
    }[];
  }[];
  /** Claims on which sources of a side are silent; null: the unaligned. */
  readonly silence: readonly { readonly absentSide: string | null; readonly claims: number }[];
  /** Documents of which not everything can be said. */
  readonly open: {
    readonly excerpts: number;
    readonly foreign: number;
    readonly undated: number;
  };
};

/** The most telling answer of three kinds, each null where there is none. Sources by id. */
export type Telling = {
  readonly claim: {
    readonly id: string;
    readonly statement: string;
    readonly asserts: readonly string[];
    readonly attributes: readonly string[];
    readonly denies: readonly string[];
  } | null;
  readonly figure:
    | (Pick<FigureGroup, "id" | "what" | "unit" | "place" | "edtf" | "documents"> & {
        /** The different numbers that are given, ascending. */
        readonly values: readonly number[];
      })
    | null;
  readonly silence:
    | (Pick<SilenceRow, "id" | "statement" | "carriedBySide" | "carriedBy" | "absentSide"> & {
        readonly silent: readonly string[];
      })
    | null;
};

export type Counts = {
  readonly documents: number;
  readonly sources: number;
  readonly words: number;
  readonly contestedClaims: number;
  readonly conflictingFigures: number;
  /** Rows per question. */
  readonly questions: Readonly<Record<Question, number>>;
};

/** One document with its text and everything that was read from it. */
export type DocumentView = Pick<
  Document,
  "sha256" | "sizeBytes" | "format" | "url" | "author" | "publishedFrom" | "text"
> & {
  readonly card: DocumentCard;
  readonly readings: Readings;
  /** When its file was last written, an instant: mostly when it was saved. Absent where not known. */
  readonly savedAt?: string;
};

/** What the front page says of the answers, as reviewed. */
export type ReviewedHead = Pick<CaseHead, "counts" | "telling" | "home">;

/** A page of the judgements that hold, in order of time. */
export type JudgementsPage = {
  readonly judgements: readonly PlacedJudgement[];
  /** Broken lines of the log, on the first page. */
  readonly problems: readonly Problem[];
  /** The name that was last signed with; null where nobody has signed here yet. */
  readonly author: string | null;
  readonly total: number;
  /** The next page; null for the last. */
  readonly next: number | null;
};

/** A draft as it is sent with each question. */
export type DraftText = { readonly text: string; readonly format: "markdown" | "text" };

/** A file's text, to go on writing in. */
export type DraftOpened = DraftText & { readonly name: string };

/** A note in the margin of a draft. */
export type DraftNoteView = Pick<
  DraftNote,
  "id" | "rule" | "span" | "subject" | "reason" | "absence"
> & {
  /** Different for each note of an answer, and mostly the same in the next one. */
  readonly key: string;
  /** How many passages stand behind it. */
  readonly passages: number;
  /** The rule as a mark that keeps the note names it, and where in the text the mark is put. */
  readonly keep: { readonly rule: string; readonly at: number };
  /** The writer's reason for keeping it; null where it is not kept. */
  readonly keptBecause: string | null;
};

/** What a case says to a draft. Notes in the order of the draft, those on the whole last. */
export type DraftAnswer = {
  readonly notes: readonly DraftNoteView[];
  /** Notes that are not among them. */
  readonly more: number;
  readonly marks: readonly {
    /** Null where it stands beside the text. */
    readonly at: Span | null;
    readonly line: number;
    readonly rule: string;
    readonly reason: string;
    /** Ids of the notes that it keeps. */
    readonly notes: readonly string[];
    /** Why it keeps nothing; null where it does. */
    readonly problem: string | null;
  }[];
  readonly quotes: DraftQuotes;
  readonly problems: readonly Failure[];
};

/** What went wrong and what the user can do about it: the body of every answer that is not 2xx. */
export type Failure = { readonly message: string; readonly mend: string };
