/** The content words and names of a line, as numbers; the same number may stand there twice. */
export type LineKeys = { readonly words: readonly number[]; readonly names: readonly number[] };

/** What a block of lines has, and what of it also stands outside: different words and names. */
export type Bonds = {
  readonly words: number;
  readonly sharedWords: number;
  readonly names: number;
  readonly sharedNames: number;
};

/**
 * Counts what blocks of lines share with the rest of the text. `begin` starts an empty block, `take`
 * adds a line to it; both cost as much as that line has words.
 */
export function createBlocks(lines: readonly LineKeys[]): {
  readonly size: number;
  begin(): void;
  take(line: number): Bonds;
} {
  const words = createCounter(lines.map((line) => line.words));
  const names = createCounter(lines.map((line) => line.names));
  return {
    size: words.size,
    begin() {
      words.begin();
      names.begin();
    },
    take(line) {
      words.take(line);
      names.take(line);
      return {
        words: words.inside,
        sharedWords: words.shared,
        names: names.inside,
        sharedNames: names.shared,
      };
    },
  };
}

type Counter = {
  readonly size: number;
  inside: number;
  shared: number;
  begin(): void;
  take(line: number): void;
};

/** Keys are renumbered from 0, so that counts can stand in arrays. */
function createCounter(lines: readonly (readonly number[])[]): Counter {
  const numbers = new Map<number, number>();
  const own = lines.map((keys) => {
    const line = new Int32Array(keys.length);
    for (let at = 0; at < keys.length; at++) {
      const key = keys[at] as number;
      let number = numbers.get(key);
      if (number === undefined) {
        number = numbers.size;
        numbers.set(key, number);
      }
      line[at] = number;
    }
    return line;
  });
  const total = new Int32Array(numbers.size);
  for (const line of own) for (const number of line) total[number] = (total[number] as number) + 1;
  const taken = new Int32Array(numbers.size);
  let touched: number[] = [];
  const counter: Counter = {
    size: numbers.size,
    inside: 0,
    shared: 0,
    begin() {
      for (const number of touched) taken[number] = 0;
      touched = [];
      counter.inside = 0;
      counter.shared = 0;
    },
    take(line) {
      for (const number of own[line] ?? []) {
        const now = (taken[number] as number) + 1;
        const all = total[number] as number;
        taken[number] = now;
        if (now === 1) {
          touched.push(number);
          counter.inside++;
          if (all > 1) counter.shared++;
        }
        if (now === all && all > 1) counter.shared--;
      }
    },
  };
  return counter;
}
