import { expect, test } from "vitest";
import { weirDeps } from "../../tests/fixtures/deps.ts";
import { createApp } from "./app.ts";
import type { Concordance } from "./types.ts";

const ask = async (query: string) => {
  const answer = await createApp(weirDeps).request(`/api/concordance?${query}`, {
    headers: { host: "127.0.0.1" },
  });
  return { status: answer.status, body: (await answer.json()) as Concordance };
};

const label = "id=water-leaving&label=controlled+release";

test("every use stands in a line with the words around it, own voice first", async () => {
  const { status, body } = await ask(label);
  expect(status).toBe(200);
  expect(body).toMatchObject({ concept: "letting the water out", uses: 3, all: 3, found: 3 });
  expect(body.rows.at(-1)?.voice).not.toBe("own");
  for (const { before, text, after } of body.rows) {
    expect(text).toBe("controlled release");
    expect(`${before}${text}${after}`).not.toMatch(/[\n\t]| {2}/);
    expect(Math.max(before.length, after.length)).toBeLessThanOrEqual(70);
  }
});

test("sides and voices narrow it, and each choice tells how many it leaves", async () => {
  const upland = await ask(`${label}&side=upland`);
  expect(upland.body.rows.map(({ sourceId }) => sourceId)).toEqual([
    "upland-herald",
    "water-office",
  ]);
  const others = await ask(`${label}&voice=others`);
  expect(others.body.rows.map(({ sourceId }) => sourceId)).toEqual(["delta-courier"]);
  expect(others.body.facets).toMatchObject({
    side: { delta: 1, upland: 0 },
    voice: { own: 2, others: 1 },
  });
});

test("it comes in pages that join to the whole", async () => {
  const first = await ask(`${label}&count=2`);
  const second = await ask(`${label}&count=2&from=${first.body.next}`);
  const all = await ask(label);
  expect([...first.body.rows, ...second.body.rows]).toEqual(all.body.rows);
  expect(second.body.next).toBeNull();
});

test.each(["id=gone&label=x", "id=water-leaving&label=gone"])("%s: 404", async (query) => {
  expect((await ask(query)).status).toBe(404);
});

test.each(["id=water-leaving", `${label}&voice=loud`])("%s: 400", async (query) => {
  expect((await ask(query)).status).toBe(400);
});
