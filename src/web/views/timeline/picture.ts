import * as Plot from "@observablehq/plot";
import { withoutMarks } from "../../../document/in-words.ts";
import { dayMs, endOf, type Period, startOf } from "../../../document/periods.ts";
import type { EventRow } from "../../../serve/types.ts";
import { formatDate } from "../../parts/dates.ts";
import { formatNumber } from "../../parts/numbers.ts";
import { dateTick } from "../../parts/times.ts";
import { texts } from "../../texts.ts";
import { type LabelPlace, placeOnRows } from "./layout.ts";

const words = texts.timeline;

/** One side's part of the picture. */
export type Lane = {
  readonly name: string;
  readonly colour: string;
  readonly events: readonly {
    readonly event: EventRow;
    /** The event in this side's own words. */
    readonly words: string;
    readonly href: string;
  }[];
  readonly publications: readonly {
    readonly published: string;
    readonly title: string;
    readonly href: string;
  }[];
};

const rowPixels = 22;
/** Labels in one lane: more make a wall that nobody reads. */
const labelsPerLane = 9;
const labelLetters = 52;
/** Where there is room to its right a label may have so many. */
const mostLetters = 84;
/** Narrower pictures have room for the words of one lane only, and for few letters. */
const narrowPixels = 640;
const narrowLetters = 26;
/** Rows in one lane; what does not fit is counted and stands in the list. */
const mostRows = 20;
/** Dots without a label stand closer. */
const dotPixels = 12;
const dotGapPixels = 10;
const headPixels = 30;
const publishedPixels = 14;
/** Average width of a letter at 12 px, to keep labels apart before they are drawn. */
const letterPixels = 6.1;
/** From an event's place to its label, and past it. */
const labelPixels = 16;
const sidePixels = 14;
/** Wider than a space, so that a dotted line does not strike words through. */
const haloPixels = 6;

/** Lanes by side over one time axis; below them when each side's documents were published. */
export function drawTimeline(
  lanes: readonly Lane[],
  period: Period,
  chosen: string | undefined,
  width: number,
): Plot.PlotOptions {
  const room = Math.max((period.end - period.start) * 0.03, dayMs / 2);
  const published = lanes.flatMap((lane) => lane.publications.map((p) => Date.parse(p.published)));
  const near = published.filter(
    (at) => at >= period.start && at <= period.end + (period.end - period.start),
  );
  const domain: [number, number] = [period.start - room, Math.max(period.end, ...near) + room];
  const inner = width - 2 * sidePixels;
  const x = (at: number) => ((at - domain[0]) / (domain[1] - domain[0])) * inner;
  const isNarrow = width < narrowPixels;
  const mostLabels = isNarrow && lanes.length > 1 ? 0 : labelsPerLane;
  const letters = isNarrow ? narrowLetters : labelLetters;

  let top = 0;
  const marks: Mark[] = [];
  const leftOut: { text: string; y: number }[] = [];
  const heads: { name: string; y: number; colour: string }[] = [];
  for (const lane of lanes.filter((candidate) => candidate.events.length > 0)) {
    heads.push({ name: lane.name, y: top, colour: lane.colour });
    const items = lane.events.map(({ event, words, href }) => {
      const from = Math.max(event.from === null ? domain[0] : startOf(event), domain[0]);
      const to = Math.min(event.to === null ? domain[1] : endOf(event), domain[1]);
      const isDay = event.precision === "day";
      const at = isDay ? Math.min(startOf(event) + dayMs / 2, domain[1]) : from;
      const free = Math.floor((inner - x(at) - labelPixels) / letterPixels);
      const text = clip(withoutMarks(words), Math.max(letters, Math.min(free, mostLetters)));
      return {
        event,
        href,
        words,
        text,
        from: isDay ? at : from,
        to: isDay ? at : to,
        x0: x(at),
        x1: x(isDay ? at : to) + (event.to === null ? 18 : 0),
        label: labelPixels + text.length * letterPixels,
        radius: 5,
      };
    });
    const labelled = new Set(mostTold(items, chosen, mostLabels));
    top += headPixels;
    for (const [part, pixels] of [
      [items.filter((item) => labelled.has(item)), rowPixels],
      [items.filter((item) => !labelled.has(item)).map(withoutLabel), dotPixels],
    ] as const) {
      const all = placeOnRows(part, inner, pixels === dotPixels ? dotGapPixels : undefined);
      const placed = all.filter(({ row }) => row < mostRows);
      for (const { item, row, place } of placed)
        marks.push({
          ...item,
          place,
          colour: lane.colour,
          lane: lane.name,
          y: top + (row + 0.5) * pixels,
        });
      top += Math.max(0, ...placed.map(({ row }) => row + 1)) * pixels;
      if (placed.length === all.length) continue;
      const text = words.moreBelow(formatNumber(all.length - placed.length));
      leftOut.push({ text, y: top + rowPixels / 2 });
      top += rowPixels;
    }
    top += 12;
  }
  const publishing = lanes.filter((lane) => lane.publications.length > 0);
  const publications = publishing.flatMap((lane, index) =>
    byDay(lane.publications).map((p) => ({ ...p, colour: lane.colour, index })),
  );
  const visible = publications
    .map((p) => ({
      ...p,
      at: Date.parse(p.published),
      y: top + headPixels + (p.index + 0.5) * publishedPixels,
    }))
    .filter((p) => p.at >= domain[0] && p.at <= domain[1]);
  if (visible.length > 0) {
    heads.push({ name: texts.shared.published, y: top, colour: "var(--line)" });
    top += headPixels + publishing.length * publishedPixels + 6;
  }
  const labels = marks.filter((mark) => mark.text !== "");
  const linked = { href: "href", ariaLabel: inWords, title: inWords } as const;
  const spans = marks.filter((mark) => mark.from < mark.to);
  const disputes = disputedPairs(marks);
  const isDuration = (mark: Mark) => mark.event.precision === "interval" && !mark.event.approximate;
  return {
    height: top + 40,
    marginLeft: sidePixels,
    marginRight: sidePixels,
    marginTop: 0,
    marginBottom: 34,
    style: { background: "none", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
    x: {
      type: "utc",
      domain,
      label: null,
      grid: true,
      ticks: Math.max(2, Math.floor(width / (isNarrow ? 80 : 120))),
      tickFormat: dateTick,
    },
    y: { type: "linear", domain: [0, top], range: [0, top], axis: null },
    color: { type: "identity" },
    r: { type: "identity" },
    marks: [
      Plot.ruleY(heads, { y: "y", stroke: "var(--line)" }),
      Plot.text(heads, {
        y: "y",
        text: "name",
        frameAnchor: "left",
        dx: 10,
        dy: 14,
        fontWeight: 600,
        textAnchor: "start",
        fill: "currentColor",
      }),
      Plot.text(leftOut, {
        y: "y",
        text: "text",
        frameAnchor: "left",
        dx: 10,
        textAnchor: "start",
        fill: "var(--soft)",
      }),
      Plot.vector(heads, {
        y: "y",
        frameAnchor: "left",
        length: 18,
        rotate: 180,
        anchor: "start",
        shape: bar,
        stroke: "colour",
        strokeWidth: 4,
        dy: 5,
        dx: 1,
      }),
      Plot.link(
        spans.filter((mark) => !isDuration(mark)),
        {
          ...spanChannels,
          stroke: "colour",
          strokeWidth: 12,
          strokeOpacity: 0.28,
          ...linked,
        },
      ),
      Plot.link(spans.filter(isDuration), {
        ...spanChannels,
        stroke: "colour",
        strokeWidth: 5,
        ...linked,
      }),
      Plot.link(
        spans.filter((mark) => mark.event.approximate),
        { ...spanChannels, stroke: "colour", strokeWidth: 1.5, strokeDasharray: "3,3" },
      ),
      ...(["to", "from"] as const).map((end) =>
        Plot.vector(
          marks.filter((mark) => mark.event[end] === null),
          {
            x: end,
            y: "y",
            length: 16,
            rotate: end === "to" ? 90 : 270,
            anchor: "start",
            stroke: "colour",
            strokeWidth: 2,
          },
        ),
      ),
      Plot.link(disputes, {
        x1: "x1",
        x2: "x2",
        y1: "y1",
        y2: "y2",
        stroke: "var(--soft)",
        strokeDasharray: "1,4",
        strokeLinecap: "round",
        strokeWidth: 1.5,
      }),
      Plot.dot(
        marks.filter((mark) => mark.from === mark.to && !isDisputed(mark)),
        { x: "from", y: "y", r: "radius", fill: "colour", stroke: "var(--paper)", ...linked },
      ),
      Plot.dot(
        marks.filter((mark) => mark.from === mark.to && isDisputed(mark)),
        {
          x: "from",
          y: "y",
          r: "radius",
          fill: "var(--paper)",
          stroke: "colour",
          strokeWidth: 2.5,
          ...linked,
        },
      ),
      Plot.dot(
        marks.filter((mark) => mark.event.id === chosen),
        { x: "from", y: "y", r: 9, stroke: "var(--focus)", strokeWidth: 2 },
      ),
      ...(["after", "before", "on"] as const).map((place) =>
        Plot.text(
          labels.filter((mark) => mark.place === place),
          {
            x: place === "after" ? "to" : "from",
            y: "y",
            text: (mark: Mark) => `${mark.event.disagreesWith.length > 0 ? "≠ " : ""}${mark.text}`,
            dx: { after: 10, before: -10, on: 8 }[place],
            textAnchor: place === "before" ? "end" : "start",
            fill: "currentColor",
            stroke: "var(--paper)",
            strokeWidth: haloPixels,
            href: "href",
            ariaHidden: "true",
          },
        ),
      ),
      Plot.ruleX(visible, {
        x: "at",
        y1: (p: { y: number }) => p.y - publishedPixels / 2 + 1,
        y2: (p: { y: number }) => p.y + publishedPixels / 2 - 1,
        stroke: "colour",
        strokeWidth: 3,
        href: "href",
        ariaLabel: "title",
        title: "title",
      }),
    ],
  };
}

/** One stroke for all that a side published on a day; it leads to the first. */
function byDay(publications: Lane["publications"]): Lane["publications"] {
  const days = new Map<string, Lane["publications"][number][]>();
  for (const one of publications) {
    const same = days.get(one.published);
    if (same) same.push(one);
    else days.set(one.published, [one]);
  }
  return [...days.values()].flatMap((same) => {
    const [first] = same;
    if (!first || same.length === 1) return first ?? [];
    const title = words.moreThatDay(first.title, same.length - 1);
    return { ...first, title };
  });
}

function isDisputed({ event }: Mark): boolean {
  return event.disagreesWith.length > 0;
}

/** A line for each two events that disagree, between those of their marks that stand nearest. */
function disputedPairs(
  marks: readonly Mark[],
): { readonly x1: number; readonly y1: number; readonly x2: number; readonly y2: number }[] {
  const byEvent = new Map<string, Mark[]>();
  for (const mark of marks.filter(isDisputed)) {
    const same = byEvent.get(mark.event.id);
    if (same) same.push(mark);
    else byEvent.set(mark.event.id, [mark]);
  }
  return [...byEvent].flatMap(([id, own]) =>
    (own[0]?.event.disagreesWith ?? [])
      .filter((other) => id < other)
      .flatMap((other) => {
        const pairs = own.flatMap((a) => (byEvent.get(other) ?? []).map((b) => ({ a, b })));
        const [nearest] = pairs.sort((one, two) => apart(one) - apart(two));
        if (!nearest) return [];
        const { a, b } = nearest;
        return [{ x1: a.from, y1: a.y, x2: b.from, y2: b.y }];
      }),
  );
}

/** A line within a lane is taken before a shorter one that leads to another. */
const otherLanePixels = 10_000;

function apart({ a, b }: { readonly a: Mark; readonly b: Mark }): number {
  return Math.abs(a.y - b.y) + (a.lane === b.lane ? 0 : otherLanePixels);
}

type Mark = {
  readonly event: EventRow;
  readonly words: string;
  readonly href: string;
  readonly text: string;
  readonly from: number;
  readonly to: number;
  readonly y: number;
  readonly colour: string;
  readonly lane: string;
  readonly radius: number;
  readonly place: LabelPlace;
};

/**
 * The events that get their words beside them: those that most documents tell, disputed ones
 * first among equals. The others are dots with their words on focus and in the list.
 */
function mostTold<T extends { readonly event: EventRow }>(
  items: readonly T[],
  chosen: string | undefined,
  most: number,
): readonly T[] {
  if (items.length <= most || most === 0) return most === 0 ? [] : items;
  const weight = ({ event }: T) =>
    event.id === chosen ? Number.POSITIVE_INFINITY : tellersOf(event);
  return [...items]
    .sort(
      (a, b) =>
        weight(b) - weight(a) ||
        Number(b.event.disagreesWith.length > 0) - Number(a.event.disagreesWith.length > 0),
    )
    .slice(0, most);
}

function tellersOf(event: EventRow): number {
  return new Set(event.entries.map(({ documentId }) => documentId)).size;
}

function withoutLabel<T extends { readonly x0: number }>(item: T) {
  return { ...item, text: "", label: 0, radius: 4 };
}

const spanChannels = { x1: "from", x2: "to", y: "y" } as const;

/** A plain stroke, without the arrow's head. */
const bar: Plot.VectorShapeImplementation = {
  draw(context, length) {
    context.moveTo(0, 0);
    context.lineTo(0, -length);
  },
};

function inWords(mark: Mark): string {
  const told = mark.event.entries.length;
  const disputed = mark.event.disagreesWith.length > 0 ? words.alsoTold : "";
  return words.mark(
    formatDate(mark.event.edtf),
    withoutMarks(mark.words),
    `${mark.lane}, ${words.told(told)}${disputed}`,
  );
}

function clip(text: string, length: number): string {
  return text.length > length ? `${text.slice(0, length - 1)}…` : text;
}
