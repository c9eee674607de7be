import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { checkDraft } from "../../src/compare/draft/check-draft.ts";
import type { DraftNote } from "../../src/compare/draft/draft.ts";
import { ingestDraft } from "../../src/ingest/draft.ts";
import { createHtmlExtractor } from "../../src/ingest/html/extractor.ts";
import { readBytes } from "../../src/ingest/ingest.ts";
import { analyzeCase, findingsOf } from "../../src/pipeline/analyze.ts";
import type { Evaluation, Miss } from "../measure.ts";

/** Words in the draft, and the rules of which one is right there. */
type Place = readonly [words: string, rules: readonly string[]];

type Gold = {
  /** What an editor would want noted. */
  readonly wanted: readonly Place[];
  /** What may be noted as well. */
  readonly accepted: readonly Place[];
  /** A word of each claim that the draft lacks; the claims are the case's. */
  readonly lacks: readonly string[];
};

const example = fileURLToPath(new URL("../../examples/brenna-strait", import.meta.url));
const drafts = fileURLToPath(new URL("drafts", import.meta.url));

/** Drafts that tell of the bundled example in quite other words, held against it; every note judged. */
export const evaluation: Evaluation = {
  name: "draft",
  needs: [],
  kinds: {
    wrong: "a note that an editor would cross out",
    "not noted": "a place of which an editor would want a note",
    "not told missing": "a claim that the draft lacks, without a note",
  },
  async run() {
    const gold = JSON.parse(readFileSync(new URL("gold.json", import.meta.url), "utf8")) as Record<
      string,
      Gold
    >;
    const misses: Miss[] = [];
    const counts = { notes: 0, right: 0, wanted: 0, found: 0 };
    for (const [file, { text, notes }] of await notesOn(Object.keys(gold))) {
      const { wanted, accepted, lacks } = gold[file] as Gold;
      const isAt = (note: DraftNote, [words, rules]: Place) => {
        const at = text.replace(/\s/g, " ").indexOf(words);
        const { span } = note;
        return (
          at >= 0 &&
          span !== null &&
          rules.includes(note.rule) &&
          span.start < at + words.length &&
          at < span.end
        );
      };
      const isRight = (note: DraftNote) =>
        note.span === null
          ? note.rule === "missing-claim" && lacks.some((word) => note.subject.includes(word))
          : [...wanted, ...accepted].some((place) => isAt(note, place));
      counts.notes += notes.length;
      for (const note of notes) {
        if (isRight(note)) counts.right++;
        else
          misses.push({
            kind: "wrong",
            place: `${file} ${note.rule}`,
            detail: `${note.subject}\n${note.reason}`,
            weight: 1,
          });
      }
      counts.wanted += wanted.length;
      for (const place of wanted) {
        if (notes.some((note) => isAt(note, place))) counts.found++;
        else misses.push({ kind: "not noted", place: file, detail: place.join(" "), weight: 1 });
      }
      for (const word of lacks)
        if (!notes.some(({ span, subject }) => span === null && subject.includes(word)))
          misses.push({ kind: "not told missing", place: file, detail: word, weight: 1 });
    }
    return {
      metrics: [
        { name: "notes that hold", value: counts.right / counts.notes, n: counts.notes },
        { name: "places noted", value: counts.found / counts.wanted, n: counts.wanted },
      ],
      misses,
    };
  },
};

/** The notes on each draft, by its name. */
async function notesOn(
  files: readonly string[],
): Promise<(readonly [string, { readonly text: string; readonly notes: readonly DraftNote[] }])[]> {
  const folder = mkdtempSync(join(tmpdir(), "parallax-draft-"));
  const html = createHtmlExtractor();
  try {
    cpSync(example, folder, { recursive: true, filter: (path) => !path.includes(".parallax") });
    const analyzed = await analyzeCase(folder, { environment: process.env });
    const { input, store, lexicon } = analyzed;
    const reader = analyzed.reader();
    const findings = {
      claims: await findingsOf(store, "claims"),
      sourcing: await findingsOf(store, "sourcing"),
      origins: await findingsOf(store, "origins"),
    };
    const told: (readonly [string, { text: string; notes: readonly DraftNote[] }])[] = [];
    for (const file of files) {
      const source = await readBytes(join(drafts, file), file);
      if (!("bytes" in source)) throw new Error(`${file} cannot be read`);
      const { draft } = await ingestDraft(source, { named: file, as: file }, { html });
      if (!draft) throw new Error(`${file} is no draft`);
      const { document } = draft;
      const { notes } = await checkDraft(
        { input, reader, packs: lexicon.packs, lists: lexicon, findings },
        { document, readings: reader(document) },
      );
      told.push([file, { text: document.text, notes }]);
    }
    analyzed.close();
    return told;
  } finally {
    await html.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
