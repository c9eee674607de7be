import { afterEach, expect, test } from "vitest";
import type { Document } from "../document/document.ts";
import { documentOf } from "../document/document-of.ts";
import { loadLexicon } from "../lexicon/lexicon.ts";
import { createReader } from "../read/read.ts";
import { threadFrom, threadsPayBytes } from "./limits.ts";
import { createReadPool, type PoolOptions, type ReadPool } from "./read-pool.ts";
import { lexiconsFolder } from "./root.ts";
import { answerTo } from "./serve-reader.ts";

const lexicon = loadLexicon(lexiconsFolder());
const readerOptions = { names: ["Ulm Hollow"] };
const read = createReader(lexicon, readerOptions);

let pool: ReadPool | undefined;
afterEach(() => pool?.close());

function open(sizeBytes: number, options: PoolOptions = {}): ReadPool {
  pool = createReadPool({ lexicon, readerOptions, reader: () => read }, sizeBytes, options);
  return pool;
}

function document(text: string, index = 0): Document {
  return documentOf(text, { id: `${index}.txt` });
}

/** Threads that hang, throw or eat memory where a text tells them to. */
const trapped = {
  module: new URL("../../tests/support/trapped-worker.ts", import.meta.url),
  threads: 2,
  timeLimitSeconds: 3,
  memoryMb: { kept: 128, young: 16 },
};

test("threads read exactly what one thread reads", async () => {
  const documents = [
    "He said 12 houses burned on 4 May 2031.",
    "“No,” the mayor of Ulm Hollow said.",
    "",
    "Le maire de la ville a dit que le pont ne serait pas ouvert avant le mois de mai.",
    ...Array.from({ length: 20 }, (_, index) => `It rained for ${index} days.`),
  ].map(document);
  const { read: readIn } = open(threadsPayBytes, { threads: 2 });
  expect(await Promise.all(documents.map(readIn))).toEqual(
    documents.map((one) => answerTo(one, read)),
  );
});

test("a document that takes too long is given up, and the others are read", async () => {
  const texts = ["It rained.", "HANG", "It snowed.", "It hailed.", "It thawed.", "It froze."];
  const { read: readIn } = open(threadsPayBytes, trapped);
  const answers = await Promise.all(texts.map((text, index) => readIn(document(text, index))));
  expect(answers[1]).toEqual({ failed: "took longer than 3 s" });
  const others = texts.filter((_, index) => index !== 1);
  expect(answers.filter((_, index) => index !== 1)).toEqual(
    others.map((text) => answerTo(document(text), read)),
  );
});

test.each([
  ["throws", "THROW", "trapped"],
  ["takes too much memory", "EAT", "needed more than 128 MB of memory"],
  ["ends its thread", "EXIT", "the reading thread ended"],
])("a document whose reading %s is given up, and the others are read", async (_, trap, reason) => {
  const { read: readIn } = open(threadsPayBytes, { ...trapped, timeLimitSeconds: 60 });
  const answers = await Promise.all(
    ["It rained.", trap, "It snowed.", trap, "It hailed."].map((text) => readIn(document(text))),
  );
  expect(answers.map((answer) => ("failed" in answer ? answer.failed : "read"))).toEqual([
    "read",
    reason,
    "read",
    reason,
    "read",
  ]);
});

test("a thread that cannot start is an error, not a wait", async () => {
  const { read: readIn } = open(threadsPayBytes, {
    threads: 2,
    module: new URL("./no-such-module.ts", import.meta.url),
  });
  await expect(readIn(document("It rained."))).rejects.toThrow(/no thread for reading/);
});

test("in a small case only a long document is read in a thread", async () => {
  const { read: readIn } = open(1, trapped);
  // In this process the reader knows no traps.
  expect(await readIn(document("HANG"))).toEqual(answerTo(document("HANG"), read));
  const long = document(`HANG${" ".repeat(threadFrom)}`);
  expect(await readIn(long)).toEqual({ failed: "took longer than 3 s" });
});

test("who answers others meanwhile reads nothing in this thread", async () => {
  const { read: readIn } = open(1, { ...trapped, aside: true });
  expect(await readIn(document("THROW"))).toEqual({ failed: "trapped" });
});
