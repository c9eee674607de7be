import * as Plot from "@observablehq/plot";
import type { ContrastWord as FullWord, Lean } from "../../../serve/types.ts";
import { texts } from "../../texts.ts";
import { oddsInWords, timesInWords } from "./odds.ts";

const words = texts.wording.contrasts;

type ContrastWord = Lean<FullWord>;

/** A word with what the picture needs to know of its side. */
export type DrawnWord = {
  readonly word: ContrastWord;
  /** The side that uses it more. */
  readonly side: string;
  readonly colour: string;
  readonly href: string;
  readonly isChosen: boolean;
};

/** Narrower pictures put the words above each line instead of beside it. */
const besideFromPixels = 620;
/** Radius of a dot for one use; a word used four times as often has twice the radius. */
const dotPixels = 1.1;
const mostDotPixels = 8;
/** Natural logarithms of the ratios that the axis names. */
const ticks = [1 / 64, 1 / 16, 1 / 4, 1, 4, 16, 64].map(Math.log);

/** "9 : 1 uses, 5 : 1 documents" */
export function countsInWords({ uses: [a, b] }: ContrastWord, isTurned: boolean): string {
  const [left, right] = isTurned ? [b, a] : [a, b];
  return words.counts(`${left.count} : ${right.count}`, `${left.documents} : ${right.documents}`);
}

/**
 * A line per word: the dot says how many times the odds, the bar within what that is known. What the
 * left side uses more lies left. `isTurned`: the second side stands left.
 */
export function drawWords(
  drawn: readonly DrawnWord[],
  isTurned: boolean,
  width: number,
): Plot.PlotOptions {
  const beside = width >= besideFromPixels;
  const at = (value: number) => (isTurned ? value : -value);
  const far = Math.max(
    ...drawn.map(({ word }) => Math.max(Math.abs(word.low), Math.abs(word.high))),
  );
  const reach = Math.max(far, Math.log(4)) * 1.04;
  const key = ({ word }: DrawnWord) => word.word;
  const linked = { href: "href", ariaLabel: inWords(isTurned), title: inWords(isTurned) } as const;
  return {
    height: drawn.length * (beside ? 26 : 44) + 46,
    marginLeft: beside ? 130 : 8,
    marginRight: beside ? 220 : 8,
    marginTop: 4,
    marginBottom: 40,
    style: { background: "none", fontFamily: "inherit", fontSize: "12px", overflow: "visible" },
    x: {
      domain: [-reach, reach],
      ticks: ticks.filter((tick) => Math.abs(tick) < reach),
      tickFormat: (tick: number) => (tick === 0 ? words.alike : `${timesInWords(Math.abs(tick))}×`),
      label: words.odds,
      labelAnchor: "center",
      labelArrow: "none",
      grid: true,
    },
    y: { domain: drawn.map(key), axis: null, type: "band", padding: 0 },
    r: { type: "identity" },
    color: { type: "identity" },
    marks: [
      Plot.barX(
        drawn.filter(({ isChosen }) => isChosen),
        { y: key, x1: -reach, x2: reach, fill: "var(--mark)" },
      ),
      Plot.ruleX([0], { stroke: "var(--soft)" }),
      Plot.link(drawn, {
        x1: ({ word }: DrawnWord) => at(word.low),
        x2: ({ word }: DrawnWord) => at(word.high),
        y: key,
        stroke: "colour",
        strokeWidth: 2,
        strokeOpacity: 0.6,
      }),
      Plot.dot(drawn, {
        x: ({ word }: DrawnWord) => at(word.logOdds),
        y: key,
        r: ({ word }: DrawnWord) =>
          Math.min(mostDotPixels, dotPixels * Math.sqrt(word.uses[0].count + word.uses[1].count)),
        fill: "colour",
        ...linked,
      }),
      Plot.text(drawn, {
        y: key,
        text: beside
          ? key
          : (d: DrawnWord) => `${d.word.word}   ${countsInWords(d.word, isTurned)}`,
        frameAnchor: "left",
        dx: beside ? -130 : 0,
        dy: beside ? 0 : -14,
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
              text: (d: DrawnWord) => countsInWords(d.word, isTurned),
              frameAnchor: "right",
              dx: 14,
              textAnchor: "start",
              fill: "var(--soft)",
            }),
          ]
        : []),
    ],
  };
}

function inWords(isTurned: boolean): (d: DrawnWord) => string {
  return ({ word, side }) =>
    words.mark(word.word, side, oddsInWords(word), countsInWords(word, isTurned));
}
