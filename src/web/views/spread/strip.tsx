import { formatNumber } from "../../parts/numbers.ts";
import { instant } from "./words.ts";

type Hour = { readonly startSeconds: number; readonly pairs: number };

const hourSeconds = 3600;
/** A bar is never narrower than this part of the strip, so that one hour of a month is seen. */
const narrowest01 = 0.004;

/** When a group acted: a bar for each hour, as high as there were pairs of actions in it. */
export function Strip({
  hours,
  from,
  to,
}: {
  hours: readonly Hour[];
  /** The time of all posts, in seconds since 1970, so that the strips of groups can be compared. */
  from: number;
  to: number;
}) {
  const start = Math.floor(from / hourSeconds) * hourSeconds;
  const length = Math.max(to + hourSeconds - start, hourSeconds);
  const highest = Math.max(1, ...hours.map(({ pairs }) => pairs));
  const width = Math.max(narrowest01, hourSeconds / length);
  return (
    <svg
      className="strip"
      viewBox="0 0 1 1"
      preserveAspectRatio="none"
      role="img"
      aria-label={described(hours)}
    >
      {hours.map(({ startSeconds, pairs }) => (
        <rect
          key={startSeconds}
          x={(startSeconds - start) / length}
          width={width}
          y={1 - pairs / highest}
          height={pairs / highest}
        />
      ))}
    </svg>
  );
}

function described(hours: readonly Hour[]): string {
  const busiest = hours.reduce<Hour | null>(
    (most, hour) => (most === null || hour.pairs > most.pairs ? hour : most),
    null,
  );
  if (busiest === null) return "no time";
  return `Pairs of actions in ${hours.length} hours, most in the hour of ${instant(busiest.startSeconds)}: ${formatNumber(busiest.pairs)}`;
}
