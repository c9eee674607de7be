import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Claim } from "../../src/compare/claims/claims.ts";
import { createAskCase } from "../../src/compare/compare.ts";
import { shortId } from "../../src/document/ids.ts";
import { analyzeCase } from "../../src/pipeline/analyze.ts";
import type { Evaluation, Metric, Miss } from "../measure.ts";
import { seedDocuments } from "../seeds.ts";
import { shownStance } from "../stances.ts";

const example = fileURLToPath(new URL("../../examples/brenna-strait", import.meta.url));
const war = fileURLToPath(new URL("../../examples/karabakh-2020/case.yaml", import.meta.url));
const judgements = fileURLToPath(new URL("judged.jsonl", import.meta.url));

/** Where a user would put the five texts, by their ids. */
const places: Readonly<Record<string, string>> = {
  "000": "trt-world/2020-10-21.txt",
  "001": "Sputnik/2020-10-12.txt",
  "002": "voices-azerbaijan/2020-10-20.txt",
  "003": "voices-armenia/2020-10-20.txt",
  "004": "voices-other/2021-02-24.txt",
};

/**
 * What a reader thinks of the first passage of one cell: `yes`, it does with the statement what the cell
 * says; `partly`, it says a part of it, or as another's word; `no`, it only shares the topic.
 */
type Judged = {
  /** `shortId("checklist", statement)`. */
  readonly claim: string;
  readonly document: string;
  readonly start: number;
  readonly stance: string;
  readonly says: "yes" | "partly" | "no";
};

/** Of the cells of checklists that say asserts, attributes or denies, how many show a passage that does. */
export const evaluation: Evaluation = {
  name: "shown",
  needs: ["seeds"],
  worst: "The weight is the score of the passage that was shown.",
  kinds: {
    no: "the passage that is shown only shares the topic.",
    partly: "the passage says a part of it, or gives it as another's word.",
    unjudged: "nobody has judged this passage yet.",
    lost: "a passage that a reader takes to say it is no longer shown, nor another that says it.",
  },
  async run(shared) {
    const judged = readFileSync(judgements, "utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Judged);
    const misses: Miss[] = [];
    const folder = mkdtempSync(join(tmpdir(), "parallax-shown-"));
    try {
      for (const { id, text } of seedDocuments(shared)) {
        const path = join(folder, "war", places[id] ?? "");
        mkdirSync(dirname(path), { recursive: true });
        writeFileSync(path, text);
      }
      cpSync(example, join(folder, "strait"), {
        recursive: true,
        filter: (path) => !path.includes(".parallax"),
      });
      const texts = await claimsOf(join(folder, "war"), war);
      const half = (name: string, rest: number) =>
        measure(
          name,
          texts.filter((_, at) => (at >> 1) % 2 === rest),
          judged,
          misses,
        );
      return {
        metrics: [
          ...half("war, seen", 0),
          ...half("war, unseen", 1),
          ...measure("example", await claimsOf(join(folder, "strait")), judged, misses),
        ],
        misses,
      };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

/** The lines of the checklist of a case, asked of its documents; those of the war by their ids. */
async function claimsOf(folder: string, caseFile?: string): Promise<Claim[]> {
  const analyzed = await analyzeCase(folder, {
    environment: {},
    ...(caseFile === undefined ? {} : { caseFile }),
  });
  const ask = await createAskCase(analyzed.input, analyzed.reader());
  const claims = analyzed.input.case.checklist.map((statement) => ask(statement));
  analyzed.close();
  const idOf = new Map(Object.entries(places).map(([id, path]) => [path, id]));
  return claims.map((claim) => ({
    ...claim,
    id: shortId("checklist", claim.statement),
    cells: claim.cells.map((cell) => ({
      ...cell,
      documentId: idOf.get(cell.documentId) ?? cell.documentId,
    })),
  }));
}

function measure(
  name: string,
  claims: readonly Claim[],
  judged: readonly Judged[],
  misses: Miss[],
): Metric[] {
  const judgements = new Map(judged.map((one) => [keyOf(one), one.says]));
  const asked = new Set(claims.map(({ id }) => id));
  const lost = new Map(
    judged
      .filter(({ claim, says }) => says === "yes" && asked.has(claim))
      .map((one) => [`${one.claim}|${one.document}`, one]),
  );
  const sayable = lost.size;
  const counts = { yes: 0, partly: 0, no: 0, unjudged: 0 };
  for (const { id, statement, cells } of claims) {
    for (const cell of cells) {
      const [first] = cell.passages;
      const stance = shownStance(cell);
      if (stance === "omits" || !first) continue;
      const place = { claim: id, document: cell.documentId, start: first.start, stance };
      const kind = judgements.get(keyOf(place)) ?? "unjudged";
      counts[kind]++;
      if (kind === "yes") lost.delete(`${id}|${cell.documentId}`);
      else
        misses.push({
          kind,
          place: `${id} ${stance} in ${cell.documentId} at ${first.start}`,
          detail: `${statement}\n${first.text}`,
          rule: cell.rule,
          weight: first.score,
        });
    }
  }
  for (const { claim, document, start } of lost.values())
    misses.push({
      kind: "lost",
      place: `${claim} in ${document} at ${start}`,
      detail: claims.find(({ id }) => id === claim)?.statement ?? "",
    });
  const all = counts.yes + counts.partly + counts.no;
  return [
    { name: `${name}: says it`, value: all ? counts.yes / all : 0, n: all, target: 0.9 },
    {
      name: `${name}: says at least a part`,
      value: all ? (counts.yes + counts.partly) / all : 0,
      n: all,
    },
    { name: `${name}: judged`, value: all / (all + counts.unjudged), n: all + counts.unjudged },
    { name: `${name}: said and shown`, value: (sayable - lost.size) / sayable, n: sayable },
  ];
}

function keyOf({ claim, document, start, stance }: Omit<Judged, "says">): string {
  return `${claim}|${document}|${start}|${stance}`;
}
