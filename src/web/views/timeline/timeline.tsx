import { useCallback, useMemo } from "react";
import { withoutMarks } from "../../../document/in-words.ts";
import {
  currentPeriod,
  isToldBySeveral,
  type Period,
  period,
  periodsOf,
  startOf,
} from "../../../document/periods.ts";
import type { EventRow } from "../../../serve/types.ts";
import { useEvery, useOne } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { formatDate } from "../../parts/dates.ts";
import { FoundDrawer } from "../../parts/found.tsx";
import { JudgedSigns, ReviewSwitch } from "../../parts/judgements.tsx";
import { useNarrow } from "../../parts/narrow.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { Picture } from "../../parts/plot.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route, refilter } from "../../parts/route.ts";
import { type Group, sideColour } from "../../parts/sides.ts";
import { readerLink, SideLabel } from "../../parts/source.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { Brush } from "./brush.tsx";
import { drawTimeline, type Lane } from "./picture.ts";
import "./timeline.css";

/** What the marks are made from, for the reasons in the drawer. */
const about = ["dates"] as const;

const drawnFrom = [{ question: "readings", about }] as const;

const words = texts.timeline;
const eventsListed = 100;

export function TimelineView({ route }: { route: Route }) {
  const { as } = route.query;
  const query = useEvery("timeline", { as });
  const whole = useEvery("timeline", { whole: true, as });
  return (
    <>
      <Heading question={words.question}>{words.about}</Heading>
      <details className="legend">
        <summary>{words.reading}</summary>
        <p>{words.legend}</p>
      </details>
      <ReviewSwitch of={drawnFrom} route={route} />
      <Answer query={whole}>
        {(all) =>
          all.length === 0 ? (
            <>
              <Brush events={all} route={route} />
              <Empty>{words.empty}</Empty>
            </>
          ) : (
            <>
              <Brush events={all} route={route} />
              <Answer query={query}>
                {(events) => <Events events={events} all={all} route={route} />}
              </Answer>
            </>
          )
        }
      </Answer>
    </>
  );
}

/** `events` are those of the marked stretch of time; the chosen one need not be among them. */
function Events({
  events,
  all,
  route,
}: {
  events: readonly EventRow[];
  all: readonly EventRow[];
  route: Route;
}) {
  const isNarrow = useNarrow();
  const severalOnly = route.query.only === "several";
  const [chosenId] = route.path;
  const listed = useMemo(
    () => events.filter((event) => !severalOnly || isToldBySeveral(event)),
    [events, severalOnly],
  );
  const periods = useMemo(() => periodsOf(listed), [listed]);
  const current = currentPeriod(periods, route.query.period, chosenId);
  const lanes = useLanes(current, route);
  const full = lanes.filter((lane) => lane.events.length > 0);
  // A small window has room for one lane, and for the list or the picture.
  const alone = isNarrow ? (full.find(({ name }) => name === route.query.lane) ?? full[0]) : null;
  const drawn = useMemo(() => (alone ? [alone] : lanes), [alone, lanes]);
  const draw = useCallback(
    (width: number) =>
      drawTimeline(drawn, current ?? period([], Number.POSITIVE_INFINITY), chosenId, width),
    [drawn, current, chosenId],
  );
  const isPicture = !isNarrow || route.query.show === "picture";
  const chosen = useOne("timeline", chosenId).data;
  const unplaced = listed.filter((event) => Number.isNaN(startOf(event)));
  return (
    <>
      <div className="filters">
        <Periods periods={periods} current={current} isNarrow={isNarrow} route={route} />
        <label className="check">
          <input
            type="checkbox"
            checked={severalOnly}
            onChange={(e) => refilter(route, { only: e.target.checked ? "several" : undefined })}
          />
          {words.several}
        </label>
        <output className="soft">
          {words.events(count(current?.events.length ?? 0, "event"), formatNumber(all.length))}
          {unplaced.length > 0 && words.noYear(formatNumber(unplaced.length))}
        </output>
        {isNarrow && (
          <fieldset className="periods" aria-label={words.show}>
            <button
              type="button"
              aria-pressed={!isPicture}
              onClick={() => refilter(route, { show: undefined })}
            >
              {words.asList}
            </button>
            <button
              type="button"
              aria-pressed={isPicture}
              onClick={() => refilter(route, { show: "picture" })}
            >
              {words.asPicture}
            </button>
          </fieldset>
        )}
        {isNarrow && isPicture && full.length > 1 && (
          <label>
            {words.lane}{" "}
            <select value={alone?.name} onChange={(e) => refilter(route, { lane: e.target.value })}>
              {full.map(({ name }) => (
                <option key={name}>{name}</option>
              ))}
            </select>
          </label>
        )}
      </div>
      {current === undefined && <Empty>{words.emptyHere}</Empty>}
      {current && isPicture && (
        <Picture draw={draw} label={alone ? words.pictureOf(alone.name) : words.picture} />
      )}
      {current && (!isNarrow || !isPicture) && <List events={current.events} route={route} />}
      {unplaced.length > 0 && (
        <section>
          <h2>{words.yearNotKnown}</h2>
          <List events={unplaced} route={route} />
        </section>
      )}
      {chosen && (
        <FoundDrawer
          list="timeline"
          of={chosen.id}
          places={chosen.entries.map((_, at) => `entries/${at}/evidence`)}
          about={about}
          id={chosen.id}
          kicker={formatDate(chosen.edtf)}
          title={chosen.what}
          reason={dating(chosen)}
          rule={chosen.rule}
          closeTo={link("timeline", [], route.query)}
        >
          <Disputes event={chosen} events={all} route={route} />
        </FoundDrawer>
      )}
    </>
  );
}

/** What each side tells of a period, in its words, and when it published. */
function useLanes(current: Period<EventRow> | undefined, route: Route): readonly Lane[] {
  const { overview, groups } = useCase();
  return useMemo<Lane[]>(
    () =>
      lanesOf(groups).map(({ name, position, columns }) => {
        const own = new Set(columns.flatMap((column) => column.documentIds));
        const isOf = (documentId: string) => own.has(documentId);
        return {
          name,
          colour: sideColour(position),
          events: (current?.events ?? [])
            .filter((event) => event.entries.some((entry) => isOf(entry.documentId)))
            .map((event) => ({
              event,
              words: wordsOf(event, isOf),
              href: link("timeline", [event.id], route.query),
            })),
          publications: overview.documents.flatMap((document) =>
            document.published && isOf(document.id)
              ? {
                  published: document.published.slice(0, 10),
                  title: words.publication(
                    document.sourceName,
                    document.title ?? document.file,
                    formatDate(document.published),
                  ),
                  href: readerLink(document.id),
                }
              : [],
          ),
        };
      }),
    [groups, overview, current, route.query],
  );
}

/** Which stretch with events is shown; in a small window as a list to choose from. */
function Periods({
  periods,
  current,
  isNarrow,
  route,
}: {
  periods: readonly Period<EventRow>[];
  current: Period<EventRow> | undefined;
  isNarrow: boolean;
  route: Route;
}) {
  if (periods.length < 2) return null;
  const choose = (key: string) => refilter({ ...route, path: [] }, { period: key });
  const isAll = current !== undefined && !periods.includes(current);
  if (isNarrow)
    return (
      <label>
        {words.period}{" "}
        <select value={isAll ? "all" : current?.key} onChange={(e) => choose(e.target.value)}>
          {periods.map((part) => (
            <option key={part.key} value={part.key}>
              {periodName(part)} ({part.events.length})
            </option>
          ))}
          <option value="all">{words.everything}</option>
        </select>
      </label>
    );
  return (
    <fieldset className="periods" aria-label={words.period}>
      {periods.map((part) => (
        <button
          type="button"
          key={part.key}
          aria-pressed={part === current}
          onClick={() => choose(part.key)}
        >
          {periodName(part)} <small>{part.events.length}</small>
        </button>
      ))}
      <button type="button" aria-pressed={isAll} onClick={() => choose("all")}>
        {words.everything}
      </button>
    </fieldset>
  );
}

/** An event in the words of one side: the event's own where they come from there, else its first telling's. */
function wordsOf(event: EventRow, isOf: (documentId: string) => boolean): string {
  const own = event.entries.filter(({ documentId }) => isOf(documentId));
  const isCentral = own.some(({ words }) => words === event.what);
  return isCentral ? event.what : (own.find(({ words }) => words)?.words ?? event.what);
}

/** Without sides each source has its own lane, while there are few enough to tell apart. */
const sourceLanes = 12;

function lanesOf(groups: readonly Group[]): Pick<Group, "position" | "columns" | "name">[] {
  const [only] = groups;
  if (groups.length !== 1 || !only || only.columns.length > sourceLanes)
    return groups.map(({ shortName, position, columns }) => ({
      name: shortName,
      position,
      columns,
    }));
  return only.columns.map((column) => ({
    name: column.name,
    position: only.position,
    columns: [column],
  }));
}

/** "1974", "1986–1989", "Jun 2030 – May 2031": years where whole years or several are meant. */
function periodName({ key }: Period): string {
  const [from = "", to = ""] = key.split("/");
  const [firstYear, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  const isWhole = from.endsWith("-01") && to.endsWith("-12");
  if (firstYear === lastYear && isWhole) return firstYear;
  if (isWhole || Number(lastYear) - Number(firstYear) > 1) return `${firstYear}–${lastYear}`;
  return from === to ? formatDate(from) : `${formatDate(from)} – ${formatDate(to)}`;
}

/** How the date is known, in a sentence. */
function dating(event: EventRow): string {
  const relative = event.entries.filter((entry) => entry.kind === "relative").length;
  const how =
    relative === 0
      ? words.dating.written
      : relative === event.entries.length
        ? words.dating.reckoned
        : words.dating.both;
  return event.precision === "day" ? how : words.dating.precision(how, event.precision);
}

function Disputes(props: { event: EventRow; events: readonly EventRow[]; route: Route }) {
  const others = props.events.filter((other) => props.event.disagreesWith.includes(other.id));
  if (others.length === 0) return null;
  return (
    <p className="stance-line">
      ≠ {words.disputed}{" "}
      {others.map((other) => (
        <a key={other.id} href={link("timeline", [other.id], props.route.query)}>
          {formatDate(other.edtf)}, {withoutMarks(other.what)}
        </a>
      ))}
    </p>
  );
}

function List({ events, route }: { events: readonly EventRow[]; route: Route }) {
  const selected = events.findIndex((event) => event.id === route.path[0]);
  const { shown, more } = usePaged(events, eventsListed, selected);
  return (
    <details className="event-list" open>
      <summary>{words.list}</summary>
      <ol>
        {shown.map((event) => (
          <Item key={event.id} event={event} route={route} />
        ))}
      </ol>
      {more}
    </details>
  );
}

function Item({ event, route }: { event: EventRow; route: Route }) {
  const { card, group } = useCase();
  const isChosen = route.path[0] === event.id;
  const element = useReveal<HTMLLIElement>(isChosen);
  const sides = [
    ...new Set(
      event.entries.map((entry) => group(card(entry.documentId)?.side ?? null)?.id ?? null),
    ),
  ];
  return (
    <li ref={element}>
      <span className="when">
        {event.disagreesWith.length > 0 && "≠ "}
        {formatDate(event.edtf)}
      </span>
      <a href={link("timeline", [event.id], route.query)} aria-current={isChosen || undefined}>
        {withoutMarks(event.what)}
      </a>
      <span>
        {event.entries.map(({ documentId, start }) => (
          <JudgedSigns
            key={`${documentId}${start}`}
            question="readings"
            about="dates"
            documentIds={[documentId]}
            start={start}
          />
        ))}
        {sides.map((side) => (
          <SideLabel key={side ?? "unaligned"} side={side} />
        ))}
      </span>
    </li>
  );
}
