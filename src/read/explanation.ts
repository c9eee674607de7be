import type { Span } from "../document/span.ts";
import type { Lexicon } from "../lexicon/lexicon.ts";
import type { Attribution } from "./attribution/attribution.ts";
import type { DateMention } from "./dates/dates.ts";
import type { ScareQuote } from "./quotes/quotes.ts";
import type { Readings } from "./readings.ts";

/** A rule as an editor reads it. Every room lists its own in `rules.ts`. */
export type Rule = {
  /** When the rule makes a reading, in one sentence. */
  readonly says: string;
  /** A text of our own in which it does. */
  readonly example: string;
};

/** A room's rules by id. */
export type Rules = Readonly<Record<string, Rule>>;

/** Words that made a rule fire, and what they were to it ("qualifier", "source"). */
export type Cue = Span & { readonly role: string };

/** Why a reading was made: derived when somebody asks, never kept. */
export type Explanation = {
  readonly rule: string;
  /** The trained model behind the reading, where there is one. */
  readonly model?: string;
  /** How sure the model is, 0 to 1; it says nothing of whether the content is true. */
  readonly score01?: number;
  /** What the rule does, from the catalogue. */
  readonly says: string;
  /** What it saw here, in plain English. */
  readonly because: string;
  /** In the order of the text. */
  readonly cues: readonly Cue[];
  /** Where the words it knows are listed, and what is noted of them there. */
  readonly parameters?: Readonly<Record<string, string>>;
};

/** What a room adds to the catalogue's sentence. */
export type Because = Pick<Explanation, "because" | "cues" | "parameters" | "model" | "score01">;

/** What a reading is explained from: its document, the other readings, the word lists. */
export type Setting = {
  readonly text: string;
  /** EDTF or an instant; null when unknown. */
  readonly published: string | null;
  readonly readings: Readings;
  readonly lexicon: Lexicon;
  /** The innermost attribution whose content holds a span. */
  readonly saidAt: (span: Span) => Attribution | undefined;
  /** The attributions of which some source word stands in a span. */
  readonly sourcesAt: (span: Span) => readonly Attribution[];
  readonly datesAt: (span: Span) => readonly DateMention[];
  readonly scareQuotesAt: (span: Span) => readonly ScareQuote[];
};

/** The exact words of a span in quotation marks, cut in the middle when long. */
export function words(text: string, { start, end }: Span, most = 60): string {
  const plain = text.slice(start, end).replace(/\s+/g, " ").trim();
  if (plain.length <= most) return `“${plain}”`;
  return `“${plain.slice(0, most / 2).trimEnd()} … ${plain.slice(-most / 3).trimStart()}”`;
}

/** Cues in the order of the text, each once. */
export function inOrder(cues: readonly Cue[]): Cue[] {
  const seen = new Set<string>();
  return cues
    .filter(({ start, end, role }) => {
      const key = `${start}-${end}-${role}`;
      return start < end && !seen.has(key) && seen.add(key);
    })
    .sort((a, b) => a.start - b.start || a.end - b.end);
}

/** Sentences put together, empty ones left out. */
export function sentences(...parts: readonly (string | false | null | undefined)[]): string {
  return parts.filter((part) => part).join(" ");
}
