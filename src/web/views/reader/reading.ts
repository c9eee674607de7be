import { useMemo } from "react";
import type { ClaimBeside, DocumentView } from "../../../serve/types.ts";
import { link, type Route } from "../../parts/route.ts";
import { type Mark, marksOf, type Piece } from "./marks.ts";
import { pagesOf } from "./segments.ts";

type Span = { readonly start: number; readonly end: number };

export type LinkTo = (changes: Record<string, string | undefined>) => string;

/** One open document: what is marked, what is chosen, which page is shown. */
export type Reading = {
  readonly marks: readonly Mark[];
  readonly shownMarks: readonly Mark[];
  readonly shownPieces: readonly Piece[];
  readonly hidden: ReadonlySet<string>;
  readonly at: Span | null;
  /** The marks at the chosen place, the one that has exactly its span first. */
  readonly here: readonly Mark[];
  readonly pages: readonly (readonly Span[])[];
  readonly pageIndex: number;
  readonly chosenClaim: ClaimBeside | undefined;
  readonly linkTo: LinkTo;
};

/**
 * What the address says of one of the open documents; `place` counts from 0. `at` is a place of the
 * document that `on` names, the first without it; a chosen claim is a place of each that carries it.
 */
export function useReading(
  view: DocumentView,
  claims: readonly ClaimBeside[],
  route: Route,
  place: number,
): Reading {
  const { marks, pieces } = useMemo(() => marksOf(view.readings, claims), [view, claims]);
  const hide = route.query.hide ?? "";
  const hidden = useMemo(() => new Set(hide.split(",")), [hide]);
  const isOn = (route.query.on ?? "1") === String(place + 1);
  const chosenClaim = claims.find(({ id }) => id === route.query.claim);
  const length = view.text.length;
  const placed = isOn ? parseAt(route.query.at, length) : null;
  const [best] = chosenClaim?.passages ?? [];
  const span = placed ?? best ?? null;
  const atKey = span ? `${span.start}-${span.end}` : "";
  const at = useMemo(() => parseAt(atKey, length), [atKey, length]);
  const pages = useMemo(() => {
    const { paragraphs } = view.readings;
    return pagesOf(paragraphs.length > 0 ? paragraphs : [{ start: 0, end: length }]);
  }, [view, length]);
  const pageOfAt = at ? pages.findIndex((page) => (page.at(-1)?.end ?? 0) > at.start) : -1;
  const wanted = Number(route.query[pageKey(place)] ?? 1) - 1;
  const shownMarks = useMemo(() => marks.filter((mark) => !hidden.has(mark.kind)), [marks, hidden]);
  const shownPieces = useMemo(
    () => pieces.filter((piece) => !hidden.has(piece.mark.kind)),
    [pieces, hidden],
  );
  const here = useMemo(() => {
    if (!at) return [];
    const isExact = (mark: Mark) => mark.start === at.start && mark.end === at.end;
    return shownMarks
      .filter((mark) => mark.start < at.end && at.start < mark.end)
      .sort((a, b) => Number(isExact(b)) - Number(isExact(a)));
  }, [at, shownMarks]);
  const linkTo = useMemo<LinkTo>(
    () => (changes) =>
      link("reader", route.path, {
        ...route.query,
        ...("at" in changes
          ? { claim: undefined, evidence: undefined, on: place > 0 ? String(place + 1) : undefined }
          : {}),
        [pageKey(place)]: undefined,
        ...changes,
      }),
    [route, place],
  );
  return {
    ...{ marks, shownMarks, shownPieces, hidden, at, here, pages, chosenClaim, linkTo },
    pageIndex: Math.min(Math.max(0, pageOfAt >= 0 ? pageOfAt : wanted), pages.length - 1),
  };
}

/** The mark before or after the chosen place, in the order of the text. */
export function markBeside(
  { at, shownMarks }: Pick<Reading, "at" | "shownMarks">,
  way: 1 | -1,
): Mark | undefined {
  const current = at
    ? shownMarks.findIndex((mark) => mark.start === at.start && mark.end === at.end)
    : -1;
  const from = at?.start ?? -1;
  if (current >= 0) {
    const others = way === 1 ? shownMarks.slice(current + 1) : shownMarks.slice(0, current);
    const isOther = (mark: Mark) => mark.start !== at?.start || mark.end !== at?.end;
    return way === 1 ? others.find(isOther) : others.findLast(isOther);
  }
  return way === 1
    ? shownMarks.find((mark) => mark.start >= from)
    : shownMarks.findLast((mark) => mark.start < from);
}

export function pageKey(place: number): string {
  return place === 0 ? "page" : `page${place + 1}`;
}

/** `120-180` as a span inside the text; null for anything else. */
function parseAt(at: string | undefined, length: number): Span | null {
  const match = /^(\d+)-(\d+)$/.exec(at ?? "");
  if (!match) return null;
  const [start, end] = [Number(match[1]), Math.min(Number(match[2]), length)];
  return start < end ? { start, end } : null;
}
