import { useCallback, useMemo } from "react";
import { formatDate, withoutMarks } from "../../../document/in-words.ts";
import type { EventRow } from "../../../serve/types.ts";
import { useEvery } from "../../api/queries.ts";
import { useCase } from "../../parts/case.tsx";
import { FoundDrawer } from "../../parts/found.tsx";
import { count } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { Picture } from "../../parts/plot.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route, refilter } from "../../parts/route.ts";
import { type Group, sideColour } from "../../parts/sides.ts";
import { readerLink, SideLabel } from "../../parts/source.tsx";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { type Period, period, periodsOf, startOf } from "./periods.ts";
import { drawTimeline, type Lane } from "./picture.ts";
import "./timeline.css";

/** What the marks are made from, for the reasons in the drawer. */
const about = ["dates"] as const;

const eventsListed = 100;

export function TimelineView({ route }: { route: Route }) {
  const query = useEvery("timeline");
  return (
    <>
      <Heading question="When?">
        What happened when, as each side tells it and in its words. A dot is a day, a bar a stretch
        of time. A faint band is a date that is only known to lie within it, a dashed line an
        approximate one, an arrow an open end. A ring, ≠, is an event that seems to be told under
        another date as well; a dotted line leads there. Where there is room, the events that most
        documents tell have their words beside them; the others show them when you point at them,
        and in the list. The lowest lane shows when documents were published.
      </Heading>
      <Answer query={query}>
        {(events) =>
          events.length === 0 ? (
            <Empty>No dated event.</Empty>
          ) : (
            <Events events={events} route={route} />
          )
        }
      </Answer>
    </>
  );
}

function Events({ events, route }: { events: readonly EventRow[]; route: Route }) {
  const { overview, groups } = useCase();
  const severalOnly = route.query.only === "several";
  const [chosenId] = route.path;
  const listed = useMemo(
    () => events.filter((event) => !severalOnly || documentsOf(event).length > 1),
    [events, severalOnly],
  );
  const periods = useMemo(() => periodsOf(listed), [listed]);
  const current = currentPeriod(periods, route.query.period, chosenId);
  const lanes = useMemo<Lane[]>(
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
                  title: `${document.sourceName}: ${document.title ?? document.file}, published ${formatDate(document.published)}`,
                  href: readerLink(document.id),
                }
              : [],
          ),
        };
      }),
    [groups, overview, current, route.query],
  );
  const draw = useCallback(
    (width: number) =>
      drawTimeline(lanes, current ?? period([], Number.POSITIVE_INFINITY), chosenId, width),
    [lanes, current, chosenId],
  );
  const chosen = events.find((event) => event.id === chosenId);
  const unplaced = listed.filter((event) => Number.isNaN(startOf(event)));
  return (
    <>
      <div className="filters">
        {periods.length > 1 && (
          <fieldset className="periods" aria-label="Period">
            {periods.map((part) => (
              <button
                type="button"
                key={part.key}
                aria-pressed={part === current}
                onClick={() => refilter({ ...route, path: [] }, { period: part.key })}
              >
                {periodName(part)} <small>{part.events.length}</small>
              </button>
            ))}
            <button
              type="button"
              aria-pressed={current !== undefined && !periods.includes(current)}
              onClick={() => refilter({ ...route, path: [] }, { period: "all" })}
            >
              everything
            </button>
          </fieldset>
        )}
        <label className="check">
          <input
            type="checkbox"
            checked={severalOnly}
            onChange={(e) => refilter(route, { only: e.target.checked ? "several" : undefined })}
          />
          told by several documents
        </label>
        <output className="soft">
          {count(current?.events.length ?? 0, "event")} of {listed.length}
          {unplaced.length > 0 && `, ${unplaced.length} of no known year`}
        </output>
      </div>
      {current ? (
        <Picture draw={draw} label="Events by side over time" />
      ) : (
        <Empty>No event.</Empty>
      )}
      <List events={current?.events ?? []} route={route} />
      {unplaced.length > 0 && (
        <section>
          <h2>Year not known</h2>
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
          <Disputes event={chosen} events={events} route={route} />
        </FoundDrawer>
      )}
    </>
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

function currentPeriod(
  periods: readonly Period[],
  key: string | undefined,
  eventId: string | undefined,
): Period | undefined {
  const all = () =>
    period(
      periods.flatMap((part) => part.events),
      Number.POSITIVE_INFINITY,
    );
  if (periods.length === 0) return undefined;
  if (key === "all") return all();
  const named = periods.find((part) => part.key === key);
  if (named) return named;
  const holding = periods.find((part) => part.events.some((event) => event.id === eventId));
  return holding ?? [...periods].sort((a, b) => b.events.length - a.events.length)[0];
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

function documentsOf(event: EventRow): string[] {
  return [...new Set(event.entries.map((entry) => entry.documentId))];
}

/** How the date is known, in a sentence. */
function dating(event: EventRow): string {
  const relative = event.entries.filter((entry) => entry.kind === "relative").length;
  const how =
    relative === 0
      ? "the date is written in the text"
      : relative === event.entries.length
        ? "the date is reckoned from another date, such as the day of publication"
        : "the date is written in some texts and reckoned from another date in others";
  return event.precision === "day" ? how : `${how}; it is known to the ${event.precision}`;
}

function Disputes(props: { event: EventRow; events: readonly EventRow[]; route: Route }) {
  const others = props.events.filter((other) => props.event.disagreesWith.includes(other.id));
  if (others.length === 0) return null;
  return (
    <p className="stance-line">
      ≠ Seems to be told under another date as well:{" "}
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
      <summary>As a list</summary>
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
        {sides.map((side) => (
          <SideLabel key={side ?? "unaligned"} side={side} />
        ))}
      </span>
    </li>
  );
}
