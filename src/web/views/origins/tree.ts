import { daysOf } from "../../../document/edtf.ts";

/** A document in the tree of a reused text: the text itself first, every copy under what it came from. */
export type TreeNode = {
  readonly documentId: string;
  /** Its place among the copies; null for the text. */
  readonly copyAt: number | null;
  /** Place of what it came from among the nodes; null for the text. */
  readonly parent: number | null;
  readonly depth: number;
};

/** Where a publication stands on an axis from 0 to 1; `to` is greater where only a span is known. */
export type Place = { readonly from: number; readonly to: number };

type Came = { readonly documentId: string; readonly via: string | null };

/**
 * The text with its copies as a tree, in the order in which it is read: each copy under the document
 * it came by way of, else under the text; those of one document in the order that is given.
 */
export function treeOf(documentId: string, copies: readonly Came[]): TreeNode[] {
  const under = new Map<string, number[]>();
  const known = new Set(copies.map((copy) => copy.documentId));
  copies.forEach(({ documentId: own, via }, at) => {
    const from = via !== null && via !== own && known.has(via) ? via : documentId;
    const list = under.get(from);
    if (list) list.push(at);
    else under.set(from, [at]);
  });
  const nodes: TreeNode[] = [{ documentId, copyAt: null, parent: null, depth: 0 }];
  const placed = new Set<number>();
  const place = (id: string, parent: number, depth: number) => {
    for (const at of under.get(id) ?? []) {
      if (placed.has(at)) continue;
      placed.add(at);
      const own = copies[at]?.documentId ?? "";
      nodes.push({ documentId: own, copyAt: at, parent, depth });
      place(own, nodes.length - 1, depth + 1);
    }
  };
  place(documentId, 0, 1);
  // Copies that name each other as their way hang on nothing: they stand under the text.
  copies.forEach(({ documentId: own }, at) => {
    if (placed.has(at)) return;
    placed.add(at);
    nodes.push({ documentId: own, copyAt: at, parent: 0, depth: 1 });
    place(own, nodes.length - 1, 2);
  });
  return nodes;
}

const dayMs = 86_400_000;

/**
 * Publications on one axis, the first at 0 and the last at 1; null for one without a date, which is
 * nowhere. Among days a day is a place; beside an hour it is as long as it is.
 */
export function placesOf(published: readonly (string | null)[]): (Place | null)[] {
  const hasHours = published.some((date) => date !== null && instantOf(date) !== null);
  const spans = published.map((date) => spanOf(date, hasHours));
  const dated = spans.filter((span) => span !== null);
  const first = Math.min(...dated.map(({ from }) => from));
  const last = Math.max(...dated.map(({ to }) => to));
  const on = (at: number) => (last > first ? (at - first) / (last - first) : 0);
  return spans.map((span) => span && { from: on(span.from), to: on(span.to) });
}

/** First and last instant that a date can mean; where only days count, a day stands at its beginning. */
function spanOf(published: string | null, hasHours: boolean): Place | null {
  if (published === null) return null;
  const instant = instantOf(published);
  if (instant !== null) return { from: instant, to: instant };
  const days = daysOf(published);
  if (!days?.from || !days.to) return null;
  const [from, to] = [Date.parse(days.from), Date.parse(days.to)];
  return { from, to: hasHours ? to + dayMs : to };
}

function instantOf(published: string): number | null {
  const instant = published.includes("T") ? Date.parse(published) : Number.NaN;
  return Number.isNaN(instant) ? null : instant;
}
