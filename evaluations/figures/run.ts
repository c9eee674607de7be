import { overlaps } from "../../src/document/span.ts";
import type { Figure } from "../../src/read/figures/figures.ts";
import type { Counts } from "../bootstrap.ts";
import { type Evaluation, f1Metric, type Miss, total } from "../measure.ts";
import { readingsOf } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldFigure = {
  doc: string;
  quote: string;
  value: number;
  qualifier: string;
  attributed_to: string;
  part_of: number | null;
};

/** Figures of the seeds: right when the gold quote overlaps and the values are equal. */
export const evaluation: Evaluation = {
  name: "figures",
  needs: ["gold/figures.jsonl", "seeds"],
  worst: "The weight is the number of digits of the value: the larger the number, the worse.",
  kinds: {
    missed: "gold has this number, and it was not read, or with another value.",
    qualifier: "the number is right, and its qualifier is another.",
    attribution: "the number is right, and it was given to another speaker.",
    part: "the number is right, and the whole of which it is a part is another.",
    "not in gold": "a number was read as a figure that gold does not have.",
  },
  async run(shared) {
    const gold = goldRecords<GoldFigure>(shared, "figures");
    const misses: Miss[] = [];
    const right = { qualifier: 0, attribution: 0, partOf: 0 };
    const counts: Counts[] = [];
    for (const document of seedDocuments(shared)) {
      const { figures } = readingsOf(document);
      const records = gold.filter(({ doc }) => doc === document.id);
      let hits = 0;
      const used = new Set<number>();
      for (const wanted of records) {
        const span = findQuote(document.text, wanted.quote);
        const match = figures.findIndex(
          (figure, index) =>
            !used.has(index) && span && overlaps(figure, span) && figure.value === wanted.value,
        );
        const figure = figures[match];
        const miss = (kind: string, detail: string) =>
          misses.push({
            kind,
            place: document.id,
            detail: `"${wanted.quote}": ${detail}`,
            weight: digits(wanted.value),
            shown: {
              text: document.text,
              gold: span ? [span] : [],
              found: figure ? [figure] : figures.filter((one) => span && overlaps(one, span)),
            },
            ...(figure ? { rule: figure.rule } : {}),
          });
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
            detail: show(figure),
            rule: figure.rule,
            weight: digits(figure.value ?? 0),
            shown: { text: document.text, gold: [], found: [figure] },
          });
      });
      counts.push({ hits, found: figures.length, gold: records.length });
    }
    const { hits } = total(counts);
    const share = (count: number) => ({ value: hits ? count / hits : 0, n: hits });
    return {
      metrics: [
        f1Metric("f1", counts, 0.9),
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

function show({ value, range, unit, what }: Figure): string {
  return `${value ?? range?.join("–")} ${unit ?? ""} (${what ?? "nothing named"})`;
}

function digits(value: number): number {
  return String(Math.trunc(Math.abs(value))).length;
}
