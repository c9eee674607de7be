import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Case, DocumentCard } from "../../src/document/case.ts";
import type { Document } from "../../src/document/document.ts";
import { documentOf } from "../../src/document/document-of.ts";
import { assign, declaredCase } from "../../src/ingest/case/assign.ts";
import { loadCaseFile } from "../../src/ingest/case/load.ts";
import { createHtmlExtractor } from "../../src/ingest/html/extractor.ts";
import { ingest, readBytes } from "../../src/ingest/ingest.ts";
import { postsAmong } from "../../src/ingest/posts/posts-among.ts";
import { walk } from "../../src/ingest/walk.ts";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { placeDocuments } from "../../src/pipeline/cards.ts";
import { countWords } from "../../src/pipeline/packed.ts";
import { lexiconsFolder } from "../../src/pipeline/root.ts";

export const lexicon = loadLexicon(lexiconsFolder());

export type PlacedDocument = { readonly document: Document; readonly card: DocumentCard };

export type ReadFolder = {
  readonly case: Case;
  readonly documents: readonly PlacedDocument[];
};

/** Reads the documents of a case folder and its case file, without a database. */
export async function readFolder(folder: string): Promise<ReadFolder> {
  const loaded = await loadCaseFile(folder, "case.yaml");
  const html = createHtmlExtractor();
  try {
    const { others: files } = await postsAmong(folder, (await walk(folder)).files);
    const documents = await Promise.all(
      assign(files, loaded).files.map(async ({ file, sourceId, declared }) => {
        const bytes = await readBytes(join(folder, file), file);
        if (!("bytes" in bytes)) throw new Error(bytes.message);
        const { document } = await ingest(bytes, { id: file, file }, { html }, declared);
        if (!document) throw new Error(`${file} was not read`);
        return { document, sourceId: sourceId ?? file };
      }),
    );
    const placed = placeDocuments(
      declaredCase(loaded, "case"),
      documents.map(({ document, sourceId }) => ({
        ...document,
        sourceId,
        words: countWords(document.text),
        fingerprint: "",
        readLanguage: document.language,
      })),
    );
    return {
      case: placed.case,
      documents: documents.flatMap(({ document }, at) => {
        const card = placed.documents[at];
        return card ? [{ document, card }] : [];
      }),
    };
  } finally {
    await html.close();
  }
}

/** Copies the documents of a case folder, the text of each changed by `change`; `remove()` when done. */
export function copyFolder(
  folder: string,
  change: (text: string) => string = (text) => text,
): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), "parallax-"));
  const isDocument = (file: string) => !file.includes(".parallax") && !file.endsWith(".gz");
  cpSync(folder, path, { recursive: true, filter: isDocument });
  for (const entry of readdirSync(path, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || entry.name === "case.yaml") continue;
    const file = join(entry.parentPath, entry.name);
    writeFileSync(file, change(readFileSync(file, "utf8")));
  }
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) };
}

/** A plain text as a document of its own. */
export function plainDocument(text: string, id = "text.txt"): Document {
  return documentOf(text, { id, published: "2031-05-04", publishedFrom: "case" });
}
