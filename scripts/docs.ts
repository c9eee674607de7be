import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { generatedPapers } from "../src/cli/papers.ts";
import { methodPaper } from "./method-table.ts";

for (const [path, text] of Object.entries(generatedPapers())) {
  const file = new URL(`../${path}`, import.meta.url);
  mkdirSync(new URL(".", file), { recursive: true });
  writeFileSync(file, text);
}
writeFileSync(
  new URL("../docs/method.md", import.meta.url),
  methodPaper(fileURLToPath(new URL("..", import.meta.url))),
);
