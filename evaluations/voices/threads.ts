import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Readings } from "../../src/read/readings.ts";
import { f1, type Metric, type Miss } from "../measure.ts";
import { readPages } from "../pages.ts";

/**
 * Own threads of many forms, in which every passage with a name (`_` where there is none) begins a
 * new writer: where writers begin, and whether those who are named are named rightly.
 */
export function threadMetrics(
  file: string,
  label: string,
  read: (id: string, text: string) => Readings,
  misses: Miss[],
): Metric[] {
  const path = fileURLToPath(new URL(`threads/${file}.txt`, import.meta.url));
  const counts = { hits: 0, found: 0, gold: 0, names: 0, named: 0, whole: 0, single: 0 };
  for (const { id, text, lines } of readPages(readFileSync(path, "utf8"))) {
    const voices = read(id, text).voices;
    const writers = lines.filter(({ kind }) => kind !== null);
    if (writers.length === 0) {
      counts.single++;
      if (voices.length === 0) counts.whole++;
    }
    const first = lines[0]?.start ?? 0;
    const starts = new Map(
      voices.filter(({ start }) => start > first).map((voice) => [voice.start, voice]),
    );
    for (const { start, kind } of writers) {
      if (kind !== null && kind !== "_" && starts.has(start)) {
        counts.named++;
        if (starts.get(start)?.name?.toLowerCase() === kind.toLowerCase()) counts.names++;
        else
          misses.push({
            kind: "other name",
            place: id,
            detail: `${starts.get(start)?.name}, ${kind}`,
          });
      }
      if (start === first) continue;
      counts.gold++;
      if (starts.has(start)) counts.hits++;
      else misses.push({ kind: "missed", place: id, detail: text.slice(start, start + 60) });
    }
    counts.found += starts.size;
    for (const [start, { rule }] of starts)
      if (!writers.some((writer) => writer.start === start))
        misses.push({ kind: "in vain", place: id, detail: text.slice(start, start + 60), rule });
  }
  const { precision, recall, f1: value } = f1(counts.hits, counts.found, counts.gold);
  return [
    { name: `new writers, ${label} (F1)`, value, n: counts.gold, precision, recall },
    { name: `names, ${label}`, value: counts.names / counts.named, n: counts.named },
  ];
}
