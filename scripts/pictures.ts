import { spawn } from "node:child_process";
import { cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { chromium } from "playwright-core";

/** Takes the pictures of the papers from the bundled example: docs/images/*.png, light, 1 : 1. */
const root = fileURLToPath(new URL("..", import.meta.url));
const pictures: readonly {
  readonly name: string;
  readonly view: string;
  readonly width: number;
  readonly height: number;
  /** What is chosen first, so that the drawer stands open. */
  readonly choose?: string;
}[] = [
  {
    name: "claims",
    view: "#/claims",
    width: 1440,
    height: 800,
    choose:
      "tr:has(a.statement:text-is('The ferry was sailing without navigation lights.')) a.cell.attributes",
  },
  { name: "figures", view: "#/figures", width: 1080, height: 800 },
  { name: "origins", view: "#/origins", width: 1440, height: 800, choose: ".copies a" },
];

const folder = mkdtempSync(join(tmpdir(), "parallax-pictures-"));
cpSync(join(root, "examples", "brenna-strait"), folder, {
  recursive: true,
  filter: (path) => !path.includes(".parallax"),
});
const server = spawn(
  process.execPath,
  [join(root, "bin", "parallax.js"), "serve", folder, "--port", "0"],
  { stdio: ["ignore", "pipe", "inherit"] },
);
try {
  const address = await addressOf(server.stdout);
  const browser = await chromium.launch({
    executablePath: process.env.PARALLAX_CHROMIUM ?? "/usr/bin/chromium",
    args: ["--no-sandbox", "--disable-background-networking"],
  });
  try {
    for (const { name, view, width, height, choose } of pictures) {
      const page = await browser.newPage({
        viewport: { width, height },
        colorScheme: "light",
        reducedMotion: "reduce",
      });
      await page.goto(`${address}/${view}`);
      await page.waitForSelector("main h2, main table");
      await page.waitForFunction("!document.querySelector('.waiting')");
      if (choose !== undefined) {
        await page.locator(choose).first().click();
        await page.waitForSelector(".drawer");
        await page.mouse.move(0, 0);
      }
      await page.waitForFunction("document.getAnimations().length === 0");
      await page.screenshot({ path: join(root, "docs", "images", `${name}.png`) });
      await page.close();
    }
  } finally {
    await browser.close();
  }
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
}

/** The address that the server prints when it is ready. */
async function addressOf(output: AsyncIterable<Buffer>): Promise<string> {
  let printed = "";
  for await (const part of output) {
    printed += part.toString();
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
    if (found) return found[0];
  }
  throw new Error(`the workbench did not start: ${printed}`);
}
