import type { DomNode } from "./dom.ts";

const blockNames = new Set(
  "ADDRESS ARTICLE BLOCKQUOTE BODY CENTER DD DETAILS DIV DL DT FIELDSET FOOTER H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN NAV OL P PRE SECTION SUMMARY TABLE TBODY TFOOT THEAD TR UL".split(
    " ",
  ),
);
const elementNode = 1;
const textNode = 3;

/**
 * The text of a tree as a reader sees it: each block a paragraph of one line (a line break stays
 * one), one empty line between blocks, links as their text.
 */
export function blockText(root: DomNode): string {
  const blocks: string[] = [];
  let open = "";
  const close = () => {
    const block = open
      .split("\n")
      .map((line) => line.replace(/[^\S\u00a0\n]+/g, " ").trim())
      .filter((line) => line !== "")
      .join("\n");
    if (block) blocks.push(block);
    open = "";
  };
  const walk = (node: DomNode): void => {
    if (node.nodeType === textNode) open += (node.textContent ?? "").replace(/[\n\r\t]+/g, " ");
    if (node.nodeType !== elementNode) return;
    if (node.nodeName === "BR") open += "\n";
    const isBlock = blockNames.has(node.nodeName);
    if (isBlock) close();
    for (const child of Array.from(node.childNodes)) walk(child);
    if (isBlock) close();
    if (node.nodeName === "TD" || node.nodeName === "TH") open += " ";
  };
  walk(root);
  close();
  return blocks.join("\n\n");
}
