const reflexives = new Set(["himself", "herself", "self"]);

/** Is this word, in lower case, one for somebody who does something to himself? */
export function isReflexive(word: string): boolean {
  return reflexives.has(word);
}
