import { expect, test } from "vitest";
import { cardOf } from "../../../tests/fixtures/card.ts";
import type { Case } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { compareCase } from "../compare.ts";
import { memoryInput } from "../input.ts";
import type { TimelineEvent } from "./timeline.ts";

const reader = createReader(loadLexicon(new URL("../../../lexicons", import.meta.url).pathname), {
  names: ["Ostrel", "Velm", "Tarn", "Ilm"],
});

const published = "2031-05-09";

/** The events of texts that are called a, b, c …; a text may come with its day of publication. */
async function eventsOf(
  ...texts: readonly (string | readonly [string, string | null])[]
): Promise<readonly TimelineEvent[]> {
  const declared: Case = {
    title: "test",
    language: "en",
    sides: [],
    sources: [],
    actors: [],
    packs: [],
    checklist: [],
  };
  const documents = texts.map((given, at) => {
    const [text, day] = typeof given === "string" ? [given, published] : given;
    const id = String.fromCharCode(97 + at);
    const document = documentOf(text, { id, published: day, completeness: "full" });
    const card = cardOf(id, { published: day });
    return { card, text, readings: reader(document) };
  });
  return (await compareCase(memoryInput(declared, documents), reader)).timeline;
}

const shown = (events: readonly TimelineEvent[]) =>
  events.map(({ edtf, entries }) => `${edtf} ${entries.map((one) => one.documentId).join("")}`);

test.each<[string, string[], string[]]>([
  [
    "in other words",
    [
      "A goods train left the rails at the Tarn viaduct on 3 May 2031, and two wagons fell.",
      "On 3 May 2031 two wagons of a train fell from the viaduct near Tarn.",
    ],
    ["2031-05-03 ab"],
  ],
  [
    "two things of one day",
    [
      "A goods train left the rails at the Tarn viaduct on 3 May 2031.",
      "On 3 May 2031 the council of Ilm elected Mira Sandoval as its mayor.",
    ],
    ["2031-05-03 a", "2031-05-03 b"],
  ],
  [
    "two dates in one sentence, each with its own clause",
    [
      "The Tarn viaduct was closed to trains on 3 May 2031; the school in Ilm opened on 6 May 2031.",
      "On 6 May 2031 the new school in Ilm opened.",
      "The viaduct at Tarn was closed to all trains on 3 May 2031.",
    ],
    ["2031-05-03 ac", "2031-05-06 ab"],
  ],
  [
    "a month that holds the day",
    [
      "The treaty of Velm, signed on 11 June 1974, left the islands undivided.",
      "In June 1974 the treaty of Velm was signed and left the islands undivided.",
    ],
    ["1974-06-11 ab"],
  ],
  [
    "the line that dates the text",
    ["VELM, May 9 (Tarn Wire) - Three boats sank off Ilm on 7 May 2031 in a storm."],
    ["2031-05-07 a"],
  ],
])("%s", async (_, texts, events) => {
  expect(shown(await eventsOf(...texts))).toEqual(events);
});

test.each<[string, string[], string[]]>([
  [
    "an old day, by place and by word",
    [
      "Older people in Ostrel speak of the burning of 2 October 1986.",
      "The flames that took half of Ostrel on 2 October 1986 were never explained.",
    ],
    ["1986-10-02 ab"],
  ],
  [
    "… by year only",
    [
      "The massacre at Ostrel of 2 October 1986 is taught in schools.",
      "A stone recalls the dead of Ostrel of 1986.",
    ],
    ["1986-10-02 ab"],
  ],
  [
    "one old day at two places",
    [
      "The bridge at Tarn opened on 2 October 1986.",
      "A mayor was elected in Ostrel on 2 October 1986.",
    ],
    ["1986-10-02 a", "1986-10-02 b"],
  ],
])("of long ago: %s", async (_, texts, events) => {
  expect(shown(await eventsOf(...texts))).toEqual(events);
});

test("what goes on from a day began on it, and another day is another date for it", async () => {
  const same = await eventsOf(
    "Guards from Velm have held the gate of the Tarn depot since 28 April 2031.",
    "On 28 April 2031 guards from Velm took the gate of the Tarn depot.",
  );
  expect(same).toHaveLength(1);
  const other = await eventsOf(
    "Guards from Velm have held the gate of the Tarn depot since 28 April 2031.",
    "Guards from Velm have held the gate of the Tarn depot since 29 April 2031.",
  );
  expect(other.map(({ disagreesWith }) => disagreesWith.length)).toEqual([1, 1]);
});

test.each([
  [
    "The council of Ilm had asked for boats in vain, but on 3 May 2031 the bridge fell.",
    "… on 3 May 2031 the bridge fell.",
  ],
  [
    "On 3 May 2031 the bridge fell, and the council has asked for boats since.",
    "On 3 May 2031 the bridge fell …",
  ],
])("an event is told in the clause of its date: %s", async (text, what) => {
  expect((await eventsOf(text)).map((event) => event.what)).toEqual([what]);
});

test("a plan lies ahead of the text", async () => {
  const [event] = await eventsOf(["The villagers will go home on Monday.", "2031-05-09"]);
  expect(event?.edtf).toBe("2031-05-12");
});

test("a day of no known year is told with the same day of a known one", async () => {
  const events = await eventsOf(
    ["The signal box at the Tarn viaduct burned down on 3 May.", null],
    "On 3 May 2031 the signal box at the Tarn viaduct burned down.",
  );
  expect(shown(events)).toEqual(["2031-05-03 ab"]);
});

test.each<[string, string[], boolean]>([
  [
    "two sources, two dates",
    [
      "Ostrel says that the villagers were expelled on 3 May 2031; Velm says that the villagers were evacuated on 1 May 2031.",
    ],
    true,
  ],
  [
    "one writer tells what came first and what came then",
    ["The villagers were warned on 1 May 2031 and the villagers were moved on 3 May 2031."],
    false,
  ],
  [
    "one text tells of both",
    [
      "The northern gate of the Tarn depot was locked on 3 May 2031. The northern gate of the Tarn depot was locked again on 5 May 2031.",
    ],
    false,
  ],
])("dates that disagree: %s", async (_, texts, isDisputed) => {
  const events = await eventsOf(...texts);
  expect(events.some(({ disagreesWith }) => disagreesWith.length > 0)).toBe(isDisputed);
});
