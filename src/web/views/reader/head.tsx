import { formatInstant, originInWords } from "../../../document/in-words.ts";
import type { DocumentView } from "../../../serve/types.ts";
import { count } from "../../parts/numbers.ts";
import { SideLabel, SourceName } from "../../parts/source.tsx";

/** Where a document comes from; short where there is little room. */
export function DocumentHead({ view, isShort = false }: { view: DocumentView; isShort?: boolean }) {
  const { card } = view;
  return (
    <header>
      <p>
        <SourceName id={card.sourceId} /> <SideLabel side={card.side} />
      </p>
      {isShort ? (
        <h2 dir="auto">{card.title ?? card.file}</h2>
      ) : (
        <h1 dir="auto">{card.title ?? card.file}</h1>
      )}
      <dl className="origin">
        <dt>Published</dt>
        <dd>
          {formatInstant(card.published)}
          {view.publishedFrom && (
            <span className="soft"> ({originInWords(view.publishedFrom)})</span>
          )}
        </dd>
        {view.author && !isShort && (
          <>
            <dt>By</dt>
            <dd>{view.author}</dd>
          </>
        )}
        {view.url && !isShort && (
          <>
            <dt>Address</dt>
            <dd className="code">{view.url}</dd>
          </>
        )}
        {!isShort && (
          <>
            <dt>File</dt>
            <dd className="code">{card.file}</dd>
            <dt>SHA-256</dt>
            <dd className="code hash">{view.sha256}</dd>
            <dt>Read</dt>
            <dd>
              {card.completeness === "full" ? "in full" : "only an excerpt"},{" "}
              {count(card.words, "word")}
            </dd>
          </>
        )}
      </dl>
    </header>
  );
}
