import { contains, overlaps, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Pack } from "../../lexicon/pack.ts";
import { addPhrase, createPhrases, longestPhrase, phraseWords } from "../../lexicon/phrases.ts";
import { createTraits } from "../../lexicon/traits.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { Quote, ScareQuote } from "../quotes/quotes.ts";
import type { Prose } from "../sentences/prose.ts";
import { inflections } from "./inflect.ts";

/** A label of a contested concept, found by a pack. */
export type Label = Span & {
  /** The pack row's own form ("occupied territory"), whatever the inflection in the text. */
  readonly label: string;
  readonly concept: string;
  readonly pack: string;
  /** `own`: the writer's; `quoted`: inside a quote or attributed content; `scare`: in scare quotes. */
  readonly voice: "own" | "quoted" | "scare";
  readonly rule: string;
};

type Row = { readonly label: string; readonly concept: string; readonly pack: string };

/**
 * Makes the function that finds the labels of the given packs (all packs when empty). The longest
 * label that begins at a word wins; where two packs have the same form, the pack named first does.
 *
 *     The forces of the island had liberated the harbour.
 *                                  ^^^^^^^^^ liberated (control of territory), own
 */
export function createWordingReader(
  lexicon: Lexicon,
  packs: readonly string[],
): (
  prose: Prose,
  read: {
    quotes: readonly Quote[];
    attributions: readonly Attribution[];
    scareQuotes: readonly ScareQuote[];
  },
) => Label[] {
  const names = packs.length > 0 ? packs : [...lexicon.packs.keys()];
  const phrases = createPhrases<Row | null>();
  for (const name of names) {
    const pack = lexicon.packs.get(name);
    if (pack) for (const { places, row } of rowsOf(pack)) addPhrase(phrases, places, row);
  }
  const readTraits = createTraits([(word) => phrases.next.has(word)]);
  return ({ text, tokens, sentences }, { quotes, attributions, scareQuotes }) => {
    const opens = readTraits(tokens);
    const labels: Label[] = [];
    const voiceOf = createVoiceOf(
      text,
      scareQuotes,
      quotes,
      attributions.flatMap(({ content }) => content),
    );
    for (const sentence of sentences) {
      for (let at = sentence.firstToken; at < sentence.endToken; at++) {
        if (opens[at] === 0) continue;
        const found = longestPhrase(phrases, tokens, at, sentence.endToken);
        const start = tokens[at]?.start;
        const end = found && tokens[found.end - 1]?.end;
        if (!found || start === undefined || end === undefined) continue;
        at = found.end - 1;
        if (found.value === null) continue;
        labels.push({
          start,
          end,
          ...found.value,
          voice: voiceOf({ start, end }),
          rule: `wording/${found.value.pack}`,
        });
      }
    }
    return labels;
  };
}

/** The forms of a pack's labels, and, without a row, the phrases that are none. */
function rowsOf({ pack, concepts }: Pack): { places: string[][]; row: Row | null }[] {
  return concepts.flatMap(({ concept, labels }) =>
    labels.flatMap(({ label, forms, except }) => [
      ...[label, ...forms].map((form) => ({
        places: placesOf(form),
        row: { label, concept, pack },
      })),
      ...except.map((phrase) => ({ places: placesOf(phrase), row: null })),
    ]),
  );
}

/** The words of a phrase in all their forms; the first and the last may be inflected. */
function placesOf(phrase: string): string[][] {
  const words = phraseWords(phrase);
  return words.map((word, index) =>
    index === 0 || index === words.length - 1 ? inflections(word) : [word],
  );
}

/** Whose words a span is; spans are asked in the order of the text, so each list is walked once. */
function createVoiceOf(
  text: string,
  scareQuotes: readonly Span[],
  quotes: readonly Span[],
  contents: readonly Span[],
): (span: Span) => Label["voice"] {
  const inScare = createInside(scareQuotes, contains);
  const inQuote = createInside(
    quotes.filter((quote) => !isGlossed(text, quote)),
    contains,
  );
  const inContent = createInside(contents, overlaps);
  return (span) => {
    const scare = inScare(span);
    const quoted = inQuote(span);
    const content = inContent(span);
    return scare ? "scare" : quoted || content ? "quoted" : "own";
  };
}

/** An empty quote holds nobody's words. */
function isGlossed(text: string, quote: Span): boolean {
  return text.slice(quote.start, quote.end).trim() === "";
}

/**
 * Tells of spans, asked in order, whether some item holds or touches them: a walk with the items
 * that are still open, linear in both lists.
 */
function createInside(
  items: readonly Span[],
  test: (item: Span, span: Span) => boolean,
): (span: Span) => boolean {
  const sorted = [...items].sort((a, b) => a.start - b.start);
  let next = 0;
  let open: Span[] = [];
  return (span) => {
    while (next < sorted.length && (sorted[next]?.start ?? 0) < span.end)
      open.push(sorted[next++] as Span);
    open = open.filter((item) => item.end > span.start);
    return open.some((item) => test(item, span));
  };
}
