import { Fragment } from "react";
import { notRead } from "../../document/absence.ts";
import { directionOf, runsAgainst } from "../../document/direction.ts";
import type { MarkName } from "../../document/judgement.ts";
import type { Cell, Explained, Explanation } from "../../serve/types.ts";
import { useDocument, useExplanations } from "../api/queries.ts";
import { texts } from "../texts.ts";
import { written } from "./bidi.ts";
import { useCase } from "./case.tsx";
import { Cite } from "./cite.tsx";
import { contextOf, cuesIn } from "./context.ts";
import { formatInstant } from "./dates.ts";
import { Judge } from "./judge.tsx";
import { languageInWords } from "./languages.ts";
import { fixed } from "./numbers.ts";
import { readerLink, SideLabel, SourceName } from "./source.tsx";
import { Answer } from "./states.tsx";
import { type ReadingWhy, whyOf } from "./why.ts";
import { Why } from "./why.tsx";
import { sliceOf, Words } from "./words.tsx";

/** A kind of reading that a mark can be made from. */
export type About = Explained;

export type ShownPassage = Omit<Cell["passages"][number], "score"> & { readonly score?: number };

/** Passages of one document, each in the text around it, with where they come from. */
export function PassagesOf({
  documentId,
  passages,
  about,
  markOf,
  judgesReadings = false,
}: {
  documentId: string;
  passages: readonly ShownPassage[];
  about: readonly About[];
  /** The mark that one passage shows, where each is judged by itself. */
  markOf?: ((passage: ShownPassage) => MarkName) | undefined;
  /** The readings that it shows are what is judged. */
  judgesReadings?: boolean;
}) {
  const card = useCase().card(documentId);
  const query = useDocument(documentId);
  const explanations = useExplanations(about.length > 0 ? documentId : undefined);
  const whyAt = (passage: ShownPassage): ReadingWhy[] =>
    query.data && explanations.data
      ? whyOf(documentId, query.data.readings, explanations.data, about, passage)
      : [];
  return (
    <article className="passages">
      <h3>
        {card ? <SourceName id={card.sourceId} /> : documentId}{" "}
        <SideLabel side={card?.side ?? null} />
      </h3>
      {card?.title && (
        <p className="title" {...written(card.title, card.language)}>
          <Words text={card.title} language={card.language} />
        </p>
      )}
      {passages.map((passage) => (
        <figure key={`${passage.start}-${passage.end}`}>
          <blockquote {...written(passage.text, card?.language)}>
            {query.data ? (
              <InContext
                text={query.data.text}
                language={card?.language}
                passage={passage}
                whys={whyAt(passage).map(({ why }) => why)}
              />
            ) : (
              <mark>{passage.text}</mark>
            )}
          </blockquote>
          <figcaption>
            <a href={readerLink(documentId, passage)}>{texts.shared.openInReader}</a>
            {passage.score !== undefined && (
              <span title={texts.evidence.matchAbout}>
                {texts.evidence.match(fixed(passage.score, 2))}
              </span>
            )}
            <span>{texts.evidence.characters(passage.start, passage.end)}</span>
            {query.data && <Cite view={query.data} passage={passage} />}
          </figcaption>
          {markOf && <Judge mark={markOf(passage)} />}
          {whyAt(passage).map(({ why, mark }) => (
            <Fragment key={`${why.rule}${mark.start}-${mark.end}`}>
              <Why why={why} text={query.data?.text ?? ""} />
              {judgesReadings && <Judge mark={mark} />}
            </Fragment>
          ))}
        </figure>
      ))}
      <Answer query={query}>
        {(view) => (
          <dl className="origin">
            <dt>{texts.shared.published}</dt>
            <dd>
              {formatInstant(view.card.published)}
              {view.publishedFrom && (
                <span className="soft"> ({texts.shared.takenFrom[view.publishedFrom]})</span>
              )}
            </dd>
            {view.savedAt && (
              <>
                <dt>{texts.evidence.saved}</dt>
                <dd>{formatInstant(view.savedAt)}</dd>
              </>
            )}
            <dt>{texts.shared.origin.file}</dt>
            <dd className="code">
              <bdi>{view.card.file}</bdi>
            </dd>
            <dt>{texts.shared.origin.hash}</dt>
            <dd className="code hash">{view.sha256}</dd>
            {notRead(view.card.language) !== null && (
              <>
                <dt>{texts.shared.origin.language}</dt>
                <dd>
                  {texts.shared.notRead(
                    languageInWords(view.card.language) ?? texts.shared.languageUnknown,
                  )}
                </dd>
              </>
            )}
            {view.card.completeness === "excerpt" && (
              <>
                <dt>{texts.shared.origin.read}</dt>
                <dd>{texts.shared.origin.excerpt}</dd>
              </>
            )}
          </dl>
        )}
      </Answer>
    </article>
  );
}

/** The passage in the text around it, with the words underlined that made the rules fire. */
function InContext(props: {
  text: string;
  language: string | null | undefined;
  passage: ShownPassage;
  whys: readonly Explanation[];
}) {
  const { text, language, passage, whys } = props;
  const context = contextOf(text, passage);
  const shown = text.slice(context.from, context.to);
  const runs = runsAgainst(shown, directionOf(passage.text, language)).map(({ start, end }) => ({
    start: start + context.from,
    end: end + context.from,
  }));
  const words = (start: number, end: number) => sliceOf(text, start, end, runs);
  const cues = whys.flatMap((why) => why.cues);
  const part = (start: number, end: number) =>
    cuesIn(cues, { start, end }).map((piece) =>
      piece.roles.length === 0 ? (
        <Fragment key={piece.start}>{words(piece.start, piece.end)}</Fragment>
      ) : (
        <span key={piece.start} className="cue" title={piece.roles.join(", ")}>
          {words(piece.start, piece.end)}
        </span>
      ),
    );
  return (
    <>
      {context.startsInside && "… "}
      {part(context.from, passage.start)}
      <mark>{part(passage.start, passage.end)}</mark>
      {part(passage.end, context.to)}
      {context.endsInside && " …"}
    </>
  );
}
