import { useMemo } from "react";
import { withoutMarks } from "../../../document/in-words.ts";
import { cellMark } from "../../../document/judgement.ts";
import type { Cell, ClaimView } from "../../../serve/types.ts";
import { written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { formatDate } from "../../parts/dates.ts";
import { differencesOf } from "../../parts/differences.ts";
import { JudgedSign } from "../../parts/judgements.tsx";
import { Marked } from "../../parts/marked.tsx";
import { link, type Route } from "../../parts/route.ts";
import { readerLink, SourceName } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";
import { inSentence } from "./evidence.tsx";

/** What one document says of a claim, with what differs from the text that it is held against. */
export function Carrier({
  cell,
  claim,
  other,
  compareWith,
  route,
}: {
  cell: Cell;
  claim: ClaimView;
  /** Null for the passage that the others are held against. */
  other: string | null;
  compareWith: (documentId: string) => void;
  route: Route;
}) {
  const { card } = useCase();
  const own = card(cell.documentId);
  const [first, ...rest] = cell.passages;
  const from = claim.copied.find(({ documentId }) => documentId === cell.documentId)?.from;
  return (
    <figure className={other === null ? "carrier chosen" : "carrier"}>
      <figcaption>
        {own ? <SourceName id={own.sourceId} /> : cell.documentId}{" "}
        <span className="soft">{formatDate(own?.published ?? null)}</span>
        {own?.title && (
          <bdi className="title" {...written(own.title, own.language)}>
            <Words text={withoutMarks(own.title)} language={own.language} />
          </bdi>
        )}
      </figcaption>
      <p className="stance-line">
        <StanceGlyph stance={cell.stance} /> {inSentence(cell)}
        {cell.also.length > 0 && texts.claims.also(cell.also.join(", "))}
        <JudgedSign mark={cellMark(claim.statement, cell)} />
        {from !== undefined && (
          <span className="soft">
            {" "}
            · {texts.claims.copied.toLowerCase()}, <bdi>{card(from)?.sourceName ?? from}</bdi>
          </span>
        )}
      </p>
      {first && <Passage text={first.text} language={own?.language} other={other} />}
      {rest.length > 0 && (
        <details>
          <summary>{texts.claims.morePassages(rest.length)}</summary>
          {rest.map(({ start, text }) => (
            <Passage key={start} text={text} language={own?.language} other={other} />
          ))}
        </details>
      )}
      <p className="small links">
        <a href={link("claims", [claim.id, cell.documentId], route.query)}>
          {texts.claims.evidence}
        </a>{" "}
        {first && <a href={readerLink(cell.documentId, first)}>{texts.shared.openInReader}</a>}{" "}
        {other !== null && (
          <button type="button" className="plain" onClick={() => compareWith(cell.documentId)}>
            {texts.claims.compare}
          </button>
        )}
      </p>
    </figure>
  );
}

function Passage({
  text,
  language,
  other,
}: {
  text: string;
  language: string | null | undefined;
  other: string | null;
}) {
  const differences = useMemo(
    () => (other === null ? null : differencesOf(text, other)),
    [text, other],
  );
  if (!differences)
    return (
      <blockquote {...written(text, language)}>
        <Words text={withoutMarks(text)} language={language} />
      </blockquote>
    );
  const { pieces, missing } = differences;
  const said = { other: texts.claims.inOtherWords, number: texts.claims.withOtherNumber };
  return (
    <>
      <blockquote {...written(text, language)}>
        <Marked
          pieces={pieces.map(({ start, end, is }) => ({
            key: start,
            words: text.slice(start, end),
            mark: is === "same" ? null : is === "number" ? "number" : "put",
            ...(is === "same" ? {} : { said: said[is] }),
          }))}
        />
      </blockquote>
      {missing.length > 0 && (
        <p className="missing small">
          {texts.claims.notHere} <del dir="auto">{missing.slice(0, missingShown).join(", ")}</del>
          {missing.length > missingShown && " …"}
        </p>
      )}
    </>
  );
}

/** So many words of the other text are named as missing. */
const missingShown = 12;
