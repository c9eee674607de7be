import type { Question } from "../../compare/findings.ts";
import type { Case, DocumentCard, Side } from "../../document/case.ts";
import { directionOf, type Run, runsAgainst } from "../../document/direction.ts";
import { formatInstant } from "../../document/in-words.ts";
import type { MarkName } from "../../document/judgement.ts";
import type { Passage } from "../../document/passage.ts";
import type { Span } from "../../document/span.ts";
import { type Html, html, plain } from "./escape.ts";
import { type JudgedMarks, judgedLines, judgedSign, nothingJudged } from "./judged.ts";

/** A document as the report shows it: its card, its hash and the text that passages are cut from. */
export type ReportDocument = {
  readonly card: DocumentCard;
  readonly sha256: string;
  readonly text: string;
  /** Why the readings that a question rests on were made where they stand; left out in large cases. */
  readonly why?: WhyAt;
};

/** The reasons of the readings behind an answer at a place, each in a sentence or two. */
export type WhyAt = (question: Question, passage: Span) => readonly string[];

/** A source that published documents of the case. */
export type ReportSource = {
  readonly id: string;
  readonly name: string;
  readonly side: string | null;
  readonly documentIds: readonly string[];
};

/** The look-ups that every section needs. */
export type ReportContext = {
  /** What is being answered; its passages say why they were read as they were. */
  readonly question: Question;
  /** What people said of what is shown. */
  readonly judged: JudgedMarks;
  readonly sides: readonly Side[];
  /** By side (sides by name, unaligned last), then by name. */
  readonly sources: readonly ReportSource[];
  /** More sources than can stand side by side: they are listed by side, and long lists are cut. */
  readonly isLarge: boolean;
  /** Passages stand open: what is shown was chosen one by one. */
  readonly isOpen: boolean;
  /** So many documents that long lists are cut, so that the page can still be sent. */
  readonly isLong: boolean;
  /** All documents of the case, ordered by id. */
  readonly cards: readonly DocumentCard[];
  readonly document: (id: string) => ReportDocument | undefined;
  /** The document's number in the list at the end, from 1. */
  readonly number: (id: string) => number;
  readonly sourceName: (id: string) => string;
  readonly sideName: (id: string | null) => string;
};

/** More sources than this do not stand side by side as columns. */
const mostColumns = 40;

/** In a large case so many entries of one finding are shown. */
export const mostEntries = 24;
/** … and so many in one of more documents than this. */
const mostWhole = 60;
const mostOfLong = 8;

/**
 * The entries to show, and a line that says how many are left out and where they are. Only large
 * and long cases are cut; `what` names the entries ("passages").
 */
export function cut<T>(
  context: Pick<ReportContext, "isLarge" | "isLong">,
  entries: readonly T[],
  question: Question,
  what: string,
  usual = mostEntries,
): { readonly shown: readonly T[]; readonly rest: Html | false } {
  // Lists of names are long as they are: a name is a word, not a passage.
  const isShort = context.isLong && usual <= mostEntries;
  const most = isShort ? Math.min(usual, mostOfLong) : usual;
  if (!(context.isLarge || context.isLong) || entries.length <= most)
    return { shown: entries, rest: false };
  return {
    shown: entries.slice(0, most),
    rest: html`<p class="note">${(entries.length - most).toLocaleString("en-GB")} more ${what} are left out here. All are in ${question}.json.</p>`,
  };
}

export function contextOf(
  declared: Pick<Case, "sides">,
  documents: readonly ReportDocument[],
): ReportContext {
  const sides = [...declared.sides].sort((a, b) => compare(a.name, b.name) || compare(a.id, b.id));
  const rank = new Map(sides.map((side, index) => [side.id, index]));
  const sources = new Map<string, ReportSource & { documentIds: string[] }>();
  for (const { card } of documents) {
    const source = sources.get(card.sourceId);
    if (source) source.documentIds.push(card.id);
    else
      sources.set(card.sourceId, {
        id: card.sourceId,
        name: card.sourceName,
        side: card.side,
        documentIds: [card.id],
      });
  }
  const rankOf = (side: string | null) =>
    side === null ? sides.length : (rank.get(side) ?? sides.length);
  const byId = new Map(documents.map((document) => [document.card.id, document]));
  const numbers = new Map(documents.map((document, index) => [document.card.id, index + 1]));
  return {
    question: "claims",
    judged: nothingJudged,
    sides,
    sources: [...sources.values()].sort(
      (a, b) => rankOf(a.side) - rankOf(b.side) || compare(a.name, b.name) || compare(a.id, b.id),
    ),
    isLarge: sources.size > mostColumns,
    isOpen: false,
    isLong: documents.length > mostWhole,
    cards: documents.map(({ card }) => card).sort((a, b) => compare(a.id, b.id)),
    document: (id) => byId.get(id),
    number: (id) => numbers.get(id) ?? 0,
    sourceName: (id) => sources.get(id)?.name ?? id,
    sideName: (id) => sides.find((side) => side.id === id)?.name ?? "unaligned",
  };
}

/** How much of the text around a passage is shown, in UTF-16 code units on each side. */
const aroundUnits = 160;

/**
 * One passage in the text around it, with where it stands, what vouches for the bytes, and what was
 * judged of the mark that it shows, if it is one of its own, and of the readings in it.
 */
export function quoted(
  context: ReportContext,
  passage: Passage,
  { mark, of = context.question }: { mark?: MarkName | undefined; of?: Question | null } = {},
): Html {
  const document = context.document(passage.documentId);
  const text = document?.text ?? passage.text;
  const { start, end } = document ? passage : { start: 0, end: text.length };
  const from = start <= aroundUnits ? 0 : after(text, start - aroundUnits, start);
  const to = end + aroundUnits >= text.length ? text.length : before(text, end + aroundUnits, end);
  const language = document?.card.language;
  const dir = directionOf(text.slice(start, end), language);
  const runs = runsAgainst(text.slice(from, to), dir).map((run) => ({
    start: run.start + from,
    end: run.end + from,
  }));
  const words = (first: number, last: number) => isolatedRuns(text, first, last, runs);
  // English is the language of the page.
  const isForeign = language !== null && language !== undefined && language !== "en";
  const attributes = html`${isForeign && html` lang="${language}"`}${dir === "rtl" && html` dir="rtl"`}`;
  return html`<figure data-at="${context.number(passage.documentId)}:${start}-${end}"><blockquote${attributes}>${from > 0 && "… "}${words(from, start)}<mark>${words(
    start,
    end,
  )}</mark>${words(end, to)}${to < text.length && " …"}</blockquote><figcaption>${origin(
    context,
    passage,
  )}</figcaption>${judgedLines([
    ...(mark ? context.judged.of(mark) : []),
    ...context.judged.within(passage, of),
  ])}${(document?.why?.(context.question, passage) ?? []).map(
    (why) => html`<p class="why"><b>Why:</b> ${why}</p>`,
  )}</figure>
`;
}

/** Part of a text, each run of the other direction that lies in it by itself. */
function isolatedRuns(text: string, start: number, end: number, runs: readonly Run[]): Html {
  const inside = runs.filter((run) => run.start >= start && run.end <= end);
  const pieces = inside.map((run, at) => {
    const before = text.slice(inside[at - 1]?.end ?? start, run.start);
    return html`${plain(before)}<bdi>${plain(text.slice(run.start, run.end))}</bdi>`;
  });
  return html`${pieces}${plain(text.slice(inside.at(-1)?.end ?? start, end))}`;
}

/** The attribute of what opens where it stands open. */
export function opened({ isOpen }: Pick<ReportContext, "isOpen">): Html | false {
  return isOpen && html` open`;
}

/** What the passages of an evidence show: one mark together, or each one of its own. */
export type Shows = {
  readonly mark?: MarkName;
  readonly markOf?: (passage: Passage) => MarkName;
};

/** Evidence that opens: a summary and the passages, each once, with what was judged of them. */
export function evidence(
  context: ReportContext,
  summary: Html | string,
  passages: readonly Passage[],
  note?: Html | string,
  rest?: Html | false,
  { mark, markOf }: Shows = {},
): Html {
  const seen = new Set<string>();
  const once = passages.filter((passage) => {
    const key = `${passage.documentId}:${passage.start}-${passage.end}`;
    return !seen.has(key) && seen.add(key);
  });
  const judged = mark ? context.judged.of(mark) : [];
  const all = markOf ? once.flatMap((passage) => context.judged.of(markOf(passage))) : judged;
  return html`<details${opened(context)}><summary>${summary}${judgedSign(all)}</summary>${judgedLines(judged)}${once.map(
    (passage) => quoted(context, passage, { mark: markOf?.(passage) }),
  )}${rest}${note && html`<p class="note">${note}</p>`}</details>`;
}

function origin(context: ReportContext, passage: Passage): Html {
  const card = context.document(passage.documentId)?.card;
  const place = `characters ${passage.start}–${passage.end}`;
  if (!card) return html`${passage.documentId}, ${place}`;
  return html`<b>${card.sourceName}</b>, ${context.sideName(card.side)}${
    card.published && html`, ${formatInstant(card.published)}`
  }, <a href="#document-${context.number(card.id)}">document ${context.number(card.id)}</a>, ${place}`;
}

/** First offset at or after `from` that follows white space; `limit` when there is none. */
function after(text: string, from: number, limit: number): number {
  for (let at = from; at < limit; at++) if (/\s/.test(text.charAt(at))) return at + 1;
  return limit;
}

/** Last offset at or before `to` that white space follows; `limit` when there is none. */
function before(text: string, to: number, limit: number): number {
  for (let at = to; at > limit; at--) if (/\s/.test(text.charAt(at))) return at;
  return limit;
}

const compare = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
