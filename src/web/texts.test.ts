import { readdirSync, readFileSync } from "node:fs";
import { parseSync } from "vite";
import { expect, test } from "vitest";

/** Keys and signs that are the same in every language. */
const signs = new Set(["n", "p", "q"]);

/** Attributes that a reader sees or hears. */
const told = new Set(["alt", "aria-label", "placeholder", "title"]);

const files = readdirSync(new URL(".", import.meta.url), {
  recursive: true,
  encoding: "utf8",
}).filter((file) => file.endsWith(".tsx"));

test("the scan sees inline words in text and in attributes, and no other", () => {
  const source =
    '<p title="A title" className="soft"><b aria-label={x ? "one" : "other"}>n</b> Some words {x}</p>';
  expect(inlineWords("a.tsx", source)).toEqual(["A title", "one", "other", "Some words"]);
});

test.each(files)("%s has its words in texts.ts", (file) => {
  const source = readFileSync(new URL(file, import.meta.url), "utf8");
  expect(inlineWords(file, source)).toEqual([]);
});

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
