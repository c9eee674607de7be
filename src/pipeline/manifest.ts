import { createRequire } from "node:module";
import type { Findings } from "../compare/findings.ts";
import type { AnalyzedCase } from "./analyze.ts";
import type { MadeFrom } from "./made-from.ts";

/** How a run was made: enough to repeat it. Holds no clock: the same inputs give the same bytes. */
export type Manifest = {
  readonly tool: "parallax";
  readonly version: string;
  readonly schema: 1;
  readonly title: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** The case file and the wording packs, by hash. */
  readonly caseFile: MadeFrom["caseFile"];
  readonly packs: MadeFrom["packs"];
  readonly inputs: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly sizeBytes: number;
  }[];
  readonly counts: Readonly<Record<string, number>>;
  /** What was left out or read with a loss, and why. */
  readonly problems: AnalyzedCase["problems"];
  /** Files written beside the manifest. */
  readonly outputs: readonly string[];
};

export async function manifestOf(
  analyzed: AnalyzedCase,
  findings: Findings,
  outputs: readonly string[] = [],
): Promise<Manifest> {
  const stored = await analyzed.store.documents();
  return {
    tool: "parallax",
    version: analyzed.version,
    schema: 1,
    title: analyzed.case.title,
    versions: { parallax: analyzed.version, ...libraryVersions(readingLibraries) },
    parameters: {
      language: analyzed.case.language ?? "told from each text",
      packs: analyzed.case.packs.join(", ") || "all",
      "declared names": analyzed.readerOptions.names?.length ?? 0,
      "lines of the checklist": analyzed.case.checklist.length,
    },
    ...analyzed.madeFrom,
    inputs: [...stored, ...analyzed.posts.files].map(({ file, sha256, sizeBytes }) => ({
      file,
      sha256,
      sizeBytes,
    })),
    counts: {
      documents: stored.length,
      excerpts: stored.filter(({ completeness }) => completeness === "excerpt").length,
      undated: stored.filter(({ published }) => published === null).length,
      words: stored.reduce((sum, { words }) => sum + words, 0),
      problems: analyzed.problems.length,
      claims: findings.claims.length,
      figures: findings.figures.length,
      wording: findings.wording.rows.length,
      silence: findings.silence.length,
      sourcing: findings.sourcing.rows.length,
      origins: findings.origins.length,
      timeline: findings.timeline.length,
      events: findings.events.length,
      ...postCounts(analyzed),
    },
    problems: analyzed.problems,
    outputs,
  };
}

function postCounts({ posts }: AnalyzedCase): Manifest["counts"] {
  if (posts.files.length === 0) return {};
  return {
    posts: posts.posts,
    "records of posts that were there already": posts.again,
    "posts without a time": posts.withoutTime,
    accounts: posts.accounts,
    "records that could not be made posts": posts.unmapped,
  };
}

/** Libraries whose version can change what is read. */
const readingLibraries = [
  "@mozilla/readability",
  "linkedom",
  "wink-nlp",
  "wink-eng-lite-web-model",
  "eld",
] as const;

/** The versions of these packages, as far as they are found. */
export function libraryVersions(names: readonly string[]): Record<string, string> {
  const require = createRequire(import.meta.url);
  const versions: Record<string, string> = {};
  for (const name of names) {
    const found = require.resolve
      .paths(name)
      ?.map((folder) => `${folder}/${name}/package.json`)
      .find((path) => canRequire(require, path));
    if (found) versions[name] = (require(found) as { version: string }).version;
  }
  return versions;
}

function canRequire(require: NodeJS.Require, path: string): boolean {
  try {
    require.resolve(path);
    return true;
  } catch {
    return false;
  }
}
