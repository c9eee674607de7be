import { readFileSync } from "node:fs";
import { join } from "node:path";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { InputError } from "../document/errors.ts";

/**
 * Reads one YAML file and checks it against `schema`.
 * @throws InputError with path, line and column of the first thing that is wrong.
 */
export function loadYaml<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  return parseYaml(readFileSync(path, "utf8"), path, schema);
}

/** As `loadYaml`, for text that is already at hand; `path` is only named in errors. */
export function parseYaml<S extends z.ZodType>(text: string, path: string, schema: S): z.output<S> {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = parsed.errors[0];
  if (broken) {
    const { line, col } = lines.linePos(broken.pos[0]);
    throw new InputError(`not valid YAML: ${broken.message}`, { path, line, column: col });
  }
  const result = schema.safeParse(parsed.toJS());
  if (result.success) return result.data;
  const issue = result.error.issues[0];
  const where = issue ? issue.path.filter((key) => typeof key !== "symbol") : [];
  const node = deepestNode(parsed, where);
  const { line, col } = lines.linePos(node?.range?.[0] ?? 0);
  const name = where.join(".") || "the file";
  throw new InputError(`invalid ${name}: ${issue?.message ?? "unknown"}`, {
    path,
    line,
    column: col,
  });
}

type Node = { range?: [number, number, number] | null };

function deepestNode(
  parsed: ReturnType<typeof parseDocument>,
  path: readonly (string | number)[],
): Node | undefined {
  for (let length = path.length; length >= 0; length--) {
    const node = parsed.getIn(path.slice(0, length), true) as Node | undefined;
    if (node && typeof node === "object" && node.range) return node;
  }
  return undefined;
}

/** Path of a word list: `lexicons/en/words/NAME.yaml`. */
export function wordsPath(directory: string, language: string, name: string): string {
  return join(directory, language, "words", `${name}.yaml`);
}
