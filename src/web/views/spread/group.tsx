import type { SpreadAnswer } from "../../../serve/types.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { usePaged } from "../../parts/paging.tsx";
import { useReveal } from "../../parts/reveal.ts";
import { link, type Route } from "../../parts/route.ts";
import { Strip } from "./strip.tsx";
import { likelihood } from "./words.ts";

type Group = SpreadAnswer["groups"][number];

const edgesShown = 15;

/** One group: its members, what they acted on, and the pairs of them that are tied. */
export function GroupSection({
  group,
  answer,
  route,
}: {
  group: Group;
  answer: SpreadAnswer;
  route: Route;
}) {
  const element = useReveal<HTMLElement>(String(group.number));
  const { firstSeconds, lastSeconds } = answer;
  return (
    <section className="group" ref={element} aria-label={`Group ${group.number}`}>
      <h2>Group {group.number}</h2>
      <Strip hours={group.hours} from={firstSeconds} to={lastSeconds} />
      <h3>{formatNumber(group.members.length)} members</h3>
      <ul className="members">
        {group.members.map((member) => (
          <li key={member}>{member}</li>
        ))}
      </ul>
      <h3>On what</h3>
      <ul className="members">
        {group.objects.map(({ object, pairs }) => (
          <li key={object}>
            {object} <span className="soft">{formatNumber(pairs)}</span>
          </li>
        ))}
      </ul>
      <h3>Pairs of accounts</h3>
      <Edges group={group} route={route} />
    </section>
  );
}

function Edges({ group, route }: { group: Group; route: Route }) {
  const { heaviest, edges, number } = group;
  const [, a, b] = route.path;
  const chosen = heaviest.findIndex((edge) => edge.a === a && edge.b === b);
  const { shown, more } = usePaged(heaviest, edgesShown, chosen);
  return (
    <>
      <div className="scroll">
        <table className="plain edges">
          <caption className="unseen">Pairs of accounts of group {number}</caption>
          <thead>
            <tr>
              <th scope="col">Who</th>
              <th scope="col" className="number">
                Times
              </th>
              <th scope="col" className="number">
                By chance
              </th>
              <th scope="col" className="number">
                Apart
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
                    href={link("spread", [String(number), edge.a, edge.b], route.query)}
                    aria-current={at === chosen || undefined}
                  >
                    {edge.a} and {edge.b}
                  </a>
                </th>
                <td className="number">{formatNumber(edge.weight)}</td>
                <td className="number">{edge.chance?.expected.toFixed(1)}</td>
                <td className="number">{edge.meanDeltaSeconds.toFixed(1)} s</td>
                <td className="number">{likelihood(edge.chance?.q ?? null)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {more}
      {edges > heaviest.length && (
        <p className="soft">
          The {formatNumber(heaviest.length)} heaviest of {formatNumber(edges)} are listed.
        </p>
      )}
    </>
  );
}
