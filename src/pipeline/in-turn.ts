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
  const get = async (name: string, make: () => Promise<T>): Promise<T> => {
    const found = values.get(name);
    if (found) {
      values.delete(name);
      values.set(name, found);
      return found;
    }
    const [oldest] = values.keys();
    if (values.size >= most && oldest !== undefined) {
      const old = values.get(oldest);
      values.delete(oldest);
      if (old) await letGo(await old);
    }
    const made = make();
    values.set(name, made);
    made.catch(() => values.delete(name));
    return made;
  };
  return Object.assign(get, { forget: (name: string) => values.delete(name) });
}
