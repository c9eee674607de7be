import { type FormEvent, useId } from "react";
import type { AgainstAnswer, NamedCounter } from "../../../serve/types.ts";
import { isolated } from "../../parts/bidi.ts";
import { count, formatNumber, percent } from "../../parts/numbers.ts";
import { go, link, type Route } from "../../parts/route.ts";
import { Answer, Empty } from "../../parts/states.tsx";
import { instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { type Question, useAgainst } from "./queries.ts";
import { Scrubber } from "./scrubber.tsx";
import { Bars, binName, TimesTable } from "./strip.tsx";

const words = texts.spread.against;

/** Two hashtags that the user names, one up and one down on the same axis of time. */
export function Against({ question, route }: { question: Question; route: Route }) {
  const { one = "", other = "" } = route.query;
  const query = useAgainst(question, one, other);
  return (
    <section className="against" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="soft">{words.about}</p>
      <Answer query={query}>
        {(answer) => (
          <>
            <Names key={`${one} ${other}`} answer={answer} route={route} />
            {same(one, other) ? (
              <Empty>{words.same}</Empty>
            ) : (
              <>
                {answer.unknown.length > 0 && (
                  <Empty>{words.unknown(answer.unknown.map(hashtag).join(", "))}</Empty>
                )}
                {answer.counter && <Counter counter={answer.counter} />}
              </>
            )}
            <Candidates answer={answer} route={route} />
          </>
        )}
      </Answer>
    </section>
  );
}

const bare = (name: string) => name.trim().replace(/^#/, "").toLowerCase();
const hashtag = (name: string) => `#${bare(name)}`;
const same = (one: string, other: string) => bare(one) !== "" && bare(one) === bare(other);

function Names({ answer, route }: { answer: AgainstAnswer; route: Route }) {
  const list = useId();
  const ask = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const named = new FormData(event.currentTarget);
    const of = (name: string) => bare(String(named.get(name) ?? ""));
    go(link("spread", route.path, { ...route.query, one: of("one"), other: of("other") }));
  };
  return (
    <form className="filters" onSubmit={ask}>
      {(["one", "other"] as const).map((name) => (
        <label key={name}>
          {words[name]}{" "}
          <input
            dir="auto"
            name={name}
            list={list}
            defaultValue={route.query[name] ? hashtag(route.query[name]) : ""}
            placeholder="#"
            autoComplete="off"
            required
          />
        </label>
      ))}
      <datalist id={list}>
        {answer.hashtags.map((name) => (
          <option key={name} value={hashtag(name)} />
        ))}
      </datalist>
      <button type="submit">{words.show}</button>
    </form>
  );
}

function Counter({ counter }: { counter: NamedCounter }) {
  const { a, b, startSeconds, binSeconds } = counter;
  const [one, other] = [hashtag(a.object), hashtag(b.object)];
  const bins = a.counts.length;
  const highest = Math.max(1, ...a.counts, ...b.counts);
  const told = (name: string, n: number | undefined) =>
    `${isolated(name)} ${count(n ?? 0, "post")}`;
  const rows: readonly (readonly [string, { onlyA: number; both: number; onlyB: number }])[] = [
    [words.all, counter],
    ...counter.groups.map((own) => [texts.spread.group.title(own.group), own] as const),
  ];
  return (
    <>
      <ul className="legend">
        {[a, b].map((side, at) => (
          <li key={side.object}>
            <span className={`swatch tag-${at}`} aria-hidden="true" />
            {at === 0 ? "↑" : "↓"}{" "}
            {words.uses(
              hashtag(side.object),
              count(side.actions, "post"),
              count(side.accounts, "account"),
            )}
          </li>
        ))}
      </ul>
      <Scrubber
        bins={bins}
        label={words.scrub}
        describe={(at) =>
          words.at(binName(counter, at), told(one, a.counts[at]), told(other, b.counts[at]))
        }
      >
        {(at) => (
          <svg
            className="mirrored"
            viewBox={`0 0 ${bins} 2`}
            preserveAspectRatio="none"
            role="img"
            aria-label={words.picture(one, other)}
          >
            {at !== null && <rect className="cursor" x={at} width={1} y={0} height={2} />}
            <Bars counts={a.counts} highest={highest} className="tag-0" />
            <g transform="translate(0 1)">
              <Bars counts={b.counts} highest={highest} className="tag-1" down />
            </g>
            <line className="foot" x1={0} x2={bins} y1={1} y2={1} />
          </svg>
        )}
      </Scrubber>
      <p className="axis soft small" aria-hidden="true">
        <span>{instant(startSeconds)}</span>
        <span>{instant(startSeconds + bins * binSeconds)}</span>
      </p>
      <h3>{words.who}</h3>
      <table className="plain used">
        <caption className="unseen">{words.who}</caption>
        <thead>
          <tr>
            <th scope="col">{words.group}</th>
            <th scope="col" className="number">
              {words.only(one)}
            </th>
            <th scope="col" className="number">
              {words.both}
            </th>
            <th scope="col" className="number">
              {words.only(other)}
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map(([name, { onlyA, both, onlyB }]) => (
            <tr key={name}>
              <th scope="row">
                <bdi>{name}</bdi>
              </th>
              <td className="number">{formatNumber(onlyA)}</td>
              <td className="number">{formatNumber(both)}</td>
              <td className="number">{formatNumber(onlyB)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft">
        {words.chance(formatNumber(Math.round(counter.bothByChance)))}
        {counter.groups.length === 0 && ` ${words.noGroups}`}
      </p>
      <details>
        <summary>{words.table}</summary>
        <TimesTable
          overTime={counter}
          caption={words.table}
          columns={[
            [one, a.counts],
            [other, b.counts],
          ]}
        />
      </details>
    </>
  );
}

function Candidates({ answer, route }: { answer: AgainstAnswer; route: Route }) {
  const { candidates } = answer;
  if (candidates.length === 0) return <p className="soft">{words.noCandidates}</p>;
  return (
    <>
      <h3>{words.candidates}</h3>
      <p className="soft">{words.candidatesAbout}</p>
      <table className="plain candidates">
        <caption className="unseen">{words.candidates}</caption>
        <thead>
          <tr>
            <th scope="col">{words.pair}</th>
            <th scope="col" className="number">
              {words.accountsOf}
            </th>
            <th scope="col" className="number">
              {words.both}
            </th>
            <th scope="col" className="number">
              {words.bothByChance}
            </th>
            <th scope="col" className="number">
              {words.sameHours}
            </th>
          </tr>
        </thead>
        <tbody>
          {candidates.map(({ a, b, accountsA, accountsB, both, bothByChance, sameHours01 }) => (
            <tr key={`${a} ${b}`}>
              <th scope="row">
                <a href={link("spread", route.path, { ...route.query, one: a, other: b })}>
                  {hashtag(a)} {texts.shared.and} {hashtag(b)}
                </a>
              </th>
              <td className="number" data-name={words.accountsOf}>
                {formatNumber(accountsA)} {texts.shared.and} {formatNumber(accountsB)}
              </td>
              <td className="number" data-name={words.both}>
                {formatNumber(both)}
              </td>
              <td className="number" data-name={words.bothByChance}>
                {formatNumber(Math.round(bothByChance))}
              </td>
              <td className="number" data-name={words.sameHours}>
                {percent(sameHours01)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
