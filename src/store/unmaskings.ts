import { appendFile, mkdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { StoreError } from "../document/errors.ts";

/** That an account was un-masked: whose, when, and why. Nothing of it is ever changed or taken out. */
export type Unmasking = {
  /** UTC, ISO 8601. */
  readonly at: string;
  /** The name under which it is known in the case. */
  readonly account: string;
  /** The pseudonym by which it was shown before. */
  readonly pseudonym: string;
  readonly reason: string;
};

/** One un-masking a line, as JSON, in the folder of the case's database. */
const fileName = "unmasked.jsonl";

/** The un-maskings of a case, the oldest first. @throws StoreError where the log cannot be read */
export async function unmaskings(folder: string): Promise<Unmasking[]> {
  const path = join(folder, fileName);
  let text: string;
  try {
    text = await readFile(path, "utf8");
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw new StoreError(`cannot read the log of un-masked accounts: ${path}`, path, error);
  }
  return text
    .split("\n")
    .filter((line) => line !== "")
    .map((line, at) => {
      try {
        return JSON.parse(line) as Unmasking;
      } catch (error) {
        throw new StoreError(
          `line ${at + 1} of the log of un-masked accounts is no JSON: ${path}`,
          path,
          error,
        );
      }
    });
}

/** Adds an un-masking to the end of the case's log. */
export async function logUnmasking(folder: string, unmasking: Unmasking): Promise<void> {
  await mkdir(folder, { recursive: true });
  await appendFile(join(folder, fileName), `${JSON.stringify(unmasking)}\n`, { mode: 0o600 });
}
