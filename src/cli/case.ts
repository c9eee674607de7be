import { type AnalyzedCase, analyzeCase } from "../pipeline/analyze.ts";
import { CliError, exitCodes, type Io } from "./command.ts";
import { createProgress } from "./progress.ts";

/**
 * Brings the case up to date, hands it to `work` and closes it.
 * @throws CliError when the case holds no document that could be read.
 */
export async function withCase<T>(
  path: string,
  io: Io,
  work: (analyzed: AnalyzedCase) => Promise<T>,
): Promise<T> {
  const { progress, clear } = createProgress(io);
  const analyzed = await analyzeCase(path, { environment: io.environment, progress }).finally(
    clear,
  );
  try {
    if (analyzed.place.inCache)
      io.err(`${path} cannot be written: its database is kept in ${analyzed.place.folder}\n`);
    if (analyzed.documents.length === 0) {
      for (const line of problemLines(analyzed.problems)) io.err(`${line}\n`);
      throw new CliError(
        `no document in ${path} could be read (put .txt, .md or .html files into it)`,
        exitCodes.nothingRead,
      );
    }
    return await work(analyzed);
  } finally {
    analyzed.close();
  }
}

/** Problems as `FILE:LINE: message (mend)`; the first `most`, then how many more. */
export function problemLines(
  problems: AnalyzedCase["problems"],
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines = problems
    .slice(0, most)
    .map(
      ({ file, line, message, mend }) =>
        `${file}${line === null ? "" : `:${line}`}: ${message} (${mend})`,
    );
  if (problems.length > most) lines.push(`… and ${problems.length - most} more`);
  return lines;
}
