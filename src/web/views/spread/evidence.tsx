import { useState } from "react";
import type { EdgeEvidence, SharedAct } from "../../../serve/types.ts";
import { written } from "../../parts/bidi.ts";
import { Drawer } from "../../parts/drawer.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { Answer } from "../../parts/states.tsx";
import { instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { type Question, useEdge } from "./queries.ts";
import { objectName, objects } from "./words.ts";

const words = texts.spread.evidence;

/** The posts behind an edge: pair by pair, with the time between them. */
export function EdgeDrawer({
  question,
  a,
  b,
  closeTo,
}: {
  question: Question;
  a: string;
  b: string;
  closeTo: string;
}) {
  const [from, setFrom] = useState(0);
  const query = useEdge(question, a, b, from);
  return (
    <Drawer
      id={`${a}/${b}`}
      kicker={words.kicker}
      title={words.title(a, b)}
      reason={words.reason(objects[question.on], formatNumber(Number(question.window)))}
      rule={words.rule}
      closeTo={closeTo}
    >
      <Answer query={query}>
        {(evidence) => <Pairs evidence={evidence} question={question} onPage={setFrom} />}
      </Answer>
    </Drawer>
  );
}

function Pairs({
  evidence,
  question,
  onPage,
}: {
  evidence: EdgeEvidence;
  question: Question;
  onPage: (from: number) => void;
}) {
  const { a, b, total, from, acts } = evidence;
  const to = from + acts.length;
  const size = Math.max(acts.length, 1);
  const isPaged = total > acts.length;
  return (
    <>
      <p className="soft" role="status">
        {words.pairs(count(total, "pair"))}{" "}
        {isPaged && `${words.pages(formatNumber(from + 1), formatNumber(to))} `}
        {words.times}
      </p>
      <ol className="pairs">
        {acts.map((act, at) => (
          <li key={`${act.a.seconds} ${act.b.seconds} ${act.object} ${from + at}`}>
            <p className="object">
              <bdi>{objectName(question.on, act.object)}</bdi>
              <span className="badge">{apart(act)}</span>
            </p>
            {act.a.seconds <= act.b.seconds ? (
              <>
                <PostText account={a} post={act.a} />
                <PostText account={b} post={act.b} />
              </>
            ) : (
              <>
                <PostText account={b} post={act.b} />
                <PostText account={a} post={act.a} />
              </>
            )}
          </li>
        ))}
      </ol>
      {isPaged && (
        <p className="paging">
          {from > 0 && (
            <button type="button" onClick={() => onPage(Math.max(0, from - pageSize))}>
              {words.earlier}
            </button>
          )}
          {to < total && (
            <button type="button" onClick={() => onPage(from + size)}>
              {words.later}
            </button>
          )}
        </p>
      )}
    </>
  );
}

/** As many as the server gives at once. */
const pageSize = 40;

function apart({ a, b }: SharedAct): string {
  const seconds = Math.abs(a.seconds - b.seconds);
  return seconds === 0 ? words.sameSecond : words.apart(formatNumber(seconds));
}

function PostText({ account, post }: { account: string; post: SharedAct["a"] }) {
  return (
    <figure>
      <blockquote {...written(post.text, post.language)}>{post.text}</blockquote>
      <figcaption className="soft small">
        <bdi>{account}</bdi>, {instant(post.seconds, true)}
        {post.url !== null && (
          <>
            {" · "}
            <a href={post.url} rel="noreferrer">
              {words.where}
            </a>
          </>
        )}
      </figcaption>
    </figure>
  );
}
