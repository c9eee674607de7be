import { createHash } from "node:crypto";

/** A short id that depends on nothing but its parts: 10 hexadecimal digits of their SHA-256. */
export function shortId(...parts: readonly (string | number)[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex").slice(0, 10);
}
