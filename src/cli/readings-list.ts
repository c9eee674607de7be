import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { Readings } from "../read/readings.ts";
import { excerpt, lineOf } from "./text.ts";

/** One document's readings as a list for people: line, kind, words, details. */
export function readingsList(document: Document, readings: Readings): string {
  const { text } = document;
  const rows: { start: number; kind: string; words: string; detail: string }[] = [];
  const add = (kind: string, span: Span, detail: readonly (string | null | false)[]): void => {
    rows.push({
      start: span.start,
      kind,
      words: excerpt(text.slice(span.start, span.end), 60),
      detail: detail.filter((part) => part !== null && part !== false && part !== "").join(", "),
    });
  };
  for (const one of readings.noise) add("not the text", one, [one.kind]);
  for (const one of readings.voices) add("writer", one, [one.name ?? "unnamed"]);
  for (const one of readings.attributions) {
    const place = one.content[0] ?? one.cue[0];
    if (!place) continue;
    add("attribution", place, [
      `${one.sourceName ?? "unnamed source"} ${one.attitude}`,
      one.kind,
      one.distancing && "distancing",
      one.via.length > 0 && `via ${one.via.join(" ← ")}`,
    ]);
  }
  for (const one of readings.scareQuotes) add("scare quotes", one, []);
  for (const one of readings.figures)
    add("figure", one, [
      [one.qualifier, one.range ? one.range.join("–") : String(one.value ?? ""), one.unit]
        .filter((part) => part)
        .join(" "),
      one.what,
      one.place,
      one.edtf,
      one.attributedTo && `says ${one.attributedTo}`,
    ]);
  for (const one of readings.dates) add("date", one, [one.edtf, one.kind]);
  for (const one of readings.references) add("reference", one, [one.kind, one.name, one.url]);
  for (const one of readings.mentions)
    add("name", one, [one.kind, one.name, one.inferred && "inferred"]);
  for (const one of readings.wording)
    add("wording", one, [one.concept, one.label, one.voice, one.negated && "negated"]);
  rows.sort((a, b) => a.start - b.start);
  const head = [
    document.title ?? document.file,
    [
      document.file,
      readings.language ?? "language not told",
      document.published ? `published ${document.published}` : "no date",
      document.completeness === "excerpt" && "an excerpt",
      `${readings.sentences.length} sentences`,
    ]
      .filter((part) => part)
      .join(" · "),
  ];
  const lines = rows.map(
    ({ start, kind, words, detail }) =>
      `${String(lineOf(text, start)).padStart(5)}  ${kind.padEnd(13)} “${words}”${detail ? `  ${detail}` : ""}`,
  );
  return `${[...head, ...lines].join("\n")}\n`;
}
