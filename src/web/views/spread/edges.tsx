import type { SpreadEdge } from "../../../serve/types.ts";
import { fixed, formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { link, type Route } from "../../parts/route.ts";
import { texts } from "../../texts.ts";
import { likelihood } from "./words.ts";

const words = texts.spread.edges;
const edgesShown = 15;

/** Pairs of accounts as a table; each leads to the posts behind it. Narrow, each takes two lines. */
export function EdgesTable({
  edges,
  all,
  whose,
  under,
  route,
}: {
  edges: readonly SpreadEdge[];
  /** How many there are in all. */
  all: number;
  whose: string;
  /** The first part of the address: a group's number, or that of no group. */
  under: string;
  route: Route;
}) {
  const [, a, b] = route.path;
  const chosen = edges.findIndex((edge) => edge.a === a && edge.b === b);
  const { shown, more } = usePaged(edges, edgesShown, chosen);
  return (
    <>
      <table className="plain edges">
        <caption className="unseen">{words.caption(whose)}</caption>
        <thead>
          <tr>
            <th scope="col">{words.who}</th>
            <th scope="col" className="number">
              {words.times}
            </th>
            <th scope="col" className="number">
              {words.byChance}
            </th>
            <th scope="col" className="number">
              {words.apart}
            </th>
            <th scope="col" className="number">
              q
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map((edge, at) => (
            <tr key={`${edge.a} ${edge.b}`}>
              <th scope="row">
                <a
                  href={link("spread", [under, edge.a, edge.b], route.query)}
                  aria-current={at === chosen || undefined}
                >
                  <span className="name">{edge.a}</span> {words.and}{" "}
                  <span className="name">{edge.b}</span>
                </a>
              </th>
              <td className="number" data-name={words.times}>
                {formatNumber(edge.weight)}
              </td>
              <td className="number" data-name={words.byChance}>
                {edge.chance && fixed(edge.chance.expected, 1)}
              </td>
              <td className="number" data-name={words.apart}>
                {texts.shared.seconds(fixed(edge.meanDeltaSeconds, 1))}
              </td>
              <td className="number" data-name="q">
                {likelihood(edge.chance?.q ?? null)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {more}
      {all > edges.length && (
        <p className="soft">{words.heaviest(formatNumber(edges.length), formatNumber(all))}</p>
      )}
    </>
  );
}
