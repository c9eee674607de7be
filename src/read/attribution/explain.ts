import type { Span } from "../../document/span.ts";
import type { Cue as ListedCue } from "../../lexicon/cues.ts";
import { type Because, type Cue, type Setting, sentences, words } from "../explanation.ts";
import type { Attribution } from "./attribution.ts";

const attitudes: Readonly<Record<Attribution["attitude"], string>> = {
  states: "saying",
  denies: "denying",
  demands: "demanding",
  believes: "believing",
  doubts: "doubting",
  asks: "asking",
};

/** How far back the name behind a pronoun or a short form is looked for, in characters. */
const reachCharacters = 2000;

/** Why somebody is said to say it: the cue, the source, and the name behind the source. */
export function explainAttribution(reading: Attribution, setting: Setting): Because {
  const { text, lexicon } = setting;
  const { source, cue, attitude, negated, distancing, via, rule, score01 } = reading;
  const cues: Cue[] = [
    ...source.map((span) => ({ ...at(span), role: "source" })),
    ...cue.map((span) => ({ ...at(span), role: "cue" })),
  ];
  const named = reading.sourceInferred ? mentionBefore(reading, text) : undefined;
  if (named) cues.push({ ...named, role: "name" });
  const listed = listedCue(reading, setting);
  const said = cue.map((span) => words(text, span)).join(" … ");
  const isWord = /\p{L}/u.test(said);
  const who = source.map((span) => words(text, span)).join(" … ");
  const byTagger = rule === "tagger";
  return {
    because: sentences(
      byTagger && "The trained tagger took these words for who, says and what.",
      isWord && listed
        ? `${said} is a cue of ${attitudes[attitude]}${listed.distancing ? " that keeps its distance" : ""}.`
        : isWord
          ? `${said} stands beside the quotation and its speaker.`
          : said !== "" && `The mark ${said} gives the word to the speaker.`,
      distancing && !listed?.distancing && "The wording keeps its distance.",
      negated && "The cue is negated.",
      who === ""
        ? "No source is named."
        : reading.sourceInferred && reading.sourceName
          ? `Its source, ${who}, is taken to be ${reading.sourceName}, the nearest name before that fits.`
          : `Its source is ${who}.`,
      via.length > 0 && `It came through ${via.join(" and ")}.`,
    ),
    cues,
    ...(score01 === null ? {} : { model: "attribution-tagger", score01 }),
    ...(listed?.note === undefined
      ? {}
      : { parameters: { "word list": "cues.yaml", "noted there": listed.note } }),
  };

  function at({ start, end }: Span): Span {
    return { start, end };
  }

  function listedCue({ cue: spans }: Attribution, { text: whole }: Setting): ListedCue | undefined {
    for (const { start, end } of spans)
      for (const [word] of whole
        .slice(start, end)
        .toLowerCase()
        .matchAll(/\p{L}+/gu)) {
        const options = lexicon.cues.get(word)?.flatMap((form) => form.options) ?? [];
        const fit = options.find((option) => option.attitude === attitude) ?? options[0];
        if (fit) return fit;
      }
    return undefined;
  }
}

/** Where the text last gave the name in full before the source. */
function mentionBefore({ source, sourceName }: Attribution, text: string): Span | undefined {
  const end = source[0]?.start;
  if (end === undefined || sourceName === null) return undefined;
  const from = Math.max(0, end - reachCharacters);
  const found = text.slice(from, end).lastIndexOf(sourceName);
  return found < 0 ? undefined : { start: from + found, end: from + found + sourceName.length };
}
