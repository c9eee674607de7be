import { parseArgs } from "node:util";
import { endWithUsage, orUsage } from "../scripts/usage.ts";
import { benchmarkAnalyze } from "./analyze.ts";
import { benchmarkCompare } from "./compare.ts";
import { benchmarkDraft } from "./draft.ts";
import { benchmarkEvents } from "./events.ts";
import { benchmarkFuzz } from "./fuzz.ts";
import { benchmarkOrigins } from "./origins.ts";
import { benchmarkRead } from "./read.ts";
import { benchmarkSpread } from "./spread.ts";
import { benchmarkTexts } from "./texts.ts";
import { benchmarkView } from "./view.ts";

const benchmarks = {
  read: benchmarkRead,
  analyze: benchmarkAnalyze,
  compare: benchmarkCompare,
  draft: benchmarkDraft,
  events: benchmarkEvents,
  origins: benchmarkOrigins,
  spread: benchmarkSpread,
  view: benchmarkView,
  fuzz: benchmarkFuzz,
} as const;

const usage = `npm run bench -- [NAME]... [--documents N] [--compare] [--whole] [--shared DIR]

  read     CPU time of reading, against the tagger's own; memory of a large case
  analyze  from files to kept readings: --documents N (default 10000), --compare to compare them, too
  compare  CPU time and memory of comparing 1,000 to 8,000 made documents, and of one document more;
           --whole to compare 10,000, too
  draft    holding a draft of 1,000 words against 2,000 made documents
  events   telling apart the events of a mixed folder
  origins  finding copies among many documents
  spread   co-action of a million rows, against reading, sorting and writing them; --whole for 100 million
  view     opening each view of 2,000 made documents in Chromium, and the biggest answer
  fuzz     hostile texts: reading may not grow faster than they do

Without NAME all of them. Each prints its limits and ends with code 1 where one is passed.
--shared DIR holds texts to measure on (default ../shared); without it the example's are used.`;

const { values, positionals } = orUsage(usage, () =>
  parseArgs({
    allowPositionals: true,
    options: {
      shared: { type: "string", default: "../shared" },
      documents: { type: "string", default: "10000" },
      compare: { type: "boolean", default: false },
      whole: { type: "boolean", default: false },
      help: { type: "boolean", short: "h" },
    },
  }),
);
const documents = Number(values.documents);
if (!Number.isInteger(documents) || documents < 1)
  endWithUsage(`invalid --documents: ${values.documents} (give a number from 1)`, usage);
const unknown = positionals.find((name) => !Object.hasOwn(benchmarks, name));
if (unknown !== undefined) endWithUsage(`unknown benchmark: ${unknown}`, usage);
const texts = benchmarkTexts(values.shared);
for (const [name, run] of Object.entries(benchmarks)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const { compare, whole, shared } = values;
  if (!(await run(texts, { documents, compare, whole, shared }))) process.exitCode = 1;
}
