import type { Span } from "../../document/span.ts";
import { type Because, type Setting, words } from "../explanation.ts";
import type { Voice } from "./voices.ts";

/** The first line of a stretch is looked at up to so many characters. */
const longestLine = 200;

/** Why another writer begins here. */
export function explainVoice(voice: Voice, { text }: Setting): Because {
  const line = firstLine(text, voice);
  const opening = { start: voice.start, end: Math.min(line.end, voice.start + 40) };
  const gap = text.slice(0, voice.start).match(/\s+$/)?.[0] ?? "";
  const empty = Math.max(0, (gap.match(/\r\n|[\n\r\u2028\u2029]/g)?.length ?? 0) - 1);
  const because: Readonly<Record<string, string>> = {
    "voices/first": "It is where the text begins.",
    "voices/named": `The line ${words(text, line)} names who writes next.`,
    "voices/label": `The line begins with the name of who speaks: ${words(text, opening)}.`,
    "voices/quoted": `Quoted lines begin or end before ${words(text, opening)}.`,
    "voices/letter": `${words(text, opening)} opens a letter.`,
    "voices/gap": `${empty} empty lines stand before ${words(text, opening)}.`,
    "voices/register": `${words(text, opening)} begins in another manner than the line before.`,
  };
  return {
    because: because[voice.rule] ?? "",
    cues: [
      voice.rule === "voices/named"
        ? { start: line.start, end: line.end, role: "writer" }
        : { ...opening, role: "opening" },
    ],
  };
}

function firstLine(text: string, { start, end }: Span): Span {
  const slice = text.slice(start, Math.min(end, start + longestLine));
  const ends = slice.search(/[\n\r]/);
  return { start, end: start + (ends < 0 ? slice.length : ends) };
}
