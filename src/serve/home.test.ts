import { expect, test } from "vitest";
import { cards, findings, weirCase } from "../../tests/fixtures/weir.ts";
import { homeOf } from "./home.ts";

const home = homeOf(findings, cards, weirCase.sides);

test("every claim stands in one part of the shape", () => {
  const all = home.shape.reduce((sum, { claims }) => sum + claims, 0);
  expect(all).toBe(findings.claims.length);
  expect(home.shape.find(({ carried }) => carried === "contested")?.claims).toBe(
    findings.claims.filter(({ contested }) => contested).length,
  );
});

test("figures in conflict, each number with the documents that give it", () => {
  const conflicts = findings.figures.filter(({ relation }) => relation === "conflict");
  expect(home.figures.map(({ id }) => id)).toEqual(conflicts.map(({ id }) => id));
  for (const { values } of home.figures) {
    expect(values.length).toBeGreaterThan(1);
    expect(values.map(({ value }) => value)).toEqual(
      values.map(({ value }) => value).sort((a, b) => a - b),
    );
  }
});

test("things that the sides call differently, in their own words", () => {
  for (const { sides } of home.words) {
    expect(new Set(sides.map(({ label }) => label)).size).toBeGreaterThan(1);
    for (const { uses, all } of sides) expect(uses).toBeLessThanOrEqual(all);
  }
});

test("things of a pack come before things that were found", () => {
  const rowOf = new Map(findings.wording.rows.map((row) => [row.id, row]));
  const rows = ["found", "pack"].flatMap((origin) =>
    home.words.flatMap(({ id }) => {
      const row = rowOf.get(id);
      return row ? [{ ...row, id: `${origin}-${id}`, origin } as typeof row] : [];
    }),
  );
  expect(rows.length).toBeGreaterThan(0);
  const { words } = homeOf(
    { ...findings, wording: { ...findings.wording, rows } },
    cards,
    weirCase.sides,
  );
  const origins = words.map(({ id }) => id.split("-")[0]);
  expect(origins).toEqual([...origins].sort().reverse());
  expect(origins[0]).toBe("pack");
});

test("sides change places and so does the front page", () => {
  const swap = new Map(
    weirCase.sides.map(({ id }, at, all) => [id, all[all.length - 1 - at]?.id ?? id]),
  );
  const other = (side: string | null) => (side === null ? null : (swap.get(side) ?? side));
  const swapped = homeOf(
    {
      ...findings,
      silence: findings.silence.map((row) => ({ ...row, absentSide: other(row.absentSide) })),
    },
    cards.map((card) => ({ ...card, side: other(card.side) })),
    [...weirCase.sides].reverse(),
  );
  const renamed = JSON.parse(
    JSON.stringify(home)
      .replace(/"(side|absentSide)":"([^"]+)"/g, (_, key, side) =>
        JSON.stringify({ [key]: other(side) }).slice(1, -1),
      )
      .replace(/"carried":"side:([^"]+)"/g, (_, side) => `"carried":"side:${other(side)}"`),
  );
  expect(swapped).toEqual(renamed);
});

test("what is open is counted", () => {
  expect(home.open.excerpts).toBe(
    cards.filter(({ completeness }) => completeness === "excerpt").length,
  );
});
