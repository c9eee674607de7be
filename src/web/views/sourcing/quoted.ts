import { count, formatNumber } from "../../parts/numbers.ts";
import { link, type Route } from "../../parts/route.ts";
import { texts } from "../../texts.ts";

/** The address of the passages in which a source quotes a name. */
export function quoteAddress(route: Route, sourceId: string, key: string): string {
  return link("sourcing", ["quotes", sourceId, key], route.query);
}

/** "3 times, 1 with distance". */
export function timesInWords(times: number, distancing: number): string {
  const all = count(times, "time");
  return distancing > 0 ? `${all}, ${texts.quotes.distance(formatNumber(distancing))}` : all;
}
