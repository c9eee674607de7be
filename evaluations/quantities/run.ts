import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parse } from "yaml";
import type { FigureEntry, FigureGroup } from "../../src/compare/figures/figures.ts";
import { relateEntries } from "../../src/compare/figures/relate.ts";
import { overlaps, type Span } from "../../src/document/span.ts";
import { compareGroup } from "../figure-groups/compare-group.ts";
import { type Evaluation, f1Metric, type Metric, type Miss } from "../measure.ts";

type Told = {
  readonly id: string;
  readonly source: string;
  readonly published: string;
  readonly text: string;
};
type Marked = {
  readonly case: string;
  readonly documents: readonly Told[];
  /** Quantity → two of its variants → how they stand to each other. */
  readonly relations: Readonly<Record<string, Readonly<Record<string, string>>>>;
};
/** A number as gold has it. */
type Gold = Span & {
  readonly documentId: string;
  readonly words: string;
  readonly quantity: string;
  readonly variant: string;
};
type Found = { readonly entry: FigureEntry; readonly group: FigureGroup };

const file = fileURLToPath(new URL("texts.yaml", import.meta.url));
const labels = ["same", "compatible", "conflict", "update"];
const apart = "not comparable";

/** Money, lengths, areas, votes, shares, prices, soldiers, times: what is counted beside victims. */
export const evaluation: Evaluation = {
  name: "quantities",
  needs: [],
  kinds: {
    unread: "the number was not read",
    apart: "two numbers count the same, and are shown as two quantities",
    together: "two numbers count different things, and are shown as one quantity",
    relation: "two numbers of one quantity stand to each other otherwise than gold says",
  },
  async run() {
    const cases = parse(readFileSync(file, "utf8")) as readonly Marked[];
    const misses: Miss[] = [];
    const metrics: Metric[] = [];
    for (const one of cases) metrics.push(...(await scoreCase(one, misses)));
    return { metrics, misses };
  },
};

async function scoreCase(of: Marked, misses: Miss[]): Promise<Metric[]> {
  const gold: Gold[] = [];
  const reports = of.documents.map(({ id, source, text }) => {
    const read = unmarked(id, text);
    gold.push(...read.gold);
    return { id, source, text: read.text };
  });
  const published = Object.fromEntries(of.documents.map((one) => [one.id, String(one.published)]));
  const groups = await compareGroup(reports, published);
  const all = groups.flatMap((group) => group.entries.map((entry): Found => ({ entry, group })));
  const found = gold.map((mark) =>
    all.find(
      ({ entry }) =>
        entry.documentId === mark.documentId && entry.evidence.some((span) => overlaps(span, mark)),
    ),
  );
  gold.forEach(({ documentId, words }, at) => {
    if (!found[at]) misses.push({ kind: "unread", place: documentId, detail: words });
  });
  const joined = { hits: 0, found: 0, gold: 0 };
  const counts = new Map(labels.map((label) => [label, { hits: 0, found: 0, gold: 0 }]));
  for (const [at, a] of gold.entries())
    for (const [step, b] of gold.slice(at + 1).entries()) {
      if (a.documentId === b.documentId) continue;
      const [one, other] = [found[at], found[at + 1 + step]];
      const wanted = relationOf(a, b, of.relations);
      const shown =
        one && other && one.group === other.group
          ? relateEntries(one.entry, other.entry)
          : undefined;
      if (wanted !== undefined) joined.gold++;
      if (shown !== undefined) joined.found++;
      if (wanted !== undefined && shown !== undefined) joined.hits++;
      const [left, right] = [counts.get(wanted ?? apart), counts.get(shown ?? apart)];
      if (left) left.gold++;
      if (right) right.found++;
      if (left && wanted === shown) left.hits++;
      if (wanted === shown) continue;
      misses.push({
        kind: shown === undefined ? "apart" : wanted === undefined ? "together" : "relation",
        place: `${of.case}: ${a.documentId} / ${b.documentId}`,
        detail: `${a.words} (${a.quantity}) / ${b.words} (${b.quantity}): ${wanted ?? apart}, shown as ${shown ?? apart}; ${read(one)} / ${read(other)}`,
      });
    }
  const f1s = [...counts].map(([label, count]) => f1Metric(`${of.case}: ${label}`, [count]));
  const pairs = [...counts.values()].reduce((sum, count) => sum + count.gold, 0);
  const readCount = found.filter((one) => one !== undefined).length;
  return [
    { name: `${of.case}: read`, value: readCount / gold.length, n: gold.length },
    f1Metric(`${of.case}: one quantity (pairs)`, [joined], 0.75),
    {
      name: `${of.case}: relations, macro`,
      value: f1s.reduce((sum, { value }) => sum + value, 0) / f1s.length,
      n: pairs,
      target: 0.7,
    },
    ...f1s,
  ];
}

function read(found: Found | undefined): string {
  if (!found) return "unread";
  const { value, range, unit, qualifier } = found.entry;
  return `${qualifier ?? ""} ${value ?? range?.join("-")} ${unit} [${found.group.what}]`;
}

function relationOf(a: Gold, b: Gold, relations: Marked["relations"]): string | undefined {
  if (a.quantity !== b.quantity) return undefined;
  if (a.variant === b.variant) return "same";
  return relations[a.quantity]?.[[a.variant, b.variant].sort().join(" ")];
}

const mark = /\[\[([^|\]]+)\|([^|\]]+)(?:\|([^|\]]+))?\]\]/g;

/** The text without its marks, and where they stood. */
function unmarked(documentId: string, marked: string): { text: string; gold: Gold[] } {
  const gold: Gold[] = [];
  let text = "";
  let last = 0;
  for (const match of marked.matchAll(mark)) {
    const [whole, words = "", quantity = "", variant = ""] = match;
    text += marked.slice(last, match.index);
    gold.push({
      documentId,
      start: text.length,
      end: text.length + words.length,
      words,
      quantity,
      variant,
    });
    text += words;
    last = match.index + whole.length;
  }
  return { text: text + marked.slice(last), gold };
}
