import type { CueFamily, Share, SideQuotes, Sourcing } from "../../../serve/types.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import { SideLabel } from "../../parts/source.tsx";

/** Fewer attributions than this tell little: they are shown as numbers and drawn faintly. */
const enough = 10;

const families: readonly (readonly [CueFamily, string])[] = [
  ["say", "say"],
  ["claim", "claim"],
  ["allege", "allege"],
  ["admit", "admit"],
  ["deny", "deny"],
  ["other", "other"],
];

/** Whom the sources of each side quote, and with which cues. */
export function Sides({ sourcing, route }: { sourcing: Sourcing; route: Route }) {
  if (sourcing.sides.length === 0) return null;
  return (
    <section className="quoting" aria-labelledby="quoting">
      <h2 id="quoting">Whom each side quotes, and with which words</h2>
      <p className="soft">
        A dot is the share of a kind of cue, the line its 95 % interval (Wilson): where two lines
        overlap, a difference may be chance. Under {enough} attributions no share is given.
      </p>
      <div className="scroll">
        <table className="plain cue-table">
          <thead>
            <tr>
              <th scope="col">Quoting</th>
              <th scope="col">Quoted</th>
              <th scope="col">Named</th>
              {families.map(([family, name]) => (
                <th key={family} scope="col">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sourcing.sides.map((row) => (
              <SideRow key={keyOf(row)} row={row} route={route} />
            ))}
          </tbody>
        </table>
      </div>
      <ul className="anonymous">
        {sourcing.anonymous.map(({ bySide, attributions, unnamed }) => (
          <li key={bySide ?? "unaligned"}>
            <SideLabel side={bySide} /> names nobody in {formatNumber(unnamed.count)} of{" "}
            {count(attributions, "attribution")}
            {attributions >= enough && (
              <span className="soft">
                {" "}
                ({percent(unnamed.count / attributions)}, {range(unnamed)})
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

/** The address of a pair of sides. */
export function keyOf({ bySide, ofSide }: Pick<SideQuotes, "bySide" | "ofSide">): string {
  return `${bySide ?? ""}>${ofSide ?? ""}`;
}

function SideRow({ row, route }: { row: SideQuotes; route: Route }) {
  const isChosen = route.path[0] === "sides" && route.path[1] === keyOf(row);
  const isFew = row.count < enough;
  return (
    <tr className={isFew ? "few" : undefined}>
      <th scope="row">
        <SideLabel side={row.bySide} />
      </th>
      <td>
        <SideLabel side={row.ofSide} />
        <small className="soft kinds">
          {row.kinds
            .filter(({ kind }) => kind !== null)
            .map(({ kind, count: n }) => `${kind} ${formatNumber(n)}`)
            .join(", ")}
        </small>
      </td>
      <td>
        <a
          className="named"
          href={link("sourcing", ["sides", keyOf(row)], route.query)}
          aria-current={isChosen || undefined}
        >
          {count(row.count, "time")}
        </a>
      </td>
      {families.map(([family, name]) => (
        <td key={family} data-name={name}>
          <ShareOf share={row.families[family]} of={row.count} name={name} isFew={isFew} />
        </td>
      ))}
    </tr>
  );
}

function ShareOf(props: { share: Share; of: number; name: string; isFew: boolean }) {
  const { share, of, name, isFew } = props;
  if (isFew) return <span className="few-number">{formatNumber(share.count)}</span>;
  const share01 = share.count / of;
  return (
    <span
      className="interval"
      title={`${name}: ${share.count} of ${of}, ${range(share)}`}
      style={{
        "--at": String(share01),
        "--low": String(share.low01),
        "--high": String(share.high01),
      }}
    >
      <span className="interval-line" aria-hidden="true">
        <span className="interval-range" />
        <span className="interval-dot" />
      </span>
      <span>
        {percent(share01)} <small className="soft">{range(share)}</small>
      </span>
    </span>
  );
}

function percent(share01: number): string {
  return `${Math.round(share01 * 100)} %`;
}

function range({ low01, high01 }: Share): string {
  return `${Math.round(low01 * 100)}–${Math.round(high01 * 100)}`;
}
