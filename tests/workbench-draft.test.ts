import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { checkSchema } from "../src/cli/check-schema.ts";
import type { Backing, DraftAnswer } from "../src/serve/types.ts";
import { folderOf, parallax } from "./run.ts";
import { copyFolder } from "./support/folder.ts";

/** The workbench as the command starts it, on the example. */
const root = fileURLToPath(new URL("..", import.meta.url));
const draft = "examples/drafts/from-the-island.md";
let copy: ReturnType<typeof copyFolder>;
let server: ChildProcess;
let address = "";
let token = "";

beforeAll(async () => {
  copy = copyFolder(`${root}examples/brenna-strait`);
  server = spawn(process.execPath, ["bin/parallax.js", "serve", copy.path, "--port", "0"], {
    cwd: root,
    stdio: ["ignore", "pipe", "inherit"],
  });
  address = await new Promise((resolve, reject) => {
    server.stdout?.on("data", (told: Buffer) => {
      const [found] = /http:\/\/[\d.:]+/.exec(told.toString()) ?? [];
      if (found) resolve(found);
    });
    server.once("exit", () => reject(new Error("the server ended")));
  });
  const page = await (await fetch(address)).text();
  token = /name="parallax-token" content="([^"]+)"/.exec(page)?.[1] ?? "";
}, 240_000);

afterAll(() => {
  server.kill("SIGINT");
  copy.remove();
});

async function ask<T>(path: string, body: object): Promise<T> {
  const answer = await fetch(`${address}/api/draft${path}`, {
    method: "POST",
    headers: { "content-type": "application/json", "x-parallax-token": token },
    body: JSON.stringify(body),
  });
  expect(answer.status).toBe(200);
  return (await answer.json()) as T;
}

test("the workbench notes what the command notes", async () => {
  const text = readFileSync(`${root}${draft}`, "utf8");
  const { notes, quotes } = await ask<DraftAnswer>("", { text });
  const other = copyFolder(`${root}examples/brenna-strait`);
  const { out } = await parallax(["check", draft, "--case", other.path, "--format", "json"]);
  other.remove();
  const told = checkSchema.parse(JSON.parse(out));
  expect(notes.length).toBeGreaterThan(5);
  expect(
    notes.map(({ id, rule, span, subject, reason, passages }) => ({
      ...{ id, rule, subject, reason, passages },
      ...{ start: span?.start, end: span?.end },
    })),
  ).toEqual(
    told.notes.map(({ id, rule, place, subject, reason, passages }) => ({
      ...{ id, rule, subject, reason, passages: passages.length },
      ...{ start: place?.start, end: place?.end },
    })),
  );
  expect(quotes.others).toEqual(told.quoted.others);
  for (const note of told.notes.slice(0, 4)) {
    if (note.passages.length === 0) continue;
    const list = await ask<Backing[]>("/note", { text, id: note.id });
    expect(list.map(({ documentId, start, role }) => [documentId, start, role])).toEqual(
      note.passages.map(({ documentId, start, role }) => [documentId, start, role]),
    );
  }
}, 180_000);

/** The browser is looked for by path: none is downloaded. Without one the tests are skipped. */
const executablePath =
  [process.env.PARALLAX_CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

describe.skipIf(executablePath === null)("an editor's way through the draft view", () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--headless", "--no-sandbox", "--disable-gpu"],
    });
  }, 180_000);
  afterAll(async () => {
    await browser?.close();
  });

  async function withPage(width: number, look: (page: Page) => Promise<void>): Promise<void> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: "en-GB" });
    const page = await context.newPage();
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      // The browser itself tells of a refused file.
      const isRefused = message.text().includes("status of 422");
      if (["error", "warning"].includes(message.type()) && !isRefused) errors.push(message.text());
    });
    page.setDefaultTimeout(60_000);
    try {
      await page.goto(`${address}/#/draft`);
      await look(page);
      expect(errors).toEqual([]);
    } finally {
      await context.close();
    }
  }

  async function barriers(page: Page): Promise<unknown> {
    await page.evaluate(axe);
    return page.evaluate(
      `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
        violations.map(({ id, help, nodes }) => [id, help, nodes.length, nodes[0].html]))`,
    );
  }

  const expelled = "Residents of the Marrow Isles were expelled from their homes on Saturday.";
  const byRule = (page: Page, name: string) =>
    page.locator(".draft-note", { has: page.getByRole("heading", { name }) });

  test("paste, notes appear, a reason keeps one, the passages open, the file carries it", async () => {
    await withPage(1440, async (page) => {
      const field = page.getByRole("textbox", { name: "The draft" });
      await field.fill(expelled);
      const note = byRule(page, "Word of one side");
      await note.waitFor();
      await expect
        .poll(() => page.getByRole("status").allTextContents(), { timeout: 15_000 })
        .toContainEqual(expect.stringMatching(/^\d+ notes$/));
      expect(await barriers(page)).toEqual([]);

      await note.getByRole("link", { name: "3 passages" }).click();
      const drawer = page.getByRole("complementary", { name: "Evidence" });
      await drawer.getByRole("link", { name: "Open in reader" }).first().waitFor();
      expect(await drawer.getByRole("heading", { level: 2 }).textContent()).toBe("expelled");
      await page.keyboard.press("Escape");
      await drawer.waitFor({ state: "detached" });

      await note.getByRole("button", { name: "Keep deliberately" }).click();
      await page.keyboard.type("as the court said");
      await page.keyboard.press("Enter");
      const mark = "<!-- parallax: keep contested-word as the court said -->";
      await page.locator(".draft-note.kept").waitFor();
      expect(await field.inputValue()).toBe(`${expelled} ${mark}`);
      expect(await page.locator(".draft-note.kept").textContent()).toContain("as the court said");

      const [file] = await Promise.all([
        page.waitForEvent("download"),
        page.getByRole("button", { name: "Save" }).click(),
      ]);
      expect(file.suggestedFilename()).toBe("draft.md");
      const saved = readFileSync(await file.path(), "utf8");
      const folder = folderOf({ "saved.md": saved });
      const other = copyFolder(`${root}examples/brenna-strait`);
      const { out } = await parallax([
        ...["check", `${folder.path}/saved.md`, "--case", other.path, "--format", "json"],
      ]);
      folder.remove();
      other.remove();
      expect(checkSchema.parse(JSON.parse(out)).kept).toMatchObject([
        { rule: "contested-word", keptBecause: "as the court said" },
      ]);

      await field.focus();
      await page.keyboard.press("ControlOrMeta+z");
      await expect.poll(() => field.inputValue(), { timeout: 10_000 }).toBe(expelled);
      await page.locator(".draft-note.kept").waitFor({ state: "detached" });

      await page.reload();
      await byRule(page, "Word of one side").waitFor();
      expect(await field.inputValue()).toBe(expelled);
    });
  }, 240_000);

  test("while the case is prepared a bar tells how far, and the draft can be written", async () => {
    let done01 = 0.4;
    const page = await browser.newPage();
    await page.route("**/api/draft/ready", (route) => route.fulfill({ json: { done01 } }));
    await page.goto(`${address}/#/draft`);
    const bar = page.locator("progress");
    await bar.waitFor();
    expect(await bar.getAttribute("value")).toBe("0.4");
    expect(await page.locator("textarea").isEnabled()).toBe(true);
    done01 = 1;
    await bar.waitFor({ state: "detached" });
    await page.close();
  });

  test("an edit makes a note go, and the others stay beside their words", async () => {
    await withPage(1440, async (page) => {
      const field = page.getByRole("textbox", { name: "The draft" });
      await field.fill(`${expelled}\n\nThe watch officer had been on duty for 19 hours.`);
      await byRule(page, "Word of one side").waitFor();
      const before = await page.locator(".draft-note").count();
      await field.fill(
        `${expelled.replace("were expelled from", "left")}\n\nThe watch officer had been on duty for 19 hours.`,
      );
      await byRule(page, "Word of one side").waitFor({ state: "detached" });
      expect(await page.locator(".draft-note").count()).toBeLessThan(before);
      await byRule(page, "Own voice").waitFor();
    });
  }, 180_000);

  test("by keyboard: to a note, to its words, and to the next one", async () => {
    await withPage(1440, async (page) => {
      const field = page.getByRole("textbox", { name: "The draft" });
      await page.getByRole("button", { name: "Try the example’s draft" }).click();
      await page.locator(".draft-note").first().waitFor();
      await field.focus();
      await page.keyboard.press("ControlOrMeta+Home");
      await page.keyboard.press("F8");
      const focused = () => page.locator(".draft-note:focus .number").textContent();
      expect(await focused()).toBe("1");
      await page.keyboard.press("F8");
      expect(await focused()).toBe("2");
      await page.keyboard.press("Shift+F8");
      expect(await focused()).toBe("1");
      await page.keyboard.press("Escape");
      const selected = await page.evaluate(
        `(({ value, selectionStart, selectionEnd }) => value.slice(selectionStart, selectionEnd))(document.activeElement)`,
      );
      expect(selected).toBe("Sixteen");
    });
  }, 180_000);

  test("a file is opened, one of another language is told, and all fits a narrow screen", async () => {
    await withPage(390, async (page) => {
      const open = page.getByLabel("Open a file");
      await open.setInputFiles({
        name: "quay.html",
        mimeType: "text/html",
        buffer: Buffer.from(
          `<html><body><article><p>${expelled} It rained on both shores.</p></article></body></html>`,
        ),
      });
      await byRule(page, "Word of one side").waitFor();
      expect(
        await page.evaluate(
          "document.documentElement.scrollWidth - document.documentElement.clientWidth",
        ),
      ).toBe(0);
      expect(await barriers(page)).toEqual([]);
      await open.setInputFiles({
        name: "quay.pdf",
        mimeType: "application/pdf",
        buffer: Buffer.from("%PDF-1.7"),
      });
      await page.getByRole("alert").waitFor();
    });
  }, 180_000);
});
