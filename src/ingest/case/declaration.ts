import { parseDocument } from "yaml";
import { z } from "zod";
import type { Edit, Value } from "./edit.ts";
import { type CaseFile, caseSchema } from "./schema.ts";

const longest = { text: 2000, entries: 5000 } as const;
const text = z
  .string()
  .max(longest.text)
  .transform((one) => one.trim());
const texts = z
  .array(text)
  .max(longest.entries)
  .transform((all) => [...new Set(all.filter((one) => one !== ""))]);
/** The id under which it stands in the file; null where it is new. */
const was = text.nullable();

/** What the forms of the workbench declare of a case. An empty text is none; ids are told apart by `was`. */
export const declarationSchema = z.object({
  title: text,
  language: text,
  sides: z.array(z.object({ id: text, was, name: text })).max(longest.entries),
  sources: z
    .array(
      z.object({ id: text, was, name: text, kind: text, side: text, files: texts, aliases: texts }),
    )
    .max(longest.entries),
  actors: z
    .array(z.object({ id: text, was, names: texts, kind: text, side: text }))
    .max(longest.entries),
  packs: texts,
  checklist: texts,
});

export type Declaration = z.output<typeof declarationSchema>;

/** What a case file declares, as far as the forms show it. */
export function declarationOf(value: CaseFile): Declaration {
  return {
    title: value.title ?? "",
    language: value.language ?? "",
    sides: Object.entries(value.sides ?? {}).map(([id, name]) => ({
      id,
      was: id,
      name: name ?? "",
    })),
    sources: Object.entries(value.sources ?? {}).map(([id, one]) => ({
      ...{ id, was: id, name: one.name ?? "", kind: one.kind ?? "", side: one.side ?? "" },
      ...{ files: one.files ?? [], aliases: one.aliases ?? [] },
    })),
    actors: Object.entries(value.actors ?? {}).map(([id, one]) => ({
      ...{ id, was: id, names: one.names ?? [], kind: one.kind ?? "", side: one.side ?? "" },
    })),
    packs: value.packs ?? [],
    checklist: value.checklist ?? [],
  };
}

/** What is to be changed in a case file that declares `before` so that it declares `after`. */
export function editsOf(before: Declaration, after: Declaration): Edit[] {
  return [
    ...fieldEdits([], "title", before.title, after.title),
    ...fieldEdits([], "language", before.language, after.language),
    ...sideEdits(before, after),
    ...groupEdits("sources", before.sources, after.sources),
    ...groupEdits("actors", before.actors, after.actors),
    ...fieldEdits([], "packs", before.packs, after.packs),
    ...fieldEdits([], "checklist", before.checklist, after.checklist),
  ];
}

type Entry = {
  readonly id: string;
  readonly was: string | null;
  readonly [field: string]: string | null | readonly string[];
};

function sideEdits(before: Declaration, after: Declaration): Edit[] {
  const edits = entryEdits("sides", before.sides, after.sides, ({ name, id }) =>
    String(name || id),
  );
  const known = new Map(before.sides.map(({ id, name }) => [id, name]));
  return [
    ...edits,
    ...after.sides.flatMap(({ id, was, name }): Edit[] =>
      was === null || !known.has(was) || known.get(was) === name
        ? []
        : [{ set: ["sides", id], to: name || id }],
    ),
  ];
}

function groupEdits(
  group: "sources" | "actors",
  before: readonly Entry[],
  after: readonly Entry[],
): Edit[] {
  const known = new Map(before.map((entry) => [entry.id, entry]));
  return [
    ...entryEdits(group, before, after, yamlOf),
    ...after.flatMap((entry) => {
      const old = entry.was === null ? undefined : known.get(entry.was);
      if (!old) return [];
      return Object.keys(entry)
        .filter((field) => field !== "id" && field !== "was")
        .flatMap((field) =>
          fieldEdits([group, entry.id], field, old[field] as Field, entry[field] as Field),
        );
    }),
  ];
}

/** Entries that go, are called otherwise, or come. */
function entryEdits(
  group: string,
  before: readonly Entry[],
  after: readonly Entry[],
  yamlOf: (entry: Entry) => Value,
): Edit[] {
  const stays = new Set(after.flatMap(({ was }) => (was === null ? [] : [was])));
  const known = new Set(before.map(({ id }) => id));
  const comes = after.filter(({ was }) => was === null || !known.has(was));
  if (before.length === 0)
    return comes.length === 0
      ? []
      : [{ set: [group], to: Object.fromEntries(comes.map((one) => [one.id, yamlOf(one)])) }];
  const renamed = after.flatMap(({ id, was }) =>
    was !== null && known.has(was) && was !== id ? [{ id, was }] : [],
  );
  // Two that change places must not meet on the way.
  const aside = (was: string) => `${was}.was`;
  return [
    ...before.flatMap(({ id }): Edit[] => (stays.has(id) ? [] : [{ remove: [group, id] }])),
    ...renamed.map(({ was }): Edit => ({ rename: [group, was], to: aside(was) })),
    ...renamed.map(({ id, was }): Edit => ({ rename: [group, aside(was)], to: id })),
    ...comes.map((one): Edit => ({ set: [group, one.id], to: yamlOf(one) })),
  ];
}

type Field = string | readonly string[];

function fieldEdits(at: readonly string[], field: string, before: Field, after: Field): Edit[] {
  if (JSON.stringify(before) === JSON.stringify(after)) return [];
  return after.length === 0
    ? [{ remove: [...at, field] }]
    : [{ set: [...at, field], to: after as Value }];
}

function yamlOf({ id: _, was: __, ...fields }: Entry): Value {
  const filled = Object.entries(fields).filter(([, value]) => value !== null && value.length > 0);
  return Object.fromEntries(filled) as Value;
}

/** What is wrong with a case file, and at which field; the path as the file is built. */
export type FieldProblem = { readonly path: readonly string[]; readonly message: string };

/** Everything in a text of a case file that the schema refuses. Its syntax must be right. */
export function fieldProblems(text: string, after: Declaration): FieldProblem[] {
  const doubled = (["sides", "sources", "actors"] as const).flatMap((group) =>
    after[group].flatMap(({ id }, index, all) => {
      if (id === "") return [{ path: [group, ""], message: "must have an id" }];
      const isFirst = all.findIndex((one) => one.id === id) === index;
      return isFirst ? [] : [{ path: [group, id], message: `the id "${id}" is given twice` }];
    }),
  );
  if (doubled.length > 0) return doubled;
  const result = caseSchema.safeParse(parseDocument(text).toJS());
  return (result.error?.issues ?? []).map((issue) => ({
    path: issue.path.map(String),
    message:
      issue.code === "invalid_key" ? (issue.issues[0]?.message ?? issue.message) : issue.message,
  }));
}
