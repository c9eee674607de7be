/**
 * The rows of a comma- or tab-separated text, the head left out. A quoted field may hold the
 * separator, line ends, and quotation marks written twice (RFC 4180).
 */
export function rowsOf(text: string, separator: "," | "\t"): string[][] {
  const field = new RegExp(
    `(?:"((?:[^"]|"")*)"|([^${separator}\\r\\n]*))(${separator}|\\r?\\n|$)`,
    "y",
  );
  const rows: string[][] = [];
  let row: string[] = [];
  while (field.lastIndex < text.length) {
    const [, quoted, plain = "", end] = field.exec(text) ?? [];
    if (end === undefined)
      throw new Error(`row ${rows.length + 1}: a quotation mark is not closed`);
    row.push(quoted?.replaceAll('""', '"') ?? plain);
    if (end === separator) continue;
    rows.push(row);
    row = [];
  }
  return rows.slice(1);
}
