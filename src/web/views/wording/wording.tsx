import { labelMark } from "../../../document/judgement.ts";
import type { RowOf } from "../../../serve/types.ts";
import { type Pages, useEvery, usePages } from "../../api/queries.ts";
import { isolated } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { Find } from "../../parts/find.tsx";
import { atOnce, Folded } from "../../parts/folded.tsx";
import { FoundDrawer, useChosen, useWithChosen } from "../../parts/found.tsx";
import { JudgedSigns, ReviewSwitch } from "../../parts/judgements.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More } from "../../parts/paging.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { type Column, type Group, mostColumns, sideColour } from "../../parts/sides.ts";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { ConcordanceView, concordanceAddress, linesOfWord } from "./concordance.tsx";
import { Contrasts } from "./contrasts.tsx";
import { Glance } from "./glance.tsx";
import "../../parts/heads.css";
import "./wording.css";

const words = texts.wording;

/** What the marks are made from, for the reasons in the drawer. */
const about = ["wording"] as const;

const drawnFrom = [{ question: "wording" }] as const;

const conceptsShown = 20;

type Row = RowOf<"wording">;
type LabelUse = Row["labels"][number]["uses"][number];

export function WordingView({ route }: { route: Route }) {
  const rows = usePages("wording", { q: route.query.q, as: route.query.as }, conceptsShown);
  const contrasts = useEvery("contrasts");
  const [id, label] = route.path;
  // Two parts of an address name a thing and its label, or words held against each other and one of them.
  if (id !== undefined && label !== undefined && route.path.length === 2) {
    if (!contrasts.data) return <Answer query={contrasts}>{() => null}</Answer>;
    if (!contrasts.data.some((one) => one.id === id))
      return <ConcordanceView id={id} label={label} route={route} />;
  }
  if (id !== undefined && label !== undefined && route.path[2] === linesOfWord) {
    if (!contrasts.data) return <Answer query={contrasts}>{() => null}</Answer>;
    if (contrasts.data.some((one) => one.id === id))
      return <ConcordanceView id={id} label={label} route={route} />;
  }
  return (
    <>
      <Heading question={words.question}>
        {words.about.start} <span className="quoted">“2”</span> {words.about.quoted}{" "}
        <i className="attributed">2</i> {words.about.attributed} <span className="scare">‘2’</span>{" "}
        {words.about.scare} {words.glanceAbout}
      </Heading>
      <Answer query={rows}>{(pages) => <Concepts pages={pages} route={route} />}</Answer>
      <Answer query={contrasts}>
        {(answer) => <Contrasts contrasts={answer} route={route} />}
      </Answer>
    </>
  );
}

function Concepts({ pages, route }: { pages: Pages<Row>; route: Route }) {
  const [id, label, sourceId] = route.path;
  // Here, two parts of an address name a word that one side uses more.
  const { chosen, among } = useChosen(
    "wording",
    route.path.length === 2 ? undefined : id,
    route.query.as,
  );
  const listed = useWithChosen(pages.rows, among, idOf);
  const at = chosen?.labels.findIndex((candidate) => candidate.label === label) ?? -1;
  const uses = chosen?.labels[at]?.uses ?? [];
  const use = uses.find((candidate) => candidate.sourceId === sourceId);
  return (
    <>
      <search className="filters">
        <Find route={route} />
        <output className="soft">
          {texts.shared.ofAll(count(pages.found, "thing"), formatNumber(pages.all))}
        </output>
      </search>
      <ReviewSwitch of={drawnFrom} route={route} />
      {listed.length === 0 && <Empty>{words.none}</Empty>}
      {listed.map((row) => (
        <Concept key={row.id} row={row} route={route} />
      ))}
      <More pages={pages} />
      {chosen && use && label && (
        <UseEvidence
          row={chosen}
          label={label}
          use={use}
          place={`labels/${at}/uses/${uses.indexOf(use)}/evidence`}
          route={route}
        />
      )}
    </>
  );
}

const idOf = ({ id }: Row) => id;

function Concept({ row, route }: { row: Row; route: Route }) {
  const { groups } = useCase();
  const totals = new Map(row.totals.map((total) => [total.sourceId, total]));
  const element = useReveal<HTMLElement>(route.path[0] === row.id);
  const sides = groups
    .map((group) => ({
      group,
      columns: group.columns.filter((c) => (totals.get(c.id)?.mentions ?? 0) > 0),
    }))
    .filter(({ columns }) => columns.length > 0);
  const columns = sides.flatMap((side) => side.columns);
  const absent = groups
    .flatMap((group) => group.columns)
    .filter((column) => (totals.get(column.id)?.mentions ?? 0) === 0);
  return (
    <section className="concept" ref={element} aria-label={row.concept}>
      <h2>
        <a href={link("wording", [row.id], route.query)}>{row.concept}</a>{" "}
        <small>{row.pack === null ? words.noPack : words.pack(row.pack)}</small>
      </h2>
      {sides.length > 1 && (
        <Glance row={row} groups={sides.map(({ group }) => group)} route={route} />
      )}
      {columns.length > mostColumns ? (
        <BySide row={row} sides={sides} route={route} />
      ) : (
        <BySource row={row} sides={sides} route={route} />
      )}
      {absent.length > 0 && (
        <div className="soft small">
          {absent.length <= atOnce ? (
            <p>{words.notBy(absent.map(({ name }) => name).join(", "))}</p>
          ) : (
            <Folded
              items={absent}
              keyOf={(column) => column.id}
              name={words.notByCount(count(absent.length, "source"))}
            >
              {(column) => <bdi>{column.name}</bdi>}
            </Folded>
          )}
        </div>
      )}
    </section>
  );
}

type SideColumns = { readonly group: Group; readonly columns: readonly Column[] };
type Shown = { row: Row; sides: readonly SideColumns[]; route: Route };

/** One column per source. */
function BySource({ row, sides, route }: Shown) {
  const columns = sides.flatMap((side) => side.columns);
  const firsts = new Set(sides.map((side) => side.columns[0]));
  const totals = new Map(row.totals.map((total) => [total.sourceId, total]));
  return (
    <div className="scroll">
      <table className="uses">
        <thead>
          <tr>
            <td />
            {sides.map(({ group, columns: own }) => (
              <th
                key={group.id ?? "unaligned"}
                scope="colgroup"
                colSpan={own.length}
                className="side-head"
                style={{ "--side": sideColour(group.position) }}
                title={group.name}
              >
                <span dir="auto">{group.shortName}</span>
              </th>
            ))}
          </tr>
          <tr>
            <th scope="col">{words.label}</th>
            {columns.map((column) => (
              <th
                key={column.id}
                scope="col"
                className={firsts.has(column) ? "source-head first" : "source-head"}
              >
                <span dir="auto">{column.name}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row.labels.map((label) => (
            <tr key={label.label}>
              <th scope="row">
                <a href={concordanceAddress(route, row.id, label.label)} dir="auto">
                  {label.label}
                </a>
              </th>
              {columns.map((column) => (
                <UseCell
                  key={column.id}
                  row={row}
                  label={label.label}
                  column={column}
                  isFirst={firsts.has(column)}
                  use={label.uses.find((use) => use.sourceId === column.id)}
                  route={route}
                />
              ))}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.mentionsOfWords}</th>
            {columns.map((column) => (
              <td key={column.id} className={firsts.has(column) ? "first" : undefined}>
                {formatNumber(totals.get(column.id)?.mentions ?? 0)}
                <small>{words.ofWords(formatNumber(totals.get(column.id)?.words ?? 0))}</small>
              </td>
            ))}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

/** More sources than fit side by side: each label with its use by each side, and the sources behind. */
function BySide({ row, sides, route }: Shown) {
  const totals = new Map(row.totals.map((total) => [total.sourceId, total]));
  return (
    <div className="scroll">
      <table className="uses by-side">
        <thead>
          <tr>
            <th scope="col">{words.label}</th>
            {sides.map(({ group }) => (
              <th
                key={group.id ?? "unaligned"}
                scope="col"
                className="side-head"
                style={{ "--side": sideColour(group.position) }}
                title={group.name}
              >
                <span dir="auto">{group.shortName}</span>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {row.labels.map((label) => {
            const uses = new Map(label.uses.map((use) => [use.sourceId, use]));
            return (
              <tr key={label.label}>
                <th scope="row">
                  <a href={concordanceAddress(route, row.id, label.label)} dir="auto">
                    {label.label}
                  </a>
                </th>
                {sides.map(({ group, columns }) => {
                  const using = columns.filter((column) => uses.has(column.id));
                  const own = using.flatMap((column) => uses.get(column.id) ?? []);
                  return (
                    <td key={group.id ?? "unaligned"}>
                      {own.length === 0 ? (
                        <span className="none" aria-hidden="true">
                          –
                        </span>
                      ) : (
                        <>
                          <Counts use={sumOf(own)} />
                          <Folded
                            items={using}
                            keyOf={(column) => column.id}
                            name={count(using.length, "source")}
                          >
                            {(column) => (
                              <a
                                className="chip"
                                href={link(
                                  "wording",
                                  [row.id, label.label, column.id],
                                  route.query,
                                )}
                              >
                                <bdi>{column.name}</bdi>
                              </a>
                            )}
                          </Folded>
                        </>
                      )}
                    </td>
                  );
                })}
              </tr>
            );
          })}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{words.mentionsOfWords}</th>
            {sides.map(({ group, columns }) => {
              const own = columns.flatMap((column) => totals.get(column.id) ?? []);
              return (
                <td key={group.id ?? "unaligned"}>
                  {formatNumber(own.reduce((sum, total) => sum + total.mentions, 0))}
                  <small>
                    {words.ofWords(formatNumber(own.reduce((sum, total) => sum + total.words, 0)))}
                  </small>
                </td>
              );
            })}
          </tr>
        </tfoot>
      </table>
    </div>
  );
}

type Counted = Pick<LabelUse, "own" | "quoted" | "attributed" | "scare">;

function sumOf(uses: readonly Counted[]): Counted {
  return uses.reduce(
    (sum, use) => ({
      own: sum.own + use.own,
      quoted: sum.quoted + use.quoted,
      attributed: sum.attributed + use.attributed,
      scare: sum.scare + use.scare,
    }),
    { own: 0, quoted: 0, attributed: 0, scare: 0 },
  );
}

function Counts({ use }: { use: Counted }) {
  return (
    <>
      {use.own > 0 && (
        <>
          <b>{formatNumber(use.own)}</b> <span className="unseen">{words.voices.own}</span>
        </>
      )}{" "}
      {use.quoted > 0 && (
        <>
          <span className="quoted">“{formatNumber(use.quoted)}”</span>{" "}
          <span className="unseen">{words.voices.quoted}</span>
        </>
      )}{" "}
      {use.attributed > 0 && (
        <>
          <i className="attributed">{formatNumber(use.attributed)}</i>{" "}
          <span className="unseen">{words.voices.attributed}</span>
        </>
      )}{" "}
      {use.scare > 0 && (
        <>
          <span className="scare">‘{formatNumber(use.scare)}’</span>{" "}
          <span className="unseen">{words.voices.scare}</span>
        </>
      )}
    </>
  );
}

function UseCell({
  row,
  label,
  column,
  isFirst,
  use,
  route,
}: {
  row: Row;
  label: string;
  column: Column;
  isFirst: boolean;
  use: LabelUse | undefined;
  route: Route;
}) {
  const [rowId, chosenLabel, sourceId] = route.path;
  const isChosen = rowId === row.id && chosenLabel === label && sourceId === column.id;
  return (
    <td className={isFirst ? "first" : undefined}>
      {use ? (
        <a
          className="use"
          href={link("wording", [row.id, label, column.id], route.query)}
          aria-current={isChosen || undefined}
        >
          <span className="unseen">
            <bdi>{column.name}</bdi>:{" "}
          </span>
          <Counts use={use} />
          <JudgedSigns question="wording" about={label} documentIds={column.documentIds} />
        </a>
      ) : (
        <span className="none" aria-hidden="true">
          –
        </span>
      )}
    </td>
  );
}

function mentionsOf({ own, quoted, attributed, scare }: Counted): number {
  return own + quoted + attributed + scare;
}

function useInWords(use: LabelUse): string {
  return [
    use.own > 0 && `${count(use.own, "time")} ${words.voices.own}`,
    use.quoted > 0 && `${count(use.quoted, "time")} ${words.voices.quoted}`,
    use.attributed > 0 && `${count(use.attributed, "time")} ${words.voices.attributed}`,
    use.scare > 0 && `${count(use.scare, "time")} ${words.voices.scare}`,
  ]
    .filter(Boolean)
    .join(", ");
}

function negatedInWords({ negated }: LabelUse): string {
  return negated === 1 ? words.oneNegated : words.negated(formatNumber(negated));
}

function UseEvidence(props: {
  row: Row;
  label: string;
  use: LabelUse;
  /** Where its passages stand in the row. */
  place: string;
  route: Route;
}) {
  const { row, label, use, place, route } = props;
  const { column } = useCase();
  return (
    <FoundDrawer
      list="wording"
      of={row.id}
      places={[place]}
      about={about}
      id={`${row.id}/${label}/${use.sourceId}`}
      kicker={row.concept}
      title={`“${isolated(label)}”`}
      markOf={(passage) => labelMark(label, passage)}
      rule={row.rule}
      closeTo={link("wording", [], route.query)}
    >
      <p className="stance-line">
        <strong>{column(use.sourceId)?.name ?? use.sourceId}</strong>{" "}
        {words.usesIt(useInWords(use), count(use.documents, "document"))}
        {use.negated > 0 && ` ${negatedInWords(use)}`}
      </p>
      <p>
        <a href={link("wording", [row.id, label], { q: route.query.q, source: use.sourceId })}>
          {words.concordance.linesOf(count(mentionsOf(use), "use"))}
        </a>
      </p>
    </FoundDrawer>
  );
}
