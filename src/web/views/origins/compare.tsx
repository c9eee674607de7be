import { copyMark } from "../../../document/judgement.ts";
import type { Change, CopyRow, ReusedRow, SharedPassage } from "../../../serve/types.ts";
import { useDocument, useParts } from "../../api/queries.ts";
import { isolated, written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { changesInWords, kindInWords, sharesInWords } from "../../parts/copies.ts";
import { FoundDrawer } from "../../parts/found.tsx";
import { Marked } from "../../parts/marked.tsx";
import { useNarrow } from "../../parts/narrow.ts";
import { count } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { readerLink, SideLabel, SourceName } from "../../parts/source.tsx";
import { Answer } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { mergedPieces, type Piece, piecesOf } from "./pieces.ts";

const told = texts.origins.compare;

const passagesShown = 10;

/** A copy beside the text it repeats, passage by passage, and where both come from. */
export function CopyEvidence({
  text,
  copy,
  at,
  closeTo,
}: {
  text: ReusedRow;
  copy: CopyRow;
  /** Its place among the copies of the text. */
  at: number;
  closeTo: string;
}) {
  const { card } = useCase();
  const nameOf = (id: string) => card(id)?.sourceName ?? id;
  const passages = useParts<SharedPassage>("origins", text.id, [`copies/${at}/passages`]);
  const changes = useParts<Change>("origins", text.id, [`copies/${at}/changes`]);
  const { shown, more } = usePaged(passages.data ?? [], passagesShown);
  return (
    <FoundDrawer
      list="origins"
      of={text.id}
      places={[`copies/${at}/evidence`, "evidence"]}
      isWide
      id={`${text.id}/${copy.documentId}`}
      kicker={told.kicker}
      title={told.title(nameOf(copy.documentId), nameOf(text.documentId))}
      reason={text.reason}
      rule={text.rule}
      mark={copyMark(text.documentId, { documentId: copy.documentId, evidence: [copy] })}
      closeTo={closeTo}
    >
      <p className="stance-line">
        {kindInWords[copy.kind]}: {sharesInWords(copy)}; {changesInWords(copy)}.
        {copy.via !== null && told.byWayOf(nameOf(copy.via))}
      </p>
      <p className="legend">
        <span>
          <del>{told.gone}</del>
        </span>
        <span>
          <ins>{told.put}</ins>
        </span>
        {passages.data && <span>{count(passages.data.length, "passage")}</span>}
      </p>
      <ol className="diff">
        {shown.map((passage) => (
          <li key={passage.copy.start}>
            <SideBySide text={text} copy={copy} passage={passage} changes={changes.data ?? []} />
          </li>
        ))}
      </ol>
      {more}
      <ChangeList changes={changes.data ?? []} />
      <h3 className="evidence-head">{told.places}</h3>
    </FoundDrawer>
  );
}

function SideBySide(props: {
  text: ReusedRow;
  copy: CopyRow;
  passage: SharedPassage;
  changes: readonly Change[];
}) {
  const { text, copy, passage, changes } = props;
  const isNarrow = useNarrow();
  const origin = useDocument(text.documentId);
  const own = useDocument(copy.documentId);
  return (
    <Answer query={origin}>
      {({ text: first }) => (
        <Answer query={own}>
          {({ text: second }) =>
            isNarrow ? (
              <Side
                name={told.bothInOne}
                note={told.withLeftOut}
                documentId={copy.documentId}
                span={passage.copy}
                pieces={mergedPieces(passage, changes)}
                words={({ start, end, of }) => (of === "origin" ? first : second).slice(start, end)}
              />
            ) : (
              <div className="sides-by-side">
                <Side
                  name={told.text}
                  documentId={text.documentId}
                  span={passage.origin}
                  pieces={piecesOf(passage, changes, "origin")}
                  words={({ start, end }) => first.slice(start, end)}
                />
                <Side
                  name={told.copy}
                  documentId={copy.documentId}
                  span={passage.copy}
                  pieces={piecesOf(passage, changes, "copy")}
                  words={({ start, end }) => second.slice(start, end)}
                />
              </div>
            )
          }
        </Answer>
      )}
    </Answer>
  );
}

function Side(props: {
  name: string;
  documentId: string;
  span: { start: number; end: number };
  pieces: readonly Piece[];
  words: (piece: Piece) => string;
  note?: string;
}) {
  const { note, name, documentId, span, pieces, words } = props;
  const { card } = useCase();
  const own = card(documentId);
  return (
    <figure aria-label={`${name}: ${isolated(own?.sourceName ?? documentId)}`}>
      <figcaption>
        {own ? <SourceName id={own.sourceId} /> : documentId} <SideLabel side={own?.side ?? null} />
        {note && <span className="soft"> {note}</span>}
      </figcaption>
      <blockquote {...written(pieces.map(words).join(""), own?.language)}>
        <Marked
          pieces={pieces.map((piece) => ({
            key: `${piece.of}${piece.start}`,
            words: words(piece),
            mark: piece.of === "both" ? null : piece.of === "origin" ? "gone" : "put",
            ...(piece.of === "both"
              ? {}
              : { said: piece.of === "origin" ? told.notInCopy : told.onlyInCopy }),
          }))}
        />
      </blockquote>
      <a className="small" href={readerLink(documentId, span)}>
        {texts.shared.openInReader}
      </a>
    </figure>
  );
}

/** The changes as a list: for the ear, and for the eye that looks for one word. */
function ChangeList({ changes }: { changes: readonly Change[] }) {
  if (changes.length === 0) return null;
  return (
    <details className="change-list">
      <summary>{told.asList(count(changes.length, "change"))}</summary>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{told.inText}</th>
            <th scope="col">{told.inCopy}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ origin, copy, at }) => (
            <tr key={`${at.origin}-${at.copy}`}>
              <td>
                {origin ? (
                  <a href={readerLink(origin.documentId, origin)} dir="auto">
                    {origin.text}
                  </a>
                ) : (
                  <i className="soft">{told.nothing}</i>
                )}
              </td>
              <td>
                {copy ? (
                  <a href={readerLink(copy.documentId, copy)} dir="auto">
                    {copy.text}
                  </a>
                ) : (
                  <i className="soft">{told.leftOut}</i>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
