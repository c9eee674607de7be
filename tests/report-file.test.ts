import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type { Browser, BrowserContextOptions, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { folderOf, parallax } from "./run.ts";
import { barriers, executablePath, overflowing, startBrowser } from "./support/browser.ts";
import { copyFolder } from "./support/folder.ts";
import { putFullReport } from "./support/full-report.ts";
import { type Served, serveCopyOf } from "./support/served.ts";

const example = "examples/brenna-strait";
const parts = 11;
/** What A4 leaves between its margins, at 96 pixels to the inch. */
const paper = { width: 673, height: 980 };

describe.skipIf(executablePath === null)("both reports of the example, as files", () => {
  let served: Served;
  let browser: Browser;
  let results: ReturnType<typeof folderOf>;

  beforeAll(async () => {
    results = folderOf({});
    const copy = copyFolder(example);
    const { code } = await parallax(["analyze", copy.path, "--out", results.path]);
    copy.remove();
    expect(code).toBe(0);
    served = await serveCopyOf(example);
    await putFullReport(served.address);
    const chosen = await fetch(`${served.address}/api/report/file`);
    writeFileSync(join(results.path, "chosen.html"), await chosen.text());
    browser = await startBrowser();
  }, 300_000);
  afterAll(async () => {
    await browser?.close();
    await served?.close();
    results?.remove();
  });

  /** Opens a report with the network cut; it may load nothing else and complain of nothing. */
  async function opened(
    file: string,
    look: (page: Page) => Promise<void>,
    options: BrowserContextOptions = {},
  ): Promise<void> {
    const context = await browser.newContext({ offline: true, ...options });
    const page = await context.newPage();
    const [asked, errors]: [string[], string[]] = [[], []];
    page.on("request", (request) => asked.push(request.url()));
    page.on("console", (message) => errors.push(message.text()));
    page.on("pageerror", (error) => errors.push(error.message));
    const address = pathToFileURL(join(results.path, file)).href;
    await page.goto(address);
    await look(page);
    expect([asked, errors]).toEqual([[address], []]);
    await context.close();
  }

  test.each([
    ["1440 px", "as found", { viewport: { width: 1440, height: 900 } }],
    ["390 px", "as reviewed", { viewport: { width: 390, height: 844 }, colorScheme: "dark" }],
  ] as const)(
    "the chosen one has something of every view and no barrier at %s, %s",
    {
      timeout: 240_000,
    },
    async (_name, form, options) => {
      await opened(
        "chosen.html",
        async (page) => {
          expect(await page.locator("main > section.item > h2").count()).toBe(parts);
          expect(await page.getByText("This is no longer found").count()).toBe(0);
          await page.getByRole("radio", { name: form }).check();
          expect(await page.evaluate(overflowing)).toBe(0);
          expect(await barriers(page)).toEqual([]);
        },
        options,
      );
    },
  );

  test.each(["report.html", "chosen.html"])("%s: no table is cut at 1280 px", async (file) => {
    await opened(
      file,
      async (page) => {
        const cut = `[...document.querySelectorAll(".matrix")].filter((one) => one.scrollWidth > one.parentElement.clientWidth + 1).length`;
        expect(await page.evaluate(cut)).toBe(0);
      },
      { viewport: { width: 1280, height: 800 } },
    );
  });

  test("by keyboard: from as found to as reviewed, and into a passage", async () => {
    await opened("chosen.html", async (page) => {
      const claim = page.locator("#item-1");
      const cell = claim.locator("tr:first-child > td:visible", {
        has: page.locator(".sign.reject"),
      });
      expect(await cell.textContent()).toContain("asserts");
      await claim.getByText("Rejected by Ada Quill").first().waitFor();
      await page.getByRole("radio", { name: "as found" }).focus();
      await page.keyboard.press("ArrowRight");
      await page.getByText("It is shown as reviewed").waitFor();
      // It is not left out unseen: the cell is unknown now, and says that it was rejected.
      expect(await cell.textContent()).toContain("unknown");
      expect(await cell.textContent()).not.toContain("asserts");
      await page.getByRole("link", { name: "What was judged" }).first().focus();
      await page.keyboard.press("Enter");
      expect(new URL(page.url()).hash).toBe("#judged");
      expect(await page.locator("#judged tbody tr").count()).toBe(7);
      const whole = page.locator("section.item", { hasText: "Whom each side quotes" });
      await whole.locator("summary:visible").first().focus();
      await page.keyboard.press("Enter");
      await whole.locator("figure:visible").first().waitFor();
    });
  });

  test.each(["report.html", "chosen.html"])("%s: nothing is wider than the paper", async (file) => {
    await opened(
      file,
      async (page) => {
        await page.emulateMedia({ media: "print" });
        // An element whose words stick out is shrunk with its page, and all pages with it.
        const wider = `[document.documentElement, ...document.querySelectorAll("body *")]
          .filter((one) => one.clientWidth > 0 && one.scrollWidth > one.clientWidth + 1)
          .map((one) => one.outerHTML.slice(0, 80))`;
        await page.evaluate(
          `for (const one of document.querySelectorAll("details")) one.open = true`,
        );
        expect(await page.evaluate(wider)).toEqual([]);
      },
      { viewport: paper },
    );
  });

  test.each([
    ["report.html", 30, 90],
    ["chosen.html", 20, 80],
  ])("%s as PDF: A4, %d to %d pages", async (file, least, most) => {
    await opened(file, async (page) => {
      const pdf = (await page.pdf({ preferCSSPageSize: true })).toString("latin1");
      const sizes = [...pdf.matchAll(/\/MediaBox\s*\[([^\]]+)\]/g)].map(([, box = ""]) =>
        box.trim(),
      );
      expect(new Set(sizes)).toEqual(new Set(["0 0 594.95996 841.91998"]));
      expect(sizes.length).toBeGreaterThanOrEqual(least);
      expect(sizes.length).toBeLessThanOrEqual(most);
    });
  });
});
