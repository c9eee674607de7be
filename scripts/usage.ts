type Asked = { readonly values: { readonly help?: boolean | undefined } };

/**
 * The arguments of a script for developers, as `read` parses them. `--help` prints `usage` and
 * ends; what `read` does not know is named above it, and ends with code 2.
 */
export function orUsage<T extends Asked>(usage: string, read: () => T): T {
  try {
    const asked = read();
    if (!asked.values.help) return asked;
    console.log(usage);
    process.exit(0);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
    endWithUsage(error.message.split(". ")[0] ?? "", usage);
  }
}

/** Says what is wrong, how it is done right, and ends with code 2. */
export function endWithUsage(wrong: string, usage: string): never {
  console.error(`${wrong}\n\n${usage}`);
  process.exit(2);
}
