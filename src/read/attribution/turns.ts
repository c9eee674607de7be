import type { Prose } from "../sentences/prose.ts";
import type { Voice } from "../voices/voices.ts";
import type { Found } from "./found.ts";

/** A name in front of the words, as transcripts and interviews write it; stamps of chats are not. */
const labelled = /^\s*["“]?(\p{Lu}[^:\n–—]{0,60}?)\s*(:|–|—)\s*/u;

/**
 * Gives what is said in an interview or a transcript to whoever the label in front of it names. A
 * single letter ("A:") names nobody. Chats are left out: there the speakers are the writers.
 *
 *     MARON: The ferry left on time.
 *     ^^^^^ source
 *          ^ cue
 *            ^^^^^^^^^^^^^^^^^^^^^^^ content
 */
export function readTurns({ text }: Prose, voices: readonly Voice[]): Found[] {
  return voices.flatMap((voice) => {
    if (voice.name === null) return [];
    const words = text.slice(voice.start, voice.end);
    const label = labelled.exec(words.slice(0, longestLabel));
    if (label?.[1] !== voice.name) return [];
    const nameStart = voice.start + words.indexOf(voice.name);
    const nameEnd = nameStart + voice.name.length;
    const mark = text.indexOf(label[2] ?? ":", nameEnd);
    const content = { start: voice.start + label[0].length, end: voice.end };
    if (content.start >= content.end) return [];
    return {
      source: voice.name.length > 1 ? [{ start: nameStart, end: nameEnd }] : [],
      cue: [{ start: mark, end: mark + 1 }],
      content: [content],
      attitude: text[voice.end - 1] === "?" ? "asks" : "states",
      distancing: false,
      negated: false,
      via: [],
      rule: "turn",
    };
  });
}

/** So many characters of a turn are looked at for its label. */
const longestLabel = 80;
