import type { Findings } from "../../src/compare/findings.ts";

/** What is left out of a result so that two runs on texts of different lengths can be compared. */
export type Projection = {
  /** Gives a text its original names back. */
  readonly rename: (text: string) => string;
  /** The text of the document that spans without words of their own lie in. */
  readonly text?: string;
};

/** Ids are no names. */
const kept = new Set([
  "documentId",
  "documentIds",
  "sourceId",
  "citedSourceId",
  "carriedBy",
  "side",
  "carriedBySide",
  "absentSide",
  "rule",
]);
/** Made of offsets, counted in them, or an id that goes over to the other with the name. */
const dropped = new Set(["start", "end", "at", "places", "words", "actor"]);

/**
 * A result without offsets: every span becomes the text it covers, and every text has its names
 * exchanged by `rename`.
 */
export function project(value: unknown, to: Projection): unknown {
  if (typeof value === "string") return value.startsWith("@") ? value : to.rename(value);
  if (Array.isArray(value)) return value.map((one) => project(one, to));
  if (value === null || typeof value !== "object") return value;
  const entries = Object.entries(value).flatMap(([key, one]) =>
    dropped.has(key) ? [] : [[key, kept.has(key) ? one : project(one, to)]],
  );
  const projected = Object.fromEntries(entries) as Record<string, unknown>;
  if ("text" in value || !("start" in value) || !("end" in value)) return projected;
  const { start, end } = value as { start: number; end: number };
  return { ...projected, text: to.rename((to.text ?? "").slice(start, end)) };
}

/**
 * Findings in an order that does not depend on offsets or names: ids, which are made of offsets,
 * become what the finding is about, and equals are put in the order of their words.
 */
export function withPlainIds(findings: Findings): Findings {
  const about = new Map<string, string>();
  for (const { id, origin, central, statement } of findings.claims)
    about.set(id, `${origin} ${central?.documentId} ${statement}`);
  for (const { id, what, unit, entries } of findings.figures)
    about.set(id, `${what} ${unit} ${entries.map(({ evidence }) => evidence[0].text)}`);
  for (const { id, edtf, what } of findings.timeline) about.set(id, `${edtf} ${what}`);
  for (const { id, statement, carriedBySide, absentSide } of findings.silence)
    about.set(id, `${statement} ${carriedBySide} ${absentSide}`);
  for (const { id, documentId } of findings.origins) about.set(id, documentId);
  for (const { id, concept } of findings.wording.rows) about.set(id, concept);
  for (const { id, documentId, links } of findings.sourcing.chains)
    about.set(id, `${documentId} ${links}`);
  for (const { id, sourceId, name, kind } of findings.sourcing.citations)
    about.set(id, `${sourceId} ${name} ${kind}`);
  return JSON.parse(JSON.stringify(findings), (key, value: unknown) => {
    if (key === "id" || key === "claimId") return about.get(String(value)) ?? value;
    if (key === "disagreesWith" && Array.isArray(value))
      return value.map((id) => about.get(String(id)) ?? id).sort();
    return value;
  }) as Findings;
}

/** A list in the order of its items' words. */
export function inOrder(list: readonly unknown[]): unknown[] {
  const keyed = list.map((item) => ({ item, key: JSON.stringify(item) }));
  return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ item }) => item);
}
