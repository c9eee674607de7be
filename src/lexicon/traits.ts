/** What is told about a word in lower case with straight apostrophes. */
type Word = { readonly lower: string };

/** Numbers of words: equal words have the same. */
export type Vocabulary = ReadonlyMap<string, number>;

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
  /** The bits of each number; `asked` tells those that are known. */
  let known = new Int32Array(0);
  return (words) => {
    const of = numbersOf(words);
    if (of.vocabulary !== vocabulary) known = new Int32Array(0);
    if (known.length < of.vocabulary.size) known = longer(known, of.vocabulary.size);
    vocabulary = of.vocabulary;
    const { numbers } = of;
    const traits = new Uint16Array(numbers.length);
    for (let at = 0; at < numbers.length; at++) {
      const number = numbers[at] as number;
      let bits = known[number] as number;
      if (bits === 0) {
        bits = asked | bitsOf((words[at] as Word).lower, tests);
        known[number] = bits;
      }
      traits[at] = bits;
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

/** Beside the bits of 16 tests: the word was tested. */
const asked = 1 << 16;

/** The same numbers with room for at least `size`. */
function longer(numbers: Int32Array, size: number): Int32Array<ArrayBuffer> {
  const copy = new Int32Array(size * 2);
  copy.set(numbers);
  return copy;
}

function bitsOf(word: string, tests: readonly ((word: string) => boolean)[]): number {
  let bits = 0;
  for (const [index, test] of tests.entries()) if (test(word)) bits |= 1 << index;
  return bits;
}

let current = new Map<string, number>();
const numbered = new WeakMap<readonly Word[], Numbered>();

/** The vocabulary that the words of the next document are numbered in; after many words a new one. */
export function currentVocabulary(): Vocabulary {
  if (current.size >= mostRemembered) current = new Map();
  return current;
}

/** The number of a word in the vocabulary that `currentVocabulary` gave last. */
export function numberOf(lower: string): number {
  let number = current.get(lower);
  if (number === undefined) {
    number = current.size;
    current.set(lower, number);
  }
  return number;
}

/** Keeps the numbers of words for all who ask later: for who makes the words and knows them. */
export function keepNumbers(words: readonly Word[], numbers: readonly number[]): void {
  numbered.set(words, { vocabulary: current, numbers: Int32Array.from(numbers) });
}

/**
 * The numbers of the words; kept as long as the list of words itself. Numbers of one vocabulary can be
 * compared; after many words a new one begins.
 */
export function numbersOf(words: readonly Word[]): Numbered {
  const before = numbered.get(words);
  if (before) return before;
  const vocabulary = currentVocabulary();
  const numbers = new Int32Array(words.length);
  for (let at = 0; at < words.length; at++) numbers[at] = numberOf((words[at] as Word).lower);
  const found = { vocabulary, numbers };
  numbered.set(words, found);
  return found;
}
