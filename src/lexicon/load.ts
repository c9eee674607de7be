import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { z } from "zod";
import { parseYaml } from "../document/yaml.ts";

/**
 * Reads one YAML file and checks it against `schema`.
 * @throws InputError with path, line and column of the first thing that is wrong.
 */
export function loadYaml<S extends z.ZodType>(path: string, schema: S): z.output<S> {
  return parseYaml(readFileSync(path, "utf8"), path, schema);
}

/** Path of a word list: `lexicons/en/words/NAME.yaml`. */
export function wordsPath(directory: string, language: string, name: string): string {
  return join(directory, language, "words", `${name}.yaml`);
}
