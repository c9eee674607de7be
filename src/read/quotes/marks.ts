import { isSpace, type Span } from "../../document/span.ts";

/** A quotation mark with what it can be where it stands. Apostrophes are no marks. */
export type Mark = Span & {
  readonly single: boolean;
  /** Marks of one shape close each other first: straight with straight, curly with curly. */
  readonly shape: "straight" | "curly" | "angle";
  readonly opens: boolean;
  readonly closes: boolean;
};

const doubles = new Set([...`"“”„‟«»″＂`]);
const singles = new Set([...`'‘’‚‹›`]);
const openers = new Set([...`“„‘‚‟`]);
const closers = new Set([...`”’`]);

/**
 * The quotation marks of one paragraph, in order. What stands around a mark says whether it can
 * open or close; its shape only decides where both are possible. Two straight single marks in a
 * row are a double one.
 */
export function readMarks(text: string, { start, end }: Span): Mark[] {
  const marks: Mark[] = [];
  for (let at = start; at < end; at++) {
    // Almost every character is a letter or a space: its code tells so without a look into sets.
    if (!mayMark(text.charCodeAt(at))) continue;
    const character = text[at] as string;
    const doubled =
      (character === "'" && text[at + 1] === "'") || (character === "`" && text[at + 1] === "`");
    if (!doubled && !doubles.has(character) && !singles.has(character)) continue;
    const width = doubled ? 2 : 1;
    const single = !doubled && singles.has(character);
    let before = at === start ? "" : (text[at - 1] as string);
    // “… ‘so’ ”: a space between two closing marks.
    if (isSpaceMark(before) && singles.has(text[at - 2] ?? "")) before = text[at - 2] as string;
    const after = at + width >= end ? "" : (text[at + width] as string);
    const { shape, opens, closes } = judge(character, single, before, after);
    if (opens || closes) marks.push({ start: at, end: at + width, single, shape, opens, closes });
    at += width - 1;
  }
  return withoutLoneSingles(marks);
}

/** Straight marks and the backquote, the angles of Latin-1, and all that stands beyond dashes. */
function mayMark(code: number): boolean {
  return (
    code === 0x22 ||
    code === 0x27 ||
    code === 0x60 ||
    code === 0xab ||
    code === 0xbb ||
    code >= 0x2018
  );
}

function isSpaceMark(character: string): boolean {
  return character !== "" && isSpace(character.charCodeAt(0));
}

function judge(
  character: string,
  single: boolean,
  before: string,
  after: string,
): Pick<Mark, "shape" | "opens" | "closes"> {
  const shape = "«»‹›".includes(character)
    ? "angle"
    : openers.has(character) || closers.has(character)
      ? "curly"
      : "straight";
  const edgeBefore = before === "" || isSpace(before.charCodeAt(0));
  const edgeAfter = after === "" || isSpace(after.charCodeAt(0));
  const wordBefore = /[\p{L}\p{N}]/u.test(before);
  const wordAfter = /[\p{L}\p{N}]/u.test(after);
  if (single && wordBefore && wordAfter) return { shape, opens: false, closes: false };
  let opens =
    !edgeAfter &&
    (edgeBefore ||
      /[([{*_>—–\-/:“”"'‘]/.test(before) ||
      (openers.has(character) && wordAfter && /[,;]/.test(before)));
  let closes = !edgeBefore && (edgeAfter || /[^\p{L}\p{N}]/u.test(after) || !opens);
  if (opens && closes) {
    if (openers.has(character)) closes = false;
    else if (closers.has(character)) opens = false;
  }
  // ’90s, ’em, '90s: the beginning of the word is left out.
  if (single && opens && (character === "’" || /\d/.test(after))) opens = false;
  return { shape, opens, closes };
}

/** A single mark opens only where another single mark can close it later in the paragraph. */
function withoutLoneSingles(marks: readonly Mark[]): Mark[] {
  const kept: Mark[] = [];
  let closable = false;
  for (let at = marks.length - 1; at >= 0; at--) {
    const mark = marks[at] as Mark;
    if (!mark.single) kept.push(mark);
    else if (mark.closes) {
      closable = true;
      kept.push(mark);
    } else if (closable) kept.push(mark);
  }
  return kept.reverse();
}
