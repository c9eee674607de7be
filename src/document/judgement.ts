import type { Anchor } from "./anchor.ts";

/**
 * The log of a case lies beside its case file: people's own work, to be kept under version control
 * and shared, never among what may be deleted.
 */
export const judgementsFile = "judgements.jsonl";

/** What may be said of a mark. A note says neither. */
export const verdicts = ["confirm", "reject", "note"] as const;
export type Verdict = (typeof verdicts)[number];

/**
 * What can be judged: a cell of a claim, a number, a use of a label, a copy of another text, a reading
 * of one document.
 */
export const judgedQuestions = ["claims", "figures", "wording", "origins", "readings"] as const;
export type JudgedQuestion = (typeof judgedQuestions)[number];

/**
 * A mark as a person sees it: what was found where. `about` is the claim's statement, what a number
 * counts, the concept and its label, the document that is repeated, the kind of reading; the
 * offsets are those of its first passage, both 0 where the mark stands on the document as a whole (a silence).
 */
export type MarkName = {
  readonly question: JudgedQuestion;
  readonly about: string;
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
};

/** One judgement, as its line of the log has it. */
export type Judgement = {
  readonly id: string;
  /** Instant in UTC. */
  readonly at: string;
  readonly author: string;
  readonly act: Verdict;
  /** Why; the note itself where `act` is `note`. */
  readonly note: string | null;
  readonly question: JudgedQuestion;
  readonly about: string;
  /** What the mark said: the stance, the number, the voice. */
  readonly says: string;
  readonly rule: string;
  readonly documentId: string;
  /** SHA-256 of the document's bytes, by which a file is known that was given another name. */
  readonly sha256: string;
  /** Null where the document as a whole was judged. */
  readonly anchor: Anchor | null;
};

/** Takes a judgement back. */
export type Undoing = {
  readonly id: string;
  readonly at: string;
  readonly author: string;
  readonly act: "undo";
  readonly undoes: string;
};

export type LogEntry = Judgement | Undoing;

/**
 * `placed`: the mark is there and says what was judged; `changed`: the words are there, but are read
 * otherwise or not at all; `lost`: the words, or the document, are gone.
 */
export type PlaceState = "placed" | "changed" | "lost";

/** A judgement that holds, with where its mark is now. */
export type PlacedJudgement = Judgement & {
  readonly state: PlaceState;
  /** The key of the mark that it is on; null where it is not placed. */
  readonly mark: string | null;
  /** Where the words are now; null where they are gone or the whole document was judged. */
  readonly place: {
    readonly documentId: string;
    readonly start: number;
    readonly end: number;
  } | null;
};

/** The same for the same mark in the page and in the log's reader. */
export function markKey({ question, about, documentId, start, end }: MarkName): string {
  return JSON.stringify([question, documentId, about, start, end]);
}

/** What a key names. */
export function partsOfKey(key: string): MarkName {
  const [question, documentId, about, start, end] = JSON.parse(key) as [
    JudgedQuestion,
    string,
    string,
    number,
    number,
  ];
  return { question, documentId, about, start, end };
}

/**
 * The judgements that were not undone, in order of time. The order of the lines does not matter and
 * a line that stands there twice counts once, so that logs of several people can be joined.
 */
export function foldLog(entries: readonly LogEntry[]): Judgement[] {
  const undone = new Set(entries.flatMap((one) => (one.act === "undo" ? [one.undoes] : [])));
  const seen = new Set<string>();
  return entries
    .filter((one): one is Judgement => one.act !== "undo" && !undone.has(one.id))
    .sort(byTime)
    .filter(({ id }) => !seen.has(id) && seen.add(id));
}

/**
 * Of one author's confirmations and rejections of one mark the last; every note. What stands on no
 * mark any more is told apart by its anchor.
 */
export function lastOfEach(judgements: readonly PlacedJudgement[]): PlacedJudgement[] {
  const last = new Map<string, string>();
  const keyOf = ({ author, mark, question, about, documentId, anchor }: PlacedJudgement) =>
    JSON.stringify([author, mark ?? [question, about, documentId, anchor]]);
  for (const one of judgements) if (one.act !== "note") last.set(keyOf(one), one.id);
  return judgements.filter((one) => one.act === "note" || last.get(keyOf(one)) === one.id);
}

/** Equal times are ordered by what else the lines hold: never by where they stand. */
function byTime(a: LogEntry, b: LogEntry): number {
  return (
    compare(a.at, b.at) || compare(a.id, b.id) || compare(JSON.stringify(a), JSON.stringify(b))
  );
}

/**
 * What several judgements of one mark come to. `reject` where nobody confirms it, `confirm` where
 * nobody rejects it, `split` where people differ (nothing is left out then), `note` where there are
 * notes alone.
 */
export type Standing = "confirm" | "reject" | "split" | "note";

export function standingOf(judgements: readonly Pick<Judgement, "act">[]): Standing | null {
  const acts = new Set(judgements.map(({ act }) => act));
  if (acts.has("confirm")) return acts.has("reject") ? "split" : "confirm";
  if (acts.has("reject")) return "reject";
  return acts.has("note") ? "note" : null;
}

/** The judgements of each mark that is there, by its key. */
export function byMark<T extends Pick<PlacedJudgement, "mark">>(
  judgements: readonly T[],
): Map<string, T[]> {
  const marks = new Map<string, T[]>();
  for (const one of judgements) {
    if (one.mark === null) continue;
    const list = marks.get(one.mark);
    if (list) list.push(one);
    else marks.set(one.mark, [one]);
  }
  return marks;
}

type Cellish = {
  readonly documentId: string;
  readonly passages: readonly { readonly start: number; readonly end: number }[];
};
type Passageish = {
  readonly documentId: string;
  readonly start: number;
  readonly end: number;
};

/** The cell of a claim. */
export function cellMark(statement: string, { documentId, passages: [first] }: Cellish): MarkName {
  return {
    question: "claims",
    about: statement,
    documentId,
    start: first?.start ?? 0,
    end: first?.end ?? 0,
  };
}

/** One source's number for a quantity. */
export function figureMark(
  what: string,
  {
    documentId,
    evidence: [first],
  }: { documentId: string; evidence: readonly [Passageish, ...Passageish[]] },
): MarkName {
  return { question: "figures", about: what, documentId, start: first.start, end: first.end };
}

/** One use of a label. */
export function labelMark(label: string, { documentId, start, end }: Passageish): MarkName {
  return { question: "wording", about: label, documentId, start, end };
}

/** One document that repeats passages of another. */
export function copyMark(
  originId: string,
  {
    documentId,
    evidence: [{ start, end }],
  }: { documentId: string; evidence: readonly [Passageish, ...Passageish[]] },
): MarkName {
  return { question: "origins", about: originId, documentId, start, end };
}

type Readingish = { readonly start?: number; readonly end?: number; readonly content?: unknown };

/** One reading of a document; an attribution spans its source, its cue and its content. */
export function readingMark(kind: string, documentId: string, reading: Readingish): MarkName {
  const spans = spansOf(reading);
  return {
    question: "readings",
    about: kind,
    documentId,
    start: Math.min(...spans.map(({ start }) => start)),
    end: Math.max(...spans.map(({ end }) => end)),
  };
}

type Span = { readonly start: number; readonly end: number };

function spansOf(reading: Readingish): readonly Span[] {
  const { start, end } = reading;
  if (start !== undefined && end !== undefined) return [{ start, end }];
  const parts = reading as Readonly<Record<"source" | "cue" | "content", readonly Span[]>>;
  return [...parts.source, ...parts.cue, ...parts.content];
}

/** What a reading, a number or a cell says, short: where that changes, a judgement of it is void. */
export function saysOf(mark: object): string {
  const fields = mark as Readonly<Record<string, unknown>>;
  return told
    .flatMap((name) => {
      const value = fields[name];
      if (value === null || value === undefined || value === false || value === "") return [];
      if (value === true) return [name];
      return [Array.isArray(value) ? value.join(" to ") : String(value)];
    })
    .join(" · ");
}

/** Fields that tell what a mark says, of whatever kind it is. */
const told = [
  "stance",
  "sourceName",
  "attitude",
  "negated",
  "distancing",
  "reported",
  "qualifier",
  "value",
  "range",
  "unit",
  "attributedTo",
  "edtf",
  "concept",
  "label",
  "voice",
  "name",
  "kind",
] as const;

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
