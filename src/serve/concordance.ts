import { voicesIn } from "../compare/wording/sentences.ts";
import type { LabelUse, WordingRow } from "../compare/wording/wording.ts";
import type { Passage } from "../document/passage.ts";
import type { Voice } from "../read/wording/voice.ts";
import type { ListCase } from "./lists/list.ts";
import { type Facets, type Page, pageOf, type Stretch } from "./paged.ts";
import type { DocumentView } from "./types.ts";

/** One use of a label with the words around it, in one line. */
export type ConcordanceLine = Passage & {
  readonly sourceId: string;
  readonly voice: Voice;
  readonly before: string;
  readonly after: string;
};

/** A page of the uses of one label, and how many uses are counted in all. */
export type Concordance = Page<ConcordanceLine> & {
  readonly concept: string;
  readonly uses: number;
};

export type ConcordanceQuery = {
  /** A declared side or `unaligned`. */
  readonly side?: string | undefined;
  /** The source's own voice, or what it quotes and reports. */
  readonly voice?: "own" | "others" | undefined;
};

/** How many UTF-16 code units stand on each side of a use. */
export const aroundUnits = 70;

/** Texts that are looked into for the voices of one answer. */
const mostDocuments = 400;

/**
 * The uses of a label of which the passages are kept, by side and source, each in the words around
 * it; null where the row has no such label. Of one source the first uses are kept.
 */
export async function concordanceOf(
  row: WordingRow,
  label: string,
  query: ConcordanceQuery,
  stretch: Stretch,
  lookup: ListCase,
  read: (documentId: string) => Promise<DocumentView | null>,
): Promise<Concordance | null> {
  const uses = row.labels.find((one) => one.label === label)?.uses;
  if (!uses) return null;
  const documents = new Map<string, DocumentView | null>();
  const viewOf = async (id: string) => {
    if (!documents.has(id) && documents.size < mostDocuments) documents.set(id, await read(id));
    return documents.get(id) ?? null;
  };
  const ordered = [...uses].sort(
    (a, b) => (lookup.placeOf(a.sourceId) ?? 0) - (lookup.placeOf(b.sourceId) ?? 0),
  );
  const lines: ConcordanceLine[] = [];
  for (const { sourceId, evidence } of ordered)
    for (const passage of withoutTwice(evidence)) {
      const view = await viewOf(passage.documentId);
      if (view) lines.push(lineOf(sourceId, passage, row, view));
    }
  const isOfSide = (side: string | undefined) => (line: ConcordanceLine) =>
    !side || lookup.sideOf(line.sourceId) === side;
  const isOfVoice = (voice: string | undefined) => (line: ConcordanceLine) =>
    !voice || (line.voice === "own") === (voice === "own");
  const found = lines.filter(isOfSide(query.side)).filter(isOfVoice(query.voice));
  // Own voice first: the two are read apart.
  found.sort((a, b) => Number(a.voice !== "own") - Number(b.voice !== "own"));
  const countBy = (choices: readonly string[], test: (choice: string) => ConcordanceLine[]) =>
    Object.fromEntries(choices.map((choice) => [choice, test(choice).length]));
  const facets: Facets = {
    side: countBy([...lookup.sides, "unaligned"], (side) =>
      lines.filter(isOfSide(side)).filter(isOfVoice(query.voice)),
    ),
    voice: countBy(["own", "others"], (voice) =>
      lines.filter(isOfSide(query.side)).filter(isOfVoice(voice)),
    ),
  };
  return {
    concept: row.concept,
    uses: uses.reduce((sum, use) => sum + mentions(use), 0),
    ...pageOf(found, stretch, {
      row: (line) => line,
      all: lines.length,
      facets,
      chosen: { side: query.side, voice: query.voice },
    }),
  };
}

function mentions({ own, quoted, attributed, scare }: LabelUse): number {
  return own + quoted + attributed + scare;
}

function withoutTwice(passages: readonly Passage[]): Passage[] {
  const seen = new Set<string>();
  return passages.filter(({ documentId, start, end }) => {
    const key = `${documentId} ${start} ${end}`;
    return !seen.has(key) && seen.add(key);
  });
}

function lineOf(
  sourceId: string,
  passage: Passage,
  row: WordingRow,
  view: DocumentView,
): ConcordanceLine {
  const { text } = view;
  const { documentId, start, end } = passage;
  return {
    documentId,
    start,
    end,
    text: plain(passage.text),
    sourceId,
    voice: voiceOf(passage, row, view),
    before: wordsBefore(text.slice(Math.max(0, start - aroundUnits), start), start > aroundUnits),
    after: wordsAfter(text.slice(end, end + aroundUnits), end + aroundUnits < text.length),
  };
}

/** As it was counted: a pack's label has its voice from the reading, a found one from its sentence. */
function voiceOf({ start, end }: Passage, { origin }: WordingRow, view: DocumentView): Voice {
  const { wording, sentences, attributions, scareQuotes } = view.readings;
  if (origin === "pack") {
    const label = wording.find((one) => one.start === start && one.end === end);
    if (label) return label.voice;
  }
  const sentence = sentences.find((one) => one.start <= start && end <= one.end) ?? { start, end };
  const reported = attributions.flatMap(({ kind, content }) =>
    content.map((span) => ({ ...span, direct: kind === "direct" })),
  );
  const words = view.text.slice(sentence.start, sentence.end);
  return voicesIn(sentence, words, { reported, scare: scareQuotes })({ start, end });
}

/** Half a word at the cut is left out; line ends become spaces. */
function wordsBefore(words: string, isCut: boolean): string {
  return plain(isCut ? words.replace(/^\S*\s/, "") : words);
}

function wordsAfter(words: string, isCut: boolean): string {
  return plain(isCut ? words.replace(/\s\S*$/, "") : words);
}

function plain(words: string): string {
  return words.replace(/\s+/g, " ");
}
