import { join } from "node:path";
import type { ShownAccount, ShownPost } from "../document/mask.ts";
import type { Explored } from "../pipeline/spread.ts";
import { evidenceRows, shownActions } from "../pipeline/spread-evidence.ts";
import { type MadeOf, spreadManifestOf } from "../pipeline/spread-manifest.ts";
import { shownRemovedPairs } from "../pipeline/spread-removed.ts";
import { renderEdges } from "../report/edges.ts";
import { renderGexf } from "../report/spread/gexf.ts";
import { renderGraphml } from "../report/spread/graphml.ts";
import { renderSpreadJson, type SpreadAnswer } from "../report/spread/json.ts";
import {
  renderActions,
  renderEvidence,
  renderGroups,
  renderRemoved,
} from "../report/spread/tables.ts";
import type { Evidence } from "../spread/evidence/evidence.ts";
import { graphOf, isDrawn } from "../spread/graph/graph.ts";
import type { Engine } from "../store/actions/engine.ts";
import { writeLines } from "./write-lines.ts";

/** What the files of a run are made from. */
export type Shown = {
  readonly engine: Engine;
  readonly explored: Explored;
  readonly answer: SpreadAnswer;
  readonly evidence: Evidence | null;
  readonly account: ShownAccount;
  readonly post: ShownPost;
};

/** Writes all that a run found into a folder, one file after the other, the manifest last. */
export async function writeSpreadFolder(
  folder: string,
  { engine, explored, answer, evidence, account, post }: Shown,
  made: Omit<MadeOf, "outputs" | "excluded">,
): Promise<readonly string[]> {
  const { spread } = answer;
  const graph = graphOf(spread, evidence?.spells ?? []);
  const files: Record<string, Iterable<string> | AsyncIterable<string>> = {
    "edges.csv": renderEdges(spread.edges, answer.shift?.chances),
    "groups.csv": renderGroups(spread.groups, graph, answer.groupPosts),
    "evidence.csv": renderEvidence(evidenceRows(engine, explored, post)),
    "graph.gexf": renderGexf(graph),
    "graph.graphml": renderGraphml(graph),
    "actions.csv": renderActions(shownActions(engine, account, post, explored.showObject)),
    ...(answer.removed
      ? { "removed.csv": renderRemoved(shownRemovedPairs(engine, account), answer.removed.list) }
      : {}),
    "spread.json": renderSpreadJson(answer),
  };
  for (const [name, lines] of Object.entries(files)) await writeLines(join(folder, name), lines);
  const outputs = Object.keys(files);
  const manifest = await spreadManifestOf(engine, { ...made, outputs, excluded: leftOut(answer) });
  await writeLines(join(folder, "manifest.json"), [`${JSON.stringify(manifest, null, 2)}\n`]);
  return [...outputs, "manifest.json"];
}

/** What of the findings is not in the files, and why. */
function leftOut({ spread, evidence, sweep, removed }: SpreadAnswer): MadeOf["excluded"] {
  return [
    {
      what: "pairs of posts behind edges, from evidence.csv",
      count: evidence ? evidence.meetings - evidence.told : 0,
      why: `each pair of accounts is told with its first ${evidence?.mostPerEdge ?? 0}`,
    },
    {
      what: "edges, from the graph and evidence.csv",
      count: spread.edges.filter((edge) => !isDrawn(edge)).length,
      why: "they are not beyond chance",
    },
    {
      what: "windows of the sweep",
      count: sweep?.leftOut.length ?? 0,
      why: "the sweep in spread.json tells why of each",
    },
    {
      what: "rows of the list of removed accounts",
      count: removed?.unusable ?? 0,
      why: "they name no account",
    },
    {
      what: "accounts of the list, from spread.json",
      count: removed ? removed.found - removed.accounts.length : 0,
      why: "those with the most posts are told; removed.csv has all that addressed others",
    },
  ];
}
