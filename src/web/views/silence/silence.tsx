import { whoIsSilent } from "../../../document/absence.ts";
import { datesInWords, withoutMarks } from "../../../document/in-words.ts";
import type { Absence, AbsenceRow, SilenceListRow } from "../../../serve/types.ts";
import { type Pages, useOne, usePages, useParts } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { Drawer } from "../../parts/drawer.tsx";
import { Find } from "../../parts/find.tsx";
import { Folded } from "../../parts/folded.tsx";
import { useWithChosen } from "../../parts/found.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More } from "../../parts/paging.tsx";
import type { ShownPassage } from "../../parts/passage.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route, refilter } from "../../parts/route.ts";
import { readerLink, SideLabel, useDocumentName } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import "./silence.css";

/** What the marks are made from, for the reasons in the drawer. */
const about = ["attributions"] as const;

const rowsShown = 60;

export function SilenceView({ route }: { route: Route }) {
  const pages = usePages("silence", { q: route.query.q, absent: route.query.absent }, rowsShown);
  return (
    <>
      <Heading question="Who is silent?">
        What the sources of one side say and no source of another does. <em>Silent</em> is only said
        of documents that were read in full and could already have known, and of a source only where
        several of its documents are; otherwise it is <em>unknown</em>.
      </Heading>
      <Answer query={pages}>{(rows) => <Rows pages={rows} route={route} />}</Answer>
    </>
  );
}

function Rows({ pages, route }: { pages: Pages<SilenceListRow>; route: Route }) {
  const { groups } = useCase();
  const side = route.query.absent ?? "";
  const { data: chosen } = useOne("silence", route.path[0]);
  const listed = useWithChosen(pages.rows, chosen, idOf);
  return (
    <>
      <search className="filters">
        <Find route={route} />
        <label>
          Absent{" "}
          <select value={side} onChange={(e) => refilter(route, { absent: e.target.value })}>
            <option value="">any side</option>
            {groups.map((group) => (
              <option key={group.id ?? "unaligned"} value={group.id ?? "unaligned"}>
                {group.shortName}
              </option>
            ))}
          </select>
        </label>
        <output className="soft">
          {count(pages.found, "row")} of {formatNumber(pages.all)}
        </output>
      </search>
      {listed.length === 0 && (
        <Empty>
          {groups.length < 2
            ? "Silence is told between sides: declare them in case.yaml."
            : "Nothing that one side says is missing from another."}
        </Empty>
      )}
      {listed.map((row) => (
        <Row key={row.id} row={row} route={route} />
      ))}
      <More pages={pages} />
      {chosen && route.path[1] !== undefined && (
        <RowEvidence row={chosen} sourceId={route.path[1]} route={route} />
      )}
    </>
  );
}

const idOf = ({ id }: SilenceListRow) => id;

function Row({ row, route }: { row: SilenceListRow; route: Route }) {
  const { column } = useCase();
  const element = useReveal<HTMLElement>(route.path[0] === row.id);
  // Where no source has a side, sources are held against each other.
  const isWithinOne = row.carriedBySide === row.absentSide;
  const mark = (sourceId: string) => ({
    href: link("silence", [row.id, sourceId], route.query),
    "aria-current":
      (route.path[0] === row.id && route.path[1] === sourceId) || (undefined as true | undefined),
  });
  return (
    <section className="silence-row" ref={element}>
      <h2>
        <a href={link("claims", [row.claimId])}>{withoutMarks(row.statement)}</a>
      </h2>
      <div className="silence-sides">
        <div>
          <p>
            {isWithinOne ? (
              <span className="soft">These say it</span>
            ) : (
              <>
                <SideLabel side={row.carriedBySide} /> <span className="soft">says it</span>
              </>
            )}
          </p>
          <Folded
            items={row.carriedBy}
            keyOf={(sourceId) => sourceId}
            name={count(row.carriedBy.length, "source")}
          >
            {(sourceId) => (
              <a className="chip" {...mark(sourceId)}>
                {column(sourceId)?.name ?? sourceId}
              </a>
            )}
          </Folded>
          <p className="soft small">
            {count(row.carriedBy.length, "source")}, {formatNumber(row.independent)} independent
          </p>
        </div>
        <div>
          <p>
            {isWithinOne ? (
              <span className="soft">These do not</span>
            ) : (
              <>
                <SideLabel side={row.absentSide} /> <span className="soft">does not</span>
              </>
            )}
          </p>
          <Folded items={row.absences} keyOf={({ sourceId }) => sourceId} name={told(row.absences)}>
            {(absence) => (
              <>
                <a className="chip" {...mark(absence.sourceId)}>
                  <StanceGlyph stance={absence.state} />{" "}
                  {whoIsSilent(absence, column(absence.sourceId)?.name ?? absence.sourceId)}:{" "}
                  {absence.state}
                </a>
                {absence.reason !== null && (
                  <span className="soft"> {datesInWords(absence.reason)}</span>
                )}
              </>
            )}
          </Folded>
        </div>
      </div>
    </section>
  );
}

/** "110 silent, 12 unknown". */
function told(absences: readonly AbsenceRow[]): string {
  return (["silent", "unknown"] as const)
    .map((state) => [absences.filter((absence) => absence.state === state).length, state] as const)
    .filter(([number]) => number > 0)
    .map(([number, state]) => `${formatNumber(number)} ${state}`)
    .join(", ");
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
      kicker="Silence"
      title={row.statement}
      {...(shown ? { passages: shown } : {})}
      reason={reason.data?.[0]}
      rule={row.rule}
      closeTo={link("silence", [], route.query)}
    >
      {at === -1 ? (
        <p className="stance-line">
          <strong>{name}</strong> says it.
        </p>
      ) : (
        absence.data?.[0] && <AbsenceNote absence={absence.data[0]} name={name} />
      )}
      <Answer query={passages}>{() => null}</Answer>
    </Drawer>
  );
}

function AbsenceNote({ absence, name }: { absence: Absence; name: string }) {
  const nameOf = useDocumentName();
  return (
    <>
      <p className="stance-line">
        <StanceGlyph stance={absence.state} /> <strong>{whoIsSilent(absence, name)}</strong>:{" "}
        {absence.state}, {datesInWords(absence.reason)}.
      </p>
      <p className="soft">Read for it:</p>
      <ul>
        {absence.documentIds.map((id) => (
          <li key={id}>
            <a href={readerLink(id)}>{nameOf(id)}</a>
          </li>
        ))}
      </ul>
      <p className="soft">Where the others say it:</p>
    </>
  );
}
