import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderReport } from "../src/report/html.ts";
import { weirDeps } from "./fixtures/deps.ts";
import { documents, findings, weirCase } from "./fixtures/weir.ts";
import {
  answered,
  barriers,
  executablePath,
  openStage,
  overflowing,
  type Stage,
} from "./support/browser.ts";

if (executablePath === null)
  console.warn("workbench tests skipped: no Chromium (install it or set PARALLAX_CHROMIUM)");

const courier = encodeURIComponent("delta-courier/flood.html");
const views = [
  "",
  "claims",
  "claims?only=contested&sort=statement",
  "claims/no-warning",
  "figures",
  "wording",
  "silence",
  "sourcing",
  "sourcing?form=graph",
  "wording/water-leaving/release",
  "origins",
  "timeline",
  "spread",
  "spread/1",
  "spread?on=hashtag&window=300",
  "reach",
  "reach/hashtag/tessenweir",
  "pile-ons",
  "draft",
  "reader",
  "add",
  "set-up",
  `reader/${courier}`,
  `reader/${courier}/${encodeURIComponent("upland-herald/gates.html")}`,
  "judgements",
  "report",
];

describe.skipIf(executablePath === null)("the workbench in a real browser", () => {
  let stage: Stage;
  beforeAll(async () => {
    stage = await openStage(weirDeps);
  });
  afterAll(() => stage?.close());
  const at: Stage["at"] = (...place) => stage.at(...place);

  /** Apart from the others, because it keeps something in the browser. */
  const ownProfile = { viewport: { width: 1439, height: 900 } };

  const drawer = (page: Page) => page.getByRole("complementary", { name: "Evidence" });

  test("a view looks the same by itself and after all others", async () => {
    const places = `[...document.querySelectorAll("main *")].slice(0, 600).map((one) => {
      const { x, y, width, height } = one.getBoundingClientRect();
      return [one.tagName, one.className, x, y, width, height].join(" ");
    })`;
    // Views of posts go on asking after they are there.
    const shown = views.filter((view) => !/[/?]|^(spread|reach|pile-ons)$/.test(view));
    const alone = new Map<string, unknown>();
    for (const view of shown)
      await at(`#/${view}`, async (page) => {
        await page.evaluate("document.fonts.ready");
        alone.set(view, await page.evaluate(places));
      });
    await at("#/", async (page) => {
      for (const view of ["spread", "reach", "pile-ons", ...shown, ...shown]) {
        await page.evaluate(`location.hash = "#/${view}"`);
        await page.locator(`main[data-view="${view}"]`).waitFor();
        await answered(page);
        if (!alone.has(view)) continue;
        await page.evaluate("scrollTo(0, 0)");
        await expect.poll(() => page.evaluate(places), { message: view }).toEqual(alone.get(view));
      }
    });
  });

  describe.each([
    [1440, "light"],
    [390, "dark"],
  ] as const)("%i px, %s", (width, colorScheme) => {
    const options = { viewport: { width, height: 844 }, colorScheme };

    test.each(views)("#/%s opens, and the page does not scroll sideways", async (view) => {
      await at(
        `#/${view}`,
        async (page) => {
          await answered(page);
          await expect(
            page.locator("nav [aria-current=page], .masthead .add [aria-current=page]").count(),
          ).resolves.toBe(1);
          const overflow = await page.evaluate(overflowing);
          expect(overflow).toBe(0);
          const paper = await page.evaluate<string>(
            "getComputedStyle(document.body).backgroundColor",
          );
          const [red = 0] = paper.match(/\d+/g)?.map(Number) ?? [];
          expect(red > 128).toBe(colorScheme === "light");
          expect(await barriers(page)).toEqual([]);
        },
        options,
      );
    });

    test.each([
      ["claims", "a.cell.asserts, .card a.cell"],
      ["figures", ".parts a"],
      ["wording", ".use"],
      ["silence", ".silence-row a.chip"],
      ["sourcing", ".bars a"],
      ["origins", ".copies a"],
      ["spread/1", ".edges a"],
      [`reader/${courier}`, "a.m.figures-mark"],
    ])("#/%s: what a mark opens has no barriers", async (view, mark) => {
      await at(
        `#/${view}`,
        async (page) => {
          await page.locator(mark).first().click();
          await page.locator(".drawer, .place .reading").first().waitFor();
          await answered(page);
          expect(await barriers(page)).toEqual([]);
        },
        options,
      );
    });
  });

  test("the posts behind a pair: who was first, and how far apart", async () => {
    await at("#/spread", async (page) => {
      await page.locator(".groups a").first().press("Enter");
      await page.locator(".edges a").first().press("Enter");
      const told = drawer(page).locator(".pairs li").first();
      await expect(told.locator(".badge").textContent()).resolves.toBe("4 s apart");
      await expect(told.locator("figcaption").allTextContents()).resolves.toEqual([
        "account-000000000000, 4 May, 06:00:00",
        "tessen_rowers, 4 May, 06:00:04 · where it is",
      ]);
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "detached" });
      await page.getByRole("slider", { name: "within" }).press("ArrowRight");
      await page.waitForURL(/window=300/);
      await answered(page);
    });
  });

  test("what was carried is found, its first movers are told, and the same words are compared", async () => {
    await at("#/reach", async (page) => {
      const carried = page.getByRole("article");
      await expect(carried.getByRole("heading", { level: 2 }).textContent()).resolves.toBe(
        "#openthegates",
      );
      await expect(carried.locator(".carriers").first().locator("li").count()).resolves.toBe(3);
      const shared = carried.locator(".shared li").nth(1);
      await expect(shared.locator("ins").textContent()).resolves.toContain("both");
      await expect(shared.locator("del").textContent()).resolves.toContain("the");
      await expect(shared.textContent()).resolves.toContain("4 min later");
      await page.getByLabel("Find").fill("weir");
      await page.getByRole("link", { name: "#tessenweir" }).click();
      await carried.getByRole("heading", { name: "#tessenweir" }).waitFor();
      await page.getByLabel("Reach from").selectOption("50000");
      await answered(page);
      expect(page.url()).toMatch(/#\/reach\/hashtag\/tessenweir\?.*least=50000/);
      await page.goBack();
      await carried.getByRole("heading", { name: "#openthegates" }).waitFor();
    });
  });

  test("an account is un-masked for a reason only, which is logged and shown", async () => {
    await at("#/reach", async (page) => {
      const button = page.getByRole("button", { name: "Un-mask account-000000000000" });
      await button.click();
      const dialog = page.getByRole("dialog");
      expect(await barriers(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await dialog.waitFor({ state: "detached" });
      await button.press("Enter");
      const go = dialog.getByRole("button", { name: "un-mask" });
      await expect(go.isDisabled()).resolves.toBe(true);
      await dialog.getByLabel("What do you need the name for?").fill("to ask her what she saw");
      await go.click();
      await dialog.getByText("account-000000000000 is marl_walker. It is logged.").waitFor();
      await dialog.getByRole("button", { name: "Close" }).click();
      await page.getByText("1 account un-masked in this case").click();
      await page.getByRole("cell", { name: "to ask her what she saw" }).waitFor();
    });
  });

  test("a pile-on: its hours, its senders as a whole, its target's post; named with consent", async () => {
    await at("#/pile-ons", async (page) => {
      const one = page.getByRole("article", { name: "account-111111111111" });
      await expect(one.locator(".state").textContent()).resolves.toBe(
        "It is gone: deleted 14 h after the onset.",
      );
      await one.getByText("12 of the 90 accounts of which it is told were made").waitFor();
      await one.getByText("As a table").click();
      await expect(one.locator(".hours tbody tr").count()).resolves.toBe(7);
      await page.getByLabel("Agreed to be named").fill("gate_keeper");
      await page.getByRole("button", { name: "Name them" }).click();
      await page.getByRole("article", { name: "gate_keeper" }).waitFor();
      expect(page.url()).toContain("consent=gate_keeper");
    });
  });

  test.each([
    ["#/claims", ".cell.asserts", "No warning was given."],
    ["#/figures", ".picture a[*|href*='norhaven'] circle", "Between 12 and 16 people died"],
    ["#/figures", ".parts a", "nine in the town, five at the mill"],
    ["#/wording", ".use", "controlled release"],
    ["#/wording", ".contrasts .picture a[*|href*='driven'] circle", "driven"],
    ["#/silence", ".silence-row a.chip >> nth=1", "The heaviest rain since 1987"],
    ["#/sourcing", ".bars a", "At least 14 people were killed"],
    ["#/sourcing", ".named", "The Office claims that the siren"],
    ["#/sourcing", ".citation-list a", "quoted by the Norhaven Wire"],
    ["#/sourcing", ".chain", "Upland engineers quoted by the Norhaven Wire"],
    ["#/origins", ".copies a", "A warning went out at 4:05"],
    ["#/timeline", ".picture a[*|href='#/timeline/release']", "carried out a controlled release"],
  ])("%s: the mark %s opens its passage", async (hash, mark, words) => {
    await at(hash, async (page) => {
      await page.locator(mark).first().click();
      await expect(drawer(page).locator("mark").first().textContent()).resolves.toContain(words);
      await answered(page);
      const text = (await drawer(page).textContent()) ?? "";
      expect(text).toMatch(/SHA-256[0-9a-f]{64}/);
      expect(text).toMatch(/Published\d+ May 2031/);
      expect(text).toMatch(/Rule\w+\//);
    });
  });

  test("every link of the evidence leads to the passage in the reader", async () => {
    await at(`#/claims/siren/${courier}`, async (page) => {
      await drawer(page).getByRole("link", { name: "Open in reader" }).click();
      await expect(page.locator("#at").textContent()).resolves.toContain("The Office");
      const lit = (await page.locator(".text p mark").allTextContents()).join("");
      expect(lit).toBe("The Office claims that the siren at Marl Bridge sounded at 4:10.");
    });
  });

  test.each([
    [
      `#/claims/siren/${courier}?sort=statement`,
      "attributes it to The Office, keeping its distance",
    ],
    [`#/figures/killed-marl/${encodeURIComponent("upland-herald/gates.html@")}`, null],
    [
      "#/silence/silence-gates/water-office",
      "unknown, published on the day the claim first appeared",
    ],
    ["#/sourcing/chain/chain-1", "Norhaven Wire"],
    ["#/claims/gone/nowhere", null],
    ["#/nothing-here", null],
  ])("%s restores what it shows", async (hash, words) => {
    const context = await stage.browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    await page.goto(`${stage.address}/${hash}`);
    await answered(page);
    if (words === null) await expect(drawer(page).count()).resolves.toBe(0);
    else {
      await drawer(page).waitFor();
      await answered(page);
      await expect(drawer(page).textContent()).resolves.toContain(words);
    }
    await context.close();
  });

  test("asking gives a cell for every source, and the address keeps the question", async () => {
    await at("#/claims", async (page) => {
      await page.getByLabel("Who says this?").fill("The siren at Marl Bridge sounded");
      await page.getByRole("button", { name: "Ask" }).click();
      const asked = page.getByRole("region", { name: "Asked" });
      await asked.waitFor();
      await expect(asked.locator("tbody a.cell").count()).resolves.toBe(6);
      expect(page.url()).toContain("ask=The+siren");
      await asked.locator("a.cell.attributes").click();
      await expect(drawer(page).locator("mark").textContent()).resolves.toContain(
        "The Office claims",
      );
      await page.reload();
      await asked.waitFor();
      await drawer(page).waitFor();
    });
  });

  test("filters narrow the claims and stay in the address", async () => {
    await at("#/claims", async (page) => {
      await page.getByLabel("contested only").check();
      await page.getByLabel("Find").fill("siren");
      await expect.poll(() => page.locator("table.matrix tbody tr").count()).toBe(2);
      expect(page.url()).toMatch(/only=contested.*q=siren|q=siren.*only=contested/);
    });
  });

  test("the evidence says why, underlines the words, and its rule opens by keyboard", async () => {
    await at(`#/claims/siren/${courier}`, async (page) => {
      const why = drawer(page).getByRole("region", { name: "Why it was read so" });
      await expect(why.locator("p").first().textContent()).resolves.toBe(
        "Why: “claims” is a cue of saying that keeps its distance. Its source, “The Office”, is taken to be Water Office, the nearest name before that fits.",
      );
      const cues = drawer(page).locator("blockquote .cue");
      await expect(cues.allTextContents()).resolves.toEqual(["The Office", "claims"]);
      const listed = why.getByRole("list", { name: "Words that made the rule fire" });
      await expect(listed.textContent()).resolves.toContain("The Office source");
      const line = await page.evaluate<string>(
        "getComputedStyle(document.querySelector('blockquote .cue')).textDecorationLine",
      );
      expect(line).toBe("underline");
      await why.locator("summary").focus();
      await page.keyboard.press("Enter");
      await expect(why.locator("details[open]").count()).resolves.toBe(1);
    });
  });

  test("by keyboard: to a mark, into its evidence, and back to the mark", async () => {
    await at("#/claims", async (page) => {
      await page.keyboard.press("Tab");
      await expect(page.evaluate("document.activeElement.textContent")).resolves.toBe(
        "Skip to the answer",
      );
      const cell = page.locator("a.cell").first();
      await cell.focus();
      await page.keyboard.press("Enter");
      await drawer(page).waitFor();
      await page.locator(".drawer h2:focus").waitFor();
      await page.keyboard.press("Escape");
      await drawer(page).waitFor({ state: "detached" });
      await expect(page.evaluate("document.activeElement.getAttribute('href')")).resolves.toBe(
        await cell.getAttribute("href"),
      );
    });
  });

  test.each([
    ["wording", "a.use"],
    ["silence", ".silence-row a.chip"],
    ["sourcing", ".bars a"],
    ["origins", ".copies a"],
    ["figures", ".picture a"],
    ["timeline", ".picture a"],
  ])(
    "by keyboard in #/%s: the Tab key reaches a mark, Escape gives it back",
    async (view, mark) => {
      await at(`#/${view}`, async (page) => {
        // A link of a picture has no box of its own to be seen.
        await page.locator(mark).first().waitFor({ state: "attached" });
        const focused = page.locator(`:is(${mark}):focus`);
        for (let stops = 0; stops < 60 && (await focused.count()) === 0; stops++)
          await page.keyboard.press("Tab");
        await page.keyboard.press("Enter");
        await page.locator(".drawer h2:focus").waitFor();
        await page.keyboard.press("Escape");
        await drawer(page).waitFor({ state: "detached" });
        await focused.waitFor({ state: "attached" });
      });
    },
  );

  test("reader: n and p step through the marks, kinds can be switched off", async () => {
    await at(`#/reader/${courier}?hide=claims`, async (page) => {
      await page.waitForSelector(".text p");
      for (const title of ["byline", "12 May 2031", "Delta Assembly states"]) {
        await page.keyboard.press("n");
        await page.getByRole("heading", { name: title }).waitFor();
      }
      await page.keyboard.press("p");
      await page.getByRole("heading", { name: "12 May 2031" }).waitFor();
      await expect(page.locator("a.m.figures-mark").count()).resolves.toBeGreaterThan(0);
      await page.getByRole("checkbox", { name: "figures" }).uncheck();
      await page.locator("a.m.figures-mark").first().waitFor({ state: "detached" });
    });
  });

  test("reader: an address of no document says so and leads back", async () => {
    await at("#/reader/none.txt", async (page) => {
      await page.getByText("There is no such document: none.txt").waitFor();
      await page.getByRole("link", { name: "All documents of this case" }).click();
      await page.getByText("There is no such document").waitFor({ state: "detached" });
    });
  });

  test("the colour button goes round and is remembered", async () => {
    await at(
      "#/claims",
      async (page) => {
        const button = page.getByRole("button", { name: "Colours" });
        await button.click();
        await button.click();
        await page.reload();
        await page.waitForSelector("main h1");
        const theme = await page.evaluate("document.documentElement.dataset.theme");
        expect(theme).toBe("dark");
      },
      ownProfile,
    );
  });

  test("a failing server is said in the page", async () => {
    const context = await stage.browser.newContext({ locale: "en-GB" });
    const page = await context.newPage();
    await page.route("**/api/findings/claims?*", (route) => route.abort());
    await page.goto(`${stage.address}/#/claims`);
    await expect(page.getByRole("alert").textContent()).resolves.toContain("does not answer");
    await context.close();
  });

  test("the report opens offline, filters, and fits a narrow page", async () => {
    const manifest = {
      ...{ version: "0", versions: {}, parameters: {}, counts: {}, problems: [] },
      ...{ caseFile: null, packs: [] },
    };
    const report = renderReport({ case: weirCase, documents, findings, manifest });
    const context = await stage.browser.newContext({
      offline: true,
      viewport: { width: 390, height: 844 },
    });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("console", (message) => errors.push(message.text()));
    await page.setContent(report);
    await page.getByLabel("Find").fill("siren");
    await expect(page.locator("#claims tbody[data-find]:visible").count()).resolves.toBe(2);
    const overflow = await page.evaluate(overflowing);
    expect(overflow).toBe(0);
    expect(await barriers(page)).toEqual([]);
    await page.emulateMedia({ media: "print" });
    await page.setViewportSize({ width: 720, height: 1040 });
    expect(await page.evaluate(overflowing), "cut off on paper").toBe(0);
    expect(errors).toEqual([]);
    await context.close();
  });
});
