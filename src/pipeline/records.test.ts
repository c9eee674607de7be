import { expect, test } from "vitest";
import type { Findings, Question } from "../compare/findings.ts";
import { questions } from "../compare/findings.ts";
import { packFindings, unpackFindings } from "./records.ts";

const cell = {
  stance: "silent",
  also: [],
  attributedTo: null,
  distancing: false,
  reported: false,
  passages: [],
  reason: "read in full",
  rule: "silent",
} as const;
const passage = { documentId: "a.txt", start: 0, end: 3, text: "Rain", score: 1 };
const claim = (id: string) => ({
  id,
  origin: "found" as const,
  statement: "Rain.",
  central: null,
  cells: [
    { ...cell, documentId: "a.txt", stance: "asserts" as const, passages: [passage] },
    { ...cell, documentId: "b.txt" },
  ],
  documents: 1,
  sources: 1,
  contested: false,
  terms: [],
  firstPublished: null,
});
const row = (id: string) => ({
  id,
  claimId: "1",
  statement: "Rain.",
  carriedBySide: null,
  carriedBy: ["a"],
  absentSide: null,
  absences: [{ sourceId: "b", documentIds: ["b.txt"], state: "silent" as const, reason: "r" }],
  evidence: [passage] as const,
  reason: "one source carries it",
  rule: "test",
});
const findings: Findings = {
  claims: [claim("1"), claim("2")],
  figures: [],
  wording: [],
  silence: [row("1"), row("2")],
  sourcing: { rows: [], chains: [] },
  timeline: [],
};

test("findings come back as they were, and what they share is kept once", async () => {
  const records = packFindings(findings);
  expect(records.cells).toHaveLength(1);
  expect(records.absences).toHaveLength(1);
  const kept = JSON.parse(JSON.stringify(records)) as typeof records;
  const unpack = <Q extends Question>(question: Q) =>
    unpackFindings(question, async (name) => kept[name]);
  for (const question of questions) expect(await unpack(question)).toEqual(findings[question]);
  const [first, second] = await unpack("claims");
  expect(first?.cells[1]).toBe(second?.cells[1]);
});
