import { contains, overlaps, type Span } from "../../document/span.ts";
import type { Lexicon } from "../../lexicon/lexicon.ts";
import type { Noise } from "../noise/noise.ts";
import type { Prose } from "../sentences/prose.ts";
import { readLabels } from "./labels.ts";
import { createLetterReader } from "./letters.ts";
import { createMarkReader } from "./marks.ts";
import { readQuoting } from "./quoting.ts";
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

type Start = { readonly name: string | null; readonly rule: string };
type Paragraph = {
  readonly index: number;
  readonly span: Span;
  readonly gap: number;
  readonly text: string;
};

/**
 * Makes the function that splits a thread into its writers: at names before their words, at lines
 * that name the next writer, at quoted lines and salutations; and, in texts written as in a chat, at
 * gaps of empty lines and where the register changes.
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
  const readLetters = createLetterReader(lexicon.threads.salutation);
  const readRegisters = createRegisterReader(lexicon);
  return (prose, { noise }) => {
    const paragraphs = paragraphsOf(prose, noise, (text) => readMark(text) !== undefined);
    if (paragraphs.length < 2) return [];
    const lines = paragraphs.map(({ text }) => text);
    const starts =
      named(readLabels(lines), "label") ??
      marked(lines, readMark) ??
      named(
        readLetters(lines).map((letter) => letter && (letter.name ?? "")),
        "letter",
      ) ??
      chatted(
        paragraphs,
        readRegisters(
          prose,
          paragraphs.map(({ index }) => index),
        ),
      );
    return starts ? voicesOf(paragraphs, starts) : [];
  };
}

/** Stretches from each start to the next; who goes on after themselves is one voice. */
function voicesOf(
  paragraphs: readonly Paragraph[],
  starts: readonly (Start | undefined)[],
): Voice[] {
  const voices: { start: number; end: number; name: string | null; rule: string }[] = [];
  paragraphs.forEach(({ span }, at) => {
    const start = starts[at];
    const turn = voices.at(-1);
    const same =
      start && turn && start.name !== null && start.name === turn.name && start.rule !== "letter";
    if (turn && (!start || same)) turn.end = span.end;
    else {
      const name = start?.name ?? null;
      const rule = `voices/${turn ? start?.rule : "first"}`;
      voices.push({ start: span.start, end: span.end, name, rule });
    }
  });
  return voices.length > 1 ? voices : [];
}

function named(
  names: readonly (string | undefined)[],
  rule: string,
): (Start | undefined)[] | undefined {
  if (!names.some((name) => name !== undefined)) return undefined;
  return names.map((name) => (name === undefined ? undefined : { name: name || null, rule }));
}

/** Lines that name the next writer, and quoted lines; undefined where there are not enough. */
function marked(
  lines: readonly string[],
  readMark: (line: string) => string | undefined,
): (Start | undefined)[] | undefined {
  const marks = lines.map(readMark);
  const depths = readQuoting(lines, (index) => marks[index] !== undefined);
  const quoting = depths.some((depth) => depth > 0);
  if (marks.filter((mark) => mark !== undefined).length < 2 && !quoting) return undefined;
  const starts: (Start | undefined)[] = marks.map((mark, index) => {
    if (mark !== undefined) return { name: mark, rule: "named" };
    if (!quoting || index === 0 || depths[index] === depths[index - 1]) return undefined;
    // The words right under "… wrote:" are that writer's.
    if (marks[index - 1] !== undefined && (depths[index] ?? 0) > 0) return undefined;
    return { name: null, rule: "quoted" };
  });
  // Over a card with the account and the day stands the account's name.
  for (let at = 1; at < lines.length; at++) {
    const name = lines[at - 1] ?? "";
    if (marks[at]?.startsWith("@") !== true || marks[at - 1] !== undefined) continue;
    if (!/^\p{Lu}[\p{L}\p{N}.'’-]*(?: \p{Lu}[\p{L}\p{N}.'’-]*){0,3} ?$/u.test(name)) continue;
    starts[at - 1] = { name, rule: "named" };
    starts[at] = undefined;
  }
  return starts;
}

/** Gaps and changes of register; undefined where the text is not written as in a chat. */
function chatted(
  paragraphs: readonly Paragraph[],
  registers: readonly Register[],
): (Start | undefined)[] | undefined {
  const chat =
    paragraphs.length >= paragraphsFrom &&
    registers.reduce((sum, { informal }) => sum + informal, 0) >= informalFrom &&
    registers.filter(({ chat }) => chat).length >= paragraphs.length * chatFrom01;
  if (!chat) return undefined;
  return paragraphs.map(({ gap }, at) => {
    if (at === 0) return undefined;
    if (gap >= gapFrom) return { name: null, rule: "gap" };
    return changes(registers[at - 1], registers[at] as Register)
      ? { name: null, rule: "register" }
      : undefined;
  });
}

/** The paragraphs that are not noise, with the empty lines before each; bylines may give the word. */
function paragraphsOf(
  prose: Prose,
  noise: readonly Noise[],
  givesWord: (text: string) => boolean,
): Paragraph[] {
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
    const text = prose.text.slice(span.start, span.end);
    const isNoise = passage && overlaps(passage, span) && contains(passage, span);
    const next = prose.paragraphs[index + 1];
    const overCard = () => next !== undefined && prose.text[next.start] === "@";
    if (isNoise && !(passage.kind === "byline" && (givesWord(text) || overCard()))) return;
    kept.push({ index, span, gap, text });
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
