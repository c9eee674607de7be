import { type AnalyzedCase, type AnalyzeOptions, analyzeCase } from "../pipeline/analyze.ts";
import { CliError, exitCodes, type Input, type Io } from "./command.ts";
import { problemLines } from "./problem-lines.ts";
import { createProgress } from "./progress.ts";

/** Problems a command lists before it says where all are listed. */
const mostProblems = 10;

/** Which case a command line asks for: `PATH [--case-file FILE]`. */
export type Asked = {
  readonly path: string;
  readonly caseFile: string | undefined;
  /** A file in the folder that is no document of the case. */
  readonly leaveOut?: string;
};

export function askedCase({ positionals, values }: Input, otherwise = ""): Asked {
  const caseFile = values["case-file"];
  return {
    path: positionals[0] ?? otherwise,
    caseFile: typeof caseFile === "string" ? caseFile : undefined,
  };
}

/** How the case that is asked for is analysed. */
export function optionsOf({ caseFile, leaveOut }: Asked, { environment }: Io): AnalyzeOptions {
  return {
    environment,
    ...(caseFile === undefined ? {} : { caseFile }),
    ...(leaveOut === undefined ? {} : { leaveOut }),
  };
}

/**
 * Brings the case up to date, lists its problems on standard error (`allProblems`: every one),
 * hands it to `work` and closes it.
 * @throws CliError when the case holds neither a document nor a post that could be read, unless it
 * may be empty: documents are added to a case in the workbench.
 */
export async function withCase<T>(
  asked: Asked,
  io: Io,
  work: (analyzed: AnalyzedCase) => Promise<T>,
  {
    allProblems = false,
    mayBeEmpty = false,
  }: { readonly allProblems?: boolean; readonly mayBeEmpty?: boolean } = {},
): Promise<T> {
  const { path } = asked;
  const { progress, clear } = createProgress(io);
  const analyzed = await analyzeCase(path, { ...optionsOf(asked, io), progress }).finally(clear);
  try {
    if (analyzed.place.inCache)
      io.err(`${path} cannot be written: its database is kept in ${analyzed.place.folder}\n`);
    const isEmpty = analyzed.documents.length === 0 && analyzed.posts.posts === 0;
    for (const line of problemLines(
      analyzed.problems,
      path,
      allProblems || isEmpty ? Number.POSITIVE_INFINITY : mostProblems,
    ))
      io.err(`${line}\n`);
    if (isEmpty && !mayBeEmpty)
      throw new CliError(
        `no document in ${path} could be read (put .txt, .md, .html or .docx files into it, or exported posts)`,
        exitCodes.nothingRead,
      );
    return await work(analyzed);
  } finally {
    analyzed.close();
  }
}
