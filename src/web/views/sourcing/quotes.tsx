import type { QuotedName, QuotingSource, WhoQuotesWhom } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { count, formatNumber } from "../../parts/numbers.ts";
import { link, type Route, refilter } from "../../parts/route.ts";
import { sideColour } from "../../parts/sides.ts";
import { Answer, Empty } from "../../parts/states.tsx";
import { texts } from "../../texts.ts";
import { QuotesGraph } from "./graph.tsx";
import { useQuotes } from "./queries.ts";
import { quoteAddress, timesInWords } from "./quoted.ts";
import "../../parts/heads.css";
import "./quotes.css";

const words = texts.quotes;
const forms = ["matrix", "graph"] as const;

/** Who quotes whom, as a matrix or as lines between them. */
export function Quotes({ route }: { route: Route }) {
  const query = useQuotes(route.query.q, route.query.as);
  const form = route.query.form === "graph" ? "graph" : "matrix";
  return (
    <section className="who-quotes" aria-labelledby="who-quotes">
      <header>
        <h2 id="who-quotes">{words.heading}</h2>
        <fieldset className="forms">
          <legend className="unseen">{words.as}</legend>
          {forms.map((one) => (
            <button
              key={one}
              type="button"
              aria-pressed={one === form}
              onClick={() => refilter(route, { form: one === "matrix" ? "" : one })}
            >
              {words[one]}
            </button>
          ))}
        </fieldset>
      </header>
      <Answer query={query}>
        {(quotes) =>
          quotes.columns.length === 0 ? (
            <Empty>{words.nobody}</Empty>
          ) : form === "graph" ? (
            <QuotesGraph quotes={quotes} route={route} />
          ) : (
            <Matrix quotes={quotes} route={route} />
          )
        }
      </Answer>
    </section>
  );
}

/** Neighbours of one side, in their order. */
function bySide<T>(
  items: readonly T[],
  sideOf: (item: T) => string | null,
): { readonly side: string | null; readonly items: readonly T[]; readonly from: number }[] {
  const groups: { side: string | null; items: T[]; from: number }[] = [];
  items.forEach((item, at) => {
    const side = sideOf(item);
    const last = groups.at(-1);
    if (last && last.side === side) last.items.push(item);
    else groups.push({ side, items: [item], from: at });
  });
  return groups;
}

function Matrix({ quotes, route }: { quotes: WhoQuotesWhom; route: Route }) {
  const { rows, columns, cells, all } = quotes;
  const { column, group } = useCase();
  const most = Math.max(1, ...cells.map((cell) => cell.count));
  const at = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell]));
  const heads = bySide(columns, ({ side }) => side);
  const firsts = new Set(heads.map(({ from }) => from));
  const nameOfSide = (side: string | null, none: string) =>
    side === null ? none : (group(side)?.shortName ?? side);
  const colourOf = (side: string | null) => sideColour(group(side)?.position ?? null);
  const sideOf = ({ sourceId }: QuotingSource) => group(column(sourceId)?.side ?? null)?.id ?? null;
  return (
    <>
      <p className="soft small">{words.howToRead}</p>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: keys scroll it */}
      <section className="scroll quotes-box" tabIndex={0} aria-label={words.matrix}>
        <table className="quotes-matrix">
          <thead>
            <tr>
              <td />
              {heads.map(({ side, items }) => (
                <th
                  key={side ?? ""}
                  scope="colgroup"
                  colSpan={items.length}
                  className="side-head"
                  style={{ "--side": side === null ? "var(--side-none)" : colourOf(side) }}
                >
                  <span title={group(side)?.name} dir="auto">
                    {nameOfSide(side, words.othersSide)}
                  </span>
                </th>
              ))}
              <td colSpan={4} />
            </tr>
            <tr>
              <th scope="col" className="corner">
                <span className="soft">{words.quoting}</span>
              </th>
              {columns.map((one, place) => (
                <th
                  key={one.name}
                  scope="col"
                  className={firsts.has(place) ? "upright first" : "upright"}
                  title={titleOf(one)}
                >
                  <span className={one.sourceId === null ? undefined : "own"} dir="auto">
                    {one.name}
                  </span>
                </th>
              ))}
              {[words.otherNames, words.unnamed, words.open, words.all].map((name, nth) => (
                <th
                  key={name}
                  scope="col"
                  className={nth === 0 ? "upright first soft" : "upright soft"}
                >
                  <span>{name}</span>
                </th>
              ))}
            </tr>
          </thead>
          {bySide(rows, sideOf).map(({ side, items, from }) => (
            <tbody key={side ?? ""} style={{ "--side": colourOf(side) }}>
              {items.map((row, nth) => (
                <tr key={row.sourceId}>
                  <th scope="row" title={group(side)?.name}>
                    <a href={link("sourcing", ["source", row.sourceId], route.query)}>
                      {column(row.sourceId)?.name ?? row.sourceId}
                    </a>
                    <span className="unseen">
                      , <bdi>{group(side)?.shortName}</bdi>
                    </span>
                  </th>
                  {columns.map((one, place) => {
                    const cell = at.get(`${from + nth} ${place}`);
                    const isChosen =
                      cell &&
                      route.path[0] === "quotes" &&
                      route.path[1] === row.sourceId &&
                      route.path[2] === cell.key;
                    return (
                      <td key={one.name} className={firsts.has(place) ? "first" : undefined}>
                        {cell && (
                          <a
                            className={cell.distancing > 0 ? "times distant" : "times"}
                            href={quoteAddress(route, row.sourceId, cell.key)}
                            title={words.line(
                              column(row.sourceId)?.name ?? row.sourceId,
                              one.name,
                              timesInWords(cell.count, cell.distancing),
                            )}
                            aria-current={isChosen || undefined}
                            style={{
                              "--side": colourOf(one.side),
                              "--much": `${Math.round(12 + 40 * Math.sqrt(cell.count / most))}%`,
                            }}
                          >
                            {formatNumber(cell.count)}
                            {cell.distancing > 0 && (
                              <span className="unseen">
                                , {words.distance(formatNumber(cell.distancing))}
                              </span>
                            )}
                          </a>
                        )}
                      </td>
                    );
                  })}
                  {[row.elsewhere, row.unnamed, row.open, row.attributions].map((number, place) => (
                    <td key={place} className={place === 0 ? "sum first" : "sum"}>
                      {number > 0 && formatNumber(number)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          ))}
          <tfoot>
            <tr>
              <th scope="row">{words.allSources}</th>
              {columns.map((one, place) => (
                <td key={one.name} className={firsts.has(place) ? "sum first" : "sum"}>
                  {formatNumber(one.count)}
                </td>
              ))}
              <td colSpan={4} className="first" />
            </tr>
          </tfoot>
        </table>
      </section>
      <LeftOut>
        {rows.length < all.rows &&
          words.sourcesShown(formatNumber(rows.length), formatNumber(all.rows))}
        {columns.length < all.columns &&
          words.namesShown(formatNumber(columns.length), formatNumber(all.columns))}
      </LeftOut>
    </>
  );
}

function titleOf({ name, kind, count: times, sources }: QuotedName): string {
  return [name, kind, words.namedBy(count(times, "time"), count(sources, "source"))]
    .filter(Boolean)
    .join(", ");
}

function LeftOut({ children }: { children: readonly (string | false)[] }) {
  const said = children.filter((one) => one !== false);
  return said.length > 0 && <p className="soft small">{said.join(" ")}</p>;
}
