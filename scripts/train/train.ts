import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { writeChains } from "../../src/lexicon/chain.ts";
import { lexiconsFolder, modelsFolder, packageRoot } from "../../src/pipeline/root.ts";
import { endWithUsage, orUsage } from "../usage.ts";
import { trainAttribution } from "./attribution.ts";

const usage = `npm run train -- attribution [--shared DIR] [--out DIR]

Trains the tagger from the corpus in DIR (default ../shared) and writes attribution-en.bin into
--out (default models).`;
const { values, positionals } = orUsage(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      shared: { type: "string", default: join(packageRoot(), "..", "shared") },
      out: { type: "string", default: modelsFolder() },
      help: { type: "boolean", short: "h" },
    },
  }),
);

if (positionals.join() === "attribution") {
  const model = trainAttribution(values.shared, lexiconsFolder(), (line) => console.error(line));
  const bytes = writeChains(model);
  const path = join(values.out, "attribution-en.bin");
  mkdirSync(values.out, { recursive: true });
  writeFileSync(path, bytes);
  console.log(`${path}: ${(bytes.length / 1e6).toFixed(1)} MB`);
} else {
  endWithUsage(`unknown model: "${positionals.join(" ")}" (give attribution)`, usage);
}
