import { expect, test } from "vitest";
import { cards, findings } from "../../tests/fixtures/weir.ts";
import { tellingOf } from "./telling.ts";

test("the claim with most sources against each other, the conflict most give, the widest silence", () => {
  const { claim, figure, silence } = tellingOf(findings, cards);
  expect(claim).toMatchObject({
    id: "no-warning",
    denies: expect.arrayContaining(["water-office"]),
  });
  expect(figure).toMatchObject({ id: "killed-marl", values: [11, 12, 14, 16, 17] });
  expect(silence?.silent.length).toBeGreaterThan(0);
});

test("where there is none, nothing is told", () => {
  expect(tellingOf({ claims: [], figures: [], silence: [] }, cards)).toEqual({
    claim: null,
    figure: null,
    silence: null,
  });
});
