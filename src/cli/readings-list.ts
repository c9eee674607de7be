import { notRead } from "../document/absence.ts";
import type { Document } from "../document/document.ts";
import type { Span } from "../document/span.ts";
import type { Explanations } from "../read/explain.ts";
import type { Explanation } from "../read/explanation.ts";
import type { Readings } from "../read/readings.ts";
import { excerpt, lineOf } from "./text.ts";

/**
 * One document's readings as a list for people: line, kind, words, details; and under each, where
 * explanations are given, why it was made.
 */
export function readingsList(
  document: Document,
  readings: Readings,
  explanations?: Explanations,
): string {
  const { text } = document;
  const rows: { start: number; kind: string; words: string; detail: string; why: string }[] = [];
  const add = (
    kind: string,
    span: Span,
    detail: readonly (string | null | false)[],
    why: Explanation | undefined,
  ): void => {
    rows.push({
      why: why ? whyInWords(why) : "",
      start: span.start,
      kind,
      words: excerpt(text.slice(span.start, span.end), 60),
      detail: detail.filter((part) => part !== null && part !== false && part !== "").join(", "),
    });
  };
  for (const [at, one] of readings.noise.entries())
    add("not the text", one, [one.kind], explanations?.noise[at]);
  for (const [at, one] of readings.voices.entries())
    add("writer", one, [one.name ?? "unnamed"], explanations?.voices[at]);
  for (const [at, one] of readings.attributions.entries()) {
    const place = one.content[0] ?? one.cue[0];
    if (!place) continue;
    add(
      "attribution",
      place,
      [
        `${one.sourceName ?? "unnamed source"} ${one.attitude}`,
        one.kind,
        one.distancing && "distancing",
        one.via.length > 0 && `via ${one.via.join(" ← ")}`,
      ],
      explanations?.attributions[at],
    );
  }
  for (const [at, one] of readings.scareQuotes.entries())
    add("scare quotes", one, [], explanations?.scareQuotes[at]);
  for (const [at, one] of readings.figures.entries())
    add(
      "figure",
      one,
      [
        [one.qualifier, one.range ? one.range.join("–") : String(one.value ?? ""), one.unit]
          .filter((part) => part)
          .join(" "),
        one.what,
        one.place,
        one.edtf,
        one.attributedTo && `says ${one.attributedTo}`,
      ],
      explanations?.figures[at],
    );
  for (const [at, one] of readings.dates.entries())
    add("date", one, [one.edtf, one.kind], explanations?.dates[at]);
  for (const [at, one] of readings.references.entries())
    add("reference", one, [one.kind, one.name, one.url], explanations?.references[at]);
  for (const [at, one] of readings.mentions.entries())
    add("name", one, [one.kind, one.name, one.inferred && "inferred"], explanations?.mentions[at]);
  for (const [at, one] of readings.wording.entries())
    add(
      "wording",
      one,
      [one.concept, one.label, one.voice, one.negated && "negated"],
      explanations?.wording[at],
    );
  rows.sort((a, b) => a.start - b.start);
  const unread = notRead(readings.language);
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
    ...(unread === null
      ? []
      : [`not read: ${unread}; only sentences, writers and what is not the text are told`]),
  ];
  const lines = rows.map(
    ({ start, kind, words, detail, why }) =>
      `${String(lineOf(text, start)).padStart(5)}  ${kind.padEnd(13)} “${words}”${detail ? `  ${detail}` : ""}${why ? `\n${" ".repeat(22)}${why}` : ""}`,
  );
  return `${[...head, ...lines].join("\n")}\n`;
}

function whyInWords({ because, rule, model, score01 }: Explanation): string {
  const sure = score01 === undefined ? "" : `, ${Math.round(score01 * 100)} % sure of the cue`;
  return `why: ${because} (rule ${rule}${model ? `, model ${model}${sure}` : ""})`;
}
