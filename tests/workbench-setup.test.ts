import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { type Browser, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";

const root = fileURLToPath(new URL("..", import.meta.url));
const executablePath =
  [process.env.PARALLAX_CHROMIUM, "/usr/bin/chromium", "/usr/bin/google-chrome"].find(
    (path) => path !== undefined && existsSync(path),
  ) ?? null;
const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** A small case of its own: two papers, a case file with comments. */
const caseFile = `# The gates of Ulm Hollow
title: The gates
sides:
  office: The water office   # and those close to it
  towns: The towns

sources:
  herald: { name: The Herald, side: office }   # a paper
  courier:
    name: The Courier # of the towns
    files: "courier*"
`;

describe.skipIf(executablePath === null)("a case that grows in the workbench", () => {
  const place = mkdtempSync(join(tmpdir(), "set-up-"));
  const folder = join(place, "case");
  let browser: Browser;
  let server: ReturnType<typeof spawn>;
  let address = "";

  beforeAll(async () => {
    mkdirSync(folder);
    const write = (name: string, text: string) => writeFileSync(join(folder, name), text);
    write("case.yaml", caseFile);
    write(
      "herald-1.txt",
      "The gates\n\nThe gates were opened at noon on 4 May 2031. Two people died.\n",
    );
    write(
      "courier-1.txt",
      "No warning\n\nThe gates were opened at noon. Five people died, the mayor said.\n",
    );
    server = spawn(
      process.execPath,
      [join(root, "bin", "parallax.js"), "serve", folder, "--port", "0"],
      {
        stdio: ["ignore", "pipe", "inherit"],
      },
    );
    address = await addressOf(server);
    browser = await chromium.launch({
      executablePath: executablePath ?? "",
      args: ["--no-sandbox"],
    });
  });

  afterAll(async () => {
    await browser?.close();
    server?.kill("SIGTERM");
    rmSync(place, { recursive: true, force: true });
  });

  async function at(hash: string, look: (page: Page) => Promise<void>): Promise<void> {
    const page = await browser.newPage({
      viewport: { width: 1440, height: 900 },
      locale: "en-GB",
    });
    const errors: string[] = [];
    page.on("pageerror", (error) => errors.push(error.message));
    page.on("console", (message) => {
      if (message.type() === "error" && !/400/.test(message.text())) errors.push(message.text());
    });
    await page.goto(`${address}/${hash}`);
    await page.locator("main h1").waitFor();
    await look(page);
    expect(errors).toEqual([]);
    await page.close();
  }

  async function barriers(page: Page): Promise<unknown> {
    await page.evaluate(axe);
    return page.evaluate(
      `axe.run(document, { resultTypes: ["violations"] }).then(({ violations }) =>
        violations.map(({ id, nodes }) => [id, nodes[0].html]))`,
    );
  }

  const file = (name: string, text: string) => ({
    name,
    mimeType: "text/plain",
    buffer: Buffer.from(text),
  });

  test("two files come in, one is refused, and the numbers change without loading the page", async () => {
    await at("#/", async (page) => {
      await page.getByText("2 documents from 2 sources").waitFor();
      await page.locator("#main").getByRole("link", { name: "Add documents" }).click();
      await page
        .getByLabel("Choose files")
        .setInputFiles([
          file("courier-2.txt", "The mill\n\nThe mill was flooded. Five people died.\n"),
          file("herald-2.txt", "The office\n\nThe office said that two people died.\n"),
          file("scan.pdf", "%PDF"),
        ]);
      await page.getByText("2 files added, 1 file not added").waitFor();
      await page.getByText("this format is not read").waitFor();
      await page.getByText("The answers are new: 2 documents read").waitFor();
      await page.getByText("documents 2 → 4").waitFor();
      expect(await barriers(page)).toEqual([]);
      await page.getByRole("link", { name: "Case", exact: true }).click();
      await page.getByText("4 documents from 2 sources").waitFor();
    });
  });

  test("a text is pasted, with its date and its source", async () => {
    await at("#/add", async (page) => {
      await page
        .getByLabel("Text", { exact: true })
        .fill("The gates were shut at four, the mayor said.");
      await page.getByLabel("Title").fill("Shut at four");
      await page.getByLabel("Published").fill("2031-05-05");
      await page.getByLabel("Source").selectOption("herald");
      await page.getByRole("button", { name: "Add it" }).click();
      await page.getByText("documents 4 → 5").waitFor();
      const written = readFileSync(join(folder, "case.yaml"), "utf8");
      expect(written.startsWith(caseFile)).toBe(true);
      expect(written).toContain("herald/2031-05-05-shut-at-four.txt:");
      writeFileSync(join(folder, "case.yaml"), caseFile);
    });
  });

  test("a source gets a side: seen before, written byte for byte, told after", async () => {
    await at("#/set-up", async (page) => {
      expect(await barriers(page)).toEqual([]);
      await page.getByLabel("Side").nth(1).selectOption("towns");
      await page.getByText("2 documents change source or side").first().waitFor();
      expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe(caseFile);
      await page.getByRole("button", { name: "Save and analyse" }).click();
      await page.getByText("The answers are new").waitFor();
      expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe(
        caseFile.replace('    files: "courier*"\n', '    files: "courier*"\n    side: towns\n'),
      );
      await page.getByRole("link", { name: "Case", exact: true }).click();
      await page.getByText("What the sides share, and what not").waitFor();
      expect(await barriers(page)).toEqual([]);
    });
  });

  test("a file that was changed on the disk is shown, not written over", async () => {
    await at("#/set-up", async (page) => {
      await page.getByLabel("Title").fill("The gates of Ulm Hollow");
      const other = `${readFileSync(join(folder, "case.yaml"), "utf8")}# by another hand\n`;
      writeFileSync(join(folder, "case.yaml"), other);
      await page.getByRole("button", { name: "Save and analyse" }).click();
      await page.getByText("It was not written over").waitFor();
      expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe(other);
      await page.getByRole("button", { name: "Put my changes onto it" }).click();
      await page
        .getByText("The answers are new")
        .or(page.getByText("nothing changed"))
        .first()
        .waitFor();
      expect(readFileSync(join(folder, "case.yaml"), "utf8")).toBe(
        other.replace("title: The gates\n", "title: The gates of Ulm Hollow\n"),
      );
    });
  });
});

async function addressOf(server: ReturnType<typeof spawn>): Promise<string> {
  let printed = "";
  for await (const part of server.stdout ?? []) {
    printed += String(part);
    const found = /http:\/\/127\.0\.0\.1:\d+/.exec(printed);
    if (found) return found[0];
  }
  throw new Error(`the workbench did not start: ${printed}`);
}
