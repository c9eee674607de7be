import type { Overview } from "../../../serve/types.ts";
import { useCase } from "../../parts/case.tsx";
import { formatDate } from "../../parts/dates.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { link } from "../../parts/route.ts";
import { SideLabel } from "../../parts/source.tsx";
import { texts } from "../../texts.ts";
import { ClaimTold, SilenceTold } from "./telling.tsx";

const words = texts.home;

/** What stands out in each question, a column each; every number leads to its view. */
export function Glance() {
  const { overview } = useCase();
  const { counts, telling } = overview;
  if (counts.documents === 0) return null;
  return (
    <div className="glance">
      {telling.claim && <ClaimTold claim={telling.claim} />}
      <Figures />
      {overview.sides.length > 1 && <Words />}
      <Silence />
      {overview.posts && (
        <section>
          <h2>{words.posts}</h2>
          <p>
            <a href={link("spread")}>
              {words.postsCarry(
                count(overview.posts.posts, "post"),
                count(overview.posts.accounts, "account"),
              )}
            </a>
          </p>
        </section>
      )}
      <Open />
    </div>
  );
}

function Figures() {
  const { overview } = useCase();
  const { home, counts } = overview;
  return (
    <section>
      <h2>{words.figures}</h2>
      {home.figures.length === 0 && <p className="soft">{words.figuresNone}</p>}
      <ul className="axes">
        {home.figures.map((figure) => (
          <li key={figure.id}>
            <a href={link("figures", [figure.id])}>{figure.what}</a>{" "}
            <small className="soft">
              {[figure.place, figure.edtf && formatDate(figure.edtf)].filter(Boolean).join(" · ")}
              {(figure.place || figure.edtf) && " · "}
              {words.documentsGive(count(figure.documents, "document"))}
            </small>
            <Axis figure={figure} />
          </li>
        ))}
      </ul>
      {counts.conflictingFigures > home.figures.length && (
        <p className="small">
          <a href={link("figures", [], { only: "conflict" })}>
            {words.figuresAll(formatNumber(counts.conflictingFigures))}
          </a>
        </p>
      )}
    </section>
  );
}

const axis = { width: 300, height: 40, edge: 14, line: 14 } as const;
/** Labels closer than this would stand on each other. */
const leastApart = 26;

/** The numbers as dots on one line: the more documents give one, the larger. */
function Axis({ figure }: { figure: Overview["home"]["figures"][number] }) {
  const { values } = figure;
  const low = values[0]?.value ?? 0;
  const high = values.at(-1)?.value ?? low;
  const x = (value: number) =>
    high === low
      ? axis.width / 2
      : axis.edge + ((value - low) / (high - low)) * (axis.width - 2 * axis.edge);
  let last = Number.NEGATIVE_INFINITY;
  const labelled = values.map(({ value }, at) => {
    const isEnd = at === values.length - 1;
    const fits = x(value) - last >= leastApart && (isEnd || x(high) - x(value) >= leastApart);
    if (fits || isEnd) last = x(value);
    return fits || isEnd;
  });
  const told = values.map(({ value, documents }) => `${formatNumber(value)} (${documents})`);
  return (
    <svg
      className="axis"
      viewBox={`0 0 ${axis.width} ${axis.height}`}
      role="img"
      aria-label={words.figureAxis(figure.what, told.join(", "))}
    >
      <line x1={axis.edge} x2={axis.width - axis.edge} y1={axis.line} y2={axis.line} />
      {values.map(({ value, documents }, at) => (
        <g key={value}>
          <circle cx={x(value)} cy={axis.line} r={Math.min(9, 3 + 1.6 * Math.sqrt(documents))} />
          {labelled[at] && (
            <text x={x(value)} y={axis.height - 3} textAnchor="middle">
              {formatNumber(value)}
            </text>
          )}
        </g>
      ))}
    </svg>
  );
}

function Words() {
  const { overview } = useCase();
  const { words: rows } = overview.home;
  return (
    <section>
      <h2>{words.words}</h2>
      {rows.length === 0 && <p className="soft">{words.wordsNone}</p>}
      <ul className="pairs-of-words">
        {rows.map((row) => (
          <li key={row.id}>
            <a href={link("wording", [row.id])} title={row.concept}>
              {row.sides.map(({ side, label, uses }) => (
                <span key={side}>
                  <SideLabel side={side} /> <q dir="auto">{label}</q>{" "}
                  <small className="soft">{words.uses(formatNumber(uses))}</small>
                </span>
              ))}
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Silence() {
  const { overview, group } = useCase();
  const { silence } = overview.home;
  return (
    <section>
      <h2>{words.silence}</h2>
      {silence.length === 0 && <p className="soft">{words.silenceNone}</p>}
      <ul className="plain-list">
        {silence.map(({ absentSide, claims }) => (
          <li key={absentSide ?? "unaligned"}>
            <a href={link("silence", [], { absent: absentSide ?? "unaligned" })}>
              {words.silentOn(
                group(absentSide)?.shortName ?? words.unaligned,
                count(claims, "claim"),
                words.others,
              )}
            </a>
          </li>
        ))}
      </ul>
      {overview.telling.silence && <SilenceTold silence={overview.telling.silence} />}
    </section>
  );
}

function Open() {
  const { overview } = useCase();
  const { open } = overview.home;
  const rows: readonly (readonly [number, string, string])[] = [
    [
      overview.problemCount,
      words.problems(count(overview.problemCount, "problem")),
      link("", [], { see: "problems" }),
    ],
    [
      open.excerpts,
      words.excerpts(count(open.excerpts, "document")),
      link("", [], { see: "excerpts" }),
    ],
    [
      open.foreign,
      words.foreign(count(open.foreign, "document")),
      link("", [], { see: "foreign" }),
    ],
    [
      open.undated,
      words.undated(count(open.undated, "document")),
      link("", [], { see: "undated" }),
    ],
  ];
  const shown = rows.filter(([number]) => number > 0);
  return (
    <section>
      <h2>{words.open}</h2>
      {shown.length === 0 && <p className="soft">{words.openNone}</p>}
      <ul className="plain-list">
        {shown.map(([, text, href]) => (
          <li key={href}>
            <a href={href}>{text}</a>
          </li>
        ))}
      </ul>
    </section>
  );
}
