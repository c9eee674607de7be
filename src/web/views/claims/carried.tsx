import type { CarriedClaim, CarriedPost, WhichFirst } from "../../../serve/types.ts";
import { isolated, written } from "../../parts/bidi.ts";
import { useCase } from "../../parts/case.tsx";
import { formatDate } from "../../parts/dates.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { SourceName } from "../../parts/source.tsx";
import { StanceGlyph } from "../../parts/stance.tsx";
import { Empty, FailureNote } from "../../parts/states.tsx";
import { instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { type Axis, axisOf, placeOf, unitsOf } from "./carried-axis.ts";
import { useCarried } from "./queries.ts";
import "./carried.css";

const words = texts.carried;

/** Who said a claim first, on one axis with what followed, and the posts that say it. */
export function Carried({ claimId, route }: { claimId: string; route: Route }) {
  const query = useCarried(claimId);
  const pages = query.data?.pages ?? [];
  const all = pages.flatMap(({ posts }) => posts);
  const [carried] = pages;
  if (!carried)
    return query.error ? (
      <FailureNote error={query.error} />
    ) : (
      <p className="waiting" role="status">
        {words.waiting}
      </p>
    );
  return carried.totals.posts === 0 ? (
    <Empty>{words.none}</Empty>
  ) : (
    <div className="carried">
      <Told carried={carried} />
      <Timeline carried={carried} route={route} />
      <Articles carried={carried} route={route} />
      <h3>{words.postsHead}</h3>
      <p className="soft small">{words.timesInUtc}</p>
      <ol className="carried-posts">
        {all.map((post, at) => (
          // Posts of one account at one second with one text are told apart by their place only.
          <PostLine key={at} post={post} />
        ))}
      </ol>
      {carried.totals.posts > carried.posts.length && (
        <p className="paging">
          <span>{words.shown(formatNumber(all.length), formatNumber(carried.totals.posts))}</span>
          {query.hasNextPage && (
            <button
              type="button"
              disabled={query.isFetchingNextPage}
              onClick={() => void query.fetchNextPage()}
            >
              {words.more(
                formatNumber(Math.min(carried.posts.length, carried.totals.posts - all.length)),
              )}
            </button>
          )}
        </p>
      )}
    </div>
  );
}

function Told({ carried }: { carried: CarriedClaim }) {
  const { totals, order } = carried;
  const { accountsUnknown } = totals;
  return (
    <>
      {order && <p className="which-first">{firstInWords(order)}</p>}
      <p>
        {words.posts(count(totals.posts, "post"), count(totals.accounts, "account"))};{" "}
        {words.reach(
          formatNumber(totals.followers),
          accountsUnknown > 0 ? count(accountsUnknown, "account") : null,
        )}
        .{" "}
        {words.stances(
          formatNumber(totals.asserts),
          formatNumber(totals.attributes),
          formatNumber(totals.denies),
        )}
        {totals.withoutTime > 0 && ` ${words.withoutTime(totals.withoutTime)}`}
      </p>
    </>
  );
}

function firstInWords(order: WhichFirst): string {
  const told = words.first[order.first];
  return typeof told === "string" ? told : told(apartInWords(order));
}

/** "12 hours", "2 days" */
function apartInWords({ apartSeconds, apartDays }: WhichFirst): string {
  if (apartDays !== null) return count(apartDays, "day");
  const { value, unit } = unitsOf(apartSeconds ?? 0);
  return count(value, unit);
}

/** One axis: the articles of each side in a lane, and how many posts there were each day. */
function Timeline({ carried, route }: { carried: CarriedClaim; route: Route }) {
  const { groups, card } = useCase();
  const axis = axisOf(carried);
  if (!axis) return null;
  const { days, articles, firstPost } = carried;
  const highest = Math.max(1, ...days.map(({ posts }) => posts));
  const first = firstArticleOf(carried);
  const lanes = groups.flatMap((group) => {
    const own = articles.filter(({ documentId }) => (card(documentId)?.side ?? null) === group.id);
    return own.length > 0 ? [{ group, own }] : [];
  });
  return (
    <figure className="carried-axis" aria-label={words.axis}>
      {lanes.map(({ group, own }) => (
        <div
          key={group.id ?? "unaligned"}
          className="lane"
          style={{ "--side": sideColour(group.position) }}
        >
          <span className="lane-name" dir="auto">
            {group.shortName}
          </span>
          <div className="track">
            {own.map(({ documentId, published }) => {
              const place = published === null ? null : placeOf(axis, published);
              if (!place || published === null) return null;
              const isFirst = documentId === first;
              const name = `${isolated(card(documentId)?.sourceName ?? documentId)}, ${formatDate(published)}`;
              return (
                <a
                  key={documentId}
                  className={`mark${place.width01 > 0 ? " day" : ""}${isFirst ? " first" : ""}`}
                  href={link("claims", [carried.claimId, documentId], route.query)}
                  title={isFirst ? `${words.firstArticle}: ${name}` : name}
                  style={{
                    left: share(place.from01),
                    width: place.width01 > 0 ? share(place.width01) : undefined,
                  }}
                >
                  <span className="unseen">
                    {isFirst ? `${words.firstArticle}: ${name}` : name}
                  </span>
                </a>
              );
            })}
          </div>
        </div>
      ))}
      <div className="lane posts">
        <span className="lane-name">{words.postsLane}</span>
        <div className="track">
          {days.map(({ day, posts }) => {
            const place = placeOf(axis, day);
            return (
              place && (
                <span
                  key={day}
                  className="bar"
                  title={words.dayOf(formatDate(day), count(posts, "post"))}
                  style={{
                    left: share(place.from01),
                    width: share(place.width01),
                    height: share(posts / highest),
                  }}
                />
              )
            );
          })}
          {firstPost && firstPost.seconds !== null && (
            <span
              className="first-post"
              title={`${words.firstPost}: ${instant(firstPost.seconds)}`}
              style={{ left: share((firstPost.seconds - axis.from) / (axis.to - axis.from)) }}
            />
          )}
        </div>
      </div>
      <Ticks axis={axis} />
      <Legend carried={carried} />
      <Days carried={carried} />
    </figure>
  );
}

function Ticks({ axis }: { axis: Axis }) {
  return (
    <div className="lane ticks" aria-hidden="true">
      <span className="lane-name" />
      <div className="track">
        {axis.ticks.map(({ day, at01 }) => (
          <span key={day} style={{ left: share(at01) }}>
            {formatDate(day).replace(/ \d{4}$/, "")}
          </span>
        ))}
      </div>
    </div>
  );
}

/** Who was first on either side, in words. */
function Legend({ carried }: { carried: CarriedClaim }) {
  const { card } = useCase();
  const { firstPost, articles } = carried;
  const first = articles.find(({ documentId }) => documentId === firstArticleOf(carried));
  return (
    <dl className="firsts">
      {firstPost && firstPost.seconds !== null && (
        <div>
          <dt>
            <span className="key post" aria-hidden="true" /> {words.firstPost}
          </dt>
          <dd>
            {instant(firstPost.seconds)}, <bdi>{firstPost.account}</bdi> ({followersOf(firstPost)})
            <blockquote {...written(firstPost.passage, firstPost.language)}>
              {firstPost.passage}
            </blockquote>
          </dd>
        </div>
      )}
      {first?.published && (
        <div>
          <dt>
            <span className="key article" aria-hidden="true" /> {words.firstArticle}
          </dt>
          <dd>
            {whenOf(first.published)},{" "}
            <bdi>{card(first.documentId)?.sourceName ?? first.documentId}</bdi>
          </dd>
        </div>
      )}
    </dl>
  );
}

/** The time of an instant, else the date as it is told. */
function whenOf(published: string): string {
  const time = published.includes("T") ? Date.parse(published) : Number.NaN;
  return Number.isNaN(time) ? formatDate(published) : instant(time / 1000);
}

/** Articles stand by time: the first that has a date. Of one day with others it is one of the first. */
function firstArticleOf({ articles }: CarriedClaim): string | null {
  return articles.find(({ published }) => published !== null)?.documentId ?? null;
}

function Days({ carried }: { carried: CarriedClaim }) {
  const { columns } = words;
  return (
    <details>
      <summary>{words.asTable}</summary>
      <table className="plain">
        <thead>
          <tr>
            <th scope="col">{columns.day}</th>
            <th scope="col" className="number">
              {columns.posts}
            </th>
            <th scope="col" className="number">
              {columns.newAccounts}
            </th>
            <th scope="col" className="number">
              {columns.newFollowers}
            </th>
          </tr>
        </thead>
        <tbody>
          {carried.days.map(({ day, posts, newAccounts, newFollowers }) => (
            <tr key={day}>
              <th scope="row">{formatDate(day)}</th>
              <td className="number">{formatNumber(posts)}</td>
              <td className="number">{formatNumber(newAccounts)}</td>
              <td className="number">{formatNumber(newFollowers)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

function Articles({ carried, route }: { carried: CarriedClaim; route: Route }) {
  const { card } = useCase();
  const { columns } = words;
  return (
    <>
      <h3>{words.articles}</h3>
      {carried.articles.length === 0 ? (
        <Empty>{words.noArticles}</Empty>
      ) : (
        <table className="plain carried-articles">
          <caption className="unseen">{words.articles}</caption>
          <thead>
            <tr>
              <th scope="col">{columns.published}</th>
              <th scope="col">{columns.source}</th>
              <th scope="col">{columns.does}</th>
              <th scope="col">{columns.order}</th>
              <th scope="col" className="number">
                {words.linked}
              </th>
            </tr>
          </thead>
          <tbody>
            {carried.articles.map(({ documentId, published, stance, firstPost, linkedBy }) => (
              <tr key={documentId}>
                <td>{published === null ? "" : whenOf(published)}</td>
                <th scope="row">
                  <a href={link("claims", [carried.claimId, documentId], route.query)}>
                    <SourceName id={card(documentId)?.sourceId ?? documentId} />
                  </a>
                </th>
                <td>
                  <StanceGlyph stance={stance} /> {stance}
                </td>
                <td>{firstPost && toInWords(firstPost)}</td>
                <td className="number">{formatNumber(linkedBy?.posts ?? 0)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function toInWords(order: WhichFirst): string {
  const told = words.to[order.first];
  return typeof told === "string" ? told : told(apartInWords(order));
}

function PostLine({ post }: { post: CarriedPost }) {
  const { stance, seconds, url } = post;
  return (
    <li>
      <blockquote {...written(post.passage, post.language)}>{post.passage}</blockquote>
      <p className="soft small">
        <StanceGlyph stance={stance} /> {stance}
        {post.attributedTo !== null && ` (${isolated(post.attributedTo)})`} ·{" "}
        <bdi>{post.account}</bdi>, {followersOf(post)}
        {seconds !== null && `, ${instant(seconds)}`}
        {post.isRepost && ` · ${words.repost}`}
        {post.isReply && ` · ${words.answer}`}
        {url !== null && (
          <>
            {" · "}
            <a href={url} rel="noreferrer">
              {words.where}
            </a>
          </>
        )}
      </p>
    </li>
  );
}

function followersOf({ followers }: Pick<CarriedPost, "followers">): string {
  return followers === null ? words.unknownFollowers : words.followers(formatNumber(followers));
}

function share(part01: number): string {
  return `${(part01 * 100).toFixed(3)}%`;
}
