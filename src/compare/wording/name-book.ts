import type { Mention } from "../../read/names/names.ts";
import type { PhraseWords } from "./phrase.ts";

type Name = Pick<Mention, "name" | "kind" | "actor">;

/** One key for all that a case calls one person, place or body; `form` is the name as it stands there. */
export type NameBook = (mention: Name, form: string) => string;

/**
 * Reads all names of a case. A listed place, its people and its other names are one. Full names of
 * people with the same last word are one where one holds all words of the other ("Ada B. Oro", "Ada
 * Oro"). A name of one word goes to the full name for which it stands most often in the case.
 *
 *     Ada Oro … Oro … Mayor Oro … Ada B. Oro     <- p:ada oro
 */
export function createNameBook(
  mentions: Iterable<Name & { readonly form: string }>,
  lists: PhraseWords,
): NameBook {
  const places = listedPhrases(lists);
  const listed = (lower: string) => lists.gazetteer.words.get(lower)?.term ?? places.get(lower);
  const full = new Map<string, number>();
  const shorts = new Map<string, Map<string, number>>();
  for (const { name, form, kind, actor } of mentions) {
    if (actor !== null || (kind !== "person" && kind !== null)) continue;
    const parts = wordsOfName(name, lists);
    if (parts.length < 2) continue;
    const whole = parts.join(" ");
    full.set(whole, (full.get(whole) ?? 0) + 1);
    const own = wordsOfName(form, lists);
    for (const short of new Set([parts.at(-1) ?? "", ...(own.length === 1 ? own : [])])) {
      const counts = shorts.get(short) ?? new Map<string, number>();
      shorts.set(short, counts);
      counts.set(whole, (counts.get(whole) ?? 0) + 1);
    }
  }
  const keys = keysOf(full);
  const bearers = new Map([...shorts].map(([short, counts]) => [short, mostNamed(counts, keys)]));
  const keyOf: NameBook = ({ name, kind }, form) => {
    const formLower = plain(form);
    const place = kind === "person" ? undefined : (listed(formLower) ?? listed(plain(name)));
    if (place) return place;
    const parts = wordsOfName(name, lists);
    const key = keys.get(parts.join(" "));
    if (key && (kind === "person" || kind === null)) return key;
    const short = wordsOfName(kind === "person" ? name : form, lists);
    const known = short.length === 1 ? bearers.get(short[0] ?? "") : undefined;
    if (known) return known;
    return `${kind === "person" ? "p" : "n"}:${parts.join(" ") || formLower}`;
  };
  const known = new Map<string, string>();
  return (mention, form) => {
    const { name, kind, actor } = mention;
    if (actor !== null) return `@${actor}`;
    const same = `${kind}|${form}|${name}`;
    const before = known.get(same);
    if (before !== undefined) return before;
    const key = keyOf(mention, form);
    known.set(same, key);
    return key;
  };
}

function plain(name: string): string {
  return name.toLowerCase().replaceAll("’", "'").replace(/^the /, "");
}

/** Full name → the key of its person: the most frequent of the names that hold each other's words. */
function keysOf(full: ReadonlyMap<string, number>): ReadonlyMap<string, string> {
  const keys = new Map<string, string>();
  const byLast = new Map<string, { readonly words: ReadonlySet<string>; readonly key: string }[]>();
  for (const [name] of [...full].sort((a, b) => b[1] - a[1])) {
    const parts = name.split(" ");
    const last = parts.at(-1) ?? "";
    const words = new Set(parts);
    const before = byLast.get(last) ?? [];
    byLast.set(last, before);
    const same = before.length <= mostBearers && before.find((one) => holds(one.words, words));
    keys.set(name, same ? same.key : `p:${name}`);
    if (!same) before.push({ words, key: `p:${name}` });
  }
  return keys;
}

/** So many people of one last name are told apart by their other names. */
const mostBearers = 50;

function holds(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const [small, large] = a.size < b.size ? [a, b] : [b, a];
  for (const word of small) if (!large.has(word)) return false;
  return true;
}

function wordsOfName(name: string, { names }: PhraseWords): string[] {
  return plain(name)
    .split(/[\s-]+/)
    .map((word) => word.replace(/[.,]/g, ""))
    .filter((word) => word !== "" && !names.generation.has(word));
}

/** The person with the highest count; undefined where two have it. */
function mostNamed(
  counts: ReadonlyMap<string, number>,
  keys: ReadonlyMap<string, string>,
): string | undefined {
  const people = new Map<string, number>();
  for (const [name, count] of counts) {
    const key = keys.get(name) ?? name;
    people.set(key, (people.get(key) ?? 0) + count);
  }
  const [first, second] = [...people].sort((a, b) => b[1] - a[1]);
  return first && first[1] > (second?.[1] ?? 0) ? first[0] : undefined;
}

const phrasesOf = new WeakMap<PhraseWords["gazetteer"], ReadonlyMap<string, string>>();

function listedPhrases({ gazetteer }: PhraseWords): ReadonlyMap<string, string> {
  const known = phrasesOf.get(gazetteer);
  if (known) return known;
  const phrases = new Map(gazetteer.phrases.map(({ text, term }) => [text.toLowerCase(), term]));
  phrasesOf.set(gazetteer, phrases);
  return phrases;
}
