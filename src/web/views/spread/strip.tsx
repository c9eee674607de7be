import type { TimeStretch } from "../../../document/time-stretch.ts";
import type { SpreadAnswer } from "../../../serve/types.ts";
import { count, formatNumber } from "../../parts/numbers.ts";
import { instant } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { Scrubber } from "./scrubber.tsx";

type OverTime = SpreadAnswer["overTime"];
const words = texts.spread.overTime;

/** A bar is never lower than this part of the strip, so that one post among thousands is seen. */
const lowest01 = 0.04;

/** When a group acted: a bar for each bin, as high as there were pairs of actions in it. */
export function Strip({
  counts,
  overTime,
}: {
  counts: readonly number[];
  overTime: Pick<OverTime, "startSeconds" | "binSeconds">;
}) {
  return (
    <svg
      className="strip"
      viewBox={`0 0 ${counts.length} 1`}
      preserveAspectRatio="none"
      role="img"
      aria-label={described(counts, overTime)}
    >
      <Bars counts={counts} highest={Math.max(1, ...counts)} />
    </svg>
  );
}

/** Bars of a strip, from the foot upwards or from the head downwards. */
export function Bars({
  counts,
  highest,
  down = false,
  className,
}: {
  counts: readonly number[];
  highest: number;
  down?: boolean;
  className?: string;
}) {
  return counts.map((n, at) => {
    if (n === 0) return null;
    const height = Math.max(n / highest, lowest01);
    return (
      <rect
        key={at}
        className={className}
        x={at + 0.08}
        width={0.84}
        y={down ? 0 : 1 - height}
        height={height}
      />
    );
  });
}

function described(
  counts: readonly number[],
  { startSeconds, binSeconds }: Pick<OverTime, "startSeconds" | "binSeconds">,
): string {
  const acted = counts.filter((n) => n > 0).length;
  if (acted === 0) return words.noTime;
  const most = Math.max(...counts);
  const at = startSeconds + counts.indexOf(most) * binSeconds;
  return words.most(instant(at), formatNumber(most));
}

/** `4 May, 06:00 to 4 May, 07:00` */
export function binName(
  { startSeconds, binSeconds }: Pick<OverTime, "startSeconds" | "binSeconds">,
  at: number,
): string {
  const start = startSeconds + at * binSeconds;
  return texts.shared.fromTo(instant(start), instant(start + binSeconds));
}

/** All actions over time, and in them those of accounts in groups. */
export function OverTimeStrip({
  overTime,
  stretch = null,
}: {
  overTime: OverTime;
  /** Days that stand out. */
  stretch?: TimeStretch | null;
}) {
  const { all, grouped, startSeconds, binSeconds } = overTime;
  const highest = Math.max(1, ...all);
  const [first, end] = binsIn(stretch, overTime);
  const posts = all.slice(first, end).reduce((sum, n) => sum + n, 0);
  return (
    <section className="over-time" aria-label={words.title}>
      <h2>{words.title}</h2>
      <p className="soft">{words.about}</p>
      {stretch !== null && (
        <p>
          {words.inStretch(
            formatNumber(posts),
            count(
              all.reduce((sum, n) => sum + n, 0),
              "post",
            ),
          )}
        </p>
      )}
      <Scrubber
        bins={all.length}
        label={words.scrub}
        describe={(at) =>
          words.at(
            binName(overTime, at),
            count(all[at] ?? 0, "post"),
            formatNumber(grouped[at] ?? 0),
          )
        }
      >
        {(at) => (
          <svg
            className="strip tall"
            viewBox={`0 0 ${all.length} 1`}
            preserveAspectRatio="none"
            aria-hidden="true"
          >
            {stretch !== null && end > first && (
              <rect className="marked" x={first} width={end - first} y={0} height={1} />
            )}
            {at !== null && <rect className="cursor" x={at} width={1} y={0} height={1} />}
            <Bars counts={all} highest={highest} className="all" />
            <Bars counts={grouped} highest={highest} />
          </svg>
        )}
      </Scrubber>
      <p className="axis soft small" aria-hidden="true">
        <span>{instant(startSeconds)}</span>
        <span>{instant(startSeconds + all.length * binSeconds)}</span>
      </p>
      <details>
        <summary>{words.table}</summary>
        <TimesTable
          overTime={overTime}
          caption={words.caption}
          columns={[
            [words.all, all],
            [words.grouped, grouped],
          ]}
        />
      </details>
    </section>
  );
}

/** The first bin that begins in a stretch of days, and the one after the last. */
export function binsIn(
  stretch: TimeStretch | null,
  { startSeconds, binSeconds, all }: Pick<OverTime, "startSeconds" | "binSeconds" | "all">,
): readonly [first: number, end: number] {
  const at = (day: string, moreDays: number) => {
    const seconds = Date.parse(day) / 1000 + moreDays * 86_400;
    return Math.min(all.length, Math.max(0, Math.ceil((seconds - startSeconds) / binSeconds)));
  };
  return [stretch?.from ? at(stretch.from, 0) : 0, stretch?.to ? at(stretch.to, 1) : all.length];
}

/** Counts over time as rows; bins in which nothing happened are left out. */
export function TimesTable({
  overTime,
  caption,
  columns,
}: {
  overTime: Pick<OverTime, "startSeconds" | "binSeconds">;
  caption: string;
  columns: readonly (readonly [string, readonly number[]])[];
}) {
  const bins = columns[0]?.[1].map((_, at) => at) ?? [];
  return (
    <table className="plain times">
      <caption className="unseen">{caption}</caption>
      <thead>
        <tr>
          <th scope="col">{words.from}</th>
          {columns.map(([name]) => (
            <th key={name} scope="col" className="number">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {bins
          .filter((at) => columns.some(([, counts]) => (counts[at] ?? 0) > 0))
          .map((at) => (
            <tr key={at}>
              <th scope="row">{instant(overTime.startSeconds + at * overTime.binSeconds)}</th>
              {columns.map(([name, counts]) => (
                <td key={name} className="number">
                  {formatNumber(counts[at] ?? 0)}
                </td>
              ))}
            </tr>
          ))}
      </tbody>
    </table>
  );
}
