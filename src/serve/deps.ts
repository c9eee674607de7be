import type { CarriedClaim } from "../compare/claims/carried.ts";
import type { Claim } from "../compare/claims/claims.ts";
import type { Findings, Question } from "../compare/findings.ts";
import type { Places } from "../compare/wording/places.ts";
import type { Chosen } from "../document/chosen.ts";
import type { CaseFolder } from "../pipeline/case-folder.ts";
import type { CasePileOns } from "../pipeline/case-pile-ons.ts";
import type { CaseReach } from "../pipeline/case-reach.ts";
import type { Unmasked } from "../pipeline/unmask.ts";
import type { Explanations } from "../read/explain.ts";
import type { CaseSpread } from "../spread/answer.ts";
import type { Unmasking } from "../store/unmaskings.ts";
import type { Asset } from "./assets.ts";
import type { ClaimsBeside } from "./beside.ts";
import type { DraftDeps } from "./draft.ts";
import type { Judgements } from "./judgements.ts";
import type { DocumentView, Overview, RunView } from "./types.ts";

/**
 * What the workbench asks for. Plain functions, so that a test needs no store. All answers are of
 * one analysis: when the case is analysed again, the application is made anew with new ones.
 */
export type Deps = {
  /** A secret of this start, without which nothing is changed: only the page itself is told it. */
  readonly token: string;
  readonly live: Live;
  /** What may be changed in the case's folder. */
  readonly folder: CaseFolder;
  readonly overview: () => Promise<Overview>;
  readonly findings: <Q extends Question>(question: Q) => Promise<Findings[Q]>;
  /** Every place where a label, or a word that one side uses more, is used. */
  readonly places: () => Promise<readonly Places[]>;
  /** The kept texts of documents by id; those that the case has. */
  readonly texts: (ids: readonly string[]) => Promise<ReadonlyMap<string, string>>;
  /** Null when the case has no such document. */
  readonly document: (id: string) => Promise<DocumentView | null>;
  /** Why each reading of a document was made; null when the case has no such document. */
  readonly explanations: (id: string) => Promise<Explanations | null>;
  /** The claims that a document carries, with what others say of them; pages count from 0. */
  readonly claimsBeside: (id: string, page: number) => Promise<ClaimsBeside>;
  readonly judgements: Judgements;
  /** Null when the case has no posts. */
  readonly spread: CaseSpread | null;
  readonly report: CaseReport;
  readonly reach: CaseReach | null;
  readonly pileOns: CasePileOns | null;
  /** Shows one account by its name, for a reason that is logged in the case. */
  readonly unmasking: {
    readonly unmask: (account: string, reason: string) => Promise<Unmasked>;
    readonly log: () => Promise<readonly Unmasking[]>;
  } | null;
  /** Who carried a claim in posts, and a page of them; null where no such claim is kept, or there are no posts. */
  readonly carried: (claimId: string, from: number) => Promise<CarriedClaim | null>;
  readonly draft: DraftDeps;
  readonly ask: (statement: string) => Promise<Claim>;
  /** A file of the built workbench; null when there is none at that path. */
  readonly asset: (path: string) => Promise<Asset | null>;
};

/** The report that the user puts together. */
export type CaseReport = {
  readonly read: () => Promise<KeptReport>;
  /** Puts what stands at an address at the end, once; null where nothing does that a report can show. */
  readonly add: (address: string) => Promise<KeptReport | null>;
  /** Null where it is no longer at that revision. */
  readonly replace: (chosen: Chosen, revision: string) => Promise<KeptReport | null>;
  /** The page, whole. */
  readonly page: () => Promise<string>;
};

/** `revision` changes with every change. */
export type KeptReport = { readonly chosen: Chosen; readonly revision: string };

/** The case as it is served: it can be analysed again, and then other answers take the place of these. */
export type Live = {
  /** The run of which the answers are that stand beside this. */
  readonly run: number;
  /** How far it is with a run, and what the last one changed. */
  readonly state: () => RunView;
  /** Has the case analysed again; answers at once. */
  readonly again: () => void;
};
