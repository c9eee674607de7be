import { createHash, randomUUID } from "node:crypto";
import { chmod, open, readFile, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, join } from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { Problem } from "../document/document.ts";
import { InputError } from "../document/errors.ts";
import { assign, declaredCase } from "../ingest/case/assign.ts";
import {
  type Declaration,
  declarationOf,
  editsOf,
  type FieldProblem,
  fieldProblems,
} from "../ingest/case/declaration.ts";
import { type Edit, editYaml } from "../ingest/case/edit.ts";
import { caseFrom, type LoadedCase } from "../ingest/case/load.ts";
import { createPlaces } from "../ingest/case/place.ts";
import { isPackFile, packNames } from "../lexicon/pack.ts";
import { type AnalyzedCase, readerOptionsOf } from "./analyze.ts";
import { placeDocuments } from "./cards.ts";

/** The case file as it is on the disk. */
export type CaseFileState = {
  /** From the case's folder. */
  readonly file: string;
  readonly exists: boolean;
  readonly text: string;
  /** SHA-256 of its bytes; of none, where there is no file. */
  readonly sha256: string;
  readonly declared: Declaration;
};

/** A document that another source, or another side, would be told for. */
export type Moved = {
  readonly file: string;
  readonly from: Placed;
  readonly to: Placed;
};
type Placed = { readonly source: string; readonly side: string | null };

/** What a declaration would change. */
export type SetUpPreview = {
  /** The case file as it would be. */
  readonly text: string;
  readonly isChanged: boolean;
  readonly fields: readonly FieldProblem[];
  readonly moved: readonly Moved[];
  /** Documents of each declared source, by id. */
  readonly documents: Readonly<Record<string, number>>;
  /** Documents that no declared source names, each its own. */
  readonly unplaced: number;
  /** Documents that would be read anew, since what they are read with is another. */
  readonly readAnew: number;
  readonly problems: readonly Problem[];
};

/** A declaration as the forms give it, and the file that it was made from. */
export type Wish = { readonly sha256: string; readonly declared: Declaration };

/** What came of saving: the file was changed, or was another than the one that was read. */
export type Saved =
  | { readonly outcome: "saved"; readonly state: CaseFileState }
  | { readonly outcome: "fields"; readonly fields: readonly FieldProblem[] }
  | { readonly outcome: "conflict"; readonly onDisk: CaseFileState; readonly yours: string };

/** Of documents that move, so many are told by name. */
const mostMoved = 200;

/** Reads the folder's case file for the forms. @throws InputError where it cannot be used. */
export async function readSetUp(folder: string): Promise<CaseFileState> {
  for (const file of ["case.yaml", "case.yml"]) {
    const bytes = await readFile(join(folder, file)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw new InputError(`cannot be opened (${error.code}: check its permissions)`, {
        path: file,
        cause: error,
      });
    });
    if (bytes) return stateOf(file, bytes.toString("utf8"), true);
  }
  return stateOf("case.yaml", "", false);
}

function stateOf(file: string, text: string, exists: boolean): CaseFileState {
  const declared = declarationOf(caseFrom(text, file, { file, isOwn: true }).value);
  const sha256 = createHash("sha256").update(text).digest("hex");
  return { file, exists, text, sha256, declared };
}

/** What the declaration would change, before anything is written. */
export async function previewSetUp(
  analyzed: AnalyzedCase,
  declared: Declaration,
): Promise<SetUpPreview> {
  const state = await readSetUp(analyzed.folder);
  const { text, fields } = checked(state, declared, analyzed);
  const own = { file: state.file, isOwn: true };
  const path = join(analyzed.folder, state.file);
  const before = state.exists ? caseFrom(state.text, path, own) : null;
  const isChanged = text !== state.text;
  if (fields.length > 0)
    return {
      ...{ text, isChanged, fields, moved: [], documents: {}, unplaced: 0, readAnew: 0 },
      problems: [],
    };
  const after = caseFrom(text, path, own);
  const [from, to] = await Promise.all([placed(analyzed, before), placed(analyzed, after)]);
  const moved: Moved[] = [];
  let readAnew = 0;
  let unplaced = 0;
  const documents: Record<string, number> = {};
  for (const [at, card] of to.cards.entries()) {
    const old = from.cards[at];
    if (card.sourceId === card.id) unplaced++;
    else documents[card.sourceId] = (documents[card.sourceId] ?? 0) + 1;
    if (!old) continue;
    if (old.sourceId !== card.sourceId || old.side !== card.side)
      moved.push({
        file: card.file,
        from: { source: old.sourceName, side: old.side },
        to: { source: card.sourceName, side: card.side },
      });
    if (from.readWith !== to.readWith || !isDeepStrictEqual(from.files[at], to.files[at]))
      readAnew++;
  }
  return {
    text,
    isChanged,
    fields,
    moved: moved.slice(0, mostMoved),
    documents,
    unplaced,
    readAnew,
    problems: to.problems,
  };
}

/**
 * Writes the declaration into the case file, whole or not at all; a file that was changed on the
 * disk since it was read is not written over.
 */
export async function saveSetUp(analyzed: AnalyzedCase, wish: Wish): Promise<Saved> {
  const { folder } = analyzed;
  const state = await readSetUp(folder);
  const { text, fields } = checked(state, wish.declared, analyzed);
  if (state.sha256 !== wish.sha256) return { outcome: "conflict", onDisk: state, yours: text };
  if (fields.length > 0) return { outcome: "fields", fields };
  if (text !== state.text || !state.exists)
    await writeWhole(join(folder, state.file), text, state.exists);
  return { outcome: "saved", state: await readSetUp(folder) };
}

/** Changes the case file beside the forms; makes it where there is none. */
export async function changeCaseFile(folder: string, edits: readonly Edit[]): Promise<void> {
  const { file, text, exists } = await readSetUp(folder);
  const changed = editYaml(text, edits);
  caseFrom(changed, file, { file, isOwn: true });
  await writeWhole(join(folder, file), changed, exists);
}

function checked(
  state: CaseFileState,
  declared: Declaration,
  { lexicon }: AnalyzedCase,
): { text: string; fields: readonly FieldProblem[] } {
  const text = editYaml(state.text, editsOf(state.declared, declared));
  const known = packNames(lexicon.packs);
  const packs = declared.packs
    .filter((pack) => !isPackFile(pack) && !known.includes(pack))
    .map((pack) => ({ path: ["packs"], message: `there is no pack "${pack}"` }));
  return { text, fields: [...fieldProblems(text, declared), ...packs] };
}

async function placed(analyzed: AnalyzedCase, loaded: LoadedCase | null) {
  const stored = await analyzed.store.documents();
  const { files, problems } = assign(
    stored.map(({ file }) => file),
    loaded,
  );
  const declared = declaredCase(loaded, basename(analyzed.folder));
  const sources = new Map(files.map((one) => [one.file, one.sourceId]));
  const { documents } = placeDocuments(
    declared,
    stored.map((one) => ({ ...one, sourceId: sources.get(one.file) ?? one.id })),
    createPlaces(loaded?.value ?? {}).ofUrl,
  );
  return {
    cards: documents,
    files,
    problems,
    /** Names and packs of the case: with others, every document is read anew. */
    readWith: JSON.stringify(readerOptionsOf(declared)),
  };
}

/** Replaces a file by renaming: a reader finds the old one or the new one, never a half. */
async function writeWhole(path: string, text: string, exists: boolean): Promise<void> {
  const target = exists ? await realpath(path) : path;
  const fresh = join(dirname(target), `.case-${randomUUID()}`);
  try {
    const file = await open(fresh, "wx");
    try {
      await file.writeFile(text);
      await file.sync();
    } finally {
      await file.close();
    }
    if (exists) await chmod(fresh, (await stat(target)).mode & 0o777);
    await rename(fresh, target);
  } finally {
    await rm(fresh, { force: true });
  }
}
