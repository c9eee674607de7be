/** Does works one after the other, whatever becomes of each. */
export function inTurn(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work);
    last = done.catch(() => undefined);
    return done;
  };
}

/**
 * Keeps the last values that were asked for, so many at most; one that fails is not kept.
 * @param letGo told of each value that is kept no longer, before another takes its place
 */
export function lastOf<T>(most: number, letGo: (value: T) => Promise<void> = async () => {}) {
  const values = new Map<string, Promise<T>>();
  const get = (name: string, make: () => Promise<T>): Promise<T> => {
    const found = values.get(name);
    values.delete(name);
    const made = found ?? afterOldest(make);
    values.set(name, made);
    made.catch(() => values.get(name) === made && values.delete(name));
    return made;
  };
  /** Room is made first: whoever asked for the oldest was told if it failed. */
  const afterOldest = async (make: () => Promise<T>): Promise<T> => {
    const [oldest] = values;
    if (values.size >= most && oldest !== undefined) {
      values.delete(oldest[0]);
      await oldest[1].then(letGo, () => undefined);
    }
    return make();
  };
  return Object.assign(get, { forget: (name: string) => values.delete(name) });
}
