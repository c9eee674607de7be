import type { Overview } from "../../../serve/types.ts";
import { carriedInWords } from "../../parts/carried.ts";
import { useCase } from "../../parts/case.tsx";
import { count, formatNumber, percent } from "../../parts/numbers.ts";
import { link } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { texts } from "../../texts.ts";

const words = texts.home;

type Part = {
  readonly key: string;
  readonly name: string;
  readonly claims: number;
  readonly href: string;
  /** Its pattern, and the colour of the side that it belongs to. */
  readonly look: string;
  readonly colour?: string;
};

/** How many claims all sides share, contest, or carry alone: a bar at a glance, a table behind it. */
export function Shape() {
  const { overview } = useCase();
  const parts = usePartsOf(overview.home.shape);
  const all = parts.reduce((sum, { claims }) => sum + claims, 0);
  if (all === 0) return null;
  return (
    <section className="shape" aria-labelledby="shape-name">
      <h2 id="shape-name">{words.shape}</h2>
      {overview.sides.length === 0 && <p className="soft">{words.noSides}</p>}
      <ul className="shape-bar">
        {parts.map((part) => (
          <li
            key={part.key}
            className={part.look}
            style={{ flexGrow: part.claims, ...(part.colour ? { "--side": part.colour } : {}) }}
          >
            <a href={part.href}>
              <strong>{formatNumber(part.claims)}</strong> <span dir="auto">{part.name}</span>
            </a>
          </li>
        ))}
      </ul>
      <details>
        <summary>{words.table}</summary>
        <table className="plain">
          <thead>
            <tr>
              <th scope="col">{words.part}</th>
              <th scope="col" className="number">
                {words.number}
              </th>
              <th scope="col" className="number">
                {words.share}
              </th>
            </tr>
          </thead>
          <tbody>
            {parts.map((part) => (
              <tr key={part.key}>
                <th scope="row">
                  <a href={part.href}>{part.name}</a>
                </th>
                <td className="number">{formatNumber(part.claims)}</td>
                <td className="number">{percent(part.claims / all)}</td>
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{words.shapeLead(count(all, "claim"))}</th>
              <td className="number">{formatNumber(all)}</td>
              <td className="number">100 %</td>
            </tr>
          </tfoot>
        </table>
      </details>
    </section>
  );
}

function usePartsOf(shape: Overview["home"]["shape"]): Part[] {
  const { overview, group } = useCase();
  return shape.map(({ carried, claims }) => {
    const position = overview.sides.findIndex(({ id }) => carried === `side:${id}`);
    return {
      key: carried,
      claims,
      name: carriedInWords(carried, (id) => group(id)?.shortName ?? id),
      href: link("claims", [], { carried }),
      ...(position < 0 ? { look: carried } : { look: "alone", colour: sideColour(position) }),
    };
  });
}
