import { type Command, exitCodeMeanings, type OptionSpec } from "./command.ts";

/** The help of all commands. */
export function generalHelp(commands: readonly Command[]): string {
  const width = Math.max(...commands.map(({ name }) => name.length)) + 2;
  return `Parallax: one contested event, every side, down to the sentence.

Usage: parallax COMMAND [arguments]

Commands:
${commands.map(({ name, summary }) => `  ${name.padEnd(width)}${summary}`).join("\n")}

parallax COMMAND --help says more about one command.
parallax --version prints the version.

A case is a folder of texts, Markdown files, Word files and saved pages. No case file is needed; with
case.yaml in it you name sources, sides and statements to look for.

Start with:
  parallax open                        the bundled example
  parallax open my-case                a folder of your own files
  parallax analyze my-case --out results

Exit codes:
${exitCodeMeanings.map(([code, meaning]) => `  ${code}  ${meaning}`).join("\n")}
`;
}

/** The help of one command. */
export function commandHelp(command: Command): string {
  const rows: readonly (readonly [string, string])[] = [
    ...command.arguments.map(({ name, about }) => [name, about] as const),
    ...command.options.map((option) => [optionForm(option), option.about] as const),
    ["-h, --help", "show this"],
  ];
  const width = Math.max(...rows.map(([form]) => form.length)) + 2;
  return `${upperFirst(command.summary)}.

Usage: parallax ${command.name} ${command.usage}

${rows.map(([form, about]) => `  ${form.padEnd(width)}${about}`).join("\n")}

Examples:
${command.examples.map(({ line, about }) => `  ${line}\n      ${about}`).join("\n")}
`;
}

/** `-o, --output FILE` */
export function optionForm({ name, short, value }: OptionSpec): string {
  return `${short ? `-${short}, ` : ""}--${name}${value ? ` ${value}` : ""}`;
}

function upperFirst(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
