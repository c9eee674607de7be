import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { weirDeps, weirJudgements } from "./fixtures/deps.ts";
import { barriers, executablePath, openStage, overflowing, type Stage } from "./support/browser.ts";

describe.skipIf(executablePath === null)("a stretch of time in a real browser", () => {
  let weir: Stage;

  beforeAll(async () => {
    weir = await openStage({ ...weirDeps, judgements: weirJudgements() });
  });

  afterAll(async () => {
    await weir?.close();
  });

  const chip = (page: Page) => page.getByRole("region", { name: "Stretch of time", exact: true });
  const counted = (page: Page) => page.locator("search output").first().textContent();
  const to = (page: Page, view: string) =>
    page.getByRole("navigation", { name: "Views" }).getByRole("link", { name: view }).click();

  test("it is marked by dragging, holds in other views, and is removed again", async () => {
    await weir.at("#/timeline", async (page) => {
      const strips = page.getByRole("img", { name: /Documents by day/ });
      const box = await strips.boundingBox();
      if (!box) throw new Error("the strip has no place");
      // 12 to 19 May, with a day to spare at both ends: ten bars, of which the second and third.
      const xOf = (bar: number) => box.x + ((bar + 0.5) / 10) * box.width;
      await page.mouse.move(xOf(3), box.y + 10);
      await page.mouse.down();
      await page.mouse.move(xOf(2), box.y + 30, { steps: 4 });
      await page.mouse.up();
      await chip(page).waitFor();
      expect(page.url()).toContain("from=2031-05-13&to=2031-05-14");
      await expect(chip(page).textContent()).resolves.toMatch(
        /13 May to 14 May 2031.*3 of 7 documents.*of 1 the date does not tell/,
      );
      expect(await barriers(page)).toEqual([]);
      await to(page, "Claims");
      await expect.poll(() => counted(page)).toBe("4 claims of 5");
      expect(page.url()).toContain("from=2031-05-13&to=2031-05-14");
      expect(await barriers(page)).toEqual([]);
      await to(page, "Figures");
      await expect.poll(() => counted(page)).toMatch(/^2 quantities/);
      await to(page, "Reader");
      await expect(chip(page).textContent()).resolves.toContain("It changes nothing here");
      await to(page, "Claims");
      await chip(page).getByRole("button").click();
      await expect.poll(() => counted(page)).toBe("5 claims");
      expect(page.url()).not.toContain("from=");
      await to(page, "Figures");
      expect(page.url()).not.toContain("from=");
    });
  });

  test("it is marked by key with two dates, in a small window as well", async () => {
    await weir.at(
      "#/timeline",
      async (page) => {
        expect(await page.evaluate(overflowing)).toBe(0);
        await page.getByText("Mark a stretch of time", { exact: true }).focus();
        await page.keyboard.press("Enter");
        await page.getByLabel("First day").fill("2031-05-19");
        await page.getByLabel("Last day").fill("2031-05-19");
        await page.keyboard.press("Enter");
        await chip(page).waitFor();
        expect(page.url()).toContain("from=2031-05-19&to=2031-05-19");
        expect(await barriers(page)).toEqual([]);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  test("a small window shows the list, or the picture of one side", async () => {
    await weir.at(
      "#/timeline",
      async (page) => {
        await page.locator(".event-list li").first().waitFor();
        await page.getByRole("button", { name: "picture" }).click();
        await page.locator(".picture svg").waitFor();
        await page.getByLabel("Side").selectOption("Upland");
        expect(page.url()).toContain("lane=Upland");
        expect(await page.evaluate(overflowing)).toBe(0);
        expect(await barriers(page)).toEqual([]);
      },
      { viewport: { width: 390, height: 844 } },
    );
  });

  test("a dot says by key whose number it is, and Escape takes that away", async () => {
    await weir.at("#/figures", async (page) => {
      const mark = page.locator(".picture a[*|href*='norhaven']").first();
      await mark.focus();
      const tip = page.locator(".tip");
      await expect(tip.textContent()).resolves.toMatch(
        /Norhaven Wire: .*12 to 16, says rescue services; published 13 May 2031/,
      );
      await page.keyboard.press("Escape");
      await tip.waitFor({ state: "detached" });
    });
  });

  test("a number that was judged bears the sign at its dot", async () => {
    await weir.at("#/figures", async (page) => {
      await page.locator(".picture a[*|href*='upland-herald']").first().click();
      const drawer = page.getByRole("complementary", { name: "Evidence" });
      await drawer.getByRole("button", { name: "Confirm" }).click();
      await drawer.getByLabel("Signed as").fill("Ada Quill");
      await drawer.getByRole("button", { name: "Sign and confirm" }).click();
      await page.locator(".picture text", { hasText: "confirmed" }).waitFor();
      await page.keyboard.press("Escape");
      const mark = page.locator(".picture a[*|href*='upland-herald']").first();
      await mark.focus();
      await expect(page.locator(".tip").textContent()).resolves.toContain("confirmed in a review");
      expect(await barriers(page)).toEqual([]);
    });
  });

  test("parts stand below their whole, with a text that says the same", async () => {
    await weir.at("#/figures?only=parts", async (page) => {
      const bar = page.getByRole("img", { name: /9 \+ 5 \+ 3 = 17 the parts make the whole/ });
      await bar.waitFor();
      expect(await bar.locator(".pieces .piece").count()).toBe(3);
      expect(await barriers(page)).toEqual([]);
    });
  });
});
