import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type Findings, questions } from "../compare/findings.ts";
import type { AnalyzedCase } from "../pipeline/analyze.ts";
import { manifestOf } from "../pipeline/manifest.ts";
import { CliError, exitCodes } from "./command.ts";

/** Writes the report, one JSON file per question and the manifest. @throws CliError */
export async function writeResults(
  analyzed: AnalyzedCase,
  findings: Findings,
  folder: string,
): Promise<{ readonly report: string }> {
  const files = questions.map((question) => [`${question}.json`, findings[question]] as const);
  const outputs = ["report.html", ...files.map(([name]) => name)];
  const manifest = await manifestOf(analyzed, findings, outputs);
  await writeOutput(folder, "manifest.json", `${JSON.stringify(manifest, null, 2)}\n`);
  for (const [name, answer] of files)
    await writeOutput(folder, name, `${JSON.stringify(answer, null, 2)}\n`);
  return { report: join(folder, "report.html") };
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
