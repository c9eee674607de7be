import type { CueFamily, RowOf, Share } from "../../../serve/types.ts";
import { count, formatNumber, percent } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import { SideLabel } from "../../parts/source.tsx";
import { texts } from "../../texts.ts";

const words = texts.sourcing.sides;

type SideQuotes = RowOf<"sides">;

/** Fewer attributions than this tell little: they are shown as numbers and drawn faintly. */
const enough = 10;

export const cueFamilies: readonly CueFamily[] = [
  "say",
  "claim",
  "allege",
  "admit",
  "deny",
  "other",
];

/** Whom the sources of each side quote, and with which cues. */
export function Sides({
  sides,
  anonymous,
  route,
}: {
  sides: readonly SideQuotes[];
  anonymous: readonly RowOf<"anonymous">[];
  route: Route;
}) {
  if (sides.length === 0) return null;
  return (
    <section className="quoting" aria-labelledby="quoting">
      <h2 id="quoting">{words.heading}</h2>
      <p className="soft">{words.about(enough)}</p>
      <div className="scroll">
        <table className="plain cue-table">
          <thead>
            <tr>
              <th scope="col">{texts.quotes.quoting}</th>
              <th scope="col">{texts.quotes.quoted}</th>
              <th scope="col">{words.named}</th>
              {cueFamilies.map((family) => (
                <th key={family} scope="col">
                  {family}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {sides.map((row) => (
              <SideRow key={keyOf(row)} row={row} route={route} />
            ))}
          </tbody>
        </table>
      </div>
      <h3>{words.unnamed}</h3>
      <p className="soft">{words.unnamedAbout}</p>
      <ul className="anonymous">
        {anonymous.map(({ bySide, attributions, open, unnamed }) => {
          const of = attributions - open;
          return (
            <li key={bySide ?? "unaligned"}>
              <SideLabel side={bySide} />{" "}
              <a
                className="named"
                href={link("sourcing", ["anonymous", bySide ?? ""], route.query)}
                aria-current={
                  (route.path[0] === "anonymous" && (route.path[1] ?? "") === (bySide ?? "")) ||
                  undefined
                }
              >
                {texts.shared.ofAll(formatNumber(unnamed.count), count(of, "attribution"))}
              </a>{" "}
              {words.withoutName}
              {of >= enough && (
                <span className="soft">
                  {" "}
                  ({percent(unnamed.count / of)}, {range(unnamed)})
                </span>
              )}
              {open > 0 && <span className="soft">{words.open(formatNumber(open))}</span>}
            </li>
          );
        })}
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
        {row.ofSide === null ? texts.sourcing.others : <SideLabel side={row.ofSide} />}
        <small className="soft kinds">
          {row.kinds
            .map(({ kind, count: n }) => `${kind ?? words.notDeclared} ${formatNumber(n)}`)
            .join(", ")}
        </small>
      </td>
      <td>
        <a
          className="named"
          href={link("sourcing", ["sides", keyOf(row)], route.query)}
          aria-current={(isChosen && route.path[2] === undefined) || undefined}
        >
          {count(row.count, "time")}
        </a>
      </td>
      {cueFamilies.map((family) => (
        <td key={family} data-name={family}>
          <ShareOf
            share={row.families[family]}
            of={row.count}
            name={family}
            isFew={isFew}
            address={link("sourcing", ["sides", keyOf(row), family], route.query)}
            isChosen={isChosen && route.path[2] === family}
          />
        </td>
      ))}
    </tr>
  );
}

function ShareOf(props: {
  share: Share;
  of: number;
  name: string;
  isFew: boolean;
  address: string;
  isChosen: boolean;
}) {
  const { share, of, name, isFew, address, isChosen } = props;
  const shown = isFew ? (
    <span className="few-number">{formatNumber(share.count)}</span>
  ) : (
    <span
      className="interval"
      title={words.share(name, share.count, of, range(share))}
      style={{
        "--at": String(share.count / of),
        "--low": String(share.low01),
        "--high": String(share.high01),
      }}
    >
      <span className="interval-line" aria-hidden="true">
        <span className="interval-range" />
        <span className="interval-dot" />
      </span>
      <span>
        {percent(share.count / of)} <small className="soft">{range(share)}</small>
      </span>
    </span>
  );
  if (share.count === 0) return shown;
  return (
    <a className="share-link" href={address} aria-current={isChosen || undefined}>
      {shown}
      <span className="unseen"> {name}</span>
    </a>
  );
}

function range({ low01, high01 }: Share): string {
  return `${formatNumber(Math.round(low01 * 100))}–${formatNumber(Math.round(high01 * 100))}`;
}
