/** What a field of a table may hold; null is an empty field. */
export type Field = string | number | null;

/** A spreadsheet takes a text for a formula that starts like this. */
const formulaStart = /^[=+\-@\t\r]/;
const needsQuotes = /[",\r\n]/;

/**
 * One row of CSV (RFC 4180) with its line break. Texts that a spreadsheet would take for a formula
 * get an apostrophe before them, which it does not show.
 */
export function csvRow(fields: readonly Field[]): string {
  return `${fields.map(csvField).join(",")}\r\n`;
}

function csvField(field: Field): string {
  if (field === null) return "";
  if (typeof field === "number") return String(field);
  const safe = formulaStart.test(field) ? `'${field}` : field;
  return needsQuotes.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
