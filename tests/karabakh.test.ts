import { cpSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { cellsOf } from "../src/compare/claims/cells.ts";
import { type Findings, questions } from "../src/compare/findings.ts";
import { declaredCase } from "../src/ingest/case/assign.ts";
import { loadCaseFileAt } from "../src/ingest/case/load.ts";
import { loadPack } from "../src/lexicon/pack.ts";
import { type AnalyzedCase, allFindings, analyzeCase } from "../src/pipeline/analyze.ts";
import { folderOf, parallax } from "./run.ts";
import { inOrder } from "./support/projection.ts";
import { parallelsOf } from "./support/swap.ts";

const folder = "examples/karabakh-2020";
const caseFile = join(folder, "case.yaml");
const seeds = "../shared/seeds";

/** Where a user would put the five texts, by the first three digits of their names. */
const places: Readonly<Record<string, string>> = {
  "000": "trt-world/2020-10-21",
  "001": "Sputnik/2020-10-12",
  "002": "voices-azerbaijan/2020-10-20",
  "003": "voices-armenia/2020-10-20",
  "004": "voices-other/2021-02-24",
};

/** Plain sentences of record, as two sides would name the places in them. */
const own = {
  "armenpress/2020-10-05.txt":
    "Shells hit Stepanakert and Shushi on 4 October, the ministry said.\n",
  "www.azertag.az/2020-10-05.txt":
    "Shells hit Khankendi and Shusha on 4 October, the ministry said.\n",
  "saved/page.html":
    '<html lang="en"><head><title>Talks</title><link rel="canonical" href="https://www.osce.org/chairmanship/1"></head><body><article><h1>Talks</h1><p>The Minsk Group met in Geneva on 30 October 2020. It asked Armenia and Azerbaijan for a ceasefire, and both foreign ministers agreed to talk again.</p></article></body></html>',
  "elsewhere.txt": "A reader wrote that nobody had asked her.\n",
};

describe("the case is even", () => {
  test("sources and actors of the sides stand in pairs with as many names", async () => {
    const declared = declaredCase(await loadCaseFileAt(caseFile), "");
    const parallels = parallelsOf(declared);
    expect(parallels.filter(({ kind }) => kind === "source").length).toBeGreaterThan(30);
    expect(parallels.filter(({ kind }) => kind === "actor").length).toBeGreaterThan(20);
  });

  test("no name stands for two", async () => {
    const { sources, actors } = declaredCase(await loadCaseFileAt(caseFile), "");
    const names = [
      ...sources.flatMap(({ name, aliases }) => [name, ...aliases]),
      ...actors.flatMap(({ names }) => names),
    ];
    expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  });

  test("the checklist asks of both sides what it asks of one", async () => {
    const { checklist } = declaredCase(await loadCaseFileAt(caseFile), "");
    expect(checklist.length).toBeGreaterThanOrEqual(30);
    expect(new Set(checklist).size).toBe(checklist.length);
    const count = (name: RegExp) => checklist.filter((line) => name.test(line)).length;
    expect(Math.abs(count(/^Armenian?s? /) - count(/^Azerbaijani?s? /))).toBeLessThanOrEqual(1);
  });

  test("every concept of the pack has as many words of one side as of the other, and plain ones", () => {
    const { concepts } = loadPack(join(folder, "karabakh.yaml"));
    for (const { concept, labels } of concepts) {
      const of = (side: string | null) => labels.filter(({ loadedFor }) => loadedFor === side);
      expect({
        concept,
        armenian: of("the Armenian side").length,
        azerbaijani: of("the Azerbaijani side").length,
        of: labels.length,
      }).toEqual({
        concept,
        armenian: expect.any(Number),
        azerbaijani: of("the Armenian side").length,
        of: of("the Armenian side").length * 2 + of(null).length,
      });
      expect(of(null).length).toBeGreaterThan(0);
      for (const { note, source } of labels) {
        expect(note).toMatch(/\S/);
        expect(source).toMatch(/\s/);
      }
    }
  });

  test("and nearly as many ways to write them", () => {
    const written = (side: string) =>
      loadPack(join(folder, "karabakh.yaml"))
        .concepts.flatMap(({ labels }) => labels)
        .filter(({ loadedFor }) => loadedFor === side)
        .reduce((sum, { forms }) => sum + 1 + forms.length, 0);
    const [armenian, azerbaijani] = [written("the Armenian side"), written("the Azerbaijani side")];
    expect(Math.abs(armenian - azerbaijani)).toBeLessThan(0.05 * armenian);
  });

  test("its README counts right", async () => {
    const { sources, actors, checklist } = declaredCase(await loadCaseFileAt(caseFile), "");
    const { concepts } = loadPack(join(folder, "karabakh.yaml"));
    const labels = concepts.flatMap((one) => one.labels);
    const at = (side: string) => labels.filter(({ loadedFor }) => loadedFor === side).length;
    const of = (list: readonly { readonly side: string | null }[]) =>
      list.filter(({ side }) => side === "armenia").length;
    const readme = readFileSync(join(folder, "README.md"), "utf8");
    expect(readme).toContain(`${of(sources)} sources and ${of(actors)} actors`);
    expect(readme).toContain(`${checklist.length} statements.`);
    expect(readme).toContain(`${concepts.length} concepts with ${labels.length} labels`);
    expect(readme).toContain(`${at("the Armenian side")} at home with the Armenian side`);
    expect(readme).toContain(`${at("the Azerbaijani side")} with the Azerbaijani side`);
  });

  test("its pack is listed, and shown by name", async () => {
    expect((await parallax(["packs"])).out).toContain(`${folder}/karabakh.yaml`);
    expect((await parallax(["packs", "karabakh"])).out).toContain("the Armenian side");
  });
});

describe("on texts of one's own", () => {
  let copy: ReturnType<typeof folderOf>;
  let analyzed: AnalyzedCase;
  let findings: Findings;
  beforeAll(async () => {
    copy = folderOf(own);
    analyzed = await analyzeCase(copy.path, { environment: {}, caseFile });
    findings = await allFindings(analyzed.store);
  });
  afterAll(() => {
    analyzed?.close();
    copy?.remove();
  });

  test.each([
    ["armenpress/2020-10-05.txt", "armenpress", "armenia"],
    ["www.azertag.az/2020-10-05.txt", "azertac", "azerbaijan"],
    ["saved/page.html", "osce", null],
    ["elsewhere.txt", "elsewhere.txt", null],
  ])("%s is of %s", (file, sourceId, side) => {
    expect(analyzed.documents.find((card) => card.file === file)).toMatchObject({ sourceId, side });
  });

  test("what is of no source is said, and patterns that match nothing are not", () => {
    expect(analyzed.problems.map(({ message }) => message)).toEqual([
      expect.stringMatching(/^1 of 4 documents .*: elsewhere\.txt$/),
    ]);
  });

  test("both names of a place are one in comparison", () => {
    const shelling = findings.claims.find(({ statement }) => statement.startsWith("Shells hit"));
    expect(shelling?.documents).toBe(2);
  });

  test("and two in wording", () => {
    const row = findings.wording.rows.find(({ concept }) => concept === "name of the main town");
    expect(row?.labels.map(({ label }) => label).sort()).toEqual(["Khankendi", "Stepanakert"]);
  });

  test("the command line takes the case file", async () => {
    analyzed.close();
    const { out, err, code } = await parallax(["analyze", copy.path, "--case-file", caseFile]);
    expect({ code, out }).toEqual({ code: 0, out: expect.stringContaining("Nagorno-Karabakh") });
    expect(err).toContain("elsewhere.txt");
    writeFileSync(join(copy.path, "case.yaml"), "title: Another\n");
    const two = await parallax(["analyze", copy.path, "--case-file", caseFile]);
    expect(two.out).toContain("Nagorno-Karabakh");
    expect(two.err).toContain(
      `case.yaml: a second case file: ${caseFile} is used, this one is not`,
    );
    const missing = await parallax(["analyze", copy.path, "--case-file", "nowhere.yaml"]);
    expect(missing.err).toContain("nowhere.yaml: no such case file (check the path)");
  });
});

if (!existsSync(seeds)) console.warn(`tests on ${seeds} skipped: it is not there`);

describe.skipIf(!existsSync(seeds))("on the five texts", () => {
  let copy: ReturnType<typeof folderOf>;
  let analyzed: AnalyzedCase;
  let findings: Findings;
  beforeAll(async () => {
    const files = readdirSync(seeds).filter((file) => file.endsWith(".txt"));
    copy = folderOf(
      Object.fromEntries(
        files.map((file) => [
          `${places[file.slice(0, 3)]}-${file.slice(0, 3)}.txt`,
          readFileSync(join(seeds, file), "utf8"),
        ]),
      ),
    );
    analyzed = await analyzeCase(copy.path, { environment: {}, caseFile });
    findings = await allFindings(analyzed.store);
    analyzed.close();
  });
  afterAll(() => copy?.remove());

  const stancesIn = (digits: string) =>
    findings.claims
      .filter(({ origin }) => origin === "checklist")
      .flatMap((claim) =>
        cellsOf(claim, analyzed.documents)
          .filter(({ documentId }) => documentId.endsWith(`${digits}.txt`))
          .map(({ stance }) => ({ statement: claim.statement, stance })),
      );

  test("every text has its source, and three of five have a side", () => {
    expect(analyzed.problems).toEqual([]);
    expect(
      analyzed.documents
        .map(({ file, sourceId, side }) => [file.slice(-7, -4), sourceId, side])
        .sort(),
    ).toEqual([
      ["000", "trt-world", "azerbaijan"],
      ["001", "sputnik", null],
      ["002", "voices-azerbaijan", "azerbaijan"],
      ["003", "voices-armenia", "armenia"],
      ["004", "voices-other", null],
    ]);
  });

  test.each(["000", "001", "002", "003", "004"])("the checklist is answered for %s", (digits) => {
    const stances = stancesIn(digits);
    expect(stances).toHaveLength(analyzed.case.checklist.length);
    const told = stances.filter(({ stance }) => stance !== "silent" && stance !== "unknown");
    expect(told.length).toBeGreaterThanOrEqual(5);
  });

  test.each([
    ["000", "Nagorno-Karabakh is part of Azerbaijan under international law.", "asserts"],
    ["000", "Armenia violated the ceasefire.", "asserts"],
    ["001", "Turkey sent fighters from Syria to Azerbaijan.", "attributes"],
    ["002", "The Minsk Group has failed.", "asserts"],
    ["003", "Turkey sent fighters from Syria to Azerbaijan.", "asserts"],
    ["004", "The killings in Khojaly were a genocide.", "attributes"],
    ["004", "Twitter removed accounts linked to Armenia.", "asserts"],
  ])("%s: %s %s", (digits, statement, stance) => {
    expect(stancesIn(digits).find((one) => one.statement === statement)?.stance).toBe(stance);
  });

  test.each([
    ["name of the territory", "Artsakh", "voices-armenia"],
    ["name of the territory", "Karabakh", "voices-azerbaijan"],
    ["control of the land", "occupied territories", "voices-azerbaijan"],
    ["Khojaly, 1992", "Khojaly genocide", "voices-other"],
    ["Sumgait and Baku, 1988 and 1990", "Sumgait pogrom", "voices-armenia"],
    ["1915", "Armenian genocide", "sputnik"],
    ["fighters from abroad", "mercenaries", "sputnik"],
    ["the vote of 1991", "referendum of 1991", "trt-world"],
    ["removed accounts", "accounts linked to Armenia", "voices-other"],
  ])("of %s, “%s” is found in %s", (concept, label, sourceId) => {
    const row = findings.wording.rows.find((one) => one.concept === concept);
    const uses = row?.labels.find((one) => one.label === label)?.uses ?? [];
    expect(uses.map((use) => use.sourceId)).toContain(sourceId);
  });

  test("exchanging the sides exchanges them in every answer, and changes nothing else", async () => {
    const other = join(copy.path, "case.yaml");
    cpSync(join(folder, "karabakh.yaml"), join(copy.path, "karabakh.yaml"));
    writeFileSync(
      other,
      readFileSync(caseFile, "utf8")
        .replace(/side: (armenia|azerbaijan)/g, (_, side) => `side: ${exchanged(side)}`)
        .replace(/^ {2}(armenia|azerbaijan): (?!\{)/gm, (_, side) => `  ${exchanged(side)}: `),
    );
    const again = await analyzeCase(copy.path, { environment: {} });
    const swapped = await allFindings(again.store);
    again.close();
    for (const question of questions)
      expect({ question, answer: plain(swapped[question], true) }).toEqual({
        question,
        answer: plain(findings[question], false),
      });
  });
});

function exchanged(side: string): string {
  return side === "armenia" ? "azerbaijan" : side === "azerbaijan" ? "armenia" : side;
}

/** An answer with its sides exchanged or not, without ids made of them, in an order of its own. */
function plain(answer: unknown, exchange: boolean): unknown {
  const json = JSON.stringify(answer, (key, value: unknown) => {
    if (key === "id") return undefined;
    const isSide = /side$/i.test(key) && typeof value === "string";
    return isSide && exchange ? exchanged(value) : value;
  });
  const parsed = JSON.parse(json) as unknown;
  if (Array.isArray(parsed)) return inOrder(parsed);
  return Object.fromEntries(
    Object.entries(parsed as Record<string, unknown>).map(([part, list]) => [
      part,
      Array.isArray(list) ? inOrder(list) : list,
    ]),
  );
}
