import { createStart } from "./starts.ts";

/** A signature has at most so many words. */
const longestSignature = 8;
/** It stands in the last lines: a name, and perhaps a place under it. */
const signedIn = 3;

export type Letter = { readonly name: string | null };

/**
 * Where letters to a paper begin, one after the other: at least two lines open with a salutation.
 * The name is that of a short line at the end, up to a comma.
 */
export function createLetterReader(
  salutation: ReadonlySet<string>,
): (lines: readonly string[]) => readonly (Letter | undefined)[] {
  const opens = createStart(salutation);
  // With the character behind the phrase.
  const longest = Math.max(0, ...[...salutation].map((phrase) => phrase.length)) + 1;
  return (lines) => {
    const starts: number[] = [];
    for (let at = 0; at < lines.length; at++)
      if (opens((lines[at] as string).slice(0, longest).toLowerCase())) starts.push(at);
    const letters: (Letter | undefined)[] = lines.map(() => undefined);
    if (starts.length < 2) return letters;
    for (const [at, start] of starts.entries()) {
      const end = starts[at + 1] ?? lines.length;
      letters[start] = { name: signature(lines.slice(Math.max(start + 1, end - signedIn), end)) };
    }
    return letters;
  };
}

/** The first line that is a name of two words or more. */
function signature(lines: readonly string[]): string | null {
  for (const line of lines) {
    if (line.split(" ").length > longestSignature || /[.!?]$/.test(line)) continue;
    const name =
      line
        .replace(/^[—–-] ?/, "")
        .split(",")[0]
        ?.trim() ?? "";
    if (/^\p{Lu}[\p{L}.'’-]*(?: \p{Lu}[\p{L}.'’-]*){1,4} ?$/u.test(name)) return name;
  }
  return null;
}
