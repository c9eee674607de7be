import { useMemo } from "react";
import { withoutMarks } from "../../../document/in-words.ts";
import type { Cell, ClaimView } from "../../../serve/types.ts";
import { type Pages, useCarriers, useClaim } from "../../api/queries.ts";
import { isolated, written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { kindInWords } from "../../parts/copies.ts";
import { datesInWords, formatDate, formatInstant } from "../../parts/dates.ts";
import { Folded } from "../../parts/folded.tsx";
import { ReviewSwitch } from "../../parts/judgements.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More } from "../../parts/paging.tsx";
import { link, type Route, refilter } from "../../parts/route.ts";
import { Sentence } from "../../parts/sentence.tsx";
import { type Group, sideColour } from "../../parts/sides.ts";
import { SideLabel, SourceName, useDocumentName } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";
import { stances } from "../../parts/stances.ts";
import { Answer, Empty } from "../../parts/states.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";
import { Carried } from "./carried.tsx";
import { Carrier } from "./carrier.tsx";
import { partReader } from "./columns.ts";
import { ClaimFacts } from "./head.tsx";
import { TopicLinks } from "./topics.tsx";

/** Documents whose passages are asked for at once. */
const carriersShown = 24;

/** One claim: who carries it in which words, where it was first, and who does not. */
export function ClaimPage({ id, route }: { id: string; route: Route }) {
  const asked = route.query.ask;
  const claim = useClaim(id, asked, route.query.as);
  const carriers = useCarriers(id, asked, carriersShown, route.query.as);
  const found = useClaim(id, asked);
  const { with: _, ...filters } = route.query;
  const { overview } = useCase();
  return (
    <article className="claim-page">
      <p className="back">
        <a href={link("claims", [], filters)}>← {texts.claims.back}</a>
      </p>
      {found.data && (
        <ReviewSwitch of={[{ question: "claims", about: [found.data.statement] }]} route={route} />
      )}
      {claim.isError && found.data ? (
        <Empty>{texts.claims.nobodyAsReviewed(withoutMarks(found.data.statement))}</Empty>
      ) : (
        <Answer query={claim}>
          {(view) => (
            <>
              <header className="heading">
                <p className="kicker">
                  {view.origin === "asked" ? texts.claims.asked : texts.claims.claim}
                </p>
                <h1>
                  <bdi {...written(view.statement)}>
                    <Words text={withoutMarks(view.statement)} />
                  </bdi>
                </h1>
                <ClaimFacts row={view} />
                <TopicLinks topics={view.topics ?? []} />
              </header>
              <BySide claim={view} />
              <div className="claim-origins">
                <Appeared claim={view} />
                <Independence claim={view} />
              </div>
              <Answer query={carriers}>
                {(pages) => pages.all > 0 && <Passages claim={view} pages={pages} route={route} />}
              </Answer>
              <Quiet claim={view} route={route} />
              {overview.posts !== null && view.origin !== "asked" && (
                <section>
                  <h2>{texts.carried.heading}</h2>
                  <Carried claimId={id} route={route} />
                </section>
              )}
            </>
          )}
        </Answer>
      )}
    </article>
  );
}

/** How many sources of each side do what with it. */
function BySide({ claim }: { claim: ClaimView }) {
  const lookup = useCase();
  const sides = useMemo(() => {
    const partOf = partReader(lookup);
    return lookup.groups.map((group) => {
      const parts = group.columns.map((column) => partOf(claim, column));
      return {
        group,
        told: stances.map((stance) => ({
          stance,
          sources: parts.filter((part) => part.stances.includes(stance)).length,
        })),
      };
    });
  }, [claim, lookup]);
  return (
    <ul className="side-counts" aria-label={texts.claims.sideCounts}>
      {sides.map(({ group, told }) => (
        <li
          key={group.id ?? "unaligned"}
          className="side-count"
          style={{ "--side": sideColour(group.position) }}
        >
          <b title={group.name} dir="auto">
            {group.shortName}
          </b>
          {told
            .filter(({ sources }) => sources > 0)
            .map(({ stance, sources }) => (
              <span key={stance} className={`side-part ${stance}`}>
                <StanceGlyph stance={stance} /> {formatNumber(sources)} {stance}
              </span>
            ))}
        </li>
      ))}
    </ul>
  );
}

/** Where it was first, as far as the dates tell. */
function Appeared({ claim }: { claim: ClaimView }) {
  const { documentIds, undated } = claim.first;
  if (claim.documents === 0) return null;
  return (
    <section>
      <h2>{texts.claims.appeared}</h2>
      {documentIds.length === 0 && <p>{texts.claims.unknownFirst}</p>}
      {documentIds.length > 1 && <p className="soft">{texts.claims.oneOf}</p>}
      {documentIds.length > 0 && (
        <Folded
          items={documentIds}
          keyOf={(id) => id}
          ahead={6}
          name={count(documentIds.length - 6, "more document")}
        >
          {(id) => <DocumentLine id={id} claim={claim} />}
        </Folded>
      )}
      {undated > 0 && documentIds.length > 0 && (
        <p className="soft small">{texts.claims.undated(undated)}</p>
      )}
    </section>
  );
}

function DocumentLine({ id, claim }: { id: string; claim: ClaimView }) {
  const { card } = useCase();
  const nameOf = useDocumentName();
  const own = card(id);
  return (
    <>
      {own && <SourceName id={own.sourceId} />}{" "}
      <a href={link("claims", [claim.id, id])} {...written(nameOf(id), own?.language)}>
        <Words text={withoutMarks(nameOf(id))} language={own?.language} />
      </a>{" "}
      <span className="soft">
        {own?.published?.includes("T")
          ? formatInstant(own.published)
          : formatDate(own?.published ?? null)}
      </span>
    </>
  );
}

/** How many have it of themselves, and which have it from whom. */
function Independence({ claim }: { claim: ClaimView }) {
  const { card } = useCase();
  const { copied } = claim;
  const nameOf = (id: string) => card(id)?.sourceId ?? id;
  return (
    <section>
      <h2>{texts.claims.independence}</h2>
      <p>
        {texts.shared.ofAll(count(claim.documents, "document"), count(claim.sources, "source"))},{" "}
        <b>{texts.claims.independent(formatNumber(claim.independent))}</b>.
      </p>
      {copied.length > 0 && (
        <>
          <p className="soft">{texts.claims.copied}:</p>
          <Folded
            items={copied}
            keyOf={({ documentId }) => documentId}
            ahead={6}
            name={count(copied.length - 6, "more document")}
          >
            {({ documentId, from, kind }) => (
              <>
                <SourceName id={nameOf(documentId)} /> {texts.claims.copiedFrom}{" "}
                <SourceName id={nameOf(from)} /> <small className="soft">{kindInWords[kind]}</small>
              </>
            )}
          </Folded>
        </>
      )}
    </section>
  );
}

/** The passages in a column for each side, held against the statement or one of them. */
function Passages({ claim, pages, route }: { claim: ClaimView; pages: Pages<Cell>; route: Route }) {
  const { groups, card, column } = useCase();
  const against = pages.rows.find(({ documentId }) => documentId === route.query.with);
  const other = against?.passages[0]?.text ?? claim.statement;
  const bySide = useMemo(() => {
    const sideOf = (cell: Cell) => card(cell.documentId)?.sourceId ?? "";
    const held = (group: Group, cell: Cell) => group.columns.some(({ id }) => id === sideOf(cell));
    return groups
      .map((group) => ({ group, cells: pages.rows.filter((cell) => held(group, cell)) }))
      .filter(({ cells }) => cells.length > 0);
  }, [groups, card, pages.rows]);
  const compareWith = (id: string) => refilter(route, { with: id });
  return (
    <section aria-label={texts.claims.passages}>
      <h2>{texts.claims.passages}</h2>
      <p className="legend">
        <label>
          {texts.claims.against}{" "}
          <select
            value={against?.documentId ?? ""}
            onChange={(event) => compareWith(event.target.value)}
          >
            <option value="">{texts.claims.statement}</option>
            {pages.rows.map(({ documentId }) => (
              <option key={documentId} value={documentId}>
                {isolated(column(card(documentId)?.sourceId ?? "")?.name ?? documentId)},{" "}
                {formatDate(card(documentId)?.published ?? null)}
              </option>
            ))}
          </select>
        </label>
        <span>
          <ins>{texts.claims.otherWords}</ins>
        </span>
        <span>
          <ins className="number">{texts.claims.otherNumber}</ins>
        </span>
      </p>
      <div className="carriers">
        {bySide.map(({ group, cells }) => (
          <div key={group.id ?? "unaligned"} style={{ "--side": sideColour(group.position) }}>
            <h3 title={group.name}>
              <bdi>{group.name}</bdi>
            </h3>
            {cells.map((cell) => (
              <Carrier
                key={cell.documentId}
                cell={cell}
                claim={claim}
                other={cell === against ? null : other}
                compareWith={compareWith}
                route={route}
              />
            ))}
          </div>
        ))}
      </div>
      <More pages={pages} />
    </section>
  );
}

/** Of many sources that say nothing of it, so many stand before the fold. */
const quietAhead = 8;

function Quiet({ claim, route }: { claim: ClaimView; route: Route }) {
  const { groups, column } = useCase();
  if (claim.quiet.length === 0) return null;
  return (
    <section aria-label={texts.claims.quiet}>
      <h2>{texts.claims.quiet}</h2>
      <div className="quiet-sides">
        {groups.map((group) => {
          const own = claim.quiet.filter(({ sourceId }) =>
            group.columns.some(({ id }) => id === sourceId),
          );
          if (own.length === 0) return null;
          return (
            <div key={group.id ?? "unaligned"}>
              <SideLabel side={group.id} long />
              {(["silent", "unknown"] as const).map((state) => {
                const sources = own.filter((one) => one.state === state);
                if (sources.length === 0) return null;
                return (
                  <div key={state} className="quiet-state">
                    <p>
                      <StanceGlyph stance={state} /> {texts.claims[state]}:{" "}
                      {count(sources.length, "source")}
                    </p>
                    <Folded
                      items={sources}
                      keyOf={({ sourceId }) => sourceId}
                      ahead={quietAhead}
                      name={count(sources.length - quietAhead, "more source")}
                    >
                      {({ sourceId, documentId, documents, reason }) => (
                        <>
                          <a href={link("claims", [claim.id, documentId], route.query)}>
                            <bdi>{column(sourceId)?.name ?? sourceId}</bdi>
                          </a>{" "}
                          <span className="soft">
                            {documents > 1 && `${texts.claims.documents(documents)}: `}
                            <Sentence>{datesInWords(reason)}</Sentence>
                          </span>
                        </>
                      )}
                    </Folded>
                  </div>
                );
              })}
            </div>
          );
        })}
      </div>
    </section>
  );
}
