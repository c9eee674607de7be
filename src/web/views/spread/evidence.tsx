import type { EdgeEvidence, PostObject, SharedAct } from "../../../serve/types.ts";
import { useEdge } from "../../api/queries.ts";
import { Drawer } from "../../parts/drawer.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { Answer } from "../../parts/states.tsx";
import { instant, objects } from "./words.ts";

const pairsShown = 20;

/** The posts behind an edge: pair by pair, with the time between them. */
export function EdgeDrawer({
  on,
  window,
  a,
  b,
  closeTo,
}: {
  on: PostObject;
  window: string;
  a: string;
  b: string;
  closeTo: string;
}) {
  const query = useEdge(on, window, a, b);
  return (
    <Drawer
      id={`${a}/${b}`}
      kicker="Acted together"
      title={`${a} and ${b}`}
      reason={`both posted ${objects[on]} within ${formatNumber(Number(window))} seconds of one another`}
      rule="co-action: two posts of different accounts on one object within the window"
      closeTo={closeTo}
    >
      <Answer query={query}>{(evidence) => <Pairs evidence={evidence} />}</Answer>
    </Drawer>
  );
}

function Pairs({ evidence }: { evidence: EdgeEvidence }) {
  const { a, b, total, acts } = evidence;
  const { shown, more } = usePaged(acts, pairsShown);
  return (
    <>
      <p className="soft">
        {count(total, "pair")} of posts
        {total > acts.length && `; the first ${formatNumber(acts.length)} are listed`}. Times are
        UTC. A post of an account that is shown by a pseudonym has no link, and private names in it
        are left out.
      </p>
      <ol className="pairs">
        {shown.map((act, at) => (
          <li key={`${act.a.seconds} ${act.b.seconds} ${act.object} ${at}`}>
            <p className="object">
              {act.object}
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
      {more}
    </>
  );
}

function apart({ a, b }: SharedAct): string {
  const seconds = Math.abs(a.seconds - b.seconds);
  return seconds === 0 ? "at the same second" : `${formatNumber(seconds)} s apart`;
}

function PostText({ account, post }: { account: string; post: SharedAct["a"] }) {
  return (
    <figure>
      <blockquote lang={post.language ?? undefined}>{post.text}</blockquote>
      <figcaption className="soft small">
        {account}, {instant(post.seconds, true)}
        {post.url !== null && (
          <>
            {" · "}
            <a href={post.url} rel="noreferrer">
              where it is
            </a>
          </>
        )}
      </figcaption>
    </figure>
  );
}
