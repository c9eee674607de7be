import { z } from "zod";
import { loadYaml, wordsPath } from "./load.ts";

/** A word list whose rows belong to named groups that one room uses in different ways. */
export type WordGroups<K extends string> = Readonly<Record<K, ReadonlySet<string>>>;

/**
 * The words of `lexicons/LANGUAGE/words/NAME.yaml` by group, lower-cased. Every group of `kinds`
 * is there, empty or not; a row of another kind is an error. @throws InputError
 */
export function loadWordGroups<const K extends string>(
  directory: string,
  language: string,
  name: string,
  kinds: readonly [K, ...K[]],
): WordGroups<K> {
  const schema = z.strictObject({
    about: z.string(),
    source: z.string(),
    rows: z
      .array(
        z.strictObject({
          kind: z.enum(kinds),
          note: z.string(),
          source: z.string().optional(),
          words: z.array(z.string()).min(1),
        }),
      )
      .min(1),
  });
  const list = loadYaml(wordsPath(directory, language, name), schema);
  const groups = kinds.map((kind) => {
    const rows = list.rows.filter((row) => row.kind === kind);
    return [kind, new Set(rows.flatMap((row) => row.words.map((word) => word.toLowerCase())))];
  });
  return Object.fromEntries(groups) as Record<K, Set<string>>;
}
