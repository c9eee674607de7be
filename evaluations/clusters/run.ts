import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { clusterPassages } from "../../src/compare/claims/cluster.ts";
import { indexPassages, type PassageIndex } from "../../src/compare/claims/passages.ts";
import { readTermsWith } from "../../src/compare/claims/statement.ts";
import { memoryInput } from "../../src/compare/input.ts";
import { documentOf } from "../../src/document/document-of.ts";
import { analyzeCase } from "../../src/pipeline/analyze.ts";
import { readSet } from "../compressed.ts";
import type { Evaluation, Metric, Miss } from "../measure.ts";
import { readingsOf, sharedReader } from "../reading.ts";
import { noCase, seedCard } from "../seed-case.ts";

const reportsFile = join("data", "same-event", "fa-kes-dev.jsonl.gz");
const example = fileURLToPath(new URL("../../examples/brenna-strait", import.meta.url));
const statements = fileURLToPath(new URL("../example/gold.json", import.meta.url));
const judgements = fileURLToPath(new URL("pairs.jsonl", import.meta.url));
/** The first groups of reports are read as one case: different events that share places and parties. */
const groups = 20;

/** Two passages, each as document id and start, and whether a reader takes them for one claim, with whatever stance. */
type Judged = {
  readonly a: readonly [document: string, start: number];
  readonly b: readonly [document: string, start: number];
  readonly same: boolean;
};
type Statement = { readonly passages: Readonly<Record<string, readonly string[]>> };

/** Of the passages of each found cluster, how many say the same as its central one. */
export const evaluation: Evaluation = {
  name: "clusters",
  needs: [reportsFile],
  worst: "The weight is how alike the two passages were found.",
  kinds: {
    other: "a reader takes the two passages for different claims.",
    unjudged: "nobody has judged the two passages yet.",
    apart: "two passages of one statement of the example's gold are in no common cluster.",
  },
  async run(shared) {
    const judged = new Map(
      (existsSync(judgements) ? readFileSync(judgements, "utf8").split("\n") : [])
        .filter((line) => line !== "")
        .map((line) => JSON.parse(line) as Judged)
        .map(({ a, b, same }) => [keyOf(a.join("|"), b.join("|")), same]),
    );
    const misses: Miss[] = [];
    const { index, texts } = await exampleIndex();
    const found = score(index, judged, misses);
    const reports = score(await reportsIndex(shared), judged, misses);
    return {
      metrics: [
        ...metricsOf("example", found),
        ...metricsOf("reports", reports),
        joinedOf(index, texts, misses),
      ],
      misses,
    };
  },
};

type Score = { clusters: number; right: number; judged: number; unjudged: number };

function metricsOf(name: string, { right, judged, unjudged }: Score): Metric[] {
  return [
    { name: `${name}: same claim`, value: judged ? right / judged : 0, n: judged, target: 0.85 },
    { name: `${name}: judged`, value: judged / (judged + unjudged), n: judged + unjudged },
  ];
}

function score(index: PassageIndex, judged: ReadonlyMap<string, boolean>, misses: Miss[]): Score {
  const sum = { clusters: 0, right: 0, judged: 0, unjudged: 0 };
  for (const { members, scores } of clusterPassages(index)) {
    sum.clusters++;
    const [centre = -1] = members;
    members.slice(1).forEach((member, at) => {
      const same = judged.get(keyOf(placeOf(index, centre), placeOf(index, member)));
      if (same === undefined) sum.unjudged++;
      else sum.judged++;
      if (same) sum.right++;
      else
        misses.push({
          kind: same === undefined ? "unjudged" : "other",
          place: `${placeOf(index, centre)} ~ ${placeOf(index, member)}`,
          detail: `${index.passages[centre]?.text}\n${index.passages[member]?.text}`,
          weight: scores[at + 1] ?? 0,
        });
    });
  }
  return sum;
}

function placeOf(index: PassageIndex, passage: number): string {
  const { documentId, start } = index.passages[passage] ?? { documentId: "", start: 0 };
  return `${documentId}|${start}`;
}

function keyOf(a: string, b: string): string {
  return a < b ? `${a}~${b}` : `${b}~${a}`;
}

/** Of the documents that carry a statement of the example's gold, how many the best cluster for it joins. */
function joinedOf(index: PassageIndex, texts: ReadonlyMap<string, string>, misses: Miss[]): Metric {
  const clusterOf = new Map<number, number>();
  clusterPassages(index).forEach(({ members }, cluster) => {
    for (const member of members) clusterOf.set(member, cluster);
  });
  let joined = 0;
  let all = 0;
  for (const { passages } of JSON.parse(readFileSync(statements, "utf8")) as Statement[]) {
    const documents = Object.entries(passages);
    if (documents.length < 2) continue;
    const counts = new Map<number, Set<string>>();
    for (const [document, quotes] of documents) {
      for (const quote of quotes) {
        const start = (texts.get(document) ?? "").indexOf(quote);
        const at = index.passages.findIndex(
          (one) => one.documentId === document && one.start <= start && start < one.end,
        );
        const cluster = clusterOf.get(at);
        if (cluster !== undefined)
          counts.set(cluster, (counts.get(cluster) ?? new Set()).add(document));
      }
    }
    const best = Math.max(0, ...[...counts.values()].map(({ size }) => size));
    joined += best;
    all += documents.length;
    if (best < documents.length)
      misses.push({
        kind: "apart",
        place: `${best} of ${documents.length}`,
        detail: documents.map(([document, quotes]) => `${document}: ${quotes[0]}`).join("\n"),
      });
  }
  return { name: "example: passages of a statement joined", value: joined / all, n: all };
}

async function exampleIndex(): Promise<{
  readonly index: PassageIndex;
  readonly texts: ReadonlyMap<string, string>;
}> {
  const folder = mkdtempSync(join(tmpdir(), "parallax-clusters-"));
  try {
    cpSync(example, folder, { recursive: true, filter: (path) => !path.includes(".parallax") });
    const analyzed = await analyzeCase(folder, { environment: process.env });
    const index = await indexPassages(analyzed.input, readTermsWith(analyzed.reader()));
    const texts = await analyzed.store.texts();
    analyzed.close();
    return { index, texts };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

type Report = { readonly id: string; readonly text: string };

async function reportsIndex(shared: string): Promise<PassageIndex> {
  const sets = readSet<{ readonly docs: readonly Report[] }>(shared, reportsFile);
  const documents = sets.slice(0, groups).flatMap(({ docs }) =>
    docs.map(({ id, text }) => {
      const document = documentOf(text, { id });
      const readings = readingsOf(document);
      return { card: seedCard(document, readings), text, readings };
    }),
  );
  return indexPassages(memoryInput(noCase, documents), readTermsWith(sharedReader()));
}
