import type { DocumentCard } from "../../document/case.ts";
import { byMark, type PlacedJudgement, standingOf } from "../../document/judgement.ts";
import { eventOfDocuments } from "../events/find-events.ts";
import type { Findings, Question } from "../findings.ts";
import type { CompareInput } from "../input.ts";
import type { SourcingWords } from "../sourcing/sides.ts";
import { type Rejected, reviewClaims, reviewFigures, reviewWording } from "./review.ts";
import { reviewOrigins } from "./review-origins.ts";
import { reviewSilence } from "./review-silence.ts";
import { reviewSourcing } from "./review-sourcing.ts";
import { type DatesIn, reviewTimeline } from "./review-timeline.ts";

/** The answers as reviewed, question by question: each is worked out when it is first asked for. */
export type Review = <Q extends Question>(question: Q) => Promise<Findings[Q]>;

/** What a review is worked out from: the findings as found, and the readings behind them. */
export type ReviewedCase = {
  readonly findings: Findings;
  readonly documents: readonly DocumentCard[];
  readonly datesIn: DatesIn;
  readonly input: CompareInput;
  readonly words: SourcingWords | null;
};

/** The marks that somebody rejected and nobody confirmed. */
export function rejectedOf(judgements: readonly PlacedJudgement[]): Rejected {
  const rejected = new Map<string, { readonly says: string }>();
  for (const [mark, own] of byMark(judgements))
    if (standingOf(own) === "reject" && own[0]) rejected.set(mark, { says: own[0].says });
  return rejected;
}

/** Makes the answers without the marks that were rejected. What was found is not changed. */
export function createReview(known: ReviewedCase, rejected: Rejected): Review {
  const { findings, documents } = known;
  if (rejected.size === 0) return async (question) => findings[question];
  const made = new Map<Question, unknown>();
  const makers: { readonly [Q in Question]: () => Promise<Findings[Q]> } = {
    claims: async () => reviewClaims(findings.claims, rejected, documents),
    figures: async () => reviewFigures(findings.figures, rejected),
    wording: async () => reviewWording(findings.wording, rejected),
    silence: async () =>
      reviewSilence(
        findings.silence,
        { found: findings.claims, reviewed: await review("claims") },
        documents,
        eventOfDocuments(findings.events),
      ),
    sourcing: async () =>
      reviewSourcing(findings.sourcing, rejected, {
        ...known,
        claims: await review("claims"),
        origins: findings.origins,
      }),
    origins: async () => reviewOrigins(findings.origins, rejected, documents),
    timeline: () => reviewTimeline(findings.timeline, rejected, known.datesIn),
  };
  const review = <Q extends Question>(question: Q): Promise<Findings[Q]> => {
    const answer = made.get(question) ?? makers[question]();
    made.set(question, answer);
    return answer as Promise<Findings[Q]>;
  };
  return review;
}

/** All answers as reviewed. */
export async function reviewedFindings(
  review: Review,
  { events }: Pick<Findings, "events">,
): Promise<Findings> {
  return {
    claims: await review("claims"),
    figures: await review("figures"),
    wording: await review("wording"),
    silence: await review("silence"),
    sourcing: await review("sourcing"),
    origins: await review("origins"),
    timeline: await review("timeline"),
    events,
  };
}
