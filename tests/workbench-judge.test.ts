import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { weirDeps, weirJudgements } from "./fixtures/deps.ts";
import {
  answered,
  barriers,
  executablePath,
  openStage,
  overflowing,
  type Stage,
} from "./support/browser.ts";

const courier = encodeURIComponent("delta-courier/flood.html");
const herald = encodeURIComponent("upland-herald/gates.html");
const drawer = (page: Page) => page.getByRole("complementary", { name: "Evidence" });
const narrow = { viewport: { width: 390, height: 844 }, colorScheme: "dark" } as const;

describe.skipIf(executablePath === null)("judging, citing and reading", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage({ ...weirDeps, judgements: weirJudgements() });
  });
  afterAll(() => stage?.close());

  test("a fact-checker rejects a cell, sees the review without it, and takes it back", async () => {
    await stage.at("#/claims", async (page) => {
      await page.locator("a.cell.asserts").first().click();
      const judge = drawer(page).getByRole("region", { name: "Your judgement" });
      await judge.getByRole("button", { name: "Reject", exact: true }).click();
      await judge.getByText("Judgements are signed").waitFor();
      // Nobody's name is proposed; what was asked for is done once there is one.
      expect(await judge.getByLabel("Signed as").inputValue()).toBe("");
      await judge.getByLabel("Note, or the reason").fill("It is the Union that says so.");
      await judge.getByLabel("Signed as").fill("Ada Quill");
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Enter");
      await judge.getByText("Kept: rejected by Ada Quill.").waitFor();
      await judge.getByText("It is the Union that says so.").waitFor();
      await page.locator("a.cell .judged.reject").first().waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Escape");
      const before = await page.locator("a.cell.asserts").count();
      await page.getByRole("button", { name: "As reviewed" }).click();
      await page.getByText("1 mark that was rejected is left out.").waitFor();
      expect(page.url()).toContain("as=reviewed");
      await expect.poll(() => page.locator("a.cell.asserts").count()).toBe(before - 1);
      await page.reload();
      await page.getByText("1 mark that was rejected is left out.").waitFor();
      await page.getByRole("link", { name: "All judgements" }).click();
      await page.getByText("Rejected by Ada Quill").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("button", { name: "Undo" }).click();
      await page.getByText("Nothing was judged yet.").waitFor();
    });
  });

  test("a copy is rejected: as reviewed its text is gone, and the copy can be had back", async () => {
    await stage.at("#/origins", async (page) => {
      await page.locator(".copies a").first().click();
      const judge = drawer(page).getByRole("region", { name: "Your judgement" });
      await judge.getByRole("button", { name: "Reject", exact: true }).click();
      await page.locator(".copies .judged.reject").waitFor();
      await page.keyboard.press("Escape");
      await page.getByRole("button", { name: "As reviewed" }).click();
      await page.locator(".reused").waitFor({ state: "detached" });
      await page.getByText("1 mark that was rejected is left out.").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.goBack();
      await page.locator(".copies .judged.reject").waitFor();
    });
  });

  test("a silence is judged where it is told, document by document", async () => {
    await stage.at("#/silence/silence-rain/growers", async (page) => {
      const judge = drawer(page).getByRole("group", { name: "Your judgement" }).first();
      await judge.getByRole("button", { name: "Reject", exact: true }).click();
      await page.locator(".silence .chip .judged.reject").first().waitFor();
      expect(await barriers(page)).toEqual([]);
    });
  });

  test("what of a view can be judged, and why nothing of another can", async () => {
    for (const [place, told] of [
      ["timeline?as=reviewed", "Nothing is left out."],
      ["sourcing?as=reviewed", "left out."],
      ["?as=reviewed", "left out."],
      ["spread", "no reading of a passage"],
      ["draft", "held against the case as found"],
    ] as const)
      await stage.at(`#/${place}`, async (page) => {
        await page.getByText(told).first().waitFor();
        expect(await page.evaluate(overflowing)).toBe(0);
      });
  });

  test.each([
    ["plain text", /^Delta Courier|Wall of water/],
    ["BibTeX", /^@online\{/],
    ["W3C annotation", /"TextQuoteSelector"/],
  ])("a passage is copied as %s, and that is said", async (form, expected) => {
    await stage.at(
      `#/claims/siren/${courier}`,
      async (page) => {
        await drawer(page).locator(".cite summary").first().click();
        await drawer(page).getByRole("button", { name: form }).first().click();
        await drawer(page).getByText(`Copied as ${form}.`).waitFor();
        const copied = await page.evaluate<string>("navigator.clipboard.readText()");
        expect(copied).toMatch(expected);
        expect(copied).toContain("The Office claims that the siren");
      },
      { permissions: ["clipboard-read", "clipboard-write"] },
    );
  });

  test("where the clipboard is denied the citation stands there selected", async () => {
    await stage.at(`#/claims/siren/${courier}`, async (page) => {
      await page.evaluate("navigator.clipboard.writeText = () => Promise.reject(new Error('no'))");
      await drawer(page).locator(".cite summary").first().click();
      await drawer(page).getByRole("button", { name: "BibTeX" }).first().click();
      await drawer(page).getByText("the text below is selected").waitFor();
      const chosen = await page.evaluate<string>("getSelection().toString()");
      expect(chosen).toMatch(/^@online\{/);
      expect(await barriers(page)).toEqual([]);
    });
  });

  test("reader: by keys to a mark, into its evidence, to the same claim elsewhere", async () => {
    await stage.at(`#/reader/${courier}`, async (page) => {
      await page.locator("a.m.claims-mark").first().waitFor();
      await page.keyboard.press("?");
      const keys = page.getByRole("dialog", { name: "Keys" });
      await keys.waitFor();
      await page.keyboard.press("Escape");
      await keys.waitFor({ state: "hidden" });
      await page.keyboard.press("e");
      await page.getByText("Choose a mark first").waitFor();
      await page.keyboard.press("n");
      await page.keyboard.press("Enter");
      await drawer(page).waitFor();
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "detached" });
      await page.locator("a.m.claims-mark").first().click();
      await page.locator("#at").waitFor();
      await page.keyboard.press("c");
      await page.waitForURL((url) => !url.hash.startsWith(`#/reader/${courier}`));
      await answered(page);
      await page.locator("#at").waitFor();
      await page.goBack();
      await page.waitForURL((url) => url.hash.startsWith(`#/reader/${courier}`));
    });
  });

  test.each([
    ["1440 px", {}],
    ["390 px", narrow],
  ])("reader: what others say stands by the paragraph, %s", async (_name, options) => {
    await stage.at(
      `#/reader/${courier}`,
      async (page) => {
        const beside = page.locator(".beside").first();
        await beside.waitFor();
        if ("viewport" in options) await beside.locator("summary").first().click();
        const other = beside.locator(".other a").first();
        await other.waitFor();
        expect(await page.evaluate(overflowing)).toBe(0);
        expect(await barriers(page)).toEqual([]);
        await other.click();
        await page.locator("#at").waitFor();
        expect(page.url()).toContain("claim=");
      },
      options,
    );
  });

  test.each([
    ["1440 px", {}],
    ["390 px", narrow],
  ])("reader: two documents go to a claim that they share, %s", async (_name, options) => {
    await stage.at(
      `#/reader/${courier}/${herald}`,
      async (page) => {
        await page.locator(".pane").nth(1).waitFor();
        await page.getByLabel("Claims that they share").selectOption({ index: 1 });
        await page.locator("#at").waitFor();
        await page.locator("#at-2").waitFor();
        await expect(page.locator("#at-2").isVisible()).resolves.toBe(true);
        expect(await page.evaluate(overflowing)).toBe(0);
        expect(await barriers(page)).toEqual([]);
      },
      options,
    );
  });
});
