import { expect, test } from "vitest";
import { clusterPassages } from "../src/compare/claims/cluster.ts";
import { createNearest, lookUp } from "../src/compare/claims/lookup.ts";
import { indexPassages } from "../src/compare/claims/passages.ts";
import { readTermsWith } from "../src/compare/claims/statement.ts";
import { memoryInput } from "../src/compare/input.ts";
import { readerOptionsOf } from "../src/pipeline/analyze.ts";
import { createReader } from "../src/read/read.ts";
import { lexicon, readFolder } from "./support/folder.ts";

test("the nearest passage of each document is the best that looking up finds there", async () => {
  const { case: declared, documents } = await readFolder("examples/brenna-strait");
  const reader = createReader(lexicon, readerOptionsOf(declared));
  const input = memoryInput(
    declared,
    documents.map(({ document, card }) => ({
      card,
      text: document.text,
      readings: reader(document),
    })),
  );
  const index = await indexPassages(input, readTermsWith(reader));
  const nearest = createNearest(index, 0.2);
  let found = 0;
  for (const { terms } of clusterPassages(index)) {
    const names = new Set(terms.filter((term) => index.names.has(term)));
    const none = {
      verbs: new Set<string>(),
      negated: [],
      doers: [],
      undergoers: [],
      dates: [],
      figures: [],
      reports: null,
      cues: [],
    };
    const best = new Map<number, { passage: number; score: number }>();
    for (const { passage, score } of lookUp(index, { terms, names, ...none })) {
      const document = index.passages[passage]?.document ?? -1;
      if (score >= 0.2 && !best.has(document)) best.set(document, { passage, score });
    }
    const given = nearest(terms, () => false);
    expect([...given].sort()).toEqual([...best].sort());
    found += given.size;
  }
  expect(found).toBeGreaterThan(100);
});
