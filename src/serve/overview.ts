import type { Findings } from "../compare/findings.ts";
import type { Case, DocumentCard, Side } from "../document/case.ts";
import type { Problem } from "../document/document.ts";
import type { CasePosts } from "../pipeline/import-posts.ts";
import { homeOf } from "./home.ts";
import { tellingOf } from "./telling.ts";
import type { ManifestView, Overview } from "./types.ts";

/** Puts together what the workbench shows first; sides are ordered by name, documents by id. */
export function overviewOf(run: {
  case: Case;
  documents: readonly DocumentCard[];
  problems: readonly Problem[];
  findings: Findings;
  manifest: ManifestView;
  posts?: CasePosts;
}): Overview {
  const sides = [...run.case.sides].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  return {
    title: run.case.title,
    language: run.case.language,
    sides,
    sources: run.case.sources,
    checklist: run.case.checklist,
    documents: [...run.documents].sort((a, b) => compare(a.id, b.id)),
    problems: run.problems,
    posts: run.posts && run.posts.files.length > 0 ? postsOf(run.posts) : null,
    manifest: { version: run.manifest.version, parameters: run.manifest.parameters },
    ...answersOf(run.findings, run.documents, sides),
  };
}

/** What the front page says of the answers. Sides come in the order in which they are shown. */
export function answersOf(
  findings: Findings,
  documents: readonly DocumentCard[],
  sides: readonly Side[],
): Pick<Overview, "counts" | "telling" | "home"> {
  const { claims, figures, wording, silence, sourcing, origins, timeline } = findings;
  const sourceIds = new Set(documents.map((document) => document.sourceId));
  return {
    counts: {
      documents: documents.length,
      sources: sourceIds.size,
      words: documents.reduce((sum, document) => sum + document.words, 0),
      contestedClaims: claims.filter((claim) => claim.contested).length,
      conflictingFigures: figures.filter((group) => group.relation === "conflict").length,
      questions: {
        claims: claims.length,
        figures: figures.length,
        wording: wording.rows.length,
        silence: silence.length,
        sourcing: sourcing.rows.length,
        origins: origins.length,
        timeline: timeline.length,
      },
    },
    telling: tellingOf(findings, documents),
    home: homeOf(findings, documents, sides),
  };
}

function postsOf({ posts, accounts, files, unmapped, again, withoutTime }: CasePosts) {
  return { posts, accounts, files: files.length, unmapped, again, withoutTime };
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
