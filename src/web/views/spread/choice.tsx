import { useEffect, useId, useState } from "react";
import { type Route, refilter } from "../../parts/route.ts";
import { texts } from "../../texts.ts";
import type { Question } from "./queries.ts";
import { objects, shortTime, windows } from "./words.ts";

const words = texts.spread;
/** The slider rests for so long before anything is asked, in milliseconds. */
const restMs = 350;

/** On what accounts act together, and within which window: a list, and a slider of steps. */
export function Choice({
  route,
  question,
  resolutionSeconds,
}: {
  route: Route;
  question: Question;
  /** Every time of the posts is a whole number of these; 0 where it is not known or finer. */
  resolutionSeconds: number;
}) {
  return (
    <search className="filters">
      <label>
        {words.both}{" "}
        <select
          value={question.on}
          onChange={(event) => refilter(route, { on: event.target.value })}
        >
          {Object.entries(objects).map(([name, told]) => (
            <option key={name} value={name}>
              {told}
            </option>
          ))}
        </select>
      </label>
      <WindowSlider route={route} window={question.window} resolutionSeconds={resolutionSeconds} />
    </search>
  );
}

function WindowSlider({
  route,
  window,
  resolutionSeconds,
}: {
  route: Route;
  window: string;
  resolutionSeconds: number;
}) {
  const asked = Math.max(
    0,
    windows.findIndex(([seconds]) => seconds === window),
  );
  const least = Math.max(
    0,
    windows.findIndex(([seconds]) => Number(seconds) >= resolutionSeconds),
  );
  const [moved, setMoved] = useState<number | null>(null);
  const at = moved ?? asked;
  useEffect(() => {
    if (moved === null) return;
    const rest = setTimeout(() => {
      setMoved(null);
      refilter(route, { window: windows[moved]?.[0] });
    }, restMs);
    return () => clearTimeout(rest);
  }, [moved, route]);
  const why = useId();
  return (
    <label className="window">
      {words.within}{" "}
      <input
        type="range"
        min={0}
        max={windows.length - 1}
        step={1}
        value={at}
        aria-valuetext={windows[at]?.[1]}
        aria-describedby={least > 0 ? why : undefined}
        onChange={(event) => setMoved(Math.max(least, Number(event.target.value)))}
      />
      <output>{windows[at]?.[1]}</output>
      <span className="window-steps" aria-hidden="true">
        {windows.map(([seconds], step) => (
          <span key={seconds} className={`step ${step < least ? "off" : step === at ? "on" : ""}`}>
            {shortTime(Number(seconds))}
          </span>
        ))}
      </span>
      {least > 0 && (
        <span className="soft small why-not" id={why}>
          {words.tooShort(resolutionSeconds)}
        </span>
      )}
    </label>
  );
}
