import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import type { Problem } from "../../document/document.ts";
import { asGiven, maskWith } from "../../document/mask.ts";
import { findSpread } from "../../pipeline/spread.ts";
import { renderEdges } from "../../report/edges.ts";
import type { SpreadOptions } from "../../spread/spread.ts";
import { type Engine, openEngine } from "../../store/actions/engine.ts";
import { type ActionFormat, createActions, loadActions } from "../../store/actions/load-actions.ts";
import { maskKey } from "../../store/mask-key.ts";
import { CliError, exitCodes, type Input, type Run } from "../command.ts";
import { spreadText } from "../format/spread.ts";
import { problemLines } from "../problem-lines.ts";

/** Where no other seed is given: the same files give the same groups. */
const defaultSeed = 1;

/** `parallax spread POSTS...`: which accounts act together beyond chance. */
export const run: Run = async (asked, io) => {
  const options = optionsOf(asked);
  const show = options.accounts === "as-given" ? asGiven : maskWith(await maskKey(io.environment));
  const engine = await openEngine();
  const stop = () => {
    engine.close();
    process.exit(130);
  };
  process.once("SIGINT", stop);
  try {
    const { problems, unusable } = await loadAll(engine, asked.positionals);
    for (const line of problemLines(problems)) io.err(`${line}\n`);
    if (unusable > problems.length)
      io.err(`${unusable.toLocaleString("en")} rows could not be used in all\n`);
    const spread = await findSpread(engine, options.spread, show).catch((error: unknown) => {
      if (error instanceof RangeError) throw usage(error.message);
      throw error;
    });
    if (spread.counts.rows === 0)
      throw new CliError(
        `nothing to compare: no account acts ${options.spread.minParticipation} times or more (give a lower --min-participation)`,
        exitCodes.nothingRead,
      );
    if (options.edges !== null) await writeLines(options.edges, renderEdges(spread.edges));
    io.out(`${spreadText(spread)}\n`);
    if (options.edges !== null) io.out(`\nedges are in ${options.edges}\n`);
    return exitCodes.ok;
  } finally {
    process.removeListener("SIGINT", stop);
    engine.close();
  }
};

async function loadAll(
  { connection }: Engine,
  files: readonly string[],
): Promise<{ readonly problems: readonly Problem[]; readonly unusable: number }> {
  await createActions(connection);
  const problems: Problem[] = [];
  let unusable = 0;
  for (const file of files) {
    const loaded = await loadActions(connection, file, formatOf(file));
    problems.push(...loaded.problems);
    unusable += loaded.unusable;
  }
  return { problems, unusable };
}

function formatOf(file: string): ActionFormat {
  const name = file.toLowerCase().replace(/\.gz$/, "");
  if (name.endsWith(".parquet")) return "parquet";
  return /\.(jsonl|ndjson)$/.test(name) ? "jsonl" : "csv";
}

async function writeLines(file: string, lines: Iterable<string>): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await pipeline(Readable.from(lines), createWriteStream(file));
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? String(error);
    throw new CliError(
      `cannot write ${file} (${code}): choose another place`,
      exitCodes.caseOrStore,
      error,
    );
  }
}

type Asked = {
  readonly spread: SpreadOptions;
  readonly edges: string | null;
  readonly accounts: "masked" | "as-given";
};

function optionsOf({ values }: Input): Asked {
  const accounts = values.accounts ?? "masked";
  if (accounts !== "masked" && accounts !== "as-given")
    throw usage(`invalid --accounts: ${accounts} (give masked or as-given)`);
  const out = typeof values.out === "string" ? values.out : null;
  const edges = typeof values.edges === "string" ? values.edges : null;
  return {
    spread: {
      windowSeconds: numberOf(values.window, "window", 60, 0),
      minParticipation: numberOf(values["min-participation"], "min-participation", 2, 1),
      minWeight: numberOf(values["min-weight"], "min-weight", 2, 1),
      test: values["no-test"] !== true,
      seed: numberOf(values.seed, "seed", defaultSeed, 0),
    },
    edges: edges ?? (out === null ? null : join(out, "edges.csv")),
    accounts,
  };
}

function numberOf(
  value: string | boolean | undefined,
  name: string,
  otherwise: number,
  least: number,
): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw usage(`invalid --${name}: ${value} (give a whole number of ${least} or more)`);
  return number;
}

function usage(message: string): CliError {
  return new CliError(`${message}\n(parallax spread --help says more)`, exitCodes.usage);
}
