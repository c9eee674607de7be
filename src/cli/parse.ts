import { parseArgs } from "node:util";
import { didYouMean } from "../document/nearest.ts";
import { CliError, type Command, exitCodes, type Input } from "./command.ts";

/** Reads the arguments of one command. @throws CliError with the mend for what is wrong. */
export function parseCommand(command: Command, args: readonly string[]): Input {
  const options = Object.fromEntries(
    command.options.map(({ name, short, value }) => [
      name,
      { type: value ? ("string" as const) : ("boolean" as const), ...(short ? { short } : {}) },
    ]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    strict: false,
    allowPositionals: true,
    tokens: true,
  });
  const known = command.options.map(({ name }) => `--${name}`);
  for (const token of tokens) {
    if (token.kind !== "option") continue;
    const spec = command.options.find(({ name }) => name === token.name);
    if (!spec)
      throw usage(command, `unknown option ${token.rawName}${didYouMean(token.rawName, known)}`);
    if (spec.value && (token.value === undefined || values[token.name] === ""))
      throw usage(command, `option ${token.rawName} needs a value: ${token.rawName} ${spec.value}`);
    if (!spec.value && token.value !== undefined)
      throw usage(command, `option ${token.rawName} takes no value`);
  }
  if (positionals.length < command.least)
    throw usage(command, `missing ${command.arguments[positionals.length]?.name ?? "argument"}`);
  if (positionals.length > command.most)
    throw usage(
      command,
      `too many arguments: "${positionals[command.most]}" (put a path with spaces in quotation marks)`,
    );
  if (positionals.some((positional) => positional.trim() === ""))
    throw usage(command, "an argument is empty");
  return { positionals, values: values as Input["values"] };
}

function usage(command: Command, message: string): CliError {
  return new CliError(
    `${message}\nusage: parallax ${command.name} ${command.usage}\n(parallax ${command.name} --help says more)`,
    exitCodes.usage,
  );
}
