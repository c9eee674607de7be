import { createRandom } from "../evaluations/origins/planted.ts";
import { indexPassages } from "../src/compare/claims/passages.ts";
import { eventOfDocuments, findEvents } from "../src/compare/events/find-events.ts";
import { compareFigures } from "../src/compare/figures/compare-figures.ts";
import { type CompareInput, memoryInput } from "../src/compare/input.ts";
import type { Case } from "../src/document/case.ts";
import type { Figure } from "../src/read/figures/figures.ts";
import type { Readings } from "../src/read/readings.ts";
import type { Texts } from "./texts.ts";

const sizes = [1000, 2000, 4000, 8000] as const;
/** What doubling the documents may cost. */
const mostPerDoubling = 2.3;
const reportsPerEvent = 4;
const sentencesPerReport = 20;
const wordsPerSentence = 10;
const seed = 11;

/** Events and figure groups of 1,000 to 8,000 made reports, and what each doubling costs. */
export async function benchmarkEvents(_texts: Texts): Promise<boolean> {
  let before = 0;
  let isLinear = true;
  for (const size of sizes) {
    const input = inputOf(size);
    const index = await indexPassages(input, () => []);
    const started = process.cpuUsage();
    const events = await findEvents(input, index);
    const groups = await compareFigures(input, index, () => false, eventOfDocuments(events));
    const { user, system } = process.cpuUsage(started);
    const seconds = (user + system) / 1e6;
    const times = before > 0 ? seconds / before : 0;
    if (times > mostPerDoubling) isLinear = false;
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    console.log(
      `events: ${size} documents: ${seconds.toFixed(1)} cpu-s${times > 0 ? `, ${times.toFixed(2)} × for twice as many` : ""}; ${memory} MB; ${events.length} events of ${size / reportsPerEvent}, ${groups.length} quantities`,
    );
    before = seconds;
  }
  return isLinear;
}

/** Made words: common ones are drawn often, and each event has some of its own. */
function inputOf(size: number): CompareInput {
  const random = createRandom(seed);
  const common = () => `word${Math.floor(random() ** 3 * 5000)}`;
  return memoryInput(
    declared,
    Array.from({ length: size }, (_, at) => {
      const event = Math.floor(at / reportsPerEvent);
      const own = () => `own${event}x${Math.floor(random() * 12)}`;
      const published = new Date(Date.UTC(2031, 0, 1 + (event % 360))).toISOString().slice(0, 10);
      const sentences: Readings["sentences"][number][] = [];
      const figures: Figure[] = [];
      let text = "";
      for (let sentence = 0; sentence < sentencesPerReport; sentence++) {
        const start = text.length;
        const terms: string[] = [];
        const places: number[] = [];
        for (let word = 0; word < wordsPerSentence; word++) {
          const term = random() < 0.15 ? own() : common();
          if (terms.includes(term)) continue;
          terms.push(term);
          places.push(text.length);
          text += `${term} `;
        }
        const value = sentence === 0 ? 10 + (event % 90) : Math.floor(random() * 200);
        if (sentence % 4 === 0) figures.push(figureAt(text.length, value));
        text += `${value}. `;
        const names = terms.filter((term) => term.startsWith("own"));
        sentences.push({ ...nothing, start, end: text.length, terms, places, names });
      }
      const id = `document-${String(at).padStart(6, "0")}`;
      return {
        card: { ...card, id, file: id, sourceId: `source ${at % 500}`, published },
        text,
        readings: { ...noReadings, sentences, figures },
      };
    }),
  );
}

function figureAt(start: number, value: number): Figure {
  const end = start + String(value).length;
  return { ...plain, start, end, value };
}

const plain = {
  range: null,
  unit: "people",
  qualifier: null,
  what: "killed",
  place: null,
  edtf: null,
  attributedTo: null,
  partOf: null,
  rule: "event",
} as const;
const nothing = {
  paragraph: 0,
  noise: false,
  negated: [],
  leftOpen: [],
  verbs: [],
  doers: [],
  undergoers: [],
  answers: null,
};
const card = {
  title: null,
  sourceName: "",
  side: null,
  language: "en",
  completeness: "full",
  words: 200,
} as const;
const noReadings: Readings = {
  language: "en",
  paragraphs: [],
  sentences: [],
  noise: [],
  voices: [],
  attributions: [],
  scareQuotes: [],
  figures: [],
  dates: [],
  references: [],
  mentions: [],
  wording: [],
};
const declared: Case = {
  title: "benchmark",
  language: "en",
  sides: [],
  sources: [],
  actors: [],
  packs: [],
  checklist: [],
};
