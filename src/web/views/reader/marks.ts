import { formatDate, withoutMarks } from "../../../document/in-words.ts";
import type { ClaimBeside, Readings } from "../../../serve/types.ts";
import { count } from "../../parts/numbers.ts";
import { stanceInWords } from "../../parts/stance.tsx";
import { figureInWords } from "../figures/entries.ts";

/** What can be switched on and off in the reader, in the order of the switches. */
export const kinds = {
  claims: "claims",
  attributions: "attributions",
  figures: "figures",
  dates: "dates",
  wording: "wording",
  references: "references",
  mentions: "names",
  scareQuotes: "scare quotes",
  voices: "voices",
  noise: "not part of the text",
} as const;

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
        title: `${reading.sourceName ?? "nobody named"} ${reading.attitude}`,
        facts: facts({
          Who: reading.sourceName
            ? `${reading.sourceName}${reading.sourceInferred ? " (inferred from an earlier mention)" : ""}`
            : "not named",
          Kind: reading.kind,
          Attitude: `${reading.negated ? "not " : ""}${reading.attitude}${
            reading.distancing ? ", with distance" : ""
          }`,
          Through: reading.via.join(" ← "),
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
      Number: figureInWords(f),
      Unit: f.unit,
      Counts: f.what,
      Where: f.place,
      When: f.edtf && formatDate(f.edtf),
      Whose: f.attributedTo ?? "the writer’s own",
      "Part of": f.partOf === null ? null : String(f.partOf),
    }),
  );
  single(
    "dates",
    readings.dates,
    (d) => formatDate(d.edtf),
    (d) => ({
      Date: d.edtf,
      Known: d.kind === "absolute" ? "as written" : "reckoned from another date",
    }),
  );
  single(
    "wording",
    readings.wording,
    (w) => w.label,
    (w) => ({
      Names: w.concept,
      Voice: voices[w.voice],
      Negated: w.negated ? "yes" : null,
      Pack: w.pack,
    }),
  );
  single(
    "references",
    readings.references,
    (r) => r.name,
    (r) => ({ Kind: r.kind, Address: r.url }),
  );
  single(
    "mentions",
    readings.mentions,
    (m) => m.name,
    (m) => ({
      Kind: m.kind,
      Known: m.inferred ? "a noun that stands for the name" : null,
      Actor: m.actor,
    }),
  );
  single(
    "scareQuotes",
    readings.scareQuotes,
    () => "quotation marks without a speaker",
    () => ({}),
  );
  single(
    "voices",
    readings.voices,
    (v) => v.name ?? "another writer",
    () => ({}),
  );
  single(
    "noise",
    readings.noise,
    (n) => n.kind,
    () => ({ Compared: "no" }),
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
            Here: stanceInWords(claim),
            Elsewhere: count(claim.otherDocuments, "other document"),
            Contested: claim.contested ? "yes" : null,
          }),
          rule: claim.rule,
          claim,
        },
        [{ start, end, look: "claims-mark" }],
      );
  marks.sort((a, b) => a.start - b.start || b.end - a.end);
  return { marks, pieces };
}

const voices = {
  own: "the writer’s own",
  quoted: "quoted",
  attributed: "in what others are reported to say",
  scare: "in scare quotes",
} as const;

function facts(values: Readonly<Record<string, string | null>>): [string, string][] {
  return Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]));
}
