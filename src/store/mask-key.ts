import { randomBytes } from "node:crypto";
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";

/** The file in the user's configuration folder that holds the key of all pseudonyms. */
export function maskKeyFile(environment: NodeJS.ProcessEnv): string {
  const configuration = environment.XDG_CONFIG_HOME || join(homedir(), ".config");
  return join(configuration, "parallax", "mask.key");
}

/**
 * The user's key for pseudonyms: of the environment (`PARALLAX_MASK_KEY`), else of the key file,
 * which is made where there is none, readable by its owner only.
 */
export async function maskKey(environment: NodeJS.ProcessEnv): Promise<string> {
  if (environment.PARALLAX_MASK_KEY) return environment.PARALLAX_MASK_KEY;
  const file = maskKeyFile(environment);
  await mkdir(dirname(file), { recursive: true });
  try {
    const key = randomBytes(32).toString("hex");
    await writeFile(file, `${key}\n`, { flag: "wx", mode: 0o600 });
    return key;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    return (await readFile(file, "utf8")).trim();
  }
}
