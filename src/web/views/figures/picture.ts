import * as Plot from "@observablehq/plot";
import type { FigureRow, FigureRowEntry } from "../../../serve/types.ts";
import { formatDate } from "../../parts/dates.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { texts } from "../../texts.ts";
import { axisOf, entryKey, extentOf, figureInWords, opennessOf } from "./entries.ts";

const words = texts.figures.tip;

/** An entry with what the picture needs to know about its source. */
export type DrawnEntry = {
  readonly entry: FigureRowEntry;
  readonly source: string;
  /** The number in words, where it stands for several entries. */
  readonly said?: string;
  readonly colour: string;
  readonly href: string;
  readonly inConflict: boolean;
  readonly isChosen: boolean;
  /** How the number was judged, where it was. */
  readonly judged?: { readonly sign: string; readonly meaning: string } | null;
};

/** Narrower pictures put the words above each line instead of beside it. */
const besideFromPixels = 640;
const arrowPixels = 26;
/** Average width of a letter at 12 px. */
const letterPixels = 6.4;

/** One axis; a line per entry: dot or range, open arrows, hollow when it is somebody else's number. */
export function drawFigures(
  group: FigureRow,
  drawn: readonly DrawnEntry[],
  width: number,
): Plot.PlotOptions {
  const beside = width >= besideFromPixels;
  const rowPixels = beside ? 30 : 52;
  const axis = axisOf(group);
  const key = (d: DrawnEntry) => entryKey(d.entry);
  const value = (d: DrawnEntry) => d.entry.value ?? undefined;
  const hasFractions = drawn.some((d) => !(extentOf(d.entry) ?? []).every(Number.isInteger));
  const withNumber = drawn.filter((d) => extentOf(d.entry));
  const open = (way: "up" | "down") =>
    withNumber.filter((d) => opennessOf(d.entry.qualifier) === way && d.entry.value !== null);
  const linked = { href: "href", ariaLabel: inWords } as const;
  const judged = withNumber.filter((d) => d.judged);
  return {
    height: drawn.length * rowPixels + 52,
    marginLeft: beside ? 225 : 10,
    marginRight: beside ? sayingPixels(width) : 14,
    marginTop: 6,
    marginBottom: 42,
    style: { background: "none", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
    x: {
      domain: axis.domain,
      type: axis.type,
      label: `${group.unit ?? group.what}${axis.type === "log" ? words.logarithmic : ""}`,
      labelAnchor: "center",
      labelArrow: "none",
      tickFormat: formatNumber,
      ticks: ticksOf(axis.domain, Math.max(4, Math.floor(width / 130)), hasFractions),
      grid: true,
    },
    y: { domain: drawn.map(key), axis: null, type: "band", padding: 0 },
    color: { type: "identity" },
    r: { type: "identity" },
    marks: [
      Plot.barX(
        drawn.filter((d) => d.isChosen),
        { y: key, x1: () => axis.domain[0], x2: () => axis.domain[1], fill: "var(--mark)" },
      ),
      Plot.ruleX([axis.domain[0]], { stroke: "var(--line)" }),
      Plot.link(
        withNumber.filter((d) => d.entry.range !== null),
        {
          x1: (d: DrawnEntry) => extentOf(d.entry)?.[0],
          x2: (d: DrawnEntry) => extentOf(d.entry)?.[1],
          y: key,
          stroke: "colour",
          strokeWidth: 6,
          strokeOpacity: 0.45,
          strokeLinecap: "round",
          ...linked,
        },
      ),
      ...(["up", "down"] as const).map((way) =>
        Plot.vector(open(way), {
          x: value,
          y: key,
          length: arrowPixels,
          rotate: way === "up" ? 90 : 270,
          anchor: "start",
          stroke: "colour",
          strokeWidth: 2,
        }),
      ),
      Plot.dot(
        withNumber.filter((d) => opennessOf(d.entry.qualifier) === "about"),
        { x: value, y: key, r: 11, fill: "colour", fillOpacity: 0.2 },
      ),
      Plot.dot(withNumber.flatMap(endsOf), {
        x: "at",
        y: key,
        r: "radius",
        fill: (d: DrawnEntry) => (d.entry.attributedTo === null ? d.colour : "var(--paper)"),
        stroke: "colour",
        strokeWidth: 2,
        ...linked,
      }),
      Plot.text(judged, {
        x: (d: DrawnEntry) => extentOf(d.entry)?.[1],
        y: key,
        text: (d: DrawnEntry) => d.judged?.sign,
        dx: 9,
        dy: -9,
        textAnchor: "start",
        fontWeight: 700,
        fill: "currentColor",
        stroke: "var(--paper)",
        strokeWidth: 4,
        ariaHidden: "true",
      }),
      Plot.text(drawn, {
        y: key,
        text: beside
          ? (d: DrawnEntry) => clip(d.source, 36)
          : (d: DrawnEntry) => clip(`${d.source}: ${saying(d)}`, Math.floor(width / letterPixels)),
        frameAnchor: "left",
        dx: beside ? -225 : 0,
        dy: beside ? 0 : -17,
        textAnchor: "start",
        fill: "currentColor",
        fontWeight: beside ? 500 : 400,
        href: "href",
        ariaHidden: "true",
      }),
      ...(beside
        ? [
            Plot.text(drawn, {
              y: key,
              text: (d: DrawnEntry) =>
                clip(saying(d), Math.floor(sayingPixels(width) / letterPixels)),
              frameAnchor: "right",
              dx: 14,
              textAnchor: "start",
              fill: "currentColor",
            }),
          ]
        : []),
    ],
  };
}

/** So many ticks, or fewer: people are not counted in halves. */
function ticksOf(
  [low, high]: readonly [number, number],
  most: number,
  hasFractions: boolean,
): number | number[] {
  const first = Math.ceil(low);
  const wholes = Math.floor(high) - first + 1;
  return hasFractions || wholes > most
    ? most
    : Array.from({ length: wholes }, (_, at) => first + at);
}

/** Room for the words beside a line. */
function sayingPixels(width: number): number {
  return Math.min(430, Math.max(250, width * 0.34));
}

/** "≠ at least 14, says the ministry": what the picture has no room to draw. */
function saying({ entry, inConflict, said }: DrawnEntry): string {
  if (said !== undefined) return `${inConflict ? "≠ " : ""}${said}`;
  const whose = entry.attributedTo ? words.says(entry.attributedTo) : "";
  return `${inConflict ? "≠ " : ""}${figureInWords(entry)}${whose}`;
}

/** Source, number, whose it is and when it was published: what the tip of a mark says. */
function inWords(d: DrawnEntry): string {
  const { entry, said, judged, inConflict } = d;
  const whose =
    said !== undefined ? "" : entry.attributedTo ? words.says(entry.attributedTo) : words.own;
  return [
    `${d.source}: ${said ?? figureInWords(entry)}${whose}`,
    said === undefined && entry.published && words.published(formatDate(entry.published)),
    inConflict && words.conflicts,
    judged?.meaning,
  ]
    .filter(Boolean)
    .join("; ");
}

/** One dot for a number, a small one at each end of a range that has no number of its own. */
function endsOf(d: DrawnEntry): (DrawnEntry & { at: number; radius: number })[] {
  if (d.entry.value !== null) return [{ ...d, at: d.entry.value, radius: 6 }];
  return (d.entry.range ?? []).map((at) => ({ ...d, at, radius: 4 }));
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
