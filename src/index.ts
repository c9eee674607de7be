/** The library's public exports: everything else may change at any time. */
export type { Claim } from "./compare/claims/claims.ts";
export { compareCase, createAskCase } from "./compare/compare.ts";
export { checkDraft } from "./compare/draft/check-draft.ts";
export type { DraftCheck, DraftNote } from "./compare/draft/draft.ts";
export type { FigureGroup } from "./compare/figures/figures.ts";
export type { Findings, Question } from "./compare/findings.ts";
export { type CompareInput, memoryInput, type Row } from "./compare/input.ts";
export type { ReusedText } from "./compare/origins/origins.ts";
export type { SilenceRow } from "./compare/silence/silence.ts";
export type { Sourcing } from "./compare/sourcing/sourcing.ts";
export type { TimelineEvent } from "./compare/timeline/timeline.ts";
export type { Contrast, Wording, WordingRow } from "./compare/wording/wording.ts";
export type { Actor, Case, DocumentCard, Side, Source } from "./document/case.ts";
export type { Document, Problem } from "./document/document.ts";
export { InputError, StoreError } from "./document/errors.ts";
export type { Evidence, Passage, ScoredPassage } from "./document/passage.ts";
export type { Span } from "./document/span.ts";
export { type Lexicon, loadLexicon } from "./lexicon/lexicon.ts";
export {
  type AnalyzedCase,
  type AnalyzeOptions,
  allFindings,
  analyzeCase,
  findingsOf,
} from "./pipeline/analyze.ts";
export { lexiconsFolder } from "./pipeline/root.ts";
export { createReader, type Reader, type ReaderOptions } from "./read/read.ts";
export type { Readings } from "./read/readings.ts";
