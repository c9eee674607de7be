import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { documentOf } from "../src/document/document-of.ts";
import { lexiconsFolder } from "../src/pipeline/root.ts";
import { built } from "./built.ts";
import { cpuSeconds, median } from "./measure.ts";
import type { Texts } from "./texts.ts";

/** The whole reading may cost this many times wink-nlp's own full pipeline. */
const ratioLimit = 2.5;
const memoryLimitMb = 1024;
const memoryDocuments = 2000;
const rounds = 5;
/** So many rounds come first and do not count: V8 compiles for longer than one. */
const warmUpRounds = 4;
const mostParts = 4;

/** Measures CPU time of reading and memory of a large case; true when both are within limits. */
export async function benchmarkRead({ name, texts, many }: Texts): Promise<boolean> {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  console.log(`${texts.length} texts of ${name}, ${(characters / 1e6).toFixed(2)} M characters`);
  const { loadLexicon } = await lexiconModule();
  const { createReader } = await readModule();
  const read = createReader(loadLexicon(lexiconsFolder()));
  const documents = texts.map((text, index) =>
    documentOf(text, { id: `${index}.txt`, language: null }),
  );
  const wink = winkPipeline();
  const ours: number[] = [];
  const theirs: number[] = [];
  // Rounds take turns, so that a busy machine disturbs both alike.
  for (let round = 0; round < warmUpRounds + rounds; round++) {
    const own = cpuSeconds(() => documents.forEach((document) => void read(document)));
    const wholeWink = cpuSeconds(() => texts.forEach(wink));
    if (round < warmUpRounds) continue;
    ours.push(own);
    theirs.push(wholeWink);
  }
  const [own, other] = [median(ours), median(theirs)];
  const ratio = own / other;
  const per = (seconds: number) =>
    `${((seconds / texts.length) * 1000).toFixed(2)} ms CPU per text`;
  console.log(`reading              ${per(own)} (median of ${rounds})`);
  console.log(`wink-nlp, all pipes  ${per(other)}`);
  console.log(`ratio                ${ratio.toFixed(2)} (limit ${ratioLimit})`);
  const { megabytes, seconds } = memoryOfCase(many);
  console.log(
    `memory               ${megabytes.toFixed(0)} MB at most for ${memoryDocuments} documents through the whole pipeline (limit ${memoryLimitMb}), ${seconds.toFixed(1)} s`,
  );
  return ratio <= ratioLimit && megabytes < memoryLimitMb;
}

const lexiconModule = (): Promise<typeof import("../src/lexicon/lexicon.ts")> =>
  import(built("lexicon/lexicon.js"));
const readModule = (): Promise<typeof import("../src/read/read.ts")> =>
  import(built("read/read.js"));

/** wink-nlp with every annotation that its model has. */
function winkPipeline(): (text: string) => void {
  const require = createRequire(import.meta.url);
  type Factory = (model: unknown) => { readDoc(text: string): unknown };
  const nlp = (require("wink-nlp") as Factory)(require("wink-eng-lite-web-model"));
  return (text) => void nlp.readDoc(text);
}

/** Peak resident memory of `parallax analyze` on a case of distinct documents, in its own process. */
function memoryOfCase(texts: readonly string[]): { megabytes: number; seconds: number } {
  const folder = mkdtempSync(join(tmpdir(), "parallax-bench-"));
  try {
    mkdirSync(join(folder, "case"));
    const parts = Math.max(1, Math.ceil(memoryDocuments / texts.length));
    // Thirds of different articles rather than the same ones again: a case of reprints only would
    // measure nothing but how every sentence is compared with its own copy.
    const different = texts.flatMap((text) => cut(text, Math.min(parts, mostParts)));
    for (let index = 0; index < memoryDocuments; index++)
      writeFileSync(
        join(folder, "case", `${String(index).padStart(5, "0")}.txt`),
        `${different[index % different.length]}\n\nPrinted as number ${index}.\n`,
      );
    const main = built("cli/main.js");
    const script = `import { main } from ${JSON.stringify(main)};
      process.exitCode = await main(["analyze", ${JSON.stringify(join(folder, "case"))}]);
      console.error("peak-kb " + process.resourceUsage().maxRSS);`;
    writeFileSync(join(folder, "run.mjs"), script);
    const started = performance.now();
    const { stderr, status } = spawnSync(process.execPath, [join(folder, "run.mjs")], {
      encoding: "utf8",
      maxBuffer: 64 * 1024 * 1024,
    });
    const peak = /peak-kb (\d+)/.exec(stderr)?.[1];
    if (status !== 0 || peak === undefined) throw new Error(`analyze failed: ${stderr}`);
    return { megabytes: Number(peak) / 1024, seconds: (performance.now() - started) / 1000 };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A text in so many parts of about as many lines each. */
function cut(text: string, parts: number): string[] {
  const lines = text.split("\n");
  const size = Math.ceil(lines.length / parts);
  return Array.from({ length: parts }, (_, part) =>
    lines.slice(part * size, (part + 1) * size).join("\n"),
  ).filter((part) => part.trim() !== "");
}
