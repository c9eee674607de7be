import type { PostsView, SpreadAnswer } from "../../../serve/types.ts";
import { useOverview, useSpread } from "../../api/queries.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { link, type Route, refilter } from "../../parts/route.ts";
import { Answer, Empty, Heading } from "../../parts/states.tsx";
import { EdgeDrawer } from "./evidence.tsx";
import { GroupSection } from "./group.tsx";
import { Strip } from "./strip.tsx";
import { instant, likelihood, objectOf, objects, windowOf, windows } from "./words.ts";
import "./spread.css";

const burstsShown = 15;
const objectsNamed = 3;

export function SpreadView({ route }: { route: Route }) {
  const posts = useOverview().data?.posts ?? null;
  const on = objectOf(route.query.on);
  const window = windowOf(route.query.window);
  const query = useSpread(on, window, posts !== null);
  return (
    <>
      <Heading question="Who carried it?">
        Accounts that did the same within moments of one another, more often than chance allows. It
        is behaviour that is seen, never intent. Accounts with fewer than 5,000 followers, or of
        whom no number is told, are shown by a pseudonym.
      </Heading>
      {posts === null ? (
        <Empty>
          This case holds no posts: put exported posts into its folder and start Parallax again.
        </Empty>
      ) : (
        <>
          <Choice route={route} on={on} window={window} />
          <Answer query={query}>
            {(answer) => <Answered answer={answer} posts={posts} route={route} />}
          </Answer>
        </>
      )}
    </>
  );
}

function Choice({ route, on, window }: { route: Route; on: string; window: string }) {
  return (
    <search className="filters">
      <label>
        Both post{" "}
        <select value={on} onChange={(event) => refilter(route, { on: event.target.value })}>
          {Object.entries(objects).map(([name, words]) => (
            <option key={name} value={name}>
              {words}
            </option>
          ))}
        </select>
      </label>
      <label>
        within{" "}
        <select
          value={window}
          onChange={(event) => refilter(route, { window: event.target.value })}
        >
          {windows.map(([seconds, words]) => (
            <option key={seconds} value={seconds}>
              {words}
            </option>
          ))}
        </select>
      </label>
    </search>
  );
}

function Answered({
  answer,
  posts,
  route,
}: {
  answer: SpreadAnswer;
  posts: PostsView;
  route: Route;
}) {
  const { groups, on, windowSeconds } = answer;
  const chosen = groups.find((group) => String(group.number) === route.path[0]);
  const [, a, b] = route.path;
  return (
    <>
      <p className="soft counts">
        {count(answer.posts.posts, "post")} by {count(posts.accounts, "account")};{" "}
        {formatNumber(answer.posts.acting)} of the posts hold something of the kind.{" "}
        {count(answer.edges, "pair")} of accounts did the same at least twice,{" "}
        {formatNumber(answer.beyondChance)} of them beyond chance.
        {posts.unmapped > 0 && ` ${count(posts.unmapped, "record")} could not be made posts.`}
      </p>
      {answer.heavyObjects.map(({ object, share01 }) => (
        <p key={object} className="soft">
          One object makes {Math.round(share01 * 100)} % of all pairs of actions: {object}. A
          shorter window shows the others.
        </p>
      ))}
      <h2>{groups.length === 0 ? "No group" : count(groups.length, "group")}</h2>
      {groups.length === 0 ? (
        <Empty>No three accounts are tied beyond chance.</Empty>
      ) : (
        <Groups answer={answer} route={route} />
      )}
      {chosen && <GroupSection group={chosen} answer={answer} route={route} />}
      <Bursts answer={answer} />
      {chosen && a !== undefined && b !== undefined && (
        <EdgeDrawer
          on={on}
          window={String(windowSeconds)}
          a={a}
          b={b}
          closeTo={link("spread", [String(chosen.number)], route.query)}
        />
      )}
    </>
  );
}

function Groups({ answer, route }: { answer: SpreadAnswer; route: Route }) {
  const { groups, firstSeconds, lastSeconds } = answer;
  return (
    <div className="scroll">
      <table className="plain groups">
        <caption className="unseen">Groups of accounts that act together</caption>
        <thead>
          <tr>
            <th scope="col">Members</th>
            <th scope="col">On what</th>
            <th scope="col">When</th>
            <th scope="col" className="number">
              Weight
            </th>
            <th scope="col" className="number">
              Largest q
            </th>
          </tr>
        </thead>
        <tbody>
          {groups.map((group) => (
            <tr key={group.number}>
              <th scope="row">
                <a
                  href={link("spread", [String(group.number)], route.query)}
                  aria-current={route.path[0] === String(group.number) || undefined}
                >
                  {count(group.members.length, "account")}
                </a>
                <br />
                <span className="soft">
                  {Math.round(group.density01 * 100)} % of their pairs are tied
                </span>
              </th>
              <td className="what">
                {group.objects
                  .slice(0, objectsNamed)
                  .map(({ object }) => object)
                  .join(", ")}
                {group.objectCount > objectsNamed &&
                  ` and ${formatNumber(group.objectCount - objectsNamed)} more`}
              </td>
              <td className="when">
                <Strip hours={group.hours} from={firstSeconds} to={lastSeconds} />
                <span className="soft">{spanOf(group.hours)}</span>
              </td>
              <td className="number">{formatNumber(group.weight)}</td>
              <td className="number">{likelihood(group.largestQ)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** "in 15 hours, 4 May, 06:00 to 7 May, 14:00" */
function spanOf(hours: SpreadAnswer["groups"][number]["hours"]): string {
  const [first] = hours;
  const last = hours.at(-1);
  if (!first || !last) return "";
  return `in ${count(hours.length, "hour")}, ${instant(first.startSeconds)} to ${instant(last.startSeconds)}`;
}

function Bursts({ answer }: { answer: SpreadAnswer }) {
  const { bursts, burstCount } = answer;
  const { shown, more } = usePaged(bursts, burstsShown);
  return (
    <section>
      <h2>{burstCount === 0 ? "No burst" : count(burstCount, "burst")}</h2>
      <p className="soft">
        Times in which something drew a larger share of all posts than it usually does. Many who
        write on their own make a burst, too.
      </p>
      {shown.length > 0 && (
        <div className="scroll">
          <table className="plain bursts">
            <caption className="unseen">Bursts</caption>
            <thead>
              <tr>
                <th scope="col">What</th>
                <th scope="col">From (UTC)</th>
                <th scope="col">To</th>
                <th scope="col" className="number">
                  Posts
                </th>
                <th scope="col" className="number usual">
                  Usual
                </th>
                <th scope="col" className="number">
                  Accounts
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((burst) => (
                <tr key={`${burst.object} ${burst.startSeconds}`}>
                  <th scope="row" className="what">
                    {burst.object}
                  </th>
                  <td>{instant(burst.startSeconds)}</td>
                  <td>{instant(burst.endSeconds)}</td>
                  <td className="number">{formatNumber(burst.actions)}</td>
                  <td className="number usual">{formatNumber(Math.round(burst.expected))}</td>
                  <td className="number">{formatNumber(burst.accounts)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </div>
      )}
      {more}
      {burstCount > bursts.length && (
        <p className="soft">The {formatNumber(bursts.length)} heaviest are listed.</p>
      )}
    </section>
  );
}
