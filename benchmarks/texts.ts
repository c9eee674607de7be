import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";

export type Texts = { readonly name: string; readonly texts: readonly string[] };

/** News articles to measure on: PolNeAR's development part where it is there, else the example. */
export function benchmarkTexts(shared: string): Texts {
  const path = join(shared, "data", "attribution", "polnear-dev.jsonl.gz");
  if (existsSync(path)) {
    const lines = gunzipSync(readFileSync(path)).toString("utf8").trimEnd().split("\n");
    const texts = lines.map((line) => (JSON.parse(line) as { text: string }).text);
    return { name: "PolNeAR, development part", texts };
  }
  const example = new URL("../examples/brenna-strait/", import.meta.url);
  const texts = readdirSync(example, { recursive: true })
    .map(String)
    .filter((name) => /\.(txt|md)$/.test(name) && !name.startsWith("."))
    .sort()
    .map((name) => readFileSync(new URL(name, example), "utf8"));
  return { name: "the bundled example", texts };
}
