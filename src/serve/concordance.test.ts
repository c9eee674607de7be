import { expect, test } from "vitest";
import { weirDeps } from "../../tests/fixtures/deps.ts";
import { cards } from "../../tests/fixtures/weir.ts";
import { createApp } from "./app.ts";
import type { Deps } from "./deps.ts";
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

test("one source is left, and counted as a choice", async () => {
  const { body } = await ask(`${label}&source=water-office`);
  expect(body).toMatchObject({ all: 3, found: 1 });
  expect(body.facets.source).toEqual({ "delta-courier": 1, "upland-herald": 1, "water-office": 1 });
});

test.each([
  ["voice", ["upland-herald", "water-office", "delta-courier"]],
  ["source", ["delta-courier", "upland-herald", "water-office"]],
])("by %s", async (sort, sources) => {
  const { body } = await ask(`${label}&sort=${sort}`);
  expect(body.rows.map(({ sourceId }) => sourceId)).toEqual(sources);
});

test("by date, and by the words before, the nearest first, and after", async () => {
  const dates = (await ask(`${label}&sort=date`)).body.rows.map(({ published }) => published);
  expect(dates).toEqual([...dates].sort());
  const wordsOf = (words: string) => words.toLowerCase().match(/[\p{L}'’-]+/gu) ?? [];
  const after = (await ask(`${label}&sort=after`)).body.rows.map((line) => wordsOf(line.after)[0]);
  expect(after).toEqual([...after].sort());
  const before = (await ask(`${label}&sort=before`)).body.rows.map((line) =>
    wordsOf(line.before).at(-1),
  );
  expect(before).toEqual([...before].sort());
});

test("a stretch of time leaves what was published in it, of how many it says", async () => {
  const { body } = await ask(`${label}&since=2031-05-14&until=2031-05-14`);
  expect(body.uses).toBe(3);
  expect(body.all).toBeLessThan(3);
  for (const { published } of body.rows) expect(published).toBe("2031-05-14");
});

test("a stretch of time leaves a thing for every use, also where its passage is not kept", async () => {
  const day = cards.find(({ id }) => id === "growers/statement.md")?.published ?? "";
  const found = async (deps: Deps) => {
    const answer = await createApp(deps).request(
      `/api/findings/wording?since=${day}&until=${day}`,
      { headers: { host: "127.0.0.1" } },
    );
    const { rows } = (await answer.json()) as { rows: { id: string }[] };
    return rows.map(({ id }) => id);
  };
  const more = {
    of: "water-leaving",
    label: "release",
    documents: [{ documentId: "growers/statement.md", at: [0, 7, 0] }],
  };
  expect(await found(weirDeps)).not.toContain("water-leaving");
  expect(await found({ ...weirDeps, places: async () => [more] })).toEqual(["water-leaving"]);
});

test("words that one side uses more have their lines, too", async () => {
  const { status, body } = await ask("id=upland-delta-own&label=driven");
  expect(status).toBe(200);
  expect(body).toMatchObject({ concept: null, uses: 1 });
  expect(body.rows[0]).toMatchObject({ text: "driven", voice: "own" });
});

test("a label of very many uses comes in short answers, in any order", async () => {
  const text = "They spoke of the flood again and again, and nobody heard them. ".repeat(40);
  const document = { documentId: cards[0]?.id ?? "", at: [] as number[] };
  for (let at = text.indexOf("flood"); at !== -1; at = text.indexOf("flood", at + 1))
    document.at.push(at, at + 5, 0);
  const documents = Array.from({ length: 500 }, (_, nth) => ({
    ...document,
    documentId: cards[nth % cards.length]?.id ?? "",
  }));
  const deps = {
    ...weirDeps,
    places: async () => [{ of: "water-leaving", label: "flood", documents }],
    texts: async (ids: readonly string[]) => new Map(ids.map((id) => [id, text])),
  };
  for (const sort of ["voice", "before", "after"]) {
    const answer = await createApp(deps).request(
      `/api/concordance?id=water-leaving&label=flood&count=500&sort=${sort}`,
      { headers: { host: "127.0.0.1" } },
    );
    const body = await answer.text();
    expect(body.length).toBeLessThan(200_000);
    expect(JSON.parse(body)).toMatchObject({ uses: 20_000, found: 20_000 });
  }
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

test.each(["id=water-leaving", `${label}&voice=loud`, `${label}&sort=size`])(
  "%s: 400",
  async (query) => {
    expect((await ask(query)).status).toBe(400);
  },
);
