import { createHash } from "node:crypto";
import { resolve } from "node:path";
import { draftRuleIds } from "../../compare/draft/rules.ts";
import { didYouMean } from "../../document/nearest.ts";
import { type DraftFile, ingestDraft, nameOfInput } from "../../ingest/draft.ts";
import { createHtmlExtractor } from "../../ingest/html/extractor.ts";
import { type FileBytes, readBytes } from "../../ingest/ingest.ts";
import { maxFileBytes } from "../../ingest/limits.ts";
import { formatBytes } from "../../ingest/problem.ts";
import { findingsOf } from "../../pipeline/analyze.ts";
import { createDraftCheck } from "../../pipeline/check-text.ts";
import { withCase } from "../case.ts";
import { checkResult } from "../check-result.ts";
import { markRule, sarifOf } from "../check-sarif.ts";
import type { CheckResult } from "../check-schema.ts";
import { CliError, exitCodes, type Input, type Io, type Run } from "../command.ts";
import { checkText } from "../format/check.ts";
import { problemLines } from "../problem-lines.ts";

const formats = ["text", "json", "sarif"] as const;
type Format = (typeof formats)[number];
/** How standard input is asked for, and how it is shown. */
const input = { asked: "-", shown: "stdin" };

/** `parallax check DRAFT --case PATH`: margin notes on a draft, each with the passages behind it. */
export const run: Run = async (asked, io) => {
  const { format, failOn, least, path, caseFile } = optionsOf(asked);
  const [file = ""] = asked.positionals;
  const draft = await draftFrom(file, io);
  const leaveOut = file === input.asked ? {} : { leaveOut: resolve(file) };
  return withCase({ path, caseFile, ...leaveOut }, io, async (analyzed) => {
    const { store } = analyzed;
    const findings = async () => ({
      claims: await findingsOf(store, "claims"),
      sourcing: await findingsOf(store, "sourcing"),
      origins: await findingsOf(store, "origins"),
    });
    const checked = await createDraftCheck({ ...analyzed, findings }).check(
      draft,
      least === undefined ? {} : { least },
    );
    for (const line of problemLines(checked.problems)) io.err(`${line}\n`);
    if (checked.unread !== null)
      throw new CliError(
        `${draft.document.file}: ${checked.unread}, so there is nothing to hold against the case`,
        exitCodes.nothingRead,
      );
    const result = await checkResult(draft, checked.kept, checked.quotes, analyzed);
    io.out(`${writtenAs(format, result, analyzed.version)}\n`);
    return failsOn(failOn, result) ? exitCodes.noted : exitCodes.ok;
  });
};

function writtenAs(format: Format, result: CheckResult, version: string): string {
  if (format === "json") return JSON.stringify(result, null, 2);
  if (format === "sarif") return JSON.stringify(sarifOf(result, version), null, 2);
  return checkText(result);
}

function optionsOf({ values }: Input): {
  readonly format: Format;
  readonly failOn: ReadonlySet<string>;
  readonly least: number | undefined;
  readonly path: string;
  readonly caseFile: string | undefined;
} {
  const path = values.case;
  if (typeof path !== "string")
    throw usage("missing --case PATH: the folder of the case that the draft is held against");
  const written = values.format ?? "text";
  const format = formats.find((one) => one === written);
  if (!format)
    throw usage(
      `there is no format "${written}"${didYouMean(String(written), formats)} (${formats.join(", ")})`,
    );
  const caseFile = values["case-file"];
  return {
    path,
    format,
    failOn: readFailOn(values["fail-on"]),
    least: readLeast(values.least),
    caseFile: typeof caseFile === "string" ? caseFile : undefined,
  };
}

function readFailOn(value: Input["values"][string]): ReadonlySet<string> {
  if (typeof value !== "string") return new Set();
  const rules = value.split(",").map((rule) => rule.trim());
  const known = ["any", markRule, ...draftRuleIds];
  for (const rule of rules)
    if (!known.includes(rule))
      throw usage(
        `--fail-on: there is no rule "${rule}"${didYouMean(rule, known)} (known: ${known.join(", ")})`,
      );
  return new Set(rules);
}

function readLeast(value: Input["values"][string]): number | undefined {
  if (value === undefined) return undefined;
  const least = Number(value);
  if (!Number.isInteger(least) || least < 1)
    throw usage(`invalid least: ${value} (give a number of sources, 1 or more)`);
  return least;
}

/** Notes that are kept never fail; `any` is any other note and any mark that keeps nothing. */
function failsOn(rules: ReadonlySet<string>, { notes, marks }: CheckResult): boolean {
  const idle = marks.some(({ problem }) => problem !== null);
  if (rules.has("any") && (notes.length > 0 || idle)) return true;
  return (rules.has(markRule) && idle) || notes.some(({ rule }) => rules.has(rule));
}

/** @throws CliError that says why the draft cannot be read, and the mend. */
async function draftFrom(file: string, io: Io): Promise<DraftFile> {
  const html = createHtmlExtractor();
  try {
    const source = file === input.asked ? await inputBytes(io) : await readBytes(file, file);
    if (!("bytes" in source)) throw unreadable([source]);
    const named =
      file === input.asked
        ? { named: input.shown, as: nameOfInput(source.bytes) }
        : { named: file, as: file };
    const { draft, problems } = await ingestDraft(source, named, { html });
    if (!draft) throw unreadable(problems);
    for (const line of problemLines(problems)) io.err(`${line}\n`);
    return draft;
  } finally {
    await html.close();
  }
}

async function inputBytes(io: Io): Promise<FileBytes> {
  const bytes = (await io.input?.()) ?? new Uint8Array();
  if (bytes.length > maxFileBytes)
    throw new CliError(
      `${input.shown}: more than ${formatBytes(maxFileBytes)} (give one text)`,
      exitCodes.nothingRead,
    );
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

function unreadable(problems: Parameters<typeof problemLines>[0]): CliError {
  return new CliError(problemLines(problems).join("\n"), exitCodes.nothingRead);
}

function usage(message: string): CliError {
  return new CliError(
    `${message}\nusage: parallax check DRAFT --case PATH [--format text|json|sarif] [--fail-on RULE,…|any]\n(parallax check --help says more)`,
    exitCodes.usage,
  );
}
