import { readFileSync } from "node:fs";
import { join } from "node:path";
import { lookUp } from "../../src/compare/claims/lookup.ts";
import { indexPassages, numbersOf, type PassageIndex } from "../../src/compare/claims/passages.ts";
import { stanceOf } from "../../src/compare/claims/stance.ts";
import {
  readStatement,
  readTermsWith,
  type StatementReading,
} from "../../src/compare/claims/statement.ts";
import { memoryInput } from "../../src/compare/input.ts";
import { documentOf } from "../../src/document/document-of.ts";
import { rowsOf } from "../delimited.ts";
import { type Evaluation, f1Metric, type Miss } from "../measure.ts";
import { readingsOf, sharedReader } from "../reading.ts";
import { noCase, seedCard } from "../seed-case.ts";

const file = join("data", "stance", "emergent-dev.csv");

/** Emergent's name for each stance. */
const named = { asserts: "for", denies: "against", attributes: "observing" } as const;

/** The terms of a statement that a passage holds, however few. */
function inCommon(
  index: PassageIndex,
  passage: number,
  { terms }: Pick<StatementReading, "terms">,
): Set<number> {
  const held = index.passages[passage]?.terms ?? [];
  return new Set([...numbersOf(index, terms)].filter((term) => held.includes(term)));
}

/** What a headline does with a claim that it is known to be about (Ferreira and Vlachos 2016, Emergent). */
export const evaluation: Evaluation = {
  name: "headlines",
  needs: [file],
  worst: "The weight is 2 where for and against were told for each other, else 1.",
  kinds: {
    for: "the editors of Emergent took the headline to report the claim as true.",
    against: "the editors of Emergent took the headline to report the claim as false.",
    observing: "the editors of Emergent took the headline to report the claim and leave it open.",
  },
  async run(shared) {
    const reader = sharedReader();
    const rows = rowsOf(readFileSync(join(shared, file), "utf8"), ",").map(
      ([, , claim = "", headline = "", stance = ""], at) => {
        const document = documentOf(headline, { id: String(at).padStart(4, "0") });
        const readings = readingsOf(document);
        return { claim, stance, text: headline, card: seedCard(document, readings), readings };
      },
    );
    const index = await indexPassages(memoryInput(noCase, rows), readTermsWith(reader));
    const found = rows.map(() => "none");
    const misses: Miss[] = [];
    for (const claim of new Set(rows.map((row) => row.claim))) {
      const statement = readStatement(reader, index.names, claim);
      const target = {
        negated: numbersOf(index, statement.negated),
        verbs: numbersOf(index, statement.verbs),
        hasVerbs: statement.verbs.size > 0,
        reports: statement.reports,
        cues: numbersOf(index, statement.cues),
      };
      const matches = lookUp(index, statement);
      rows.forEach((row, at) => {
        if (row.claim !== claim) return;
        const isOfRow = (passage: number) => index.passages[passage]?.document === at;
        const best = matches.find(({ passage }) => isOfRow(passage));
        const passage = best?.passage ?? index.passages.findIndex((_, one) => isOfRow(one));
        const told =
          passage < 0
            ? null
            : stanceOf(index, passage, target, best?.shared ?? inCommon(index, passage, statement));
        found[at] = told ? named[told.stance] : "none";
        if (found[at] === row.stance) return;
        misses.push({
          kind: `${row.stance} → ${found[at]}`,
          place: `line ${at + 2}`,
          detail: `${claim}\n${row.text}`,
          weight: `${row.stance} ${found[at]}`.includes("observing") ? 1 : 2,
          ...(told ? { rule: told.rule } : {}),
        });
      });
    }
    const right = rows.filter((row, at) => row.stance === found[at]).length;
    return {
      metrics: [
        { name: "accuracy", value: right / rows.length, n: rows.length, target: 0.73 },
        ...Object.values(named).map((stance) =>
          f1Metric(
            `${stance} F1`,
            [...new Set(rows.map((row) => row.claim))].map((claim) => {
              const of = rows.flatMap((row, at) =>
                row.claim === claim ? [{ want: row.stance, told: found[at] }] : [],
              );
              return {
                hits: of.filter(({ want, told }) => want === stance && told === stance).length,
                found: of.filter(({ told }) => told === stance).length,
                gold: of.filter(({ want }) => want === stance).length,
              };
            }),
          ),
        ),
      ],
      misses,
    };
  },
};
