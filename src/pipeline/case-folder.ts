import { cp, realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import { basename, join, relative, sep } from "node:path";
import picomatch from "picomatch";
import { InputError } from "../document/errors.ts";
import { assign } from "../ingest/case/assign.ts";
import type { Declaration } from "../ingest/case/declaration.ts";
import { caseFrom } from "../ingest/case/load.ts";
import { safeName } from "../ingest/safe-name.ts";
import { type Added, addFile } from "./add-file.ts";
import type { AnalyzedCase } from "./analyze.ts";
import { packageRoot } from "./root.ts";
import {
  type CaseFileState,
  changeCaseFile,
  previewSetUp,
  readSetUp,
  type Saved,
  type SetUpPreview,
  saveSetUp,
  type Wish,
} from "./set-up.ts";

/** Why the folder of a case is not changed, and what to do about it. */
export type Refusal = {
  readonly message: string;
  readonly mend: string;
  /** True for the bundled example: a copy of it can be changed. */
  readonly canCopy: boolean;
};

/** A text or a page that was pasted. An empty field says nothing. */
export type Pasted = {
  readonly text: string;
  readonly kind: "text" | "page";
  readonly title: string;
  readonly published: string;
  readonly url: string;
  /** Id of a declared source. */
  readonly source: string;
};

/** The case file for the forms, and the wording packs that can be chosen. */
export type SetUpState = CaseFileState & {
  readonly packs: readonly { readonly name: string; readonly about: string }[];
};

/** What may be changed in the folder of a case: documents come in, the case file is written. */
export type CaseFolder = {
  /** Where it is on this machine. */
  readonly path: string;
  /** Null where documents can be added. */
  readonly refusal: Refusal | null;
  /** Null where the case file can be written. */
  readonly setUpRefusal: Refusal | null;
  readonly add: (name: string, bytes: AsyncIterable<Uint8Array>) => Promise<Added>;
  readonly paste: (pasted: Pasted) => Promise<Added>;
  readonly setUp: () => Promise<SetUpState>;
  readonly preview: (declared: Declaration) => Promise<SetUpPreview>;
  readonly save: (wish: Wish) => Promise<Saved>;
  /** Copies the example to where its user may change it; gives the copy's path. */
  readonly copy: () => Promise<string>;
};

/** @throws InputError from `add`, `paste` and `save` where the folder is not to be changed. */
export async function caseFolderOf(
  analyzed: AnalyzedCase,
  { caseFile, environment }: { caseFile?: string | undefined; environment: NodeJS.ProcessEnv },
): Promise<CaseFolder> {
  const { folder, place, store } = analyzed;
  const refusal = await refusalOf(folder, place.inCache);
  const setUpRefusal = refusal ?? (caseFile === undefined ? null : liesElsewhere(caseFile));
  const known = new Map(
    [...(await store.documents()), ...analyzed.posts.files].map(({ sha256, file }) => [
      sha256,
      file,
    ]),
  );
  const check = (why: Refusal | null) => {
    if (why) throw new InputError(`${why.message} (${why.mend})`, { path: folder });
  };
  const add: CaseFolder["add"] = async (name, bytes) => {
    check(refusal);
    return addFile(folder, name, bytes, known);
  };
  return {
    path: folder,
    refusal,
    setUpRefusal,
    add,
    paste: async (pasted) => {
      const declares = pasted.title || pasted.published || pasted.url || pasted.source;
      check(declares ? setUpRefusal : refusal);
      const { file, isNamed } = await fileOf(folder, pasted);
      const added = await add(file, once(pasted.text));
      if (added.outcome === "added") await declare(folder, added.file, pasted, isNamed);
      return added;
    },
    setUp: async () => ({ ...(await readSetUp(folder)), packs: packsOf(analyzed) }),
    preview: (declared) => previewSetUp(analyzed, declared),
    save: async (wish) => {
      check(setUpRefusal);
      return saveSetUp(analyzed, wish);
    },
    copy: () => copyOf(folder, environment),
  };
}

/** Groups stand first: one name for the packs of a kind of case. */
function packsOf({ lexicon }: AnalyzedCase): SetUpState["packs"] {
  const packs = [...lexicon.packs.values()];
  const groups = new Set(packs.flatMap(({ group }) => group ?? []));
  return [
    ...[...groups].sort().map((group) => ({
      name: group,
      about: packs.flatMap((one) => (one.group === group ? [one.pack] : [])).join(", "),
    })),
    ...packs.map(({ pack, about }) => ({ name: pack, about })),
  ];
}

async function refusalOf(folder: string, inCache: boolean): Promise<Refusal | null> {
  if (await isBundled(folder))
    return {
      message: "this example came with Parallax and stays as it is",
      mend: "make a copy of it, or open a folder of your own",
      canCopy: true,
    };
  if (inCache)
    return {
      message: "the folder of this case cannot be written",
      mend: "give yourself the right to write it, or copy it elsewhere, and open it again",
      canCopy: false,
    };
  return null;
}

function liesElsewhere(caseFile: string): Refusal {
  return {
    message: `the case file lies elsewhere: ${caseFile}`,
    mend: "change it there, or open the folder without --case-file",
    canCopy: false,
  };
}

async function isBundled(folder: string): Promise<boolean> {
  const examples = await realpath(join(packageRoot(), "examples"));
  return (await realpath(folder)).startsWith(examples + sep);
}

/** Where a pasted text is kept: with its source, named by its date and title. */
async function fileOf(
  folder: string,
  { kind, title, published, source, text }: Pasted,
): Promise<{ file: string; isNamed: boolean }> {
  const day = /^\d{4}(?:-\d{2}){0,2}/.exec(published)?.[0] ?? "";
  const words = title || (kind === "text" ? (text.trim().split("\n", 1)[0] ?? "") : "");
  const called = [day, slug(words)].filter(Boolean).join("-") || "pasted";
  const name = safeName(`${called}.${kind === "page" ? "html" : "txt"}`) ?? "pasted.txt";
  if (source === "") return { file: name, isNamed: true };
  const state = await readSetUp(folder);
  const loaded = caseFrom(state.text, state.file, { file: state.file, isOwn: true });
  const patterns = loaded.value.sources?.[source]?.files ?? [];
  const bases = patterns.map((pattern) => picomatch.scan(pattern).base).filter(Boolean);
  const candidates = [...bases, source].map((base) => `${base}/${name}`);
  const fits = candidates.find((file) => assign([file], loaded).files[0]?.sourceId === source);
  return { file: fits ?? `${source}/${name}`, isNamed: fits !== undefined };
}

/** The first words of a title as part of a file's name. */
function slug(title: string): string {
  const words =
    title
      .normalize("NFC")
      .toLowerCase()
      .match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];
  return words.slice(0, 8).join("-").slice(0, 60);
}

/** Writes into the case file what was given with a text: nothing of it stands in the text itself. */
async function declare(
  folder: string,
  file: string,
  { title, published, url, source }: Pasted,
  isNamed: boolean,
): Promise<void> {
  const fields = Object.entries({ title, published, url }).filter(([, value]) => value !== "");
  const { declared } = await readSetUp(folder);
  const named = declared.sources.find(({ id }) => id === source);
  const edits = [
    ...(fields.length > 0
      ? [{ set: ["documents", file], to: Object.fromEntries(fields) } as const]
      : []),
    ...(named && !isNamed
      ? [{ set: ["sources", source, "files"], to: [...named.files, file] } as const]
      : []),
  ];
  if (edits.length > 0) await changeCaseFile(folder, edits);
}

async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield new TextEncoder().encode(text);
}

/** `~/parallax/NAME`, or the first free name after it. */
async function copyOf(folder: string, environment: NodeJS.ProcessEnv): Promise<string> {
  const home = join(environment.HOME || homedir(), "parallax");
  for (let nth = 1; ; nth++) {
    const to = join(home, nth === 1 ? basename(folder) : `${basename(folder)}-${nth}`);
    if (await stat(to).catch(() => null)) continue;
    await cp(folder, to, {
      recursive: true,
      errorOnExist: true,
      force: false,
      filter: (path) => !relative(folder, path).split(sep).includes(".parallax"),
    });
    return to;
  }
}
