import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { Browser } from "playwright-core";
import { answered, executablePath, startBrowser } from "../tests/support/chromium.ts";
import { median } from "./measure.ts";
import type { Texts } from "./texts.ts";
import { writeVariants } from "./variants.ts";

/** Of a case of so many made documents each view, opened in a window that keeps nothing, … */
const documents = 2000;
/** … is there within so many milliseconds … */
const millisecondsLimit = 1500;
/** … and no answer is longer than so many bytes. */
const bytesLimit = 200_000;
/** Each view is opened so often, and the median is told. */
const rounds = 5;

const views =
  "|claims|figures|wording|silence|sourcing|origins|timeline|draft|reader|judgements".split("|");
const root = fileURLToPath(new URL("..", import.meta.url));

/** Measures how long the views of a served case take to be there; true within the limits. */
export async function benchmarkView(_texts: Texts): Promise<boolean> {
  if (!executablePath) {
    console.log("views are not measured: there is no Chromium (PARALLAX_CHROMIUM=PATH names one)");
    return true;
  }
  const folder = mkdtempSync(join(tmpdir(), "parallax-bench-"));
  const path = join(folder, "case");
  mkdirSync(path);
  writeVariants(path, documents);
  const args = [join(root, "bin", "parallax.js"), "serve", path, "--port", "0"];
  const server = spawn(process.execPath, args, { stdio: ["ignore", "pipe", "inherit"] });
  const browser = await startBrowser();
  try {
    const address = await addressOf(server.stdout);
    let isWithin = true;
    for (const view of views) {
      const opened = [];
      for (let round = 0; round < rounds; round++) opened.push(await open(browser, address, view));
      const milliseconds = median(opened.map((one) => one.milliseconds));
      const bytes = Math.max(...opened.map((one) => one.bytes));
      isWithin &&= milliseconds <= millisecondsLimit && bytes <= bytesLimit;
      console.log(
        `${(view || "front page").padEnd(12)}${milliseconds.toFixed(0).padStart(6)} ms${(bytes / 1000).toFixed(0).padStart(6)} kB`,
      );
    }
    console.log(
      `median to open a view of ${documents.toLocaleString("en")} documents, and its biggest answer (limits ${millisecondsLimit} ms, ${bytesLimit / 1000} kB)`,
    );
    return isWithin;
  } finally {
    await browser.close();
    server.kill("SIGINT");
    if (server.exitCode === null) await once(server, "exit");
    rmSync(folder, { recursive: true, force: true });
  }
}

async function open(browser: Browser, address: string, view: string) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  try {
    const page = await context.newPage();
    const answers: Promise<Buffer>[] = [];
    page.on("response", (response) => {
      if (response.url().startsWith(`${address}/api/`)) answers.push(response.body());
    });
    const began = performance.now();
    await page.goto(`${address}/#/${view}`);
    await answered(page);
    const milliseconds = performance.now() - began;
    const sizes = (await Promise.all(answers)).map(({ length }) => length);
    return { milliseconds, bytes: Math.max(0, ...sizes) };
  } finally {
    await context.close();
  }
}

async function addressOf(output: AsyncIterable<Buffer>): Promise<string> {
  let told = "";
  for await (const part of output) {
    told += part.toString();
    const [address] = /http:\/\/[\d.:]+/.exec(told) ?? [];
    if (address) return address;
  }
  throw new Error(`the workbench did not start: ${told}`);
}
