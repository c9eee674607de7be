import { type TimeStretch, timeStretch } from "../../document/time-stretch.ts";
import { texts } from "../texts.ts";
import { daysInWords, formatDate } from "./dates.ts";
import { type Route, useRoute } from "./route.ts";

const words = texts.stretch;

/** The stretch of time that an address marks; null where it marks none. */
export function stretchOf({ query }: Pick<Route, "query">): TimeStretch | null {
  return timeStretch(query.from, query.to);
}

/** The marked stretch as lists are asked for it. */
export function useTimeFilter(): {
  readonly since?: string | undefined;
  readonly until?: string | undefined;
} {
  const stretch = stretchOf(useRoute());
  return { since: stretch?.from ?? undefined, until: stretch?.to ?? undefined };
}

/** "3 May to 6 May 2031", "since 3 May 2031", "3 May 2031". */
export function stretchInWords({ from, to }: TimeStretch): string {
  if (from === to) return formatDate(from);
  if (from === null) return words.until(formatDate(to));
  if (to === null) return words.since(formatDate(from));
  return daysInWords(from, to);
}
