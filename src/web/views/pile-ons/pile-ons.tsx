import { type FormEvent, useState } from "react";
import type { PileOnsAnswer } from "../../../serve/types.ts";
import { useOverview } from "../../api/queries.ts";
import { NotJudged } from "../../parts/judgements.tsx";
import { count, formatNumber, percent } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { link, type Route, refilter } from "../../parts/route.ts";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { apart, instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { PileOnSection } from "./one.tsx";
import { usePileOn, usePileOns } from "./queries.ts";
import "./pile-ons.css";

const words = texts.pileOns;
const leasts = ["5", "10", "25", "50", "100"] as const;
const defaultLeast = "10";
const listed = 15;

export function PileOnsView({ route }: { route: Route }) {
  const hasPosts = (useOverview().data?.posts ?? null) !== null;
  const least = /^\d{1,6}$/.test(route.query.least ?? "") ? route.query.least : undefined;
  const [asked, consent] = [least ?? defaultLeast, route.query.consent ?? ""];
  const query = usePileOns(asked, consent, hasPosts);
  return (
    <>
      <Heading question={words.question}>{words.about}</Heading>
      {hasPosts ? (
        <>
          <Choice key={consent} route={route} least={asked} consent={consent} />
          <Answer query={query}>
            {(answer) => <Answered answer={answer} route={route} least={asked} consent={consent} />}
          </Answer>
          <NotJudged>{texts.evidence.judging.notJudged.pileOns}</NotJudged>
        </>
      ) : (
        <Empty>{words.noPosts}</Empty>
      )}
    </>
  );
}

function Choice({ route, least, consent }: { route: Route; least: string; consent: string }) {
  const [names, setNames] = useState(consent);
  const apply = (event: FormEvent) => {
    event.preventDefault();
    refilter(route, { consent: names.trim() });
  };
  return (
    <search className="filters">
      <label>
        {words.least}{" "}
        <select value={least} onChange={(event) => refilter(route, { least: event.target.value })}>
          {[...new Set([...leasts, least])].map((number) => (
            <option key={number} value={number}>
              {number}
            </option>
          ))}
        </select>{" "}
        {words.senders}
      </label>
      <form className="consent" onSubmit={apply}>
        <label>
          {words.consent}{" "}
          <input
            dir="auto"
            type="text"
            value={names}
            placeholder={words.consentHint}
            onChange={(event) => setNames(event.target.value)}
          />
        </label>
        <button type="submit">{words.apply}</button>
      </form>
    </search>
  );
}

function Answered({
  answer,
  route,
  least,
  consent,
}: {
  answer: PileOnsAnswer;
  route: Route;
  least: string;
  consent: string;
}) {
  const { pileOns, targets, risesOfKnown, withoutBaseline, withoutPileOn } = answer;
  const number = route.path[0] ?? (pileOns.length > 0 ? "1" : null);
  return (
    <>
      <p className="soft counts" role="status">
        {words.looked(count(targets, "account"))}{" "}
        {risesOfKnown > 0 && words.known(count(risesOfKnown, "rise"))}{" "}
        {withoutBaseline > 0 && words.withoutBaseline(count(withoutBaseline, "account"))}{" "}
        {withoutPileOn.map(words.noPileOn).join(" ")}
      </p>
      {pileOns.length === 0 ? (
        <Empty>{words.none}</Empty>
      ) : (
        <List answer={answer} route={route} chosen={number} />
      )}
      {number !== null && (
        <One
          least={least}
          consent={consent}
          number={number}
          isChosen={route.path[0] !== undefined}
        />
      )}
    </>
  );
}

function One(props: { least: string; consent: string; number: string; isChosen: boolean }) {
  const query = usePileOn(props.least, props.consent, props.number);
  return (
    <Answer query={query}>
      {(pileOn) => <PileOnSection pileOn={pileOn} isChosen={props.isChosen} />}
    </Answer>
  );
}

function List({
  answer: { pileOns, pileOnCount },
  route,
  chosen,
}: {
  answer: PileOnsAnswer;
  route: Route;
  chosen: string | null;
}) {
  const { shown, more } = usePaged(pileOns, listed, Number(chosen ?? 0) - 1);
  const hasRow = (at: number) => at >= 3;
  return (
    <>
      <div className="scroll">
        <table className="plain pile-ons">
          <caption className="unseen">{words.list}</caption>
          <thead>
            <tr>
              {words.head.map((head, at) => (
                <th key={head} scope="col" className={hasRow(at) ? "number" : undefined}>
                  {head}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((row, at) => (
              <tr key={`${row.target} ${row.onsetSeconds}`}>
                <th scope="row">
                  <a
                    href={link("pile-ons", [String(at + 1)], route.query)}
                    aria-current={chosen === String(at + 1) || undefined}
                  >
                    {row.target}
                  </a>
                </th>
                <td>{instant(row.onsetSeconds)}</td>
                <td>{apart(row.endSeconds - row.onsetSeconds)}</td>
                <td className="number">{formatNumber(row.senders)}</td>
                <td className="number">{percent(row.firstTimers / Math.max(1, row.senders))}</td>
                <td className="number">
                  {words.ratio(formatNumber(Math.round(row.hourlySenders / row.expected)))}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
      {pileOnCount > pileOns.length && (
        <p className="soft">{words.more(formatNumber(pileOns.length))}</p>
      )}
    </>
  );
}
