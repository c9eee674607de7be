import { spawnSync } from "node:child_process";
import {
  createReadStream,
  createWriteStream,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { createGunzip } from "node:zlib";
import { randomFrom } from "../src/spread/random.ts";
import { built } from "./built.ts";
import { median } from "./measure.ts";
import type { Texts } from "./texts.ts";

/** The co-action of a file may take so many times what the engine takes to read, sort and write it. */
const probeLimit = 1.5;
/** What chance would give may take so many times as long as the edges. */
const testLimit = 10;
/** What it may hold at so many rows, in MB. */
const memory = { rows: 1_500_000, limitMb: 500 } as const;
/** Twice the rows may take so many times as long. */
const doublingLimit = 2.3;
/** With `--whole`, so many rows are compared, too, and may take so much memory. */
const most = { rows: 100_000_000, limitMb: 4000 } as const;
const rounds = 5;
const rowsAtOnce = 1000;

type Ran = {
  /** By the clock, from start to end. */
  readonly seconds: number;
  /** CPU time of all threads: what another program on the machine changes least. */
  readonly cpuSeconds: number;
  readonly megabytes: number;
};

/** Measures co-action as a whole process, beside a process that only reads, sorts and writes the rows. */
export async function benchmarkSpread(
  _texts: Texts,
  { shared, whole }: { readonly shared: string; readonly whole: boolean },
): Promise<boolean> {
  const folder = mkdtempSync(join(tmpdir(), "parallax-bench-"));
  try {
    const real = join(folder, "hashtags.csv");
    const isReal = await unpacked(join(shared, "data/coordination/ira_hash_1m.csv.gz"), real);
    if (!isReal) await writeActions(real, 650_000);
    const sides = { probe: [] as Ran[], edges: [] as Ran[], tested: [] as Ran[] };
    for (let round = 0; round < rounds; round++) {
      sides.probe.push(runProbe(folder, real));
      sides.edges.push(runSpread(folder, real, ["--no-test"]));
      sides.tested.push(runSpread(folder, real, []));
    }
    const seconds = (ran: readonly Ran[]) => median(ran.map((one) => one.seconds));
    const cpu = (ran: readonly Ran[]) => median(ran.map((one) => one.cpuSeconds)).toFixed(2);
    const toProbe = seconds(sides.edges) / seconds(sides.probe);
    const toEdges = (seconds(sides.tested) - seconds(sides.edges)) / seconds(sides.edges);
    console.log(
      `${isReal ? "hash_1m" : "650,000 made rows"}, 60 s: read, sort and write ${seconds(sides.probe).toFixed(2)} s (CPU ${cpu(sides.probe)}); edges ${seconds(sides.edges).toFixed(2)} s (CPU ${cpu(sides.edges)}), ${toProbe.toFixed(2)} × (limit ${probeLimit}); chance adds ${toEdges.toFixed(2)} × (limit ${testLimit}); ${Math.max(...sides.edges.map((one) => one.megabytes)).toFixed(0)} MB`,
    );
    let within = toProbe <= probeLimit && toEdges <= testLimit;
    let before: Ran | undefined;
    for (const rows of [memory.rows / 2, memory.rows]) {
      const file = join(folder, `${rows}.csv`);
      await writeActions(file, rows);
      const ran = runSpread(folder, file, ["--no-test"]);
      const ratio = before ? ran.seconds / before.seconds : 1;
      console.log(
        `${rows.toLocaleString("en")} made rows: ${ran.seconds.toFixed(2)} s, ${ran.megabytes.toFixed(0)} MB${before ? `; ${ratio.toFixed(2)} × (limit ${doublingLimit})` : ""}`,
      );
      within &&= ratio <= doublingLimit && ran.megabytes <= memory.limitMb;
      before = ran;
      rmSync(file);
    }
    if (whole) {
      const file = join(folder, "most.csv");
      await writeActions(file, most.rows);
      const ran = runSpread(folder, file, ["--no-test"]);
      console.log(
        `${most.rows.toLocaleString("en")} made rows: ${ran.seconds.toFixed(0)} s, ${ran.megabytes.toFixed(0)} MB (limit ${most.limitMb})`,
      );
      within &&= ran.megabytes <= most.limitMb;
    }
    return within;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runSpread(folder: string, file: string, options: readonly string[]): Ran {
  const args = ["spread", file, "--edges", join(folder, "edges.csv"), ...options];
  return runModule(
    folder,
    `import { main } from "${built("cli/main.js")}";
     process.exitCode = await main(${JSON.stringify(args)});`,
  );
}

function runProbe(folder: string, file: string): Ran {
  const duckdb = import.meta.resolve("@duckdb/node-api");
  const query = `copy (select * from read_csv('${file}') order by object_id, timestamp_share)
    to '${join(folder, "sorted.csv")}' (header)`;
  return runModule(
    folder,
    `import { DuckDBInstance } from "${duckdb}";
     const connection = await (await DuckDBInstance.create(":memory:")).connect();
     await connection.run(${JSON.stringify(query)});`,
  );
}

/** Runs a module in a process of its own. */
function runModule(folder: string, code: string): Ran {
  const file = join(folder, "run.mjs");
  const told = join(folder, "told.json");
  writeFileSync(
    file,
    `${code}
     const { writeFileSync } = await import("node:fs");
     writeFileSync(${JSON.stringify(told)}, JSON.stringify(process.resourceUsage()));`,
  );
  const started = performance.now();
  const { status, stderr } = spawnSync(process.execPath, [file], { encoding: "utf8" });
  const seconds = (performance.now() - started) / 1000;
  if (status !== 0) throw new Error(stderr);
  const { maxRSS, userCPUTime, systemCPUTime } = JSON.parse(readFileSync(told, "utf8"));
  return { seconds, cpuSeconds: (userCPUTime + systemCPUTime) / 1e6, megabytes: maxRSS / 1000 };
}

/** Made actions: a few accounts act much, a few objects are acted on much, most of all in bursts. */
async function writeActions(file: string, rows: number): Promise<void> {
  const random = randomFrom(rows);
  const accounts = Math.round(rows / 700);
  const objects = Math.round(rows / 10);
  const span = (86_400 * 240 * rows) / 650_000;
  const row = (number: number) => {
    const object = Math.floor(objects * random() ** 4);
    const account = Math.floor(accounts * random() ** 2);
    const time = 1_460_000_000 + Math.floor(span * random());
    return `tag${object},account${account},p${number >> 1},${time - (time % 60)}\n`;
  };
  function* lines() {
    yield "object_id,account_id,content_id,timestamp_share\n";
    for (let from = 0; from < rows; from += rowsAtOnce)
      yield Array.from({ length: Math.min(rowsAtOnce, rows - from) }, (_, at) =>
        row(from + at),
      ).join("");
  }
  await pipeline(Readable.from(lines()), createWriteStream(file));
}

async function unpacked(from: string, to: string): Promise<boolean> {
  try {
    await pipeline(createReadStream(from), createGunzip(), createWriteStream(to));
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return false;
    throw error;
  }
}
