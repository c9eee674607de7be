import { writeFileSync } from "node:fs";
import { generatedPapers } from "../src/cli/papers.ts";

for (const [path, text] of Object.entries(generatedPapers()))
  writeFileSync(new URL(`../${path}`, import.meta.url), text);
