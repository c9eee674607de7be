/** What is told about a word in lower case with straight apostrophes. */
type Word = { readonly lower: string };

/** Numbers of words: equal words have the same. */
type Vocabulary = ReadonlyMap<string, number>;

/** The number of each word of a document. */
export type Numbered = { readonly vocabulary: Vocabulary; readonly numbers: Int32Array };

/** So many words are remembered before all are forgotten: far more than one document has. */
const mostRemembered = 20_000;

/**
 * Makes the function that says which of some tests (at most 16) each word of a document passes, as
 * bits: the first test is 1, the second 2, the third 4. Looking a word up costs more than most
 * tests of a reader, so the words of a document are numbered once for all who ask, and answers are
 * remembered by number: the same words come again in every document.
 */
export function createTraits(
  tests: readonly ((word: string) => boolean)[],
): (words: readonly Word[]) => Uint16Array {
  let vocabulary: Vocabulary | undefined;
  let known: number[] = [];
  return (words) => {
    const of = numbersOf(words);
    if (of.vocabulary !== vocabulary) {
      vocabulary = of.vocabulary;
      known = [];
    }
    const traits = new Uint16Array(words.length);
    for (let at = 0; at < words.length; at++) {
      const number = of.numbers[at] as number;
      traits[at] = known[number] ??= bitsOf((words[at] as Word).lower, tests);
    }
    return traits;
  };
}

/**
 * Makes the function that gives each word of a document its code (any number from `codeOf`),
 * remembered like traits.
 */
export function createCodes(
  codeOf: (word: string) => number,
): (words: readonly Word[]) => Int32Array {
  let vocabulary: Vocabulary | undefined;
  let known: number[] = [];
  return (words) => {
    const of = numbersOf(words);
    if (of.vocabulary !== vocabulary) {
      vocabulary = of.vocabulary;
      known = [];
    }
    const codes = new Int32Array(words.length);
    for (let at = 0; at < words.length; at++) {
      const number = of.numbers[at] as number;
      codes[at] = known[number] ??= codeOf((words[at] as Word).lower);
    }
    return codes;
  };
}

function bitsOf(word: string, tests: readonly ((word: string) => boolean)[]): number {
  let bits = 0;
  for (const [index, test] of tests.entries()) if (test(word)) bits |= 1 << index;
  return bits;
}

let current = new Map<string, number>();
const numbered = new WeakMap<readonly Word[], Numbered>();

/**
 * The numbers of the words; kept as long as the list of words itself. Numbers of one vocabulary can be
 * compared; after many words a new one begins.
 */
export function numbersOf(words: readonly Word[]): Numbered {
  const before = numbered.get(words);
  if (before) return before;
  if (current.size >= mostRemembered) current = new Map();
  const numbers = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) {
    const { lower } = words[at] as Word;
    let number = current.get(lower);
    if (number === undefined) {
      number = current.size;
      current.set(lower, number);
    }
    numbers[at] = number;
  }
  const found = { vocabulary: current, numbers };
  numbered.set(words, found);
  return found;
}
