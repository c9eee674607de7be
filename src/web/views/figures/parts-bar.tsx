import type { FigureRow } from "../../../serve/types.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { texts } from "../../texts.ts";

const words = texts.figures.parts;

/** So many patterns are told apart; further parts start again. */
const patterns = 4;
/** A part that takes less of the bar has its number in the legend alone. */
const labelledFrom01 = 0.07;
/** A part is never narrower than this, in pixels, so that 1 of 400 is seen. */
const leastPixels = 4;

/**
 * The parts of a whole as one document gives them, end to end, below the whole. What is missing is an
 * open dashed piece; what is too much stands out beyond the whole. `label` says the same in words.
 */
export function PartsBar({
  check: { parts, whole, sum },
  label,
  colour,
}: {
  check: Pick<FigureRow["parts"][number], "parts" | "whole" | "sum">;
  label: string;
  colour: string;
}) {
  const scale = Math.max(whole, sum);
  if (scale <= 0) return null;
  const width = (n: number) => `${(n / scale) * 100}%`;
  return (
    <div
      className="parts-bar"
      role="img"
      aria-label={label}
      style={{ "--bar": colour } as React.CSSProperties}
    >
      <div className="whole" style={{ width: width(whole) }}>
        {words.whole(formatNumber(whole))}
      </div>
      <div className="pieces">
        {parts.map((n, at) => (
          <span
            key={at}
            className={`piece pattern-${at % patterns}`}
            style={{ width: width(n), minWidth: leastPixels }}
          >
            {n / scale >= labelledFrom01 && <b>{formatNumber(n)}</b>}
          </span>
        ))}
        {sum < whole && (
          <span className="piece rest" style={{ width: width(whole - sum) }}>
            {(whole - sum) / scale >= labelledFrom01 && <b>{formatNumber(whole - sum)}</b>}
          </span>
        )}
      </div>
      {sum > whole && <div className="over" style={{ left: width(whole), right: 0 }} />}
      <ul>
        {parts.map((n, at) => (
          <li key={at}>
            <i className={`piece pattern-${at % patterns}`} /> {formatNumber(n)}
          </li>
        ))}
        {sum < whole && (
          <li>
            <i className="piece rest" /> {words.rest(formatNumber(whole - sum))}
          </li>
        )}
        {sum > whole && (
          <li>
            <i className="piece beyond" /> {words.over(formatNumber(sum - whole))}
          </li>
        )}
      </ul>
    </div>
  );
}
