import { LineCounter, parseDocument } from "yaml";
import { z } from "zod";
import { InputError } from "./errors.ts";
import { didYouMean } from "./nearest.ts";

export type Key = string | number;
/** Where something stands in a file; line and column count from 1. */
export type Place = { readonly line: number; readonly column: number };
export type Parsed<T> = {
  readonly value: T;
  /** The place of the deepest node that exists on `path`. */
  readonly place: (path: readonly Key[]) => Place;
};

/**
 * Parses YAML text and checks it against `schema`; `path` is only named in errors.
 * @throws InputError with path, line, column and the mend of the first thing that is wrong.
 */
export function parseYaml<S extends z.ZodType>(text: string, path: string, schema: S): z.output<S> {
  return parseYamlWithPlaces(text, path, schema).value;
}

/** As `parseYaml`, and tells where each key stands. @throws InputError */
export function parseYamlWithPlaces<S extends z.ZodType>(
  text: string,
  path: string,
  schema: S,
): Parsed<z.output<S>> {
  const lines = new LineCounter();
  const parsed = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const at = (offset: number): Place => {
    const { line, col } = lines.linePos(offset);
    return { line: Math.max(line, 1), column: Math.max(col, 1) };
  };
  const broken = parsed.errors[0];
  if (broken) {
    const message = broken.message
      .replace(/[.\s]+$/, "")
      .replace(/closing (["'])quote$/, "closing quotation mark $1");
    throw new InputError(`not valid YAML: ${lowerFirst(message)} (${yamlMend(broken.code)})`, {
      path,
      ...at(broken.pos[0]),
    });
  }
  const place = (keys: readonly Key[]): Place => at(deepestOffset(parsed, keys));
  const result = schema.safeParse(unalias(parsed, path));
  if (result.success) return { value: result.data, place };
  const issue = result.error.issues[0];
  const keys = (issue?.path ?? []).filter((key) => typeof key !== "symbol");
  const name = keys.join(".") || "the file";
  if (issue?.code === "unrecognized_keys") {
    const key = issue.keys[0] ?? "";
    const known = knownKeys(schema, keys);
    const hint = didYouMean(key, known) || ` (known: ${known.join(", ")})`;
    throw new InputError(`unknown key "${key}" in ${name}${hint}`, {
      path,
      ...at(keyOffset(parsed, keys, key)),
    });
  }
  const wrong = (issue && wrongType(issue)) ?? issue?.message ?? "unknown";
  throw new InputError(`invalid ${name}: ${lowerFirst(wrong)}`, { path, ...place(keys) });
}

type Tree = ReturnType<typeof parseDocument>;
type Node = { range?: [number, number, number] | null };

/** Aliases that multiply (a "billion laughs" file) are refused by the library: said as our error. */
function unalias(parsed: Tree, path: string): unknown {
  try {
    return parsed.toJS({ maxAliasCount: 100 });
  } catch (cause) {
    throw new InputError(`too many aliases (write the values out)`, { path, line: 1, cause });
  }
}

function deepestOffset(parsed: Tree, path: readonly Key[]): number {
  const last = path.at(-1);
  if (typeof last === "string" && parsed.hasIn(path)) {
    const key = keyOffset(parsed, path.slice(0, -1), last);
    if (key > 0) return key;
  }
  for (let length = path.length; length >= 0; length--) {
    const node = parsed.getIn(path.slice(0, length), true) as Node | undefined;
    if (node && typeof node === "object" && node.range) return node.range[0];
  }
  return 0;
}

/** Where the key itself stands; the start of its map when it cannot be told. */
function keyOffset(parsed: Tree, path: readonly Key[], key: Key): number {
  const map = (path.length ? parsed.getIn(path, true) : parsed.contents) as
    | (Node & { items?: readonly { key?: (Node & { value?: unknown }) | null }[] })
    | undefined;
  for (const pair of map?.items ?? [])
    if (pair.key && String(pair.key.value) === String(key) && pair.key.range)
      return pair.key.range[0];
  return map?.range?.[0] ?? 0;
}

/** The keys that the schema knows at `path`, looking through optional, default and union wrappers. */
function knownKeys(schema: z.ZodType, path: readonly Key[]): string[] {
  let found: readonly z.ZodType[] = [schema];
  for (const key of path) found = found.flatMap(unwrap).flatMap((one) => child(one, key));
  const keys = found
    .flatMap(unwrap)
    .flatMap((one) => (one instanceof z.ZodObject ? Object.keys(one.shape) : []));
  return [...new Set(keys)];
}

function unwrap(schema: z.ZodType): readonly z.ZodType[] {
  if (
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodDefault ||
    schema instanceof z.ZodNullable
  )
    return unwrap(schema.unwrap() as z.ZodType);
  if (schema instanceof z.ZodPipe) return unwrap(schema.in as z.ZodType);
  if (schema instanceof z.ZodUnion) return (schema.options as readonly z.ZodType[]).flatMap(unwrap);
  return [schema];
}

function child(schema: z.ZodType, key: Key): readonly z.ZodType[] {
  if (schema instanceof z.ZodRecord) return [schema.valueType as z.ZodType];
  if (schema instanceof z.ZodArray) return [schema.element as z.ZodType];
  if (schema instanceof z.ZodObject) {
    const inner = (schema.shape as Record<string, z.ZodType>)[String(key)];
    return inner ? [inner] : [];
  }
  return [];
}

const kinds: Readonly<Record<string, string>> = {
  record: "keys with values (key: value)",
  object: "keys with values (key: value)",
  array: "a list (one entry per line, each after a hyphen)",
  string: "a text",
  number: "a number",
  boolean: "true or false",
};

/**
 * A value of the wrong kind, said in the words of a case file's writer; undefined where the schema
 * has words of its own.
 */
function wrongType(issue: z.core.$ZodIssue): string | undefined {
  if (!issue.message.startsWith("Invalid input")) return undefined;
  const kind = issue.code === "invalid_type" ? kinds[issue.expected] : undefined;
  return kind && `must be ${kind}`;
}

const mends: Readonly<Record<string, string>> = {
  TAB_AS_INDENT: "indent with spaces, not tabs",
  BAD_INDENT: "give keys of one level the same indent",
  MISSING_CHAR: "close the quotation mark or bracket, and put a colon after each key",
  DUPLICATE_KEY: "give each key once",
  MULTILINE_IMPLICIT_KEY: "put the value in quotation marks",
  BLOCK_AS_IMPLICIT_KEY: "put text that holds a colon in quotation marks",
};

function yamlMend(code: string): string {
  return mends[code] ?? "check the indent, the colons and the quotation marks on this line";
}

function lowerFirst(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
