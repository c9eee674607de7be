import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Problem } from "../document/document.ts";
import type { Spread } from "../spread/spread.ts";
import { countActions } from "../store/actions/count-actions.ts";
import type { Engine } from "../store/actions/engine.ts";
import type { Loaded } from "./load-posts.ts";
import { libraryVersions } from "./manifest.ts";
import { packageVersion } from "./root.ts";

/** How a run of `spread` was made: enough to repeat it. Holds no clock. */
export type SpreadManifest = {
  readonly tool: "parallax";
  readonly version: string;
  readonly schema: 1;
  readonly versions: Readonly<Record<string, string>>;
  readonly parameters: Readonly<Record<string, string | number | boolean>>;
  /** Whether accounts were un-masked: "as-given" where they were. */
  readonly accounts: "masked" | "as-given";
  readonly inputs: readonly {
    readonly file: string;
    readonly sha256: string;
    readonly sizeBytes: number;
    /** Posts or actions, or a list of removed accounts. */
    readonly role: "posts" | "list";
  }[];
  readonly counts: Readonly<Record<string, number>>;
  /** What was left out, and why. */
  readonly excluded: readonly {
    readonly what: string;
    readonly count: number;
    readonly why: string;
  }[];
  /** The first ones; `excluded` counts all. */
  readonly problems: readonly Problem[];
  readonly outputs: readonly string[];
};

export type MadeOf = {
  readonly files: readonly string[];
  readonly list: string | null;
  readonly loaded: Loaded;
  readonly spread: Spread;
  readonly accounts: "masked" | "as-given";
  /** What else was asked: the sweep, another null model. */
  readonly parameters: SpreadManifest["parameters"];
  /** What else was left out. */
  readonly excluded: SpreadManifest["excluded"];
  readonly outputs: readonly string[];
};

/** Libraries whose version can change what is found. */
const libraries = ["@duckdb/node-api", "graphology", "graphology-communities-louvain"] as const;

export async function spreadManifestOf(
  { connection }: Engine,
  { files, list, loaded, spread, accounts, parameters, excluded, outputs }: MadeOf,
): Promise<SpreadManifest> {
  const version = packageVersion();
  const { options, counts } = spread;
  const actions = await countActions(connection, options.minParticipation);
  const { posts } = loaded;
  return {
    tool: "parallax",
    version,
    schema: 1,
    versions: { parallax: version, node: process.versions.node, ...libraryVersions(libraries) },
    parameters: { on: loaded.on, ...options, ...parameters },
    accounts,
    inputs: [
      ...(await Promise.all(files.map((file) => inputOf(file, "posts")))),
      ...(list === null ? [] : [await inputOf(list, "list")]),
    ],
    counts: {
      ...(posts ? { posts: posts.posts, "posts on an object": posts.acting } : {}),
      actions: actions.actions,
      accounts: actions.accounts,
      "actions compared": counts.rows,
      "accounts compared": counts.accounts,
      objects: counts.objects,
      "pairs of actions": spread.pairs,
      edges: spread.edges.length,
      groups: spread.groups.length,
    },
    excluded: [
      { what: "records", count: loaded.unusable, why: "they could not be used; see problems" },
      { what: "records of posts", count: posts?.again ?? 0, why: "the post was there already" },
      { what: "posts", count: posts?.withoutTime ?? 0, why: "they tell no time" },
      {
        what: "posts",
        count: posts ? posts.posts - posts.acting : 0,
        why: `they tell no time or act on nothing of the kind: ${loaded.on}`,
      },
      {
        what: "accounts",
        count: actions.seldomAccounts,
        why: `they act fewer than ${options.minParticipation} times (minParticipation)`,
      },
      { what: "actions", count: actions.seldomActions, why: "of accounts that act too seldom" },
      { what: "actions", count: actions.onThemselves, why: "the post is its own object" },
      ...excluded,
    ].filter(({ count }) => count > 0),
    problems: loaded.problems.map((problem) => ({ ...problem, file: basename(problem.file) })),
    outputs,
  };
}

async function inputOf(
  path: string,
  role: "posts" | "list",
): Promise<SpreadManifest["inputs"][number]> {
  const hash = createHash("sha256");
  let sizeBytes = 0;
  for await (const piece of createReadStream(path)) {
    hash.update(piece as Buffer);
    sizeBytes += (piece as Buffer).length;
  }
  return { file: basename(path), sha256: hash.digest("hex"), sizeBytes, role };
}
