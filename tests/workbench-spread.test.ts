import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createApp } from "../src/serve/app.ts";
import { createAssetReader, workbenchAssets } from "../src/serve/assets.ts";
import { type Listening, listen } from "../src/serve/listen.ts";
import { weirDeps } from "./fixtures/deps.ts";

const executablePath =
  [process.env.PARALLAX_CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;

/** With WebGL drawn by the processor, and without any. */
const withWebgl = ["--use-angle=swiftshader", "--enable-unsafe-swiftshader"];
const withoutWebgl = ["--disable-3d-apis"];

describe.skipIf(executablePath === null)("the view Spread in a real browser", () => {
  let server: Listening;
  const browsers: Browser[] = [];

  beforeAll(async () => {
    const root = fileURLToPath(new URL("..", import.meta.url));
    const asset = await createAssetReader(await workbenchAssets(root));
    server = await listen(createApp({ ...weirDeps, asset }), 0);
  });
  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    await server?.close();
  });

  async function opened(hash: string, args: readonly string[]): Promise<Page> {
    const browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--headless", "--no-sandbox", "--disable-background-networking", ...args],
    });
    browsers.push(browser);
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: "en-GB",
    });
    await page.goto(`${server.address}/${hash}`);
    await page.waitForSelector("main h2");
    await page.locator(".waiting").first().waitFor({ state: "detached" });
    return page;
  }

  test("the graph is gone through by key and by mouse, down to the posts of a pair", async () => {
    const page = await opened("#/spread", withWebgl);
    const graph = page.getByRole("application", { name: /Graph of accounts/ });
    await graph.focus();
    await graph.press("ArrowRight");
    const told = page.locator(".graph-frame + .scrub-reading");
    await expect.poll(() => told.textContent()).toBe("tessen_rowers, Group 1, tied to 5 accounts");
    await graph.press("Enter");
    await page.getByRole("heading", { name: "Pairs of tessen_rowers" }).waitFor();
    expect(page.url()).toContain("account=tessen_rowers");
    await page.goBack();
    await page.getByRole("heading", { name: /Pairs of tessen/ }).waitFor({ state: "detached" });
    // The line between two accounts is somewhere between their places: what is told says where.
    const box = await graph.boundingBox();
    if (!box) throw new Error("no graph");
    await page.locator(".graph").scrollIntoViewIfNeeded();
    const found = await lineUnder(page, graph, told);
    expect(found).toMatch(/^tessen_rowers and account-0+\d: \d+ times$/);
    await page.mouse.down();
    await page.mouse.up();
    await page.getByRole("complementary", { name: "Evidence" }).waitFor();
    await page.getByText("4 s apart").waitFor();
    expect(page.url()).toContain("#/spread/1/tessen_rowers/account-");
    await page.keyboard.press("Escape");
    await page.getByRole("complementary").waitFor({ state: "detached" });
  });

  test("where there is no WebGL, it is said, and the tables stand", async () => {
    const page = await opened("#/spread", withoutWebgl);
    await page.getByText("This browser cannot draw the graph").waitFor();
    await page.locator(".groups a").first().click();
    await page.locator(".edges a").first().waitFor();
    await page.getByRole("link", { name: "tessen_rowers", exact: true }).click();
    await page.getByRole("heading", { name: "Pairs of tessen_rowers" }).waitFor();
  });

  test("the window moves by key, none below what the times can tell, and it is said", async () => {
    const page = await opened("#/spread?window=10", withoutWebgl);
    const slider = page.getByRole("slider", { name: "within" });
    await slider.press("Home");
    await expect.poll(() => slider.getAttribute("aria-valuetext")).toBe("10 seconds");
    await page.getByText("No time in these posts is finer than 10 seconds").waitFor();
    await slider.press("End");
    await page.waitForURL(/window=3600/);
    await page.getByText("Within 1 hour: 1 group.").waitFor();
    await page.getByText("stands at 30 s, 1 min, 5 min, 15 min, 1 h; gone at 10 s").waitFor();
  });

  test("a bar is read by key, and all bars stand in a table", async () => {
    const page = await opened("#/spread", withoutWebgl);
    const reader = page.getByRole("slider", { name: /Read the number/ }).first();
    await reader.focus();
    await reader.press("ArrowRight");
    await expect
      .poll(() => reader.getAttribute("aria-valuetext"))
      .toBe("4 May, 07:00 to 4 May, 08:00: 9 posts, 0 of groups");
    await page.getByText("The same as a table").click();
    await expect(page.locator(".over-time tbody tr").count()).resolves.toBe(91);
  });

  test("two hashtags are named, chosen from the list, and refused", async () => {
    const page = await opened("#/spread", withoutWebgl);
    await page.getByLabel("One").fill("#OpenTheGates");
    await page.getByLabel("The other").fill("keepthemshut");
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByRole("img", { name: /#openthegates upwards/ }).waitFor();
    await expect(page.locator(".used tbody tr").allTextContents()).resolves.toEqual([
      "All117377",
      "Group 1600",
    ]);
    await page.getByLabel("The other").fill("OpenTheGates");
    await page.getByRole("button", { name: "Show" }).click();
    await page.getByText("Name two different hashtags.").waitFor();
    await page.getByRole("link", { name: "#keepthemshut and #openthegates" }).click();
    await page.getByRole("img", { name: /#keepthemshut upwards/ }).waitFor();
  });
});

/** Moves the mouse over the graph until a line is under it; what is told of it then. */
async function lineUnder(
  page: Page,
  graph: ReturnType<Page["locator"]>,
  told: ReturnType<Page["locator"]>,
): Promise<string> {
  const box = await graph.boundingBox();
  if (!box) throw new Error("no graph");
  for (let row = 0.5; row < 1; row += 0.03)
    for (let column = 0.3; column < 0.7; column += 0.01) {
      await page.mouse.move(box.x + box.width * column, box.y + box.height * row);
      const words = (await told.textContent()) ?? "";
      if (words.includes(" and ")) return words;
    }
  throw new Error("no line is under the mouse anywhere");
}
