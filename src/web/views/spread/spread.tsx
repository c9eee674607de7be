import type { PostsView, SpreadAnswer } from "../../../serve/types.ts";
import { useOverview } from "../../api/queries.ts";
import { NotJudged } from "../../parts/judgements.tsx";
import { count, formatNumber, percent } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import { Answer, Empty, FailureNote, Heading } from "../../parts/states.tsx";
import { stretchOf } from "../../parts/stretch.ts";
import { texts } from "../../texts.ts";
import { AccountSection } from "./account.tsx";
import { Against } from "./against.tsx";
import { Bursts } from "./bursts.tsx";
import { Choice } from "./choice.tsx";
import { EdgeDrawer } from "./evidence.tsx";
import { GroupSection } from "./group.tsx";
import { Groups } from "./groups.tsx";
import { GraphSection } from "./picture.tsx";
import { type Question, useSpread } from "./queries.ts";
import { OverTimeStrip } from "./strip.tsx";
import { objectName, objectOf, windowOf, windows } from "./words.ts";
import "./spread.css";

const words = texts.spread;

export function SpreadView({ route }: { route: Route }) {
  const posts = useOverview().data?.posts ?? null;
  const question = { on: objectOf(route.query.on), window: windowOf(route.query.window) };
  const query = useSpread(question, posts !== null);
  const { data, isPlaceholderData, error } = query;
  return (
    <>
      <Heading question={words.question}>{words.about}</Heading>
      {posts === null ? (
        <Empty>{words.noPosts}</Empty>
      ) : (
        <>
          <Choice
            route={route}
            question={question}
            resolutionSeconds={data?.resolutionSeconds ?? 0}
          />
          <p className="progress soft" role="status">
            {error ? "" : stateWords(question, data, isPlaceholderData)}
          </p>
          {error && isPlaceholderData && <FailureNote error={error} />}
          <div className={isPlaceholderData ? "answer before" : "answer"}>
            <Answer query={query}>
              {(answer) => <Answered answer={answer} posts={posts} route={route} />}
            </Answer>
          </div>
          <NotJudged>{texts.evidence.judging.notJudged.spread}</NotJudged>
        </>
      )}
    </>
  );
}

/** What is told to those who do not see the page change. */
function stateWords(question: Question, answer: SpreadAnswer | undefined, isBefore: boolean) {
  const window = windows.find(([seconds]) => seconds === question.window)?.[1] ?? "";
  if (answer === undefined) return words.looking(window);
  if (isBefore) return `${words.looking(window)} ${words.shownStill}`;
  return words.found(window, groupsNamed(answer));
}

function groupsNamed({ groupCount }: SpreadAnswer): string {
  return groupCount === 0 ? words.groups.none : count(groupCount, "group");
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
  // What is told of a group goes with the answer that is shown, not with the one that is asked for.
  const question = { on, window: String(windowSeconds) };
  const [under, a, b] = route.path;
  const { account } = route.query;
  const chosen = groups.find((group) => String(group.number) === under);
  return (
    <>
      <p className="soft counts">
        {texts.home.postsCarry(count(answer.posts.posts, "post"), count(posts.accounts, "account"))}
        ; {words.counts.acting(formatNumber(answer.posts.acting))}{" "}
        {words.counts.pairs(count(answer.edges, "pair"), formatNumber(answer.beyondChance))}
        {posts.unmapped > 0 && ` ${words.counts.unmapped(count(posts.unmapped, "record"))}`}
      </p>
      {answer.heavyObjects.map(({ object, share01 }) => (
        <p key={object} className="soft">
          {words.heavy(percent(share01), objectName(on, object))}
        </p>
      ))}
      <OverTimeStrip overTime={answer.overTime} stretch={stretchOf(route)} />
      <h2>{groupsNamed(answer)}</h2>
      {groups.length === 0 ? (
        <Empty>{words.groups.noneAbout}</Empty>
      ) : (
        <Groups answer={answer} question={question} route={route} />
      )}
      {account !== undefined && (
        <AccountSection account={account} question={question} route={route} />
      )}
      {chosen && account === undefined && (
        <GroupSection group={chosen} question={question} route={route} />
      )}
      <GraphSection question={question} route={route} />
      <Bursts answer={answer} />
      <Against question={question} route={route} />
      {a !== undefined && b !== undefined && (
        <EdgeDrawer
          key={`${a} ${b} ${on} ${windowSeconds}`}
          question={question}
          a={a}
          b={b}
          closeTo={link("spread", chosen ? [String(chosen.number)] : [], route.query)}
        />
      )}
    </>
  );
}
