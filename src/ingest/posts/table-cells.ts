import { cellItems, cellUrls } from "./cell-lists.ts";
import { secondsOf } from "./times.ts";
import { at, eachOnce, handleOf, hashtagsOf, idOf, listOf, textOf } from "./values.ts";

/** What stands in a cell, or null for what stands for nothing in tables. */
export function cellOf(value: unknown): unknown {
  if (typeof value !== "string") return value ?? null;
  return /^\s*(?:none|null|nan|n\/a|undefined)?\s*$/i.test(value) ? null : value;
}

/**
 * Numbers that are times of posts, by their unit: all of them lie between 1973 and 2286, and no
 * number is of two units, so that all numbers of a column are of the same one. Others are no times.
 */
const units: readonly {
  readonly from: number;
  readonly below: number;
  readonly perSecond: number;
}[] = [
  { from: 1e8, below: 1e10, perSecond: 1 },
  { from: 1e11, below: 1e13, perSecond: 1e3 },
  { from: 1e14, below: 1e16, perSecond: 1e6 },
];

/**
 * Seconds since 1970, UTC, of ISO 8601, or of seconds, milliseconds or microseconds since 1970. Where
 * no zone is told it is UTC, and a day alone is its beginning. Null for what is no time.
 */
export function timeOf(value: unknown): number | null {
  const isNumber = typeof value === "number" || /^\s*\d+(?:\.\d+)?\s*$/.test(String(value));
  if (!isNumber) return secondsOf(value);
  const number = Number(value);
  const unit = units.find(({ from, below }) => number >= from && number < below);
  return unit ? Math.floor(number / unit.perSecond) : null;
}

/** `#Dam, #Tarn`, `Dam|Tarn`, `["Dam", "Tarn"]`, `[{"text": "Dam"}]` */
export function hashtagsIn(cell: unknown): readonly string[] {
  return hashtagsOf(itemsOf(cell, ["text", "tag", "name"]));
}

/** `@ina @ole`, `['ina', 'ole']`, `[{"screen_name": "ina"}]` */
export function mentionsIn(cell: unknown): readonly string[] {
  return eachOnce(itemsOf(cell, ["id_str", "id", "screen_name", "username"]).map(handleOf));
}

/** `https://a.example/1,2 https://b.example/`, `[{"expanded_url": "https://a.example/"}]` */
export function urlsIn(cell: unknown): readonly string[] {
  if (typeof cell === "string")
    return eachOnce(cellUrls(cell).flatMap((item) => item.split(/\s+|[|;](?=[a-z]+:\/\/)/i)));
  return eachOnce(itemsOf(cell, ["expanded_url", "url"]));
}

/** The items of a list: of a JSON array, or of a text in which they are parted somehow. */
function itemsOf(cell: unknown, names: readonly string[]): readonly string[] {
  if (typeof cell === "string")
    return cellItems(cell).flatMap((item) => item.split(/[\s;|]+/).filter((part) => part !== ""));
  return listOf(cell).flatMap((item) => {
    const told =
      textOf(item) ?? names.map((name) => idOf(at(item, name))).find((one) => one !== null);
    return told ? [told] : [];
  });
}
