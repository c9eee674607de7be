import { InputError, StoreError } from "../document/errors.ts";
import { didYouMean } from "../document/nearest.ts";
import { maxFileBytes } from "../ingest/limits.ts";
import { CliError, type Command, exitCodes, type Io } from "./command.ts";
import { commandHelp, generalHelp } from "./help.ts";
import { parseCommand } from "./parse.ts";
import { commands } from "./table.ts";

/** Runs one command line and gives the exit code. Never throws, never shows a stack trace. */
export async function main(args: readonly string[], io: Io = processIo()): Promise<number> {
  try {
    return await dispatch(args, io);
  } catch (error) {
    if (io.environment.PARALLAX_DEBUG === "1" && error instanceof Error)
      io.err(`${error.stack ?? error.message}\n`);
    io.err(`parallax: ${messageOf(error)}\n`);
    return exitCodeOf(error);
  }
}

async function dispatch(args: readonly string[], io: Io): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === "--help" || name === "-h") {
    io.out(generalHelp(commands));
    return name === undefined ? exitCodes.usage : exitCodes.ok;
  }
  if (name === "--version" || name === "-v") {
    const { packageVersion } = await import("../pipeline/root.ts");
    io.out(`${packageVersion()}\n`);
    return exitCodes.ok;
  }
  if (name === "help") {
    io.out(rest[0] ? commandHelp(find(rest[0])) : generalHelp(commands));
    return exitCodes.ok;
  }
  const command = find(name);
  const beforeEnd = rest.includes("--") ? rest.slice(0, rest.indexOf("--")) : rest;
  if (beforeEnd.includes("--help") || beforeEnd.includes("-h")) {
    io.out(commandHelp(command));
    return exitCodes.ok;
  }
  const input = parseCommand(command, rest);
  const { run } = await command.load();
  return run(input, io);
}

function find(name: string): Command {
  const command = commands.find((one) => one.name === name);
  if (command) return command;
  const names = commands.map((one) => one.name);
  const hint = didYouMean(name, names);
  throw new CliError(
    name.startsWith("-")
      ? `unknown option ${name} (parallax --help lists all commands)`
      : `unknown command "${name}"${hint} (parallax --help lists all commands)`,
    exitCodes.usage,
  );
}

/** One line: where, what, and the mend. */
function messageOf(error: unknown): string {
  if (error instanceof InputError) {
    const place = [error.path, error.line, error.column].filter((part) => part !== null);
    return `${place.join(":")}: ${error.message}`;
  }
  if (error instanceof CliError || error instanceof StoreError) return error.message;
  const message = error instanceof Error ? error.message : String(error);
  return `something went wrong that should not: ${message}\n(run again with PARALLAX_DEBUG=1 for the details, and please report them)`;
}

/** A line number means that a file of the case is wrong; without one, the path itself is. */
function exitCodeOf(error: unknown): number {
  if (error instanceof CliError) return error.exitCode;
  if (error instanceof InputError && error.line === null) return exitCodes.nothingRead;
  return exitCodes.caseOrStore;
}

function processIo(): Io {
  // A reader that has seen enough (`parallax claims . | head`) ends the output, not with an error.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => {
    if (error.code === "EPIPE") process.exit(exitCodes.ok);
    throw error;
  });
  // `npm start -- PATH` runs in the package's folder: paths are meant from where it was typed.
  const typedIn = process.env.npm_lifecycle_event === "start" ? process.env.INIT_CWD : undefined;
  if (typedIn) process.chdir(typedIn);
  return {
    out: (text) => void process.stdout.write(text),
    err: (text) => void process.stderr.write(text),
    environment: process.env,
    errIsTerminal: process.stderr.isTTY === true,
    outIsTerminal: process.stdout.isTTY === true,
    input: readInput,
  };
}

/** Reads on until one byte more than a file may have, which is then too large. */
async function readInput(): Promise<Uint8Array> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of process.stdin) {
    chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    if (size > maxFileBytes) break;
  }
  return Buffer.concat(chunks);
}
