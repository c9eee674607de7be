/** Names in one line of a list: more are counted, `--json` gives all. */
const mostNames = 24;

/** `a, b, c and 12 more`. */
export function someOf(names: readonly string[], separator = ", "): string {
  const shown = names.slice(0, mostNames).join(separator);
  return names.length > mostNames
    ? `${shown} and ${(names.length - mostNames).toLocaleString("en")} more (--json lists all)`
    : shown;
}

/** The first lines of a long list, then how many more there are. */
export function someLines(lines: readonly string[], most = 60): readonly string[] {
  if (lines.length <= most) return lines;
  return [
    ...lines.slice(0, most),
    `  and ${(lines.length - most).toLocaleString("en")} more (--json lists all)`,
  ];
}
