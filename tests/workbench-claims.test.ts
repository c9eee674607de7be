import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { weirDeps } from "./fixtures/deps.ts";
import { manyClaims } from "./fixtures/many-claims.ts";
import { barriers, executablePath, openStage, type Stage } from "./support/browser.ts";

const claims = 5000;
const sources = 200;
/** Cells that a window of this size may hold, with what is drawn beyond its edges. */
const mostCells = 600;

describe.skipIf(executablePath === null)("the claims in a real browser", () => {
  let weir: Stage;
  let many: Stage;

  beforeAll(async () => {
    weir = await openStage(weirDeps);
    many = await openStage(manyClaims(claims, sources));
  });

  afterAll(async () => {
    await weir?.close();
    await many?.close();
  });

  const grid = (page: Page) => page.getByRole("grid", { name: "Claims" });
  const claim = (page: Page, name: string) => grid(page).getByRole("rowheader", { name });

  test("a claim is found, ordered, opened, compared and left again", async () => {
    await weir.at("#/claims", async (page) => {
      await page.getByLabel("Order").selectOption("statement");
      await page.getByLabel("Some source").selectOption("denies");
      await expect.poll(() => grid(page).getByRole("rowheader").count()).toBe(2);
      await page.getByLabel("Find").fill("warning");
      await expect.poll(() => grid(page).getByRole("rowheader").count()).toBe(1);
      await expect(page.locator("search output").textContent()).resolves.toBe("1 claim of 5");
      await claim(page, "No warning").getByRole("link").click();
      await expect(page.getByRole("heading", { level: 1 }).textContent()).resolves.toBe(
        "No warning was given.",
      );
      const farm = page.locator("figure", { hasText: "to any farm" });
      await farm.waitFor();
      await expect(farm.locator("ins").textContent()).resolves.toContain("to any farm");
      await page.getByLabel("Differences from").selectOption("growers/statement.md");
      await expect.poll(() => page.locator("figure.chosen").count()).toBe(1);
      expect(page.url()).toContain("with=growers");
      expect(await barriers(page)).toEqual([]);
      await page.goBack();
      await expect.poll(() => grid(page).getByRole("rowheader").count()).toBe(1);
      await expect(page.getByLabel("Find").inputValue()).resolves.toBe("warning");
      await page.getByRole("button", { name: "Clear all filters" }).click();
      await expect.poll(() => grid(page).getByRole("rowheader").count()).toBe(5);
    });
  });

  test("the page says who is silent and of whom it is not known, with the reason", async () => {
    await weir.at("#/claims/siren", async (page) => {
      const quiet = page.getByRole("region", { name: "Who is silent" });
      await expect(quiet.textContent()).resolves.toMatch(/Quay Observer.*only an excerpt was read/);
      await quiet.getByRole("link", { name: "Growers' Union" }).click();
      await page.getByRole("complementary", { name: "Evidence" }).waitFor();
    });
  });

  test("topics narrow the claims, several at once; the address keeps them, and each is taken away", async () => {
    await weir.at("#/claims", async (page) => {
      const topics = page.getByRole("group", { name: "About" });
      const topic = (name: string) => topics.getByRole("button", { name });
      await expect.poll(() => grid(page).getByRole("rowheader").count()).toBe(5);
      await topic("siren 2 claims").focus();
      await page.keyboard.press("Enter");
      await expect.poll(() => grid(page).getByRole("rowheader").count()).toBe(2);
      const pressed = "document.activeElement.value";
      await expect.poll(() => page.evaluate(pressed)).toBe("siren");
      expect(await topic("siren").getAttribute("aria-pressed")).toBe("true");
      await topic("Marl Bridge").click();
      await expect.poll(() => page.url()).toContain("topic=siren%7CMarl+Bridge");
      expect(await barriers(page)).toEqual([]);
      await page.reload();
      await expect.poll(() => grid(page).getByRole("rowheader").count()).toBe(2);
      await topic("Marl Bridge").click();
      await topic("siren").click();
      await expect.poll(() => grid(page).getByRole("rowheader").count()).toBe(5);
      expect(page.url()).not.toContain("topic");
    });
  });

  test("a claim's page leads to the others of its topics", async () => {
    await weir.at("#/claims/siren", async (page) => {
      await page.getByRole("link", { name: "Marl Bridge", exact: true }).click();
      await expect.poll(() => grid(page).getByRole("rowheader").count()).toBe(2);
    });
  });

  test("of many topics all are looked through and searched", async () => {
    await many.at("#/claims", async (page) => {
      await page.getByText("All topics").click();
      await page.getByLabel("Find a topic").fill("basin 41");
      await expect.poll(() => page.locator(".topics .all li").count()).toBe(1);
      expect(await barriers(page)).toEqual([]);
      await page.locator(".topics .all li button").click();
      await expect
        .poll(() => page.locator("search output").textContent())
        .toMatch(/^5\d claims of 5,000$/);
    });
  });

  test("keys move in the grid, Enter opens, Escape leads back to the cell", async () => {
    await weir.at("#/claims", async (page) => {
      await grid(page).getByRole("rowheader").first().getByRole("link").focus();
      await page.keyboard.press("ArrowDown");
      await page.keyboard.press("ArrowRight");
      await page.keyboard.press("ArrowRight");
      const focused = () =>
        page.evaluate("document.activeElement.closest('[data-place]')?.dataset.place");
      expect(await focused()).toBe("1:1");
      await page.keyboard.press("Enter");
      await page.getByRole("complementary", { name: "Evidence" }).waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("complementary", { name: "Evidence" }).waitFor({ state: "detached" });
      await expect.poll(focused).toBe("1:1");
    });
  });

  test("5,000 claims by 200 sources: few cells are drawn wherever one scrolls", async () => {
    await many.at("#/claims", async (page) => {
      await grid(page).waitFor();
      expect(await grid(page).getAttribute("aria-rowcount")).toBe(String(claims + 2));
      expect(await grid(page).getAttribute("aria-colcount")).toBe(String(sources + 1));
      expect(await barriers(page)).toEqual([]);
      const box = page.locator(".matrix-box");
      for (const [top, left] of [
        [3000, 0],
        [260_000, 9000],
        [1_000_000, 30_000],
      ]) {
        await box.evaluate(`(box) => box.scrollTo(${left}, ${top})`);
        await expect.poll(() => page.getByText("Reading …").count()).toBe(0);
        const cells = await grid(page).locator("tbody a.cell").count();
        expect(cells).toBeGreaterThan(20);
        expect(cells).toBeLessThan(mostCells);
      }
      await page.locator("tbody a.statement").first().focus();
      await page.keyboard.press("Control+End");
      const place = () =>
        page.evaluate("document.activeElement.closest('[data-place]')?.dataset.place");
      await expect.poll(place).toBe(`${claims - 1}:${sources - 1}`);
      await page.keyboard.press("Control+Home");
      await expect.poll(place).toBe("0:-1");
    });
  });

  test("a narrow window shows cards, and more when asked", async () => {
    await many.at(
      "#/claims",
      async (page) => {
        const cards = page.locator(".card");
        await expect.poll(() => cards.count()).toBe(20);
        await page.getByRole("button", { name: "Show more" }).click();
        await expect.poll(() => cards.count()).toBe(40);
      },
      { viewport: { width: 390, height: 900 } },
    );
  });
});
