/**
 * A trained linear-chain model (Lafferty, McCallum and Pereira, Conditional Random Fields, ICML
 * 2001) over hashed features: which label each token of a sequence has. All weights are small
 * whole numbers, so that decoding is exact and the same on every machine.
 */
export type Chain = {
  readonly labels: number;
  /** Weight of label `y` for the feature in bucket `b`: `weights[b * labels + y]`; a power of two of buckets. */
  readonly weights: Int8Array;
  /** Weight of label `y` after `x`: `[x * labels + y]`; the row `labels` is for the first token. */
  readonly transitions: Int32Array;
  /** One unit of weight in natural logarithms of odds. */
  readonly unit: number;
};

/** The weights with which attributions are found beyond the rules: first cues, then who and what. */
export type AttributionModel = {
  readonly cues: Chain;
  readonly roles: Chain;
  /** Of one label: 1 for words that begin a cue now and then, -1 for the others, 0 for rare words. */
  readonly gate: Chain;
};

type Header = {
  readonly name: string;
  readonly labels: number;
  readonly buckets: number;
  readonly unit: number;
  readonly transitions: readonly number[];
};

/** File format: one line of JSON (a header per chain), then the weights of the chains one after the other. */
export function writeChains(chains: Readonly<Record<string, Chain>>): Uint8Array {
  const headers: Header[] = Object.entries(chains).map(([name, chain]) => ({
    name,
    labels: chain.labels,
    buckets: chain.weights.length / chain.labels,
    unit: chain.unit,
    transitions: [...chain.transitions],
  }));
  const head = new TextEncoder().encode(`${JSON.stringify(headers)}\n`);
  const all = Object.values(chains);
  const bytes = new Uint8Array(head.length + all.reduce((sum, one) => sum + one.weights.length, 0));
  bytes.set(head);
  let at = head.length;
  for (const { weights } of all) {
    bytes.set(new Uint8Array(weights.buffer, weights.byteOffset, weights.length), at);
    at += weights.length;
  }
  return bytes;
}

/** The chains of a file by name; null where the bytes are no such file or are cut short. */
export function readChains(bytes: Uint8Array): ReadonlyMap<string, Chain> | null {
  const line = bytes.indexOf(0x0a);
  if (line < 0 || bytes[0] !== 0x5b) return null;
  const headers = JSON.parse(new TextDecoder().decode(bytes.subarray(0, line))) as Header[];
  let at = line + 1;
  const chains = new Map<string, Chain>();
  for (const { name, labels, buckets, unit, transitions } of headers) {
    const size = labels * buckets;
    if (at + size > bytes.length) return null;
    // Shared, so that workers read the same memory.
    const weights = new Int8Array(new SharedArrayBuffer(size));
    new Uint8Array(weights.buffer).set(bytes.subarray(at, at + size));
    chains.set(name, { labels, weights, unit, transitions: Int32Array.from(transitions) });
    at += size;
  }
  return at === bytes.length ? chains : null;
}
