import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Document } from "../src/document/document.ts";

/** Publication dates against which the gold resolves relative dates (gold/README.md). */
const published: Readonly<Record<string, string>> = {
  "000": "2020-10",
  "001": "2020-10",
  "002": "2020-10",
  "003": "2020-10",
  "004": "2021-02-24",
};

/** The five seed documents as documents; their id is the first three digits of the file name. */
export function seedDocuments(shared: string): Document[] {
  const directory = join(shared, "seeds");
  return readdirSync(directory)
    .filter((file) => file.endsWith(".txt"))
    .sort()
    .map((file) => {
      const bytes = readFileSync(join(directory, file));
      const id = file.slice(0, 3);
      return {
        id,
        file,
        format: "text",
        sha256: createHash("sha256").update(bytes).digest("hex"),
        sizeBytes: bytes.length,
        text: bytes.toString("utf8"),
        title: null,
        author: null,
        url: null,
        language: null,
        published: published[id] ?? null,
        publishedFrom: published[id] ? "case" : null,
        completeness: "full",
      };
    });
}

/** The records of `gold/NAME.jsonl`. */
export function goldRecords<T>(shared: string, name: string): T[] {
  return readFileSync(join(shared, "gold", `${name}.jsonl`), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** Where `quote` stands in `text`, no-break spaces counted as spaces; undefined when absent. */
export function findQuote(text: string, quote: string): { start: number; end: number } | undefined {
  const start = text.replaceAll("\u00a0", " ").indexOf(quote.replaceAll("\u00a0", " "));
  return start < 0 ? undefined : { start, end: start + quote.length };
}
