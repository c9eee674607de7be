import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { type Chosen, nothingChosen } from "../document/chosen.ts";
import { StoreError } from "../document/errors.ts";

/** Longest texts, in UTF-16 code units: a report is no book. */
const longest = { title: 300, words: 20_000, address: 2000 } as const;
const mostItems = 500;

export const chosenSchema = z.strictObject({
  title: z.string().max(longest.title),
  introduction: z.string().max(longest.words),
  // Reports that were put together before this could be said show what was found.
  as: z.enum(["found", "reviewed"]).default("found"),
  items: z
    .array(
      z.strictObject({
        address: z.string().min(1).max(longest.address),
        label: z.string().max(longest.address),
        note: z.string().max(longest.words),
      }),
    )
    .max(mostItems),
});

/** The report that a user put together, in the case's own folder of results. */
const file = "report.json";

/** @throws StoreError where the file is there and cannot be read */
export async function readChosen(folder: string): Promise<Chosen> {
  const path = join(folder, file);
  const text = await readFile(path, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
  if (text === null) return nothingChosen;
  try {
    return chosenSchema.parse(JSON.parse(text));
  } catch (cause) {
    throw new StoreError("no report (mend it, or move it away to begin a new one)", path, cause);
  }
}

/** Written whole or not at all. */
export async function writeChosen(folder: string, chosen: Chosen): Promise<void> {
  const path = join(folder, file);
  await mkdir(folder, { recursive: true });
  await writeFile(`${path}.new`, `${JSON.stringify(chosen, null, 2)}\n`);
  await rename(`${path}.new`, path);
}
