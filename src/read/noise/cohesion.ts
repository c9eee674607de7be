/** A line's content words as numbers, with those that are names; a number may stand there twice. */
export type LineKeys = { readonly words: readonly number[]; readonly named: readonly boolean[] };

/** What a block of lines has, and what of it also stands outside: different words and names. */
export type Bonds = {
  readonly words: number;
  readonly sharedWords: number;
  readonly names: number;
  readonly sharedNames: number;
};

/** Keys are renumbered from 0, so that counts can stand in arrays: how often in all, and in the block. */
type Counts = { readonly all: Int32Array; readonly taken: Int32Array };

/**
 * Counts what blocks of lines share with the rest of the text. `begin` starts an empty block, `take`
 * adds a line to it; both cost as much as that line has words.
 */
export function createBlocks(lines: readonly LineKeys[]): {
  readonly size: number;
  begin(): void;
  take(line: number): Bonds;
} {
  const numbers = new Map<number, number>();
  const own = lines.map(({ words }) => {
    const line = new Int32Array(words.length);
    for (let at = 0; at < words.length; at++) {
      const key = words[at] as number;
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
      }
      line[at] = number;
    }
    return line;
  });
  const words = countsOf(numbers.size);
  const names = countsOf(numbers.size);
  for (let index = 0; index < own.length; index++) {
    const line = own[index] as Int32Array;
    const { named } = lines[index] as LineKeys;
    for (let at = 0; at < line.length; at++) {
      const number = line[at] as number;
      words.all[number] = (words.all[number] as number) + 1;
      if (named[at]) names.all[number] = (names.all[number] as number) + 1;
    }
  }
  const bonds = { words: 0, sharedWords: 0, names: 0, sharedNames: 0 };
  let touched: Int32Array[] = [];
  return {
    size: numbers.size,
    begin() {
      for (const line of touched)
        for (let at = 0; at < line.length; at++) {
          words.taken[line[at] as number] = 0;
          names.taken[line[at] as number] = 0;
        }
      touched = [];
      bonds.words = bonds.sharedWords = bonds.names = bonds.sharedNames = 0;
    },
    take(index) {
      const line = own[index];
      if (!line) return bonds;
      const { named } = lines[index] as LineKeys;
      touched.push(line);
      for (let at = 0; at < line.length; at++) {
        const number = line[at] as number;
        const first = (words.taken[number] as number) === 0;
        if (first) bonds.words++;
        bonds.sharedWords += taken(words, number);
        if (!named[at]) continue;
        if ((names.taken[number] as number) === 0) bonds.names++;
        bonds.sharedNames += taken(names, number);
      }
      return bonds;
    },
  };
}

function countsOf(size: number): Counts {
  return { all: new Int32Array(size), taken: new Int32Array(size) };
}

/** Takes one more; tells by how much the number of shared keys changes. */
function taken(counts: Counts, number: number): number {
  const now = (counts.taken[number] as number) + 1;
  const all = counts.all[number] as number;
  counts.taken[number] = now;
  if (all === 1) return 0;
  return (now === 1 ? 1 : 0) - (now === all ? 1 : 0);
}
