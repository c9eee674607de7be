import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Outlets that publish the made documents, one half on each of two sides. */
const sources = 200;
/** Sentences of a made document, of about 115 characters each. */
const sentencesEach = 30;
/** Of a hundred sentences so many tell a fact that other documents may tell, the others something of their own. */
const factPercent = 60;
/**
 * Facts a document adds to the case: it tells three times as many, so a fact is told three times in the
 * mean, and the best known ones far more often: the n-th in step with n to the power −½.
 */
const factsEach = 6;

/** Texts of the bundled example: written for this project, so that what is made of them can be shown. */
const templateFiles = [
  "meridian-wire/2031-05-03-collision.txt",
  "meridian-wire/2031-05-06-toll-rises.txt",
  "meridian-wire/2031-05-12-sixteenth-death.txt",
  "ministry-of-harbours/2031-05-04-statement-on-the-grey-heron.txt",
  "ministry-of-the-sea/2031-05-04-statement-on-the-vigilance.txt",
  "straits-commission/2031-05-08-statement-on-the-inquiry.txt",
  "radio-tolby/2031-05-05-strait-hour.txt",
  "lighthouse-letters/2031-05-07-a-light-is-a-promise.md",
  "tidewatcher/2031-05-07-what-the-water-knows.md",
];

type Random = () => number;

/** A lawless but fixed order of numbers from 0 up to 1 (mulberry32). */
function randomOf(seed: number): Random {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

const syllables =
  "ba ber cal dan dor el fen gar hal is jor kel lan mar nor ol pel rin sal tor ul ven wes yar zel bri cro dre fla gli kna ple sta tri".split(
    " ",
  );

/** The n-th word of a language that nobody speaks. */
function inventedWord(nth: number): string {
  let word = "";
  for (let rest = nth + syllables.length; rest > 0; rest = Math.floor(rest / syllables.length))
    word += syllables[rest % syllables.length];
  return word;
}

/**
 * Writes a case of made documents. Each sentence is one of the example's in which names, numbers and some
 * of the longer words are others: the same ones wherever a fact is told, but for a word or who says it.
 * Facts and words grow with the case, as in a real one; the same number gives the same bytes.
 */
export function writeVariants(path: string, documents: number): void {
  const templates = readTemplates();
  const facts = documents * factsEach;
  // Heaps' law: the number of different words grows with the square root of the text.
  const words = Math.round(60 * Math.sqrt(documents * sentencesEach));
  for (let at = 0; at < sources; at++) mkdirSync(join(path, sourceName(at)), { recursive: true });
  writeFileSync(join(path, "case.yaml"), caseFile());
  for (let at = 0; at < documents; at++) {
    const random = randomOf(at + 1);
    const day = 1 + Math.floor(random() * 28);
    const paragraphs: string[] = [];
    for (let sentence = 0; sentence < sentencesEach; sentence++) {
      const isFact = random() * 100 < factPercent;
      const fact = isFact
        ? Math.floor(facts * random() ** 2)
        : facts + at * sentencesEach + sentence;
      const told = tell(factSentence(fact, { templates, words }), isFact, random);
      if (sentence % 3 === 0) paragraphs.push(told);
      else paragraphs[paragraphs.length - 1] += ` ${told}`;
    }
    const head = `${inventedName(at)} on the ${inventedWord(at % words)}\n\n${day} May 2031\n\n`;
    const file = `${String(at).padStart(6, "0")}.txt`;
    writeFileSync(
      join(path, sourceName(at % sources), file),
      `${head}${paragraphs.join("\n\n")}\n`,
    );
  }
}

function readTemplates(): string[] {
  return templateFiles.flatMap((file) => {
    const text = readFileSync(
      new URL(`../examples/brenna-strait/${file}`, import.meta.url),
      "utf8",
    );
    return text
      .replace(/\[([^[\]]*)\]\([^()]*\)/g, "$1")
      .replace(/[“”"*_]/g, "")
      .split(/(?<=[.!?])\s+|\n+/)
      .filter((sentence) => /^[A-Z].{50,200}[.!?]$/.test(sentence));
  });
}

/** The words of a fact: a template with words of its own in it. */
function factSentence(
  fact: number,
  { templates, words }: { readonly templates: readonly string[]; readonly words: number },
): string {
  const random = randomOf(fact * 7919 + 17);
  const template = templates[Math.floor(random() * templates.length)] ?? "";
  return template.replace(/(?<!^)\b(?:[A-Z][a-z]+|\d+|[a-z]{6,})\b/g, (word) => {
    if (/\d/.test(word)) return String(1 + Math.floor(random() * 90));
    if (/[A-Z]/.test(word)) return inventedName(Math.floor(words * random() ** 3));
    return random() < 0.4 ? inventedWord(Math.floor(words * random() ** 3)) : word;
  });
}

function inventedName(nth: number): string {
  const word = inventedWord(nth);
  return `${word[0]?.toUpperCase()}${word.slice(1)}`;
}

/** A fact as one document tells it: now and then with a word less, on somebody's word, or denied. */
function tell(sentence: string, isShared: boolean, random: Random): string {
  if (!isShared) return sentence;
  const words = sentence.split(" ");
  if (random() < 0.6 && words.length > 8)
    words.splice(1 + Math.floor(random() * (words.length - 2)), 1);
  const told = words.join(" ");
  const way = random();
  if (way < 0.75) return told;
  const who = inventedName(Math.floor(400 * random() ** 2));
  const content = `${told[0]?.toLowerCase()}${told.slice(1, -1)}`;
  if (way < 0.9) return `${who} said that ${content}.`;
  return way < 0.95 ? `${who} claimed that ${content}.` : `${who} denied that ${content}.`;
}

function sourceName(at: number): string {
  return `outlet-${String(at).padStart(3, "0")}`;
}

function caseFile(): string {
  const entries = Array.from({ length: sources }, (_, at) => {
    const id = sourceName(at);
    const side = at % 2 === 0 ? "east" : "west";
    return `  ${id}: { name: The ${inventedName(at)} Post, kind: media, side: ${side}, files: "${id}/*.txt" }\n`;
  });
  return `title: Made documents\nlanguage: en\nsides:\n  east: East\n  west: West\nsources:\n${entries.join("")}`;
}
