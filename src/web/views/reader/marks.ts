import { withoutMarks } from "../../../document/in-words.ts";
import type { ClaimBeside, Readings } from "../../../serve/types.ts";
import { formatDate } from "../../parts/dates.ts";
import { count } from "../../parts/numbers.ts";
import { stanceInWords } from "../../parts/stance.tsx";
import { texts } from "../../texts.ts";
import { figureInWords } from "../figures/entries.ts";

const words = texts.reader.readings;

/** What can be switched on and off in the reader, in the order of the switches. */
export const kinds = words.kinds;

export type Kind = keyof typeof kinds;

/** One stretch of a mark; `look` is the CSS class that draws it. */
export type Piece = {
  readonly start: number;
  readonly end: number;
  readonly look: string;
  readonly mark: Mark;
};

/** One reading with all its stretches, and what is known of it, for people. */
export type Mark = {
  readonly kind: Kind;
  /** Place of the reading in the list of its kind: its explanation has the same. */
  readonly index: number;
  readonly start: number;
  readonly end: number;
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly rule: string;
  /** Of the kind `claims`: the claim with what others say of it. */
  readonly claim?: ClaimBeside;
};

type Span = { readonly start: number; readonly end: number };

/** Every reading of a document as marks, in order of the text. */
export function marksOf(
  readings: Readings,
  claims: readonly ClaimBeside[] = [],
): { marks: Mark[]; pieces: Piece[] } {
  const pieces: Piece[] = [];
  const marks: Mark[] = [];
  const add = (mark: Mark, stretches: readonly (Span & { look: string })[]) => {
    marks.push(mark);
    for (const { start, end, look } of stretches) pieces.push({ start, end, look, mark });
  };
  for (const [index, reading] of readings.attributions.entries()) {
    const looked = [
      ...reading.source.map((span) => ({ ...span, look: "source-mark" })),
      ...reading.cue.map((span) => ({ ...span, look: "cue-mark" })),
      ...reading.content.map((span) => ({ ...span, look: "content-mark" })),
    ];
    if (looked.length === 0) continue;
    add(
      {
        kind: "attributions",
        index,
        start: Math.min(...looked.map((span) => span.start)),
        end: Math.max(...looked.map((span) => span.end)),
        title: `${reading.sourceName ?? words.nobodyNamed} ${reading.attitude}`,
        facts: facts({
          [words.facts.who]: reading.sourceName
            ? `${reading.sourceName}${reading.sourceInferred ? words.inferred : ""}`
            : words.notNamed,
          [words.facts.kind]: reading.kind,
          [words.facts.attitude]:
            `${reading.negated ? words.not : ""}${reading.attitude}${reading.distancing ? words.withDistance : ""}`,
          [words.facts.through]: reading.via.join(" ← "),
        }),
        rule: reading.rule,
      },
      looked,
    );
  }
  const single = <T extends Span & { rule: string }>(
    kind: Kind,
    list: readonly T[],
    title: (reading: T) => string,
    about: (reading: T) => Readonly<Record<string, string | null>>,
  ) => {
    for (const [index, reading] of list.entries())
      add(
        {
          kind,
          index,
          start: reading.start,
          end: reading.end,
          title: title(reading),
          facts: facts(about(reading)),
          rule: reading.rule,
        },
        [{ start: reading.start, end: reading.end, look: `${kind}-mark` }],
      );
  };
  single(
    "figures",
    readings.figures,
    (f) => [figureInWords(f), f.what].filter(Boolean).join(" "),
    (f) => ({
      [words.facts.number]: figureInWords(f),
      [words.facts.unit]: f.unit,
      [words.facts.counts]: f.what,
      [words.facts.where]: f.place,
      [words.facts.when]: f.edtf && formatDate(f.edtf),
      [words.facts.whose]: f.attributedTo ?? words.voices.own,
      [words.facts.partOf]: f.partOf === null ? null : String(f.partOf),
    }),
  );
  single(
    "dates",
    readings.dates,
    (d) => formatDate(d.edtf),
    (d) => ({
      [words.facts.date]: d.edtf,
      [words.facts.known]: d.kind === "absolute" ? words.asWritten : words.reckoned,
    }),
  );
  single(
    "wording",
    readings.wording,
    (w) => w.label,
    (w) => ({
      [words.facts.names]: w.concept,
      [words.facts.voice]: words.voices[w.voice],
      [words.facts.negated]: w.negated ? words.yes : null,
      [words.facts.pack]: w.pack,
    }),
  );
  single(
    "references",
    readings.references,
    (r) => r.name,
    (r) => ({ [words.facts.kind]: r.kind, [words.facts.address]: r.url }),
  );
  single(
    "mentions",
    readings.mentions,
    (m) => m.name,
    (m) => ({
      [words.facts.kind]: m.kind,
      [words.facts.known]: m.inferred ? words.noun : null,
      [words.facts.actor]: m.actor,
    }),
  );
  single(
    "scareQuotes",
    readings.scareQuotes,
    () => words.scareQuote,
    () => ({}),
  );
  single(
    "voices",
    readings.voices,
    (v) => v.name ?? words.anotherWriter,
    () => ({}),
  );
  single(
    "noise",
    readings.noise,
    (n) => n.kind,
    () => ({ [words.facts.compared]: words.no }),
  );
  for (const [index, claim] of claims.entries())
    for (const { start, end } of claim.passages)
      add(
        {
          kind: "claims",
          index,
          start,
          end,
          title: withoutMarks(claim.statement),
          facts: facts({
            [words.facts.here]: stanceInWords(claim),
            [words.facts.elsewhere]: count(claim.otherDocuments, "other document"),
            [words.facts.contested]: claim.contested ? words.yes : null,
          }),
          rule: claim.rule,
          claim,
        },
        [{ start, end, look: "claims-mark" }],
      );
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { marks, pieces };
}

function facts(values: Readonly<Record<string, string | null>>): [string, string][] {
  return Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
}
