import { expect, test } from "vitest";
import type { Case, DocumentCard } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { compareCase } from "../compare.ts";
import { memoryInput } from "../input.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);
const declared: Case = {
  title: "The lock at Marn",
  language: "en",
  sides: [
    { id: "east", name: "East" },
    { id: "west", name: "West" },
  ],
  sources: [
    { id: "post", name: "The Marn Post", kind: "media", side: "east", aliases: ["the Post"] },
    { id: "wire", name: "Tessen Wire", kind: "agency", side: null, aliases: [] },
    { id: "board", name: "Canal Board", kind: "government", side: "west", aliases: [] },
  ],
  actors: [
    { id: "oro", names: ["Lena Oro"], side: "east", kind: "person" },
    {
      id: "canal-board",
      names: ["Marn Canal Board", "Canal Board"],
      side: "west",
      kind: "government",
    },
  ],
  packs: [],
  checklist: [],
};
const reader = createReader(lexicon, { names: ["Lena Oro", "Canal Board"] });

async function sourcingOf(texts: Readonly<Record<string, string>>) {
  const documents = Object.entries(texts).map(([sourceId, text], at) => {
    const source = declared.sources.find(({ id }) => id === sourceId);
    const published = `2031-05-0${at + 1}`;
    const document = documentOf(text, { id: sourceId, published, completeness: "full" });
    const card: DocumentCard = {
      id: sourceId,
      file: sourceId,
      title: null,
      sourceId,
      sourceName: source?.name ?? sourceId,
      side: source?.side ?? null,
      language: "en",
      published,
      completeness: document.completeness,
      words: text.split(/\s+/).length,
    };
    return { card, text, readings: reader(document) };
  });
  const input = memoryInput(declared, documents);
  return (await compareCase(input, reader, lexicon)).sourcing;
}

test("named, unnamed and left open add up to all attributions", async () => {
  const { rows, anonymous, sides } = await sourcingOf({
    post: "Lena Oro said that the lock was shut. Corvandian officials denied that the lock was shut. Residents said that nobody had warned them. The Canal Board claimed that the lock was open. A spokesman for the Marn Canal Board said that it would stay open.",
  });
  expect(rows).toMatchObject([{ sourceId: "post", attributions: 5, unnamed: 3, open: 0 }]);
  expect(rows[0]?.quoted.map(({ name, naming, side, kind }) => [name, naming, side, kind])).toEqual(
    [
      ["Lena Oro", "named", "east", "person"],
      ["Marn Canal Board", "named", "west", "government"],
      ["Corvandian officials", "unnamed", null, null],
      ["Residents", "unnamed", null, null],
      ["A spokesman for the Marn Canal Board", "unnamed", "west", null],
    ],
  );
  expect(anonymous).toMatchObject([{ bySide: "east", attributions: 5, unnamed: { count: 3 } }]);
  expect(anonymous[0]?.unnamed.evidence.map(({ text }) => text)).toEqual([
    "Corvandian officials denied that the lock was shut.",
    "Residents said that nobody had warned them.",
    "A spokesman for the Marn Canal Board said that it would stay open.",
  ]);
  const west = sides.find(({ ofSide }) => ofSide === "west");
  expect(west?.families.claim.evidence.map(({ text }) => text)).toEqual([
    "The Canal Board claimed that the lock was open.",
  ]);
});

test.each([
  ["told to itself", "Lena Oro told the Post that the lock was shut.", []],
  [
    "told to another",
    "Lena Oro told Tessen Wire that the lock was shut.",
    [["The Marn Post", "Tessen Wire", "Lena Oro"]],
  ],
])("a chain: %s", async (_name, text, links) => {
  const { chains } = await sourcingOf({ post: text });
  expect(chains.map((chain) => chain.links)).toEqual(links);
});

test("a source of the case that is quoted is one that is leaned on, under its own name", async () => {
  const { citations } = await sourcingOf({
    post: "Tessen Wire reported that the lock was shut. The Post said that it had asked for a reply. The Canal Board denied that the lock was shut.",
  });
  expect(
    citations.map(({ name, citedSourceId, kind, documents }) => [
      name,
      citedSourceId,
      kind,
      documents,
    ]),
  ).toEqual([
    ["Canal Board", "board", "organisation", 1],
    ["Tessen Wire", "wire", "media", 1],
  ]);
  expect(citations[1]?.evidence[0].text).toBe("Tessen Wire reported that the lock was shut.");
});

test("what was copied from another source is counted as such", async () => {
  const dispatch =
    "The old lock at Marn jammed on Tuesday night after two barges met in the narrow basin above the weir. The harbour master Lena Oro said that nobody on board either barge was hurt and that the gates would be lifted before noon. Divers from the valley brigade searched the basin until the early morning without finding any further damage.";
  const { rows } = await sourcingOf({
    wire: dispatch,
    post: `${dispatch} Residents said that nobody had warned them.`,
  });
  expect(
    rows.map(({ sourceId, attributions, copied }) => [sourceId, attributions, copied]),
  ).toEqual([
    ["post", 2, 1],
    ["wire", 1, 0],
  ]);
});
