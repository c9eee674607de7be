import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { TimelineEvent } from "../../src/compare/timeline/timeline.ts";
import { analyzeCase, findingsOf } from "../../src/pipeline/analyze.ts";
import { type Evaluation, f1, type Miss } from "../measure.ts";

type Gold = {
  /** Document → where a date starts → the event that it dates; null where it dates none. */
  readonly mentions: Readonly<Record<string, Readonly<Record<string, string | null>>>>;
  /** Events that are one and the same, told under different dates. */
  readonly disagree: readonly (readonly [string, string])[];
};

/** A dated place: the gold event, and the found one, undefined where the place is in none. */
type Dated = {
  readonly documentId: string;
  readonly start: string;
  readonly gold: string | null;
  readonly found: TimelineEvent | undefined;
};

const example = fileURLToPath(new URL("../../examples/brenna-strait", import.meta.url));
const goldFile = fileURLToPath(new URL("gold.json", import.meta.url));

/** Which dates of the bundled example date the same event, as its writer means it. */
export const evaluation: Evaluation = {
  name: "timeline",
  needs: [],
  kinds: {
    apart: "two documents tell of one event, and the timeline shows two",
    "one event": "two events are shown as one",
    "not disputed": "an event is told under two dates, and the timeline does not say so",
    disputed: "two events are shown as one under two dates",
  },
  async run() {
    const { mentions, disagree } = JSON.parse(readFileSync(goldFile, "utf8")) as Gold;
    const events = await findEvents();
    const at = new Map<string, TimelineEvent>();
    for (const event of events)
      for (const { evidence } of event.entries) {
        const date = evidence.at(-1);
        if (date) at.set(`${date.documentId}|${date.start}`, event);
      }
    const dated = Object.entries(mentions).flatMap(([documentId, starts]) =>
      Object.entries(starts).map(
        ([start, gold]): Dated => ({
          documentId,
          start,
          gold,
          found: at.get(`${documentId}|${start}`),
        }),
      ),
    );
    const merged = mergedPairs(dated);
    const disputed = disputedPairs(dated, events, disagree);
    return {
      metrics: [
        { name: "dates of one event (pairs, F1)", ...merged.score, n: merged.gold, target: 0.8 },
        { name: "told under other dates (F1)", ...disputed.score, n: disagree.length },
      ],
      misses: [...merged.misses, ...disputed.misses],
    };
  },
};

async function findEvents(): Promise<readonly TimelineEvent[]> {
  const folder = mkdtempSync(join(tmpdir(), "parallax-timeline-"));
  try {
    cpSync(example, folder, { recursive: true, filter: (path) => !path.includes(".parallax") });
    const analyzed = await analyzeCase(folder, { environment: process.env });
    const events = await findingsOf(analyzed.store, "timeline");
    analyzed.close();
    return events;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function mergedPairs(dated: readonly Dated[]) {
  const misses: Miss[] = [];
  let hits = 0;
  let found = 0;
  let gold = 0;
  for (const [index, a] of dated.entries()) {
    for (const b of dated.slice(index + 1)) {
      const isOne = a.gold !== null && a.gold === b.gold;
      const isFound = a.found !== undefined && a.found === b.found;
      if (isOne) gold++;
      if (isFound) found++;
      if (isOne && isFound) hits++;
      if (isOne === isFound) continue;
      misses.push({
        kind: isOne ? "apart" : "one event",
        place: `${a.documentId}, ${b.documentId}`,
        detail: `${a.gold} / ${b.gold}\n${wordsAt(a)}\n${wordsAt(b)}`,
      });
    }
  }
  const { f1: value, precision, recall } = f1(hits, found, gold);
  return { score: { value, precision, recall }, gold, misses };
}

function wordsAt({ documentId, start, found }: Dated): string {
  const entry = found?.entries.find(({ evidence }) => {
    const date = evidence.at(-1);
    return date?.documentId === documentId && String(date.start) === start;
  });
  return entry ? `${found?.edtf}: ${entry.evidence[0].text}` : "in no event";
}

function disputedPairs(
  dated: readonly Dated[],
  events: readonly TimelineEvent[],
  disagree: Gold["disagree"],
) {
  const names = new Map<string, Set<string>>();
  for (const { found, gold } of dated) {
    if (!found || gold === null) continue;
    names.set(found.id, (names.get(found.id) ?? new Set()).add(gold));
  }
  const isGold = (a: string, b: string) =>
    disagree.some(([x, y]) => {
      const [left, right] = [names.get(a), names.get(b)];
      return (left?.has(x) && right?.has(y)) || (left?.has(y) && right?.has(x));
    });
  const misses: Miss[] = [];
  let hits = 0;
  let found = 0;
  for (const { id, what, disagreesWith } of events)
    for (const other of disagreesWith) {
      if (other <= id) continue;
      found++;
      if (isGold(id, other)) hits++;
      else misses.push({ kind: "disputed", place: id, detail: what });
    }
  const reached = disagree.filter(([x, y]) =>
    events.some(({ id, disagreesWith }) =>
      disagreesWith.some(
        (other) => names.get(id)?.has(x) === true && names.get(other)?.has(y) === true,
      ),
    ),
  );
  for (const pair of disagree)
    if (!reached.includes(pair))
      misses.push({ kind: "not disputed", place: pair[0], detail: pair.join(" / ") });
  const precision = found > 0 ? hits / found : 0;
  const recall = reached.length / disagree.length;
  const value = precision + recall > 0 ? (2 * precision * recall) / (precision + recall) : 0;
  return { score: { value, precision, recall }, misses };
}
