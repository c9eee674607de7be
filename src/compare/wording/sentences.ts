import type { DocumentCard } from "../../document/case.ts";
import { overlaps, type Span } from "../../document/span.ts";
import { createSweep } from "../../document/sweep.ts";
import type { Mention } from "../../read/names/names.ts";
import type { SentenceReading } from "../../read/sentences/terms.ts";
import type { Voice } from "../../read/wording/voice.ts";
import type { CompareInput } from "../input.ts";

/** A sentence of the text proper, with the names in it and whose words its parts are. */
export type SpokenSentence = Span & {
  readonly card: DocumentCard;
  readonly text: string;
  readonly reading: SentenceReading;
  /** By start. */
  readonly mentions: readonly Mention[];
  /** Whose words a stretch of the sentence is. */
  readonly voiceOf: (span: Span) => Voice;
};

/** A name with its place and the words by which it is named there. */
export type NamedPlace = Mention & { readonly form: string };

/** The names and the reported words of all documents, from which sentences are then walked, once. */
export type Spoken = {
  readonly names: readonly NamedPlace[];
  readonly walk: () => AsyncIterable<SpokenSentence>;
};

type Reported = Span & { readonly direct: boolean };

/** Between double marks inside one sentence. */
const marked = /“[^“”]*”|"[^"]*"|«[^«»]*»/g;

/** Reads names, attributions and scare quotes once; size grows with the text. */
export async function readSpoken(input: CompareInput): Promise<Spoken> {
  const cards = new Map(input.documents.map((card) => [card.id, card]));
  const mentions = new Map<string, NamedPlace[]>();
  for await (const { documentId, sentence, reading } of input.rows("mentions")) {
    const { start, end } = reading;
    const form = sentence.text.slice(start - sentence.start, end - sentence.start);
    push(mentions, documentId, { ...reading, form });
  }
  const reported = new Map<string, Reported[]>();
  for await (const { documentId, reading } of input.rows("attributions")) {
    for (const { start, end } of reading.content)
      push(reported, documentId, { start, end, direct: reading.kind === "direct" });
  }
  const scare = new Map<string, Span[]>();
  for await (const { documentId, reading } of input.rows("scareQuotes"))
    push(scare, documentId, { start: reading.start, end: reading.end });
  for (const lists of [mentions, reported, scare])
    for (const list of lists.values()) list.sort((a, b) => a.start - b.start || a.end - b.end);

  // In the order of the documents: no name comes first for its letters.
  const names = input.documents.flatMap(({ id }) =>
    (mentions.get(id) ?? []).filter(({ inferred }) => !inferred),
  );
  async function* walk(): AsyncGenerator<SpokenSentence> {
    let documentId = "";
    let sweeps = sweepsOf(documentId);
    for await (const row of input.rows("sentences")) {
      const card = cards.get(row.documentId);
      if (!card || row.reading.noise) continue;
      if (row.documentId !== documentId) {
        documentId = row.documentId;
        sweeps = sweepsOf(documentId);
      }
      const { start, end, text } = row.sentence;
      const span = { start, end };
      const own = { reported: sweeps.reported(span), scare: sweeps.scare(span) };
      yield {
        card,
        start,
        end,
        text,
        reading: row.reading,
        mentions: sweeps.mentions(span),
        voiceOf: voicesIn(span, text, own),
      };
    }
  }
  function sweepsOf(id: string) {
    return {
      mentions: createSweep(mentions.get(id) ?? []),
      reported: createSweep(reported.get(id) ?? []),
      scare: createSweep(scare.get(id) ?? []),
    };
  }
  return { names, walk };
}

function ownVoice(): Voice {
  return "own";
}

/** Makes the function that tells whose words a span of a sentence is. */
export function voicesIn(
  { start }: Span,
  text: string,
  { reported, scare }: { readonly reported: readonly Reported[]; readonly scare: readonly Span[] },
): (span: Span) => Voice {
  const hasMarks = /["“«]/.test(text);
  if (!hasMarks && reported.length === 0 && scare.length === 0) return ownVoice;
  const quotes = hasMarks
    ? [...text.matchAll(marked)].map(({ index, 0: words }) => ({
        start: start + index,
        end: start + index + words.length,
      }))
    : [];
  return (span) => {
    if (scare.some((one) => overlaps(one, span))) return "scare";
    if (quotes.some((one) => overlaps(one, span))) return "quoted";
    let voice: Voice = "own";
    for (const one of reported)
      if (overlaps(one, span)) {
        if (one.direct) return "quoted";
        voice = "attributed";
      }
    return voice;
  };
}

function push<T>(lists: Map<string, T[]>, key: string, item: T): void {
  const list = lists.get(key);
  if (list) list.push(item);
  else lists.set(key, [item]);
}
