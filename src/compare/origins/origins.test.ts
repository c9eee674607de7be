import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Case, DocumentCard } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { compareCase } from "../compare.ts";
import type { Findings } from "../findings.ts";
import { memoryInput } from "../input.ts";

const reader = createReader(loadLexicon(new URL("../../../lexicons", import.meta.url).pathname));

type Given = {
  readonly id: string;
  readonly text: string;
  readonly source?: string;
  readonly published?: string;
  readonly author?: string;
};

async function findingsOf(given: readonly Given[]): Promise<Findings> {
  const declared: Case = {
    title: "test",
    language: "en",
    sides: [],
    sources: [],
    actors: [],
    packs: [],
    checklist: [],
  };
  const documents = given.map(({ id, text, source, published, author }) => {
    const document = documentOf(text, { id, published: published ?? null });
    const card: DocumentCard = {
      id,
      file: id,
      title: null,
      sourceId: source ?? id,
      sourceName: source ?? id,
      side: null,
      language: "en",
      published: published ?? null,
      completeness: "full",
      words: 100,
      ...(author === undefined ? {} : { author }),
    };
    return { card, text, readings: reader(document) };
  });
  return compareCase(memoryInput(declared, documents), reader);
}

const reused = async (given: readonly Given[]) => (await findingsOf(given)).origins;

const wire = `The lower lock at Perrin jammed on Tuesday night with eleven barges waiting, the canal office said. Engineers cut the chain of the east gate shortly after two in the morning and pumped the basin dry.

Nobody was hurt. The cargo of the first barge, some forty tonnes of seed potatoes, was taken on by lorry. The lock keeper had reported a cracked link in March and again in June, according to the log that hangs in the lock house.

The office expects traffic to go on by the weekend. Two smaller locks upstream will stay shut until their chains have been looked at.`;
const other = `In Hallow the orchard fair opened under rain. Growers from nine villages brought early pears, and the brass band played in the barn instead of on the green. The mayor cut a ribbon that had been dyed in the colours of the old guild, and a raffle raised money for the roof of the school.`;
const post = { id: "post.txt", source: "The Post", published: "2031-06-05" };
const agency = { id: "wire.txt", source: "Norhaven Wire", published: "2031-06-04", text: wire };

describe("what is a copy", () => {
  test("a reprint with changed words: which words, and how much of either text", async () => {
    const text = `Barges stuck at Perrin\n\n${wire.replace("jammed", "failed").replace("Nobody was hurt. ", "").replace("shortly after two in the morning", "at dawn")}`;
    const [found, ...others] = await reused([agency, { ...post, text }]);
    expect(others).toEqual([]);
    expect(found).toMatchObject({ documentId: "wire.txt", standing: "earliest", sources: 2 });
    const copy = found?.copies[0];
    expect(copy).toMatchObject({ documentId: "post.txt", kind: "same", via: null });
    expect(copy?.share01).toBeGreaterThan(0.85);
    expect(copy?.changes.map(({ origin, copy }) => [origin?.text ?? "", copy?.text ?? ""])).toEqual(
      expect.arrayContaining([
        ["jammed", "failed"],
        ["shortly after two in the morning", "at dawn"],
        ["Nobody was hurt", ""],
      ]),
    );
    for (const passage of copy?.evidence ?? [])
      expect(text.slice(passage.start, passage.end)).toBe(passage.text);
    for (const { origin, copy: changed } of copy?.changes ?? []) {
      if (origin) expect(wire.slice(origin.start, origin.end)).toBe(origin.text);
      if (changed) expect(text.slice(changed.start, changed.end)).toBe(changed.text);
    }
  });

  test("one paragraph in a text of its own: passages, and the share says how little", async () => {
    const [, paragraph = ""] = wire.split("\n\n");
    const text = [other, paragraph, other.replace("pears", "plums")].join("\n\n");
    const [found] = await reused([agency, { ...post, text }]);
    expect(found?.copies[0]).toMatchObject({ kind: "passages" });
    expect(found?.copies[0]?.share01).toBeLessThan(0.5);
  });

  const speech = `We have waited eleven years for this lock, and we shall not wait for another winter. Every barge that stands here is bread that does not reach a table, and every table knows whose chain it was that broke.`;
  test.each([
    ["the same speech quoted", `“${speech}”`],
    ["the same speech in straight marks", `"${speech}"`],
    ["the same speech in single marks", `‘${speech}’`],
  ])("%s is no copying", async (_, quote) => {
    const one = `Mira Toll, who speaks for the skippers, stood on the quay and read from a sheet of paper.\n\n${quote}\n\nThen she folded it and went aboard.`;
    const two = `There was applause in the hall at Hallow when the skippers’ speaker rose.\n\n${quote}\n\nThe council will meet on it in autumn.`;
    expect(
      await reused([
        { ...agency, text: one },
        { ...post, text: two },
      ]),
    ).toEqual([]);
  });

  test("what a source repeats from text to text is no copying", async () => {
    const about =
      "This newsletter is written every week by people who live along the canal and who are paid for it by nobody but the readers of these pages in nine villages.";
    const found = await reused([
      { id: "a", source: "A", published: "2031-01-01", text: `${wire}\n\n${about}` },
      { id: "b", source: "A", published: "2031-01-02", text: `${other}\n\n${about}` },
      {
        id: "c",
        source: "B",
        published: "2031-01-03",
        text: `Snow fell in Marl. Schools were shut, and the ferry lay in the ice until noon.\n\n${about}\n\nIn the evening it thawed.`,
      },
    ]);
    expect(found).toEqual([]);
  });

  test("a line with which both texts end, and nothing else, is their publishers'", async () => {
    const end =
      "Reporting for this page is free to share under the terms that stand on the site, as long as the name of the writer is kept with it.";
    expect(
      await reused([
        { ...agency, text: `${wire}\n\n${end}` },
        { ...post, text: `${other}\n\n${end}` },
      ]),
    ).toEqual([]);
  });

  test("two texts on one event, each in its own words, are no copies", async () => {
    const text = `Barges have been held up at Perrin since a chain snapped in the lower lock on Tuesday night. According to the canal office the basin had to be drained before anyone could reach the gate. No injuries were reported, and potatoes from one boat went on by road.`;
    expect(await reused([agency, { ...post, text }])).toEqual([]);
  });

  test("a source does not copy itself", async () => {
    const again = { ...agency, id: "wire-2.txt", published: "2031-06-05" };
    expect(await reused([agency, again])).toEqual([]);
  });
});

describe("who was first", () => {
  const copy = (id: string, more: Partial<Given> = {}): Given => ({
    id,
    source: id,
    text: wire,
    ...more,
  });
  test.each([
    ["earlier day", { published: "2031-06-03" }, { published: "2031-06-04" }, "a", "earliest"],
    [
      "a month that holds the day",
      { published: "2031-06-05" },
      { published: "2031-06" },
      "a",
      "tied",
    ],
    [
      "an hour",
      { published: "2031-06-04T09:00:00Z" },
      { published: "2031-06-04T06:00:00Z" },
      "b",
      "earliest",
    ],
    ["one day", { published: "2031-06-04" }, { published: "2031-06-04" }, "a", "tied"],
    ["an undated one is never first", {}, { published: "2031-06-04" }, "b", "earliest"],
    ["no dates", {}, {}, "a", "undated"],
    [
      "one day, and one names the other",
      { published: "2031-06-04", author: "B and our staff" },
      { published: "2031-06-04", source: "B" },
      "b",
      "credited",
    ],
    [
      "who is named was there before the hour of who names it",
      { published: "2031-06-04T09:00:00Z", author: "Staff, with B" },
      { published: "2031-06-04", source: "B" },
      "b",
      "credited",
    ],
  ] as const)("%s", async (_, one, two, first, standing) => {
    const [found] = await reused([copy("a", one), copy("b", two)]);
    expect(found).toMatchObject({ documentId: first, standing });
  });

  test("a copy of a copy leads to the first text, and says through whom", async () => {
    const second = wire
      .replace("Engineers cut the chain", "Divers in heavy suits sawed through the chain")
      .replace(
        "some forty tonnes of seed potatoes",
        "a load of seed potatoes for the spring market",
      );
    const [found, ...others] = await reused([
      copy("a", { published: "2031-06-01" }),
      copy("b", { published: "2031-06-02", text: second }),
      copy("c", { published: "2031-06-03", text: second.replace("weekend", "Sunday") }),
    ]);
    expect(others).toEqual([]);
    expect(found?.copies.map(({ documentId, via }) => [documentId, via])).toEqual([
      ["b", null],
      ["c", "b"],
    ]);
  });

  test("what a copy adds and others take over is a text of its own", async () => {
    const added =
      "A skipper who has sailed the canal for thirty years told this paper that he had twice asked for a new chain and that each time a clerk had sent him a form without a stamp.";
    const found = await reused([
      copy("a", { published: "2031-06-01" }),
      copy("b", { published: "2031-06-02", text: `${wire}\n\n${added}\n\n${other}` }),
      copy("c", {
        published: "2031-06-03",
        text: `${other.slice(0, 40)} ended.\n\n${added}\n\n${wire}`,
      }),
    ]);
    expect(found.map(({ documentId, copies }) => [documentId, copies.length])).toEqual([
      ["a", 2],
      ["b", 1],
    ]);
  });
});

describe("independent sources", () => {
  test("copies of one text are one source, a text in its own words is another", async () => {
    const own =
      "Elsewhere on the canal it was calm.\n\nThe lock keeper of Perrin had reported the cracked link in March and in June, his log in the lock house says.";
    const { claims } = await findingsOf([
      { id: "a", source: "A", published: "2031-06-01", text: wire },
      { id: "b", source: "B", published: "2031-06-02", text: wire },
      { id: "c", source: "C", published: "2031-06-03", text: wire.replace("jammed", "failed") },
      { id: "d", source: "D", published: "2031-06-03", text: own },
    ]);
    const keeper = claims.find(({ statement }) => statement.includes("cracked link"));
    expect(keeper).toMatchObject({ documents: 4, sources: 4, independent: 2 });
    const lorry = claims.find(({ statement }) => statement.includes("lorry"));
    expect(lorry).toMatchObject({ documents: 3, sources: 3, independent: 1 });
  });

  test("quoting the same words keeps sources independent", async () => {
    const quote = "“Nobody on this canal was warned about the chain of the east gate at Perrin”";
    const { claims } = await findingsOf([
      { id: "a", text: `Rain fell. ${quote}, said Mira Toll on Monday evening.` },
      { id: "b", text: `At the quay tempers rose. ${quote}, a skipper named Mira Toll said.` },
    ]);
    expect(claims[0]).toMatchObject({ sources: 2, independent: 2 });
  });
});

test("the order in which texts are given, and what the sources are called, changes nothing", async () => {
  const given = [
    { id: "1", source: "Alder", published: "2031-06-01", text: wire },
    { id: "2", source: "Birch", published: "2031-06-02", text: `${wire}\n\n${other}` },
    { id: "3", source: "Cedar", published: "2031-06-02", text: other },
    { id: "4", source: "Dogwood", text: wire.replace("Nobody was hurt. ", "") },
  ];
  const plain = JSON.stringify(await reused(given));
  await fc.assert(
    fc.asyncProperty(fc.shuffledSubarray(given, { minLength: given.length }), async (shuffled) => {
      expect(JSON.stringify(await reused(shuffled))).toBe(plain);
    }),
    { numRuns: 5 },
  );
  const renamed = given.map((one) => ({ ...one, source: `The ${one.source} Gazette` }));
  expect(JSON.stringify(await reused(renamed))).toBe(plain);
});
