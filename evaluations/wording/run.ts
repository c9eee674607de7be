import { readFileSync } from "node:fs";
import { overlaps, type Span } from "../../src/document/span.ts";
import { createProseReader } from "../../src/read/sentences/tokens.ts";
import { createWordingReader } from "../../src/read/wording/wording.ts";
import { readSet } from "../compressed.ts";
import type { Evaluation, Measured, Miss } from "../measure.ts";
import { readingsOf, sharedLexicon } from "../reading.ts";
import { findQuote, goldRecords, seedDocuments } from "../seeds.ts";

type GoldTerm = { doc: string; concept: string; label: string; whose: string; quote: string };

/** A label that was found at random in one of the sets, judged by eye: has it the concept's sense? */
type GoldSense = {
  set: keyof typeof sets;
  id: string;
  start: number;
  end: number;
  pack: string;
  concept: string;
  right: boolean;
};
type Text = { id: string; text: string };

const sets = {
  fakes: "same-event/fa-kes-dev.jsonl.gz",
  polnear: "attribution/polnear-dev.jsonl.gz",
} as const;
/** Offsets and judgements without any text of the sets. */
const sensesFile = new URL("senses.jsonl", import.meta.url);

/**
 * Which gold labels are found (any concept), how many of the matched labels of one concept gold
 * puts into one concept, too, and whose words they are. Then, of a random sample of the labels found
 * in two other sets, how many have the sense of their concept, and how many of those are kept.
 */
export const evaluation: Evaluation = {
  name: "wording",
  needs: ["seeds", "gold/terms.jsonl", ...Object.values(sets).map((path) => `data/${path}`)],
  worst: "The weight is how often a missed label is in gold, or a label was judged in the sample.",
  kinds: {
    missed: "gold has a contested label here, and no label of any pack overlaps it.",
    voice: "the label was found, and gold says that it is in other hands (own voice or not).",
    "other sense": "the label was found where its words have another sense.",
    "no longer found": "the label has its sense here and is not found.",
  },
  async run(shared) {
    const gold = goldRecords<GoldTerm>(shared, "terms");
    const misses: Miss[] = [];
    const concepts = new Map<string, Map<string, number>>();
    let hits = 0;
    let whose = 0;
    for (const document of seedDocuments(shared)) {
      const { wording } = readingsOf(document);
      const { text } = document;
      for (const term of gold.filter((one) => one.doc === document.id)) {
        const place = placeOf(document.text, term);
        const found = place && wording.find((label) => overlaps(label, place));
        if (!found) {
          misses.push({
            kind: "missed",
            place: term.doc,
            detail: `${term.label} (${term.concept})`,
            weight: gold.filter(({ label }) => label === term.label).length,
            ...(place ? { shown: { text, gold: [place], found: [] } } : {}),
          });
          continue;
        }
        hits++;
        if ((found.voice === "own") === (term.whose === "own")) whose++;
        else
          misses.push({
            kind: `voice ${found.voice}`,
            place: term.doc,
            detail: `${term.whose} in gold: ${term.quote}`,
            rule: found.rule,
            shown: { text, gold: [place], found: [found] },
          });
        const counts = concepts.get(found.concept) ?? new Map<string, number>();
        counts.set(term.concept, (counts.get(term.concept) ?? 0) + 1);
        concepts.set(found.concept, counts);
      }
    }
    const pure = [...concepts.values()].reduce(
      (sum, counts) => sum + Math.max(...counts.values()),
      0,
    );
    const senses = measureSenses(shared);
    return {
      metrics: [
        {
          name: "gold labels found (recall)",
          value: hits / gold.length,
          n: gold.length,
          target: 0.85,
        },
        { name: "purity of concepts", value: hits ? pure / hits : 0, n: hits },
        { name: "whose words, among the found", value: hits ? whose / hits : 0, n: hits },
        ...senses.metrics,
      ],
      misses: [...misses, ...senses.misses],
    };
  },
};

/** The label inside its quote, inside the text. */
function placeOf(text: string, { label, quote }: GoldTerm): Span | undefined {
  const whole = findQuote(text, quote);
  const inside = whole && findQuote(text.slice(whole.start, whole.end), label);
  return whole && inside
    ? { start: whole.start + inside.start, end: whole.start + inside.end }
    : undefined;
}

/** From this share on a pack counts as read in its sense. */
const packTarget = 0.9;

/** Share of the sampled labels that are still found and right, and of the right ones still found. */
function measureSenses(shared: string): Measured {
  const lexicon = sharedLexicon();
  const readProse = createProseReader(lexicon);
  const readWording = createWordingReader(lexicon, []);
  const gold = readFileSync(sensesFile, "utf8")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as GoldSense);
  const tallies = new Map<string, { right: number; found: number }>();
  const misses: Miss[] = [];
  let kept = 0;
  for (const [set, texts] of Object.entries(textsOf(shared)))
    for (const { id, text } of texts) {
      const asked = gold.filter((one) => one.set === set && one.id === id);
      if (asked.length === 0) continue;
      const labels = readWording(readProse(text), nothing);
      for (const one of asked) {
        const found = labels.some((label) => label.concept === one.concept && overlaps(label, one));
        const place = `${set} ${id}`;
        const detail = `${text.slice(one.start, one.end)} (${one.concept})`;
        if (found !== one.right) {
          const span = { start: one.start, end: one.end };
          misses.push({
            kind: found ? "other sense" : "no longer found",
            place,
            detail,
            weight: gold.filter(({ concept }) => concept === one.concept).length,
            shown: found ? { text, gold: [], found: [span] } : { text, gold: [span], found: [] },
          });
        }
        if (!found) continue;
        if (one.right) kept++;
        for (const name of [set, one.pack]) {
          const tally = tallies.get(name) ?? { right: 0, found: 0 };
          tallies.set(name, {
            right: tally.right + Number(one.right),
            found: tally.found + 1,
          });
        }
      }
    }
  const right = gold.filter((one) => one.right).length;
  const ofSets = Object.keys(sets).map((set) => ({
    name: `${set} labels in the right sense`,
    ...shareOf(tallies.get(set)),
    target: 0.9,
  }));
  const packs = [...tallies.keys()].filter((name) => !(name in sets));
  const good = packs.filter((pack) => shareOf(tallies.get(pack)).value >= packTarget);
  return {
    metrics: [
      ...ofSets,
      { name: "right labels kept", value: kept / right, n: right },
      {
        name: "packs in the right sense",
        value: good.length / packs.length,
        n: packs.length,
        target: 1,
      },
    ],
    misses,
  };
}

function shareOf(tally: { right: number; found: number } | undefined): {
  value: number;
  n: number;
} {
  const { right, found } = tally ?? { right: 0, found: 0 };
  return { value: found ? right / found : 0, n: found };
}

function textsOf(shared: string): Record<keyof typeof sets, readonly Text[]> {
  return {
    fakes: readSet<{ docs: Text[] }>(shared, `data/${sets.fakes}`).flatMap(({ docs }) => docs),
    polnear: readSet<Text>(shared, `data/${sets.polnear}`),
  };
}

const nothing = { quotes: [], attributions: [], scareQuotes: [] };
