import { formatInstant } from "../../document/in-words.ts";
import type { Cell } from "../../serve/types.ts";
import { useDocument } from "../api.ts";
import { useCase } from "./case.tsx";
import { contextOf } from "./context.ts";
import { readerLink, SideLabel, SourceName } from "./source.tsx";
import { Answer } from "./states.tsx";

export type ShownPassage = Omit<Cell["passages"][number], "score"> & { readonly score?: number };

/** Passages of one document, each in the text around it, with where they come from. */
export function PassagesOf({
  documentId,
  passages,
}: {
  documentId: string;
  passages: readonly ShownPassage[];
}) {
  const card = useCase().card(documentId);
  const query = useDocument(documentId);
  return (
    <article className="passages">
      <h3>
        {card ? <SourceName id={card.sourceId} /> : documentId}{" "}
        <SideLabel side={card?.side ?? null} />
      </h3>
      {card?.title && <p className="title">{card.title}</p>}
      {passages.map((passage) => (
        <figure key={`${passage.start}-${passage.end}`}>
          <blockquote>
            {query.data ? (
              <InContext text={query.data.text} passage={passage} />
            ) : (
              <mark>{passage.text}</mark>
            )}
          </blockquote>
          <figcaption>
            <a href={readerLink(documentId, passage)}>Open in reader</a>
            {passage.score !== undefined && (
              <span title="Share of the telling words that the passage has; it does not say that anything is true.">
                match {passage.score.toFixed(2)}
              </span>
            )}
            <span>
              characters {passage.start}–{passage.end}
            </span>
          </figcaption>
        </figure>
      ))}
      <Answer query={query}>
        {(view) => (
          <dl className="origin">
            <dt>Published</dt>
            <dd>
              {formatInstant(view.card.published)}
              {view.publishedFrom && <span className="soft"> (from {view.publishedFrom})</span>}
            </dd>
            <dt>File</dt>
            <dd className="code">{view.card.file}</dd>
            <dt>SHA-256</dt>
            <dd className="code hash">{view.sha256}</dd>
            {view.card.completeness === "excerpt" && (
              <>
                <dt>Read</dt>
                <dd>only an excerpt</dd>
              </>
            )}
          </dl>
        )}
      </Answer>
    </article>
  );
}

function InContext({ text, passage }: { text: string; passage: ShownPassage }) {
  const { before, exact, after, startsInside, endsInside } = contextOf(text, passage);
  return (
    <>
      {startsInside && "… "}
      {before}
      <mark>{exact}</mark>
      {after}
      {endsInside && " …"}
    </>
  );
}
