import { several, texts } from "../texts.ts";
import { dateLocale, numberLocale } from "./locale.ts";

const grouped = new Intl.NumberFormat(numberLocale, { maximumFractionDigits: 2 });
export function formatNumber(value: number): string {
  return grouped.format(value);
}

/** With so many digits after the point: `3.0`. */
export function fixed(value: number, digits: number): string {
  return value.toLocaleString(numberLocale, {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
}

/** With so many telling digits and no zeros behind them: `0.022`. */
export function telling(value: number, digits: number): string {
  return value.toLocaleString(numberLocale, { maximumSignificantDigits: digits });
}

/** A share of 0 to 1 as whole per cent: `12 %`. */
export function percent(share01: number): string {
  return texts.shared.percent(formatNumber(Math.round(share01 * 100)));
}

/** "1 document", "2 documents". */
export function count(n: number, what: keyof typeof texts.counts): string {
  return several(n, texts.counts[what]);
}

const short = new Intl.NumberFormat(dateLocale(texts.language), {
  notation: "compact",
  maximumFractionDigits: 1,
});
const point = grouped.formatToParts(0.5).find(({ type }) => type === "decimal")?.value;

/** For the ticks of an axis: `1.2M`. The letter is of the texts' language, the point of the numbers'. */
export function shortNumber(value: number): string {
  return short
    .formatToParts(value)
    .map((part) => (part.type === "decimal" && point !== undefined ? point : part.value))
    .join("");
}
