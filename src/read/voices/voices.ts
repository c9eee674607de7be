import { contains, overlaps, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Noise } from "../noise/noise.ts";
import type { Prose } from "../sentences/prose.ts";
import { createMarkReader } from "./marks.ts";
import { createRegisterReader, type Register } from "./register.ts";

/** The stretch one writer of a thread wrote. A text of one writer has no voices. */
export type Voice = Span & { readonly name: string | null; readonly rule: string };

/** Empty lines between paragraphs from which a gap parts two writers. */
const gapFrom = 2;
/** A text is a thread by its register when this share of its paragraphs is written as in a chat. */
const chatFrom01 = 0.4;
/** … so many spellings of a chat it has … */
const informalFrom = 2;
/** … and so many paragraphs. */
const paragraphsFrom = 3;

type Turn = { start: number; end: number; name: string | null; rule: string };

/**
 * Makes the function that splits a thread into its writers: at lines that name the next writer,
 * and, in texts written as in a chat, at gaps of empty lines and where the register changes.
 *
 *     nobody told us the ferry was late, lol          <- one writer
 *
 *
 *     The ferry was late because of the storm.        <- another
 */
export function createVoicesReader(
  lexicon: Lexicon,
): (prose: Prose, read: { noise: readonly Noise[] }) => Voice[] {
  const readMark = createMarkReader(lexicon);
  const readRegister = createRegisterReader(lexicon);
  return (prose, { noise }) => {
    const turns: Turn[] = [];
    const paragraphs = paragraphsOf(prose, noise);
    const marks = paragraphs.map(({ span }) => readMark(prose.text.slice(span.start, span.end)));
    const registers = paragraphs.map(({ index }) => readRegister(prose, index));
    const marked = marks.filter((mark) => mark !== undefined).length >= 2;
    const chat =
      paragraphs.length >= paragraphsFrom &&
      registers.reduce((sum, { informal }) => sum + informal, 0) >= informalFrom &&
      registers.filter(({ chat }) => chat).length >= paragraphs.length * chatFrom01;
    if (!marked && !chat) return [];
    let before: Register | undefined;
    paragraphs.forEach(({ span, gap }, at) => {
      const mark = marks[at];
      const register = registers[at] as Register;
      const turn = turns.at(-1);
      const rule =
        turn === undefined
          ? "first"
          : mark !== undefined
            ? "named"
            : marked
              ? undefined
              : gap >= gapFrom
                ? "gap"
                : changes(before, register)
                  ? "register"
                  : undefined;
      if (turn && rule === undefined) turn.end = span.end;
      else
        turns.push({
          start: span.start,
          end: span.end,
          name: mark ?? null,
          rule: `voices/${rule}`,
        });
      before = register;
    });
    return turns.length > 1 ? turns : [];
  };
}

type Paragraph = { readonly index: number; readonly span: Span; readonly gap: number };

/** The paragraphs that are not noise, with the empty lines before each. */
function paragraphsOf(prose: Prose, noise: readonly Noise[]): Paragraph[] {
  const kept: Paragraph[] = [];
  let from = 0;
  let gap = 0;
  prose.paragraphs.forEach((span, index) => {
    const last = prose.paragraphs[index - 1];
    if (last) {
      const breaks = prose.text.slice(last.end, span.start).match(/\r\n|[\n\r\u2028\u2029]/g);
      gap = Math.max(gap, (breaks?.length ?? 1) - 1);
    }
    while (from < noise.length && (noise[from]?.end ?? 0) <= span.start) from++;
    const passage = noise[from];
    if (passage && overlaps(passage, span) && contains(passage, span)) return;
    kept.push({ index, span, gap });
    gap = 0;
  });
  return kept;
}

/** Two neighbours that begin their sentences differently, the second not going on from the first. */
function changes(before: Register | undefined, now: Register): boolean {
  if (!before || now.goesOn) return false;
  return (
    before.opensLower !== null && now.opensLower !== null && before.opensLower !== now.opensLower
  );
}
