import { z } from "zod";
import { loadYaml, wordsPath } from "./load.ts";

/** A plain word list: rows of words with a note; the file, or a row, names the source. */
export const wordListSchema = z.strictObject({
  about: z.string(),
  source: z.string(),
  rows: z
    .array(
      z.strictObject({
        note: z.string(),
        source: z.string().optional(),
        words: z.array(z.string()).min(1),
      }),
    )
    .min(1),
});

/** All words of `lexicons/LANGUAGE/words/NAME.yaml`, lower-cased. @throws InputError */
export function loadWords(directory: string, language: string, name: string): ReadonlySet<string> {
  const list = loadYaml(wordsPath(directory, language, name), wordListSchema);
  return new Set(list.rows.flatMap((row) => row.words.map((word) => word.toLowerCase())));
}
