import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { gunzipSync } from "node:zlib";
import { loadLexicon } from "../../src/lexicon/lexicon.ts";
import { createDatesReader } from "../../src/read/dates/dates.ts";
import { createFiguresReader } from "../../src/read/figures/figures.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import type { Evaluation, Miss } from "../measure.ts";
import { casualtiesOf } from "./derive.ts";

type Incident = {
  incident: string;
  killed: number;
  injured: number;
  docs: { id: string; title: string; dct: string; text: string }[];
};

const root = join(dirname(fileURLToPath(import.meta.url)), "..", "..");
const file = join("data", "figures", "gva-dev.jsonl.gz");

/** Only the head of a page is the report; long pages of the set hold whole archives. */
const longestText = 6000;

/** Casualties per report of the Gun Violence Archive: exact accuracy against the incident. */
export const evaluation: Evaluation = {
  name: "casualties",
  needs: [file],
  async run(shared) {
    const lexicon = loadLexicon(join(root, "lexicons"));
    const readProse = createProseReader(lexicon);
    const readDates = createDatesReader(lexicon);
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
        const prose = readProse(`${title}.\n${text.slice(0, longestText)}`);
        const dates = readDates(prose, { published: dct, noise: [] });
        const figures = readFigures(prose, { dates, attributions: [], noise: [] });
        const read = casualtiesOf(prose.text, figures);
        for (const kind of ["killed", "injured"] as const) {
          const right = read[kind] === gold[kind];
          add(counts[kind], right);
          if (gold[kind] >= 2) add(counts[`${kind}2`], right);
          if (!right) {
            const said = figures
              .filter(({ what }) => what === "killed" || what === "wounded" || what === "shot")
              .map(
                ({ start, end, what, value }) =>
                  `${value} ${what} [${prose.text.slice(Math.max(0, start - 20), end + 25).replace(/\s+/g, " ")}]`,
              );
            misses.push({
              kind,
              place: id,
              detail: `${read[kind]} for ${gold[kind]} | ${title} | ${text.slice(0, 160).replace(/\s+/g, " ")} | ${said.join("; ")}`,
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
