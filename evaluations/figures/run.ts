import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { overlaps } from "../../src/document/span.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import type { Figure } from "../../src/read/figures/figures.ts";
import { createReader } from "../../src/read/read.ts";
import { type Evaluation, f1, type Miss } from "../measure.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldFigure = {
  doc: string;
  quote: string;
  value: number;
  qualifier: string;
  attributed_to: string;
  part_of: number | null;
};

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");

/** Figures of the seeds: right when the gold quote overlaps and the values are equal. */
export const evaluation: Evaluation = {
  name: "figures",
  needs: ["gold/figures.jsonl", "seeds"],
  async run(shared) {
    const read = createReader(loadLexicon(join(root, "lexicons")));
    const gold = goldRecords<GoldFigure>(shared, "figures");
    const misses: Miss[] = [];
    const right = { qualifier: 0, attribution: 0, partOf: 0 };
    let hits = 0;
    let found = 0;
    for (const document of seedDocuments(shared)) {
      const { figures } = read(document);
      const used = new Set<number>();
      found += figures.length;
      for (const wanted of gold.filter(({ doc }) => doc === document.id)) {
        const span = findQuote(document.text, wanted.quote);
        const match = figures.findIndex(
          (figure, index) =>
            !used.has(index) && span && overlaps(figure, span) && figure.value === wanted.value,
        );
        const figure = figures[match];
        const miss = (kind: string, detail: string) =>
          misses.push({ kind, place: document.id, detail: `"${wanted.quote}": ${detail}` });
        if (!figure) {
          miss("missed", String(wanted.value));
          continue;
        }
        hits++;
        used.add(match);
        if ((figure.qualifier ?? "") === wanted.qualifier) right.qualifier++;
        else miss("qualifier", `${figure.qualifier} for ${wanted.qualifier || "none"}`);
        if (sameSource(figure.attributedTo ?? "", wanted.attributed_to)) right.attribution++;
        else
          miss("attribution", `${figure.attributedTo} for ${wanted.attributed_to || "own voice"}`);
        if (figure.partOf === wanted.part_of) right.partOf++;
        else miss("part", `${figure.partOf} for ${wanted.part_of}`);
      }
      figures.forEach((figure, index) => {
        if (!used.has(index))
          misses.push({
            kind: "not in gold",
            place: document.id,
            detail: show(document.text, figure),
          });
      });
    }
    const score = f1(hits, found, gold.length);
    const share = (count: number) => ({ value: hits ? count / hits : 0, n: hits });
    return {
      metrics: [
        {
          name: "f1",
          value: score.f1,
          n: gold.length,
          precision: score.precision,
          recall: score.recall,
          target: 0.9,
        },
        { name: "qualifier", ...share(right.qualifier), target: 0.95 },
        { name: "attribution", ...share(right.attribution), target: 0.85 },
        { name: "part of", ...share(right.partOf) },
      ],
      misses,
    };
  },
};

/** Both in own voice, or one name holds the other. */
function sameSource(a: string, b: string): boolean {
  const [one, other] = [a.toLowerCase(), b.toLowerCase()];
  if (one === "" || other === "") return one === other;
  return one.includes(other) || other.includes(one);
}

function show(text: string, figure: Figure): string {
  const around = text.slice(Math.max(0, figure.start - 40), figure.end + 40).replace(/\s+/g, " ");
  return `${figure.value ?? figure.range?.join("–")} ${figure.unit} (${figure.what}, ${figure.rule}): ${around}`;
}
