import type { Spell } from "../../spread/evidence/evidence.ts";
import type { SpreadGraph } from "../../spread/graph/graph.ts";
import { xmlTag, xmlText } from "../xml.ts";
import { edgeColumns, type GraphColumn, instantOf, nodeColumns } from "./graph-columns.ts";

/** What a reader of the file must know to read it right. */
export const graphAbout =
  "Accounts that act on the same objects within a window of time. An edge tells what two accounts did, not why. Spells: from the first to the last action together in an hour.";

/**
 * The graph as GEXF 1.3 (gexf.net/1.3, gexf.rnc and dynamics.rnc), line by line: dynamic, with
 * intervals as spells; Gephi Lite, which reads no spells, has the times as attributes.
 */
export function* renderGexf({ nodes, edges }: SpreadGraph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<gexf xmlns="http://gexf.net/1.3" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://gexf.net/1.3 http://gexf.net/1.3/gexf.xsd" version="1.3">\n';
  yield `<meta><creator>Parallax</creator><description>${xmlText(graphAbout)}</description></meta>\n`;
  yield '<graph mode="dynamic" defaultedgetype="undirected" timeformat="dateTime" timerepresentation="interval" timezone="UTC">\n';
  yield* columnsOf("node", nodeColumns);
  yield* columnsOf("edge", edgeColumns);
  yield `<nodes count="${nodes.length}">\n`;
  const idOf = new Map(nodes.map(({ account }, at) => [account, `n${at}`]));
  for (const node of nodes) {
    const { account, spells } = node;
    yield `${xmlTag("node", { id: idOf.get(account) ?? null, label: token(account) })}>${valuesOf(nodeColumns, node)}${spellsOf(spells)}</node>\n`;
  }
  yield `</nodes>\n<edges count="${edges.length}">\n`;
  for (const [at, edge] of edges.entries()) {
    const { a, b, weight, spells } = edge;
    yield `${xmlTag("edge", { id: `e${at}`, source: idOf.get(a) ?? null, target: idOf.get(b) ?? null, weight })}>${valuesOf(edgeColumns, edge)}${spellsOf(spells)}</edge>\n`;
  }
  yield "</edges>\n</graph>\n</gexf>\n";
}

function* columnsOf<T>(
  kind: "node" | "edge",
  columns: readonly GraphColumn<T>[],
): Generator<string> {
  yield `<attributes class="${kind}">`;
  for (const { name, type } of columns)
    yield `${xmlTag("attribute", { id: name, title: name, type })}/>`;
  yield "</attributes>\n";
}

function valuesOf<T>(columns: readonly GraphColumn<T>[], one: T): string {
  const values = columns.flatMap(({ name, of }) => {
    const value = of(one);
    return value === null ? [] : [`${xmlTag("attvalue", { for: name, value })}/>`];
  });
  return `<attvalues>${values.join("")}</attvalues>`;
}

function spellsOf(spells: readonly Spell[]): string {
  if (spells.length === 0) return "";
  const written = spells.map(
    ({ startSeconds, endSeconds }) =>
      `${xmlTag("spell", { start: instantOf(startSeconds), end: instantOf(endSeconds) })}/>`,
  );
  return `<spells>${written.join("")}</spells>`;
}

/** A label is a token of XML Schema: no line breaks, and no spaces but single ones between words. */
function token(text: string): string {
  return text.replace(/\s+/g, " ").trim();
}
