import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { questions } from "../src/compare/findings.ts";
import { allFindings, analyzeCase } from "../src/pipeline/analyze.ts";
import { compactDocument, compactFindings, type Part } from "./support/compact.ts";
import { copyFolder } from "./support/folder.ts";

// Each folder of tests/cases/ is a case: `input/` is analysed as the command line would, and what
// `expected/PART.json` holds must come out. A case is about few things: only the parts that it
// expects are compared. Where it expects nothing yet, all parts are written for you to check and
// thin out; in CI that is a failure.

const root = new URL("cases", import.meta.url).pathname;
const parts: readonly Part[] = ["documents", ...questions];

describe.each(readdirSync(root))("%s", (name) => {
  const expected = join(root, name, "expected");
  const files = existsSync(expected)
    ? parts.filter((part) => existsSync(join(expected, `${part}.json`)))
    : [];
  const copy = copyFolder(join(root, name, "input"));
  afterAll(copy.remove);
  let found: Record<Part, unknown>;
  beforeAll(async () => {
    found = await analysed(copy.path);
  });

  if (files.length === 0)
    test("has an expectation", () => {
      expect(process.env.CI, `${expected} is missing: run the tests outside CI once`).toBe(
        undefined,
      );
      mkdirSync(expected, { recursive: true });
      for (const part of parts)
        writeFileSync(join(expected, `${part}.json`), `${JSON.stringify(found[part], null, 2)}\n`);
    });
  else
    test.each(files)("%s", (part) => {
      const text = readFileSync(join(expected, `${part}.json`), "utf8");
      expect(found[part]).toEqual(JSON.parse(text));
    });
});

async function analysed(folder: string): Promise<Record<Part, unknown>> {
  const analyzed = await analyzeCase(folder, { environment: {} });
  try {
    const documents: Record<string, unknown> = {};
    for (const card of analyzed.documents) {
      const text = await analyzed.store.text(card.id);
      const readings = await analyzed.store.readings(card.id);
      if (text !== null && readings) documents[card.id] = compactDocument(card, text, readings);
    }
    const findings = compactFindings(await allFindings(analyzed.store), analyzed.documents);
    // As it would stand in a file: without what JSON cannot hold.
    return JSON.parse(JSON.stringify({ documents, ...findings })) as Record<Part, unknown>;
  } finally {
    analyzed.close();
  }
}
