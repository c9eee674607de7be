import { z } from "zod";
import { loadYaml, wordsPath } from "./load.ts";

/** What a word or phrase stands for, and the class it belongs to in its list (null for none). */
export type Sense = { readonly as: string; readonly of: string | null };

const senseListSchema = z.strictObject({
  about: z.string(),
  source: z.string(),
  rows: z
    .array(
      z.strictObject({
        as: z.string(),
        of: z.string().optional(),
        note: z.string(),
        source: z.string().optional(),
        words: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});

/**
 * The words of `lexicons/LANGUAGE/words/NAME.yaml`, lower-cased, each with what it stands for.
 * The first row that holds a word wins. @throws InputError
 */
export function loadSenses(
  directory: string,
  language: string,
  name: string,
): ReadonlyMap<string, Sense> {
  const senses = new Map<string, Sense>();
  for (const row of loadYaml(wordsPath(directory, language, name), senseListSchema).rows)
    for (const word of row.words) {
      const key = word.toLowerCase();
      if (!senses.has(key)) senses.set(key, { as: row.as, of: row.of ?? null });
    }
  return senses;
}
