import type { DocumentView } from "../../../serve/types.ts";
import { written } from "../../parts/bidi.ts";
import { formatInstant } from "../../parts/dates.ts";
import { count } from "../../parts/numbers.ts";
import { SideLabel, SourceName } from "../../parts/source.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";

const words = texts.shared.origin;

/** Where a document comes from; short where there is little room. */
export function DocumentHead({ view, isShort = false }: { view: DocumentView; isShort?: boolean }) {
  const { card } = view;
  const title = card.title ?? card.file;
  return (
    <header>
      <p>
        <SourceName id={card.sourceId} /> <SideLabel side={card.side} />
      </p>
      {isShort ? (
        <h2 {...written(title, view.readings.language)}>
          <Words text={title} language={view.readings.language} />
        </h2>
      ) : (
        <h1 {...written(title, view.readings.language)}>
          <Words text={title} language={view.readings.language} />
        </h1>
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
            <dd>
              <bdi>{view.author}</bdi>
            </dd>
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
            <dd className="code">
              <bdi>{card.file}</bdi>
            </dd>
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
