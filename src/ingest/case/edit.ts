import { isDeepStrictEqual } from "node:util";
import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseDocument,
  type Scalar,
  stringify,
  type YAMLMap,
} from "yaml";
import type { Key } from "../../document/yaml.ts";

/** One change of a YAML file: the value at a path, a key under a map, or that something is not there. */
export type Edit =
  | { readonly set: readonly Key[]; readonly to: Value }
  | { readonly remove: readonly Key[] }
  | { readonly rename: readonly Key[]; readonly to: string };

export type Value = string | readonly string[] | { readonly [key: string]: Value };

/**
 * Changes a YAML text and nothing else in it: comments, order, unknown keys, spaces and quotation
 * marks stay, byte for byte. Where a change cannot be made at its place (in what an alias stands
 * for, say), the library writes the file anew, with its comments and its order.
 */
export function editYaml(text: string, edits: readonly Edit[]): string {
  return edits.reduce((before, edit) => inParts(before, edit).reduce(editOnce, before), text);
}

/** A list that stands line by line is changed line by line, so that what is beside a line stays. */
function inParts(text: string, edit: Edit): readonly Edit[] {
  if (!("set" in edit) || !Array.isArray(edit.to)) return [edit];
  const node = nodeAt(parseDocument(text).contents, edit.set);
  if (!isSeq(node) || node.flow) return [edit];
  const before = (node.toJSON() as readonly unknown[]).map(String);
  const after = edit.to as readonly string[];
  const at = (index: number) => [...edit.set, index];
  const kept = before.filter((one) => after.includes(one));
  if (kept.every((one, index) => one === after[index])) {
    const gone = before.flatMap((one, index) => (after.includes(one) ? [] : [at(index)]));
    const more = after.slice(kept.length);
    if (kept.length > 0 && (gone.length === 0 || more.length === 0))
      return [
        ...gone.reverse().map((path) => ({ remove: path })),
        ...more.map((to, index) => ({ set: at(kept.length + index), to })),
      ];
  }
  return [
    ...after.flatMap((to, index) => (before[index] === to ? [] : [{ set: at(index), to }])),
    ...before
      .slice(after.length)
      .map((_, index) => ({ remove: at(before.length - 1 - index) }) as const),
  ];
}

function editOnce(text: string, edit: Edit): string {
  const wanted = written(text, edit);
  const value = parseDocument(wanted).toJS() as unknown;
  const spliced = splice(text, edit);
  if (spliced === null) return wanted;
  const result = parseDocument(spliced);
  const isRight = result.errors.length === 0 && isDeepStrictEqual(result.toJS(), value);
  return isRight ? spliced : wanted;
}

/** The text as the library writes it with the change: right in what it says, not in its spaces. */
function written(text: string, edit: Edit): string {
  const document = parseDocument(text);
  makeWay(document, "set" in edit ? edit.set : "remove" in edit ? edit.remove : edit.rename);
  if ("set" in edit) document.setIn(edit.set, document.createNode(edit.to));
  else if ("remove" in edit) document.deleteIn(edit.remove);
  else {
    const pair = pairAt(document.contents, edit.rename);
    if (pair) pair.key = document.createNode(edit.to) as Scalar;
  }
  return document.toString({ lineWidth: 0 });
}

/** What stands for something else, or for nothing, on the way to a place is written out. */
function makeWay(document: Document, path: readonly Key[]): void {
  for (let length = 1; length < path.length; length++) {
    const way = path.slice(0, length);
    const node = document.getIn(way, true);
    if (isAlias(node)) document.setIn(way, document.createNode(node.resolve(document)?.toJSON()));
    else if (isScalar(node) && node.value === null) document.setIn(way, document.createNode({}));
  }
}

/** The text with the change at its place; null where it has none. */
function splice(text: string, edit: Edit): string | null {
  const { contents } = parseDocument(text);
  if ("rename" in edit) {
    const key = pairAt(contents, edit.rename)?.key;
    return key ? replaced(text, key, scalarText(edit.to, key, false)) : null;
  }
  const path = "set" in edit ? edit.set : edit.remove;
  const parent = path.length === 1 ? contents : nodeAt(contents, path.slice(0, -1));
  if ("remove" in edit) return parent ? withoutEntry(text, parent, path.at(-1)) : null;
  if (parent === null && path.length > 1)
    return splice(text, { set: path.slice(0, -1), to: { [String(path.at(-1))]: edit.to } });
  const node = nodeAt(contents, path);
  if (node) return withValue(text, node, edit.to, parent);
  return withEntry(text, parent, path, edit.to);
}

/** Another value in the place of a text or a list; lists are changed entry by entry by their own paths. */
function withValue(text: string, node: Node, to: Value, parent: Node | null): string | null {
  if (isScalar(node) && typeof to === "string")
    return replaced(text, node, scalarText(to, node, isFlow(parent)));
  if (isSeq(node) && node.flow && Array.isArray(to)) return replaced(text, node, flowText(to));
  if (isScalar(node) && node.value !== null && Array.isArray(to))
    return replaced(text, node, flowText(to));
  return null;
}

/** A new key of a map, or a new last entry of a list, written as its neighbours are. */
function withEntry(
  text: string,
  parent: Node | null,
  path: readonly Key[],
  to: Value,
): string | null {
  const key = path.at(-1);
  if (path.length === 1 && (parent === null || isMap(parent))) {
    if (isMap(parent) && parent.flow) return null;
    const start = text === "" || text.endsWith("\n") ? text : `${text}\n`;
    const isLong = typeof to !== "string" && text.trim() !== "";
    return `${start}${isLong ? "\n" : ""}${entryText(String(key), to, 0, false)}`;
  }
  if (!isMap(parent) && !isSeq(parent)) return null;
  const items = parent.items as readonly unknown[];
  const last = items.at(-1);
  if (last === undefined) return null;
  const lastNode = isMap(parent) ? (last as Pair<Scalar, Node>).key : (last as Node);
  if (!lastNode?.range) return null;
  if (parent.flow) {
    const end = endOf(isMap(parent) ? ((last as Pair).value as Node | null) : lastNode);
    if (end === null) return null;
    const entry = isMap(parent) ? `${scalarIn(String(key), true)}: ${flowText(to)}` : flowText(to);
    return `${text.slice(0, end)}, ${entry}${text.slice(end)}`;
  }
  const lines = entryLines(text, lastNode.range[0]);
  const indent = indentAt(text, lastNode.range[0]);
  const sibling = isMap(parent) ? ((last as Pair).value as Node | null) : null;
  const entry = isMap(parent)
    ? entryText(String(key), to, indent, isMap(sibling) && sibling.flow === true)
    : `${" ".repeat(indent)}- ${typeof to === "string" ? scalarIn(to, false) : flowText(to)}\n`;
  const before = text.slice(0, lines.end);
  return `${before}${before.endsWith("\n") ? "" : "\n"}${entry}${text.slice(lines.end)}`;
}

/** The text without a key of a map or an entry of a list. */
function withoutEntry(text: string, parent: Node, key: Key | undefined): string | null {
  if (!isMap(parent) && !isSeq(parent)) return null;
  if (parent.flow || parent.items.length === 1) return null;
  const entry = isMap(parent)
    ? pairOf(parent, String(key))?.key
    : ((parent.items[Number(key)] as Node | undefined) ?? null);
  if (!entry?.range) return null;
  const { start, end } = entryLines(text, entry.range[0]);
  return text.slice(0, start) + text.slice(end);
}

/** `id: value` with its lines, the inner ones two spaces further in. */
function entryText(key: string, to: Value, indent: number, inFlow: boolean): string {
  const space = " ".repeat(indent);
  const name = `${space}${scalarIn(key, false)}:`;
  if (typeof to === "string") return `${name} ${scalarIn(to, false)}\n`;
  if (Array.isArray(to)) {
    // Statements take a line each; names stand side by side.
    if (indent > 0) return `${name} ${flowText(to)}\n`;
    return `${name}\n${to.map((one) => `${space}  - ${scalarIn(one, false)}\n`).join("")}`;
  }
  if (inFlow) return `${name} ${flowText(to)}\n`;
  const inner = Object.entries(to).map(([one, value]) => entryText(one, value, indent + 2, false));
  return inner.length === 0 ? `${name} {}\n` : `${name}\n${inner.join("")}`;
}

function flowText(to: Value): string {
  if (typeof to === "string") return scalarIn(to, true);
  if (Array.isArray(to)) return `[${to.map((one) => scalarIn(one, true)).join(", ")}]`;
  const entries = Object.entries(to).map(([key, value]) => `${key}: ${flowText(value)}`);
  return entries.length === 0 ? "{}" : `{ ${entries.join(", ")} }`;
}

/** A text as YAML, in the kind of quotation marks that stood there. */
function scalarText(to: string, before: Scalar, inFlow: boolean): string {
  if (before.type === "QUOTE_DOUBLE") return JSON.stringify(to);
  if (before.type === "QUOTE_SINGLE" && !to.includes("\n")) return `'${to.replaceAll("'", "''")}'`;
  return scalarIn(to, inFlow);
}

function scalarIn(to: string, inFlow: boolean): string {
  const plain = stringify(to, { lineWidth: 0 }).trimEnd();
  const isPlain = plain === to;
  if (plain.includes("\n") || (inFlow && isPlain && /[,[\]{}]/.test(to))) return JSON.stringify(to);
  return plain;
}

function replaced(text: string, node: Node, by: string): string | null {
  if (!node.range) return null;
  return text.slice(0, node.range[0]) + by + text.slice(node.range[1]);
}

/**
 * The lines of an entry of a block: its first one and those further in. Comments and empty lines
 * after it stand before what follows, and stay.
 */
function entryLines(text: string, at: number): { start: number; end: number } {
  const start = text.lastIndexOf("\n", at - 1) + 1;
  const column = indentAt(text, at);
  const isEntry = text.slice(start, at).includes("-");
  let end = lineEnd(text, start);
  for (let next = end; next < text.length; ) {
    const after = lineEnd(text, next);
    const line = text.slice(next, after);
    const indent = line.length - line.trimStart().length;
    const isEmpty = line.trim() === "";
    const isComment = line.trimStart().startsWith("#");
    const isInside = indent > column || (!isEntry && indent === column && /^\s*-\s/.test(line));
    if (!isEmpty && !isInside) break;
    if (!isEmpty && (isInside || !isComment)) end = after;
    next = after;
  }
  return { start, end };
}

function lineEnd(text: string, from: number): number {
  const at = text.indexOf("\n", from);
  return at < 0 ? text.length : at + 1;
}

/** The column in which the entry begins: its key, or the hyphen before it. */
function indentAt(text: string, at: number): number {
  const line = text.slice(text.lastIndexOf("\n", at - 1) + 1, at);
  return line.length - line.trimStart().length || (line.trim() === "" ? line.length : 0);
}

function endOf(node: Node | null): number | null {
  return node?.range?.[1] ?? null;
}

function isFlow(node: Node | null): boolean {
  return (isMap(node) || isSeq(node)) && node.flow === true;
}

function pairOf(map: YAMLMap, key: string): Pair<Scalar, Node | null> | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key) as
    | Pair<Scalar, Node | null>
    | undefined;
}

function pairAt(root: Node | null, path: readonly Key[]): Pair<Scalar, Node | null> | undefined {
  const parent = path.length === 1 ? root : nodeAt(root, path.slice(0, -1));
  return isMap(parent) ? pairOf(parent, String(path.at(-1))) : undefined;
}

function nodeAt(root: Node | null, path: readonly Key[]): Node | null {
  let node: Node | null = root;
  for (const key of path) {
    if (isMap(node)) node = pairOf(node, String(key))?.value ?? null;
    else if (isSeq(node)) node = (node.items[Number(key)] as Node | undefined) ?? null;
    else return null;
  }
  return node;
}
