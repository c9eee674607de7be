import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Noise } from "../../src/read/noise/noise.ts";
import type { Counts } from "../bootstrap.ts";
import { f1Metric, type Metric, type Miss } from "../measure.ts";
import { type Page, readPages } from "../pages.ts";

/** Lines of furniture by document and line number; "optional" counts neither way. */
type MarkedLines = Readonly<Record<string, Readonly<Record<string, string>>>>;
type Text = { readonly id: string; readonly text: string };

/** A line counts as marked when at least this share of its characters is. */
const leastMarked01 = 0.5;

/** The own pages of one file in `pages/`. */
export function ownPages(name: string): Page[] {
  const path = fileURLToPath(new URL(`pages/${name}.txt`, import.meta.url));
  return readPages(readFileSync(path, "utf8"));
}

/** Texts of others with the furniture named by line in `pages/NAME.json`, which holds no text. */
export function othersPages(
  name: string,
  texts: readonly Text[],
  which: "listed" | "all" = "listed",
): Page[] {
  const path = fileURLToPath(new URL(`pages/${name}.json`, import.meta.url));
  const marked = JSON.parse(readFileSync(path, "utf8")) as MarkedLines;
  return texts
    .filter(({ id }) => which === "all" || id in marked)
    .map(({ id, text }) => {
      let at = 0;
      const lines = text.split("\n").map((line, index) => {
        const start = at;
        at += line.length + 1;
        return { start, end: start + line.length, kind: marked[id]?.[index] ?? null };
      });
      return { id, text, lines: lines.filter(({ start, end }) => text.slice(start, end).trim()) };
    });
}

/** How well lines of furniture are found, line by line. */
export function furnitureMetric(
  name: string,
  pages: readonly Page[],
  read: (text: string) => readonly Noise[],
  misses: Miss[],
): Metric {
  const counts: Counts[] = [];
  for (const { id, text, lines } of pages) {
    const noise = read(text);
    let hits = 0;
    let found = 0;
    let gold = 0;
    for (const { start, end, kind } of lines) {
      if (kind === "optional") continue;
      const covered = noise.reduce(
        (sum, one) => sum + Math.max(0, Math.min(one.end, end) - Math.max(one.start, start)),
        0,
      );
      const isMarked = covered >= (end - start) * leastMarked01;
      const weight = text.slice(start, end).replace(/\s+/g, "").length;
      if (kind !== null) gold++;
      if (isMarked) found++;
      if (isMarked && kind !== null) hits++;
      else if (isMarked) {
        const rule = noise.find((one) => one.end > start && one.start < end)?.rule ?? "";
        misses.push({
          kind: "furniture in vain",
          place: id,
          detail: "this line is part of the text",
          rule,
          weight,
          shown: { text, gold: [], found: [{ start, end }] },
        });
      } else if (kind !== null)
        misses.push({
          kind: `${kind} missed`,
          place: id,
          detail: `this line is ${kind}`,
          weight,
          shown: { text, gold: [{ start, end }], found: [] },
        });
    }
    counts.push({ hits, found, gold });
  }
  return f1Metric(name, counts);
}

/** The share of the text proper that stays unmarked; lines of known furniture count neither way. */
export function cleanMetric(
  pages: readonly Page[],
  read: (text: string) => readonly Noise[],
  misses: Miss[],
): Metric {
  let length = 0;
  let marked = 0;
  for (const { id, text, lines } of pages) {
    const noise = read(text);
    for (const { start, end, kind } of lines) {
      if (kind !== null) continue;
      length += end - start;
      for (const one of noise) {
        const from = Math.max(one.start, start);
        const to = Math.min(one.end, end);
        if (from >= to) continue;
        marked += to - from;
        misses.push({
          kind: "clean news marked",
          place: id,
          detail: `marked as ${one.kind}`,
          rule: one.rule,
          weight: to - from,
          shown: { text, gold: [], found: [{ start: from, end: to }] },
        });
      }
    }
  }
  return {
    name: "clean news left unmarked",
    value: 1 - marked / length,
    n: pages.length,
    target: 0.998,
  };
}
