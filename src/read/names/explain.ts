import { type Because, type Setting, words } from "../explanation.ts";
import type { Mention } from "./names.ts";

const kinds = {
  person: "a person",
  organisation: "a body",
  place: "a place",
  nationality: "a people",
} as const;

/** Why words are taken to name somebody or something. */
export function explainMention(mention: Mention, { text, readings }: Setting): Because {
  const shown = words(text, mention);
  const kind = mention.kind ? kinds[mention.kind] : "something of a kind that is not told";
  const cues = [
    { start: mention.start, end: mention.end, role: mention.inferred ? "noun" : "name" },
  ];
  if (shown === `“${mention.name}”`)
    return { because: `${shown} is read as the name of ${kind}.`, cues };
  const named = readings.mentions.find(
    (one) =>
      !one.inferred && one.name === mention.name && text.slice(one.start, one.end) === mention.name,
  );
  return {
    because: `${shown} is read as standing for “${mention.name}”, ${kind}.`,
    cues: named ? [...cues, { start: named.start, end: named.end, role: "full name" }] : cues,
  };
}
