import type { DocumentView } from "../../../serve/types.ts";
import { formatInstant } from "../../parts/dates.ts";
import { count } from "../../parts/numbers.ts";
import { SideLabel, SourceName } from "../../parts/source.tsx";
import { texts } from "../../texts.ts";

const words = texts.shared.origin;

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
        <dt>{texts.shared.published}</dt>
        <dd>
          {formatInstant(card.published)}
          {view.publishedFrom && (
            <span className="soft"> ({texts.shared.takenFrom[view.publishedFrom]})</span>
          )}
        </dd>
        {view.author && !isShort && (
          <>
            <dt>{words.by}</dt>
            <dd>{view.author}</dd>
          </>
        )}
        {view.url && !isShort && (
          <>
            <dt>{words.address}</dt>
            <dd className="code">{view.url}</dd>
          </>
        )}
        {!isShort && (
          <>
            <dt>{words.file}</dt>
            <dd className="code">{card.file}</dd>
            <dt>{words.hash}</dt>
            <dd className="code hash">{view.sha256}</dd>
            <dt>{words.read}</dt>
            <dd>
              {card.completeness === "full" ? words.inFull : words.excerpt},{" "}
              {count(card.words, "word")}
            </dd>
          </>
        )}
      </dl>
    </header>
  );
}
