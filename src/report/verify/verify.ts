import { keepable } from "../html/escape.ts";
import type { MadeWith, Proof } from "./proof.ts";
import type { ShownPassage } from "./read-page.ts";

/** Something that a result says and that was held against the case. */
export type Held = {
  readonly what:
    | "document"
    | "case file"
    | "wording pack"
    | "version"
    | "parameter"
    | "passage"
    | "file";
  /** Which: a file, a parameter, a place. */
  readonly name: string;
  /** Null where it agrees; else what stands in the result and what is there now. */
  readonly difference: string | null;
};

/** The case as it is now. */
export type Present = {
  readonly made: MadeWith;
  /** File → SHA-256 of its bytes. */
  readonly files: ReadonlyMap<string, string>;
  /** Document → the text that passages are cut from. */
  readonly texts: ReadonlyMap<string, string>;
};

/** Holds what a result was made from against the case. */
export function holdMade(
  told: MadeWith,
  files: readonly { readonly file: string; readonly sha256: string }[],
  { made, files: present }: Present,
): Held[] {
  const packs = new Map(made.packs.map(({ file, sha256 }) => [file, sha256]));
  return [
    ...files.map(({ file, sha256 }) => hashed("document", file, sha256, present.get(file))),
    ...caseFile(told.caseFile, made.caseFile),
    ...told.packs.map(({ file, sha256 }) => hashed("wording pack", file, sha256, packs.get(file))),
    ...[...packs.keys()]
      .filter((file) => !told.packs.some((one) => one.file === file))
      .map((file): Held => held("wording pack", file, "it was not read then and is now")),
    ...listed("version", told.versions, made.versions),
    ...listed("parameter", told.parameters, made.parameters),
  ];
}

/** Holds the passages of a page, and what is shown around them, against the texts. */
export function holdPassages(
  { documents }: Pick<Proof, "documents">,
  passages: readonly ShownPassage[],
  { texts }: Present,
): Held[] {
  const byNumber = new Map(documents.map((one) => [one.number, one]));
  return passages.map(({ document, start, end, before, text, after }) => {
    const known = byNumber.get(document);
    const whole = known && texts.get(known.id);
    const name = `${known?.file ?? `document ${document}`}, characters ${start}–${end}`;
    if (whole === undefined) return held("passage", name, "the case has no such document");
    const there = whole.slice(start, end);
    if (keepable(there) !== text) return held("passage", name, differ(text, there));
    const around = {
      before: before.replace(/^… /, ""),
      after: after.replace(/ …$/, ""),
    };
    const is = {
      before: whole.slice(Math.max(0, start - around.before.length), start),
      after: whole.slice(end, end + around.after.length),
    };
    for (const part of ["before", "after"] as const)
      if (keepable(is[part]) !== around[part])
        return held("passage", name, `${part} it, ${differ(around[part], is[part])}`);
    return held("passage", name, null);
  });
}

/** Holds every passage of a JSON file, however deep it stands, against the texts. */
export function holdJson(file: string, value: unknown, { texts }: Present): Held[] {
  const found: Held[] = [];
  const walk = (one: unknown) => {
    if (one === null || typeof one !== "object") return;
    const { documentId, start, end, text } = one as Readonly<Record<string, unknown>>;
    if (
      typeof documentId === "string" &&
      typeof start === "number" &&
      typeof end === "number" &&
      typeof text === "string"
    ) {
      const there = texts.get(documentId)?.slice(start, end);
      const name = `${documentId}, characters ${start}–${end} (in ${file})`;
      if (there === undefined) found.push(held("passage", name, "the case has no such document"));
      else found.push(held("passage", name, there === text ? null : differ(text, there)));
    }
    for (const part of Object.values(one)) walk(part);
  };
  walk(value);
  return found;
}

/** Holds a written file against the same made anew; `null`: it is not there. */
export function holdFile(name: string, written: string | null, made: string): Held {
  if (written === null) return held("file", name, "it is listed in the manifest and is not there");
  if (written === made) return held("file", name, null);
  const [left, right] = [written.split("\n"), made.split("\n")];
  const at = left.findIndex((line, nth) => line !== right[nth]);
  return held(
    "file",
    name,
    `made anew from the case it is another, from line ${(at < 0 ? left.length : at) + 1} on`,
  );
}

function held(what: Held["what"], name: string, difference: string | null): Held {
  return { what, name, difference };
}

function hashed(what: Held["what"], file: string, told: string, is: string | undefined): Held {
  if (is === undefined) return held(what, file, "it is not there");
  return held(what, file, told === is ? null : `its SHA-256 was ${told} and is ${is}`);
}

function caseFile(told: MadeWith["caseFile"], is: MadeWith["caseFile"]): Held[] {
  if (told) return [hashed("case file", told.file, told.sha256, is?.sha256)];
  return is ? [held("case file", is.file, "there was none, and there is one now")] : [];
}

type Values = Readonly<Record<string, string | number | boolean>>;

function listed(what: Held["what"], told: Values, is: Values): Held[] {
  const names = new Set([...Object.keys(told), ...Object.keys(is)]);
  return [...names].map((name) =>
    held(
      what,
      name,
      told[name] === is[name] ? null : `${tell(told[name])} then, ${tell(is[name])} now`,
    ),
  );
}

function tell(value: string | number | boolean | undefined): string {
  return value === undefined ? "nothing" : String(value);
}

/** From so many characters on a text is cut in what is told of it. */
const mostTold = 80;

function differ(told: string, is: string): string {
  const short = (text: string) =>
    `“${text.length > mostTold ? `${text.slice(0, mostTold)}…` : text}”`;
  let same = 0;
  while (same < told.length && told[same] === is[same]) same++;
  const from = Math.max(0, same - 20);
  return `the result has ${short(told.slice(from))} and the document ${short(is.slice(from))}`;
}
