const vowel = /[aeiou]/;
/** Words of one syllable that end so double their last letter: "grab", "grabbed". */
const doubles = /^[^aeiou]*[aeiou][bdgmnprt]$/;

/**
 * The regular English inflections of a word, the word first: plural or third person, past,
 * participle (Quirk et al. 1985, 3.2 to 3.10 and 5.79 to 5.82). Forms that do not exist do no
 * harm: they are never met.
 */
export function inflections(word: string): string[] {
  if (!/^\p{L}{3,}$/u.test(word) || /(?:ed|ing|ly|ness)$/.test(word)) return [word];
  if (/[^s]s$/.test(word)) return [word];
  const last = word.at(-1) ?? "";
  const before = word.at(-2) ?? "";
  const base = word.slice(0, -1);
  if (last === "y" && !vowel.test(before)) return [word, `${base}ies`, `${base}ied`, `${word}ing`];
  if (last === "e") return [word, `${word}s`, `${word}d`, `${base}ing`];
  if (/(?:s|x|z|ch|sh)$/.test(word)) return [word, `${word}es`, `${word}ed`, `${word}ing`];
  const stem = doubles.test(word) ? word + last : word;
  return [word, `${word}s`, `${stem}ed`, `${stem}ing`];
}
