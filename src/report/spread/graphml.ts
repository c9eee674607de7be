import type { SpreadGraph } from "../../spread/graph/graph.ts";
import { xmlTag, xmlText } from "../xml.ts";
import { graphAbout } from "./gexf.ts";
import { edgeColumns, type GraphColumn, nodeColumns } from "./graph-columns.ts";

/** The graph as GraphML 1.0 (graphml.graphdrawing.org), which has no spells, line by line. */
export function* renderGraphml({ nodes, edges }: SpreadGraph): Generator<string> {
  yield '<?xml version="1.0" encoding="UTF-8"?>\n';
  yield '<graphml xmlns="http://graphml.graphdrawing.org/xmlns" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:schemaLocation="http://graphml.graphdrawing.org/xmlns http://graphml.graphdrawing.org/xmlns/1.0/graphml.xsd">\n';
  yield `<desc>${xmlText(graphAbout)}</desc>\n`;
  yield* keysOf("node", [label, ...nodeColumns]);
  yield* keysOf("edge", [weight, ...edgeColumns]);
  yield '<graph edgedefault="undirected">\n';
  const idOf = new Map(nodes.map(({ account }, at) => [account, `n${at}`]));
  for (const node of nodes)
    yield `${xmlTag("node", { id: idOf.get(node.account) ?? null })}>${valuesOf("node", [label, ...nodeColumns], node)}</node>\n`;
  for (const [at, edge] of edges.entries())
    yield `${xmlTag("edge", { id: `e${at}`, source: idOf.get(edge.a) ?? null, target: idOf.get(edge.b) ?? null })}>${valuesOf("edge", [weight, ...edgeColumns], edge)}</edge>\n`;
  yield "</graph>\n</graphml>\n";
}

const label: GraphColumn<SpreadGraph["nodes"][number]> = {
  name: "label",
  type: "string",
  of: ({ account }) => account,
};
const weight: GraphColumn<SpreadGraph["edges"][number]> = {
  name: "weight",
  type: "double",
  of: (edge) => edge.weight,
};

const typeNames = { string: "string", integer: "int", double: "double" } as const;

function* keysOf<T>(kind: "node" | "edge", columns: readonly GraphColumn<T>[]): Generator<string> {
  for (const { name, type } of columns)
    yield `${xmlTag("key", { id: `${kind}_${name}`, for: kind, "attr.name": name, "attr.type": typeNames[type] })}/>\n`;
}

function valuesOf<T>(kind: "node" | "edge", columns: readonly GraphColumn<T>[], one: T): string {
  return columns
    .flatMap(({ name, of }) => {
      const value = of(one);
      if (value === null) return [];
      return [`${xmlTag("data", { key: `${kind}_${name}` })}>${xmlText(String(value))}</data>`];
    })
    .join("");
}
