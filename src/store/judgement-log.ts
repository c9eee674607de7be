import { constants } from "node:fs";
import { type FileHandle, mkdir, open, readFile, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Problem } from "../document/document.ts";
import { judgedQuestions, judgementsFile, type LogEntry, verdicts } from "../document/judgement.ts";

/** Where the log of a case is: in its folder, or where its database is when that is read-only. */
export function judgementsPath(
  caseFolder: string,
  place: { readonly folder: string; readonly inCache: boolean },
): string {
  return join(place.inCache ? place.folder : caseFolder, judgementsFile);
}

const authorFile = "author.txt";

const common = { id: z.string().min(1), at: z.iso.datetime(), author: z.string().min(1) };
const entrySchema = z.discriminatedUnion("act", [
  z.object({ ...common, act: z.literal("undo"), undoes: z.string().min(1) }),
  ...verdicts.map((act) =>
    z.object({
      ...common,
      act: z.literal(act),
      note: z.string().nullable(),
      question: z.enum(judgedQuestions),
      about: z.string(),
      says: z.string(),
      rule: z.string(),
      documentId: z.string().min(1),
      sha256: z.string(),
      anchor: z
        .object({
          exact: z.string().min(1),
          prefix: z.string(),
          suffix: z.string(),
          start: z.int().nonnegative(),
        })
        .nullable(),
    }),
  ),
]);

/**
 * The entries of a log and what could not be read of it: a broken line is a problem with its number
 * and stops nothing. A log that is not there is an empty one.
 */
export async function readJudgementLog(
  path: string,
): Promise<{ readonly entries: readonly LogEntry[]; readonly problems: readonly Problem[] }> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? "unknown error";
    if (code === "ENOENT") return { entries: [], problems: [] };
    return { entries: [], problems: [problemAt(null, `cannot be read (${code})`)] };
  }
  return parseJudgementLog(text);
}

export function parseJudgementLog(text: string): {
  readonly entries: readonly LogEntry[];
  readonly problems: readonly Problem[];
} {
  const entries: LogEntry[] = [];
  const problems: Problem[] = [];
  for (const [index, line] of text
    .replace(/^\uFEFF/, "")
    .split("\n")
    .entries()) {
    if (line.trim() === "") continue;
    const entry = parseLine(line);
    if (typeof entry === "string") problems.push(problemAt(index + 1, entry));
    else entries.push(entry);
  }
  return { entries, problems };
}

function parseLine(line: string): LogEntry | string {
  if (/^(<{7}|={7}|>{7})/.test(line)) return "a mark of a conflict between two versions";
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "no valid JSON";
  }
  const parsed = entrySchema.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  return `no judgement: ${issue?.path.join(".") || "the line"}: ${issue?.message ?? "unknown"}`;
}

function problemAt(line: number | null, message: string): Problem {
  return {
    file: judgementsFile,
    line,
    message,
    mend: "the other lines are read; mend this one, or take it out",
  };
}

/**
 * Adds one entry as a line of its own. The system puts each write at the end (O_APPEND), so that two
 * writers do each other no harm; an unfinished last line, of a hand or of a crash, is ended first.
 */
export async function appendJudgement(path: string, entry: LogEntry): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  const file = await open(path, constants.O_RDWR | constants.O_APPEND | constants.O_CREAT, 0o644);
  try {
    const line = `${(await endsOpen(file)) ? "\n" : ""}${JSON.stringify(entry)}\n`;
    const bytes = new TextEncoder().encode(line);
    const { bytesWritten } = await file.write(bytes);
    if (bytesWritten !== bytes.length)
      throw new Error("the disk is full: the judgement is not kept");
    await file.sync();
  } finally {
    await file.close();
  }
}

async function endsOpen(file: FileHandle): Promise<boolean> {
  const { size } = await file.stat();
  if (size === 0) return false;
  const { buffer } = await file.read({ buffer: new Uint8Array(1), position: size - 1 });
  return buffer[0] !== 0x0a;
}

/** The name with which this machine's user signs in this case; not shared with the log. */
export async function rememberedAuthor({ folder }: { folder: string }): Promise<string | null> {
  const name = await readFile(join(folder, authorFile), "utf8").catch(() => "");
  return name.trim() || null;
}

export async function rememberAuthor({ folder }: { folder: string }, name: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, authorFile), `${name}\n`);
}
