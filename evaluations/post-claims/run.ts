import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { analyzeCase, findingsOf } from "../../src/pipeline/analyze.ts";
import { textsThatSay } from "../../src/pipeline/post-claims.ts";
import { type Evaluation, f1, type Metric, type Miss } from "../measure.ts";

/** A post held against a claim of the bundled example, judged by reading both. */
type Pair = {
  /** Worked on, or looked at only in the end. */
  readonly part: "seen" | "unseen";
  readonly claim: string;
  readonly text: string;
  /** Null: it does not say it, however near it comes. */
  readonly does: "asserts" | "attributes" | "denies" | null;
};

const example = fileURLToPath(new URL("../../examples/brenna-strait", import.meta.url));

/** Invented posts, about half of them near misses, each judged for one line of the example's checklist. */
export const evaluation: Evaluation = {
  name: "post-claims",
  needs: [],
  kinds: {
    "said to say": "a post that does not say the claim is shown as saying it",
    "not found": "a post that says the claim is not found",
    stance: "a post that speaks of the claim is said to do something else with it",
  },
  async run() {
    const pairs = readFileSync(new URL("pairs.jsonl", import.meta.url), "utf8")
      .trim()
      .split("\n")
      .map((line) => JSON.parse(line) as Pair);
    const found = await doneBy(pairs);
    const misses: Miss[] = [];
    const metrics = (["seen", "unseen"] as const).flatMap((part): Metric[] => {
      const counts = { hits: 0, found: 0, gold: 0, stances: 0 };
      pairs.forEach((pair, at) => {
        if (pair.part !== part) return;
        const does = found[at] ?? null;
        const miss = (kind: string, detail: string) =>
          misses.push({ kind, place: pair.claim, detail: `${pair.text}\n${detail}`, weight: 1 });
        if (does !== null) counts.found++;
        if (pair.does !== null) counts.gold++;
        if (does !== null && pair.does === null) miss("said to say", does);
        if (does === null && pair.does !== null) miss("not found", pair.does);
        if (does === null || pair.does === null) return;
        counts.hits++;
        if (does === pair.does) counts.stances++;
        else miss("stance", `${does}, not ${pair.does}`);
      });
      const { precision, recall, f1: value } = f1(counts.hits, counts.found, counts.gold);
      return [
        { name: `${part} F1`, value, n: counts.gold, precision, recall },
        { name: `${part} precision`, value: precision, n: counts.found },
        { name: `${part} stance`, value: counts.stances / counts.hits, n: counts.hits },
      ];
    });
    return { metrics, misses };
  },
};

/** What the text of each pair does with its claim. */
async function doneBy(pairs: readonly Pair[]): Promise<(Pair["does"] | undefined)[]> {
  const folder = mkdtempSync(join(tmpdir(), "parallax-post-claims-"));
  try {
    const isNeeded = (path: string) => !/\.parallax|[\\/]posts$/.test(path);
    cpSync(example, folder, { recursive: true, filter: isNeeded });
    const analyzed = await analyzeCase(folder, { environment: process.env });
    const claims = await findingsOf(analyzed.store, "claims");
    const ids = new Map(claims.map(({ id, statement, origin }) => [`${origin} ${statement}`, id]));
    const { say } = await textsThatSay(analyzed, claims);
    const said = say(pairs.map(({ text }) => text));
    analyzed.close();
    return pairs.map(
      ({ claim }, at) =>
        said.find(({ text, claimId }) => text === at && claimId === ids.get(`checklist ${claim}`))
          ?.stance,
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
