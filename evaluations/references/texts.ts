import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Span } from "../../src/document/span.ts";
import type { Reference } from "../../src/read/references/references.ts";
import { f1, type Metric, type Miss } from "../measure.ts";

type Gold = Span & { readonly kind: string; readonly optional?: boolean };
type Marked = { readonly id: string; readonly text: string; readonly gold: readonly Gold[] };

/** Own texts in which every reference is marked where it is first named: `{kind|words}`. */
export function ownTexts(name: string): Marked[] {
  return readHere(`texts/${name}.txt`)
    .split(/^=== /m)
    .slice(1)
    .map((part) => {
      const [id = "", ...lines] = part.split("\n");
      const gold: Gold[] = [];
      let text = "";
      for (const piece of lines
        .join("\n")
        .trim()
        .split(/(\{[a-z]+\|[^{}]*\})/)) {
        const [, kind, words] = /^\{([a-z]+)\|([^{}]*)\}$/.exec(piece) ?? [];
        const start = text.length;
        text += words ?? piece;
        if (kind) gold.push({ start, end: text.length, kind });
      }
      return { id: id.trim(), text, gold };
    });
}

/** Articles of others, in which references were marked by hand as offsets; the file holds no text. */
export function othersTexts(
  name: string,
  articles: readonly { readonly id: string; readonly text: string }[],
): Marked[] {
  const marked = JSON.parse(readHere(`texts/${name}.json`)) as Readonly<
    Record<string, readonly Gold[]>
  >;
  return articles.flatMap(({ id, text }) => {
    const gold = marked[id];
    return gold ? [{ id, text, gold }] : [];
  });
}

function readHere(path: string): string {
  return readFileSync(fileURLToPath(new URL(path, import.meta.url)), "utf8");
}

/** References match where they overlap or one's name holds the other's, once each in a text. */
export function referenceMetric(
  name: string,
  texts: readonly Marked[],
  read: (id: string, text: string) => readonly Reference[],
  misses: Miss[],
): Metric {
  const counts = { hits: 0, found: 0, gold: 0 };
  for (const { id, text, gold } of texts) {
    const open = [...gold];
    for (const reference of read(id, text)) {
      const at = open.findIndex((one) => matches(text, one, reference));
      const hit = at < 0 ? undefined : open.splice(at, 1)[0];
      if (hit?.optional) continue;
      counts.found++;
      if (hit) counts.hits++;
      else
        misses.push({
          kind: "in vain, other texts",
          place: id,
          detail: `${reference.kind} ${reference.name}`,
          rule: reference.rule,
        });
    }
    counts.gold += gold.filter(({ optional }) => !optional).length;
    for (const { start, end, kind, optional } of open)
      if (!optional)
        misses.push({
          kind: "missed, other texts",
          place: id,
          detail: `${kind} ${text.slice(start, end)}`,
        });
  }
  const { precision, recall, f1: value } = f1(counts.hits, counts.found, counts.gold);
  return { name, value, n: counts.gold, precision, recall };
}

function matches(text: string, gold: Gold, found: Reference): boolean {
  if (gold.start < found.end && found.start < gold.end) return true;
  const [a, b] = [text.slice(gold.start, gold.end).toLowerCase(), found.name.toLowerCase()];
  return a.includes(b) || b.includes(a);
}
