import type { UseQueryResult } from "@tanstack/react-query";
import type { MostCarried, ReachOn } from "../../../serve/types.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { go, link, type Route, refilter } from "../../parts/route.ts";
import { texts } from "../../texts.ts";
import { nameOf } from "./name-of.ts";

const words = texts.reach;
const leasts = ["1000", "5000", "10000", "50000", "100000"] as const;
/** So many of the list stand before its fold. */
const ahead = 8;

export type Chosen = { readonly on: ReachOn; readonly least: string; readonly within: string };

/** Of what, found by words or taken from those that most accounts carried; and from which reach on. */
export function Choice({
  route,
  chosen: { on, least, within },
  most,
  what,
}: {
  route: Route;
  chosen: Chosen;
  most: UseQueryResult<MostCarried, Error>;
  what: string | null;
}) {
  const spans: readonly (readonly [string, string])[] = words.spans;
  return (
    <search className="reach-choice">
      <div className="filters">
        <label>
          {words.of}{" "}
          <select
            value={on}
            onChange={(event) =>
              go(link("reach", [event.target.value], { ...route.query, q: undefined }))
            }
          >
            {Object.entries(words.on).map(([name, word]) => (
              <option key={name} value={name}>
                {word}
              </option>
            ))}
          </select>
        </label>
        <label>
          {words.find}{" "}
          <input
            dir="auto"
            type="search"
            value={route.query.q ?? ""}
            onChange={(event) => refilter(route, { q: event.target.value })}
          />
        </label>
        <label>
          {words.least}{" "}
          <select
            value={least}
            onChange={(event) => refilter(route, { least: event.target.value })}
          >
            {[...new Set([...leasts, least])].map((number) => (
              <option key={number} value={number}>
                {formatNumber(Number(number))}
              </option>
            ))}
          </select>{" "}
          {words.followers}
        </label>
        <label>
          {words.within}{" "}
          <select
            value={within}
            onChange={(event) => refilter(route, { within: event.target.value })}
          >
            {spans.map(([seconds, word]) => (
              <option key={seconds} value={seconds}>
                {word}
              </option>
            ))}
            {!spans.some(([seconds]) => seconds === within) && (
              <option value={within}>{texts.shared.seconds(formatNumber(Number(within)))}</option>
            )}
          </select>
        </label>
      </div>
      {most.data && <MostUsed most={most.data} on={on} what={what} route={route} />}
    </search>
  );
}

function MostUsed({
  most: { objects },
  on,
  what,
  route,
}: {
  most: MostCarried;
  on: ReachOn;
  what: string | null;
  route: Route;
}) {
  const chips = (list: MostCarried["objects"]) => (
    <ul className="most">
      {list.map(({ object, accounts }) => (
        <li key={object}>
          <a
            className="chip"
            href={link("reach", [on, object], route.query)}
            aria-current={object === what || undefined}
          >
            <span className="object" dir="auto">
              {nameOf(on, object)}
            </span>{" "}
            <span className="soft">{formatNumber(accounts)}</span>
          </a>
        </li>
      ))}
    </ul>
  );
  const rest = objects.slice(ahead);
  return (
    <nav aria-label={words.mostUsed}>
      <p className="soft small">{words.mostUsed}</p>
      {objects.length === 0 ? (
        <p className="soft">{words.noneSuch}</p>
      ) : (
        chips(objects.slice(0, ahead))
      )}
      {rest.length > 0 && (
        <details>
          <summary>{words.moreOf(formatNumber(rest.length))}</summary>
          {chips(rest)}
        </details>
      )}
    </nav>
  );
}
