import fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { type Edit, editYaml } from "./edit.ts";

/** Comments everywhere, columns that stand in line, keys that Parallax does not know, all quotes. */
const written = `# The release at the weir.
title: 'The release'   # as the papers call it

sides:
  # those upstream
  upland:   The Upland office   # the office
  delta:    "The Delta towns"

x-notes: { kept: yes }   # of another tool
sources:
  herald:        # since May
    name: The Herald
    files: "herald/*.html"   # pages only
    side: upland

  # the courier came later
  courier: { name: The Courier, side: delta,   aliases: [Courier] }   # one line

actors:
  office: { names: [Water Office, the Office], side: upland }
checklist:
  # asked by the desk
  - The gates were opened at noon.   # noon
  - "No warning was given."
  # the end
`;

test.each<[string, Edit, string, string]>([
  ["a value", { set: ["title"], to: "The flood" }, "'The release'", "'The flood'"],
  [
    "a value in its line",
    { set: ["sources", "courier", "side"], to: "upland" },
    "side: delta,  ",
    "side: upland,  ",
  ],
  [
    "a value with signs",
    { set: ["sources", "herald", "name"], to: "Herald: the paper" },
    "name: The Herald\n",
    'name: "Herald: the paper"\n',
  ],
  [
    "a list",
    { set: ["actors", "office", "names"], to: ["Office"] },
    "[Water Office, the Office]",
    "[Office]",
  ],
  [
    "a statement",
    { set: ["checklist", 1], to: "Two died." },
    '"No warning was given."',
    '"Two died."',
  ],
  [
    "one more statement",
    { set: ["checklist", 2], to: "Two died." },
    'given."\n',
    'given."\n  - Two died.\n',
  ],
  [
    "one statement less",
    { remove: ["checklist", 0] },
    "  - The gates were opened at noon.   # noon\n",
    "",
  ],
  [
    "a source gone, the comment after it stays",
    { remove: ["sources", "herald"] },
    '  herald:        # since May\n    name: The Herald\n    files: "herald/*.html"   # pages only\n    side: upland\n',
    "",
  ],
  [
    "one more source, as its neighbour is written",
    { set: ["sources", "wire"], to: { name: "Wire", side: "delta" } },
    "# one line\n",
    "# one line\n  wire: { name: Wire, side: delta }\n",
  ],
  [
    "one more side",
    { set: ["sides", "sea"], to: "The sea" },
    'towns"\n',
    'towns"\n  sea: The sea\n',
  ],
  [
    "one more key in a block",
    { set: ["sources", "herald", "kind"], to: "media" },
    "    side: upland\n",
    "    side: upland\n    kind: media\n",
  ],
  [
    "one more key in a line",
    { set: ["sources", "courier", "kind"], to: "media" },
    "[Courier] }",
    "[Courier], kind: media }",
  ],
  [
    "another id",
    { rename: ["sources", "herald"], to: "the-herald" },
    "  herald: ",
    "  the-herald: ",
  ],
])("%s: the rest stays byte for byte", (_name, edit, before, after) => {
  expect(written.split(before)).toHaveLength(2);
  expect(editYaml(written, [edit])).toBe(written.replace(before, () => after));
});

test("a key that was not there comes last", () => {
  expect(editYaml(written, [{ set: ["packs"], to: ["conflict"] }])).toBe(
    `${written}\npacks:\n  - conflict\n`,
  );
});

test("a file is made where there is none", () => {
  const made = editYaml("", [
    { set: ["title"], to: "The flood" },
    { set: ["sides"], to: { delta: "The towns" } },
    { set: ["sources"], to: { wire: { name: "Wire", files: ["wire/*"], side: "delta" } } },
  ]);
  expect(made).toBe(
    `title: The flood

sides:
  delta: The towns

sources:
  wire:
    name: Wire
    files: [ "wire/*" ]
    side: delta
`.replace('[ "wire/*" ]', "[wire/*]"),
  );
});

test.each([
  ["an alias", "a: &x { name: One }\nb: *x\n", { set: ["b", "name"], to: "Two" } as Edit],
  [
    "an empty value",
    "# top\nsources:\nsides: # none yet\n",
    { set: ["sides"], to: { a: "A" } } as Edit,
  ],
  [
    "under what is empty",
    "sources: # none yet\n",
    { set: ["sources", "wire"], to: { name: "Wire" } } as Edit,
  ],
  ["the last entry", "sides:\n  a: A # one\n", { remove: ["sides", "a"] } as Edit],
])("%s: written anew, right in what it says", (_name, text, edit) => {
  const wanted = editYaml(text, [edit]);
  const value = parse(wanted) as Record<string, unknown>;
  if ("set" in edit) expect(JSON.stringify(value)).toContain(JSON.stringify(edit.to));
  else expect(value).toEqual({ sides: {} });
});

test("whatever is written is read again as it was meant, and comments stay", () => {
  const comments = written.match(/#.*/g) ?? [];
  fc.assert(
    fc.property(fc.string({ unit: "grapheme", minLength: 1, maxLength: 60 }), (to) => {
      const result = editYaml(written, [
        { set: ["title"], to },
        { set: ["sources", "courier", "name"], to },
        { set: ["checklist", 0], to },
        { set: ["actors", "office", "names"], to: [to, "b"] },
      ]);
      const value = parse(result) as typeof written & Record<string, never>;
      expect(value).toMatchObject({
        title: to,
        sources: { courier: { name: to } },
        actors: { office: { names: [to, "b"] } },
      });
      for (const comment of comments) expect(result).toContain(comment.trimEnd());
    }),
  );
});
