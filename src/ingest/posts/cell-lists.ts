/**
 * The items of a list in one cell of a table.
 *
 *     ['a', "b's"]    [a, b]    a,b    ["a", "b"]    []
 */
export function cellItems(cell: string): readonly string[] {
  return itemsOf(cell, /,\s*/);
}

/** The same for URLs, in which a comma may stand: only one before the next scheme separates. */
export function cellUrls(cell: string): readonly string[] {
  return itemsOf(cell, /,\s*(?=[a-z][a-z\d+.-]{1,20}:\/\/)/i);
}

function itemsOf(cell: string, separator: RegExp): readonly string[] {
  const text = cell.trim();
  const bracketed = text.startsWith("[") && text.endsWith("]");
  const inner = bracketed ? text.slice(1, -1).trim() : text;
  if (inner === "") return [];
  if (bracketed && /^(?:['"]|None\b)/.test(inner)) return quotedItems(inner);
  return inner
    .split(separator)
    .map((item) => item.trim())
    .filter((item) => item !== "");
}

/** Items in quotes as Python and JSON write them: `'it\'s', "b's"`; None is no item. */
function quotedItems(inner: string): readonly string[] {
  const items: string[] = [];
  for (const [, single, double] of inner.matchAll(
    /'((?:[^'\\]|\\[\s\S])*)'|"((?:[^"\\]|\\[\s\S])*)"/g,
  )) {
    const item = single ?? double ?? "";
    items.push(item.includes("\\") ? item.replace(/\\(['"\\/])/g, "$1") : item);
  }
  return items.filter((item) => item !== "");
}
