import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import { InputError } from "../document/errors.ts";
import { parseYamlWithPlaces } from "../document/yaml.ts";

/** One way to name a contested thing. */
export type PackLabel = {
  readonly label: string;
  /** Further written forms; regular inflections need not be listed. */
  readonly forms: readonly string[];
  /** Longer phrases in which the word means something else ("heart attack"). */
  readonly except: readonly string[];
  /** In whose telling the word is at home; null where every side uses it. */
  readonly loadedFor: string | null;
  readonly note: string | null;
  readonly source: string;
};

/** A contested thing and the words for it. */
export type PackConcept = {
  readonly concept: string;
  readonly about: string | null;
  readonly labels: readonly PackLabel[];
};

/** A set of contested things: `lexicons/LANGUAGE/NAME.yaml`. */
export type Pack = {
  readonly pack: string;
  readonly about: string;
  readonly concepts: readonly PackConcept[];
};

const text = z.string().trim().min(1, "give some text");
const labelSchema = z
  .strictObject({
    label: text,
    forms: z.array(text).optional(),
    except: z.array(text).optional(),
    loadedFor: text.optional(),
    note: text.optional(),
    source: text,
  })
  .refine((row) => row.loadedFor !== undefined || row.note !== undefined, {
    error: "give loadedFor or note (in whose telling the word is at home, or what it says)",
  });

/** How a pack is written; `source` is a key of `sources`, or a citation written out. */
export const packSchema = z.strictObject({
  pack: z.string().regex(/^[a-z][a-z0-9-]*$/, "use lower-case letters, digits and hyphens"),
  about: text,
  sources: z.record(z.string(), text).optional(),
  concepts: z
    .array(
      z.strictObject({
        concept: text,
        about: text.optional(),
        labels: z.array(labelSchema).min(2, "give at least two labels to tell apart"),
      }),
    )
    .min(1, "give at least one concept"),
});

/**
 * Reads a wording pack; `path` is only named in errors.
 * @throws InputError with line, column and mend of the first thing that is wrong.
 */
export function parsePack(yaml: string, path: string): Pack {
  const { value, place } = parseYamlWithPlaces(yaml, path, packSchema);
  const sources = value.sources ?? {};
  const known = Object.keys(sources);
  const first = new Map<string, string>();
  const concepts = value.concepts.map(({ concept, about, labels }, c) => ({
    concept,
    about: about ?? null,
    labels: labels.map((row, l) => {
      const at = ["concepts", c, "labels", l];
      const source = sources[row.source] ?? row.source;
      if (!(row.source in sources) && !/\s/.test(row.source))
        throw new InputError(
          `unknown source "${row.source}" (name one of sources: ${known.join(", ") || "there are none"}; or write the citation out)`,
          { path, ...place([...at, "source"]) },
        );
      for (const form of [row.label, ...(row.forms ?? [])]) {
        const other = first.get(form.toLowerCase());
        if (other !== undefined && other !== concept)
          throw new InputError(
            `"${form}" is in two concepts, "${other}" and "${concept}" (keep it in one)`,
            { path, ...place([...at, "label"]) },
          );
        first.set(form.toLowerCase(), concept);
      }
      return {
        label: row.label,
        forms: row.forms ?? [],
        except: row.except ?? [],
        loadedFor: row.loadedFor ?? null,
        note: row.note ?? null,
        source,
      };
    }),
  }));
  return { pack: value.pack, about: value.about, concepts };
}

/** Loads one pack file. @throws InputError when it is missing or wrong. */
export function loadPack(path: string): Pack {
  if (!existsSync(path)) throw new InputError("no such wording pack (check the name)", { path });
  return parsePack(readFileSync(path, "utf8"), path);
}

/** All packs of a language by name, in the order of their names. @throws InputError */
export function loadPacks(directory: string, language: string): ReadonlyMap<string, Pack> {
  const folder = join(directory, language);
  const packs = new Map<string, Pack>();
  for (const file of readdirSync(folder)
    .filter((name) => name.endsWith(".yaml"))
    .sort()) {
    const path = join(folder, file);
    const pack = loadPack(path);
    if (`${pack.pack}.yaml` !== file)
      throw new InputError(
        `pack "${pack.pack}" must be in ${pack.pack}.yaml (rename one of them)`,
        { path, line: 1 },
      );
    packs.set(pack.pack, pack);
  }
  return packs;
}
