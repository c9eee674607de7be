import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { loadPacks, parsePack } from "./pack.ts";

const good = `pack: boats
about: Words for boats.
sources:
  oed: Oxford English Dictionary
concepts:
  - concept: the boat
    labels:
      - { label: wreck, loadedFor: the union, source: oed }
      - { label: vessel, note: plain, source: Lloyd's Register }
`;

test("a pack is read with its sources written out", () => {
  expect(parsePack(good, "boats.yaml")).toEqual({
    pack: "boats",
    about: "Words for boats.",
    concepts: [
      {
        concept: "the boat",
        about: null,
        labels: [
          {
            label: "wreck",
            forms: [],
            except: [],
            loadedFor: "the union",
            note: null,
            source: "Oxford English Dictionary",
          },
          {
            label: "vessel",
            forms: [],
            except: [],
            loadedFor: null,
            note: "plain",
            source: "Lloyd's Register",
          },
        ],
      },
    ],
  });
});

describe("a bad pack says where and what to do", () => {
  test.each<[string, string, string, number, RegExp]>([
    ["a missing source", ", source: oed }", " }", 8, /source/],
    [
      "an unknown source",
      "source: oed }",
      "source: oxf }",
      8,
      /unknown source "oxf" \(name one of sources: oed/,
    ],
    ["neither note nor loadedFor", "loadedFor: the union, ", "", 8, /give loadedFor or note/],
    ["an unknown key", "note: plain", "notes: plain", 9, /unknown key "notes"/],
    [
      "one label only",
      "      - { label: vessel, note: plain, source: Lloyd's Register }\n",
      "",
      7,
      /at least two labels/,
    ],
    ["a name that is no file name", "pack: boats", "pack: Boats!", 1, /lower-case/],
    ["broken YAML", "labels:", "labels: [", 7, /not valid YAML/],
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
  expect(packs.has("conflict")).toBe(true);
  expect(structuredClone(packs)).toEqual(packs);
});
