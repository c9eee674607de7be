import { cpSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, expect, test } from "vitest";
import { allFindings, analyzeCase } from "../src/pipeline/analyze.ts";

const place = mkdtempSync(join(tmpdir(), "grown-"));
const grown = join(place, "grown");
const other = join(place, "statement.txt");
afterAll(() => rmSync(place, { recursive: true, force: true }));

const statement = join(grown, "straits-commission", "2031-05-08-statement-on-the-inquiry.txt");
const wire = join(grown, "meridian-wire", "2031-05-06-toll-rises.txt");

/** The findings of a case as kept, byte for byte. */
async function findingsIn(folder: string): Promise<string> {
  const { store, close } = await analyzeCase(folder, { environment: {} });
  const found = JSON.stringify(await allFindings(store));
  close();
  return found;
}

/** Few texts and no pages: the case is analysed seven times. */
const isTaken = (path: string) =>
  !/\.parallax|\.html$|radio-tolby|strait-forum|lighthouse-letters|tidewatcher/.test(path);

/** The same files in a folder that was never analysed. */
async function afresh(): Promise<string> {
  const folder = mkdtempSync(join(place, "fresh-"));
  cpSync(grown, folder, { recursive: true, filter: isTaken });
  return findingsIn(folder);
}

test("a case that grew, shrank and changed has the findings of one analysed afresh", async () => {
  cpSync("examples/brenna-strait", grown, { recursive: true, filter: isTaken });
  renameSync(statement, other);
  const without = await findingsIn(grown);

  renameSync(other, statement);
  const whole = await findingsIn(grown);
  expect(whole).not.toBe(without);
  expect(whole).toBe(await afresh());

  writeFileSync(wire, readFileSync(wire, "utf8").replace(/\bfifteen\b|\b15\b/g, "19"));
  const changed = await findingsIn(grown);
  expect(changed).not.toBe(whole);
  expect(changed).toBe(await afresh());

  renameSync(statement, other);
  const shrunk = await findingsIn(grown);
  expect(shrunk).not.toBe(changed);
  expect(shrunk).toBe(await afresh());
}, 180_000);
