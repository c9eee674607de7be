import { type FormEvent, useMemo, useState } from "react";
import type { Claim } from "../../../serve/types.ts";
import { useAsk, useFindings } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { Find } from "../../parts/find.tsx";
import { useNarrow } from "../../parts/narrow.ts";
import { count } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { link, type Route, refilter } from "../../parts/route.ts";
import { mostColumns } from "../../parts/sides.ts";
import { StanceLegend } from "../../parts/stance.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { Cards } from "./cards.tsx";
import { cellsOf } from "./cells.ts";
import { CellEvidence } from "./evidence.tsx";
import { Matrix } from "./matrix.tsx";
import { findClaims, type Sort, sortClaims, sorts } from "./sort.ts";
import "./claims.css";

const rowsShown = 60;
/** Cards with hundreds of sources are long. */
const cardsShown = 20;

export function ClaimsView({ route }: { route: Route }) {
  const query = useFindings("claims");
  return (
    <>
      <Heading question="Who says it?">
        Things that documents say, and what each source does with them. Choose a sign to see the
        passage behind it.
      </Heading>
      <AskBox route={route} />
      <Answer query={query}>{(claims) => <Found claims={claims} route={route} />}</Answer>
    </>
  );
}

function AskBox({ route }: { route: Route }) {
  const asked = route.query.ask ?? "";
  const [statement, setStatement] = useState(asked);
  const query = useAsk(asked);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    location.hash = link("claims", [], { ...route.query, ask: statement.trim() });
  };
  return (
    <div className="ask">
      <form onSubmit={submit}>
        <label htmlFor="ask">Who says this?</label>
        <input
          id="ask"
          type="text"
          value={statement}
          maxLength={2000}
          placeholder="Write a statement to look for in every document"
          onChange={(event) => setStatement(event.target.value)}
        />
        <button type="submit">Ask</button>
      </form>
      {asked !== "" && (
        <Answer query={query}>
          {(claim) => <Table claims={[claim]} route={route} label="Asked" />}
        </Answer>
      )}
    </div>
  );
}

function Found({ claims, route }: { claims: readonly Claim[]; route: Route }) {
  const sort =
    (Object.keys(sorts) as Sort[]).find((key) => key === route.query.sort) ?? "contested";
  const words = route.query.q ?? "";
  const contestedOnly = route.query.only === "contested";
  const rows = useMemo(
    () => sortClaims(findClaims(claims, { words, contestedOnly }), sort),
    [claims, words, contestedOnly, sort],
  );
  const { columns } = useCase();
  const selected = rows.findIndex((claim) => claim.id === route.path[0]);
  const { shown, more } = usePaged(
    rows,
    columns.length > mostColumns ? cardsShown : rowsShown,
    selected,
  );
  const contested = claims.filter((claim) => claim.contested).length;
  return (
    <>
      <search className="filters">
        <Find route={route} />
        <label>
          Order{" "}
          <select value={sort} onChange={(e) => refilter(route, { sort: e.target.value })}>
            {Object.entries(sorts).map(([key, name]) => (
              <option key={key} value={key}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <label className="check">
          <input
            type="checkbox"
            checked={contestedOnly}
            onChange={(e) => refilter(route, { only: e.target.checked ? "contested" : undefined })}
          />
          contested only
        </label>
        <output className="soft">
          {count(rows.length, "claim")}
          {rows.length < claims.length ? ` of ${claims.length}` : ""}, {contested} contested
        </output>
      </search>
      <StanceLegend />
      {rows.length === 0 ? (
        <Empty>
          {claims.length === 0 ? "No two documents say the same thing." : "No claim matches."}
        </Empty>
      ) : (
        <Table claims={shown} route={route} label="Claims" />
      )}
      {more}
    </>
  );
}

function Table({
  claims,
  route,
  label,
}: {
  claims: readonly Claim[];
  route: Route;
  label: string;
}) {
  const narrow = useNarrow();
  const { columns } = useCase();
  const [claimId, documentId] = route.path;
  const chosen = claims.find((claim) => claim.id === claimId);
  const lookup = useCase();
  const [cell] = chosen && documentId ? cellsOf(chosen, lookup)(documentId) : [];
  return (
    <>
      {narrow || columns.length > mostColumns ? (
        <Cards claims={claims} route={route} label={label} />
      ) : (
        <Matrix claims={claims} route={route} label={label} />
      )}
      {chosen && cell && <CellEvidence claim={chosen} cell={cell} route={route} />}
    </>
  );
}
