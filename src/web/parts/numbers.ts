const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });
export function formatNumber(value: number): string {
  return grouped.format(value);
}

/** "1 document", "2 documents". */
export function count(n: number, noun: string, plural = `${noun}s`): string {
  return `${formatNumber(n)} ${n === 1 ? noun : plural}`;
}
