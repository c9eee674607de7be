/** Where a command reads its surroundings and writes its words: the process, or a test. */
export type Io = {
  readonly out: (text: string) => void;
  readonly err: (text: string) => void;
  readonly environment: NodeJS.ProcessEnv;
  /** Standard error is a terminal: progress may be drawn on it. */
  readonly errIsTerminal: boolean;
  readonly outIsTerminal: boolean;
  /** All of standard input; at most one file's worth of it. */
  readonly input?: () => Promise<Uint8Array>;
};

export type OptionSpec = {
  readonly name: string;
  readonly short?: string;
  /** What the value is called in the help; a flag has none. */
  readonly value?: string;
  readonly about: string;
};

export type Input = {
  readonly positionals: readonly string[];
  /** The values of options that were given, by name. */
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
};

export type Run = (input: Input, io: Io) => Promise<number>;

/** One command: what the help and docs/cli.md say of it, and how its code is loaded. */
export type Command = {
  readonly name: string;
  readonly summary: string;
  /** The arguments as in the usage line: `PATH "statement"...` */
  readonly usage: string;
  readonly arguments: readonly { readonly name: string; readonly about: string }[];
  /** How many arguments are needed, and how many can be given. */
  readonly least: number;
  readonly most: number;
  readonly options: readonly OptionSpec[];
  readonly examples: readonly { readonly line: string; readonly about: string }[];
  readonly load: () => Promise<{ readonly run: Run }>;
};

/** Codes with which `parallax` ends. */
export const exitCodes = {
  ok: 0,
  nothingRead: 1,
  usage: 2,
  caseOrStore: 3,
  noted: 4,
} as const;

export const exitCodeMeanings: readonly (readonly [code: number, meaning: string])[] = [
  [0, "done; problems with single documents are listed and do not change this"],
  [1, "nothing could be read: the path is missing, or no document in it can be read"],
  [2, "the command line is wrong: unknown command or option, missing argument"],
  [3, "the case file or the case's database cannot be used, or an output cannot be written"],
  [4, "`check` found a note that `--fail-on` names, or `verify` a difference"],
];

/** What ends a command: said to the user as one line, with the code. */
export class CliError extends Error {
  readonly exitCode: number;
  constructor(message: string, exitCode: number, cause?: unknown) {
    super(message, { cause });
    this.name = "CliError";
    this.exitCode = exitCode;
  }
}
