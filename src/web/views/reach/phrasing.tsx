import { useMemo } from "react";
import type { ReachAnswer } from "../../../serve/types.ts";
import { Account, Followers } from "../../parts/account.tsx";
import { written } from "../../parts/bidi.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { Empty } from "../../parts/states.tsx";
import { apart, instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { differences } from "./differences.ts";

const words = texts.reach;

const phrasingsShown = 5;

type Phrasing = ReachAnswer["phrasings"][number];
type Post = Phrasing["posts"][number];

/** Words that several people with reach posted within a time: the passages side by side. */
export function Phrasings({ answer }: { answer: ReachAnswer }) {
  const { phrasings, phrasingCount } = answer;
  const { shown, more } = usePaged(phrasings, phrasingsShown);
  return (
    <section className="phrasings">
      <h3>{words.phrasing}</h3>
      {phrasings.length === 0 ? (
        <Empty>{words.noPhrasing}</Empty>
      ) : (
        <p className="soft">{words.phrasingAbout}</p>
      )}
      {shown.map((one) => (
        <Shared key={`${one.firstSeconds} ${one.posts[0]?.text}`} phrasing={one} />
      ))}
      {more}
      {phrasingCount > phrasings.length && (
        <p className="soft">
          {words.morePhrasings(formatNumber(phrasings.length), formatNumber(phrasingCount))}
        </p>
      )}
    </section>
  );
}

function Shared({
  phrasing: { posts, accounts, firstSeconds, lastSeconds },
}: {
  phrasing: Phrasing;
}) {
  const [first] = posts;
  if (!first) return null;
  const length = lastSeconds - firstSeconds;
  return (
    <div className="shared">
      <h4>
        {words.sharedBy(count(accounts, "account"), length === 0 ? words.atOnce : apart(length))}
      </h4>
      <ol>
        {posts.map((post, at) => (
          <li key={`${post.account} ${post.seconds}`}>
            <Passage post={post} first={at === 0 ? null : first} />
          </li>
        ))}
      </ol>
      {accounts > posts.length && (
        <p className="soft small">{words.morePosts(formatNumber(accounts - posts.length))}</p>
      )}
    </div>
  );
}

function Passage({ post, first }: { post: Post; first: Post | null }) {
  const stretches = useMemo(
    () => (first === null ? [] : differences(first.text, post.text)),
    [first, post.text],
  );
  return (
    <figure>
      <figcaption>
        <Account name={post.account} /> <Followers followers={post.followers} />
      </figcaption>
      <blockquote {...written(post.text)}>
        {first === null
          ? post.text
          : stretches.map(({ text, of }, at) => {
              const key = `${at} ${of}`;
              if (of === "both") return <span key={key}>{text}</span>;
              if (of === "other")
                return (
                  <del key={key}>
                    <span className="unseen"> {words.missing} </span>
                    {text}
                  </del>
                );
              return (
                <ins key={key}>
                  <span className="unseen"> {words.only} </span>
                  {text}
                </ins>
              );
            })}
      </blockquote>
      <p className="soft small">
        {instant(post.seconds, true)}
        {first !== null && `, ${words.later(apart(post.seconds - first.seconds))}`}
        {post.url !== null && (
          <>
            {" · "}
            <a href={post.url} rel="noreferrer">
              {words.whereItIs}
            </a>
          </>
        )}
      </p>
    </figure>
  );
}
