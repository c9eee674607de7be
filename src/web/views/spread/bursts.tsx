import type { SpreadAnswer } from "../../../serve/types.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { objectName } from "./words.ts";

const words = texts.spread.bursts;
const burstsShown = 15;

/** Times in which something drew more than its usual share of all posts. */
export function Bursts({ answer }: { answer: SpreadAnswer }) {
  const { bursts, burstCount, on } = answer;
  const { shown, more } = usePaged(bursts, burstsShown);
  return (
    <section>
      <h2>{burstCount === 0 ? words.none : count(burstCount, "burst")}</h2>
      <p className="soft">{words.about}</p>
      {shown.length > 0 && (
        <div className="scroll">
          <table className="plain bursts">
            <caption className="unseen">{words.caption}</caption>
            <thead>
              <tr>
                <th scope="col">{words.what}</th>
                <th scope="col">{words.from}</th>
                <th scope="col">{words.to}</th>
                <th scope="col" className="number">
                  {words.posts}
                </th>
                <th scope="col" className="number usual">
                  {words.usual}
                </th>
                <th scope="col" className="number">
                  {words.accounts}
                </th>
              </tr>
            </thead>
            <tbody>
              {shown.map((burst) => (
                <tr key={`${burst.object} ${burst.startSeconds}`}>
                  <th scope="row" className="what">
                    <bdi>{objectName(on, burst.object)}</bdi>
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
        <p className="soft">{words.some(formatNumber(bursts.length))}</p>
      )}
    </section>
  );
}
