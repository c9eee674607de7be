import { type FormEvent, useState } from "react";
import { type ListFilter, useAsk, usePages } from "../../api/queries.ts";
import { ReviewSwitch } from "../../parts/judgements.tsx";
import { useNarrow } from "../../parts/narrow.ts";
import { More } from "../../parts/paging.tsx";
import { link, type Route } from "../../parts/route.ts";
import { StanceLegend } from "../../parts/stance.tsx";
import { Answer, Empty, FailureNote, Heading } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { Cards } from "./cards.tsx";
import { CellEvidence } from "./evidence.tsx";
import { Filters } from "./filters.tsx";
import { Matrix } from "./matrix.tsx";
import { ClaimPage } from "./page.tsx";
import { oneRow, useRows } from "./rows.ts";
import { Topics } from "./topics.tsx";
import "../../parts/heads.css";
import "./claims.css";

const drawnFrom = [{ question: "claims" }] as const;

/** Cards asked for at once: with hundreds of sources they are long. */
const cardsShown = 20;

export function ClaimsView({ route }: { route: Route }) {
  const [claimId, documentId] = route.path;
  if (claimId !== undefined && documentId === undefined)
    return <ClaimPage key={claimId} id={claimId} route={route} />;
  return (
    <>
      <Heading question={texts.claims.question}>{texts.claims.howToRead}</Heading>
      <AskBox route={route} />
      <Found route={route} />
      {documentId !== undefined && <CellEvidence route={route} />}
    </>
  );
}

function AskBox({ route }: { route: Route }) {
  const asked = route.query.ask ?? "";
  const [statement, setStatement] = useState(asked);
  const query = useAsk(asked);
  const isNarrow = useNarrow();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    location.hash = link("claims", [], { ...route.query, ask: statement.trim() });
  };
  return (
    <div className="ask">
      <form onSubmit={submit}>
        <label htmlFor="ask">{texts.claims.askLabel}</label>
        <input
          dir="auto"
          id="ask"
          type="text"
          value={statement}
          maxLength={2000}
          placeholder={texts.claims.askHint}
          onChange={(event) => setStatement(event.target.value)}
        />
        <button type="submit">{texts.claims.ask}</button>
      </form>
      {asked !== "" && (
        <Answer query={query}>
          {(row) =>
            isNarrow ? (
              <Cards rows={[row]} route={route} label={texts.claims.asked} />
            ) : (
              <section aria-label={texts.claims.asked}>
                <Matrix
                  rows={oneRow(row)}
                  route={route}
                  label={texts.claims.asked}
                  name={`asked:${asked}`}
                />
              </section>
            )
          }
        </Answer>
      )}
    </div>
  );
}

function Found({ route }: { route: Route }) {
  const { q, sort, only, origin, stance, side, as, carried, topic } = route.query;
  const filter = { q, sort, only, origin, stance, side, as, carried, topic };
  return useNarrow() ? (
    <FoundCards filter={filter} route={route} />
  ) : (
    <FoundMatrix filter={filter} route={route} />
  );
}

function FoundMatrix({ filter, route }: { filter: ListFilter; route: Route }) {
  const { rows, page, error } = useRows(filter);
  if (!page && error) return <FailureNote error={error} />;
  return (
    <Answer query={{ data: page, error }}>
      {(first) => (
        <>
          <Filters page={first} route={route} />
          <Topics facet={first.facets.topic} filter={filter} route={route} />
          <ReviewSwitch of={drawnFrom} route={route} />
          <StanceLegend />
          {first.found === 0 ? (
            <Nothing all={first.all} />
          ) : (
            <section aria-label={texts.claims.claims}>
              <Matrix
                rows={rows}
                route={route}
                label={texts.claims.claims}
                name={JSON.stringify(filter)}
              />
            </section>
          )}
          <p className="soft small">{texts.claims.keys}</p>
        </>
      )}
    </Answer>
  );
}

function FoundCards({ filter, route }: { filter: ListFilter; route: Route }) {
  const pages = usePages("claims", filter, cardsShown);
  return (
    <Answer query={pages}>
      {(found) => (
        <>
          <Filters page={found} route={route} />
          <Topics facet={found.facets.topic} filter={filter} route={route} />
          <ReviewSwitch of={drawnFrom} route={route} />
          <StanceLegend />
          {found.found === 0 ? (
            <Nothing all={found.all} />
          ) : (
            <Cards rows={found.rows} route={route} label={texts.claims.claims} />
          )}
          <More pages={found} />
        </>
      )}
    </Answer>
  );
}

function Nothing({ all }: { all: number }) {
  return <Empty>{all === 0 ? texts.claims.nothingSaid : texts.claims.nothingMatches}</Empty>;
}
