import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { readingThreads } from "../src/pipeline/limits.ts";
import { built } from "./built.ts";
import type { Texts } from "./texts.ts";

/**
 * From files to kept readings may take this many times the CPU time that wink-nlp's own full
 * pipeline takes for the same texts in as many threads. Reading takes 2.5 of it; the rest is opening
 * the files, keeping the readings, and that each thread begins cold. On a machine that does other
 * things beside, 5.8 was measured.
 */
const ratioLimit = 7;
/** What the whole may hold at most, in MB: one process, its threads and the database. */
const memoryLimitMb = 1500;
const charactersEach = 3000;

/** Measures `parallax analyze` on many documents up to their kept readings; true within limits. */
export function benchmarkAnalyze(
  { name, many }: Texts,
  { documents, compare }: { readonly documents: number; readonly compare: boolean },
): boolean {
  const folder = mkdtempSync(join(tmpdir(), "parallax-bench-"));
  try {
    const path = join(folder, "case");
    mkdirSync(path);
    writeDocuments(path, many, documents);
    const threads = readingThreads();
    console.log(
      `${documents.toLocaleString("en")} documents of ${charactersEach.toLocaleString("en")} characters from ${name}, ${threads} reading threads`,
    );
    const wink = run(folder, winkScript(path, threads)).cpu ?? 0;
    const told = run(folder, analyzeScript(path, compare));
    const { looking = 0, reading = 0, comparing, cpu = 0, megabytes = 0 } = told;
    const ratio = cpu / wink;
    const show = (label: string, value: string) => console.log(label.padEnd(24) + value);
    show("looking for changes", `${looking.toFixed(1)} s`);
    show("reading and keeping", `${reading.toFixed(1)} s`);
    show("CPU time until then", `${cpu.toFixed(1)} s, ${(cpu / threads).toFixed(1)} s a thread`);
    if (comparing !== undefined) show("comparing", `${comparing.toFixed(1)} s`);
    show("CPU time of wink-nlp", `${wink.toFixed(1)} s`);
    show("ratio", `${ratio.toFixed(2)} (limit ${ratioLimit})`);
    show("memory", `${megabytes.toFixed(0)} MB at most (limit ${memoryLimitMb})`);
    return ratio <= ratioLimit && megabytes <= memoryLimitMb;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Documents of paragraphs that follow each other in some text, in a lawless but fixed order. */
function writeDocuments(path: string, texts: readonly string[], documents: number): void {
  const paragraphs = texts.flatMap((text) => text.split("\n").filter((line) => line.trim() !== ""));
  let state = 1;
  const next = (below: number) => {
    state = (Math.imul(state, 1103515245) + 12345) & 0x7fffffff;
    return state % below;
  };
  for (let index = 0; index < documents; index++) {
    let text = "";
    let at = next(paragraphs.length);
    while (text.length < charactersEach) {
      text += `${paragraphs[at++ % paragraphs.length]}\n\n`;
      if (next(10) < 3) at = next(paragraphs.length);
    }
    const file = `${String(index).padStart(6, "0")}.txt`;
    writeFileSync(join(path, file), `${text}Printed as number ${index}.\n`);
  }
}

type Told = Readonly<Record<string, number | undefined>>;

/** Runs a module in a process of its own that prints what it measured as JSON. */
function run(folder: string, script: string): Told {
  const file = join(folder, "run.mjs");
  writeFileSync(file, script);
  const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  if (status !== 0) throw new Error(`the benchmark failed: ${stderr}`);
  return JSON.parse(stdout) as Told;
}

function analyzeScript(path: string, compare: boolean): string {
  return `
import { analyzeCase } from ${JSON.stringify(built("pipeline/analyze.js"))};
const began = { looking: performance.now() };
const told = {};
const enough = new Error("enough");
const progress = (step) => {
  if (step in began) return;
  began[step] = performance.now();
  if (step !== "comparing") return;
  const { user, system } = process.cpuUsage();
  told.cpu = (user + system) / 1e6;
  told.megabytes = process.resourceUsage().maxRSS / 1024;
  if (!${compare}) throw enough;
};
try {
  (await analyzeCase(${JSON.stringify(path)}, { environment: {}, progress })).close();
  told.comparing = (performance.now() - began.comparing) / 1000;
} catch (error) {
  if (error !== enough) throw error;
}
told.looking = (began.reading - began.looking) / 1000;
told.reading = (began.comparing - began.reading) / 1000;
console.log(JSON.stringify(told));`;
}

/** wink-nlp over the same files, shared out to as many threads. */
function winkScript(path: string, threads: number): string {
  const require = createRequire(import.meta.url);
  const module = (name: string) => JSON.stringify(require.resolve(name));
  return `
import { readdirSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { isMainThread, Worker, workerData } from "node:worker_threads";
const require = createRequire(import.meta.url);
if (isMainThread) {
  await Promise.all(Array.from({ length: ${threads} }, (_, index) => new Promise((resolve, reject) => {
    new Worker(new URL(import.meta.url), { workerData: index }).on("exit", resolve).on("error", reject);
  })));
  const { user, system } = process.cpuUsage();
  console.log(JSON.stringify({ cpu: (user + system) / 1e6 }));
} else {
  const nlp = require(${module("wink-nlp")})(require(${module("wink-eng-lite-web-model")}));
  const files = readdirSync(${JSON.stringify(path)}).sort();
  for (let at = workerData; at < files.length; at += ${threads})
    nlp.readDoc(readFileSync(${JSON.stringify(`${path}/`)} + files[at], "utf8"));
}`;
}
