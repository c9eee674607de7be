import { createWriteStream } from "node:fs";
import { mkdir } from "node:fs/promises";
import { dirname, join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { asGiven, maskWith } from "../../document/mask.ts";
import { didYouMean } from "../../document/nearest.ts";
import { postFormatNames } from "../../ingest/posts/format.ts";
import { type LoadOptions, loadAll } from "../../pipeline/load-posts.ts";
import { findSpread } from "../../pipeline/spread.ts";
import { renderEdges } from "../../report/edges.ts";
import type { SpreadOptions } from "../../spread/spread.ts";
import { openEngine } from "../../store/actions/engine.ts";
import { maskKey } from "../../store/mask-key.ts";
import { postObjects } from "../../store/posts/post-actions.ts";
import { CliError, exitCodes, type Input, type Run } from "../command.ts";
import { spreadText } from "../format/spread.ts";
import { problemLines } from "../problem-lines.ts";
import { count } from "../text.ts";

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
    const loaded = await loadAll(engine, asked.positionals, options.load);
    for (const line of problemLines(loaded.problems)) io.err(`${line}\n`);
    if (loaded.unusable > loaded.problems.length)
      io.err(`in all ${count(loaded.unusable, "record")} could not be used\n`);
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
    io.out(`${spreadText(spread, loaded)}\n`);
    if (options.edges !== null) io.out(`\nedges are in ${options.edges}\n`);
    return exitCodes.ok;
  } finally {
    process.removeListener("SIGINT", stop);
    engine.close();
  }
};

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
  readonly load: LoadOptions;
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
    load: {
      on: oneOf(values.on, "on", [...postObjects, "object"] as const),
      format: oneOf(values.format, "format", postFormatNames),
    },
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

function oneOf<T extends string>(
  value: string | boolean | undefined,
  name: string,
  known: readonly T[],
): T | null {
  if (value === undefined) return null;
  const found = known.find((one) => one === value);
  if (!found)
    throw usage(
      `invalid --${name}: ${value}${didYouMean(String(value), known)} (give ${known.join(", ")})`,
    );
  return found;
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
