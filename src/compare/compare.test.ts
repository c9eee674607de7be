import { describe, expect, test } from "vitest";
import { cardOf } from "../../tests/fixtures/card.ts";
import type { Case } from "../document/case.ts";
import { documentOf } from "../document/document-of.ts";
import { loadLexicon } from "../lexicon/lexicon.ts";
import { createReader } from "../read/read.ts";
import { cellsOf } from "./claims/cells.ts";
import type { Cell } from "./claims/claims.ts";
import { compareCase, createAskCase } from "./compare.ts";
import { type CompareInput, memoryInput } from "./input.ts";

const reader = createReader(loadLexicon(new URL("../../lexicons", import.meta.url).pathname), {
  names: ["Ostrel", "Velm", "Ostrel Gazette", "Velm Courier", "Tarn"],
});

type Text = {
  id: string;
  side?: string;
  published?: string;
  completeness?: "full" | "excerpt";
  text: string;
};

function caseOf(texts: readonly Text[], checklist: readonly string[] = []): CompareInput {
  const declared: Case = {
    title: "test",
    language: "en",
    sides: [
      { id: "east", name: "East" },
      { id: "west", name: "West" },
    ],
    sources: [],
    actors: [],
    packs: [],
    checklist,
  };
  return memoryInput(
    declared,
    texts.map(({ id, side, published, completeness, text }) => {
      const document = documentOf(text, {
        id,
        published: published ?? null,
        completeness: completeness ?? "full",
      });
      const card = cardOf(id, {
        side: side ?? null,
        published: published ?? null,
        completeness: document.completeness,
        words: text.split(/\s+/).length,
      });
      return { card, text, readings: reader(document) };
    }),
  );
}

async function ask(statement: string, texts: readonly Text[]): Promise<Record<string, Cell>> {
  const input = caseOf(texts);
  const claim = (await createAskCase(input, reader))(statement);
  return Object.fromEntries(cellsOf(claim, input.documents).map((cell) => [cell.documentId, cell]));
}

describe("ask", () => {
  const filler = "The harbour was quiet. Nets were drying on the quay of Tarn all that week.";
  test.each([
    ["The pilot of the Tarn ferry was asleep.", "asserts", null],
    ["The pilot of the Tarn ferry was not asleep.", "denies", null],
    ["It is untrue that the pilot of the Tarn ferry was asleep.", "denies", null],
    ["The mayor said that the pilot of the Tarn ferry was asleep.", "attributes", "The mayor"],
    ["The mayor denied that the pilot of the Tarn ferry was asleep.", "denies", "The mayor"],
    ["Nobody says that the pilot of the Tarn ferry was asleep.", "denies", null],
    ["Was the pilot of the Tarn ferry asleep?", "attributes", null],
    ["It is not known whether the pilot of the Tarn ferry was asleep.", "attributes", null],
  ] as const)("%j %s it", async (sentence, stance, attributedTo) => {
    const { text } = await ask("The pilot of the Tarn ferry was asleep.", [
      { id: "text", text: `${filler} ${sentence} Nobody else spoke.` },
    ]);
    expect(text).toMatchObject({ stance, attributedTo });
    expect(text?.passages[0]?.text).toBe(sentence);
  });

  test("silence needs the full text, and a date after the claim was known", async () => {
    const cells = await ask("The pilot of the Tarn ferry was asleep.", [
      { id: "first", published: "2031-05-03", text: "The pilot of the Tarn ferry was asleep." },
      { id: "late", published: "2031-05-06", text: filler },
      { id: "same-day", published: "2031-05-03", text: filler },
      { id: "undated", text: filler },
      { id: "teaser", published: "2031-05-06", completeness: "excerpt", text: filler },
    ]);
    const stances = Object.values(cells).map(({ documentId, stance, rule }) => [
      documentId,
      stance,
      rule,
    ]);
    expect(stances).toEqual([
      ["first", "asserts", "own-voice"],
      ["late", "silent", "silent"],
      ["same-day", "unknown", "too-early"],
      ["teaser", "unknown", "excerpt"],
      ["undated", "unknown", "undated"],
    ]);
  });

  test("a statement that reports a denial needs a report of one", async () => {
    const cells = await ask("Velm denies that it sent gunboats to Tarn.", [
      { id: "denial", text: "Velm denies that it sent gunboats to Tarn." },
      { id: "charge", text: "Velm sent gunboats to Tarn." },
    ]);
    expect(cells.denial?.stance).toBe("asserts");
    expect(cells.charge?.stance).toBe("unknown");
  });

  test.each([
    ["At least 13 people were killed in the fire at Tarn.", "asserts"],
    ["In the fire at Tarn 15 people were killed.", "asserts"],
    ["In the fire at Tarn 11 people were killed.", "unknown"],
    ["People were killed in the fire at Tarn.", "unknown"],
  ])("at least 13 people: %j %s it", async (text, stance) => {
    const { one } = await ask("At least 13 people were killed in the fire at Tarn.", [
      { id: "one", text },
    ]);
    expect(one?.stance).toBe(stance);
  });

  test("names that a text gives for one thing count as one", async () => {
    const cells = await ask("Fishermen of Kestrel Bank burned the lighthouse.", [
      { id: "a", text: "Kestrel Bank, or Tolmar Shoal, lies to the north of Tarn." },
      { id: "b", text: "Fishermen of Tolmar Shoal burned the lighthouse." },
    ]);
    expect(cells.b?.stance).toBe("asserts");
  });
});

const dispute: Text[] = [
  {
    id: "east-1",
    side: "east",
    published: "2031-05-03",
    text: "At least 13 people were killed in the fire at the Tarn depot. Guards had locked the northern gate of the depot. The regime in Velm has occupied the depot since 1990.",
  },
  {
    id: "east-2",
    side: "east",
    published: "2031-05-04",
    text: "Guards had locked the northern gate of the depot, survivors said. In the fire at the Tarn depot 15 people were killed.",
  },
  {
    id: "west-1",
    side: "west",
    published: "2031-05-06",
    text: "In the fire at the Tarn depot 11 people were killed. The government in Velm has administered the depot since 1990.",
  },
];

describe("compareCase", () => {
  test("finds the claim, its carriers and who is silent", async () => {
    const input = caseOf(dispute);
    const { claims, silence } = await compareCase(input, reader);
    const gate = claims.find(({ statement }) => statement.includes("northern gate"));
    expect(
      gate &&
        cellsOf(gate, input.documents).map(({ documentId, stance, attributedTo }) => [
          documentId,
          stance,
          attributedTo,
        ]),
    ).toEqual([
      ["east-1", "asserts", null],
      ["east-2", "attributes", "survivors"],
      ["west-1", "silent", null],
    ]);
    expect(
      silence.map(({ claimId, carriedBySide, absentSide }) => [claimId, carriedBySide, absentSide]),
    ).toContainEqual([gate?.id, "east", "west"]);
  });

  test("sets the figures of one quantity side by side", async () => {
    const { figures } = await compareCase(caseOf(dispute), reader);
    const killed = figures.find(({ what }) => what === "killed");
    expect(
      killed?.entries.map(({ documentId, qualifier, value }) => [documentId, qualifier, value]),
    ).toEqual([
      ["east-1", "at least", 13],
      ["east-2", null, 15],
      ["west-1", null, 11],
    ]);
    expect(killed).toMatchObject({
      relation: "conflict",
      conflicts: [
        [0, 2],
        [1, 2],
      ],
    });
  });

  test("every finding carries the words it rests on", async () => {
    const input = caseOf(dispute, ["Guards had locked the northern gate."]);
    const texts = new Map(dispute.map(({ id, text }) => [id, text]));
    const { claims, figures, wording, silence, sourcing, timeline } = await compareCase(
      input,
      reader,
    );
    const passages = [
      ...claims.flatMap(({ cells }) => cells.flatMap(({ passages: shown }) => shown)),
      ...figures.flatMap(({ entries }) => entries.flatMap(({ evidence }) => evidence)),
      ...wording.rows.flatMap(({ labels }) =>
        labels.flatMap(({ uses }) => uses.flatMap(({ evidence }) => evidence)),
      ),
      ...silence.flatMap(({ evidence }) => evidence),
      ...sourcing.rows.flatMap(({ quoted }) => quoted.flatMap(({ evidence }) => evidence)),
      ...timeline.flatMap(({ entries }) => entries.flatMap(({ evidence }) => evidence)),
    ];
    expect(passages.length).toBeGreaterThan(10);
    for (const { documentId, start, end, text } of passages) {
      expect(texts.get(documentId)?.slice(start, end)).toBe(text);
    }
  });

  test("one event under two dates is told as such", async () => {
    const { timeline } = await compareCase(
      caseOf([
        {
          id: "a",
          text: "The northern gate of the Tarn depot was locked on 3 May 2031 by its guards.",
        },
        { id: "b", text: "Guards locked the northern gate of the Tarn depot on 4 May 2031." },
        { id: "c", text: "On 4 May 2031 the northern gate of the Tarn depot was locked." },
      ]),
      reader,
    );
    expect(
      timeline.map(({ edtf, entries }) => [edtf, entries.map(({ documentId }) => documentId)]),
    ).toEqual([
      ["2031-05-03", ["a"]],
      ["2031-05-04", ["b", "c"]],
    ]);
    const [first, second] = timeline;
    expect(first?.disagreesWith).toEqual([second?.id]);
    expect(second?.disagreesWith).toEqual([first?.id]);
  });

  test("parts are added up and held against their whole", async () => {
    const { figures } = await compareCase(
      caseOf([
        {
          id: "a",
          text: "Of 373 accounts that were removed, 238 were linked to Ostrel and 100 to Velm.",
        },
      ]),
      reader,
    );
    expect(figures.flatMap(({ parts }) => parts)).toMatchObject([
      { whole: 373, parts: [238, 100], sum: 338, outcome: "less" },
    ]);
  });

  test("an empty case has no findings", async () => {
    const findings = await compareCase(caseOf([]), reader);
    expect(findings).toEqual({
      claims: [],
      figures: [],
      wording: { rows: [], contrasts: [] },
      silence: [],
      sourcing: { rows: [], chains: [], sides: [], anonymous: [], citations: [] },
      timeline: [],
      origins: [],
      events: [],
    });
  });
});
