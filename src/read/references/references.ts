import type { Document } from "../../document/document.ts";
import { overlaps, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import { createTraits } from "../../lexicon/traits.ts";
import type { Attribution } from "../attribution/attribution.ts";
import type { Noise } from "../noise/noise.ts";
import type { Prose, Sentence } from "../sentences/prose.ts";
import { createBodyFinder } from "./bodies.ts";
import { createDocumentFinder } from "./documents.ts";
import type { Finder } from "./finder.ts";
import { createLeaning } from "./leaning.ts";
import { readLinks } from "./links.ts";
import { createMediaFinder } from "./media.ts";
import { createPeopleFinder } from "./people.ts";
import { createPostFinder } from "./posts.ts";
import { readRuns } from "./runs.ts";
import { createWorkFinder } from "./works.ts";

export type ReferenceKind = "media" | "document" | "organisation" | "person" | "post" | "link";

/** An outside source, document, law, person or post that a text leans on. */
export type Reference = Span & {
  readonly name: string;
  readonly kind: ReferenceKind;
  readonly url: string | null;
  readonly rule: string;
};

/**
 * Makes the function that finds the outside sources a text leans on, each once, where it is first
 * named. Outlets, observers, documents and posts count wherever they stand in the text; other
 * bodies only where something is taken from them; people only where they are brought in from
 * outside to explain or comment. Those who act in the event are no references.
 */
export function createReferencesReader(
  lexicon: Lexicon,
): (
  prose: Prose,
  read: { document: Document; attributions: readonly Attribution[]; noise: readonly Noise[] },
) => Reference[] {
  const words = lexicon.references;
  const leaning = createLeaning(words);
  const finders = [
    createDocumentFinder(words),
    createPostFinder(words),
    createMediaFinder(words),
    createPeopleFinder(words),
    createBodyFinder(words),
    createWorkFinder(words),
  ];
  const readStarts = createStarts([...finders, leaning].map(({ opens }) => opens));
  return (prose, { attributions, noise }) => {
    const found: Reference[] = [...readLinks(prose.text), ...citedHeadlines(prose, noise)];
    const outside = noise.filter(isOutside);
    const sources = attributions
      .flatMap(({ source }) => source)
      .sort((a, b) => a.start - b.start || a.end - b.end);
    const inSource = createWalk(sources);
    const inNoise = createWalk(outside);
    const startsIn = readStarts(prose);
    for (const sentence of prose.sentences) {
      const here = inSource(sentence);
      if (inNoise(sentence).length > 0) continue;
      const runs = readRuns(prose, sentence, lexicon.functionWords);
      const starts = startsIn(sentence);
      const leans = leaning.of(prose, sentence, here, starts[finders.length] ?? none);
      const scene = { prose, sentence, runs, leans };
      for (let index = 0; index < finders.length; index++) {
        const here = (finders[index] as Finder).find(scene, starts[index] ?? none);
        for (const reference of here) found.push(reference);
      }
    }
    return eachOnce(found);
  };
}

/**
 * Makes the function that sorts the tokens of a sentence by who looks at them, for all tests in one
 * walk: the nth list holds the tokens whose word passes the nth test.
 */
function createStarts(
  tests: readonly ((word: string) => boolean)[],
): (prose: Prose) => (sentence: Sentence) => readonly (readonly number[])[] {
  const readTraits = createTraits(tests);
  return ({ tokens }) => {
    const traits = readTraits(tokens);
    return ({ firstToken, endToken }) => {
      // Most sentences have none for most tests; for those no list is made.
      let starts = noStarts;
      for (let at = firstToken; at < endToken; at++) {
        const bits = traits[at] ?? 0;
        if (bits === 0) continue;
        if (starts === noStarts) starts = tests.map(() => none);
        for (let index = 0; index < tests.length; index++) {
          if ((bits & (1 << index)) === 0) continue;
          const list = starts[index];
          if (list === none || !list) starts[index] = [at];
          else list.push(at);
        }
      }
      return starts;
    };
  };
}

/** No tokens; never added to. */
const none: number[] = [];
const noStarts: number[][] = [];

/** Gives the items (sorted by start) that touch each of a row of spans asked in order. */
function createWalk(items: readonly Span[]): (span: Span) => readonly Span[] {
  let next = 0;
  let open: Span[] = [];
  return (span) => {
    while (next < items.length && (items[next]?.start ?? 0) < span.end)
      open.push(items[next++] as Span);
    if (open.length === 0) return open;
    open = open.filter((item) => item.end > span.start);
    return open.filter((item) => overlaps(item, span));
  };
}

/** Bylines and captions name what a text rests on; other furniture does not. */
function isOutside({ kind }: Noise): boolean {
  return kind !== "byline" && kind !== "caption";
}

/** A title that a writer led in to and whose link was lost is cited all the same. */
function citedHeadlines({ text }: Prose, noise: readonly Noise[]): Reference[] {
  return noise
    .filter(({ rule }) => rule === "noise/headline-led-in")
    .map(({ start, end }) => ({
      start,
      end,
      name: text.slice(start, end),
      kind: "document",
      url: null,
      rule: "references/cited-headline",
    }));
}

/** First mentions only; a mention inside a longer one (the outlet in an account's name) is dropped. */
function eachOnce(found: readonly Reference[]): Reference[] {
  const sorted = [...found].sort((a, b) => a.start - b.start || b.end - a.end);
  const names = new Set<string>();
  const kept: Reference[] = [];
  let end = -1;
  for (const reference of sorted) {
    if (reference.start < end) continue;
    end = reference.end;
    const key = reference.url ?? reference.name.toLowerCase().replace(/^the /, "");
    if (names.has(key)) continue;
    names.add(key);
    kept.push(reference);
  }
  return kept;
}
