/** Keeps what was worked out for the keys that were asked for last, so many of them. */
export type Lately<V> = (key: string, make: () => V) => V;

export function createLately<V>(most: number): Lately<V> {
  const known = new Map<string, { readonly value: V }>();
  return (key, make) => {
    const one = known.get(key) ?? { value: make() };
    known.delete(key);
    known.set(key, one);
    if (known.size > most) known.delete(known.keys().next().value ?? "");
    return one.value;
  };
}
