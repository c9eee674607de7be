import { parseArgs } from "node:util";
import { benchmarkAnalyze } from "./analyze.ts";
import { benchmarkCompare } from "./compare.ts";
import { benchmarkEvents } from "./events.ts";
import { benchmarkFuzz } from "./fuzz.ts";
import { benchmarkRead } from "./read.ts";
import { benchmarkTexts } from "./texts.ts";

const benchmarks = {
  read: benchmarkRead,
  analyze: benchmarkAnalyze,
  compare: benchmarkCompare,
  events: benchmarkEvents,
  fuzz: benchmarkFuzz,
} as const;

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    shared: { type: "string", default: "../shared" },
    documents: { type: "string", default: "10000" },
    compare: { type: "boolean", default: false },
  },
});
const wanted = positionals.length > 0 ? positionals : Object.keys(benchmarks);
const options = { documents: Number(values.documents), compare: values.compare };
const texts = benchmarkTexts(values.shared);
for (const name of wanted) {
  const run = Object.hasOwn(benchmarks, name) && benchmarks[name as keyof typeof benchmarks];
  if (!run) {
    console.error(`unknown benchmark: ${name} (give ${Object.keys(benchmarks).join(", ")})`);
    process.exit(2);
  }
  if (!(await run(texts, options))) process.exitCode = 1;
}
