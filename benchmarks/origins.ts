import { createRandom, edited } from "../evaluations/origins/planted.ts";
import type { IndexedPassage, PassageIndex } from "../src/compare/claims/passages.ts";
import type { CompareInput } from "../src/compare/input.ts";
import { compareOrigins } from "../src/compare/origins/compare-origins.ts";
import type { Case, DocumentCard } from "../src/document/case.ts";
import type { Texts } from "./texts.ts";

const sizes = [1000, 2000, 4000, 8000] as const;
/** What doubling the documents may cost. */
const mostPerDoubling = 2.3;
/** Of the documents, the share that are copies of an earlier one. */
const copies01 = 0.3;
const seed = 7;

/** Looks for copies in 1,000 to 8,000 generated documents and says what each doubling costs. */
export async function benchmarkOrigins({ many }: Texts): Promise<boolean> {
  const sentences = many.flatMap((text) => text.split(/(?<=[.!?])\s+/)).slice(0, 20_000);
  let before = 0;
  let isLinear = true;
  for (const size of sizes) {
    const { input, index } = caseOf(sentences, size);
    const started = process.cpuUsage();
    const { reused } = await compareOrigins(input, index);
    const { user, system } = process.cpuUsage(started);
    const seconds = (user + system) / 1e6;
    const times = before > 0 ? seconds / before : 0;
    if (times > mostPerDoubling) isLinear = false;
    const memory = Math.round(process.memoryUsage().rss / 1e6);
    const copies = reused.reduce((sum, text) => sum + text.copies.length, 0);
    console.log(
      `origins: ${size} documents, ${index.passages.length} sentences: ${seconds.toFixed(1)} cpu-s${times > 0 ? `, ${times.toFixed(2)} × for twice as many` : ""}; ${memory} MB; ${reused.length} texts, ${copies} copies`,
    );
    before = seconds;
  }
  return isLinear;
}

/** Documents of 20 sentences each, in edited words of their own, or a copy of an earlier one. */
function caseOf(
  sentences: readonly string[],
  size: number,
): { readonly input: CompareInput; readonly index: PassageIndex } {
  const random = createRandom(seed);
  const documents: DocumentCard[] = [];
  const passages: IndexedPassage[] = [];
  const texts: (readonly string[])[] = [];
  for (let at = 0; at < size; at++) {
    const id = `document-${String(at).padStart(6, "0")}`;
    const origin = at > 0 && random() < copies01 ? texts[Math.floor(random() * at)] : undefined;
    const own = origin
      ? origin.map((sentence) => edited(sentence, 0.1, random).text)
      : Array.from(
          { length: 20 },
          () => edited(sentences[Math.floor(random() * sentences.length)] ?? "", 0.6, random).text,
        );
    texts.push(own);
    documents.push({
      id,
      file: id,
      title: null,
      sourceId: `source ${at % 500}`,
      sourceName: `Source ${at % 500}`,
      side: null,
      language: "en",
      published: `2031-${String(1 + Math.floor((at * 12) / size)).padStart(2, "0")}-01`,
      completeness: "full",
      words: 0,
    });
    let start = 0;
    for (const text of own) {
      const end = start + text.length;
      passages.push({ ...nothing, documentId: id, document: at, start, end, text });
      start = end + 1;
    }
  }
  const index: PassageIndex = {
    documents,
    passages,
    vocabulary: new Map(),
    termNames: [],
    postings: [],
    attributions: documents.map(() => []),
    names: new Set(),
    nameUses: new Map(),
    dateTerms: new Set(),
    aliasTerms: new Map(),
    aliases: [],
    topics: [],
  };
  return { input: { case: declared, documents, rows: noRows }, index };
}

async function* noRows() {}

const nothing = {
  paragraph: 0,
  terms: [],
  places: [],
  negated: new Set<number>(),
  verbs: new Set<number>(),
  leftOpen: new Set<number>(),
  doers: [],
  undergoers: [],
  answers: null,
  dates: [],
  figures: [],
} as const;

const declared: Case = {
  title: "generated",
  language: "en",
  sides: [],
  sources: [],
  actors: [],
  packs: [],
  checklist: [],
};
