import { createHash } from "node:crypto";
import type { Findings } from "../compare/findings.ts";
import type { Chosen } from "../document/chosen.ts";
import type { AnalyzedCase } from "../pipeline/analyze.ts";
import { inTurn } from "../pipeline/in-turn.ts";
import { manifestOf } from "../pipeline/manifest.ts";
import { labelAt, renderChosen, spreadKey, spreadQuestionsOf } from "../report/chosen.ts";
import type { CaseReport, KeptReport } from "../serve/deps.ts";
import type { CaseSpread, SpreadQuestion, WholeGroups } from "../spread/answer.ts";
import { readChosen, writeChosen } from "../store/chosen.ts";
import { reportDocuments } from "./write-results.ts";

/** The report that the user of a case puts together; `spread` is null where the case has no posts. */
export function caseReport(
  analyzed: AnalyzedCase,
  findings: Findings,
  spread: CaseSpread | null,
): CaseReport {
  const { folder } = analyzed.place;
  const read = async (): Promise<KeptReport> => kept(await readChosen(folder));
  const write = async (chosen: Chosen): Promise<KeptReport> => {
    await writeChosen(folder, chosen);
    return kept(chosen);
  };
  /** Each change sees what the one before wrote. */
  const turn = inTurn();
  return {
    read,
    add: (address) =>
      turn(async () => {
        const run = {
          findings,
          documents: await reportDocuments(analyzed),
          spread: await answersOf([address], spread),
        };
        const label = labelAt(run, address);
        if (label === null) return null;
        const { chosen } = await read();
        if (chosen.items.some((item) => item.address === address)) return kept(chosen);
        return write({ ...chosen, items: [...chosen.items, { address, label, note: "" }] });
      }),
    replace: (chosen, revision) =>
      turn(async () => ((await read()).revision === revision ? write(chosen) : null)),
    page: async () => chosenPage(analyzed, findings, spread, (await read()).chosen),
  };
}

/** The page of a report that was put together. */
export async function chosenPage(
  analyzed: AnalyzedCase,
  findings: Findings,
  spread: CaseSpread | null,
  chosen: Chosen,
): Promise<string> {
  const run = {
    case: analyzed.case,
    documents: await reportDocuments(analyzed),
    findings,
    manifest: await manifestOf(analyzed, findings),
    spread: await answersOf(
      chosen.items.map(({ address }) => address),
      spread,
    ),
  };
  return renderChosen(run, chosen);
}

async function answersOf(
  addresses: readonly string[],
  spread: CaseSpread | null,
): Promise<Map<string, WholeGroups>> {
  const answers = new Map<string, WholeGroups>();
  if (spread)
    for (const question of spreadQuestionsOf(addresses)) {
      // A window below the resolution of the times has no answer: the item is then named as not found.
      const answer = await wholeGroups(spread, question).catch((error: unknown) => {
        if (error instanceof RangeError) return null;
        throw error;
      });
      if (answer) answers.set(spreadKey(question), answer);
    }
  return answers;
}

/** With what tells one state of it from another, so that two windows do not undo each other's changes. */
function kept(chosen: Chosen): KeptReport {
  return { chosen, revision: createHash("sha256").update(JSON.stringify(chosen)).digest("hex") };
}

async function wholeGroups(spread: CaseSpread, question: SpreadQuestion): Promise<WholeGroups> {
  const { groups } = await spread.answer(question);
  const whole = await Promise.all(
    groups.map(async (row) => ({ row, detail: await spread.group(question, row.number) })),
  );
  return {
    ...question,
    groups: whole.flatMap(({ row, detail }) => {
      const { density01, hourCount, firstHourSeconds, lastHourSeconds } = row;
      return detail ? [{ ...detail, density01, hourCount, firstHourSeconds, lastHourSeconds }] : [];
    }),
  };
}
