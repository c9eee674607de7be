import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, test } from "vitest";
import { loadSenses } from "./senses.ts";

function listOf(rows: string): string {
  const directory = mkdtempSync(join(tmpdir(), "senses-"));
  mkdirSync(join(directory, "en", "words"), { recursive: true });
  writeFileSync(
    join(directory, "en", "words", "trial.yaml"),
    `about: trial\nsource: own\nrows:\n${rows}`,
  );
  return directory;
}

test("words are lower-cased and keep their first sense", () => {
  const directory = listOf(
    "  - { as: killed, of: done, note: verb, words: [Slain, dead] }\n  - { as: other, note: rest, words: [dead] }\n",
  );
  expect(loadSenses(directory, "en", "trial")).toEqual(
    new Map([
      ["slain", { as: "killed", of: "done" }],
      ["dead", { as: "killed", of: "done" }],
    ]),
  );
});

test("a row without a sense is named with its line", () => {
  expect(() => loadSenses(listOf("  - { note: verb, words: [slain] }\n"), "en", "trial")).toThrow(
    /rows\.0\.as/,
  );
});
