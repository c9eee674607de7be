import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cardOf } from "../../../tests/fixtures/card.ts";
import type { Case } from "../../document/case.ts";
import { documentOf } from "../../document/document-of.ts";
import { loadLexicon } from "../../lexicon/lexicon.ts";
import { createReader } from "../../read/read.ts";
import { memoryInput } from "../input.ts";
import type { OriginTest } from "../origins/independent.ts";
import { acrossCases } from "./across.ts";
import { compareWording, type Worded } from "./compare-wording.ts";
import { logOddsOf } from "./contrast.ts";
import { placesIn, usesIn } from "./places.ts";
import { mentionsOf } from "./uses.ts";
import type { Contrast, LabelUse, Wording, WordingRow } from "./wording.ts";

const lexicon = loadLexicon(new URL("../../../lexicons", import.meta.url).pathname);
const reader = createReader(lexicon);

type Text = { readonly id: string; readonly side?: string | null; readonly text: string };

/** Each text is a source of its own; those of "a/…" are of one source. */
async function wordedOf(
  texts: readonly Text[],
  sides = ["east", "west"],
  originOf?: OriginTest,
): Promise<Worded> {
  const declared: Case = {
    title: "test",
    language: "en",
    sides: sides.map((id) => ({ id, name: id })),
    sources: [],
    actors: [],
    packs: [],
    checklist: [],
  };
  const input = memoryInput(
    declared,
    texts.map(({ id, side, text }) => {
      const document = documentOf(text, { id });
      const sourceId = id.split("/")[0] ?? id;
      const card = cardOf(id, {
        sourceId,
        sourceName: sourceId,
        side: side ?? null,
        words: text.split(/\s+/).length,
      });
      return { card, text, readings: reader(document) };
    }),
  );
  return compareWording(input, [], () => false, lexicon, originOf);
}

async function wordingOf(...given: Parameters<typeof wordedOf>): Promise<Wording> {
  return (await wordedOf(...given)).wording;
}

const labelsOf = ({ labels }: WordingRow) => labels.map(({ label }) => label).sort();

describe("found without packs", () => {
  test.each([
    [
      "one head, other words before it",
      [
        "The illegal immigrants slept in the old school. Nobody counted the illegal immigrants.",
        "The undocumented immigrants slept in the old school. Nobody fed the undocumented immigrants.",
      ],
      ["illegal immigrants", "undocumented immigrants"],
    ],
    [
      "words for one sort of thing",
      [
        "The ship lay at the pier. The ship was repaired there. The ship was old.",
        "The vessel lay at the pier. The vessel was repaired there. The boat was old.",
      ],
      ["vessel", "ship"],
    ],
    [
      "another name that a text itself gives",
      [
        "The survey of the Gannet Shoals, or the northern banks, goes on. The Gannet Shoals (also known as northern banks) are shallow. The Gannet Shoals are wide.",
        "The northern banks are shallow. Nets were cut on the northern banks.",
      ],
      ["Gannet Shoals", "northern banks"],
    ],
  ])("%s", async (_, texts, labels) => {
    const { rows } = await wordingOf(texts.map((text, at) => ({ id: `${at}`, text })));
    const row = rows.find((one) => labels.every((label) => labelsOf(one).includes(label)));
    expect(row).toMatchObject({ origin: "found", pack: null, rule: "wording/found" });
  });

  test.each([
    ["a name and its short form", ["Ada Oro spoke. Ada Oro left.", "Oro spoke. Oro left."]],
    [
      "a phrase and a longer one",
      [
        "The zone is wide. The zone is deep.",
        "The fishing zone is wide. The fishing zone is deep.",
      ],
    ],
    [
      "numbers",
      ["The 12 boats sank. The 12 boats burned.", "The 14 boats sank. The 14 boats burned."],
    ],
    [
      "days",
      ["On Monday it rained. On Monday it blew.", "On Friday it rained. On Friday it blew."],
    ],
    [
      "persons and what they work for",
      [
        "The reporters came. The reporters left. The reporters sang.",
        "The newspapers came. The newspapers left.",
      ],
    ],
    [
      "a kind and what is of that kind",
      [
        "The safety zone was closed. The safety zone grew. Safety matters.",
        "Safety came first. The safety zone ended.",
      ],
    ],
    ["labels of a single use", ["The rebels came at dawn.", "The insurgents came at dawn."]],
    [
      "labels of one source",
      ["The rebels came. The rebels left. The insurgents came. The insurgents left."],
    ],
  ])("%s are no different wording", async (_, texts) => {
    const { rows } = await wordingOf(texts.map((text, at) => ({ id: `${at}`, text })));
    expect(rows.filter(({ origin }) => origin === "found")).toEqual([]);
  });

  test("own voice apart from quotation, with the passages", async () => {
    const { rows } = await wordingOf([
      { id: "1", text: "The rebels came at dawn. “The rebels burned it,” said Ada Oro of Tolby." },
      { id: "2", text: "The insurgents came at dawn. The insurgents burned the mill." },
    ]);
    const row = rows.find((one) => labelsOf(one).includes("rebels"));
    const [use] = row?.labels.find(({ label }) => label === "rebels")?.uses ?? [];
    expect(use).toMatchObject({ own: 1, quoted: 1, documents: 1 });
    expect(use?.evidence.map(({ text }) => text)).toEqual(["The rebels", "The rebels"]);
  });
});

/** Twelve words that say nothing, and then some. */
const filler =
  "The harbour master walked slowly along the grey stone wall before breakfast while gulls circled above quiet water.";

/** Three documents of two sources of each side; only one side uses the planted word. */
function planted(word: string, sides = ["east", "west"], times = 3): Text[] {
  return sides.flatMap((side, at) =>
    [`${side}-a/1`, `${side}-a/2`, `${side}-b/1`].map((id) => ({
      id,
      side,
      text: `${filler} ${Array.from({ length: times }, () => `They ${at === 0 ? word : "mended"} the nets.`).join(" ")} ${filler}`,
    })),
  );
}

describe("every use", () => {
  const east = "The rebels came at dawn. “The rebels burned it,” said Ada Oro of Tolby.";
  const texts = planted("plundered", ["east", "west"], 9).map((text) => ({
    ...text,
    text: `${text.text} ${text.side === "east" ? `${east} `.repeat(7) : "The insurgents came at dawn. The insurgents left."}`,
  }));

  test("of a label, and of a word of one side, is kept with its place and its voice", async () => {
    const { wording, places } = await wordedOf(texts);
    const counted = [
      ...wording.rows.flatMap(({ id, labels }) =>
        labels.map(({ label, uses }) => [
          id,
          label,
          uses.reduce((n, use) => n + mentionsOf(use), 0),
        ]),
      ),
      ...wording.contrasts.flatMap(({ id, words }) =>
        words.map(({ word, uses: [a, b] }) => [id, word, a.count + b.count]),
      ),
    ];
    expect(places.map((one) => [one.of, one.label, usesIn(one)])).toEqual(counted);
    const rebels = places.find(({ label }) => label === "rebels");
    expect(usesIn(rebels ?? { documents: [] })).toBe(42);
    for (const one of rebels?.documents ?? []) {
      const text = texts.find(({ id }) => id === one.documentId)?.text ?? "";
      const found = placesIn(one).map(({ start, end }) => text.slice(start, end));
      expect(new Set(found)).toEqual(new Set(["The rebels"]));
      expect(placesIn(one).filter(({ voice }) => voice === "quoted").length).toBe(7);
    }
    const plundered = places.find(({ label }) => label === "plundered");
    for (const one of plundered?.documents ?? []) {
      const text = texts.find(({ id }) => id === one.documentId)?.text ?? "";
      for (const { start, end, voice } of placesIn(one))
        expect([text.slice(start, end), voice]).toEqual(["plundered", "own"]);
    }
    expect(plundered?.documents.length).toBe(3);
  });
});

const ownOf = ({ contrasts }: Wording) =>
  contrasts.find(({ voice }) => voice === "own") as Contrast;

describe("words that one side uses more", () => {
  test("the planted word, with counts, interval and passages", async () => {
    const contrast = ownOf(await wordingOf(planted("plundered")));
    expect(contrast.sides).toEqual(["east", "west"]);
    const [first] = contrast.words;
    expect(first).toMatchObject({
      word: "plundered",
      uses: [
        { count: 9, documents: 3, sources: 2 },
        { count: 0, documents: 0, sources: 0 },
      ],
    });
    expect(first?.low).toBeGreaterThan(0);
    expect(first?.uses[0].evidence.map(({ text }) => text)).toEqual(Array(3).fill("plundered"));
    // What both write alike does not stand apart.
    expect(contrast.words.map(({ word }) => word)).not.toContain("harbour");
  });

  test.each([
    ["a text of their own", "east-a/1"],
    ["a text of a third party", "wire"],
  ])("%s that a side prints again and again counts once", async (_, origin) => {
    const told = await wordingOf(planted("plundered"), undefined, (id) =>
      id.startsWith("east") && id !== origin ? origin : null,
    );
    expect(ownOf(told)?.words.map(({ word }) => word) ?? []).not.toContain("plundered");
    const both = await wordingOf(planted("plundered"), undefined, () => null);
    expect(ownOf(both).words.map(({ word }) => word)).toContain("plundered");
  });

  test("sides exchanged, signs exchanged", async () => {
    const contrast = ownOf(await wordingOf(planted("plundered")));
    const turned = ownOf(await wordingOf(planted("plundered", ["west", "east"])));
    const word = (one: Contrast) => one.words.find((each) => each.word === "plundered");
    expect(word(turned)?.logOdds).toBe(-(word(contrast)?.logOdds ?? 0));
    expect(word(turned)?.low).toBe(-(word(contrast)?.high ?? 0));
  });

  test.each([
    ["too few uses", planted("plundered", ["east", "west"], 1)],
    [
      "one document alone",
      [
        ...planted("mended"),
        {
          id: "east-c/1",
          side: "east",
          text: `${filler} ${"They plundered the nets. ".repeat(12)}`,
        },
      ],
    ],
    [
      "no side that the user declared",
      planted("plundered").map((text) => ({ ...text, side: null })),
    ],
  ])("%s: not told", async (_, texts) => {
    const { contrasts } = await wordingOf(texts);
    expect(contrasts.flatMap(({ words }) => words.map(({ word }) => word))).not.toContain(
      "plundered",
    );
  });

  test("a quoted word is not the writer's", async () => {
    const texts = planted("mended").map((text) => ({
      ...text,
      text: `${text.text} ${text.side === "east" ? "“They plundered, plundered and plundered it all,” said Ada Oro." : "“They kept it all,” said Ada Oro."}`,
    }));
    const { contrasts } = await wordingOf(texts);
    const told = contrasts.map(({ voice, words }) => [
      voice,
      words.some(({ word }) => word === "plundered"),
    ]);
    expect(told).toEqual([
      ["own", false],
      ["others", true],
    ]);
  });

  test("names are not told", async () => {
    const texts = planted("mended").map((text) => ({
      ...text,
      text: `${text.text} ${text.side === "east" ? "Ada Oro came. Ada Oro left. Ada Oro slept." : ""}`,
    }));
    expect(ownOf(await wordingOf(texts)).words.map(({ word }) => word)).toEqual([]);
  });
});

describe("log-odds with an informative prior", () => {
  const counts = fc.record({
    count: fc.integer({ min: 0, max: 400 }),
    dispersion: fc.double({ min: 1, max: 9, noNaN: true }),
  });
  const words = fc.integer({ min: 1000, max: 1_000_000 });
  const share = fc.double({ min: 1e-6, max: 0.05, noNaN: true });

  test("exchanging the sides exchanges the signs, and the interval holds the value", () => {
    fc.assert(
      fc.property(counts, words, counts, words, share, (a, wordsA, b, wordsB, part) => {
        const one = logOddsOf(a, wordsA, b, wordsB, part);
        const other = logOddsOf(b, wordsB, a, wordsA, part);
        expect(one.logOdds).toBeCloseTo(-other.logOdds, 8);
        expect(one.low).toBeCloseTo(-other.high, 8);
        expect(one.low).toBeLessThan(one.logOdds);
        expect(one.high).toBeGreaterThan(one.logOdds);
      }),
    );
  });

  test("more of the same is surer, and uneven use is less sure", () => {
    const even = { count: 20, dispersion: 1 };
    const none = { count: 5, dispersion: 1 };
    const width = (one: { low: number; high: number }) => one.high - one.low;
    const base = width(logOddsOf(even, 10_000, none, 10_000, 0.001));
    const more = width(
      logOddsOf({ ...even, count: 80 }, 40_000, { ...none, count: 20 }, 40_000, 0.001),
    );
    const uneven = width(logOddsOf({ ...even, dispersion: 6 }, 10_000, none, 10_000, 0.001));
    expect(more).toBeLessThan(base);
    expect(uneven).toBeGreaterThan(base);
  });
});

describe("across two cases", () => {
  const use = (sourceId: string, own: number): LabelUse => ({
    sourceId,
    own,
    quoted: 0,
    attributed: 0,
    scare: 0,
    negated: 0,
    documents: 1,
    evidence: [{ documentId: sourceId, start: 0, end: 1, text: "x" }],
  });
  const row = (concept: string, labels: Record<string, LabelUse[]>): WordingRow => ({
    id: concept,
    concept,
    origin: "pack",
    pack: "territory",
    labels: Object.entries(labels).map(([label, uses]) => ({ label, uses })),
    totals: [],
    rule: "pack",
  });
  const north = {
    sources: [
      { id: "post", name: "The Post", aliases: [] },
      { id: "wire", name: "Wire", aliases: ["The Wire"] },
    ],
    rows: [row("control", { occupied: [use("post", 3), use("wire", 1)], held: [use("wire", 2)] })],
  };
  const south = {
    sources: [
      { id: "p", name: "the post", aliases: [] },
      { id: "w", name: "The Wire", aliases: [] },
      { id: "x", name: "Other", aliases: [] },
    ],
    rows: [row("control", { disputed: [use("p", 2), use("x", 9)] }), row("other", {})],
  };

  test("one source, one concept, two words", () => {
    const [one, ...rest] = acrossCases(north, south);
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ concept: "control", source: "The Post" });
    expect(one?.here.map(({ label }) => label)).toEqual(["occupied"]);
    expect(one?.there.map(({ label }) => label)).toEqual(["disputed"]);
  });

  test("cases exchanged, answers exchanged", () => {
    const turned = acrossCases(south, north);
    expect(turned.map(({ here, there }) => [there, here])).toEqual(
      acrossCases(north, south).map(({ here, there }) => [here, there]),
    );
  });
});
