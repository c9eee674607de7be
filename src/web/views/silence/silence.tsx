import { whoIsSilent } from "../../../document/absence.ts";
import { withoutMarks } from "../../../document/in-words.ts";
import { cellMark } from "../../../document/judgement.ts";
import type { Absence, AbsenceRow, SilenceListRow } from "../../../serve/types.ts";
import { type Pages, usePages, useParts } from "../../api/queries.ts";
import { isolated, written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { datesInWords } from "../../parts/dates.ts";
import { Drawer } from "../../parts/drawer.tsx";
import { Find } from "../../parts/find.tsx";
import { Folded } from "../../parts/folded.tsx";
import { useChosen, useWithChosen } from "../../parts/found.tsx";
import { Judge } from "../../parts/judge.tsx";
import { JudgedSigns, ReviewSwitch } from "../../parts/judgements.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More } from "../../parts/paging.tsx";
import type { ShownPassage } from "../../parts/passage.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route, refilter } from "../../parts/route.ts";
import { readerLink, SideLabel, useDocumentName } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { Words } from "../../parts/words.tsx";
import { texts } from "../../texts.ts";
import "./silence.css";

/** What the marks are made from, for the reasons in the drawer. */
const about = ["attributions"] as const;

/** A silence follows from what each document was read to do with the claim. */
const drawnFrom = [{ question: "claims" }] as const;

const rowsShown = 60;
const words = texts.silence;

export function SilenceView({ route }: { route: Route }) {
  const { q, absent, only, as } = route.query;
  const filter = { q, absent, only, as };
  const pages = usePages("silence", filter, rowsShown);
  return (
    <>
      <Heading question={words.question}>
        {words.about.before} <em>{words.about.silent}</em> {words.about.between}{" "}
        <em>{words.about.unknown}</em>
        {words.about.after}
      </Heading>
      <Answer query={pages}>{(rows) => <Rows pages={rows} route={route} />}</Answer>
    </>
  );
}

function Rows({ pages, route }: { pages: Pages<SilenceListRow>; route: Route }) {
  const { groups } = useCase();
  const side = route.query.absent ?? "";
  const { chosen, among } = useChosen("silence", route.path[0], route.query.as);
  const listed = useWithChosen(pages.rows, among, idOf);
  return (
    <>
      <Summary pages={pages} route={route} />
      <search className="filters">
        <Find route={route} />
        <label>
          {words.absent}{" "}
          <select value={side} onChange={(e) => refilter(route, { absent: e.target.value })}>
            <option value="">{texts.shared.anySide}</option>
            {groups.map((group) => (
              <option key={group.id ?? "unaligned"} value={group.id ?? "unaligned"}>
                {isolated(group.shortName)}
              </option>
            ))}
          </select>
        </label>
        <output className="soft">
          {texts.shared.ofAll(count(pages.found, "row"), formatNumber(pages.all))}
        </output>
      </search>
      <ReviewSwitch of={drawnFrom} route={route} />
      {listed.length === 0 && <Empty>{groups.length < 2 ? words.noSides : words.none}</Empty>}
      {listed.length > 0 && (
        <table className="plain silence">
          <thead>
            <tr>
              <th scope="col">{words.claim}</th>
              <th scope="col">{words.says}</th>
              <th scope="col">{words.doesNot}</th>
            </tr>
          </thead>
          <tbody>
            {byClaim(listed).map((rows) => (
              <ClaimRows key={rows[0]?.id} rows={rows} route={route} />
            ))}
          </tbody>
        </table>
      )}
      <More pages={pages} />
      {chosen && route.path[1] !== undefined && (
        <RowEvidence row={chosen} sourceId={route.path[1]} route={route} />
      )}
    </>
  );
}

const idOf = ({ id }: SilenceListRow) => id;

/** How many claims each pair of sides has, each a link that leaves only these. */
function Summary({ pages, route }: { pages: Pages<SilenceListRow>; route: Route }) {
  const { group } = useCase();
  const chosen = route.query.only;
  const nameOf = (side: string | undefined) =>
    group(side === "unaligned" ? null : (side ?? null))?.shortName ?? side ?? "";
  const pairs = Object.entries(pages.facets.only ?? {}).filter(([, number]) => number > 0);
  if (pairs.length === 0) return null;
  const all = pairs.reduce((sum, [, number]) => sum + number, 0);
  return (
    <nav className="silence-pairs" aria-label={words.summary}>
      <ul>
        <li>
          <a
            className="chip"
            href={link("silence", [], { ...route.query, only: "" })}
            aria-current={!chosen || undefined}
          >
            <b>{words.all(formatNumber(all))}</b>
          </a>
        </li>
        {pairs.map(([pair, number]) => {
          const [by, absent] = pair.split(">");
          return (
            <li key={pair}>
              <a
                className="chip"
                href={link("silence", [], { ...route.query, only: pair })}
                aria-current={chosen === pair || undefined}
              >
                {by === absent ? (
                  words.within(formatNumber(number))
                ) : (
                  <span>
                    <b>{formatNumber(number)}</b>
                    {words.pair(nameOf(by), nameOf(absent))}
                  </span>
                )}
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Neighbouring rows of one claim: it is told once. */
function byClaim(rows: readonly SilenceListRow[]): SilenceListRow[][] {
  const claims: SilenceListRow[][] = [];
  for (const row of rows) {
    const last = claims.at(-1);
    if (last?.[0]?.claimId === row.claimId) last.push(row);
    else claims.push([row]);
  }
  return claims;
}

function ClaimRows({ rows, route }: { rows: readonly SilenceListRow[]; route: Route }) {
  return rows.map((row, at) => (
    <Row key={row.id} row={row} span={at === 0 ? rows.length : null} route={route} />
  ));
}

/** `span`: over how many rows its claim stands; null where the row above tells the claim. */
function Row({ row, span, route }: { row: SilenceListRow; span: number | null; route: Route }) {
  const { column } = useCase();
  const isChosen = route.path[0] === row.id;
  const element = useReveal<HTMLTableRowElement>(isChosen);
  // Where no source has a side, sources are held against each other.
  const isWithinOne = row.carriedBySide === row.absentSide;
  const chip = (sourceId: string, state: "silent" | "unknown" | null) => (
    <a
      className="chip"
      href={link("silence", [row.id, sourceId], route.query)}
      aria-current={(isChosen && route.path[1] === sourceId) || undefined}
    >
      {state && <StanceGlyph stance={state} />}
      {column(sourceId)?.name ?? sourceId}
      <JudgedSigns
        question="claims"
        about={row.statement}
        documentIds={column(sourceId)?.documentIds ?? []}
      />
    </a>
  );
  return (
    <tr className="silence-row" ref={element}>
      {span !== null && (
        <th scope="row" rowSpan={span}>
          <a href={link("claims", [row.claimId])}>
            <bdi {...written(row.statement)}>
              <Words text={withoutMarks(row.statement)} />
            </bdi>
          </a>
        </th>
      )}
      <td data-name={words.says}>
        <p>
          {!isWithinOne && <SideLabel side={row.carriedBySide} />}{" "}
          <span className="soft small">
            {count(row.carriedBy.length, "source")}
            {row.independent < row.carriedBy.length &&
              words.independent(formatNumber(row.independent))}
          </span>
        </p>
        <Folded
          items={row.carriedBy}
          keyOf={(sourceId) => sourceId}
          name={count(row.carriedBy.length, "source")}
        >
          {(sourceId) => chip(sourceId, null)}
        </Folded>
      </td>
      <td data-name={words.doesNot}>
        {kindsOf(row.absences).map(({ state, name, absences }, at) => (
          <div key={name} className="absent">
            <p>
              {!isWithinOne && at === 0 && <SideLabel side={row.absentSide} />}{" "}
              <span className="soft small">{name}</span>
            </p>
            <Folded
              items={absences}
              keyOf={({ sourceId }) => sourceId}
              name={count(absences.length, "source")}
            >
              {({ sourceId }) => chip(sourceId, state)}
            </Folded>
          </div>
        ))}
        <Reasons absences={row.absences} />
      </td>
    </tr>
  );
}

/** Why each is called so, where few are; else the evidence of each tells. */
function Reasons({ absences }: { absences: readonly AbsenceRow[] }) {
  const { column } = useCase();
  const told = absences.filter(({ reason }) => reason !== null);
  if (told.length === 0) return <p className="soft small">{words.reasonInDrawer}</p>;
  return (
    <details className="reasons">
      <summary>{words.reasons}</summary>
      <ul>
        {told.map((absence) => (
          <li key={absence.sourceId}>
            {whoIsSilent(absence, column(absence.sourceId)?.name ?? absence.sourceId)}:{" "}
            {absence.state}, {datesInWords(absence.reason ?? "")}
          </li>
        ))}
      </ul>
    </details>
  );
}

/** Absences of which the same may be said, the surest first. */
function kindsOf(absences: readonly AbsenceRow[]) {
  const kinds = [
    { state: "silent", scope: "source", name: words.silent },
    { state: "silent", scope: "document", name: words.oneDocumentSilent },
    { state: "unknown", scope: null, name: words.unknown },
  ] as const;
  return kinds.flatMap(({ state, scope, name }) => {
    const own = absences.filter(
      (absence) => absence.state === state && (scope === null || absence.scope === scope),
    );
    return own.length === 0 ? [] : [{ state, name: name(formatNumber(own.length)), absences: own }];
  });
}

function RowEvidence({
  row,
  sourceId,
  route,
}: {
  row: SilenceListRow;
  sourceId: string;
  route: Route;
}) {
  const { card, column } = useCase();
  const at = row.absences.findIndex((candidate) => candidate.sourceId === sourceId);
  const absence = useParts<Absence>("silence", row.id, at === -1 ? [] : [`absences/${at}`]);
  const passages = useParts<ShownPassage>("silence", row.id, ["evidence"]);
  const reason = useParts<string>("silence", row.id, ["reason"]);
  const own = passages.data?.filter(({ documentId }) => card(documentId)?.sourceId === sourceId);
  const shown = at !== -1 || own?.length === 0 ? passages.data : own;
  const name = column(sourceId)?.name ?? sourceId;
  return (
    <Drawer
      about={about}
      id={`${row.id}/${sourceId}`}
      kicker={words.kicker}
      title={row.statement}
      {...(shown ? { passages: shown } : {})}
      markOf={(passage) =>
        cellMark(row.statement, { documentId: passage.documentId, passages: [passage] })
      }
      reason={reason.data?.[0]}
      rule={row.rule}
      closeTo={link("silence", [], route.query)}
    >
      {at === -1 ? (
        <p className="stance-line">
          <strong dir="auto">{name}</strong> {words.saysIt}
        </p>
      ) : (
        absence.data?.[0] && (
          <AbsenceNote absence={absence.data[0]} name={name} statement={row.statement} />
        )
      )}
      <Answer query={passages}>{() => null}</Answer>
    </Drawer>
  );
}

function AbsenceNote(props: { absence: Absence; name: string; statement: string }) {
  const { absence, name, statement } = props;
  const nameOf = useDocumentName();
  return (
    <>
      <p className="stance-line">
        <StanceGlyph stance={absence.state} /> <strong>{whoIsSilent(absence, name)}</strong>:{" "}
        {absence.state}, {datesInWords(absence.reason)}.
      </p>
      <p className="soft">{words.readForIt}</p>
      <ul>
        {absence.documentIds.map((id) => (
          <li key={id}>
            <a href={readerLink(id)} dir="auto">
              {nameOf(id)}
            </a>
            {absence.state === "silent" && (
              <Judge mark={cellMark(statement, { documentId: id, passages: [] })} />
            )}
          </li>
        ))}
      </ul>
      <p className="soft">{words.othersSay}</p>
    </>
  );
}
