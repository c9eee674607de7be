import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "./built.ts";
import type { Texts } from "./texts.ts";
import { writeVariants } from "./variants.ts";

/** Documents of the cases that are compared; the pace of the last one is held against the limits … */
const sizes = [1000, 2000, 4000, 8000] as const;
/** … unless so many are compared in fact. */
const whole = 10_000;
/** Twice the documents may cost so many times the CPU time. */
const doublingLimit = 2.3;
/** What comparing the whole may take, in CPU seconds (5 minutes on one of two cores) … */
const secondsLimit = 300;
/** … and hold at most, in MB. */
const memoryLimitMb = 3000;
/** One new document in a case of so many is read and compared within so many CPU seconds. */
const added = { documents: 2000, seconds: 10 } as const;

type Told = Readonly<Record<string, number>>;

/**
 * Measures what comparing costs, as made cases grow; true within limits. With `whole` the largest case
 * is measured too, which takes a quarter of an hour more.
 */
export function benchmarkCompare(_texts: Texts, options: { readonly whole: boolean }): boolean {
  const folder = mkdtempSync(join(tmpdir(), "parallax-bench-"));
  try {
    let before = { documents: 0, comparing: 0, megabytes: 0 };
    let within = true;
    for (const documents of options.whole ? [...sizes, whole] : sizes) {
      const path = join(folder, String(documents));
      mkdirSync(path);
      writeVariants(path, documents);
      run(folder, script(path, false));
      const { comparing = 0, megabytes = 0, claims = 0 } = run(folder, script(path, true));
      const isDoubled = documents === before.documents * 2;
      const ratio = isDoubled ? comparing / before.comparing : undefined;
      console.log(
        [
          `${documents.toLocaleString("en").padStart(6)} documents`,
          `${comparing.toFixed(1)} s CPU to compare`,
          ...(ratio === undefined ? [] : [`${ratio.toFixed(2)} × (limit ${doublingLimit})`]),
          `${megabytes.toFixed(0)} MB at most`,
          `${claims.toLocaleString("en")} claims`,
        ].join(", "),
      );
      within &&= ratio === undefined || ratio <= doublingLimit;
      before = { documents, comparing, megabytes };
      if (documents === added.documents) within = benchmarkOneMore(folder, path) && within;
      rmSync(path, { recursive: true, force: true });
    }
    const seconds = (before.comparing / before.documents) * whole;
    console.log(
      `${options.whole ? "" : "at this pace "}${whole.toLocaleString("en")} documents take ${seconds.toFixed(0)} s (limit ${secondsLimit}); memory of the largest case ${before.megabytes.toFixed(0)} MB (limit ${memoryLimitMb})`,
    );
    return within && seconds <= secondsLimit && before.megabytes <= memoryLimitMb;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function benchmarkOneMore(folder: string, path: string): boolean {
  const other = join(folder, "more");
  mkdirSync(other);
  writeVariants(other, added.documents + 1);
  const name = `${String(added.documents).padStart(6, "0")}.txt`;
  const outlet = "outlet-000";
  writeFileSync(join(path, outlet, name), readFileSync(join(other, outlet, name)));
  rmSync(other, { recursive: true, force: true });
  const { all = 0, wall = 0 } = run(folder, script(path, true));
  console.log(
    `       one more: ${all.toFixed(1)} s CPU, ${wall.toFixed(1)} s by the clock (limit ${added.seconds})`,
  );
  return Math.min(all, wall) <= added.seconds;
}

/** Runs a module in a process of its own, on one core where that can be asked for, that prints what it measured. */
function run(folder: string, module: string): Told {
  const file = join(folder, "run.mjs");
  writeFileSync(file, module);
  const pin = ["taskset", "-c", "0"] as const;
  const canPin = spawnSync(pin[0], [...pin.slice(1), "true"]).status === 0;
  const [command, ...rest] = [...(canPin ? pin : []), process.execPath, file];
  const { stdout, stderr, status } = spawnSync(command ?? process.execPath, rest, {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`the benchmark failed: ${stderr}`);
  return JSON.parse(stdout) as Told;
}

function script(path: string, compare: boolean): string {
  return `
import { analyzeCase, findingsOf } from ${JSON.stringify(built("pipeline/analyze.js"))};
const seconds = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const began = performance.now();
const enough = new Error("enough");
let before = 0;
const progress = (step) => {
  if (step !== "comparing") return;
  before = seconds();
  if (!${compare}) throw enough;
};
try {
  const { store, close } = await analyzeCase(${JSON.stringify(path)}, { environment: {}, progress });
  const told = {
    comparing: seconds() - before,
    all: seconds(),
    wall: (performance.now() - began) / 1000,
    megabytes: process.resourceUsage().maxRSS / 1024,
  };
  const claims = await findingsOf(store, "claims");
  close();
  console.log(JSON.stringify({ ...told, claims: claims.length }));
} catch (error) {
  if (error !== enough) throw error;
  console.log("{}");
}`;
}
