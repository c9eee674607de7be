import { existsSync } from "node:fs";
import { type Browser, chromium, type Page } from "playwright-core";

/** The browser is looked for by path: none is downloaded. Without one the tests are skipped. */
export const executablePath =
  [
    process.env.PARALLAX_CHROMIUM,
    "/usr/bin/chromium",
    "/usr/bin/chromium-browser",
    "/usr/bin/google-chrome",
  ].find((path) => path !== undefined && existsSync(path)) ?? null;

/** Waits until nothing on the page is still being read. */
export async function answered(page: Page): Promise<void> {
  await page.waitForSelector("main h1, main h2, main select, main .empty");
  // Not by a polled expression: the page's own policy forbids to evaluate text.
  await page.locator(".waiting").first().waitFor({ state: "detached" });
}

/** A browser that nobody sees; `more` are further arguments of its command line. */
export function startBrowser(more: readonly string[] = ["--disable-gpu"]): Promise<Browser> {
  return chromium.launch({
    executablePath: executablePath ?? "",
    args: [
      "--headless",
      "--no-sandbox",
      "--disable-background-networking",
      "--disable-component-update",
      "--disable-sync",
      "--no-first-run",
      ...more,
    ],
  });
}
