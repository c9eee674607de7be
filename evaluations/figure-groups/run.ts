import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import type { FigureEntry, FigureGroup } from "../../src/compare/figures/figures.ts";
import { relateEntries } from "../../src/compare/figures/relate.ts";
import { overlaps, type Span } from "../../src/document/span.ts";
import type { Counts } from "../bootstrap.ts";
import { readSet } from "../compressed.ts";
import { type Evaluation, f1Metric, type Metric, type Miss } from "../measure.ts";
import { compareGroup, type Report } from "./compare-group.ts";

type Tuple = Span & {
  readonly group: number;
  readonly document: string;
  readonly what: string;
  readonly value?: number;
  readonly vague?: string;
  readonly qualifier?: string;
  readonly quantity: string;
};
type Place = readonly [document: string, start: number];
type Relation = {
  readonly group: number;
  readonly a: Place;
  readonly b: Place;
  readonly relation: string;
};

const here = dirname(fileURLToPath(import.meta.url));
const file = join("data", "same-event", "fa-kes-dev.jsonl.gz");

/** Numbers of people to whom something was done: all of them are in the gold. */
const tolls = new Set(["killed", "wounded", "missing", "displaced", "arrested"]);
const notComparable = "not comparable";
const labels = ["same", "compatible", "conflict", "update", notComparable];

/** Figures of reports of one day and place: what each source's number is, and how they stand to each other. */
export const evaluation: Evaluation = {
  name: "figure-groups",
  needs: [file],
  worst: "In the order of the groups.",
  kinds: {
    missed: "gold has this number, and it was not read with its value.",
    what: "the number was read, and as a count of something else.",
    qualifier: "the number was read, and with another qualifier.",
    "not in gold": "a toll, or a figure of several documents, that gold does not have.",
    "relation:": "two numbers of two documents stand to each other otherwise than gold says.",
  },
  async run(shared) {
    const tuples = lines<Tuple>("gold.jsonl");
    const relations = lines<Relation>("relations.jsonl");
    const published = JSON.parse(readFileSync(join(here, "published.json"), "utf8")) as Readonly<
      Record<string, string>
    >;
    const sets = readSet<{ docs: Report[] }>(shared, file);
    const misses: Miss[] = [];
    const halves = { seen: emptyHalf(), unseen: emptyHalf() };
    for (const group of [...new Set(tuples.map((tuple) => tuple.group))]) {
      const gold = tuples.filter((tuple) => tuple.group === group);
      const marked = new Set(gold.map(({ document }) => document));
      const reports = (sets[group]?.docs ?? []).filter(({ id }) => marked.has(id));
      const found = await compareGroup(reports, published);
      const half = group % 2 === 0 ? halves.seen : halves.unseen;
      // The errors of the unseen half are counted and not shown.
      const shown = group % 2 === 0 ? misses : [];
      const texts = new Map(reports.map(({ id, text }) => [id, text]));
      const matched = scoreTuples(gold, found, half, shown, texts);
      const own = relations.filter((relation) => relation.group === group);
      scoreRelations(gold, own, matched, half, shown, texts);
    }
    return {
      metrics: Object.entries(halves).flatMap(([name, half]) => metricsOf(name, half)),
      misses,
    };
  },
};

type Half = { readonly tuples: Counts[]; readonly labels: Map<string, Counts> };

function emptyHalf(): Half {
  return {
    tuples: [],
    labels: new Map(labels.map((label) => [label, { hits: 0, found: 0, gold: 0 }])),
  };
}

function metricsOf(half: string, { tuples, labels: counts }: Half): Metric[] {
  const f1s = [...counts].map(([label, of]) => f1Metric(`${half}: ${label}`, [of]));
  const pairs = [...counts.values()].reduce((sum, { gold }) => sum + gold, 0);
  const macro = f1s.reduce((sum, { value }) => sum + value, 0) / f1s.length;
  return [
    f1Metric(`${half}: tuples`, tuples, 0.75),
    { name: `${half}: relations, macro`, value: macro, n: pairs, target: 0.7 },
    ...f1s,
  ];
}

/** A figure as found, with the group in which it stands. */
type Found = { readonly entry: FigureEntry; readonly group: FigureGroup };

function scoreTuples(
  gold: readonly Tuple[],
  groups: readonly FigureGroup[],
  half: Half,
  misses: Miss[],
  texts: ReadonlyMap<string, string>,
): Map<Tuple, Found> {
  const all = groups.flatMap((group) => group.entries.map((entry): Found => ({ entry, group })));
  const matched = new Map<Tuple, Found>();
  const used = new Set<Found>();
  let hits = 0;
  for (const tuple of gold) {
    const at = all.filter(
      ({ entry }) =>
        entry.documentId === tuple.document && entry.evidence.some((span) => overlaps(span, tuple)),
    );
    const one = at.find(
      (found) =>
        !used.has(found) &&
        (tuple.vague === undefined
          ? found.entry.value === tuple.value
          : found.entry.value === null),
    );
    const miss = (kind: string, detail: string) =>
      misses.push({
        kind,
        place: `${tuple.group} ${tuple.document}`,
        detail,
        shown: {
          text: texts.get(tuple.document) ?? "",
          gold: [tuple],
          found: one ? one.entry.evidence : [],
        },
      });
    const wanted = `${tuple.value ?? tuple.vague} ${tuple.what}`;
    if (!one) {
      miss(
        "missed",
        `${wanted}; there: ${at.map(({ entry }) => entry.value).join(", ") || "nothing"}`,
      );
      continue;
    }
    used.add(one);
    matched.set(tuple, one);
    const sameWhat = tuple.what === "other" || tuple.what === one.group.what;
    const sameQualifier = (tuple.qualifier ?? null) === one.entry.qualifier;
    if (sameWhat && sameQualifier) hits++;
    if (!sameWhat) miss("what", `${wanted}, read as ${one.group.what}`);
    if (!sameQualifier)
      miss("qualifier", `${tuple.qualifier ?? "none"}, read as ${one.entry.qualifier ?? "none"}`);
  }
  const counted = all.filter(({ group }) => tolls.has(group.what) || group.documents > 1);
  for (const found of counted)
    if (!used.has(found))
      misses.push({
        kind: "not in gold",
        place: found.entry.documentId,
        detail: `${found.entry.value} ${found.group.what}`,
        shown: {
          text: texts.get(found.entry.documentId) ?? "",
          gold: [],
          found: found.entry.evidence,
        },
      });
  const extra = [...used].filter((found) => !counted.includes(found)).length;
  half.tuples.push({ hits, found: counted.length + extra, gold: gold.length });
  return matched;
}

/** Pairs of different numbers of one kind in two documents; a number told twice is one. */
function scoreRelations(
  gold: readonly Tuple[],
  relations: readonly Relation[],
  matched: ReadonlyMap<Tuple, Found>,
  half: Half,
  misses: Miss[],
  texts: ReadonlyMap<string, string>,
): void {
  const units = new Map<string, Tuple[]>();
  for (const tuple of gold) {
    const { document, what, quantity, value, vague, qualifier } = tuple;
    const key = [document, what, quantity, value ?? vague, qualifier ?? ""].join("|");
    units.set(key, [...(units.get(key) ?? []), tuple]);
  }
  const wanted = new Map<string, string>();
  for (const { a, b, relation } of relations) {
    wanted.set(`${a.join("|")}>${b.join("|")}`, relation);
    wanted.set(`${b.join("|")}>${a.join("|")}`, relation);
  }
  const list = [...units.values()];
  for (const [at, a] of list.entries()) {
    for (const b of list.slice(at + 1)) {
      const [one, other] = [a[0], b[0]];
      if (!one || !other || one.document === other.document || one.what !== other.what) continue;
      const label =
        wanted.get(`${one.document}|${one.start}>${other.document}|${other.start}`) ??
        notComparable;
      const found = relationFound(a, b, matched);
      const of = half.labels.get(label);
      const as = half.labels.get(found);
      if (of) half.labels.set(label, { ...of, gold: of.gold + 1 });
      if (found === label && of)
        half.labels.set(label, { hits: of.hits + 1, found: of.found + 1, gold: of.gold + 1 });
      else {
        if (as) half.labels.set(found, { ...as, found: as.found + 1 });
        misses.push({
          kind: `relation: ${label}, found ${found}`,
          place: `${one.group} ${one.document} / ${other.document}`,
          detail: [one, other]
            .map(({ document, start, end, quantity }) => {
              const text = texts.get(document) ?? "";
              return `${quantity}: …${text.slice(Math.max(0, start - 60), start)}[${text.slice(start, end)}]${text.slice(end, end + 80)}…`;
            })
            .join("\n"),
        });
      }
    }
  }
}

function relationFound(
  a: readonly Tuple[],
  b: readonly Tuple[],
  matched: ReadonlyMap<Tuple, Found>,
): string {
  const left = a.flatMap((tuple) => matched.get(tuple) ?? []);
  const right = b.flatMap((tuple) => matched.get(tuple) ?? []);
  if (left.length === 0 || right.length === 0) return "none";
  for (const one of left)
    for (const other of right)
      if (one.group === other.group) return relateEntries(one.entry, other.entry);
  return notComparable;
}

function lines<T>(name: string): T[] {
  return readFileSync(join(here, name), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}
