/** Where the features of one token are written, one after the other. */
type Row = { out: Int32Array; next: number; template: number };

const row: Row = { out: new Int32Array(0), next: 0, template: 0 };

/** Begins to write at `offset`; the one row there is, so that none is made for every token. */
export function openRow(out: Int32Array, offset: number, template: number): Row {
  row.out = out;
  row.next = offset;
  row.template = template;
  return row;
}

/** Writes the next feature of a token: a template's number and up to three values, mixed. */
export function put(row: Row, a: number, b = 0, c = 0): void {
  row.template++;
  row.out[row.next++] = mixed(row.template, a, b, c);
}

const outside = -9;

/** The value at a place of the paragraph, or a value of its own outside of it. */
export function within(
  list: Int32Array | Uint8Array,
  place: number,
  from: number,
  to: number,
): number {
  return place < from || place >= to ? outside : (list[place] as number);
}

/** Mixed to 32 bits: multiply and shift, as in the finaliser of MurmurHash3 (Appleby, 2008). */
function mixed(template: number, a: number, b: number, c: number): number {
  let hash = Math.imul(a, 0x9e3779b1) + Math.imul(template, 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) + b;
  hash = Math.imul(hash ^ (hash >>> 13), 0x297a2d39) + c;
  hash = Math.imul(hash ^ (hash >>> 15), 0x165667b1);
  return hash ^ (hash >>> 16);
}

/** Two values as one, to be given to `put`. */
export function pair(a: number, b: number): number {
  return Math.imul(a, 0x01000193) + b + 0x9e37;
}

/** FNV-1a over UTF-16 code units. */
export function hashOf(word: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < word.length; at++) hash = Math.imul(hash ^ word.charCodeAt(at), 0x01000193);
  return hash | 0;
}
