import { Fragment, memo } from "react";
import { directionOf, runsAgainst } from "../../../document/direction.ts";
import type { ClaimBeside } from "../../../serve/types.ts";
import { written } from "../../parts/bidi.ts";
import { sliceOf } from "../../parts/words.tsx";
import { Beside } from "./beside.tsx";
import type { Piece } from "./marks.ts";
import { segmentsOf } from "./segments.ts";

type Span = { readonly start: number; readonly end: number };

/** One page of a document: its paragraphs as text, marks drawn on them, the chosen place lit. */
export const Page = memo(function Page({
  text,
  language,
  paragraphs,
  pieces,
  at,
  atId,
  claims,
  chosenClaim,
  linkTo,
}: {
  text: string;
  language: string | null;
  paragraphs: readonly Span[];
  pieces: readonly Piece[];
  at: Span | null;
  /** Id of the element where the chosen place begins. */
  atId: string;
  /** What stands beside the paragraphs; empty where there is no margin. */
  claims: readonly ClaimBeside[];
  chosenClaim: string | undefined;
  linkTo: (changes: Record<string, string | undefined>) => string;
}) {
  const first = paragraphs.find((paragraph) => at && at.start < paragraph.end);
  return paragraphs.map((paragraph) => {
    const own = text.slice(paragraph.start, paragraph.end);
    const runs = runsAgainst(own, directionOf(own, language)).map((run) => ({
      start: run.start + paragraph.start,
      end: run.end + paragraph.start,
    }));
    return (
      <div key={paragraph.start} className="row">
        <p className="paragraph" {...written(own, language)}>
          {voicesAt(pieces, paragraph).map((name) => (
            <span key={name} className="voice" dir="auto">
              {name}
            </span>
          ))}
          {segmentsOf(paragraph.start, paragraph.end, [
            ...pieces.filter((piece) => piece.mark.kind !== "voices"),
            ...(at ? [{ ...at, look: "at", mark: null }] : []),
          ]).map(({ start, end, on }) => {
            const words = sliceOf(text, start, end, runs);
            if (on.length === 0) return <Fragment key={start}>{words}</Fragment>;
            const isAt = on.some((piece) => piece.mark === null);
            const innermost = innermostOf(on);
            const looks = [...new Set(on.map((piece) => piece.look))].join(" ");
            const inner = innermost ? (
              <a
                className={`m ${looks}`}
                href={linkTo({
                  at: `${innermost.start}-${innermost.end}`,
                  claim: innermost.claim?.id,
                })}
                tabIndex={-1}
                title={innermost.title}
              >
                {words}
              </a>
            ) : (
              words
            );
            const isFirst =
              isAt && paragraph === first && start === Math.max(at?.start ?? 0, paragraph.start);
            return isAt ? (
              <mark key={start} id={isFirst ? atId : undefined}>
                {inner}
              </mark>
            ) : (
              <span key={start}>{inner}</span>
            );
          })}
        </p>
        <Beside
          claims={claimsAt(claims, paragraph)}
          chosen={chosenClaim}
          units={paragraph.end - paragraph.start}
        />
      </div>
    );
  });
});

/** Claims whose best passage begins in this paragraph. */
function claimsAt(claims: readonly ClaimBeside[], { start, end }: Span): ClaimBeside[] {
  return claims.filter(
    ({ passages: [best] }) => best !== undefined && best.start >= start && best.start < end,
  );
}

/** The shortest mark on a stretch: what a click on it means. */
function innermostOf(on: readonly { readonly mark: Piece["mark"] | null }[]) {
  return on
    .flatMap(({ mark }) => mark ?? [])
    .reduce<Piece["mark"] | null>(
      (best, mark) => (best && best.end - best.start <= mark.end - mark.start ? best : mark),
      null,
    );
}

/** Writers of a thread who begin in this paragraph. */
function voicesAt(pieces: readonly Piece[], paragraph: Span): string[] {
  return pieces
    .filter(
      ({ mark, start }) =>
        mark.kind === "voices" && start >= paragraph.start && start < paragraph.end,
    )
    .map(({ mark }) => mark.title);
}
