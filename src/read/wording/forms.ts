import type { Pack, PackLabel } from "../../lexicon/pack.ts";
import { gap, phraseWords } from "../../lexicon/phrases.ts";
import type { Token } from "../sentences/prose.ts";
import { inflections } from "./inflect.ts";

/** What a form in the text stands for, and where it does not. */
export type Row = {
  readonly label: string;
  readonly concept: string;
  readonly pack: string;
  readonly rule: string;
  /** What the pack is about, shared by the packs of one group. */
  readonly subject: string;
  /** One of these must be near; undefined for no such condition. */
  readonly near: ReadonlySet<string> | undefined;
  /** None of these may be near. */
  readonly far: ReadonlySet<string> | undefined;
  /** Parts of speech of a form of one word; undefined for any. */
  readonly pos: string | undefined;
};

/**
 * The forms of all chosen packs as one tree over lower-cased words, so that the number of packs
 * costs nothing at a word with which no form begins. `rows` is empty at a phrase that is none.
 */
export type Forms = {
  rows: Row[] | undefined;
  readonly next: Map<string, Forms>;
  /** What follows 1 to `widestGap` words that are not told. */
  gap: Forms | undefined;
};

/** A form that was met: the token after it, and what it may stand for. */
export type Met = { readonly end: number; readonly rows: readonly Row[] };

/** So many words "…" stands for at most. */
const widestGap = 3;

const partsOfSpeech = { noun: "NOUN", verb: "VERB", adjective: "ADJ" } as const;

/** Marks that may stand between the words of one form: "cease-fire", "U.N.". */
const joiners = new Set(["-", "–", "‑", "."]);

function isJoiner(word: string): boolean {
  return word.length === 1 && joiners.has(word);
}

/** All forms of the packs; of packs with the same form the one named first comes first. */
export function createForms(packs: readonly Pack[]): Forms {
  const forms = emptyForms();
  for (const { pack, group, concepts } of packs)
    for (const { concept, labels } of concepts)
      for (const row of labels) {
        const several = rowOf(row, { concept, pack, subject: group ?? pack });
        const single = row.as === null ? several : { ...several, pos: partsOfSpeech[row.as] };
        for (const form of [row.label, ...row.forms]) {
          const words = phraseWords(form);
          addForm(forms, words, words.length === 1 ? single : several);
        }
        for (const phrase of row.except) addForm(forms, phraseWords(phrase), undefined);
      }
  return forms;
}

function emptyForms(): Forms {
  return { rows: undefined, next: new Map(), gap: undefined };
}

function rowOf(row: PackLabel, of: Pick<Row, "concept" | "pack" | "subject">): Row {
  return {
    label: row.label,
    ...of,
    rule: `wording/${of.pack}`,
    near: wordSet(row.with),
    far: wordSet(row.not),
    pos: undefined,
  };
}

function wordSet(words: readonly string[]): ReadonlySet<string> | undefined {
  return words.length === 0
    ? undefined
    : new Set(words.flatMap((word) => inflections(word.toLowerCase())));
}

/** The first and the last word of a form may be inflected. */
function addForm(forms: Forms, words: readonly string[], row: Row | undefined): void {
  let level: Forms[] = [forms];
  for (const [index, word] of words.entries()) {
    const deeper = new Set<Forms>();
    const written = index === 0 || index === words.length - 1 ? inflections(word) : [word];
    for (const node of level) {
      if (word === gap) {
        node.gap ??= emptyForms();
        deeper.add(node.gap);
        continue;
      }
      for (const form of written) {
        let next = node.next.get(form);
        if (!next) {
          next = emptyForms();
          node.next.set(form, next);
        }
        deeper.add(next);
      }
    }
    level = [...deeper];
  }
  for (const node of level) {
    node.rows ??= [];
    if (row) node.rows.push(row);
  }
}

/** Every form that begins at token `from`, the shortest first. */
export function formsAt(
  forms: Forms,
  tokens: readonly Token[],
  from: number,
  limit: number,
): readonly Met[] {
  const first = forms.next.get(tokens[from]?.lower ?? "");
  if (!first) return none;
  if (!first.rows && !first.gap) {
    // Most forms of several words go no further than a common first word: "in", "the".
    const next = from + 1 < limit ? (tokens[from + 1]?.lower ?? "") : "";
    if (!isJoiner(next) && !first.next.has(next)) return none;
  }
  const met: Met[] = [];
  follow(first, tokens, from + 1, limit, met);
  return met.length > 1 ? met.sort((a, b) => a.end - b.end) : met;
}

const none: readonly Met[] = [];

function follow(
  start: Forms,
  tokens: readonly Token[],
  from: number,
  limit: number,
  met: Met[],
): void {
  let node: Forms | undefined = start;
  if (node.rows) met.push({ end: from, rows: node.rows });
  for (let at = from; at < limit; at++) {
    const word = tokens[at]?.lower ?? "";
    if (isJoiner(word)) continue;
    if (node.gap) skip(node.gap, tokens, at, limit, met);
    node = node.next.get(word);
    if (!node) return;
    if (node.rows) met.push({ end: at + 1, rows: node.rows });
  }
}

/** Passes 1 to `widestGap` words, no mark among them, and goes on behind each. */
function skip(
  node: Forms,
  tokens: readonly Token[],
  from: number,
  limit: number,
  met: Met[],
): void {
  for (let at = from; at < limit && at < from + widestGap; at++) {
    if (tokens[at]?.pos === "PUNCT") return;
    const next = node.next.get(tokens[at + 1]?.lower ?? "");
    if (next && at + 1 < limit) follow(next, tokens, at + 2, limit, met);
  }
}
