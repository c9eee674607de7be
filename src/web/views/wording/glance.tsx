import type { RowOf } from "../../../serve/types.ts";
import { formatNumber } from "../../parts/numbers.ts";
import type { Route } from "../../parts/route.ts";
import { type Group, sideColour } from "../../parts/sides.ts";
import { texts } from "../../texts.ts";
import { concordanceAddress } from "./concordance.tsx";

type Row = RowOf<"wording">;

const words = texts.wording;

/** Labels that stand at a glance; the table beneath has all. */
const labelsShown = 6;

/** Which words each side has for a thing: a bar for each, its own voice apart from the others'. */
export function Glance({
  row,
  groups,
  route,
}: {
  row: Row;
  groups: readonly Group[];
  route: Route;
}) {
  const sides = groups.map((group) => {
    const ids = new Set(group.columns.map(({ id }) => id));
    const mentions = row.totals
      .filter(({ sourceId }) => ids.has(sourceId))
      .reduce((sum, total) => sum + total.mentions, 0);
    return { group, ids, mentions };
  });
  const left = row.labels.length - labelsShown;
  return (
    <table className="label-bars">
      <caption className="unseen">{words.bySide}</caption>
      <thead>
        <tr>
          <td />
          {sides.map(({ group, mentions }) => (
            <th key={group.id ?? "unaligned"} scope="col">
              <span
                className="side"
                style={{ "--side": sideColour(group.position) }}
                title={group.name}
              >
                <bdi>{group.shortName}</bdi>
              </span>{" "}
              <small className="soft">{words.mentions(formatNumber(mentions))}</small>
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {row.labels.slice(0, labelsShown).map(({ label, uses }) => (
          <tr key={label}>
            <th scope="row">
              <a href={concordanceAddress(route, row.id, label)} dir="auto">
                {label}
              </a>
            </th>
            {sides.map(({ group, ids, mentions }) => {
              const used = uses.filter(({ sourceId }) => ids.has(sourceId));
              const own = used.reduce((sum, use) => sum + use.own, 0);
              const said = used.reduce(
                (sum, use) => sum + use.quoted + use.attributed + use.scare,
                0,
              );
              return (
                <td key={group.id ?? "unaligned"} style={{ "--side": sideColour(group.position) }}>
                  {own + said === 0 ? (
                    <span className="unseen">0</span>
                  ) : (
                    <a
                      href={concordanceAddress(route, row.id, label, group.id)}
                      title={words.glance(label, formatNumber(own), formatNumber(said))}
                    >
                      <span className="whole" aria-hidden="true">
                        <span style={{ "--share": `${(own / mentions) * 100}%` }} />
                        <span
                          className="said"
                          style={{ "--share": `${(said / mentions) * 100}%` }}
                        />
                      </span>
                      <span>
                        {own > 0 && <b>{formatNumber(own)}</b>}
                        {own > 0 && said > 0 && " "}
                        {said > 0 && <span className="soft">“{formatNumber(said)}”</span>}
                        <span className="unseen">
                          {" "}
                          {words.glance(label, formatNumber(own), formatNumber(said))}
                        </span>
                      </span>
                    </a>
                  )}
                </td>
              );
            })}
          </tr>
        ))}
      </tbody>
      {left > 0 && (
        <tfoot>
          <tr>
            <td colSpan={sides.length + 1} className="soft small">
              {words.otherLabels(formatNumber(left))}
            </td>
          </tr>
        </tfoot>
      )}
    </table>
  );
}
