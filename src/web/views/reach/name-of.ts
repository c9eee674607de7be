import type { ReachOn } from "../../../serve/types.ts";

/** What a thing is called: a hashtag with its sign. */
export function nameOf(on: ReachOn, object: string): string {
  return on === "hashtag" ? `#${object}` : object;
}
