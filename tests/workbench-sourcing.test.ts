import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ReusedText } from "../src/compare/origins/origins.ts";
import type { Deps } from "../src/serve/deps.ts";
import { weirDeps } from "./fixtures/deps.ts";
import { answered, barriers, executablePath, openStage, type Stage } from "./support/browser.ts";

const narrow = { viewport: { width: 390, height: 900 } };

describe.skipIf(executablePath === null)("who quotes, copies, words and is silent", () => {
  let weir: Stage;

  beforeAll(async () => {
    weir = await openStage(branching());
  });

  afterAll(async () => {
    await weir?.close();
  });

  const drawer = (page: Page) => page.getByRole("complementary", { name: "Evidence" });

  test("the matrix of who quotes whom opens passages, and is a graph when asked", async () => {
    await weir.at("#/sourcing", async (page) => {
      const matrix = page.locator(".quotes-matrix");
      const row = matrix.locator("tr", { hasText: "Delta Courier" });
      await expect(row.locator("a.times").allTextContents()).resolves.toEqual([
        "3",
        "1, 1 with distance",
        "1",
      ]);
      await row.locator("a.distant").click();
      await drawer(page).waitFor();
      await expect(drawer(page).locator("mark").first().textContent()).resolves.toContain(
        "The Office claims that the siren",
      );
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "detached" });
      await page.getByRole("button", { name: "Graph" }).click();
      await page.locator(".quotes-graph .line").first().waitFor();
      expect(page.url()).toContain("form=graph");
      expect(await page.locator(".quotes-graph .line").count()).toBe(4);
      await page.locator(".quotes-graph .line path").nth(1).click();
      await drawer(page).waitFor();
      expect(page.url()).toMatch(/quotes\/delta-courier\/.*form=graph/);
      expect(await barriers(page)).toEqual([]);
      await page.reload();
      await drawer(page).waitFor();
    });
  });

  test("the tree leads from the earliest text over who passed it on, and opens the edits", async () => {
    await weir.at("#/origins", async (page) => {
      const tree = page.locator(".tree").first();
      const rows = tree.locator("li");
      await expect.poll(() => rows.count()).toBe(3);
      await expect(rows.nth(0).textContent()).resolves.toContain("the text");
      await expect(rows.nth(2).textContent()).resolves.toContain("no date");
      expect(await tree.locator(".undated").count()).toBe(1);
      expect(await tree.locator("circle.open").count()).toBe(1);
      expect(await barriers(page)).toEqual([]);
      await rows.nth(1).getByRole("link").click();
      await drawer(page).waitFor();
      await expect(drawer(page).locator(".diff ins").first().textContent()).resolves.toContain(
        "went out",
      );
    });
  });

  test("a label leads to its uses in lines, narrowed by side and voice, and back", async () => {
    await weir.at("#/wording", async (page) => {
      await page
        .locator(".label-bars")
        .first()
        .getByRole("link", { name: "controlled release" })
        .first()
        .click();
      const lines = page.locator(".concordance tbody tr");
      await expect.poll(() => lines.count()).toBe(3);
      await expect(page.locator(".concordance caption").allTextContents()).resolves.toEqual([
        "In the source’s own voice",
        "Quoted or reported",
      ]);
      await page.getByLabel(/^Voice/).selectOption("others");
      await expect.poll(() => lines.count()).toBe(1);
      await page.getByLabel(/^Voice/).selectOption("");
      await page.getByLabel(/^Order/).selectOption("after");
      await expect(page.locator(".concordance caption").allTextContents()).resolves.toEqual([
        "All voices, by the words after",
      ]);
      expect(page.url()).toContain("sort=after");
      await page.getByLabel(/^Source/).selectOption("water-office");
      await expect.poll(() => lines.count()).toBe(1);
      await expect(page.locator("search output").textContent()).resolves.toBe("1 of 3 uses");
      await page.getByLabel(/^Source/).selectOption("");
      await page.getByLabel(/^Side/).selectOption("upland");
      await expect.poll(() => lines.count()).toBe(2);
      expect(page.url()).toContain("side=upland");
      expect(await barriers(page)).toEqual([]);
      await lines.first().locator("td a").click();
      await answered(page);
      await expect(page.locator("#at").textContent()).resolves.toContain("controlled release");
      await page.goBack();
      await expect.poll(() => lines.count()).toBe(2);
      await page.getByRole("link", { name: "All words" }).click();
      await page.locator(".label-bars").first().waitFor();
    });
  });

  test("a word of one side leads to all its uses in lines, and back to its passages", async () => {
    await weir.at("#/wording/upland-delta-own/release", async (page) => {
      await drawer(page).getByRole("link", { name: "31 uses, line by line" }).click();
      const lines = page.locator(".concordance tbody tr");
      await expect.poll(() => lines.count()).toBe(2);
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("link", { name: "All words" }).click();
      await drawer(page).waitFor();
    });
  });

  test("silence is summed up by sides, and the sum leads to its claims", async () => {
    await weir.at("#/silence", async (page) => {
      const rows = page.locator(".silence-row");
      await expect.poll(() => rows.count()).toBe(2);
      const sums = page.getByRole("navigation", { name: "Which sides" });
      await sums.getByRole("link", { name: "1 that Upland carries and Delta does not" }).click();
      await expect.poll(() => rows.count()).toBe(1);
      expect(page.url()).toContain("only=upland");
      await expect(rows.first().textContent()).resolves.toContain("1 silent in one document");
      await rows.first().getByText("Why").click();
      await expect(rows.first().locator(".reasons li").count()).resolves.toBe(2);
      expect(await barriers(page)).toEqual([]);
      await page.goBack();
      await expect.poll(() => rows.count()).toBe(2);
    });
  });

  test.each(["sourcing", "sourcing?form=graph", "origins", "wording", "silence"])(
    "#/%s fits a narrow window",
    async (view) => {
      await weir.at(
        `#/${view}`,
        async (page) => {
          expect(
            await page.evaluate(
              "document.documentElement.scrollWidth - document.documentElement.clientWidth",
            ),
          ).toBe(0);
          expect(await barriers(page)).toEqual([]);
        },
        narrow,
      );
    },
  );
});

/** The fixture's notice, which an undated document of another source has by way of its first copy. */
function branching(): Deps {
  const undated = "norhaven-wire/gates.txt";
  return {
    ...weirDeps,
    overview: async () => {
      const overview = await weirDeps.overview();
      const documents = overview.documents.map((card) =>
        card.sourceId === "norhaven-wire" ? { ...card, published: null } : card,
      );
      return { ...overview, documents };
    },
    findings: async (question) => {
      const answer = await weirDeps.findings(question);
      if (question !== "origins") return answer;
      const [text] = answer as readonly ReusedText[];
      if (!text) throw new Error("no reused text in the fixture");
      const [first] = text.copies;
      const documents = (await weirDeps.overview()).documents;
      const wire = documents.find(({ sourceId }) => sourceId === "norhaven-wire")?.id ?? undated;
      const second = { ...first, documentId: wire, via: first.documentId, share01: 0.1 };
      return [{ ...text, copies: [first, second] }] as never;
    },
  };
}
