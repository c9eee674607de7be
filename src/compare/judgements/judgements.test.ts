import { describe, expect, test } from "vitest";
import { cards, documents, findings } from "../../../tests/fixtures/weir.ts";
import { anchorOf } from "../../document/anchor.ts";
import {
  type JudgedQuestion,
  type Judgement,
  judgedQuestions,
  markKey,
} from "../../document/judgement.ts";
import type { Findings } from "../findings.ts";
import { type JudgedMark, marksOf } from "./marks.ts";
import { type PresentDocument, placeJudgements } from "./place.ts";
import { reviewClaims, reviewFigures, reviewWording } from "./review.ts";

const courier = "delta-courier/flood.html";
/** It repeats what the office wrote. */
const herald = "upland-herald/gates.html";
const views = new Map(documents.map((view) => [view.card.id, view]));
const viewOf = (id: string) => views.get(id) as (typeof documents)[number];
const marks = (question: JudgedQuestion, id = courier) =>
  marksOf(question, { findings, ...viewOf(id) });

function judge(question: JudgedQuestion, mark: JudgedMark): Judgement {
  const { start, end, ...name } = mark.name;
  const view = viewOf(name.documentId);
  return {
    id: `${question}-${start}`,
    at: "2031-05-20T09:00:00.000Z",
    author: "Ada",
    act: "reject",
    note: null,
    ...name,
    says: mark.says,
    rule: mark.rule,
    sha256: view.sha256,
    anchor: mark.spans.length === 0 ? null : anchorOf(view.text, { start, end }),
  };
}

const place = (
  judgements: readonly Judgement[],
  changed: Partial<PresentDocument> = {},
  found: Findings = findings,
) =>
  placeJudgements(judgements, views, found, async (id) => {
    const view = views.get(id);
    return view ? { ...view, ...changed } : null;
  });

describe.each(judgedQuestions)("marks of %s", (question) => {
  test("each is found again in the same analysis, under its own key", async () => {
    const all = marks(question, question === "origins" ? herald : courier);
    expect(all.length).toBeGreaterThan(0);
    const keys = all.map(({ name }) => markKey(name));
    expect(new Set(keys).size).toBe(keys.length);
    for (const mark of all) {
      const [placed] = await place([judge(question, mark)]);
      expect([placed?.state, placed?.mark]).toEqual(["placed", markKey(mark.name)]);
    }
  });
});

describe("a judged cell", () => {
  const cell = marks("claims").find(({ says }) => says.startsWith("asserts")) as JudgedMark;
  const shift = "By our own staff. ";
  const moved: Findings = {
    ...findings,
    claims: findings.claims.map((claim) => ({
      ...claim,
      cells: claim.cells.map((one) => ({
        ...one,
        passages: one.passages.map((p) =>
          p.documentId === courier
            ? { ...p, start: p.start + shift.length, end: p.end + shift.length }
            : p,
        ),
      })),
    })),
  };

  test("moves with its words", async () => {
    const text = shift + viewOf(courier).text;
    const [placed] = await place([judge("claims", cell)], { text }, moved);
    expect(placed?.state).toBe("placed");
    expect(placed?.place?.start).toBe(cell.name.start + shift.length);
  });

  test.each([
    ["its words are gone", "lost", { text: "Nothing of it." }, findings],
    [
      "the claim is no longer found",
      "changed",
      {},
      { ...findings, claims: findings.claims.filter((one) => one.statement !== cell.name.about) },
    ],
    [
      "the document does something else with it now",
      "changed",
      {},
      {
        ...findings,
        claims: findings.claims.map((claim) => ({
          ...claim,
          cells: claim.cells.map((one) => ({ ...one, stance: "denies" as const })),
        })),
      },
    ],
    [
      "the claim is told in other words",
      "placed",
      {},
      {
        ...findings,
        claims: findings.claims
          .filter((one) => one.statement === cell.name.about)
          .map((one) => ({ ...one, statement: "There was no warning." })),
      },
    ],
  ])("%s: %s", async (_name, state, changed, found) => {
    const [placed] = await place([judge("claims", cell)], changed, found);
    expect(placed?.state).toBe(state);
  });

  test("is found in a file of another name, and lost where the file is gone", async () => {
    const renamed = { ...judge("claims", cell), documentId: "old-name.html" };
    expect((await place([renamed])).map(({ state }) => state)).toEqual(["placed"]);
    expect((await place([{ ...renamed, sha256: "f" }])).map(({ state }) => state)).toEqual([
      "lost",
    ]);
  });
});

const keyOf = (mark: JudgedMark) => new Map([[markKey(mark.name), { says: mark.says }]]);

describe("as reviewed", () => {
  test("nothing rejected changes nothing", () => {
    expect(reviewClaims(findings.claims, new Map(), cards)).toEqual(findings.claims);
    expect(reviewFigures(findings.figures, new Map())).toEqual(findings.figures);
    expect(reviewWording(findings.wording, new Map())).toEqual(findings.wording);
  });

  test("a rejected cell is unknown, not silent, and counts no more", () => {
    const mark = marks("claims").find(({ says }) => says.startsWith("asserts")) as JudgedMark;
    const before = findings.claims.find(({ statement }) => statement === mark.name.about);
    const reviewed = reviewClaims(findings.claims, keyOf(mark), cards);
    const after = reviewed.find(({ id }) => id === before?.id);
    expect(after?.documents).toBe((before?.documents ?? 0) - 1);
    expect(after?.cells.find(({ documentId }) => documentId === courier)?.stance).toBe("unknown");
    expect(findings.claims.find(({ id }) => id === before?.id)).toBe(before);
  });

  test("a rejected number takes its conflicts along", () => {
    const group = findings.figures.find(({ relation }) => relation === "conflict");
    if (!group) throw new Error("the fixture has no conflict");
    const entry = group.entries[group.conflicts[0]?.[0] ?? 0];
    const own = marks("figures", entry?.documentId).filter(({ name }) => name.about === group.what);
    const rejected = new Map(own.flatMap((mark) => [...keyOf(mark)]));
    const after = reviewFigures([group], rejected)[0];
    expect(after?.entries.some(({ documentId }) => documentId === entry?.documentId)).toBe(false);
    for (const [a, b] of after?.conflicts ?? []) {
      expect(after?.entries[a]).toBeDefined();
      expect(after?.entries[b]).toBeDefined();
    }
  });

  test("a rejected use takes one from its voice and from the mentions", () => {
    const [mark] = marks("wording");
    if (!mark) throw new Error("the fixture has no label");
    const rows = reviewWording(findings.wording, keyOf(mark)).rows;
    const sum = (all: Findings["wording"]["rows"]) =>
      all.flatMap(({ totals }) => totals).reduce((total, { mentions }) => total + mentions, 0);
    expect(sum(rows)).toBeLessThan(sum(findings.wording.rows));
  });
});
