import type { Span } from "../../src/document/span.ts";

/** A text of the planted case, and what it was made from. */
export type Planted = {
  readonly id: string;
  readonly source: string;
  readonly published: string;
  readonly text: string;
  /** What kind of copy it is; null for texts of their own. */
  readonly kind: string | null;
  /** The text that it copies. */
  readonly origin: string | null;
  /** Its words that were taken over as they were, outside quotations. */
  readonly copied: readonly Span[];
  /** Its words in quotations, which do not count. */
  readonly quoted: readonly Span[];
};

type Made = {
  readonly text: string;
  readonly kept: readonly Span[];
  readonly quoted: readonly Span[];
};

/** Words that stand in for others: plain ones, of every kind, so that chance makes no runs with the texts. */
const fillers =
  "again almost beside broad certain clear common during early eleven farther gather given hardly heavy later lately lower many mainly narrow nearby often older ordinary partly perhaps plain quickly rather recent seldom several shortly slowly small soon steady though twelve under until upper usual various wholly wider within younger".split(
    " ",
  );
/** An edit touches one to so many words in a row. */
const longestEdit = 3;

/** Numbers from 0 to 1, the same for the same seed (mulberry32). */
export function createRandom(seed: number): () => number {
  let state = seed | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let value = Math.imul(state ^ (state >>> 15), 1 | state);
    value = (value + Math.imul(value ^ (value >>> 7), 61 | value)) ^ value;
    return ((value ^ (value >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A text with a share of its words replaced, left out or added, and where the others stand in it. */
export function edited(text: string, share01: number, random: () => number): Made {
  let out = "";
  const kept: Span[] = [];
  const quoted: Span[] = [];
  let editLeft = 0;
  let how = "replace";
  let inQuote = false;
  for (const part of text.split(/(\s+)/)) {
    if (/^\s*$/.test(part)) {
      out += part;
      if (part.includes("\n")) inQuote = false;
      continue;
    }
    const opens = /^[(‘]?["“]/.test(part);
    const isQuoted: boolean = inQuote || opens;
    if (opens) inQuote = true;
    if (/["”][.,;:)]?$/.test(part)) inQuote = false;
    if (!isQuoted && editLeft === 0 && random() < share01 / ((1 + longestEdit) / 2)) {
      editLeft = 1 + Math.floor(random() * longestEdit);
      how = ["replace", "replace", "leave out", "add"][Math.floor(random() * 4)] ?? "replace";
    }
    if (isQuoted || editLeft === 0 || how === "add") {
      if (!isQuoted && editLeft > 0) out += `${filler(random)} `;
      const start = out.length;
      out += part;
      (isQuoted ? quoted : kept).push({ start, end: out.length });
    } else if (how === "replace") {
      const end = /[.,;:]+$/.exec(part)?.[0] ?? "";
      out += `${filler(random)}${end}`;
    }
    if (editLeft > 0) editLeft--;
  }
  return { text: out, kept, quoted };
}

function filler(random: () => number): string {
  return fillers[Math.floor(random() * fillers.length)] ?? "";
}

/** Speeches that several texts quote: a common quotation is no copying. */
export const speeches = [
  "We have waited eleven winters for this bridge, and we shall not be told again that the money is in another drawer. Every child who crosses that ferry in the dark has a mother who counts the minutes, and every mother knows the name of the office that shut the drawer.",
  "I have read the contract three times, once as a lawyer, once as a neighbour and once as a man who pays for water. As a lawyer I admire it. As a neighbour I am ashamed of it. As a man who pays for water I ask you to tear it up before the month is out.",
  "Nobody in this valley asked for a dam, and nobody in this valley was asked. We will sit down with whoever comes without a bulldozer, we will make them coffee, and we will show them the church that stands where their map is blue.",
  "The hospital will close on Friday at noon because a table in a distant building says so. At one minute past noon somebody will fall from a ladder in this town, as somebody does every week, and the table will say nothing at all.",
] as const;

/** A paragraph of plain words, told by nobody else. */
export function ownParagraph(random: () => number, words = 45): string {
  const all = Array.from({ length: words }, () => filler(random)).join(" ");
  return `${all.charAt(0).toUpperCase()}${all.slice(1)}.`;
}

/** What sources put under every text. */
export const footers = [
  "This page is made by nine people who live along the river and is paid for by those who read it; write to us at the old customs house or come by on any weekday before noon.",
  "All texts on this site may be passed on free of charge as long as the name of the writer and the day of publication are kept together with the text and nothing is added to it.",
] as const;
