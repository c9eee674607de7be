import type { Problem } from "../document/document.ts";

/** A problem of a whole file, or of one line of it. */
export function problem(
  file: string,
  message: string,
  mend: string,
  line: number | null = null,
): Problem {
  return { file, line, message, mend };
}

/** `52.4 MB`, `813 kB`, `12 bytes`. */
export function formatBytes(bytes: number): string {
  if (bytes >= 1024 * 1024) return `${(bytes / (1024 * 1024)).toFixed(1)} MB`;
  if (bytes >= 1024) return `${Math.round(bytes / 1024)} kB`;
  return `${bytes} bytes`;
}
