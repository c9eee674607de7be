import type { DraftNote, DraftQuotes } from "../compare/draft/draft.ts";
import type { Kept } from "../compare/draft/keep.ts";
import type { Span } from "../document/span.ts";
import type { Place } from "../document/yaml.ts";
import { type DraftFile, pageOf } from "../ingest/draft.ts";
import type { DraftMark } from "../ingest/marks.ts";
import { createPlaces } from "../ingest/places.ts";
import type { AnalyzedCase } from "../pipeline/analyze.ts";
import { keptBytes } from "../store/bytes.ts";
import type { CheckNote, CheckResult } from "./check-schema.ts";

/** A draft's notes with the line and column of everything they show. */
export async function checkResult(
  draft: DraftFile,
  { notes, kept, keeps }: Kept<DraftMark>,
  quotes: DraftQuotes,
  analyzed: AnalyzedCase,
): Promise<CheckResult> {
  const present = createPresenter(draft, analyzed);
  const shown: CheckNote[] = [];
  for (const note of notes) shown.push(await present(note));
  const keptShown: CheckResult["kept"] = [];
  for (const { note, reason } of kept)
    keptShown.push({ ...(await present(note)), keptBecause: reason });
  const { file, format } = draft.document;
  return {
    draft: { file, format, places: format === "docx" ? "paragraphs" : "lines" },
    case: {
      title: analyzed.case.title,
      documents: analyzed.documents.length,
      sources: new Set(analyzed.documents.map(({ sourceId }) => sourceId)).size,
    },
    notes: shown,
    kept: keptShown,
    marks: keeps.map(({ mark, rule, reason, notes: ids, problem }) => ({
      ...mark.place,
      rule,
      reason,
      notes: [...ids],
      problem,
    })),
    quoted: {
      sides: quotes.sides.map(({ side, attributions, names }) => ({
        side,
        name: analyzed.case.sides.find(({ id }) => id === side)?.name ?? side,
        attributions,
        names: names.map((one) => ({ ...one })),
      })),
      others: { ...quotes.others },
    },
  };
}

function createPresenter(
  { document, placeOf }: DraftFile,
  analyzed: AnalyzedCase,
): (note: DraftNote) => Promise<CheckNote> {
  const cards = new Map(analyzed.documents.map((card) => [card.id, card]));
  const placeIn = createPlaceIn(analyzed);
  const placed = (span: Span): CheckNote["place"] => {
    const end = placeOf(Math.max(span.start, span.end - 1));
    const text = document.text.slice(span.start, span.end).replace(/\s+/g, " ");
    const { start } = span;
    return {
      start,
      end: span.end,
      ...placeOf(start),
      endLine: end.line,
      endColumn: end.column + 1,
      text,
    };
  };
  return async (note) => {
    const passages: CheckNote["passages"] = [];
    for (const { documentId, start, end, text, role } of note.backing) {
      const card = cards.get(documentId);
      passages.push({
        start,
        end,
        ...(await placeIn(documentId, start)),
        text,
        documentId,
        file: card?.file ?? documentId,
        source: card?.sourceName ?? documentId,
        side: card?.side ?? null,
        role,
      });
    }
    const { id, rule, subject, reason, absence } = note;
    const place = note.span && placed(note.span);
    return { id, rule, place, subject, reason, passages, absence: absence && { ...absence } };
  };
}

/** Makes the function that gives the line and column of a place in the file of a document of the case. */
function createPlaceIn({
  store,
  place,
}: AnalyzedCase): (documentId: string, start: number) => Promise<Place> {
  const bytes = keptBytes(place.bytes);
  const known = new Map<string, (start: number) => Place>();
  let documents: Awaited<ReturnType<typeof store.documents>> | undefined;
  return async (documentId, start) => {
    let placeOf = known.get(documentId);
    if (!placeOf) {
      documents ??= await store.documents();
      const document = documents.find(({ id }) => id === documentId);
      const text = (await store.text(documentId)) ?? "";
      const format = document?.format ?? "text";
      const page =
        document && format === "html"
          ? pageOf(await bytes.read(document.sha256), document.file, text)
          : null;
      placeOf = createPlaces({ format, text }, page);
      known.set(documentId, placeOf);
    }
    return placeOf(start);
  };
}
