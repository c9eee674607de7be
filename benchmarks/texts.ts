import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export type Texts = {
  readonly name: string;
  /** What speed is measured on. */
  readonly texts: readonly string[];
  /** As many different ones as there are: what memory is measured on. */
  readonly many: readonly string[];
};

/** News articles to measure on: PolNeAR where it is there, else the bundled example. */
export function benchmarkTexts(shared: string): Texts {
  const folder = join(shared, "data", "attribution");
  const parts = ["dev", "train"].map((part) => join(folder, `polnear-${part}.jsonl.gz`));
  if (parts.every((path) => existsSync(path))) {
    const [texts = [], more = []] = parts.map(textsOf);
    return { name: "PolNeAR, development part", texts, many: [...texts, ...more] };
  }
  const example = new URL("../examples/brenna-strait/", import.meta.url);
  const texts = readdirSync(example, { recursive: true })
    .map(String)
    .filter((name) => /\.(txt|md)$/.test(name) && !name.startsWith("."))
    .sort()
    .map((name) => readFileSync(new URL(name, example), "utf8"));
  return { name: "the bundled example", texts, many: texts };
}

function textsOf(path: string): string[] {
  const lines = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
  return lines.map((line) => (JSON.parse(line) as { text: string }).text);
}
