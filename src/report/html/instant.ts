import { formatInstant } from "../../document/in-words.ts";

/** An instant of a post, in seconds since 1970, as the report writes dates. */
export function instant(seconds: number): string {
  return formatInstant(new Date(seconds * 1000).toISOString());
}
