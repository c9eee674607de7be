import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { z } from "zod";
import { InputError } from "../document/errors.ts";
import { type Parsed, parseYamlWithPlaces } from "../document/yaml.ts";
import { gap, phraseWords } from "./phrases.ts";

/** One way to name a contested thing. */
export type PackLabel = {
  readonly label: string;
  /** Further written forms; regular inflections need not be listed. "…" stands for 1 to 3 words. */
  readonly forms: readonly string[];
  /** Longer phrases in which the word means something else ("heart attack"). */
  readonly except: readonly string[];
  /** Only where one of these words stands near; empty for no such condition. */
  readonly with: readonly string[];
  /** Only where none of these words stands near. */
  readonly not: readonly string[];
  /** Forms of one word count only as this part of speech; null for any. */
  readonly as: "noun" | "verb" | "adjective" | null;
  /** In whose telling the word is at home; null where every side uses it. */
  readonly loadedFor: string | null;
  readonly note: string | null;
  readonly source: string;
};

/** Phrases around "NAME" that tell a contested name ("occupied NAME", "NAME conflict"). */
export type PackNames = {
  readonly frames: readonly string[];
  /** What stands between two names of one thing ("also known as"). */
  readonly aliases: readonly string[];
  /** Words that are no names or no part of them ("World" war, "Second"). */
  readonly not: readonly string[];
  readonly source: string;
};

/** A contested thing and the words for it. */
export type PackConcept = {
  readonly concept: string;
  readonly about: string | null;
  /** Empty where the labels are the names that the texts themselves give. */
  readonly labels: readonly PackLabel[];
  readonly names: PackNames | null;
};

/** A set of contested things: `lexicons/LANGUAGE/NAME.yaml`, or a file of a case. */
export type Pack = {
  readonly pack: string;
  readonly about: string;
  /** Packs of one group are chosen together by its name. */
  readonly group: string | null;
  readonly concepts: readonly PackConcept[];
};

const text = z.string().trim().min(1, "give some text");
const phrase = text.refine((form) => phraseWords(form).some((word) => word !== gap), {
  error: "give at least one word",
});
const contextWord = text.refine((word) => phraseWords(word).length === 1, {
  error: "give single words (longer phrases belong under except)",
});
const source = z.string("give the source: a key of sources, or a citation written out").trim();
const labelSchema = z
  .strictObject({
    label: phrase,
    forms: z.array(phrase).optional(),
    except: z.array(phrase).optional(),
    with: z.array(contextWord).optional(),
    not: z.array(contextWord).optional(),
    as: z.enum(["noun", "verb", "adjective"], "say noun, verb or adjective").optional(),
    loadedFor: text.optional(),
    note: text.optional(),
    source: source.min(1, "give the source"),
  })
  .refine((row) => row.loadedFor !== undefined || row.note !== undefined, {
    error: "give loadedFor or note (in whose telling the word is at home, or what it says)",
  });
const frame = text.refine(
  (form) => /^(?:NAME (?!.*NAME)\S.*|(?!.*NAME.*NAME)\S.* NAME)$/.test(form),
  {
    error: "give a phrase that begins or ends with NAME (occupied NAME)",
  },
);
const namesSchema = z.strictObject({
  frames: z.array(frame).min(1, "give at least one frame"),
  aliases: z.array(text).optional(),
  not: z.array(contextWord).optional(),
  source: source.min(1, "give the source"),
});
const name = z.string().regex(/^[a-z][a-z0-9-]*$/, "use lower-case letters, digits and hyphens");

/** How a pack is written; `source` is a key of `sources`, or a citation written out. */
export const packSchema = z.strictObject({
  pack: name,
  group: name.optional(),
  about: text,
  sources: z.record(z.string(), text).optional(),
  concepts: z
    .array(
      z
        .strictObject({
          concept: text,
          about: text.optional(),
          labels: z.array(labelSchema).min(2, "give at least two labels to tell apart").optional(),
          names: namesSchema.optional(),
        })
        .refine(({ labels, names }) => (labels === undefined) !== (names === undefined), {
          error: "give labels, or names in their place (and not both)",
        }),
    )
    .min(1, "give at least one concept"),
});

type Written = z.output<typeof packSchema>;
type Rows = readonly z.output<typeof labelSchema>[];

/**
 * Reads a wording pack; `path` is only named in errors.
 * @throws InputError with line, column and mend of the first thing that is wrong.
 */
export function parsePack(yaml: string, path: string): Pack {
  const parsed = parseYamlWithPlaces(yaml, path, packSchema);
  checkForms(parsed, path);
  checkBalance(parsed, path);
  const { value } = parsed;
  const concepts = value.concepts.map(({ concept, about, labels, names }, c) => ({
    concept,
    about: about ?? null,
    names: names
      ? {
          frames: names.frames,
          aliases: names.aliases ?? [],
          not: names.not ?? [],
          source: sourceOf(names, ["concepts", c, "names", "source"], parsed, path),
        }
      : null,
    labels: (labels ?? []).map((row, l) => ({
      label: row.label,
      forms: row.forms ?? [],
      except: row.except ?? [],
      with: row.with ?? [],
      not: row.not ?? [],
      as: row.as ?? null,
      loadedFor: row.loadedFor ?? null,
      note: row.note ?? null,
      source: sourceOf(row, ["concepts", c, "labels", l, "source"], parsed, path),
    })),
  }));
  return { pack: value.pack, about: value.about, group: value.group ?? null, concepts };
}

function sourceOf(
  row: { readonly source: string },
  at: readonly (string | number)[],
  { value, place }: Parsed<Written>,
  path: string,
): string {
  const sources = value.sources ?? {};
  const found = Object.hasOwn(sources, row.source) ? sources[row.source] : undefined;
  if (found !== undefined) return found;
  if (/\s/.test(row.source)) return row.source;
  const known = Object.keys(sources).join(", ") || "there are none";
  throw new InputError(
    `unknown source "${row.source}" (name one of sources: ${known}; or write the citation out)`,
    { path, ...place(at) },
  );
}

/** A form stands once in a pack: else nobody could say which label it counts for. */
function checkForms({ value, place }: Parsed<Written>, path: string): void {
  const first = new Map<string, { readonly concept: string; readonly label: string }>();
  for (const [c, { concept, labels }] of value.concepts.entries())
    for (const [l, { label, forms }] of (labels ?? []).entries())
      for (const [index, form] of [label, ...(forms ?? [])].entries()) {
        const key = phraseWords(form).join(" ");
        const other = first.get(key);
        first.set(key, other ?? { concept, label });
        if (!other || (other.concept === concept && other.label === label && index > 0)) continue;
        const [what, one, two] =
          other.concept === concept
            ? ["labels", other.label, label]
            : ["concepts", other.concept, concept];
        const at = index === 0 ? ["label"] : ["forms", index - 1];
        throw new InputError(
          `"${form}" is in two ${what}, "${one}" and "${two}" (keep it in one)`,
          {
            path,
            ...place(["concepts", c, "labels", l, ...at]),
          },
        );
      }
}

/** A concept with words of one side has words of another and plain ones, so that no side is told alone. */
function checkBalance({ value, place }: Parsed<Written>, path: string): void {
  for (const [c, { concept, labels: written }] of value.concepts.entries()) {
    const labels: Rows = written ?? [];
    const viewpoints = new Set(labels.flatMap(({ loadedFor }) => loadedFor ?? []));
    const [only] = viewpoints;
    if (only === undefined) continue;
    const at = { path, ...place(["concepts", c, "concept"]) };
    if (viewpoints.size === 1)
      throw new InputError(
        `"${concept}" is not balanced: all loaded words are those of "${only}" (add a label with another loadedFor)`,
        at,
      );
    if (labels.every(({ loadedFor }) => loadedFor !== undefined))
      throw new InputError(
        `"${concept}" is not balanced: no word is plain (add a label without loadedFor)`,
        at,
      );
  }
}

/** Loads one pack file. @throws InputError when it is missing or wrong. */
export function loadPack(path: string): Pack {
  if (!existsSync(path)) throw new InputError("no such wording pack (check the name)", { path });
  const pack = parsePack(readFileSync(path, "utf8"), path);
  if (pack.pack !== basename(path).replace(/\.ya?ml$/, ""))
    throw new InputError(`pack "${pack.pack}" must be in ${pack.pack}.yaml (rename one of them)`, {
      path,
      line: 1,
    });
  return pack;
}

/** All packs of a language by name, in the order of their names. @throws InputError */
export function loadPacks(directory: string, language: string): ReadonlyMap<string, Pack> {
  const folder = join(directory, language);
  const packs = new Map<string, Pack>();
  for (const file of readdirSync(folder)
    .filter((entry) => entry.endsWith(".yaml"))
    .sort()) {
    const pack = loadPack(join(folder, file));
    packs.set(pack.pack, pack);
  }
  return packs;
}

/** Whether a case names a pack by the path of a file of its own (`./harbour.yaml`). */
export function isPackFile(chosen: string): boolean {
  return /\.ya?ml$/.test(chosen) || chosen.includes("/");
}

/** The packs behind the chosen names, groups and files (by pack name), each once; all when none. */
export function choosePacks(
  packs: ReadonlyMap<string, Pack>,
  chosen: readonly string[],
): readonly Pack[] {
  const all = [...packs.values()];
  if (chosen.length === 0) return all;
  return [
    ...new Set(
      chosen.flatMap((one) => {
        const named = isPackFile(one) ? basename(one).replace(/\.ya?ml$/, "") : one;
        const pack = packs.get(named);
        return pack ? [pack] : all.filter(({ group }) => group === named);
      }),
    ),
  ];
}

/** The names by which packs can be chosen: those of packs, then those of groups. */
export function packNames(packs: ReadonlyMap<string, Pack>): readonly string[] {
  const groups = [...packs.values()].flatMap(({ group }) => group ?? []);
  return [...packs.keys(), ...new Set(groups)];
}
