import type { Problem } from "../document/document.ts";

/** Problems as `FILE:LINE: message (mend)`; the first `most`, then how many more and where. */
export function problemLines(
  problems: readonly Problem[],
  path = "PATH",
  most = Number.POSITIVE_INFINITY,
): string[] {
  const lines = problems
    .slice(0, most)
    .map(
      ({ file, line, message, mend }) =>
        `${file}${line === null ? "" : `:${line}`}: ${message} (${mend})`,
    );
  if (problems.length > most)
    lines.push(`… and ${problems.length - most} more: parallax analyze ${path} lists all`);
  return lines;
}
