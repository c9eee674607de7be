import { createHash } from "node:crypto";
import { open, stat } from "node:fs/promises";
import type { Completeness, Document, MetaOrigin, Problem } from "../document/document.ts";
import { textCompleteness } from "./completeness.ts";
import { fileNameDate, machineDate, visibleDate } from "./dates.ts";
import { binaryKind, decode, oldOfficeKind, zipKind } from "./decode.ts";
import { extractDocx } from "./docx/extract.ts";
import { formatOf } from "./formats.ts";
import type { HtmlExtractor } from "./html/extractor.ts";
import { tooDeep } from "./html/guard.ts";
import { maxFileBytes, maxHtmlDepth } from "./limits.ts";
import { formatBytes, problem } from "./problem.ts";
import { textMetadata } from "./text.ts";

/** What the case file says of one document; it wins over what the document says of itself. */
export type Declared = {
  readonly title?: string | undefined;
  readonly author?: string | undefined;
  readonly url?: string | undefined;
  readonly language?: string | undefined;
  readonly published?: string | undefined;
  readonly completeness?: Completeness | undefined;
};

export type FileBytes = { readonly bytes: Uint8Array; readonly sha256: string };
export type Ingested = {
  readonly document: Document | null;
  readonly problems: readonly Problem[];
};

/**
 * Reads a file's bytes and hashes them, or says why that cannot be. `file` is only named; `missing`
 * is said where there is none.
 */
export async function readBytes(
  path: string,
  file: string,
  missing = "no such file",
): Promise<FileBytes | Problem> {
  try {
    // Before it is opened: opening a pipe waits for somebody who writes.
    const found = await stat(path);
    if (!found.isFile() && !found.isDirectory())
      return problem(
        file,
        "neither a file nor a folder",
        "leave it out, or give the text as a file",
      );
    const handle = await open(path, "r");
    try {
      const { size } = await handle.stat();
      if (size > maxFileBytes) return tooLarge(file, size);
      const bytes = await handle.readFile();
      if (bytes.length > maxFileBytes) return tooLarge(file, bytes.length);
      return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
    } finally {
      await handle.close();
    }
  } catch (error) {
    return unreadable(file, error, missing);
  }
}

function tooLarge(file: string, size: number): Problem {
  const limit = formatBytes(maxFileBytes);
  return problem(
    file,
    `too large for one document: ${formatBytes(size)} (the limit is ${limit})`,
    "split it into one file per text",
  );
}

function unreadable(file: string, error: unknown, missing: string): Problem {
  const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
  if (code === "ENOENT") return problem(file, missing, "check the path");
  if (code === "ELOOP") return problem(file, "a link that leads back to itself", "remove it");
  if (code === "EACCES" || code === "EPERM")
    return problem(file, "no permission to read it", "give yourself the right to read the file");
  if (code === "EISDIR") return problem(file, "a folder, not a file", "name the files in it");
  return problem(file, `cannot be read (${code})`, "check the disk and the path");
}

/**
 * Turns a file's bytes into a document. What cannot be read becomes a problem; what was read with
 * a loss gives both. Never throws for what the file holds.
 */
export async function ingest(
  { bytes, sha256 }: FileBytes,
  named: { readonly id: string; readonly file: string },
  tools: { readonly html: HtmlExtractor },
  declared: Declared = {},
): Promise<Ingested> {
  const { file } = named;
  const refuse = (message: string, mend: string): Ingested => ({
    document: null,
    problems: [problem(file, message, mend)],
  });
  if (bytes.length === 0) return refuse("an empty file", "remove it, or save the text again");
  const kind = binaryKind(bytes);
  const format = formatOf(file);
  if (kind && format !== "docx")
    return refuse(`${kind}, not a text`, "save its text as .docx, .txt, .md or .html");
  if (!format)
    return refuse("this format is not read", "save its text as .docx, .txt, .md or .html");
  if (format === "docx") return ingestDocx({ bytes, sha256 }, named, declared);
  const charset = format === "html" ? declaredCharset(bytes) : null;
  const decoded = decode(bytes, file, charset);
  const problems = decoded.problem ? [decoded.problem] : [];
  const base = { ...named, format, sha256, sizeBytes: bytes.length };
  if (format !== "html") {
    if (decoded.text.trim() === "" || decoded.text === "\ufeff")
      return refuse("holds nothing but white space", "remove it, or save the text again");
    const own = ownMetadata(decoded.text, file, format);
    return { document: { ...base, text: decoded.text, ...own, ...override(declared) }, problems };
  }
  if (generatedHere.test(decoded.text.slice(0, 4000)))
    return refuse("a report that Parallax wrote, not a document", "keep reports elsewhere");
  if (tooDeep(decoded.text, maxHtmlDepth))
    return refuse(
      `its elements are nested more than ${maxHtmlDepth} deep`,
      "save the article's text as .txt",
    );
  try {
    const extracted = await tools.html.extract(decoded.text);
    if (extracted.text.trim() === "")
      return refuse("no text was found on the page", "save the article's text as .txt");
    const { doubt, ...page } = extracted;
    const dated = page.published ? {} : fromFileName(file);
    if (doubt && !declared.published)
      problems.push(problem(file, doubt, "declare `published` in case.yaml, if you know better"));
    return { document: { ...base, ...page, ...dated, ...override(declared) }, problems };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(`its text could not be extracted: ${reason}`, "save the article's text as .txt");
  }
}

async function ingestDocx(
  { bytes, sha256 }: FileBytes,
  { id, file }: { readonly id: string; readonly file: string },
  declared: Declared,
): Promise<Ingested> {
  const refuse = (message: string, mend: string): Ingested => ({
    document: null,
    problems: [problem(file, message, mend)],
  });
  const kind = binaryKind(bytes);
  if (kind !== zipKind)
    return refuse(
      `${kind ?? "a text"}, not a Word document`,
      kind === oldOfficeKind
        ? "save it as .docx and without a password"
        : "give it the name that fits what it holds",
    );
  try {
    const extracted = await extractDocx(bytes);
    if (!extracted) return refuse("an archive that is no Word document", "save its text as .docx");
    const { text, title } = extracted;
    if (text === "") return refuse("holds no text", "remove it, or save the text again");
    const own = ownMetadata(text, file, "text");
    const said = { ...own, title: title ?? own.title };
    const base = { id, file, format: "docx", sha256, sizeBytes: bytes.length } as const;
    return { document: { ...base, text, ...said, ...override(declared) }, problems: [] };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return refuse(`its text could not be read: ${reason}`, "save the text again as .docx or .txt");
  }
}

const generatedHere = /<meta name="generator" content="Parallax|: Parallax report<\/title>/;

type OwnMetadata = Omit<Document, "id" | "file" | "format" | "sha256" | "sizeBytes" | "text">;

function ownMetadata(text: string, file: string, format: Document["format"]): OwnMetadata {
  const { date, ...own } = textMetadata(text, format);
  const stated = date === null ? null : machineDate(date);
  const visible = stated === null ? visibleDate(text) : null;
  const dated: Pick<Document, "published" | "publishedFrom"> = stated
    ? { published: stated, publishedFrom: "meta" }
    : visible
      ? { published: visible, publishedFrom: "visible" }
      : fromFileName(file);
  return { ...own, completeness: textCompleteness(text), ...dated };
}

function fromFileName(file: string): Pick<Document, "published" | "publishedFrom"> {
  const published = fileNameDate(file);
  return { published, publishedFrom: published ? "file-name" : null };
}

function override(declared: Declared): Partial<OwnMetadata> {
  const filled = Object.entries(declared).filter(([, value]) => value !== undefined);
  const from: { publishedFrom?: MetaOrigin } = declared.published ? { publishedFrom: "case" } : {};
  return { ...(Object.fromEntries(filled) as Partial<OwnMetadata>), ...from };
}

/** The encoding that a page names in its first kilobytes. */
export function declaredCharset(bytes: Uint8Array): string | null {
  const head = new TextDecoder("latin1").decode(bytes.subarray(0, 4096));
  return /<meta[^>]{0,200}charset=["']?([\w-]{2,40})/i.exec(head)?.[1] ?? null;
}
