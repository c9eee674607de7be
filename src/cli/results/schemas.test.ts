import { expect, test } from "vitest";
import type { z } from "zod";
import { documents, findings } from "../../../tests/fixtures/weir.ts";
import type { Findings } from "../../compare/findings.ts";
import { questions } from "../../compare/findings.ts";
import type { PlacedJudgement } from "../../document/judgement.ts";
import type { Manifest } from "../../pipeline/manifest.ts";
import { type PublishedClaim, renderJson } from "../../report/json.ts";
import { resultSchemas } from "./schemas.ts";

type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
type Published<K extends keyof typeof resultSchemas> = z.output<(typeof resultSchemas)[K]>;

/** A field that a type gains, loses or changes, and its form does not, is an error of the compiler here. */
const alike: {
  claims: Same<Published<"claims">, readonly PublishedClaim[]>;
  figures: Same<Published<"figures">, Findings["figures"]>;
  wording: Same<Published<"wording">, Findings["wording"]>;
  silence: Same<Published<"silence">, Findings["silence"]>;
  sourcing: Same<Published<"sourcing">, Findings["sourcing"]>;
  origins: Same<Published<"origins">, Findings["origins"]>;
  timeline: Same<Published<"timeline">, Findings["timeline"]>;
  events: Same<Published<"events">, Findings["events"]>;
  judgements: Same<Published<"judgements">, readonly PlacedJudgement[]>;
  manifest: Same<Published<"manifest">, Manifest>;
} = {
  claims: true,
  figures: true,
  wording: true,
  silence: true,
  sourcing: true,
  origins: true,
  timeline: true,
  events: true,
  judgements: true,
  manifest: true,
};

test("every file has a form that is its type", () => {
  expect(Object.keys(resultSchemas).sort()).toEqual(Object.keys(alike).sort());
});

test.each(questions)("%s.json has its form", (question) => {
  const written: unknown = JSON.parse(
    renderJson(
      findings,
      question,
      documents.map(({ card }) => card),
    ),
  );
  expect(resultSchemas[question].safeParse(written).error?.issues ?? []).toEqual([]);
});
