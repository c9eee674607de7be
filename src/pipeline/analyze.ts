import { realpath, stat } from "node:fs/promises";
import { basename, join, relative, resolve, sep } from "node:path";
import { compareWithPlaces } from "../compare/compare.ts";
import { withEvents } from "../compare/events/find-events.ts";
import type { Findings, Question } from "../compare/findings.ts";
import type { CompareInput } from "../compare/input.ts";
import type { Places } from "../compare/wording/places.ts";
import type { Case, DocumentCard } from "../document/case.ts";
import type { Problem } from "../document/document.ts";
import { InputError } from "../document/errors.ts";
import { assign, declaredCase, unplacedDocuments } from "../ingest/case/assign.ts";
import {
  type LoadedCase,
  loadCaseFile,
  loadCaseFileAt,
  pickCaseFile,
  unusedCaseFile,
} from "../ingest/case/load.ts";
import { createPlaces } from "../ingest/case/place.ts";
import { postsAmong } from "../ingest/posts/posts-among.ts";
import { walk } from "../ingest/walk.ts";
import { type Lexicon, loadLexicon } from "../lexicon/lexicon.ts";
import type { Pack } from "../lexicon/pack.ts";
import { createReader, type Reader, type ReaderOptions } from "../read/read.ts";
import { keptBytes } from "../store/bytes.ts";
import { judgementsPath, readJudgementLog } from "../store/judgement-log.ts";
import { type Place, placeOfCase } from "../store/place.ts";
import { openStore, type Store, type StoredDocument } from "../store/store.ts";
import { placeDocuments } from "./cards.ts";
import { loadCasePacks, packFilesOf } from "./case-packs.ts";
import { compareInThread } from "./case-thread.ts";
import { fingerprint, folderFingerprint, room } from "./fingerprint.ts";
import { type CasePosts, importPosts } from "./import-posts.ts";
import { asKept, fromKept } from "./kept-findings.ts";
import { asideFromWords } from "./limits.ts";
import { type MadeFrom, madeFrom } from "./made-from.ts";
import { readChanged } from "./read-changed.ts";
import type { PoolOptions } from "./read-pool.ts";
import { lexiconsFolder, modelsFolder, packageVersion } from "./root.ts";

export type Step = "looking" | "reading" | "posts" | "comparing";
/** Told after each piece of work; `total` is 0 where it is not known. Of posts, `done` are records. */
export type Progress = (step: Step, done: number, total: number) => void;

export type AnalyzeOptions = {
  readonly environment: NodeJS.ProcessEnv;
  /** A case file that lies elsewhere, in place of the folder's own. */
  readonly caseFile?: string;
  /** A file that is no document of the case though it lies in its folder. */
  readonly leaveOut?: string;
  readonly progress?: Progress;
  /** A store of the same case that is open already: one process opens a database once. */
  readonly store?: Store;
  /** Reads and compares a large case in threads, as others are answered meanwhile; the signal ends it. */
  readonly aside?: { readonly signal: AbortSignal };
  /** How texts are read in threads. */
  readonly pool?: PoolOptions;
};

type Found = Parameters<Store["putFindings"]>[1];

/** A case that has been read and compared, with its store open. `close()` when done. */
export type AnalyzedCase = {
  readonly folder: string;
  readonly place: Place;
  readonly case: Case;
  readonly documents: readonly DocumentCard[];
  readonly posts: CasePosts;
  readonly problems: readonly Problem[];
  readonly store: Store;
  readonly lexicon: Lexicon;
  /** The reader of this case; made when first asked for. */
  readonly reader: () => Reader;
  readonly readerOptions: ReaderOptions;
  readonly version: string;
  readonly madeFrom: MadeFrom;
  /** What this run had to do. */
  readonly run: { readonly read: number; readonly removed: number; readonly compared: boolean };
  readonly input: CompareInput;
  readonly close: () => void;
};

/**
 * Brings a case up to date: reads what changed, drops what vanished, compares when anything did.
 * @throws InputError for a missing folder or a broken case file, StoreError for the database.
 */
export async function analyzeCase(path: string, options: AnalyzeOptions): Promise<AnalyzedCase> {
  const folder = await caseFolder(path);
  const progress = options.progress ?? (() => {});
  progress("looking", 0, 0);
  const walked = await walk(folder);
  const {
    loaded,
    others,
    problems: caseFileProblems,
  } = await loadCase(folder, walked.caseFiles, options.caseFile);
  const packFiles = packFilesOf(loaded);
  const leftOut = options.leaveOut && (await pathWithin(folder, options.leaveOut));
  const {
    posts: postsFiles,
    others: files,
    problems: postsProblems,
  } = await postsAmong(
    folder,
    walked.files.filter((file) => !packFiles.has(file) && file !== leftOut),
    loaded,
  );
  const assignment = assign(files, loaded, others);
  const declared = declaredCase(loaded, basename(folder));
  const listsPrint = folderFingerprint([lexiconsFolder(), modelsFolder()]);
  const bundledLists = bundledLexicon(listsPrint);
  const ownPacks = loaded ? loadCasePacks(loaded, bundledLists.packs) : new Map<string, Pack>();
  const lexicon = { ...bundledLists, packs: new Map([...bundledLists.packs, ...ownPacks]) };
  const place = await placeOfCase(folder, options.environment);
  const readerOptions = readerOptionsOf(declared);
  let made: Reader | undefined;
  const reader = (): Reader => {
    made ??= createReader(lexicon, readerOptions);
    return made;
  };
  const store = await (options.store?.beside() ?? openStore(place.database));
  try {
    const readerPrint = fingerprint(
      packageVersion(),
      folderFingerprint([room("document"), room("ingest"), room("read"), room("lexicon")]),
      listsPrint,
      readerOptions,
      [...ownPacks],
    );
    const run = await readChanged(assignment.files, {
      folder,
      store,
      bytes: keptBytes(place.bytes),
      lexicon,
      readerOptions,
      reader,
      readerPrint,
      progress: (done, total) => progress("reading", done, total),
      pool: { aside: isLarge(options, await store.documents()), ...options.pool },
    });
    const posts = await importPosts(postsFiles, {
      folder,
      store,
      progress: (records) => progress("posts", records, 0),
    });
    const stored = await store.documents();
    const placed = placeDocuments(declared, stored, createPlaces(loaded?.value ?? {}).ofUrl);
    const own = placed.documents.filter(({ id, sourceId }) => sourceId === id);
    await store.putCaseProblems([
      ...caseFileProblems,
      ...walked.problems,
      ...assignment.problems,
      ...postsProblems,
      ...(await readJudgementLog(judgementsPath(folder, place))).problems,
      ...(loaded
        ? unplacedDocuments(
            loaded,
            own.map(({ file }) => file),
            stored.length,
          )
        : []),
      ...run.problems,
      ...posts.problems,
    ]);
    const input: CompareInput = { ...placed, rows: (kind) => store.rows(kind) };
    const compareFingerprint = fingerprint(
      packageVersion(),
      folderFingerprint([room("compare")]),
      placed,
      stored.map((document) => document.fingerprint),
    );
    const compared = (await store.meta("findings")) !== compareFingerprint;
    if (compared) {
      progress("comparing", 0, 0);
      const keep = (found: Found) => store.putFindings(compareFingerprint, found);
      if (isLarge(options, stored))
        await compareInThread({ ...placed, lexicon, readerOptions, store }, keep, options.aside);
      else await keep(asKept(await compareWithPlaces(input, reader(), lexicon)));
    }
    return {
      folder,
      place,
      ...placed,
      documents: withEvents(placed.documents, await eventsOf(store)),
      posts,
      problems: await store.problems(),
      store,
      lexicon,
      reader,
      readerOptions,
      version: packageVersion(),
      madeFrom: madeFrom(loaded, lexicon.packs, join(lexiconsFolder(), lexicon.language)),
      run: { read: run.read, removed: run.removed, compared },
      input,
      close: () => store.close(),
    };
  } catch (error) {
    store.close();
    throw error;
  }
}

function isLarge({ aside }: AnalyzeOptions, stored: readonly StoredDocument[]): boolean {
  return aside !== undefined && stored.reduce((sum, { words }) => sum + words, 0) >= asideFromWords;
}

let bundled: { readonly print: string; readonly lexicon: Lexicon } | undefined;

/** The bundled word lists, read once as long as their files stay the same. */
function bundledLexicon(print: string): Lexicon {
  if (bundled?.print !== print) bundled = { print, lexicon: loadLexicon(lexiconsFolder()) };
  return bundled.lexicon;
}

/** The answers to one question, as kept. */
export async function findingsOf<Q extends Question>(
  store: Store,
  question: Q,
): Promise<Findings[Q]> {
  return fromKept(question, await store.findings(question));
}

/** Every place where a label is used, as kept. */
export async function placesOf(store: Store): Promise<readonly Places[]> {
  return (await store.findings("places")) as readonly Places[];
}

async function eventsOf(store: Store): Promise<Findings["events"]> {
  return (await store.findings("events")) as Findings["events"];
}

/** The answers to all questions, as kept. */
export async function allFindings(store: Store): Promise<Findings> {
  return {
    claims: await findingsOf(store, "claims"),
    figures: await findingsOf(store, "figures"),
    wording: await findingsOf(store, "wording"),
    silence: await findingsOf(store, "silence"),
    sourcing: await findingsOf(store, "sourcing"),
    origins: await findingsOf(store, "origins"),
    timeline: await findingsOf(store, "timeline"),
    events: await eventsOf(store),
  };
}

/** What a case tells the reader: every declared name, and the packs. */
export function readerOptionsOf(declared: Case): ReaderOptions {
  const names = [
    ...declared.sources.flatMap((source) => [source.name, ...source.aliases]),
    ...declared.actors.flatMap((actor) => actor.names),
  ];
  const actors = [
    ...declared.actors.map(({ id, names: forms, kind }) => ({ id, names: forms, kind })),
    ...declared.sources.map(({ id, name, aliases, kind }) => ({
      id,
      names: [name, ...aliases],
      kind: kind === "person" ? kind : "organisation",
    })),
  ];
  return { names: [...new Set(names)].sort(), actors, packs: declared.packs };
}

/** A file's path from a folder, with forward slashes; it leads out where the file lies elsewhere. */
async function pathWithin(folder: string, file: string): Promise<string> {
  const [from, to] = await Promise.all([folder, file].map((path) => realpath(path)));
  return relative(from ?? folder, to ?? file)
    .split(sep)
    .join("/");
}

async function caseFolder(path: string): Promise<string> {
  const found = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new InputError(
      cause.code === "ENOENT"
        ? "no such folder (check the path)"
        : cause.code === "ELOOP"
          ? "a link that leads back to itself (remove it)"
          : `cannot be opened (${cause.code ?? "unknown error"}: check its permissions)`,
      { path, cause },
    );
  });
  if (found.isDirectory()) return resolve(path);
  if (/(^|[\\/])case\.ya?ml$/.test(path)) return resolve(path, "..");
  throw new InputError(
    "a file, not a folder (give the folder that holds the documents; to read single files use: parallax read FILE)",
    { path },
  );
}

async function loadCase(
  folder: string,
  found: readonly string[],
  elsewhere: string | undefined,
): Promise<{
  loaded: LoadedCase | null;
  others: readonly LoadedCase[];
  problems: readonly Problem[];
}> {
  const picked = pickCaseFile(found);
  const isOwn =
    elsewhere === undefined || resolve(elsewhere) === resolve(folder, picked.used ?? "");
  const loaded = !isOwn
    ? await loadCaseFileAt(elsewhere)
    : picked.used
      ? await loadCaseFile(folder, picked.used)
      : null;
  const used = loaded?.file ?? null;
  const unused = isOwn ? picked.unused : found;
  const problems = unused.map((file) => unusedCaseFile(file, used));
  const others: LoadedCase[] = [];
  for (const file of unused) {
    try {
      others.push(await loadCaseFile(folder, file));
    } catch (error) {
      // It is not used anyway; that it is there has been said.
      if (!(error instanceof InputError)) throw error;
    }
  }
  return { loaded, others, problems };
}
