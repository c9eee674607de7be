import * as Plot from "@observablehq/plot";
import type { ShownPileOn } from "../../../serve/types.ts";
import { timeAxis } from "../../parts/times.ts";
import { texts } from "../../texts.ts";

const hourSeconds = 3600;
const kinds = ["reply", "quote", "mention"] as const;
const colours = {
  reply: "var(--kind-1)",
  quote: "var(--kind-2)",
  mention: "var(--kind-3)",
} as const;

type Bar = {
  readonly kind: (typeof kinds)[number];
  readonly from: Date;
  readonly to: Date;
  readonly posts: number;
};

/** Posts by the hour, a part of each bar for each way of addressing; the usual is a line across. */
export function drawHours({ hourly, usualPosts, onsetSeconds, endSeconds }: ShownPileOn) {
  const bars = hourly.flatMap((hour) =>
    kinds
      .filter((kind) => hour[kind] > 0)
      .map(
        (kind): Bar => ({
          kind,
          from: date(hour.startSeconds),
          to: date(hour.startSeconds + hourSeconds),
          posts: hour[kind],
        }),
      ),
  );
  return (width: number): Plot.PlotOptions => ({
    height: 240,
    marginLeft: 44,
    marginRight: 10,
    marginTop: 22,
    marginBottom: 30,
    style: { background: "none", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
    x: timeAxis(width),
    y: {
      label: texts.pileOns.overTimeOf,
      labelAnchor: "top",
      labelArrow: "none",
      grid: true,
      ticks: 4,
    },
    color: { type: "identity" },
    marks: [
      Plot.rect([0], {
        x1: () => date(onsetSeconds),
        x2: () => date(endSeconds),
        fill: "var(--wash-2)",
      }),
      Plot.rectY(bars, {
        x1: "from",
        x2: "to",
        y: "posts",
        fill: (bar: Bar) => colours[bar.kind],
        inset: 0.2,
      }),
      Plot.ruleY([0], { stroke: "var(--soft)" }),
      Plot.ruleY([usualPosts], { stroke: "var(--ink)", strokeDasharray: "4 3" }),
    ],
  });
}

export const kindColours = colours;

function date(seconds: number): Date {
  return new Date(seconds * 1000);
}
