import { useEffect, useRef, useState } from "react";
import { choicesIn, withChoice } from "../../../document/choices.ts";
import type { Facets } from "../../../serve/types.ts";
import { type ListFilter, useValues } from "../../api/queries.ts";
import { useNarrow } from "../../parts/narrow.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { More } from "../../parts/paging.tsx";
import { link, type Route, refilter } from "../../parts/route.ts";
import { Answer, Empty } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import "./topics.css";

const words = texts.claims.topics;

/** Topics that stand there before all are asked for. */
const topicsShown = 10;
const topicsShownNarrow = 5;

/**
 * What the claims are about: each topic narrows them to those of it, several to those of all. Chosen ones
 * stay, pressed, whatever else is chosen.
 */
export function Topics({
  facet = {},
  filter,
  route,
}: {
  facet: Facets[string] | undefined;
  filter: ListFilter;
  route: Route;
}) {
  const chosen = choicesIn(route.query.topic);
  const most = useNarrow() ? topicsShownNarrow : topicsShown;
  const counted = Object.entries(facet).sort(([, a], [, b]) => b - a);
  const others = counted.filter(([topic]) => !chosen.includes(topic));
  const shown = others.slice(0, most);
  const box = useRef<HTMLFieldSetElement>(null);
  const pressed = useRef<string>(undefined);
  // A button that was pressed may have moved, or gone: the keyboard goes on where it is now.
  useEffect(() => {
    if (pressed.current === undefined || document.activeElement !== document.body) return;
    const buttons = [...(box.current?.querySelectorAll("button") ?? [])];
    (buttons.find(({ value }) => value === pressed.current) ?? buttons[0])?.focus();
  });
  const toggle = (topic: string) => {
    pressed.current = topic;
    refilter(route, { topic: withChoice(route.query.topic, topic) });
  };
  if (counted.length === 0) return null;
  return (
    <fieldset className="topics" ref={box}>
      <legend>{words.legend}</legend>
      {chosen.map((topic) => (
        <Topic key={topic} topic={topic} claims={facet[topic]} isChosen toggle={toggle} />
      ))}
      {shown.map(([topic, claims]) => (
        <Topic key={topic} topic={topic} claims={claims} toggle={toggle} />
      ))}
      {shown.length < others.length && <AllTopics filter={filter} route={route} toggle={toggle} />}
    </fieldset>
  );
}

function Topic({
  topic,
  claims,
  isChosen = false,
  toggle,
}: {
  topic: string;
  /** Undefined until it is counted. */
  claims: number | undefined;
  isChosen?: boolean;
  toggle: (topic: string) => void;
}) {
  return (
    <button type="button" value={topic} aria-pressed={isChosen} onClick={() => toggle(topic)}>
      <bdi>{topic}</bdi>{" "}
      {isChosen ? (
        <span aria-hidden="true">×</span>
      ) : (
        claims !== undefined && (
          <>
            <small aria-hidden="true">{formatNumber(claims)}</small>
            <span className="unseen">{count(claims, "claim")}</span>
          </>
        )
      )}
    </button>
  );
}

/** Every topic that the present filters leave, to be looked through and searched. */
function AllTopics({
  filter,
  route,
  toggle,
}: {
  filter: ListFilter;
  route: Route;
  toggle: (topic: string) => void;
}) {
  const [isOpen, setOpen] = useState(false);
  const [search, setSearch] = useState("");
  const values = useValues("claims", "topic", filter, { words: search, isWanted: isOpen });
  const chosen = choicesIn(route.query.topic);
  return (
    <details onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>{words.all}</summary>
      {isOpen && (
        <div className="all">
          <label>
            {words.find}{" "}
            <input
              dir="auto"
              type="search"
              value={search}
              onChange={(event) => setSearch(event.target.value)}
            />
          </label>
          <Answer query={values}>
            {(pages) => (
              <>
                <output className="soft">{count(pages.found, "topic")}</output>
                {pages.rows.length === 0 && <Empty>{words.none}</Empty>}
                <ul>
                  {pages.rows.map(({ value, rows }) => (
                    <li key={value}>
                      <Topic
                        topic={value}
                        claims={rows}
                        isChosen={chosen.includes(value)}
                        toggle={toggle}
                      />
                    </li>
                  ))}
                </ul>
                <More pages={pages} />
              </>
            )}
          </Answer>
        </div>
      )}
    </details>
  );
}

/** The topics of one claim; each leads to the claims of it. */
export function TopicLinks({ topics }: { topics: readonly string[] }) {
  if (topics.length === 0) return null;
  return (
    <p className="topic-links">
      {words.of}{" "}
      {topics.map((topic) => (
        <a key={topic} href={link("claims", [], { topic })}>
          <bdi>{topic}</bdi>
        </a>
      ))}
    </p>
  );
}
