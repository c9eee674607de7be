import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, test } from "vitest";

/** Keys and signs that are the same in every language. */
const signs = new Set(["n", "p", "q"]);

/** Attributes that a reader sees or hears. */
const told = new Set(["alt", "aria-label", "placeholder", "title"]);

const sources = readdirSync(new URL(".", import.meta.url), {
  recursive: true,
  encoding: "utf8",
}).filter((file) => /(?<!\.test|\.d)\.tsx?$/.test(file) && file !== "texts.ts");
const files = sources.filter((file) => file.endsWith(".tsx"));

test("the scan sees inline words in text and in attributes, and no other", () => {
  const source =
    '<p title="A title" className="soft"><b aria-label={x ? "one" : "other"}>n</b> Some words {x}</p>';
  expect(inlineWords("a.tsx", source)).toEqual(["A title", "one", "other", "Some words"]);
});

test.each(files)("%s has its words in texts.ts", (file) => {
  const source = readFileSync(new URL(file, import.meta.url), "utf8");
  expect(inlineWords(file, source)).toEqual([]);
});

test("the scan sees sentences in code, and no keys of numbered things", () => {
  const source = `import "a b"; const x = y ? "not read" : \`in \${count(n, "more source")} of\`; f("input, select"); throw new Error("no such place")`;
  expect(sentences("a.ts", source)).toEqual(["not read", "in … of"]);
});

/** Phrases that are no words of the page: of the documents, of the draft's file, and keys. */
const notSaid: Readonly<Record<string, readonly string[]>> = {
  "views/draft/mark.ts": ["parallax: keep … …"],
  "views/figures/entries.ts": [
    ...["at least", "more than", "a minimum of", "no fewer than", "not less than"],
    ...["at most", "up to", "fewer than", "less than", "no more than"],
  ],
  "views/set-up/groups.tsx": ["new …", "was …"],
  "views/set-up/queries.ts": ["set-up preview"],
  "views/spread/sigma-graph.ts": ["600 …px …"],
  "views/timeline/brush.tsx": ["all events"],
};

test.each(sources)("%s has its sentences in texts.ts", (file) => {
  const source = readFileSync(new URL(file, import.meta.url), "utf8");
  expect(sentences(file, source).filter((one) => !notSaid[file]?.includes(one))).toEqual([]);
});

test.each(sources)("%s leaves dates and numbers to the parts that know the locale", (file) => {
  if (/^parts\/(?:locale|plurals|numbers|times|dates)\.ts$/.test(file)) return;
  const source = readFileSync(new URL(file, import.meta.url), "utf8");
  expect(source).not.toMatch(
    /\.toLocale\w*String\(|\.toFixed\(\d?\)(?!\}%)|\.toPrecision\(|"en-[A-Z]/,
  );
  expect(source).not.toMatch(/\b(?:format(?:Date|Instant)|datesInWords)\b[^;]*document\/in-words/);
});

/** Strings of several words, or of a word before or after what is put in. */
function sentences(file: string, source: string): string[] {
  const found: string[] = [];
  const visit = (node: unknown): void => {
    if (Array.isArray(node)) for (const one of node) visit(one);
    if (!isNode(node) || isUnsaid(node)) return;
    const text =
      node.type === "TemplateLiteral" ? textOf(node) : node.type === "Literal" ? node.value : null;
    if (typeof text === "string" && saysSomething(text)) found.push(text.trim());
    for (const child of Object.values(node)) visit(child);
  };
  visit(parseSync(file, source).program);
  return found;
}

/** Names of modules and classes, faults of the program, selectors, and the keys of `texts.counts`. */
function isUnsaid(node: Node): boolean {
  if (node.type === "ImportDeclaration") return true;
  if (node.type === "JSXAttribute" && isNode(node.name))
    return node.name.name === "className" || node.name.name === "d";
  if (!isNode(node.callee)) return node.type === "Literal" && isSelector(node.value);
  return (
    (node.type === "NewExpression" && node.callee.name === "Error") ||
    (node.type === "CallExpression" && node.callee.name === "count")
  );
}

function isSelector(value: unknown): boolean {
  return typeof value === "string" && /^\(prefers-|^(?:a|input), /.test(value);
}

function saysSomething(text: string): boolean {
  return /\p{L}{2,}[,;:.]?\s+\p{L}{2,}|(?:^|…)\s*\p{L}{2,}\s+…|…\s+\p{L}{2,}\s*(?:…|$)/u.test(text);
}

/** Texts between tags, and in attributes that are told, that hold letters. */
function inlineWords(file: string, source: string): string[] {
  const found: string[] = [];
  const add = (text: string) => {
    const words = text.replaceAll(/\s+/g, " ").trim();
    if (/\p{L}/u.test(words) && !signs.has(words)) found.push(words);
  };
  const visit = (node: unknown, isTold: boolean): void => {
    if (Array.isArray(node)) for (const one of node) visit(one, isTold);
    if (!isNode(node)) return;
    if (node.type === "JSXText") add(String(node.value));
    else if (node.type === "JSXAttribute")
      visit(node.value, isNode(node.name) && told.has(String(node.name.name)));
    else if (node.type === "TemplateLiteral" && isTold) add(textOf(node));
    else if (node.type === "Literal" && isTold && typeof node.value === "string") add(node.value);
    else
      for (const [key, child] of Object.entries(node))
        visit(
          child,
          isTold && (key === "expression" || key === "consequent" || key === "alternate"),
        );
  };
  visit(parseSync(file, source).program, false);
  return found;
}

type Node = { readonly type: string; readonly [key: string]: unknown };

function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && "type" in value;
}

/** The fixed parts of a template; `…` stands for what is put in. */
function textOf({ quasis }: Node): string {
  const parts = Array.isArray(quasis) ? quasis : [];
  return parts.map(({ value }: { value: { raw: string } }) => value.raw).join("…");
}
