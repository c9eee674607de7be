import { describe, expect, test } from "vitest";
import { cardOf } from "../../../tests/fixtures/card.ts";
import { documentOf } from "../../document/document-of.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { indexPassages } from "../claims/passages.ts";
import { readTermsWith } from "../claims/statement.ts";
import { memoryInput } from "../input.ts";
import type { EventGroup } from "./events.ts";
import { eventOfDocuments, findEvents } from "./find-events.ts";

const reader = createReader(loadLexicon(new URL("../../../lexicons", import.meta.url).pathname));

type Text = readonly [id: string, published: string | null, text: string];

async function eventsOf(texts: readonly Text[]): Promise<EventGroup[]> {
  const input = memoryInput(
    { title: "", language: null, sides: [], sources: [], actors: [], packs: [], checklist: [] },
    texts.map(([id, published, text]) => {
      const card = cardOf(id, { published });
      return { card, text, readings: reader(documentOf(text, { id, published })) };
    }),
  );
  return findEvents(input, await indexPassages(input, readTermsWith(reader)));
}

const groups = async (texts: readonly Text[]) =>
  (await eventsOf(texts)).map(({ documents }) => documents.join(" "));

const harbour: Text[] = [
  [
    "harbour-a",
    "2031-05-03",
    "Fire at Tarn harbour kills six. Six dockers died on Saturday when a fire broke out in the Oskar warehouse at Tarn harbour, the harbour master Ilse Brandt said. The flames spread to the ferry Kestrel.",
  ],
  [
    "harbour-b",
    "2031-05-04",
    "Eight dead after warehouse blaze in Tarn. Harbour master Ilse Brandt said on Sunday that eight people were killed in the fire of Saturday at the Oskar warehouse. The ferry Kestrel burned out.",
  ],
];
const market: Text[] = [
  [
    "market-a",
    "2031-05-03",
    "Bomb at Velm market wounds nine. A bomb exploded on Saturday under a stall of the fish market in Velm and wounded nine shoppers, police inspector Jon Aldous said.",
  ],
  [
    "market-b",
    "2031-05-05",
    "Two held over the bomb in Velm. Inspector Jon Aldous said two men were arrested on Monday after the bomb of Saturday that wounded nine shoppers at the fish market in Velm.",
  ],
];

describe("findEvents", () => {
  test("keeps two events of one day apart", async () => {
    expect(await groups([...harbour, ...market])).toEqual([
      "harbour-a harbour-b",
      "market-a market-b",
    ]);
  });

  test("does not depend on the order of the documents", async () => {
    const [a, b] = [
      await eventsOf([...harbour, ...market]),
      await eventsOf([...market, ...harbour].reverse()),
    ];
    expect(b).toEqual(a);
  });

  test("two attacks in one place a month apart are two", async () => {
    const strike = (id: string, published: string, day: string, dead: string): Text => [
      id,
      published,
      `An air strike killed ${dead} people in Tarn on ${day}. Rescue workers in Tarn said the strike on ${day} hit a bakery.`,
    ];
    expect(
      await groups([
        strike("first-a", "2031-05-03", "3 May 2031", "12"),
        strike("first-b", "2031-05-03", "3 May 2031", "12"),
        strike("second-a", "2031-06-09", "9 June 2031", "31"),
        strike("second-b", "2031-06-09", "9 June 2031", "31"),
      ]),
    ).toEqual(["first-a first-b", "second-a second-b"]);
  });

  test("a date that is not known keeps nobody apart", async () => {
    const [first, second] = harbour;
    expect(
      await groups([first as Text, [second?.[0] ?? "", null, second?.[2] ?? ""], ...market]),
    ).toEqual(["harbour-a harbour-b", "market-a market-b"]);
  });

  test("shows the words that the documents share, where they stand", async () => {
    const texts = new Map([...harbour, ...market].map(([id, , text]) => [id, text]));
    const [event] = await eventsOf([...harbour, ...market]);
    const words = event?.evidence.map(({ text }) => text);
    expect(words).toContain("Tarn");
    for (const { documentId, start, end, text } of event?.evidence ?? [])
      expect(texts.get(documentId)?.slice(start, end)).toBe(text);
  });

  test("tells each document's event", async () => {
    const events = await eventsOf([...harbour, ...market]);
    const of = eventOfDocuments(events);
    expect(of.get("harbour-a")).toBe(of.get("harbour-b"));
    expect(of.get("harbour-a")).not.toBe(of.get("market-a"));
  });

  test("no documents, no events; a document without words is one of its own", async () => {
    expect(await eventsOf([])).toEqual([]);
    expect(await groups([["empty", null, ""], ...market])).toEqual(["market-a market-b", "empty"]);
  });
});
