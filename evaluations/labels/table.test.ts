import { expect, test } from "vitest";
import { countPairs } from "./table.ts";

const row = (uses: Record<string, number>) => new Map(Object.entries(uses));

test("pairs of labels in one row, those of labels that gold uses twice", () => {
  const gold = [row({ truce: 4, "peace deal": 4, pause: 1 }), row({ rebels: 9, fighters: 4 })];
  const found = [row({ truce: 2, "peace deal": 1, rebels: 1, harbour: 7 }), row({ fighters: 1 })];
  const { once, byUse, wrong, missed } = countPairs(gold, found);
  expect(once).toEqual({ hits: 1, found: 3, gold: 2 });
  expect(wrong).toEqual(["peace deal | rebels", "rebels | truce"]);
  expect(missed).toEqual(["fighters | rebels"]);
  expect(byUse.met).toBe(4);
  expect(byUse.gold).toBe(4 + 6);
  expect(byUse.right).toBeCloseTo(Math.sqrt(2), 10);
});
