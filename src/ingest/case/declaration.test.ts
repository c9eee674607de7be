import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Declaration, declarationOf, editsOf, fieldProblems } from "./declaration.ts";
import { editYaml } from "./edit.ts";
import { type CaseFile, caseSchema } from "./schema.ts";

const file = `# The weir
title: The weir
sides:
  upland: The office # those upstream
  delta: The towns
sources:
  herald: { name: The Herald, side: upland, files: "herald/*", hosts: herald.example } # a paper
  courier:
    name: The Courier # later
    side: delta
checklist:
  - The gates were opened.
`;
const read = (text: string) => caseSchema.parse(parse(text)) as CaseFile;
const before = declarationOf(read(file));
const [herald, courier] = before.sources;
if (!herald || !courier) throw new Error("the test has two sources");

/** The file once these are declared; what came out must declare just that. */
function changed(after: Partial<Declaration>): string {
  const whole = { ...before, ...after };
  const text = editYaml(file, editsOf(before, whole));
  const ofFile = declarationOf(read(text));
  const bare = <T extends { was: string | null }>(all: readonly T[]) =>
    all.map((one) => ({ ...one, was: "" }));
  for (const group of ["sides", "sources", "actors"] as const)
    expect(bare<{ was: string | null }>(ofFile[group])).toEqual(
      bare<{ was: string | null }>(whole[group]),
    );
  return text;
}

test("nothing changed is nothing written", () => {
  expect(changed({})).toBe(file);
});

test("a source changes sides", () => {
  expect(changed({ sources: [herald, { ...courier, side: "upland" }] })).toBe(
    file.replace("    side: delta", "    side: upland"),
  );
});

test("a side is called otherwise, and its sources with it", () => {
  const [upland, delta] = before.sides;
  if (!upland || !delta) throw new Error("the test has two sides");
  expect(
    changed({
      sides: [{ ...upland, id: "office" }, delta],
      sources: [{ ...herald, side: "office" }, courier],
    }),
  ).toBe(file.replace("  upland:", "  office:").replace("side: upland,", "side: office,"));
});

test("two sides change their ids", () => {
  const [upland, delta] = before.sides;
  if (!upland || !delta) throw new Error("the test has two sides");
  expect(
    changed({
      sides: [
        { ...upland, id: "delta" },
        { ...delta, id: "upland" },
      ],
    }),
  ).toContain("  delta: The office # those upstream\n  upland: The towns\n");
});

test("a source comes, another goes; what the forms do not show stays", () => {
  const wire = {
    id: "wire",
    was: null,
    name: "Wire",
    kind: "",
    side: "",
    files: [],
    aliases: ["W"],
  };
  const text = changed({ sources: [herald, wire] });
  expect(text).toContain(
    "hosts: herald.example } # a paper\n  wire: { name: Wire, aliases: [W] }\n",
  );
  expect(text).not.toContain("The Courier");
});

test("a side is taken from a source, a name from an actor, the last statement from the list", () => {
  const text = changed({ sources: [{ ...herald, side: "" }, courier], checklist: [] });
  expect(text).toContain("{ name: The Herald, ");
  expect(text).not.toContain("The gates");
});

test("an actor where there was none", () => {
  const actors = [{ id: "office", was: null, names: ["Water Office"], kind: "", side: "upland" }];
  expect(changed({ actors })).toBe(
    `${file}\nactors:\n  office:\n    names: [Water Office]\n    side: upland\n`,
  );
});

test.each<[string, Partial<Declaration>, readonly string[], string]>([
  [
    "no such side",
    { sources: [{ ...herald, side: "delt" }] },
    ["sources", "herald", "side"],
    "delta",
  ],
  ["no id", { sides: [{ id: "", was: null, name: "A" }] }, ["sides", ""], "must have an id"],
  [
    "an id twice",
    { sources: [herald, { ...courier, id: "herald" }] },
    ["sources", "herald"],
    "given twice",
  ],
  [
    "an id with signs",
    { sources: [{ ...herald, id: "the herald" }] },
    ["sources", "the herald"],
    "letters",
  ],
  ["a language", { language: "english" }, ["language"], "two-letter"],
])("%s is said at its field", (_name, after, path, message) => {
  const whole = { ...before, ...after };
  const found = fieldProblems(editYaml(file, editsOf(before, whole)), whole);
  expect(found.map((one) => one.path)).toContainEqual(path);
  expect(found.find((one) => one.path.join() === path.join())?.message).toContain(message);
});

test("the file of the example is read and written back as it is", () => {
  const example = readFileSync("examples/brenna-strait/case.yaml", "utf8");
  const declared = declarationOf(read(example));
  expect(editYaml(example, editsOf(declared, declared))).toBe(example);
  const other = { ...declared, checklist: [...declared.checklist, "Nobody was warned."] };
  expect(editYaml(example, editsOf(declared, other))).toBe(`${example}  - Nobody was warned.\n`);
});
