/** A growing row of whole numbers of 32 bits: four bytes each, where a list takes eight. */
export type Integers = {
  readonly push: (value: number) => void;
  readonly length: () => number;
  readonly at: (index: number) => number;
  readonly set: (index: number, value: number) => void;
  /** All of them, as they are now. */
  readonly all: () => Int32Array;
};

export function createIntegers(): Integers {
  let values = new Int32Array(1024);
  let length = 0;
  return {
    push: (value) => {
      if (length === values.length) {
        const longer = new Int32Array(length * 2);
        longer.set(values);
        values = longer;
      }
      values[length++] = value;
    },
    length: () => length,
    at: (index) => values[index] as number,
    set: (index, value) => {
      values[index] = value;
    },
    all: () => values.slice(0, length),
  };
}

/** Indices sorted by a key below `keys`, in their order where it is the same. */
export type Grouped = {
  /** Key → index into `order` of its first one; one more at the end. */
  readonly first: Int32Array;
  readonly order: Int32Array;
};

/** Sorts the indices from 0 to `length` by their keys, counting; those with a key below 0 are left out. */
export function groupBy(length: number, keys: number, keyOf: (index: number) => number): Grouped {
  const first = new Int32Array(keys + 1);
  for (let index = 0; index < length; index++) {
    const key = keyOf(index);
    if (key >= 0) (first[key + 1] as number)++;
  }
  for (let key = 0; key < keys; key++) (first[key + 1] as number) += first[key] as number;
  const next = first.slice();
  const order = new Int32Array(first[keys] as number);
  for (let index = 0; index < length; index++) {
    const key = keyOf(index);
    if (key < 0) continue;
    const place = next[key] as number;
    order[place] = index;
    next[key] = place + 1;
  }
  return { first, order };
}
