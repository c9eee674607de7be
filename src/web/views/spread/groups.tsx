import type { GroupRow, SpreadAnswer, Sweep } from "../../../serve/types.ts";
import { isolated } from "../../parts/bidi.ts";
import { count, formatNumber, percent, telling } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import { instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { type Question, useSweep } from "./queries.ts";
import { Strip } from "./strip.tsx";
import { likelihood, month, objectName, shortTime, toldLanguage } from "./words.ts";

const words = texts.spread.groups;
/** Languages named of a group in the list. */
const languagesNamed = 3;

/** The groups as a table, those with the most members first. */
export function Groups({
  answer,
  question,
  route,
}: {
  answer: SpreadAnswer;
  question: Question;
  route: Route;
}) {
  const { groups, groupCount, overTime } = answer;
  const sweep = useSweep(question);
  return (
    <>
      <table className="plain groups">
        <caption className="unseen">{words.caption}</caption>
        <thead>
          <tr>
            <th scope="col">{words.members}</th>
            <th scope="col">{words.what}</th>
            <th scope="col">{words.when}</th>
            <th scope="col">{words.posts}</th>
            <th scope="col" className="number">
              {words.weight}
            </th>
            <th scope="col" className="number">
              {words.largestQ}
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
                  <span className="group-number">{group.number}</span>
                  {count(group.memberCount, "account")}
                </a>
                <span className="soft">{words.tied(percent(group.density01))}</span>
                <span className="soft">
                  <Windows sweep={sweep.data} number={group.number} />
                </span>
              </th>
              <td className="what" data-name={words.what}>
                {group.objects
                  .map(({ object }) => isolated(objectName(question.on, object)))
                  .join(", ")}
                {group.objectCount > group.objects.length &&
                  ` ${words.more(formatNumber(group.objectCount - group.objects.length))}`}
              </td>
              <td className="when" data-name={words.when}>
                <Strip counts={group.counts} overTime={overTime} />
                <span className="soft">{spanOf(group)}</span>
              </td>
              <td className="posts" data-name={words.posts}>
                <PostsOf posts={group.posts} />
              </td>
              <td className="number" data-name={words.weight}>
                {formatNumber(group.weight)}
              </td>
              <td className="number" data-name={words.largestQ}>
                {likelihood(group.largestQ)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {groupCount > groups.length && (
        <p className="soft">{words.some(formatNumber(groups.length), formatNumber(groupCount))}</p>
      )}
    </>
  );
}

/** "in 15 hours, 4 May, 06:00 to 7 May, 14:00" */
function spanOf({ hourCount, firstHourSeconds, lastHourSeconds }: GroupRow): string {
  if (hourCount === 0) return "";
  return words.span(count(hourCount, "hour"), instant(firstHourSeconds), instant(lastHourSeconds));
}

/** How many posts, in which languages, and when the accounts were made. */
function PostsOf({ posts }: { posts: GroupRow["posts"] }) {
  const { languages, created } = posts;
  return (
    <>
      {count(posts.posts, "post")}, {words.ofAll(finePercent(posts.share01))}
      <span className="soft">
        {languages
          .slice(0, languagesNamed)
          .map(({ language, posts: n }) => `${toldLanguage(language)} ${formatNumber(n)}`)
          .join(", ")}
        {languages.length > languagesNamed && " …"}
      </span>
      <span className="soft">{createdWords(created)}</span>
    </>
  );
}

/** "accounts made Nov 2029 to Apr 2031, 4 of 6 in Apr 2031" */
function createdWords({ known, unknown, first, last, densest }: GroupRow["posts"]["created"]) {
  if (first === null || last === null || densest === null) return words.made.notTold;
  const of = formatNumber(known + unknown);
  if (first === last) return words.made.in(formatNumber(known), of, month(first));
  return `${words.made.between(month(first), month(last))}, ${words.made.most(month(densest.month), formatNumber(densest.accounts), of)}`;
}

/** A share as it is read: `0.4 %`, `12 %`. */
export function finePercent(share01: number): string {
  const share = share01 * 100;
  const told =
    share > 0 && share < 10 ? telling(share, share < 1 ? 1 : 2) : formatNumber(Math.round(share));
  return texts.shared.percent(told);
}

/** At which windows a group stands: all members in one, fewer, or none. */
function Windows({ sweep, number }: { sweep: Sweep | undefined; number: number }) {
  if (!sweep) return words.sweeping;
  const own = sweep.groups.find((group) => group.number === number);
  if (!own) return null;
  const stands = own.at
    .filter(({ together }) => together > 0)
    .map(({ windowSeconds, together }) =>
      together === own.members
        ? shortTime(windowSeconds)
        : words.shrunk(shortTime(windowSeconds), together),
    );
  const gone = own.at
    .filter(({ together }) => together === 0)
    .map(({ windowSeconds }) => shortTime(windowSeconds));
  return [
    ...(stands.length > 0 ? [words.stands(stands.join(", "))] : []),
    ...(gone.length > 0 ? [words.gone(gone.join(", "))] : []),
  ].join("; ");
}
