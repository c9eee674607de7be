import { isName } from "./bylines.ts";
import { isProse, type Line } from "./lines.ts";
import type { Noise, NoiseKind } from "./noise.ts";

/** A leftover of the page's foot has at most this many words. */
const longestLeftover = 20;
/** A leftover between two lines of furniture has at most this many words. */
const longestBetween = 6;
/** A line that comes twice, with at most one other between, is noise from this many words on. */
const repeatedFrom = 6;
/** What follows an end mark ("ENDS", "###") stands in this share of the lines, from the last. */
const afterEnd01 = 0.6;

type Found = { readonly index: number; readonly noise: Noise };

/**
 * Lines that only their place gives away, once the others are known: what lies between furniture,
 * what follows it at the foot, names beside a byline, what comes twice, and all after the end mark.
 *
 *     Previous      <- known
 *     1             <- between
 *     Next          <- known
 */
export function readZones(lines: readonly Line[], marked: Map<number, NoiseKind>): Found[] {
  const found: Found[] = [];
  const add = (line: Line, kind: NoiseKind, rule: string) => {
    marked.set(line.index, kind);
    const { start, end, index } = line;
    found.push({ index, noise: { start, end, kind, rule: `noise/${rule}` } });
  };
  let first = 0;
  while (first < lines.length && !isBody(lines[first] as Line, marked)) first++;
  let last = lines.length - 1;
  while (last >= 0 && !isBody(lines[last] as Line, marked)) last--;
  const ended = endOf(lines);
  if (ended !== undefined)
    for (let at = ended; at < lines.length; at++)
      if (!marked.has(at)) add(lines[at] as Line, "boilerplate", "after-the-end");
  for (const line of lines) {
    // A forum quotes with ">" what it answers.
    if (marked.has(line.index) || line.words < repeatedFrom || line.text[0] === ">") continue;
    const before = lines[line.index - 1]?.plain;
    if (before === line.plain || lines[line.index - 2]?.plain === line.plain)
      add(line, "boilerplate", "repeated");
  }
  for (let at = 0; at < Math.min(first, lines.length); at++) {
    const line = lines[at] as Line;
    if (marked.has(at)) continue;
    if (isNumber(line)) add(line, "navigation", "number");
    else if (isName(line) && besideByline(marked, at) && hasTitle(lines, marked, first, line))
      add(line, "byline", "beside-byline");
  }
  for (let at = Math.max(1, first); at < lines.length; at++) {
    const line = lines[at] as Line;
    if (marked.has(at) || line.stopped || !marked.has(at - 1)) continue;
    if (at > last) {
      if (line.words <= longestLeftover)
        add(line, line.words < 4 ? "navigation" : "related", "after-furniture");
    } else if (marked.has(at + 1) && line.words <= longestBetween && isLeft(marked, at))
      add(line, "navigation", "between-furniture");
  }
  return found;
}

/** A full paragraph that nothing has marked. */
function isBody(line: Line, marked: ReadonlyMap<number, NoiseKind>): boolean {
  return isProse(line) && !marked.has(line.index);
}

/** "97", "1 of 14", "2d": a count or an age that a button or a slide show leaves. */
function isNumber({ text, words }: Line): boolean {
  return words <= 4 && /^\(?\d[\d.,]*[kKmMhdw]?(?: (?:of|\/) \d+)?\)?$/.test(text);
}

/** Beside a caption alone a short line may be a heading. */
function isLeft(marked: ReadonlyMap<number, NoiseKind>, at: number): boolean {
  return marked.get(at - 1) !== "caption" && marked.get(at + 1) !== "caption";
}

function besideByline(marked: ReadonlyMap<number, NoiseKind>, at: number): boolean {
  return marked.get(at - 1) === "byline" || marked.get(at + 1) === "byline";
}

/** Another line of the head, not marked, is longer: that is the title. */
function hasTitle(
  lines: readonly Line[],
  marked: ReadonlyMap<number, NoiseKind>,
  first: number,
  line: Line,
): boolean {
  for (let at = 0; at < first; at++) {
    const other = lines[at] as Line;
    if (at !== line.index && !marked.has(at) && other.words > line.words) return true;
  }
  return false;
}

/** The line after which nothing belongs to the text: "-ENDS-", "###", "Notes to editors". */
function endOf(lines: readonly Line[]): number | undefined {
  for (let at = Math.floor(lines.length * (1 - afterEnd01)); at < lines.length; at++) {
    const line = lines[at] as Line;
    if (line.words > 4 || at === 0) continue;
    if (/^[-–—*# ]*(?:ends?|30)[-–—*# .]*$/i.test(line.text) && /[-–—*#]|ENDS/.test(line.text))
      return at;
    if (/^(?:# ?){3,5}$/.test(line.text)) return at;
    if (/^notes? (?:to|for) (?:the )?editors?:?$/.test(line.plain)) return at;
  }
  return undefined;
}
