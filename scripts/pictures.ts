import { spawn } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { type Browser, chromium } from "playwright-core";

/**
 * Takes pictures of the workbench on the bundled example.
 *
 *     npm run pictures                            those of the papers, into docs/images
 *     npm run pictures -- --all DIR [VIEW...]     every view, wide and narrow, light and dark
 */
const root = fileURLToPath(new URL("..", import.meta.url));

type Picture = {
  readonly name: string;
  readonly view: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
  /** What is chosen first, so that the drawer stands open. */
  readonly choose?: string;
};

const paper = { scheme: "light", width: 1440, height: 800 } as const;
const ofPapers: readonly Picture[] = [
  {
    ...{ name: "claims", view: "#/claims", ...paper },
    choose:
      "tr:has(a.statement:text-is('The ferry was sailing without navigation lights.')) a.cell.attributes",
  },
  { name: "figures", view: "#/figures", ...paper, width: 1080 },
  { name: "origins", view: "#/origins", ...paper, choose: ".copies a" },
];

/** The views by their addresses; the first document of the example stands for the reader. */
const views: readonly string[] = [
  ...["", "claims", "figures", "wording", "silence", "sourcing", "origins", "timeline", "spread"],
  "reader/harbour-post%2F2031-05-04-her-lights-were-on.html",
];

function ofViews(asked: readonly string[]): Picture[] {
  const wanted = asked.length > 0 ? asked : views;
  const windows = [
    { size: "1440", width: 1440, height: 1000 },
    { size: "390", width: 390, height: 844 },
  ];
  return wanted.flatMap((view) =>
    windows.flatMap(({ size, width, height }) =>
      (["light", "dark"] as const).map((scheme) => ({
        name: `${view.replace(/[^\w-]+/g, "-") || "home"}-${size}-${scheme}`,
        ...{ view: `#/${view}`, width, height, scheme },
      })),
    ),
  );
}

const { values, positionals } = parseArgs({
  options: { all: { type: "string" } },
  allowPositionals: true,
});
const target = values.all ?? join(root, "docs", "images");
const pictures = values.all === undefined ? ofPapers : ofViews(positionals);
mkdirSync(target, { recursive: true });

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
    for (const picture of pictures) await take(browser, address, picture);
  } finally {
    await browser.close();
  }
} finally {
  server.kill("SIGTERM");
  await new Promise((resolve) => server.once("exit", resolve));
  rmSync(folder, { recursive: true, force: true });
}

/** How long a picture is waited for to stand still before it is looked at again, in milliseconds. */
const stillMs = 50;

async function take(browser: Browser, address: string, picture: Picture): Promise<void> {
  const { name, view, width, height, scheme, choose } = picture;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
  });
  await page.goto(`${address}/${view}`);
  await page.waitForSelector("main h1, main h2, main table");
  await page.locator(".waiting").first().waitFor({ state: "detached" });
  if (choose !== undefined) {
    await page.locator(choose).first().click();
    await page.waitForSelector(".drawer");
    await page.mouse.move(0, 0);
  }
  while ((await page.evaluate("document.getAnimations().length")) !== 0)
    await page.waitForTimeout(stillMs);
  await page.screenshot({ path: join(target, `${name}.png`) });
  await page.close();
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
