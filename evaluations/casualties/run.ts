import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { createDatesReader } from "../../src/read/dates/dates.ts";
import { createFiguresReader } from "../../src/read/figures/figures.ts";
import { createNoiseReader } from "../../src/read/noise/noise.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { sharedLexicon } from "../reading.ts";
import { casualtiesOf } from "./derive.ts";

type Incident = {
  incident: string;
  killed: number;
  injured: number;
  docs: { id: string; title: string; dct: string; text: string }[];
};

const file = join("data", "figures", "gva-dev.jsonl.gz");

/** Only the head of a page is the report; long pages of the set hold whole archives. */
const longestText = 6000;

/** How a figure is underlined in the list of errors. */
const signs = { killed: "k", wounded: "w", shot: "s" };
/** Figures further than this behind the first, in characters, are only listed. */
const longestShown = 500;

/** Casualties per report of the Gun Violence Archive: exact accuracy against the incident. */
export const evaluation: Evaluation = {
  name: "casualties",
  needs: [file],
  worst:
    "The weight is how far the number read lies from the register's. Under the text: k killed, w wounded, s shot.",
  kinds: {
    killed: "the register has another number of dead for this incident.",
    injured: "the register has another number of injured for this incident.",
  },
  async run(shared) {
    const lexicon = sharedLexicon();
    const readProse = createProseReader(lexicon);
    const readDates = createDatesReader(lexicon);
    const readNoise = createNoiseReader(lexicon);
    const readFigures = createFiguresReader(lexicon);
    const incidents = gunzipSync(readFileSync(join(shared, file)))
      .toString("utf8")
      .split("\n")
      .filter((line) => line !== "")
      .map((line) => JSON.parse(line) as Incident);
    const counts = { killed: [0, 0], injured: [0, 0], killed2: [0, 0], injured2: [0, 0] };
    const misses: Miss[] = [];
    for (const { docs, ...gold } of incidents) {
      for (const { id, title, dct, text } of docs) {
        const prose = readProse(`${title}\n${text.slice(0, longestText)}`);
        const noise = readNoise(prose);
        const dates = readDates(prose, { published: dct, noise });
        const figures = readFigures(prose, { dates, attributions: [], noise });
        const read = casualtiesOf(prose, figures, noise);
        for (const kind of ["killed", "injured"] as const) {
          const right = read[kind] === gold[kind];
          add(counts[kind], right);
          if (gold[kind] >= 2) add(counts[`${kind}2`], right);
          if (!right) {
            const said = figures.filter(({ what }) => what !== null && what in signs);
            const far = Math.abs(read[kind] - gold[kind]);
            misses.push({
              kind: `${kind} ${read[kind] > gold[kind] ? "too many" : "too few"}`,
              place: id,
              detail: `read ${read[kind]}, register ${gold[kind]}: ${title}\n${said.map(({ value, range, what }) => `${value ?? range?.join("–")} ${what}`).join(", ") || "no figure of the dead or hurt"}`,
              weight: far,
              shown: {
                text: prose.text,
                gold: [],
                found:
                  said.length > 0
                    ? said
                        .filter(({ start }) => start < (said[0]?.start ?? 0) + longestShown)
                        .map(({ start, end, what }) => ({
                          start,
                          end,
                          mark: signs[what as keyof typeof signs],
                        }))
                    : [
                        {
                          start: 0,
                          end: Math.min(title.length + 200, prose.text.length),
                          mark: " ",
                        },
                      ],
              },
            });
          }
        }
      }
    }
    const metric = (name: string, [hits = 0, n = 0]: readonly number[], target: number) => ({
      name,
      value: n ? hits / n : 0,
      n,
      target,
    });
    return {
      metrics: [
        metric("killed", counts.killed, 0.9),
        metric("killed, gold 2 or more", counts.killed2, 0.7),
        metric("injured", counts.injured, 0.72),
        metric("injured, gold 2 or more", counts.injured2, 0.65),
      ],
      misses,
    };
  },
};

function add(counts: number[], right: boolean): void {
  if (right) counts[0] = (counts[0] ?? 0) + 1;
  counts[1] = (counts[1] ?? 0) + 1;
}
