import type { Passage } from "../../document/passage.ts";
import type { CompareInput } from "../input.ts";
import type { Credit } from "./origins.ts";
import type { Text } from "./texts.ts";

/** Where a text names the source of another; null where it does not. */
export type CreditTest = (text: Text, of: Text) => Credit | null;

/** Reads the names by which each source is credited, and the bylines, which are no part of the texts. */
export async function readCredits(input: CompareInput): Promise<CreditTest> {
  const names = new Map<string, string[]>();
  for (const { sourceId, sourceName } of input.documents) names.set(sourceId, [sourceName]);
  for (const { id, aliases } of input.case.sources) names.get(id)?.push(...aliases);
  const bylines = new Map<string, Passage[]>();
  for await (const { documentId, sentence } of input.rows("noise")) {
    const passage = { documentId, ...sentence };
    const list = bylines.get(documentId);
    if (list) list.push(passage);
    else bylines.set(documentId, [passage]);
  }
  const known = new Map<string, Credit | null>();
  return (text, of) => {
    const key = JSON.stringify([text.card.id, of.card.sourceId]);
    const before = known.get(key);
    if (before !== undefined) return before;
    const wanted = capitalised(names.get(of.card.sourceId) ?? []);
    const { author = null } = text.card;
    const found =
      author !== null && holdsOne(author, wanted)
        ? { words: author, passage: null }
        : creditIn([...(bylines.get(text.card.id) ?? []), ...text.sentences], wanted);
    known.set(key, found);
    return found;
  };
}

/** Names without their article that have a capital: "post" alone names no newspaper. */
function capitalised(names: readonly string[]): string[] {
  return names
    .map((name) => name.replace(/^(the|a|an)\s+/i, ""))
    .filter((name) => /\p{Lu}/u.test(name));
}

/** The first sentence that names one of the names. */
function creditIn(sentences: readonly Passage[], names: readonly string[]): Credit | null {
  const found = sentences.find(({ text }) => holdsOne(text, names));
  if (!found) return null;
  const { documentId, start, end, text } = found;
  return { words: text, passage: { documentId, start, end, text } };
}

function holdsOne(text: string, names: readonly string[]): boolean {
  return names.some((name) => holds(text, name));
}

function holds(text: string, name: string): boolean {
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1))
    if (!isLetter(text[at - 1]) && !isLetter(text[at + name.length])) return true;
  return false;
}

function isLetter(sign: string | undefined): boolean {
  return sign !== undefined && /[\p{L}\p{N}]/u.test(sign);
}
