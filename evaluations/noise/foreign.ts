import type { Noise } from "../../src/read/noise/noise.ts";
import type { Counts } from "../bootstrap.ts";
import { f1Metric, type Metric, type Miss } from "../measure.ts";

type Article = { readonly id: string; readonly text: string };
/** A text whose head is planted; with its headline where it has one. */
type Donor = { readonly title?: string; readonly text: string };

/** A donor's head is prose: at least so many paragraphs, the first of at least so many words. */
const donorParagraphs = 4;
const donorWords = 12;

/** The texts whose head is prose: from some pages only furniture was kept. */
export function proseDonors<T extends Donor>(texts: readonly T[]): T[] {
  return texts.filter(({ text }) => {
    const [first = "", ...others] = paragraphs(text);
    return (
      others.length >= donorParagraphs - 1 &&
      first.split(/\s+/).length >= donorWords &&
      /[.!?"”]$/.test(first)
    );
  });
}

/** Where in an article another text's head is planted. */
export type Place = "tail" | "middle";

/**
 * How well the head of another text is found, planted into every article: two to six paragraphs,
 * at the end or between two paragraphs of the second or third quarter. Which text, how much of it
 * and where follow from the article's number. Characters that are not white space are counted.
 */
export function foreignMetric(
  name: string,
  place: Place,
  articles: readonly Article[],
  donors: readonly Donor[],
  read: (text: string) => readonly Noise[],
  misses: Miss[],
): Metric {
  const counts: Counts[] = [];
  articles.forEach(({ id, text }, index) => {
    const donor = donors[(index * 37 + 11) % donors.length];
    const own = paragraphs(text);
    if (!donor || own.length < 4) return;
    const head = paragraphs(donor.text).slice(0, 2 + (index % 5));
    const foreign = donor.title === undefined ? head : [donor.title, ...head];
    const at = place === "tail" ? own.length : between(own.length, index);
    const before = own.slice(0, at).join("\n\n");
    const planting = foreign.join("\n\n");
    const whole = [before, planting, ...own.slice(at)].join("\n\n");
    const start = before.length + 2;
    const end = start + planting.length;
    const topics = read(whole).filter(({ kind }) => kind === "unrelated");
    let hit = 0;
    let found = 0;
    for (const topic of topics) {
      found += visible(whole.slice(topic.start, topic.end));
      const from = Math.max(start, topic.start);
      const to = Math.min(end, topic.end);
      if (from < to) hit += visible(whole.slice(from, to));
    }
    counts.push({ hits: hit, found, gold: visible(planting) });
    if (hit * 2 < visible(planting))
      misses.push({
        kind: `${name} missed`,
        place: id,
        detail: `${foreign.length} paragraphs of another text, after ${at} of ${own.length} own`,
        weight: visible(planting) - hit,
        shown: { text: whole, gold: [{ start, end }], found: topics },
      });
  });
  return { ...f1Metric(name, counts), n: counts.length };
}

function paragraphs(text: string): string[] {
  return text.split(/\s*\n\s*/).filter((paragraph) => paragraph !== "");
}

function between(paragraphs: number, index: number): number {
  return Math.max(1, Math.floor(paragraphs * (0.25 + 0.05 * ((index * 7) % 10))));
}

function visible(text: string): number {
  return text.replace(/\s+/g, "").length;
}
