import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Findings, questions } from "../compare/findings.ts";
import type { AnalyzedCase } from "../pipeline/analyze.ts";
import { judgementsOf } from "../pipeline/judgements.ts";
import { manifestOf } from "../pipeline/manifest.ts";
import { type ReportDocument, renderReport } from "../report/html.ts";
import { renderJson } from "../report/json.ts";
import { judgementsPath } from "../store/judgement-log.ts";
import { CliError, exitCodes } from "./command.ts";
import { whyIn } from "./why-in.ts";

/** Writes the report, one JSON file per question, the events, the judgements and the manifest. @throws CliError */
export async function writeResults(
  analyzed: AnalyzedCase,
  findings: Findings,
  folder: string,
): Promise<{ readonly report: string }> {
  for (const [name, make] of resultFiles(analyzed, findings))
    await writeOutput(folder, name, await make());
  return { report: join(folder, "report.html") };
}

/** People's own work among the results: it grows while the rest stays. */
export const judgementsOutput = "judgements.json";

/** The files of a results folder by name, the manifest first, each with what makes it. */
export function resultFiles(
  analyzed: AnalyzedCase,
  findings: Findings,
): ReadonlyMap<string, () => Promise<string>> {
  const whole = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;
  const answers = questions.map(
    (question) =>
      [`${question}.json`, async () => renderJson(findings, question, analyzed.documents)] as const,
  );
  const judgements = async () => {
    const path = judgementsPath(analyzed.folder, analyzed.place);
    return whole((await judgementsOf(path, { ...analyzed, findings })).judgements);
  };
  const others = [
    ...answers,
    ["events.json", async () => whole(findings.events)],
    [judgementsOutput, judgements],
  ] as const;
  const outputs = ["report.html", ...others.map(([name]) => name)];
  return new Map([
    ["manifest.json", async () => whole(await manifestOf(analyzed, findings, outputs))],
    ...others,
    ["report.html", () => reportOf(analyzed, findings)],
  ]);
}

/** In a larger case the report leaves the reasons of its readings to the workbench. */
const mostExplained = 60;

/** The self-contained report. */
export async function reportOf(analyzed: AnalyzedCase, findings: Findings): Promise<string> {
  return renderReport({
    case: analyzed.case,
    documents: await reportDocuments(analyzed),
    findings,
    manifest: await manifestOf(analyzed, findings),
  });
}

/** The documents of a case as a report shows them. */
export async function reportDocuments(analyzed: AnalyzedCase): Promise<ReportDocument[]> {
  const stored = new Map((await analyzed.store.documents()).map((one) => [one.id, one]));
  const texts = await analyzed.store.texts();
  const explained = analyzed.documents.length <= mostExplained;
  return Promise.all(
    analyzed.documents.map(async (card) => {
      const text = texts.get(card.id) ?? "";
      const sha256 = stored.get(card.id)?.sha256 ?? "";
      const readings = explained ? await analyzed.store.readings(card.id) : null;
      if (!readings) return { card, sha256, text };
      const { published } = card;
      return { card, sha256, text, why: whyIn({ text, published }, readings, analyzed.lexicon) };
    }),
  );
}

/** @throws CliError that says which file could not be written and why. */
export async function writeOutput(folder: string, name: string, text: string): Promise<void> {
  const path = join(folder, name);
  try {
    await mkdir(folder, { recursive: true });
    await writeFile(path, text);
  } catch (cause) {
    const code = (cause as NodeJS.ErrnoException).code ?? "unknown error";
    throw new CliError(
      `${path} cannot be written (${code}: check the path and its permissions)`,
      exitCodes.caseOrStore,
      cause,
    );
  }
}
