import * as Plot from "@observablehq/plot";
import type { ReachAnswer } from "../../../serve/types.ts";
import { formatNumber, shortNumber } from "../../parts/numbers.ts";
import { timeAxis } from "../../parts/times.ts";

type Bin = ReachAnswer["reach"]["overTime"][number];
type Point = { readonly at: Date; readonly value: number };

/** Accounts, or their followers, up to each time: a step for each bin. */
export function drawSum(
  { overTime, lastSeconds, withReach }: ReachAnswer["reach"],
  binSeconds: number,
  of: "newAccounts" | "newFollowers",
  label: string,
) {
  const points = sums(overTime, binSeconds, (bin) => bin[of]);
  const last = points.at(-1);
  const strokes = of === "newFollowers" ? withReach.map(({ seconds }) => date(seconds)) : [];
  return (width: number): Plot.PlotOptions => ({
    height: 210,
    marginLeft: 56,
    marginRight: 14,
    marginTop: 26,
    marginBottom: 30,
    style: { background: "none", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
    x: timeAxis(width),
    y: {
      label,
      labelAnchor: "top",
      labelArrow: "none",
      grid: true,
      ticks: 4,
      domain: [0, Math.max(1, last?.value ?? 1)],
      tickFormat: (value: number) => shortNumber(value),
    },
    marks: [
      Plot.areaY(points, {
        x: "at",
        y: "value",
        curve: "step-after",
        fill: "var(--kind-1)",
        fillOpacity: 0.14,
      }),
      Plot.lineY(points, {
        x: "at",
        y: "value",
        curve: "step-after",
        stroke: "var(--kind-1)",
        strokeWidth: 2,
      }),
      Plot.ruleY([0], { stroke: "var(--soft)" }),
      Plot.tickX(strokes, {
        x: (one: Date) => one,
        y: null,
        insetTop: 150,
        stroke: "var(--ink)",
        strokeOpacity: 0.35,
      }),
      Plot.text(last ? [last] : [], {
        x: () => date(lastSeconds),
        y: "value",
        text: (one: Point) => formatNumber(one.value),
        textAnchor: "end",
        dy: -8,
        fill: "currentColor",
        fontWeight: 600,
      }),
    ],
  });
}

function sums(bins: readonly Bin[], binSeconds: number, of: (bin: Bin) => number): Point[] {
  const [first] = bins;
  if (!first) return [];
  let sum = 0;
  const points: Point[] = [{ at: date(first.startSeconds), value: 0 }];
  for (const bin of bins) {
    sum += of(bin);
    points.push({ at: date(bin.startSeconds + binSeconds), value: sum });
  }
  return points;
}

function date(seconds: number): Date {
  return new Date(seconds * 1000);
}
