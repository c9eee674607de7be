import { describe, expect, test } from "vitest";
import { type Element, elements, parseXml } from "../../../tests/support/xml.ts";
import { graphOf, type SpreadGraph } from "../../spread/graph/graph.ts";
import type { Spread, SpreadEdge } from "../../spread/spread.ts";
import { xmlText } from "../xml.ts";
import { renderGexf } from "./gexf.ts";
import { renderGraphml } from "./graphml.ts";

const nasty = "Ada <&>\"' \u0000\u001b[1m \ud800 two\n lines \uffff 🛶";

const edge = (a: string, b: string, q: number | null, weight = 3): SpreadEdge => ({
  a,
  b,
  weight,
  meanDeltaSeconds: 4.5,
  postsA: 2,
  postsB: 3,
  symmetry01: 2 / 3,
  chance: q === null ? null : { expected: 0.5, p: q / 10, q },
});

function spreadOf(edges: readonly SpreadEdge[]): Spread {
  return {
    options: { windowSeconds: 60, minParticipation: 2, minWeight: 2, test: true, seed: 1 },
    counts: { rows: 9, accounts: 4, objects: 2, posts: 9 },
    firstSeconds: 0,
    lastSeconds: 100,
    resolutionSeconds: 1,
    edges,
    groups: [
      {
        number: 1,
        members: [nasty, "ben", "cy"],
        edges: 2,
        weight: 6,
        density01: 2 / 3,
        largestQ: 0.01,
        objects: [],
        objectCount: 0,
        hours: [],
      },
    ],
    heavyObjects: [],
    pairs: 12,
    pairsTested: edges.some(({ chance }) => chance) ? 6 : null,
  };
}

const spell = (startSeconds: number, endSeconds: number, meetings = 1) => ({
  startSeconds,
  endSeconds,
  meetings,
});
const drawn = graphOf(
  spreadOf([edge(nasty, "ben", 0.01), edge("ben", "dan", 0.5), edge("ben", "cy", 0.04)]),
  [[spell(0, 30), spell(4000, 4010.25)], [spell(20, 50, 2)]],
);

test("the graph has the edges beyond chance, and an account's spells are those of its edges, joined", () => {
  expect(drawn.edges.map(({ a, b }) => [a, b])).toEqual([
    [nasty, "ben"],
    ["ben", "cy"],
  ]);
  expect(drawn.nodes.find(({ account }) => account === "ben")).toEqual({
    account: "ben",
    group: 1,
    edges: 2,
    weight: 6,
    spells: [spell(0, 50, 3), spell(4000, 4010.25)],
  });
});

test("where nothing was tested, all edges are in the graph", () => {
  expect(graphOf(spreadOf([edge("a", "b", null, 1)]), []).edges).toHaveLength(1);
});

/** gexf.rnc and dynamics.rnc of GEXF 1.3: what an element may hold; "!" marks what it must. */
const gexf: Readonly<Record<string, { attributes: string; children: string }>> = {
  gexf: {
    attributes: "version! variant xmlns xmlns:xsi xsi:schemaLocation",
    children: "meta graph!",
  },
  meta: { attributes: "lastmodifieddate", children: "creator keywords description" },
  creator: { attributes: "", children: "" },
  description: { attributes: "", children: "" },
  graph: {
    attributes:
      "defaultedgetype idtype mode timeformat timerepresentation timezone start end timestamp",
    children: "attributes nodes! edges!",
  },
  attributes: { attributes: "class! mode", children: "attribute" },
  attribute: { attributes: "id! title! type!", children: "default options" },
  nodes: { attributes: "count", children: "node" },
  edges: { attributes: "count", children: "edge" },
  node: { attributes: "id! label pid start end", children: "attvalues spells" },
  edge: {
    attributes: "id type label source! target! weight kind start end",
    children: "attvalues spells",
  },
  attvalues: { attributes: "", children: "attvalue" },
  attvalue: { attributes: "for! value! start end", children: "" },
  spells: { attributes: "", children: "spell!" },
  spell: { attributes: "start end timestamp", children: "" },
};

function breaches({ name, attributes, children }: Element): string[] {
  const rule = gexf[name];
  if (!rule) return [`<${name}> is no element of GEXF`];
  return [
    ...against(rule.attributes, Object.keys(attributes)).map((what) => `<${name}> ${what}`),
    ...against(
      rule.children,
      children.map((child) => child.name),
    ).map((what) => `<${name}> ${what}`),
    ...children.flatMap(breaches),
  ];
}

function against(rule: string, found: readonly string[]): string[] {
  const known = rule.split(" ").map((one) => one.replace("!", ""));
  const needed = rule.split(" ").filter((one) => one.endsWith("!"));
  return [
    ...found.filter((one) => !known.includes(one)).map((one) => `has ${one}`),
    ...needed.filter((one) => !found.includes(one.slice(0, -1))).map((one) => `lacks ${one}`),
  ];
}

const dateTime = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?Z$/;
const types = ["string", "integer", "double"];
const cases: [string, SpreadGraph][] = [
  ["a graph", drawn],
  ["a graph of nothing", { nodes: [], edges: [] }],
];

describe.each(cases)("GEXF 1.3 of %s", (_, graph) => {
  const root = parseXml([...renderGexf(graph)].join(""));

  test("keeps the rules of the format", () => {
    expect(breaches(root)).toEqual([]);
    expect(root.attributes).toMatchObject({ version: "1.3", xmlns: "http://gexf.net/1.3" });
    expect(elements(root, "graph")[0]?.attributes).toMatchObject({
      mode: "dynamic",
      timeformat: "dateTime",
      defaultedgetype: "undirected",
    });
  });

  test("every value is of a declared attribute and of its type", () => {
    for (const kind of ["node", "edge"]) {
      const declared = new Map(
        elements(root, "attributes")
          .filter(({ attributes }) => attributes.class === kind)
          .flatMap(({ children }) => children.map(({ attributes }) => [attributes.id, attributes])),
      );
      for (const { type } of declared.values()) expect(types).toContain(type);
      for (const one of elements(root, kind))
        for (const { attributes } of elements(one, "attvalue")) {
          const type = declared.get(attributes.for)?.type;
          if (type === "integer") expect(attributes.value).toMatch(/^-?\d+$/);
          else if (type === "double") expect(Number(attributes.value)).not.toBeNaN();
          else expect(type).toBe("string");
        }
    }
  });

  test("edges lead from node to node, ids are unique, and counts are right", () => {
    const ids = elements(root, "node").map(({ attributes }) => attributes.id);
    expect(new Set(ids).size).toBe(graph.nodes.length);
    for (const { attributes } of elements(root, "edge")) {
      expect(ids).toContain(attributes.source);
      expect(ids).toContain(attributes.target);
    }
    expect(elements(root, "nodes")[0]?.attributes.count).toBe(`${graph.nodes.length}`);
    expect(elements(root, "edges")[0]?.attributes.count).toBe(`${graph.edges.length}`);
  });

  test("spells are instants in order, within those of both accounts", () => {
    for (const { attributes } of elements(root, "spell")) {
      expect(attributes.start).toMatch(dateTime);
      expect(attributes.end).toMatch(dateTime);
      expect((attributes.start ?? "") <= (attributes.end ?? "")).toBe(true);
    }
    const spellsOf = (one: Element | undefined) =>
      one ? elements(one, "spell").map(({ attributes }) => attributes) : [];
    const nodes = new Map(elements(root, "node").map((one) => [one.attributes.id, one]));
    for (const one of elements(root, "edge"))
      for (const { start = "", end = "" } of spellsOf(one))
        for (const side of [one.attributes.source, one.attributes.target])
          expect(
            spellsOf(nodes.get(side)).some(
              (own) => (own.start ?? "") <= start && (own.end ?? "") >= end,
            ),
          ).toBe(true);
  });
});

test("times are attributes too, for readers without spells; names are tokens without control characters", () => {
  const root = parseXml([...renderGexf(drawn)].join(""));
  const [first] = elements(root, "node");
  expect(first?.attributes.label).toBe("Ada <&>\"' \ufffd\ufffd[1m \ufffd two lines \ufffd 🛶");
  const valuesOf = (one: Element | undefined) =>
    Object.fromEntries(
      (one ? elements(one, "attvalue") : []).map(({ attributes }) => [
        attributes.for,
        attributes.value,
      ]),
    );
  expect(valuesOf(first)).toMatchObject({
    group: "1",
    first_seen: "1970-01-01T00:00:00.000Z",
    last_seen: "1970-01-01T01:06:50.250Z",
  });
  expect(valuesOf(elements(root, "edge")[0])).toMatchObject({ q: "0.01", posts_b: "3" });
});

test("GraphML declares every key that it uses, and its edges lead from node to node", () => {
  const root = parseXml([...renderGraphml(drawn)].join(""));
  const keys = elements(root, "key").map(({ attributes }) => attributes.id);
  expect(new Set(keys).size).toBe(keys.length);
  for (const { attributes } of elements(root, "data")) expect(keys).toContain(attributes.key);
  const ids = elements(root, "node").map(({ attributes }) => attributes.id);
  expect(ids).toHaveLength(3);
  for (const { attributes } of elements(root, "edge"))
    for (const end of [attributes.source, attributes.target]) expect(ids).toContain(end);
});

test.each([
  ["a & b < c", "a &amp; b &lt; c"],
  ["\u0000\u0008\u000b\u001f", "\ufffd\ufffd\ufffd\ufffd"],
  ["tab\tline\n", "tab&#9;line&#10;"],
  ["\ud83d alone, 🛶 whole", "\ufffd alone, 🛶 whole"],
  ["\ufffe\uffff", "\ufffd\ufffd"],
])("%j in XML", (text, written) => {
  expect(xmlText(text)).toBe(written);
});
