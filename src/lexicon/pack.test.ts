import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { choosePacks, loadPacks, packNames, parsePack } from "./pack.ts";

const good = `pack: boats
about: Words for boats.
sources:
  oed: Oxford English Dictionary
concepts:
  - concept: the boat
    labels:
      - { label: wreck, loadedFor: the union, source: oed }
      - { label: pride of the fleet, loadedFor: the owners, not: [film], source: oed }
      - { label: vessel, note: plain, source: Lloyd's Register }
`;

const row = { forms: [], except: [], with: [], not: [], as: null, loadedFor: null, note: null };

test("a pack is read with its sources written out", () => {
  const oed = "Oxford English Dictionary";
  expect(parsePack(good, "boats.yaml")).toEqual({
    pack: "boats",
    about: "Words for boats.",
    group: null,
    concepts: [
      {
        concept: "the boat",
        about: null,
        names: null,
        labels: [
          { ...row, label: "wreck", loadedFor: "the union", source: oed },
          {
            ...row,
            label: "pride of the fleet",
            loadedFor: "the owners",
            not: ["film"],
            source: oed,
          },
          { ...row, label: "vessel", note: "plain", source: "Lloyd's Register" },
        ],
      },
    ],
  });
});

describe("a bad pack says where and what to do", () => {
  test.each<[string, string | RegExp, string, number, RegExp]>([
    [
      "a missing source",
      "the union, source: oed }",
      "the union }",
      8,
      /give the source: a key of sources/,
    ],
    ["an empty source", "the union, source: oed", 'the union, source: ""', 8, /give the source/],
    [
      "an unknown source",
      "the union, source: oed }",
      "the union, source: oxf }",
      8,
      /unknown source "oxf" \(name one of sources: oed/,
    ],
    ["neither note nor loadedFor", "loadedFor: the union, ", "", 8, /give loadedFor or note/],
    [
      "an unknown key",
      "note: plain",
      "notes: plain",
      10,
      /unknown key "notes".*did you mean "note"/,
    ],
    ["one label only", /( {6}- \{ label: (?:vessel|pride).*\n)/g, "", 7, /at least two labels/],
    ["a name that is no file name", "pack: boats", "pack: Boats!", 1, /lower-case/],
    ["broken YAML", "labels:", "labels: [", 7, /not valid YAML/],
    [
      "a part of speech that is none",
      "note: plain",
      "note: plain, as: name",
      10,
      /say noun, verb or adj/,
    ],
    [
      "a phrase among context words",
      "not: [film]",
      "not: [silent film]",
      9,
      /single words.*except/,
    ],
    ["a label without a word", "label: vessel", 'label: "…"', 10, /at least one word/],
    [
      "words of one side only",
      "loadedFor: the owners",
      "note: praise",
      6,
      /all loaded words are those of "the union"/,
    ],
    ["no plain word", "note: plain", "loadedFor: the town", 6, /no word is plain/],
    [
      "a word in two labels",
      "label: vessel",
      "label: vessel, forms: [Wreck]",
      10,
      /"Wreck" is in two labels, "wreck" and "vessel"/,
    ],
    [
      "a concept of nothing",
      /labels:(\n.*)+/,
      "about: it\n",
      6,
      /give labels, or names in their place/,
    ],
    [
      "a frame without NAME",
      /labels:(\n.*)+/,
      "names: { frames: [port of], source: oed }\n",
      7,
      /begins or ends with NAME/,
    ],
  ])("%s", (_, from, to, line, message) => {
    const bad = good.replace(from, to);
    expect(bad).not.toBe(good);
    let error: unknown;
    try {
      parsePack(bad, "boats.yaml");
    } catch (caught) {
      error = caught;
    }
    expect(error).toMatchObject({ name: "InputError", path: "boats.yaml" });
    expect((error as Error).message).toMatch(message);
    expect((error as { line: number }).line).toBeGreaterThanOrEqual(line);
  });

  test("a word in two concepts", () => {
    const twice = `${good}  - concept: the loss\n    labels:\n      - { label: wreck, note: a, source: oed }\n      - { label: sink, note: b, source: oed }\n`;
    expect(() => parsePack(twice, "boats.yaml")).toThrow(/"wreck" is in two concepts/);
  });
});

test("all packs of the project load, can be sent to a worker, and are named like their files", () => {
  const packs = loadPacks(fileURLToPath(new URL("../../lexicons", import.meta.url)), "en");
  expect([...packs.keys()]).toEqual(
    expect.arrayContaining([
      ...["territory", "displacement", "killings", "combatants", "governments"],
      ...["protest", "migration", "hostilities", "elections"],
    ]),
  );
  expect(structuredClone(packs)).toEqual(packs);
});

test("packs are chosen by name, by group and by file, each once; all where none is named", () => {
  const one = (pack: string, group: string | null) =>
    [pack, { pack, group, about: "", concepts: [] }] as const;
  const packs = new Map([one("ships", "sea"), one("tides", "sea"), one("trains", null)]);
  const chosen = (...names: string[]) => choosePacks(packs, names).map(({ pack }) => pack);
  expect(chosen()).toEqual(["ships", "tides", "trains"]);
  expect(chosen("tides", "sea")).toEqual(["tides", "ships"]);
  expect(chosen("./own/trains.yaml")).toEqual(["trains"]);
  expect(chosen("planes")).toEqual([]);
  expect(packNames(packs)).toEqual(["ships", "tides", "trains", "sea"]);
});
