import picomatch from "picomatch";
import type { Case, Source } from "../../document/case.ts";
import type { Problem } from "../../document/document.ts";
import type { Declared } from "../ingest.ts";
import { problem } from "../problem.ts";
import type { LoadedCase } from "./load.ts";
import { createPlaces } from "./place.ts";

/** One file's place in the case. `sourceId: null`: it is its own source. */
export type Assigned = {
  readonly file: string;
  readonly sourceId: string | null;
  readonly declared: Declared;
};

export type Assignment = {
  readonly files: readonly Assigned[];
  readonly problems: readonly Problem[];
};

/** Gives every file its source and what is declared of it. */
export function assign(
  files: readonly string[],
  loaded: LoadedCase | null,
  others: readonly LoadedCase[] = [],
): Assignment {
  const problems: Problem[] = [];
  const sourceOf = new Map<string, { id: string; line: number }>();
  if (loaded) {
    for (const named of namings(files, loaded)) {
      // A case file from elsewhere names more than one folder has.
      if (named.files.length === 0 && loaded.isOwn)
        problems.push(
          problem(
            loaded.file,
            `no document matches "${named.pattern}" of source ${named.id}`,
            "check the pattern and the file's name",
            named.line,
          ),
        );
      for (const file of named.files) {
        const first = sourceOf.get(file);
        if (!first) sourceOf.set(file, named);
        else if (first.id !== named.id)
          problems.push(
            problem(
              loaded.file,
              `${file} is named by two sources: ${first.id} (line ${first.line}) and ${named.id}; it is given to ${first.id}`,
              "let one source name it",
              named.line,
            ),
          );
      }
    }
    const { ofFile } = createPlaces(loaded.value);
    for (const file of files) {
      const id = sourceOf.has(file) ? undefined : ofFile(file);
      if (id !== undefined) sourceOf.set(file, { id, line: loaded.lineOf(["sources", id]) });
    }
    const present = new Set(files);
    for (const file of Object.keys(loaded.value.documents ?? {}))
      if (!present.has(file) && loaded.isOwn)
        problems.push(
          problem(
            loaded.file,
            `there is no document "${file}"`,
            "give its path from the case folder",
            loaded.lineOf(["documents", file]),
          ),
        );
  }
  for (const other of others) {
    const folder = other.file.slice(0, other.file.lastIndexOf("/") + 1);
    const inside = files.filter((file) => file.startsWith(folder));
    for (const named of namings(
      inside.map((file) => file.slice(folder.length)),
      other,
    ))
      for (const file of named.files) {
        const first = sourceOf.get(folder + file);
        if (first && loaded)
          problems.push(
            problem(
              other.file,
              `${folder + file} is named by two case files: ${loaded.file} (line ${first.line}, source ${first.id}) and this one (source ${named.id}); ${loaded.file} is used`,
              "keep one case file",
              named.line,
            ),
          );
      }
  }
  return {
    files: files.map((file) => {
      const sourceId = sourceOf.get(file)?.id ?? null;
      const language = sourceId === null ? undefined : loaded?.value.sources?.[sourceId]?.language;
      const declared = loaded?.value.documents?.[file] ?? {};
      return { file, sourceId, declared: { ...(language ? { language } : {}), ...declared } };
    }),
    problems,
  };
}

type Naming = { id: string; line: number; pattern: string; files: readonly string[] };

/** Every pattern of every source, with the files it matches. */
function* namings(files: readonly string[], loaded: LoadedCase): Iterable<Naming> {
  for (const [id, source] of Object.entries(loaded.value.sources ?? {})) {
    const line = loaded.lineOf(["sources", id, "files"]);
    for (const pattern of source.files ?? []) {
      const matches = picomatch(pattern.replace(/^\.\//, ""), { dot: false });
      yield { id, line, pattern, files: files.filter((file) => matches(file)) };
    }
  }
}

/** What is said where a case file from elsewhere names no source of some documents. */
export function unplacedDocuments(
  { file, isOwn }: LoadedCase,
  unplaced: readonly string[],
  of: number,
): Problem[] {
  if (isOwn || unplaced.length === 0) return [];
  const shown = unplaced.slice(0, mostUnplaced).join(", ");
  return [
    problem(
      file,
      `${unplaced.length} of ${of} documents are of none of its sources, so each is its own, without a side: ${shown}${unplaced.length > mostUnplaced ? ", …" : ""}`,
      "put each into a folder that is called as its source is in the case file",
    ),
  ];
}

/** Files named in one problem. */
const mostUnplaced = 5;

/** The document's own source, where no source of the case file names it. */
export function ownSource(document: { id: string; file: string; title: string | null }): Source {
  const name = document.title ?? document.file.slice(document.file.lastIndexOf("/") + 1);
  return { id: document.id, name, kind: null, side: null, aliases: [] };
}

/** The case as declared; `title` when the case file gives none. Sides are ordered by id. */
export function declaredCase(loaded: LoadedCase | null, title: string): Case {
  const value = loaded?.value ?? {};
  return {
    title: value.title ?? title,
    language: value.language ?? null,
    sides: Object.entries(value.sides ?? {})
      .map(([id, name]) => ({ id, name: name ?? id }))
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
    sources: Object.entries(value.sources ?? {}).map(([id, source]) => ({
      id,
      name: source.name ?? id,
      kind: source.kind ?? null,
      side: source.side ?? null,
      aliases: source.aliases ?? [],
    })),
    actors: Object.entries(value.actors ?? {}).map(([id, actor]) => ({
      id,
      names: actor.names ?? [id],
      side: actor.side ?? null,
      kind: actor.kind ?? null,
    })),
    packs: value.packs ?? [],
    checklist: value.checklist ?? [],
    ...(value.silence?.lag === undefined ? {} : { lagHours: value.silence.lag }),
  };
}
