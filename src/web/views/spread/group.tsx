import type { GroupDetail, SpreadAnswer } from "../../../serve/types.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { Answer } from "../../parts/states.tsx";
import { instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { EdgesTable } from "./edges.tsx";
import { finePercent } from "./groups.tsx";
import { type Question, useGroup, useSweep } from "./queries.ts";
import { month, objectName, shortTime, toldLanguage } from "./words.ts";

const words = texts.spread.group;

/** One group: its members, what they acted on, what their posts tell, and the pairs that are tied. */
export function GroupSection({
  group,
  question,
  route,
}: {
  group: SpreadAnswer["groups"][number];
  question: Question;
  route: Route;
}) {
  const { number } = group;
  const element = useReveal<HTMLElement>(String(number));
  const query = useGroup(question, number);
  return (
    <section className="group" ref={element} aria-label={words.title(number)}>
      <h2>{words.title(number)}</h2>
      <Answer query={query}>
        {(detail) => <Detail detail={detail} question={question} route={route} />}
      </Answer>
    </section>
  );
}

function Detail({
  detail,
  question,
  route,
}: {
  detail: GroupDetail;
  question: Question;
  route: Route;
}) {
  const { number, members, memberCount, objects, objectCount, posts, heaviest, edges } = detail;
  const more = objectCount - objects.length;
  return (
    <>
      <h3>{words.members(formatNumber(memberCount))}</h3>
      <ul className="members">
        {members.map((member) => (
          <li key={member}>
            <a
              href={link("spread", [String(number)], { ...route.query, account: member })}
              aria-current={route.query.account === member || undefined}
            >
              {member}
            </a>
          </li>
        ))}
      </ul>
      {memberCount > members.length && (
        <p className="soft">{words.first(formatNumber(members.length))}</p>
      )}
      <h3>{words.objects}</h3>
      <ul className="members">
        {objects.map(({ object, pairs }) => (
          <li key={object}>
            <bdi>{objectName(question.on, object)}</bdi>{" "}
            <span className="soft">{formatNumber(pairs)}</span>
          </li>
        ))}
        {more > 0 && <li className="soft">{texts.spread.groups.more(formatNumber(more))}</li>}
      </ul>
      <div className="told">
        <Posts posts={posts} />
        <Created created={posts.created} />
        <Windows question={question} number={number} />
      </div>
      <h3>{words.pairs}</h3>
      <EdgesTable
        edges={heaviest}
        all={edges}
        whose={words.title(number)}
        under={String(number)}
        route={route}
      />
    </>
  );
}

function Posts({ posts }: { posts: GroupDetail["posts"] }) {
  const { firstSeconds, lastSeconds, languages } = posts;
  return (
    <div>
      <h3>{words.posts}</h3>
      <p>
        {words.postsAre(count(posts.posts, "post"), finePercent(posts.share01))}
        {firstSeconds !== null &&
          lastSeconds !== null &&
          `, ${words.fromTo(instant(firstSeconds), instant(lastSeconds))}`}
        .
      </p>
      <table className="plain small-table">
        <caption>{words.languages}</caption>
        <tbody>
          {languages.map(({ language, posts: n }) => (
            <tr key={language}>
              <th scope="row">{toldLanguage(language)}</th>
              <td className="number">{formatNumber(n)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="soft small">{words.languagesAbout}</p>
    </div>
  );
}

/** When the accounts were made: a bar for each month, and the numbers. */
function Created({ created }: { created: GroupDetail["posts"]["created"] }) {
  const { months, known, unknown } = created;
  const most = Math.max(1, ...months.map(({ accounts }) => accounts));
  return (
    <div>
      <h3>{words.created}</h3>
      {known === 0 ? (
        <p className="soft">{words.createdNone}</p>
      ) : (
        <>
          <p>{words.createdKnown(count(known, "account"), formatNumber(unknown))}</p>
          <table className="plain small-table months">
            <caption className="unseen">{words.created}</caption>
            <thead className="unseen">
              <tr>
                <th scope="col">{words.month}</th>
                <th scope="col">{words.accounts}</th>
              </tr>
            </thead>
            <tbody>
              {months.map(({ month: name, accounts }) => (
                <tr key={name}>
                  <th scope="row">{month(name)}</th>
                  <td>
                    <span className="month-bar" style={{ width: `${(accounts / most) * 8}rem` }} />
                    {formatNumber(accounts)}
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
    </div>
  );
}

function Windows({ question, number }: { question: Question; number: number }) {
  const sweep = useSweep(question);
  return (
    <div>
      <h3>{words.windows}</h3>
      <Answer query={sweep}>
        {({ groups, leftOut }) => {
          const own = groups.find((group) => group.number === number);
          return (
            <>
              <table className="plain small-table">
                <caption className="unseen">{words.windows}</caption>
                <tbody>
                  {own?.at.map(({ windowSeconds, together, others }) => (
                    <tr key={windowSeconds}>
                      <th scope="row">{shortTime(windowSeconds)}</th>
                      <td>
                        {words.together(together, own.members)}
                        {others > 0 && ` ${words.others(others)}`}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {leftOut.map(({ windowSeconds, reason }) => (
                <p key={windowSeconds} className="soft small">
                  {texts.spread.groups.notLooked(shortTime(windowSeconds), reason)}
                </p>
              ))}
            </>
          );
        }}
      </Answer>
    </div>
  );
}
