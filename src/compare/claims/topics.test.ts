import { expect, test } from "vitest";
import { cardOf } from "../../../tests/fixtures/card.ts";
import { documentOf } from "../../document/document-of.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { compareCase } from "../compare.ts";
import { memoryInput } from "../input.ts";
import type { Claim } from "./claims.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);
const reader = createReader(lexicon);

/** The claims of a case of texts, each of its own source, and of statements that are looked for. */
async function claimsOf(
  texts: readonly string[],
  checklist: readonly string[] = [],
): Promise<readonly Claim[]> {
  const documents = texts.map((text, at) => {
    const id = `${at}.txt`;
    const card = cardOf(id, { words: text.split(/\s+/).length });
    return { card, text, readings: reader(documentOf(text, { id })) };
  });
  const empty = { sides: [], sources: [], actors: [], packs: [] };
  const declared = { title: "", language: "en", ...empty, checklist };
  return (await compareCase(memoryInput(declared, documents), reader, lexicon)).claims;
}

const dam = [
  "Lake Orrin's dam at Marl Bridge lost its spillway in the storm on Monday. Engineers inspected the spillway of the dam twice in April. Bakers in Tolby sold bread from a cart to tired volunteers.",
  "In the storm on Monday the dam at Marl Bridge lost its spillway, a wire report said. The spillway of the dam was inspected twice in April by engineers. Tired volunteers bought bread from a cart of bakers in Tolby.",
  "The dam at Marl Bridge lost the spillway in Monday's storm. Twice in April engineers inspected the spillway of the dam.",
];

const topicsOf = (claims: readonly Claim[], words: string) =>
  claims.find(({ statement }) => statement.includes(words))?.topics;

test("names and nouns that several claims share, the most shared first, as they are written", async () => {
  const claims = await claimsOf(dam);
  expect(topicsOf(claims, "lost")).toEqual(["dam", "spillway"]);
  expect(topicsOf(claims, "inspected")).toEqual(["dam", "spillway"]);
  // Nothing of the bakers is in another claim.
  expect(topicsOf(claims, "bread")).toEqual([]);
});

test("what is done, when, and how many is no topic", async () => {
  const topics = (await claimsOf(dam)).flatMap((claim) => claim.topics ?? []);
  for (const word of ["lost", "inspected", "twice", "Monday", "April"])
    expect(topics).not.toContain(word);
});

test("who says it is no topic of it", async () => {
  const claims = await claimsOf([
    "The Harbour Board said the crane had no valid licence since June. The Harbour Board said the crane crushed two parked lorries.",
    "The crane had no valid licence since June, the Harbour Board said. Two parked lorries were crushed by the crane, the Harbour Board said.",
  ]);
  expect(claims.length).toBe(2);
  for (const { topics } of claims) expect(topics).toEqual(["crane"]);
});

test("two words that mostly stand together are one topic", async () => {
  const claims = await claimsOf([
    "The coast guard towed the trawler to Marl. The coast guard fired a flare over the harbour.",
    "The trawler was towed to Marl by the coast guard. A flare was fired over the harbour by the coast guard.",
  ]);
  expect(claims.length).toBe(2);
  for (const { topics } of claims) expect(topics).toContain("coast guard");
});

test("a statement of the checklist has topics, whoever says it", async () => {
  const claims = await claimsOf(dam, ["The dam was paid for by Tolby.", "No bakers sold bread."]);
  expect([...(topicsOf(claims, "paid") ?? [])].sort()).toEqual(["Tolby", "dam"]);
  expect(topicsOf(claims, "No bakers")).toContain("bakers");
});
