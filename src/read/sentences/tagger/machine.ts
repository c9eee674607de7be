/** Marks in wink-nlp's machines: the end of the sentence, and what to do where nothing fits. */
const end = 2_070_000;
const otherwise = 2_070_003;
/** wink-nlp's own numbers for the hints of words begin here, and ours. */
const hintsFrom = 1_080_000;
const hintSymbolsFrom = 32;
const endSymbol = 127;
/** Symbols that a machine can read. */
const width = 128;

/** What a machine reads for a word: the number of its part of speech, or a hint of its own. */
export function hintSymbol(hint: number): number {
  return hintSymbolsFrom + hint;
}

function symbolOf(event: number): number | undefined {
  if (event === end) return endSymbol;
  if (event >= hintsFrom && event < hintsFrom + endSymbol - hintSymbolsFrom)
    return hintSymbol(event - hintsFrom);
  return event > 0 && event < hintSymbolsFrom ? event : undefined;
}

/** A change that a machine asks for: the word at `at` becomes `pos`, if it can be that or `always`. */
export type Change = { readonly at: number; readonly pos: number; readonly always: boolean };

/** Patterns of tags, as tables: from a state and what is read to the next state. */
export type Machine = {
  /** Finds the patterns in what it reads for a sentence's words (see Lexeme), from left to right. */
  readonly recognize: (symbols: Uint8Array, length: number) => readonly Change[];
};

type States<T> = Readonly<Record<string, T>>;

/**
 * Makes a machine out of wink-nlp's written form of it. It does what `recognize` of wink-nlp's
 * automaton does, over a flat table instead of nested dictionaries.
 */
export function readMachine(written: string): Machine {
  const [, lastState, transitions, terminals, marks] = JSON.parse(written) as [
    number,
    number,
    States<States<number>>,
    States<string>,
    States<readonly [number, number]>,
  ];
  const table = new Int16Array((lastState + 1) * width);
  const fallback = new Int16Array(lastState + 1);
  const outcome: (Outcome | undefined)[] = new Array(lastState + 1).fill(undefined);
  for (const [state, next] of Object.entries(transitions)) {
    for (const [event, to] of Object.entries(next)) {
      const symbol = symbolOf(Number(event));
      if (symbol !== undefined) table[Number(state) * width + symbol] = to;
    }
    fallback[Number(state)] = next[otherwise] ?? 0;
  }
  for (const [state, name] of Object.entries(terminals)) {
    const pos = Number(name);
    outcome[Number(state)] = {
      shift: marks[state]?.[0] ?? 0,
      pos: Math.abs(pos),
      always: pos < 0,
    };
  }
  return {
    recognize: (symbols, length) => {
      const changes: Change[] = [];
      let first = 0;
      let state = 0;
      let lastIndex = 0;
      let lastOutcome = 0;
      for (let from = 0; from <= length; from++) {
        for (let at = from; at <= length; at++) {
          const symbol = at === length ? endSymbol : (symbols[at] as number);
          // Words of no part of speech are passed over.
          if (symbol === 0) continue;
          const next = table[state * width + symbol] as number;
          if (state === 0 && next !== 0) first = at;
          const found = outcome[next];
          if (found) {
            put(changes, found, first);
            from = at;
            lastOutcome = 0;
            state = 0;
            break;
          }
          if (next === 0) {
            if (lastOutcome !== 0) {
              put(changes, outcome[lastOutcome], first);
              from = lastIndex;
              lastOutcome = 0;
            }
            state = 0;
            break;
          }
          state = next;
          const back = fallback[state] as number;
          if (back !== 0) {
            lastIndex = at;
            lastOutcome = back;
          }
        }
      }
      return changes;
    },
  };
}

type Outcome = { readonly shift: number; readonly pos: number; readonly always: boolean };

function put(changes: Change[], outcome: Outcome | undefined, first: number): void {
  if (outcome && outcome.pos !== 0)
    changes.push({ at: first + outcome.shift, pos: outcome.pos, always: outcome.always });
}
