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
  /** What is pressed first, one after the other. */
  readonly press?: readonly string[];
  /** What stands on the page when the picture can be taken. */
  readonly until?: string;
  /** What stands in the middle of the picture, instead of what is at the top of the page. */
  readonly middle?: string;
};

const opened = ".drawer";
const lights = "The ferry was sailing without navigation lights.";
const cellOfLights = `tr:has(a.statement:text-is("${lights}")) a.cell.attributes`;

const paper = { scheme: "light", width: 1440, height: 800 } as const;
const drafted: Pick<Picture, "press" | "until"> = {
  press: ["button:text-is('Try the example’s draft')"],
  until: ".draft-note",
};
const ofPapers: readonly Picture[] = [
  { name: "home", view: "#/", ...paper },
  { name: "claims", view: "#/claims", ...paper, press: [cellOfLights], until: opened },
  { name: "draft", view: "#/draft", ...paper, ...drafted },
  {
    name: "spread",
    view: "#/spread",
    ...{ ...paper, width: 760, height: 640 },
    until: ".graph canvas",
    middle: ".graph-frame",
  },
  { name: "figures", view: "#/figures", ...paper, width: 1080 },
  { name: "origins", view: "#/origins", ...paper, press: [".copies a"], until: opened },
];

/** A view by its address, and what is pressed there to see more of it. */
type Shown = Pick<Picture, "view" | "press" | "until" | "middle">;

const views: Readonly<Record<string, Shown>> = {
  home: { view: "" },
  claims: { view: "claims" },
  "claims-cell": { view: "claims", press: ["a.cell.attributes"], until: opened },
  claim: {
    view: "claims",
    press: ["a.statement, .card h2 a, .card h3 a"],
    until: ".claim-page .carriers",
  },
  asked: { view: "claims?ask=The+ferry+was+told+to+stop." },
  figures: { view: "figures" },
  "figures-parts": { view: "figures", press: [".parts a"], until: opened },
  wording: { view: "wording" },
  "wording-use": { view: "wording", press: ["a.use"], until: opened },
  silence: { view: "silence" },
  sourcing: { view: "sourcing" },
  origins: { view: "origins" },
  "origins-copy": { view: "origins", press: [".copies a"], until: opened },
  timeline: { view: "timeline" },
  spread: { view: "spread" },
  "spread-graph": { view: "spread", until: ".graph canvas", middle: ".graph-frame" },
  "spread-group": { view: "spread", press: [".groups a"], until: ".edges a" },
  "spread-pair": { view: "spread", press: [".groups a", ".edges a"], until: opened },
  reach: { view: "reach", until: "main article" },
  "pile-ons": { view: "pile-ons" },
  draft: { view: "draft" },
  "draft-example": { view: "draft", ...drafted },
  reader: { view: "reader" },
  "reader-document": { view: "reader/harbour-post%2F2031-05-04-her-lights-were-on.html" },
  judgements: { view: "judgements" },
  report: { view: "report" },
  add: { view: "add" },
  "set-up": { view: "set-up" },
};

function ofViews(asked: readonly string[]): Picture[] {
  const wanted = asked.length > 0 ? asked : Object.keys(views);
  const windows = [
    { size: "1440", width: 1440, height: 1000 },
    { size: "390", width: 390, height: 844 },
  ];
  return wanted.flatMap((name) => {
    const shown = views[name];
    if (!shown) throw new Error(`no view ${name} (${Object.keys(views).join(", ")})`);
    return windows.flatMap(({ size, width, height }) =>
      (["light", "dark"] as const).map((scheme) => ({
        ...{ ...shown, name: `${name}-${size}-${scheme}`, view: `#/${shown.view}` },
        ...{ width, height, scheme },
      })),
    );
  });
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
    args: [
      ...["--no-sandbox", "--disable-background-networking"],
      ...["--use-angle=swiftshader", "--enable-unsafe-swiftshader"],
    ],
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
  const { name, view, width, height, scheme, press = [], until, middle } = picture;
  const page = await browser.newPage({
    viewport: { width, height },
    colorScheme: scheme,
    reducedMotion: "reduce",
    locale: "en-GB",
  });
  const errors: string[] = [];
  page.on("pageerror", ({ message }) => errors.push(message));
  page.on("console", (message) => {
    if (message.type() === "error") errors.push(message.text());
  });
  await page.goto(`${address}/${view}`);
  await page.locator("main :is(h1, h2, table):visible").first().waitFor();
  await page.locator(".waiting").first().waitFor({ state: "detached" });
  for (const pressed of press) await page.locator(`:is(${pressed}):visible`).first().click();
  if (until !== undefined) await page.waitForSelector(until);
  if (press.length > 0) await page.mouse.move(0, 0);
  if (middle !== undefined)
    await page.evaluate(`document.querySelector("${middle}").scrollIntoView({ block: "center" })`);
  await page.locator(".waiting").first().waitFor({ state: "detached" });
  while ((await page.evaluate("document.getAnimations().length")) !== 0)
    await page.waitForTimeout(stillMs);
  await page.screenshot({ path: join(target, `${name}.png`) });
  await page.close();
  if (errors.length > 0) throw new Error(`${name}: ${errors.join("; ")}`);
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
