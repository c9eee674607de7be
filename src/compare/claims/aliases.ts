/** Two ways in which the texts themselves name one thing. */
export type AliasPair = readonly [string, string];

const name = String.raw`\p{Lu}[\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'-]+){0,3}`;
const loose = String.raw`[\p{L}\p{M}’'-]+(?: [\p{L}\p{M}’'-]+){0,2}`;
/** "Norra Bank, or Tolby Shoal, …" */
const apposed = new RegExp(`(${name}), or (${name}),`, "gu");
/** "Norra Bank (also known as Tolby Shoal)", in any case of letters, "Norra Bank (or Tolby Shoal)" */
const bracketed = new RegExp(
  String.raw`([\p{L}\p{M}’'-]+(?: \p{Lu}[\p{L}\p{M}’'-]+){0,3}) \((?:also )?(?:known as|called|formerly|or) (${loose})\)`,
  "giu",
);

/**
 * Reads where a text says that two names are of one thing. Only patterns that say so in words
 * count; nothing is inferred from likeness.
 */
export function readAliases(text: string): AliasPair[] {
  if (!text.includes(" or ") && !text.includes("(")) return [];
  return [...text.matchAll(apposed), ...text.matchAll(bracketed)].flatMap((match): AliasPair[] => {
    const [, first, second] = match;
    return first && second && first.toLowerCase() !== second.toLowerCase() ? [[first, second]] : [];
  });
}
