import { stat } from "node:fs/promises";
import { join } from "node:path";
import { asGiven, maskWith, type ShownAccount, withUnmasked } from "../document/mask.ts";
import { didYouMean } from "../document/nearest.ts";
import { postFormatNames } from "../ingest/posts/format.ts";
import { type Loaded, type LoadOptions, loadAll, loadOfCase } from "../pipeline/load-posts.ts";
import { type Engine, openEngine } from "../store/actions/engine.ts";
import { maskKey } from "../store/mask-key.ts";
import { placeOfCase } from "../store/place.ts";
import { engineOfCase } from "../store/posts/case-engine.ts";
import { unmaskings } from "../store/unmaskings.ts";
import { CliError, exitCodes, type Input, type Io } from "./command.ts";
import { problemLines } from "./problem-lines.ts";
import { count } from "./text.ts";

type Value = Input["values"][string];

/** What a command does with posts, once they are in the engine; `files` are those that were read. */
type Work = (engine: Engine, loaded: Loaded, files: readonly string[]) => Promise<number>;

/**
 * Reads the files of a command line, or takes the posts of a case where one folder is given, tells
 * on standard error which records could not be used, and hands all over; the engine is closed in the
 * end, also by Ctrl-C.
 * @throws CliError where a case has no posts
 */
export async function withPosts(
  asked: Input,
  load: LoadOptions,
  io: Io,
  work: Work,
): Promise<number> {
  const { positionals } = asked;
  const [path = ""] = positionals;
  if (positionals.length > 1 || !(await isFolder(path))) {
    const engine = await openEngine();
    return withEngine(engine, io, positionals, () => loadAll(engine, positionals, load), work);
  }
  if (load.format !== null || load.columns !== null)
    throw new CliError(
      "--format and --columns are for files: those of a case are told by their content, or by `posts` in case.yaml",
      exitCodes.usage,
    );
  // A case is read by most of the program, which files alone do without.
  const { askedCase, withCase } = await import("./case.ts");
  return withCase(askedCase(asked), io, async (analyzed) => {
    const { store, posts } = analyzed;
    if (posts.posts === 0)
      throw new CliError(
        `no posts in ${path} (put files of posts into it, or give the files themselves)`,
        exitCodes.nothingRead,
      );
    if (load.on === "claim") {
      const { matchPosts } = await import("../pipeline/post-claims.ts");
      await matchPosts(analyzed);
    }
    const engine = await engineOfCase(store);
    const files = posts.files.map(({ file }) => join(path, file));
    return withEngine(engine, io, files, () => loadOfCase(engine, posts, load.on), work);
  });
}

async function withEngine(
  engine: Engine,
  io: Io,
  files: readonly string[],
  load: () => Promise<Loaded>,
  work: Work,
): Promise<number> {
  const stop = () => {
    engine.close();
    process.exit(130);
  };
  process.once("SIGINT", stop);
  try {
    const loaded = await load();
    for (const line of problemLines(loaded.problems)) io.err(`${line}\n`);
    if (loaded.unusable > loaded.problems.length)
      io.err(`in all ${count(loaded.unusable, "record")} could not be used\n`);
    return await work(engine, loaded, files);
  } finally {
    process.removeListener("SIGINT", stop);
    engine.close();
  }
}

async function isFolder(path: string): Promise<boolean> {
  return stat(path).then(
    (found) => found.isDirectory(),
    () => false,
  );
}

/** The option --format of a command. */
export function formatOf(command: string, { values }: Input): LoadOptions["format"] {
  return oneOf(command, values.format, "format", postFormatNames);
}

/** The option --columns of a command: `id=nr,account=who`. */
export function columnsOf(command: string, { values }: Input): LoadOptions["columns"] {
  const { columns } = values;
  if (columns === undefined) return null;
  const pairs = String(columns).split(",");
  const wrong = pairs.find((pair) => !/^[^=]+=.+$/.test(pair));
  if (wrong !== undefined)
    throw usageError(
      command,
      `invalid --columns: ${wrong} (give FIELD=COLUMN, such as id=nr,account=who,text=said)`,
    );
  return Object.fromEntries(
    pairs.map((pair) => {
      const at = pair.indexOf("=");
      return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
    }),
  );
}

/** How accounts are shown, by the option --accounts. */
export async function shownAccounts(
  command: string,
  { positionals, values }: Input,
  io: Io,
): Promise<ShownAccount> {
  const accounts = values.accounts ?? "masked";
  if (accounts !== "masked" && accounts !== "as-given")
    throw usageError(command, `invalid --accounts: ${accounts} (give masked or as-given)`);
  if (accounts === "as-given") return asGiven;
  return withUnmasked(maskWith(await maskKey(io.environment)), await unmaskedIn(positionals, io));
}

/** The accounts of a case that were un-masked for a reason; of files that lie in no case none. */
export async function unmaskedIn(
  [path = "", ...more]: readonly string[],
  io: Io,
): Promise<ReadonlySet<string>> {
  if (more.length > 0 || !(await isFolder(path))) return new Set();
  const { folder } = await placeOfCase(path, io.environment);
  return new Set((await unmaskings(folder)).map(({ account }) => account));
}

/** Said on standard error where accounts are shown by their names. */
export const unmaskedLine =
  "accounts are un-masked: all are shown by their names, those of private people too (--accounts as-given)\n";

/** One of the known values of an option, or null where it is not given. */
export function oneOf<T extends string>(
  command: string,
  value: Value,
  name: string,
  known: readonly T[],
): T | null {
  if (value === undefined) return null;
  const found = known.find((one) => one === value);
  if (!found)
    throw usageError(
      command,
      `invalid --${name}: ${value}${didYouMean(String(value), known)} (give ${known.join(", ")})`,
    );
  return found;
}

/** A whole number given with an option, or what stands for it where it is not given. */
export function numberOf(
  command: string,
  value: Value,
  name: string,
  otherwise: number,
  least: number,
): number {
  if (value === undefined) return otherwise;
  const number = Number(value);
  if (!Number.isInteger(number) || number < least)
    throw usageError(
      command,
      `invalid --${name}: ${value} (give ${inSeconds(String(value)) ?? `a whole number of ${least} or more`})`,
    );
  return number;
}

const secondsOf = { s: 1, sec: 1, m: 60, min: 60, h: 3600, d: 86_400 } as const;

/** `5m` → `300: seconds, without a unit`; null for what is no time with a unit. */
function inSeconds(value: string): string | null {
  const match = /^(\d{1,6})\s?(s|sec|m|min|h|d)$/.exec(value);
  const [, number, unit] = match ?? [];
  if (number === undefined || unit === undefined) return null;
  return `${Number(number) * secondsOf[unit as keyof typeof secondsOf]}: seconds, without a unit`;
}

export function usageError(command: string, message: string): CliError {
  return new CliError(`${message}\n(parallax ${command} --help says more)`, exitCodes.usage);
}

/** What stands above an answer: how many posts were read. */
export function postsLine(loaded: Loaded): string {
  const { posts } = loaded;
  if (posts === null) return "";
  const again = posts.again > 0 ? ` (${count(posts.again, "more record")} of the same)` : "";
  const without =
    posts.withoutTime > 0 ? `; ${posts.withoutTime.toLocaleString("en")} tell no time` : "";
  return `${count(posts.posts, "post")}${again}${without}`;
}

/** @throws CliError where the files hold actions on objects, not posts */
export function needPosts(command: string, loaded: Loaded): void {
  if (loaded.posts === null)
    throw usageError(
      command,
      "the files hold actions on objects: who is addressed, and in which words, is not told (give the posts)",
    );
}

/** An instant as a person reads it, to the minute: 2031-05-04 18:30. */
export function instant(seconds: number): string {
  return new Date(seconds * 1000).toISOString().slice(0, 16).replace("T", " ");
}

/** A share in whole hundredths; what is not all, or not nothing, is never said to be. */
export function percent(share01: number): string {
  if (share01 > 0.99 && share01 < 1) return "over 99 %";
  if (share01 > 0 && share01 < 0.01) return "under 1 %";
  return `${Math.round(share01 * 100)} %`;
}
