import { useMemo } from "react";
import type { ReachAnswer, ReachOn, ShownCarrier } from "../../../serve/types.ts";
import { useOverview } from "../../api/queries.ts";
import { Account, Followers, UnmaskLog } from "../../parts/account.tsx";
import { written } from "../../parts/bidi.ts";
import { NumberHeads } from "../../parts/heads.tsx";
import { NotJudged } from "../../parts/judgements.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { Picture } from "../../parts/plot.tsx";
import type { Route } from "../../parts/route.ts";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { apart, instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { Choice, type Chosen } from "./choice.tsx";
import { nameOf } from "./name-of.ts";
import { Phrasings } from "./phrasing.tsx";
import { drawSum } from "./picture.ts";
import { useMost, useReach } from "./queries.ts";
import "./reach.css";

const words = texts.reach;
const defaults = { on: "hashtag", least: "5000", within: "86400" } as const;
const carriersShown = 10;

export function ReachView({ route }: { route: Route }) {
  const hasPosts = (useOverview().data?.posts ?? null) !== null;
  const [named, object] = route.path;
  const on = Object.hasOwn(words.on, named ?? "") ? (named as ReachOn) : defaults.on;
  const chosen: Chosen = {
    on,
    least: route.query.least ?? defaults.least,
    within: route.query.within ?? defaults.within,
  };
  const most = useMost(on, route.query.q ?? "", hasPosts);
  const first = useMost(on, "", hasPosts).data?.objects[0]?.object ?? null;
  const what = object ?? first;
  const query = useReach(on, what, chosen.least, chosen.within);
  return (
    <>
      <Heading question={words.question}>{words.about}</Heading>
      {hasPosts ? (
        <>
          <Choice route={route} chosen={chosen} most={most} what={what} />
          {what === null ? (
            most.data && <Empty>{words.noneSuch}</Empty>
          ) : (
            <Answer query={query}>{(answer) => <Reached answer={answer} />}</Answer>
          )}
          <UnmaskLog />
          <NotJudged>{texts.evidence.judging.notJudged.reach}</NotJudged>
        </>
      ) : (
        <Empty>{texts.pileOns.noPosts}</Empty>
      )}
    </>
  );
}

function Reached({ answer }: { answer: ReachAnswer }) {
  const { reach, question, accounts, accountCount } = answer;
  const known = reach.accounts - reach.accountsUnknown;
  return (
    <article className="reached" aria-label={nameOf(question.on, reach.object)}>
      <h2>
        <bdi>{nameOf(question.on, reach.object)}</bdi>
      </h2>
      <p className="soft">
        {words.fromTo(instant(reach.firstSeconds), instant(reach.lastSeconds))}
      </p>
      <dl className="sums">
        <Sum value={reach.actions} name={words.posts} />
        <Sum value={reach.accounts} name={words.accounts} />
        <Sum value={reach.followers} name={words.summed(count(known, "account"))} />
        <Sum value={reach.accountsUnknown} name={words.unknown} />
      </dl>
      <OverTime answer={answer} />
      <section>
        <h3>{words.first}</h3>
        <Carriers carriers={reach.firstMovers} from={reach.firstSeconds} />
      </section>
      <section>
        <h3>{words.withReach(formatNumber(reach.withReachCount))}</h3>
        {reach.withReachCount === 0 ? (
          <Empty>{words.noneWithReach}</Empty>
        ) : (
          <>
            {reach.withReachCount > reach.withReach.length && (
              <p className="soft">{words.mostFollowedOf(formatNumber(reach.withReach.length))}</p>
            )}
            <Carriers carriers={reach.withReach} from={reach.firstSeconds} />
          </>
        )}
      </section>
      <Phrasings answer={answer} />
      <section>
        <h3>{words.followed}</h3>
        <p className="soft">{words.followedCount(count(accountCount, "account"))}</p>
        <Followed accounts={accounts} />
      </section>
    </article>
  );
}

function Sum({ value, name }: { value: number; name: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{formatNumber(value)}</dd>
    </div>
  );
}

function OverTime({ answer: { reach, binSeconds } }: { answer: ReachAnswer }) {
  const accounts = useMemo(
    () => drawSum(reach, binSeconds, "newAccounts", words.accountsOver),
    [reach, binSeconds],
  );
  const followers = useMemo(
    () => drawSum(reach, binSeconds, "newFollowers", words.followersOver),
    [reach, binSeconds],
  );
  return (
    <section>
      <div className="multiples">
        <Picture draw={accounts} label={words.accountsOver} />
        <Picture draw={followers} label={words.followersOver} />
      </div>
      {reach.withReach.length > 0 && <p className="soft small">{words.strokes}</p>}
      <details>
        <summary>{words.asTable}</summary>
        <Bins bins={reach.overTime} />
      </details>
    </section>
  );
}

function Bins({ bins }: { bins: ReachAnswer["reach"]["overTime"] }) {
  const { shown, more } = usePaged(bins, 48);
  return (
    <>
      <div className="scroll">
        <table className="plain bins">
          <NumberHeads names={words.tableHead} />
          <tbody>
            {shown.map((bin) => (
              <tr key={bin.startSeconds}>
                <th scope="row">{instant(bin.startSeconds)}</th>
                <td className="number">{formatNumber(bin.actions)}</td>
                <td className="number">{formatNumber(bin.newAccounts)}</td>
                <td className="number">{formatNumber(bin.newFollowers)}</td>
                <td className="number">{formatNumber(bin.newUnknown)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
    </>
  );
}

/** Posts in the order of their times, each with whose it is, what it says and where it is. */
function Carriers({ carriers, from }: { carriers: readonly ShownCarrier[]; from: number }) {
  const { shown, more } = usePaged(carriers, carriersShown);
  return (
    <>
      <ol className="carriers">
        {shown.map(({ account, followers, seconds, place, text, url }) => (
          <li key={place}>
            <p className="by">
              <span className="nth">{words.place(formatNumber(place))}</span>{" "}
              <Account name={account} /> <Followers followers={followers} />
            </p>
            <blockquote {...written(text)}>{text}</blockquote>
            <p className="soft small">
              {instant(seconds, true)}
              {seconds > from && `, ${words.after(apart(seconds - from))}`}
              {url !== null && (
                <>
                  {" · "}
                  <a href={url} rel="noreferrer">
                    {words.whereItIs}
                  </a>
                </>
              )}
            </p>
          </li>
        ))}
      </ol>
      {more}
    </>
  );
}

function Followed({ accounts }: { accounts: ReachAnswer["accounts"] }) {
  return (
    <div className="scroll">
      <table className="plain followed">
        <thead>
          <tr>
            {words.followedHead.map((head, at) => (
              <th key={head} scope="col" className={at === 1 || at === 2 ? "number" : undefined}>
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {accounts.map(({ name, followers, posts, firstSeconds, lastSeconds }) => (
            <tr key={name}>
              <th scope="row">
                <Account name={name} />
              </th>
              <td className="number">{formatNumber(followers)}</td>
              <td className="number">{formatNumber(posts)}</td>
              <td>{firstSeconds === null ? "" : instant(firstSeconds)}</td>
              <td>{lastSeconds === null ? "" : instant(lastSeconds)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
