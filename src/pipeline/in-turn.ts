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
 * @param gone told of each value that is kept no longer
 */
export function lastOf<T>(
  most: number,
  gone: (value: T) => Promise<void> = async () => {},
): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, Promise<T>>();
  return (key, make) => {
    const made = kept.get(key) ?? make();
    kept.delete(key);
    kept.set(key, made);
    made.catch(() => kept.delete(key));
    const [oldest] = kept;
    if (kept.size > most && oldest !== undefined) {
      kept.delete(oldest[0]);
      void oldest[1].then(gone).catch(() => undefined);
    }
    return made;
  };
}
