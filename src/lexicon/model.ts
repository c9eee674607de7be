import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { InputError } from "../document/errors.ts";
import { type AttributionModel, readChains } from "./chain.ts";

/**
 * Loads `models/attribution-LANGUAGE.bin`; null where it is not there.
 * @throws InputError where it is there and cannot be read.
 */
export function loadAttributionModel(directory: string, language: string): AttributionModel | null {
  const path = join(directory, `attribution-${language}.bin`);
  if (!existsSync(path)) return null;
  const chains = readChains(readFileSync(path));
  const cues = chains?.get("cues");
  const roles = chains?.get("roles");
  const gate = chains?.get("gate");
  if (!cues || !roles || !gate)
    throw new InputError("no trained weights in the file (run `npm run train -- attribution`)", {
      path,
    });
  return { cues, roles, gate };
}
