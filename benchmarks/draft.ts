import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { built } from "./built.ts";
import type { Texts } from "./texts.ts";
import { writeVariants } from "./variants.ts";

/** A draft of so many words is held against a case of so many made documents … */
const words = 1000;
const documents = 2000;
/** … within so many CPU seconds, reading it and all; the case has been prepared. */
const firstSecondsLimit = 0.6;
/** … and again after a keystroke, when a sentence of it is another. */
const againSecondsLimit = 0.27;

/** Measures what an answer to a draft costs while it is written; true within the limit. */
export function benchmarkDraft(_texts: Texts): boolean {
  const folder = mkdtempSync(join(tmpdir(), "parallax-bench-"));
  try {
    const path = join(folder, "case");
    mkdirSync(path);
    writeVariants(path, documents);
    const draft = join(folder, "draft.txt");
    writeFileSync(draft, draftOf(path));
    const file = join(folder, "run.mjs");
    writeFileSync(file, script(path, draft));
    const { stdout, stderr, status } = spawnSync(process.execPath, [file], { encoding: "utf8" });
    if (status !== 0) throw new Error(`the benchmark failed: ${stderr}`);
    const { preparing, reading, first, again, notes } = JSON.parse(stdout) as Record<
      string,
      number
    >;
    console.log(
      `a draft of ${words.toLocaleString("en")} words against ${documents.toLocaleString("en")} documents: ${ms(first)} of CPU (limit ${ms(firstSecondsLimit)}), after a keystroke ${ms(again)} (limit ${ms(againSecondsLimit)}), of which ${ms(reading)} to read it, ${notes} notes; ${(preparing ?? 0).toFixed(1)} s to prepare the case once`,
    );
    const most = Number.POSITIVE_INFINITY;
    return (first ?? most) <= firstSecondsLimit && (again ?? most) <= againSecondsLimit;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function ms(seconds: number | undefined): string {
  return `${((seconds ?? 0) * 1000).toFixed(0)} ms`;
}

/** Words of three documents of the case: more of it stands in the case than in any real draft. */
function draftOf(path: string): string {
  const texts = ["outlet-010/000010.txt", "outlet-123/000123.txt", "outlet-050/001050.txt"].map(
    (file) => readFileSync(join(path, file), "utf8").split("\n\n").slice(2).join("\n\n"),
  );
  return texts
    .join("\n\n")
    .split(/(?<=\s)(?=\S)/)
    .slice(0, words)
    .join("");
}

/** The medians of several first answers, and of several after a change of the last sentence. */
function script(path: string, draft: string): string {
  const module = (name: string) => JSON.stringify(built(name));
  return `
import { readFileSync } from "node:fs";
import { holdAgainst } from ${module("compare/draft/check-draft.js")};
import { nothingLookedUp, prepareCase } from ${module("compare/draft/prepare.js")};
import { documentOf } from ${module("document/document-of.js")};
import { analyzeCase, findingsOf } from ${module("pipeline/analyze.js")};
const seconds = () => { const { user, system } = process.cpuUsage(); return (user + system) / 1e6; };
const { store, input, lexicon, reader: readerOf, close } = await analyzeCase(${JSON.stringify(path)}, { environment: {} });
const reader = readerOf();
const findings = {
  claims: await findingsOf(store, "claims"),
  sourcing: await findingsOf(store, "sourcing"),
  origins: await findingsOf(store, "origins"),
};
const began = seconds();
const prepared = await prepareCase({ input, reader, packs: lexicon.packs, lists: lexicon, findings });
const preparing = seconds() - began;
close();
const text = readFileSync(${JSON.stringify(draft)}, "utf8");
const answers = async (isFirst) => {
  const told = [];
  for (let nth = 0; nth < 12; nth++) {
    const lately = isFirst ? nothingLookedUp() : prepared.lately;
    const from = seconds();
    const document = documentOf(text + " It was so on " + nth + " days.");
    const readings = reader(document);
    const read = seconds() - from;
    const { notes } = await holdAgainst({ ...prepared, lately }, { document, readings });
    if (nth > 2) told.push({ reading: read, answer: seconds() - from, notes: notes.length });
  }
  return told.sort((a, b) => a.answer - b.answer)[told.length >> 1];
};
const first = await answers(true);
const { reading, answer, notes } = await answers(false);
console.log(JSON.stringify({ preparing, reading, notes, first: first.answer, again: answer }));
`;
}
