/** Of a quoted line so many characters are looked for in what was written before. */
const compared = 40;
const comparedFrom = 12;

/**
 * How deep each line is quoted, as mail and forums do it with ">", where the quoting answers
 * somebody: a line "… wrote:" stands before it, it quotes a quote, or its words stand earlier in the
 * thread. Else 0 throughout: in an article ">" sets off a passage.
 *
 *     > It stays open until 40.        1
 *     Until 40 in summer.              0
 */
export function readQuoting(
  lines: readonly string[],
  isMarked: (index: number) => boolean,
): readonly number[] {
  const depths = lines.map(depthOf);
  if (!depths.some((depth) => depth > 0)) return depths;
  const before = new Set<string>();
  let answers = false;
  lines.forEach((line, index) => {
    const depth = depths[index] ?? 0;
    if (depth > 1 || (depth === 1 && index > 0 && isMarked(index - 1))) answers = true;
    else if (depth === 1) {
      const start = line.replace(/^[> ]+/, "").slice(0, compared);
      if (start.length >= comparedFrom && before.has(start.slice(0, comparedFrom))) answers = true;
    } else
      for (const sentence of line.split(/(?<=[.!?]) /)) before.add(sentence.slice(0, comparedFrom));
  });
  return answers ? depths : depths.map(() => 0);
}

function depthOf(line: string): number {
  let depth = 0;
  for (let at = 0; at < line.length; at++) {
    const sign = line[at];
    if (sign === ">") depth++;
    else if (sign !== " ") break;
  }
  return depth;
}
