import { readFileSync, writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import type { Locator, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { folderOf, parallax } from "./run.ts";
import {
  answered,
  barriers,
  executablePath,
  overflowing,
  type Stage,
  stageAt,
  startBrowser,
} from "./support/browser.ts";
import { copyFolder } from "./support/folder.ts";
import { type Served, serveCopyOf } from "./support/served.ts";

/** What four people do with the example case, as the command serves it, from the first page on. */
const example = "examples/brenna-strait";
const lights = "The ferry was sailing without navigation lights.";
const drawer = (page: Page) => page.getByRole("complementary", { name: "Evidence" });
const words = async (place: Locator) => ((await place.textContent()) ?? "").replace(/\s+/g, " ");

describe.skipIf(executablePath === null)("four people before the example case", () => {
  let served: Served;
  let stage: Stage;
  let results: ReturnType<typeof folderOf>;

  beforeAll(async () => {
    served = await serveCopyOf(example);
    stage = await stageAt(served.address);
    results = folderOf({});
    const copy = copyFolder(example);
    const { code } = await parallax(["analyze", copy.path, "--out", results.path]);
    copy.remove();
    expect(code).toBe(0);
  }, 300_000);
  afterAll(async () => {
    await stage?.close();
    await served?.close();
    results?.remove();
  });

  const result = (name: string): unknown =>
    JSON.parse(readFileSync(`${results.path}/${name}.json`, "utf8"));

  test("an editor holds a draft against the case, keeps one note with a reason, and saves", async () => {
    await stage.at("#/", async (page) => {
      await page.getByRole("navigation", { name: "Views" }).getByText("Draft").click();
      await page.getByRole("button", { name: "Try the example’s draft" }).click();
      const heading = page.getByRole("heading", { name: "Word of one side" });
      const note = page.locator(".draft-note", { has: heading });
      await note.waitFor();
      expect(await darkest(page.locator(".draft-copy mark").first())).toBeLessThan(100);

      await note.getByRole("link", { name: /passages?$/ }).click();
      await drawer(page).getByRole("heading", { name: "expelled", level: 2 }).waitFor();
      await answered(page);
      const behind = await drawer(page).locator("blockquote mark").allTextContents();
      expect(behind.join(" ")).toMatch(/expelled/);
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "detached" });

      await note.getByRole("button", { name: "Keep deliberately" }).click();
      await page.keyboard.type("the word of the court");
      await page.keyboard.press("Enter");
      await page.locator(".draft-note.kept").getByText("the word of the court").waitFor();
      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save" }).click(),
      ]);
      expect(file.suggestedFilename()).toBe("two-shores.md");
      const saved = readFileSync(await file.path(), "utf8");
      expect(saved).toContain("Residents were expelled from the islands");
      expect(saved).toMatch(/<!-- parallax: keep contested-word\S* the word of the court -->/);
    });
  });

  test("a researcher sorts the claims, keeps the address, and finds the numbers of the files", async () => {
    const claims = z
      .array(z.object({ statement: z.string(), contested: z.boolean() }))
      .parse(result("claims"));
    const contested = claims.filter((claim) => claim.contested).length;
    await stage.at("#/claims", async (page) => {
      const rows = page.getByRole("grid", { name: "Claims" }).getByRole("rowheader");
      expect(await words(page.locator("search output"))).toBe(`${claims.length} claims`);
      await page.getByLabel("contested only").check();
      await page.getByLabel("Order").selectOption("statement");
      const told = `${contested} claims of ${claims.length}`;
      await expect.poll(() => words(page.locator("search output"))).toBe(told);
      const firsts = async () =>
        (await rows.locator("a.statement").allTextContents()).slice(0, 6).map((one) => one.trim());
      await expect.poll(async () => (await firsts())[0]).toMatch(/^Armed members/);
      const before = await firsts();
      expect(before).toEqual([...before].sort((a, b) => a.localeCompare(b, "en")));
      await page.reload();
      await answered(page);
      await expect.poll(firsts).toEqual(before);
      expect(await page.getByLabel("contested only").isChecked()).toBe(true);
    });

    const [killed] = z
      .array(
        z.object({
          what: z.string(),
          entries: z.array(z.object({ value: z.number().nullable() })),
        }),
      )
      .parse(result("figures"));
    await stage.at("#/figures", async (page) => {
      const first = page.locator(".figure-group").first();
      expect(await words(first.getByRole("heading", { level: 2 }))).toContain(killed?.what);
      await first.getByText("As a table").click();
      const shown = await first.locator("tbody tr td:first-of-type").allTextContents();
      const numbers = (values: (string | number | null)[]) =>
        values.map((value) => Number(/\d+/.exec(String(value))?.[0])).sort((a, b) => a - b);
      expect(numbers(shown)).toEqual(numbers(killed?.entries.map(({ value }) => value) ?? []));
    });

    const { contrasts } = z
      .object({
        contrasts: z.array(
          z.object({
            words: z.array(
              z.object({
                ...{ word: z.string(), logOdds: z.number(), low: z.number(), high: z.number() },
                uses: z.array(z.object({ count: z.number() })),
              }),
            ),
          }),
        ),
      })
      .parse(result("wording"));
    const [word] = contrasts[0]?.words ?? [];
    if (!word) throw new Error("no word of one side");
    await stage.at("#/wording", async (page) => {
      const region = page.getByRole("region", { name: "Words that one side uses more" });
      await region.getByText("As a table").first().click();
      const row = await words(region.getByRole("row", { name: word.word }));
      for (const { count } of word.uses) expect(row).toContain(` ${count} in `.slice(1));
      const [low, high] = [word.low, word.high].map((odds) => Math.exp(Math.abs(odds)));
      const told = [...row.matchAll(/\d+(?:\.\d+)?/g)].map(([number]) => Number(number));
      for (const bound of [low, high])
        expect(told.some((one) => Math.abs(one - (bound ?? 0)) < 0.06 * (bound ?? 0))).toBe(true);
    });
  });

  test("an investigator goes from a group to the seconds between two posts, and looks after a target", async () => {
    await stage.at("#/spread", async (page) => {
      await page.locator(".groups tbody tr").first().waitFor();
      await expect(page.locator(".groups tbody tr").count()).resolves.toBe(2);
      await page.locator(".groups").getByRole("link", { name: "15 accounts" }).first().click();
      await page.getByRole("heading", { name: "Group 1" }).waitFor();
      const members = page.locator(".members").first().locator("a");
      await members.first().waitFor();
      await expect(members.count()).resolves.toBe(15);
      await page.locator(".edges a").first().click();
      const pair = drawer(page).locator(".pairs li").first();
      await pair.waitFor();
      const apart = Number(/^(\d+) s apart$/.exec(await words(pair.locator(".badge")))?.[1]);
      const [first = "", second = ""] = await pair.locator("figcaption").allTextContents();
      expect(secondOf(second) - secondOf(first)).toBe(apart);
      expect(apart).toBeGreaterThan(0);
    });

    await stage.at("#/reach", async (page) => {
      await page.getByLabel("Find").fill("grey");
      await page.getByRole("link", { name: "#greyheron" }).click();
      const carried = page.getByRole("article");
      await carried.getByRole("heading", { name: "#greyheron" }).waitFor();
      const shown = await words(carried);
      expect(shown).toMatch(/1,300 ?accounts?/);
      await carried.getByText("Who carried it first").waitFor();
    });

    await stage.at("#/pile-ons", async (page) => {
      const target = page.locator(".pile-ons tbody a").first();
      const masked = await words(target);
      expect(masked).toMatch(/^account-[0-9a-f]{12}$/);
      const one = page.getByRole("article", { name: masked });
      expect(await words(one)).toMatch(/578 accounts.*had never addressed the target before/);
      // Who took part is counted and never named.
      expect(await one.getByRole("link").count()).toBe(0);
      expect(await words(page.locator("main"))).not.toMatch(/@\w+/);
    });
  });

  test("where nothing can be drawn, the graph says so and its tables answer", async () => {
    const browser = await startBrowser(["--disable-3d-apis"]);
    try {
      const page = await browser.newPage();
      await page.goto(`${served.address}/#/spread`);
      await page.getByRole("heading", { name: "The graph" }).scrollIntoViewIfNeeded();
      await page.getByText("This browser cannot draw the graph").waitFor();
      await page.locator(".groups a").first().click();
      await page.locator(".edges a").first().waitFor();
    } finally {
      await browser.close();
    }
  });

  const tour = readFileSync("docs/tour.md", "utf8").split(/^## /m).slice(1);
  const stops = tour.map((stop): [string, string, string[]] => {
    const [title = ""] = stop.split("\n");
    const address = /^\*Open\* `([^`]+)`$/m.exec(stop)?.[1] ?? "";
    const lookAt = /^\*Look at\*.*?(?=\n\n)/ms.exec(stop)?.[0].replace(/\s+/g, " ") ?? "";
    return [title, address, [...lookAt.matchAll(/“([^”]+)”/g)].map(([, phrase = ""]) => phrase)];
  });
  test.each(stops)("the tour, %s: %s opens, and shows %s", async (_title, address, phrases) => {
    expect(address).toMatch(/^#\//);
    await stage.at(address, async (page) => {
      await page.locator("main :is(h1, h2)").first().waitFor();
      for (const phrase of phrases) await page.getByText(phrase).first().waitFor();
    });
  });

  test("a fact-checker follows a claim to its words, cites, rejects a mark, and reports it", async () => {
    const options = { permissions: ["clipboard-read", "clipboard-write"] };
    const walk = async (page: Page) => {
      await page
        .locator(".shape-bar")
        .getByRole("link", { name: /contested/ })
        .click();
      const grid = page.getByRole("grid", { name: "Claims" });
      await expect.poll(() => words(page.locator("search output"))).toBe("14 claims of 57");
      const claim = grid.getByRole("row").filter({ hasText: lights });
      await claim.getByRole("rowheader").getByRole("link").click();
      await page.getByRole("heading", { name: lights, level: 1 }).waitFor();

      // "The mainland's is that …" is the mainland's word, and is read as the paper's own.
      const wrong = page.locator("figure", { hasText: "mainland’s is that" });
      expect(await words(wrong)).toContain("asserts");
      await wrong.getByRole("link", { name: "Evidence" }).click();
      await drawer(page).locator("mark", { hasText: "mainland’s is that" }).waitFor();
      await drawer(page).locator(".cite summary").first().click();
      await drawer(page).getByRole("button", { name: "plain text" }).first().click();
      await drawer(page).getByText("Copied as plain text.").waitFor();
      const cited = await page.evaluate<string>("navigator.clipboard.readText()");
      expect(cited).toMatch(/Harbour Post.*SHA-256/s);
      const judge = drawer(page).getByRole("region", { name: "Your judgement" });
      await judge.getByRole("button", { name: "Note" }).click();
      await judge.getByLabel("Signed as").fill("Ada Quill");
      await judge.getByLabel("Note, or the reason").fill("It gives the mainland's word.");
      await judge.getByRole("button", { name: "Reject", exact: true }).click();
      await judge.getByText("Rejected by Ada Quill", { exact: true }).waitFor();
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "detached" });

      await page.getByRole("button", { name: "As reviewed" }).click();
      await page.getByText("1 mark that was rejected is left out.").waitFor();
      await claim.getByRole("rowheader").getByRole("link").click();
      await page.getByRole("heading", { name: lights, level: 1 }).waitFor();
      await page.getByRole("button", { name: "Add to report" }).click();
      await page.getByRole("link", { name: /^Report/ }).click();
      await page.locator(".items").getByRole("link", { name: lights }).waitFor();
      await page.getByLabel("Title").fill("Were her lights on?");
      await page.getByText("Saved", { exact: true }).waitFor();
    };
    await stage.at("#/", walk, options);
    expect(readFileSync(`${served.folder}/judgements.jsonl`, "utf8")).toContain("Ada Quill");
  });

  test("the whole report, and the chosen one, open as files with the network cut", async () => {
    const chosen = await (await fetch(`${served.address}/api/report/file`)).text();
    writeFileSync(`${results.path}/chosen.html`, chosen);
    for (const [file, told] of [
      ["report.html", "The Brenna Strait collision"],
      ["chosen.html", "Were her lights on?"],
    ] as const) {
      const context = await stage.browser.newContext({ offline: true });
      const page = await context.newPage();
      const asked: string[] = [];
      const errors: string[] = [];
      page.on("request", (request) => asked.push(request.url()));
      page.on("console", (message) => errors.push(message.text()));
      page.on("pageerror", (error) => errors.push(error.message));
      const address = pathToFileURL(`${results.path}/${file}`).href;
      await page.goto(address);
      expect(await words(page.locator("h1").first())).toBe(told);
      expect(await words(page.locator("body"))).toContain(lights);
      // The whole report is long; how it is without a mouse is tested on a short one.
      if (file === "chosen.html") expect(await barriers(page)).toEqual([]);
      await page.setViewportSize({ width: 390, height: 844 });
      expect(await page.evaluate(overflowing)).toBe(0);
      expect(asked).toEqual([address]);
      expect(errors).toEqual([]);
      await context.close();
    }
  });
});

/** The second of the day in a caption such as `heron_watch, 4 May, 10:21:46`. */
function secondOf(caption: string): number {
  const [, hours, minutes, seconds] = /(\d\d):(\d\d):(\d\d)/.exec(caption) ?? [];
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds);
}

/** How dark the darkest pixel of an element is as it is seen, from 0 to 255. */
async function darkest(element: Locator): Promise<number> {
  const picture = (await element.screenshot()).toString("base64");
  const browser = element.page().context().browser();
  const page = await browser?.newPage();
  const found = await page?.evaluate<number>(`(async () => {
    const bytes = Uint8Array.from(atob("${picture}"), (one) => one.charCodeAt(0));
    const image = await createImageBitmap(new Blob([bytes]));
    const { width, height } = image;
    const context = new OffscreenCanvas(width, height).getContext("2d");
    context.drawImage(image, 0, 0);
    // Without the line below the words.
    const { data } = context.getImageData(2, 2, width - 4, height - 8);
    return data.filter((_, at) => at % 4 === 0).reduce((least, red) => Math.min(least, red), 255);
  })()`);
  await page?.close();
  return found ?? 255;
}
