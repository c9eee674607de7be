import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import type { Browser, BrowserContext, BrowserContextOptions, Page } from "playwright-core";
import { expect } from "vitest";
import { createApp } from "../../src/serve/app.ts";
import { createAssetReader, workbenchAssets } from "../../src/serve/assets.ts";
import type { Deps } from "../../src/serve/deps.ts";
import { listen } from "../../src/serve/listen.ts";
import { answered, startBrowser } from "./chromium.ts";

export { answered, executablePath, startBrowser } from "./chromium.ts";

/** Pixels by which the page is wider than its window. */
export const overflowing =
  "document.documentElement.scrollWidth - document.documentElement.clientWidth";

const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe-core finds wrong for those who see little, or nothing, or use no mouse. */
export async function barriers(page: Page): Promise<unknown> {
  // Plot draws after the first measure of its place.
  await page.evaluate("new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)))");
  await page.evaluate(axe);
  return page.evaluate(
    `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
      violations.map(({ id, help, nodes }) => [id, help, nodes.length, nodes[0].html]))`,
  );
}

/** A served case with a browser before it. */
export type Stage = {
  readonly address: string;
  readonly browser: Browser;
  /**
   * Opens a place, lets `look` look, and fails on any console error or request off this machine.
   * Windows of one kind share what the browser keeps.
   */
  readonly at: (
    hash: string,
    look: (page: Page) => Promise<void>,
    options?: BrowserContextOptions,
  ) => Promise<void>;
  readonly close: () => Promise<void>;
};

/** Serves the built workbench with these answers and starts the browser. */
export async function openStage(deps: Deps): Promise<Stage> {
  const root = fileURLToPath(new URL("../..", import.meta.url));
  const asset = await createAssetReader(await workbenchAssets(root));
  const server = await listen(createApp({ ...deps, asset }), 0);
  const stage = await stageAt(server.address);
  const close = async () => {
    await stage.close();
    await server.close();
  };
  return { ...stage, close };
}

/** A browser before what is served at this address. */
export async function stageAt(address: string): Promise<Stage> {
  const browser = await startBrowser();
  const contexts = new Map<string, Promise<BrowserContext>>();
  const contextFor = (options: BrowserContextOptions) => {
    // Dates and numbers follow the browser's locale: the same on every machine.
    const wanted = { viewport: { width: 1440, height: 900 }, locale: "en-GB", ...options };
    const key = JSON.stringify(wanted);
    const context = contexts.get(key) ?? browser.newContext(wanted);
    contexts.set(key, context);
    return context;
  };
  return {
    address,
    browser,
    at: async (hash, look, options = {}) => {
      const page = await (await contextFor(options)).newPage();
      const errors: string[] = [];
      page.on("pageerror", (error) => errors.push(error.message));
      page.on("console", (message) => {
        // What the graphics driver says of its own speed is no fault of the page.
        if (message.text().includes("GL Driver Message")) return;
        if (message.type() === "error" || message.type() === "warning") errors.push(message.text());
      });
      page.on("request", (request) => {
        if (!request.url().startsWith(address)) errors.push(`loads ${request.url()}`);
      });
      try {
        await page.goto(`${address}/${hash}`);
        await answered(page);
        await look(page);
        expect(errors).toEqual([]);
      } finally {
        await page.close();
      }
    },
    close: () => browser.close(),
  };
}
