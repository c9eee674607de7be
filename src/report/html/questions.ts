import type { Findings, Question } from "../../compare/findings.ts";
import { claimsSection } from "./claims.ts";
import type { ReportContext } from "./context.ts";
import { type Html, html } from "./escape.ts";
import { figuresSection } from "./figures.ts";
import { originsSection } from "./origins.ts";
import { silenceSection, sourcingSection, timelineSection, wordingSection } from "./sections.ts";

/** Each question as it is put, and how its answer is made. */
export const asked: Readonly<Record<Question, { question: string; method: string }>> = {
  claims: {
    question: "Who says it?",
    method:
      "Passages of different documents are joined into a claim when they share the words that tell it from others. A document asserts a claim in its own voice, attributes it to somebody, or denies it. Silent is only said where the full text was read and the document could already have known; otherwise it is unknown.",
  },
  figures: {
    question: "How many?",
    method:
      "Numbers are grouped when they count the same thing at the same place and time. A full dot is the source’s own number, a hollow one is somebody else’s. Two numbers conflict (≠) when they cannot both hold: “at least 13” and 15 can, 13 and 15 cannot.",
  },
  wording: {
    question: "In which words?",
    method:
      "Labels come from wording packs, lists that people wrote and that name a source for each row, and from the documents alone: phrases that name one thing, have the same head or stand for one thing in the same claim are put together; a machine does that, and it can err. Counts are per source, own voice apart from quotations (“2”), from what others are reported to say (2 in brackets) and from scare quotes (‘2’), and the last line of each table is what to divide by.",
  },
  silence: {
    question: "Who is silent?",
    method:
      "A claim that sources of one side carry and no source of another does. A source is called silent only where its full text was read and it published after the claim was first known.",
  },
  sourcing: {
    question: "Says who?",
    method:
      "Each attribution has a source, a cue and a content. Sources are counted under the name they are first given in full; some cues keep their distance (“claims”, “alleges”). A chain shows through whom a content came, the publisher first.",
  },
  origins: {
    question: "Copied from where?",
    method:
      "Texts of different sources are compared word by word where runs of their words are the same. Only words outside quotations count, so that quoting the same speech is no copying; nor is what a source repeats from text to text. Copies are traced to the text that was published first; an undated one is never called the first.",
  },
  timeline: {
    question: "When?",
    method:
      "Dates are read as written or reckoned from the day of publication, and shown as EDTF (ISO 8601-2). What is only known to a month or year is not made more exact.",
  },
};

/** The answer to one question, without its heading. */
export function answered(context: ReportContext, question: Question, findings: Findings): Html {
  const answers = {
    claims: () => claimsSection(context, findings.claims),
    figures: () => figuresSection(context, findings.figures),
    wording: () => wordingSection(context, findings.wording),
    silence: () => silenceSection(context, findings.silence),
    sourcing: () => sourcingSection(context, findings.sourcing),
    origins: () => originsSection(context, findings.origins),
    timeline: () => timelineSection(context, findings.timeline),
  };
  return rowsOf(question, findings) === 0 ? html`<p>Nothing was found.</p>` : answers[question]();
}

/** How many rows the answer to a question has. */
export function rowsOf(question: Question, findings: Findings): number {
  return question === "sourcing" || question === "wording"
    ? findings[question].rows.length
    : findings[question].length;
}

/** The findings with so many rows of each answer at most: those that stand first. */
export function firstRows(findings: Findings, most: number): Findings {
  const first = <T>(rows: readonly T[]) => rows.slice(0, most);
  const { claims, figures, wording, silence, sourcing, origins, timeline } = findings;
  return {
    ...findings,
    claims: first(claims),
    figures: first(figures),
    wording: { ...wording, rows: first(wording.rows) },
    silence: first(silence),
    sourcing: { ...sourcing, rows: first(sourcing.rows) },
    origins: first(origins),
    timeline: first(timeline),
  };
}
