import { beforeAll, describe, expect, test } from "vitest";
import type { Case, DocumentCard } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { type JudgedQuestion, markKey } from "../../document/judgement.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { compareCase } from "../compare.ts";
import { type Findings, questions } from "../findings.ts";
import { memoryInput } from "../input.ts";
import { compareSilence } from "../silence/compare-silence.ts";
import { type JudgedMark, marksOf } from "./marks.ts";
import { createReview, type ReviewedCase } from "./reviewed.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);
const reader = createReader(lexicon, { names: ["Ostrel", "Velm", "Tarn"] });

const declared: Case = {
  ...{ title: "test", language: "en", sources: [], actors: [], packs: [], checklist: [] },
  sides: [
    { id: "east", name: "East" },
    { id: "west", name: "West" },
  ],
};
const pilot = "The pilot of the Tarn ferry was asleep.";
const wire =
  "The ferry left the quay of Tarn on 2 May 2031 with nineteen crates of dried fish and a crew of four, and nobody on the pier had thought it strange that its lamps were out.";
const texts: readonly [id: string, side: string, published: string, text: string][] = [
  ["a", "east", "2031-05-03", `${pilot} ${wire} Dana Orlo said that the harbour was shut.`],
  ["b", "east", "2031-05-04", `${pilot} Dana Orlo claimed that the harbour was shut on Monday.`],
  ["c", "west", "2031-05-09", `${wire} The weather was fine all that week in Velm.`],
  ["d", "west", "2031-05-09", "Nets were drying on the quay. A spokesman said nothing was wrong."],
];
const present = texts.map(([id, side, published, text]) => {
  const document = documentOf(text, { id, published, completeness: "full" });
  const card: DocumentCard = {
    ...{ id, file: id, title: null, sourceId: id, sourceName: id, side, language: "en", published },
    ...{ completeness: "full", words: text.split(/\s+/).length },
  };
  return { card, text, readings: reader(document) };
});

let known: ReviewedCase;
let findings: Findings;
beforeAll(async () => {
  const input = memoryInput(declared, present);
  const found = await compareCase(input, reader, lexicon);
  // So few and short texts are told apart as several events; here they are about one.
  const silence = compareSilence(found.claims, input.documents);
  findings = { ...found, events: [], silence };
  known = {
    ...{ findings, documents: input.documents, input, words: lexicon },
    datesIn: async (id) => present.find(({ card }) => card.id === id)?.readings.dates ?? [],
  };
});

function marks(question: JudgedQuestion, id: string): JudgedMark[] {
  const one = present.find(({ card }) => card.id === id);
  if (!one) throw new Error(`no document ${id}`);
  return marksOf(question, { findings, ...one });
}

function mark(question: JudgedQuestion, id: string, about: RegExp): JudgedMark {
  const found = marks(question, id).find(({ name }) => about.test(name.about));
  if (!found) throw new Error(`no mark of ${question} in ${id} about ${about}`);
  return found;
}

const without = (...rejected: JudgedMark[]) =>
  createReview(known, new Map(rejected.map(({ name, says }) => [markKey(name), { says }])));

test.each(questions)("%s: nothing of it rejected changes nothing", async (question) => {
  const mention = mark("readings", "a", /mentions/);
  expect(await without(mention)(question)).toEqual(findings[question]);
});

describe("a rejected mark", () => {
  test("one carrier fewer than is needed: its silences are gone", async () => {
    const row = findings.silence.find(({ statement }) => statement === pilot);
    expect(row).toMatchObject({ carriedBySide: "east", carriedBy: ["a", "b"], absentSide: "west" });
    const reviewed = await without(mark("claims", "b", /pilot/))("silence");
    expect(reviewed.map(({ statement }) => statement)).not.toContain(pilot);
  });

  test("a rejected silence is unknown, in the claim and in Silence", async () => {
    const review = without(mark("claims", "d", /pilot/));
    const cell = (await review("claims"))
      .find(({ statement }) => statement === pilot)
      ?.cells.find(({ documentId }) => documentId === "d");
    expect(cell).toMatchObject({ stance: "unknown", rule: "rejected" });
    const of = (rows: Findings["silence"]) => rows.find(({ statement }) => statement === pilot);
    const states = (rows: Findings["silence"]) =>
      of(rows)?.absences.map(({ sourceId, state }) => `${sourceId} ${state}`);
    const reviewed = await review("silence");
    expect(states(findings.silence)).toContain("d silent");
    expect(states(reviewed)).toEqual(
      states(findings.silence)?.map((told) => told.replace("d silent", "d unknown")),
    );
    expect(of(reviewed)?.independent).toBe(of(findings.silence)?.independent);
  });

  test("an attribution is counted no more, and nobody else's changes", async () => {
    const reviewed = await without(mark("readings", "b", /attributions/))("sourcing");
    const counts = (all: Findings["sourcing"]) =>
      all.rows.map(({ sourceId, attributions, copied }) => [sourceId, attributions, copied]);
    expect(counts(reviewed)).toEqual(
      counts(findings.sourcing).map(([id, number, copied]) =>
        id === "b" ? [id, Number(number) - 1, copied] : [id, number, copied],
      ),
    );
  });

  test("a copy is left out, and with its only copy the text", async () => {
    const [copied] = findings.origins;
    expect(copied).toMatchObject({ documentId: "a", copies: [{ documentId: "c" }] });
    expect(await without(mark("origins", "c", /^a$/))("origins")).toEqual([]);
  });

  test("a date takes its telling along; the event stays with the others'", async () => {
    const told = findings.timeline.find(({ edtf }) => edtf === "2031-05-02");
    expect(told?.entries.map(({ documentId }) => documentId)).toEqual(["a", "c"]);
    const [first] = marks("readings", "a").filter(
      ({ name, says }) => name.about === "dates" && says.includes("2031-05-02"),
    );
    if (!first) throw new Error("no date was read");
    const reviewed = (await without(first)("timeline")).find(({ id }) => id === told?.id);
    expect(reviewed?.entries.map(({ documentId }) => documentId)).toEqual(["c"]);
    expect([reviewed?.edtf, reviewed?.what]).toEqual([told?.edtf, told?.what]);
  });
});
