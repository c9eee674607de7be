import type { Case } from "../../document/case.ts";
import { shortId } from "../../document/ids.ts";
import { createOverlapping } from "../../document/overlapping.ts";
import { contains, overlaps, type Span } from "../../document/span.ts";
import { readQuotes } from "../../read/quotes/quotes.ts";
import type { Readings } from "../../read/readings.ts";
import type { PassageIndex } from "../claims/passages.ts";
import { sidesByName } from "../sourcing/compare-sourcing.ts";
import type { Sourcing } from "../sourcing/sourcing.ts";
import { noteAltered } from "./altered.ts";
import type { Absence, Backing, DraftNote, DraftQuotes } from "./draft.ts";
import { countOf, listOf } from "./in-words.ts";
import type { ClaimsSetting } from "./of-claims.ts";

/** Quoted words of fewer words are a name, a title or a word at a distance rather than a speech. */
const fewestWords = 6;
/** Names and passages shown of a side that the draft does not quote. */
const shownNames = 4;

/** Notes quotations that the case has in other words, and those without a speaker; tells who in the case says the same. */
export function noteQuotes(
  { text, readings }: { readonly text: string; readonly readings: Readings },
  { index, from }: Pick<ClaimsSetting, "index" | "from">,
  whole: Absence,
): DraftNote[] {
  const { paragraphs, noise } = readings;
  const quotes = readQuotes({ text, paragraphs, sentences: [], tokens: [] });
  const spoken = createOverlapping(
    readings.attributions.flatMap(({ source, content }) =>
      source.length === 0 ? [] : content.map(({ start, end }) => ({ start, end })),
    ),
  );
  return quotes.flatMap((quote): DraftNote[] => {
    const words = text.slice(quote.start, quote.end);
    if (quote.depth > 0 || noise.some((one) => overlaps(one, quote))) return [];
    const altered = noteAltered(text, { inner: quote, outer: quote.outer }, index, from);
    const notes = altered ? [altered] : [];
    if (wordsOf(words).length < fewestWords || spoken(quote.outer).length > 0) return notes;
    const backing = sameWords(words, quote, index, from);
    const span: Span = quote.outer;
    return [
      ...notes,
      {
        id: shortId("unattributed-quote", wordsOf(words).join(" ")),
        rule: "unattributed-quote",
        span,
        subject: words,
        reason:
          backing.length > 0
            ? `Nobody is said to have said this. The case has the same words in ${countOf(new Set(backing.map(({ documentId }) => documentId)).size, "document")}.`
            : `Nobody is said to have said this, and none of the ${countOf(whole.documents, "document")} of the case holds these words.`,
        backing,
        absence: backing.length > 0 ? null : whole,
      },
    ];
  });
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Passages of the case shown of the same words. */
const shownSame = 3;

/** Passages that hold a quotation's first sentence word for word: those are asked that hold its rarest term. */
function sameWords(words: string, quote: Span, index: PassageIndex, from: number): Backing[] {
  const [first = ""] = words.split(/(?<=[.!?])\s/);
  const wanted = ` ${wordsOf(first).join(" ")} `;
  const said = { start: quote.start, end: quote.start + first.length };
  const holders = index.passages
    .slice(from)
    .flatMap(({ terms, places }) =>
      terms.filter((_, at) => contains(said, { start: places[at] ?? -1, end: places[at] ?? -1 })),
    )
    .map((term) => index.postings[term] ?? [])
    .sort((a, b) => a.length - b.length)[0];
  const found: Backing[] = [];
  for (const at of holders ?? []) {
    const passage = index.passages[at];
    if (!passage || at >= from || found.length === shownSame) break;
    if (!` ${wordsOf(passage.text).join(" ")} `.includes(wanted)) continue;
    const { documentId, start, end, text } = passage;
    const by = (index.attributions[passage.document] ?? []).find(({ content }) =>
      content.some((span) => overlaps(span, passage)),
    );
    const role = by?.sourceName ? `gives it as the word of ${by.sourceName}` : "has the same words";
    found.push({ documentId, start, end, text, role });
  }
  return found;
}

/** "Nobody in Orvane has said that …" quotes nobody, and a writer is not quoted by herself. */
const nobody = /^(?:(?:nobody|none|neither|no)\b|(?:I|we)$)/i;

/** Whom the draft quotes, by declared side; notes the sides that it does not quote. */
export function noteSides(
  readings: Readings,
  declared: Case,
  sourcing: Sourcing,
  whole: Absence,
): { readonly notes: readonly DraftNote[]; readonly quotes: DraftQuotes } {
  const sideOf = sidesByName(declared);
  const bySide = new Map<string, Map<string, number>>(
    declared.sides.map(({ id }) => [id, new Map()]),
  );
  const others = { named: 0, unnamed: 0 };
  const undeclared = new Map<string, number>();
  for (const { sourceName, cue, negated } of readings.attributions) {
    if (negated || (sourceName !== null && nobody.test(sourceName))) continue;
    if (cue.some((span) => readings.noise.some((noise) => contains(noise, span)))) continue;
    const side = sourceName === null ? null : sideOf(sourceName);
    const names = side === null ? undefined : bySide.get(side);
    if (names && sourceName !== null) names.set(sourceName, (names.get(sourceName) ?? 0) + 1);
    else if (sourceName !== null) {
      others.named++;
      undeclared.set(sourceName, (undeclared.get(sourceName) ?? 0) + 1);
    } else others.unnamed++;
  }
  const sides = declared.sides.map(({ id }) => {
    const names = [...(bySide.get(id) ?? [])].map(([name, count]) => ({ name, count }));
    return {
      side: id,
      attributions: names.reduce((sum, { count }) => sum + count, 0),
      names: names.sort((a, b) => b.count - a.count),
    };
  });
  const notes = declared.sides.flatMap(({ id, name }): DraftNote[] => {
    if ((bySide.get(id)?.size ?? 0) > 0) return [];
    const note = notQuoted({ id, name }, sourcing, whole, [...undeclared.keys()]);
    return note ? [note] : [];
  });
  return { notes, quotes: { sides, others } };
}

/** Undefined where the case does not quote the side either: then nothing is missing. */
function notQuoted(
  { id, name }: { readonly id: string; readonly name: string },
  { rows }: Sourcing,
  whole: Absence,
  undeclared: readonly string[],
): DraftNote | undefined {
  const people = new Map<string, { count: number; readonly backing: Backing }>();
  const sources = new Set<string>();
  for (const { sourceId, quoted } of rows)
    for (const one of quoted) {
      if (one.side !== id || one.name === null) continue;
      sources.add(sourceId);
      const known = people.get(one.name);
      const [first] = one.evidence;
      if (known) known.count += one.count;
      else
        people.set(one.name, {
          count: one.count,
          backing: { ...first, role: `quotes ${one.name}` },
        });
    }
  const most = [...people].sort(([, a], [, b]) => b.count - a.count).slice(0, shownNames);
  if (most.length === 0) return undefined;
  const times = [...people.values()].reduce((sum, { count }) => sum + count, 0);
  return {
    id: shortId("side-not-quoted", id),
    rule: "side-not-quoted",
    span: null,
    subject: name,
    reason: `The draft quotes nobody who is declared of: ${name}.${
      undeclared.length > 0
        ? ` Of no declared side are: ${listOf(undeclared.slice(0, shownNames))}${undeclared.length > shownNames ? ", …" : ""}.`
        : ""
    } In the case, ${countOf(sources.size, "source")} of ${whole.sources} quote that side, ${countOf(times, "time")} in all: ${listOf(most.map(([who, { count }]) => `${who} (${count})`))}.`,
    backing: most.map(([, { backing }]) => backing),
    absence: null,
  };
}
