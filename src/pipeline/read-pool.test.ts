import { expect, test } from "vitest";
import type { Document } from "../document/document.ts";
import { loadLexicon } from "../lexicon/lexicon.ts";
import { createReader } from "../read/read.ts";
import { createReadPool, threadsPayBytes } from "./read-pool.ts";
import { lexiconsFolder } from "./root.ts";

test("threads read exactly what one thread reads", async () => {
  const lexicon = loadLexicon(lexiconsFolder());
  const readerOptions = { names: ["Ulm Hollow"] };
  const read = createReader(lexicon, readerOptions);
  const documents = [
    "He said 12 houses burned on 4 May 2031.",
    "“No,” the mayor of Ulm Hollow said.",
  ].map(
    (text, index): Document => ({
      id: `${index}.txt`,
      file: `${index}.txt`,
      format: "text",
      sha256: "",
      sizeBytes: text.length,
      text,
      title: null,
      author: null,
      url: null,
      language: "en",
      published: null,
      publishedFrom: null,
      completeness: "full",
    }),
  );
  const pool = createReadPool({ lexicon, readerOptions, reader: () => read }, threadsPayBytes);
  try {
    const [both, second] = await Promise.all([pool.read(documents), pool.read(documents.slice(1))]);
    expect(both).toEqual(documents.map(read));
    expect(second).toEqual(documents.slice(1).map(read));
  } finally {
    await pool.close();
  }
});
